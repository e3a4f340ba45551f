import type { Day, Moment } from '../../calendar/day.ts'
import { isOpenRecord } from '../../duties/open-record.ts'
import type { Entry } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { picture } from '../../record/picture.ts'
import type { Picture } from '../../record/standing.ts'
import { appendFrom } from '../../store/append.ts'
import type { Feed } from '../../store/feeds.ts'
import type { Line } from '../../store/line.ts'
import type { AppointmentKnown } from '../../store/matching.ts'
import type { Store } from '../../store/store.ts'
import { alsoLines } from './also-lines.ts'
import { detailsFor } from './demographics.ts'
import { linesFor, madeAt } from './lines-for.ts'
import { appointmentNumbers, isMaternity, nameOf } from './matching.ts'
import type { MappingRow } from './meaning.ts'
import type { Said } from './said.ts'
import type { Ask, Whose } from './scene.ts'

/** A part of a message of which it is known whose it is. */
export interface Part {
  readonly feed: Feed
  readonly message: number
  /** Which part of it, where it says several things. */
  readonly part: string
  readonly said: Said
  readonly received: Moment
  readonly rows: readonly MappingRow[]
  readonly record: string
  readonly person: PersonId
  /** What its numbers are known to mean. */
  readonly known: readonly AppointmentKnown[]
  readonly today: Day
}

/** What became of it. */
export type PartRead =
  | {
      readonly became: 'read'
      readonly asks: readonly Ask[]
      readonly appointments: readonly AppointmentKnown[]
      readonly told: number
      readonly entries: readonly Entry[]
    }
  | { readonly became: 'closed' }
  | { readonly became: 'adult' }
  | { readonly became: 'refused' }

/** A key by which a part is written once, however often it is read. */
export const formOf = (feed: string, message: number, part: string): string => `feed/${feed}/${message}/${part}`

/** Whether something is taken in about a person of a record: a child while it is open, an unborn child by its mother. */
export const whoseIn = (
  stands: Picture,
  { person, said, feed, today }: Pick<Part, 'person' | 'said' | 'feed' | 'today'>,
): Whose | 'closed' | 'adult' => {
  const standing = stands.people.get(person)
  if (stands.children.includes(person))
    return standing?.gone === undefined && isOpenRecord(stands, person, today)
      ? { child: person, mother: undefined, born: standing?.born }
      : 'closed'
  const pregnancy = stands.pregnancies.findLast(
    one => one.mother === person && one.ended === undefined && one.birth === undefined,
  )
  if (pregnancy === undefined || !isMaternity(feed, said)) return 'adult'
  return { child: pregnancy.unborn, mother: person, born: undefined }
}

interface Worked {
  readonly lines: readonly Line[]
  readonly asks: readonly Ask[]
  readonly appointment: string | undefined
}

const newestOf = (known: readonly AppointmentKnown[]): Moment | undefined => {
  const made = known.flatMap(one => one.made ?? [])
  return made.length === 0 ? undefined : (Math.max(...made) as Moment)
}

const deathAsks = ({ said, person }: Part, stands: Picture): readonly Ask[] =>
  said.patient?.died !== undefined && stands.people.get(person)?.death === undefined ? ['death-said'] : []

/** What a part writes, by the record as it stands. */
export const workOut = (part: Part, stands: Picture, whose: Whose): Worked => {
  const { feed, message, said, received, rows, known } = part
  const made = madeAt(said.made, received)
  const common = { feed, message, part: part.part, rows, whose, stands, made, received }
  const also = alsoLines(common, said.also ?? [])
  const details = [...detailsFor(common, said.patient), ...also.lines]
  const asks = [...deathAsks(part, stands), ...also.asks]
  const { appointment } = said
  if (appointment === undefined) return { lines: details, asks, appointment: undefined }
  const done = linesFor({ ...common, appointment, known: known[0]?.appointment, newest: newestOf(known) })
  return { ...done, lines: [...done.lines, ...details], asks: [...done.asks, ...asks] }
}

const appointmentsOf = (part: Part, { appointment }: Worked): readonly AppointmentKnown[] => {
  if (appointment === undefined) return []
  const { feed, said, record, person, received } = part
  const made = madeAt(said.made, received)
  return appointmentNumbers(feed, said).map(one => ({ ...one, record, person, match: undefined, appointment, made }))
}

/** Reads a part of a message into the record of whom it is about: entries, duties and notices in one transaction. */
export const readPart = async (store: Store, part: Part): Promise<PartRead> => {
  const { feed, message, record } = part
  let whose: ReturnType<typeof whoseIn> = 'closed'
  let worked: Worked = { lines: [], asks: [], appointment: undefined }
  const outcome = await appendFrom(store, {
    ...{ partnership: feed.partnership, record, writer: 'holdfast', form: formOf(feed.id, message, part.part) },
    linesOf: entries => {
      const stands = picture(entries)
      whose = whoseIn(stands, part)
      worked =
        typeof whose === 'string' ? { lines: [], asks: [], appointment: undefined } : workOut(part, stands, whose)
      return worked.lines
    },
  })
  if ('missing' in outcome) return { became: 'closed' }
  if ('problems' in outcome) return { became: 'refused' }
  if (typeof whose === 'string') return { became: whose }
  const { told, entries } = outcome
  return { became: 'read', asks: worked.asks, appointments: appointmentsOf(part, worked), told, entries }
}

/** The appointments that the numbers of a part mean, and whether one of them is somebody else's. */
export const knownOf = (
  feed: Feed,
  said: Said,
  appointments: ReadonlyMap<string, AppointmentKnown>,
): readonly AppointmentKnown[] => appointmentNumbers(feed, said).flatMap(one => appointments.get(nameOf(one)) ?? [])
