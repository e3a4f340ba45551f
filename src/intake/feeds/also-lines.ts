import { isoDay } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import { medicinesOf, plainDose, plainName } from '../../record/medicine-standing.ts'
import type { Line } from '../../store/line.ts'
import type { AlsoSaid } from './said.ts'
import { type Asked, given, type Written } from './scene.ts'

/** A message that says something beside appointments, with whose it is. */
export type AskedAlso = Pick<Asked, 'feed' | 'message' | 'part' | 'whose' | 'stands' | 'made'>

type Instruction = Extract<AlsoSaid, { readonly what: 'instruction' }>
type Stopped = Extract<AlsoSaid, { readonly what: 'medicine-stopped' }>
type Referral = Extract<AlsoSaid, { readonly what: 'referral' }>

const [long, short] = [2000, 200]

const thingOf = ({ feed }: AskedAlso, number: string | undefined): string | undefined =>
  number === undefined ? undefined : `${feed.id}:${number.slice(0, 120)}`

/** A line of this message; what it says happened on the day that it names, and not after it was made. */
const line = (asked: AskedAlso, place: number, also: Instruction | Stopped | Referral, fields: Line): Line => {
  const { feed, message, part, whose } = asked
  const made = londonDay(asked.made)
  return given({
    id: `${feed.id}-${message}-${part}-a${place}`,
    ...fields,
    on: isoDay(also.day === undefined || also.day > made ? made : also.day),
    by: feed.agency,
    author: feed.name,
    written: isoDay(made),
    child: [whose.child],
  })
}

/** What the agency last said of a medicine of this child. */
const lastSaid = ({ stands, feed, whose }: AskedAlso, medicine: string) =>
  medicinesOf(stands)
    .get(whose.child)
    ?.findLast(
      entry =>
        (entry.kind === 'instruction' || entry.kind === 'medicine-stopped') &&
        entry.by === feed.agency &&
        plainName(entry.medicine) === plainName(medicine),
    )

/** Whether the agency has said the same already, and nothing else since: a list is sent again and again. */
const isSaid = (asked: AskedAlso, { medicine, dose }: Instruction): boolean => {
  const last = lastSaid(asked, medicine)
  return last?.kind === 'instruction' && plainDose(last.dose) === plainDose(dose)
}

/** A medicine that the agency never said to give is none of which it says that it stopped: lists hold those of many years. */
const stopIt = (asked: AskedAlso, also: Stopped, place: number): readonly Line[] =>
  lastSaid(asked, also.medicine)?.kind === 'instruction'
    ? [line(asked, place, also, { kind: 'medicine-stopped', medicine: also.medicine.slice(0, short) })]
    : []

const instruct = (asked: AskedAlso, also: Instruction, place: number): readonly Line[] => {
  if (isSaid(asked, also)) return []
  const { number, medicine, dose } = also
  const said = { medicine: medicine.slice(0, short), dose: dose.slice(0, long) }
  return [line(asked, place, also, { kind: 'instruction', instruction: thingOf(asked, number), ...said })]
}

const refer = (asked: AskedAlso, also: Referral, place: number): readonly Line[] => {
  const referral = thingOf(asked, also.number)
  if (asked.stands.referrals.some(({ id }) => id === referral)) return []
  const { to, reason, urgent } = also
  const said = { to, reason: reason?.slice(0, long), urgent: urgent ? 'yes' : undefined, way: 'in-writing' }
  return [line(asked, place, also, { kind: 'referral-made', referral, ...said })]
}

const alsoLine = (asked: AskedAlso, also: AlsoSaid, place: number): readonly Line[] => {
  if (also.what === 'instruction') return instruct(asked, also, place)
  if (also.what === 'medicine-stopped') return stopIt(asked, also, place)
  return also.what === 'referral' ? refer(asked, also, place) : []
}

/**
 * What a message says beside appointments, as lines of its agency. Of a mother nothing is taken in. A flag of another system
 * writes nothing: a person looks at it.
 */
export const alsoLines = (asked: AskedAlso, also: readonly AlsoSaid[]): Written => {
  if (asked.whose.mother !== undefined) return { lines: [], asks: [] }
  return {
    lines: also.flatMap((one, at) => alsoLine(asked, one, at + 1)),
    asks: also.some(({ what }) => what === 'safeguarding-flag') ? ['safeguarding-flag'] : [],
  }
}
