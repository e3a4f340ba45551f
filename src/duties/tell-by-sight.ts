import type { Day } from '../calendar/day.ts'
import type { Post, Practitioner } from '../people/practitioner.ts'
import type { Entry, Kind } from '../record/entry.ts'
import { visibleTo } from '../record/sight.ts'
import type { Asked } from './asked.ts'
import { type MayOpen, whoMayOpen } from './may-open.ts'
import { once } from './once.ts'
import { nextDay, type Recipient, type Telling, tellings } from './tell.ts'

/*
 * Everybody is told what follows from what they may see, as every page of theirs shows it. From the whole record it would be
 * another thing: a concern that they may not see would answer for one that they may, and they would never hear of it; and
 * they would be told of what nothing on their pages speaks of.
 */

/** A record and who works here, on a day, with the way in which a part of the record is folded. */
export interface AskedBySight extends Omit<Asked, 'stands' | 'duties'> {
  readonly entries: readonly Entry[]
  readonly fold: (entries: readonly Entry[]) => Pick<Asked, 'stands' | 'duties'>
}

/** Who is told what, and who may open the record for it; and the next day on which any of it changes. */
export interface HeardBySight {
  /** The record as it stands in whole. */
  readonly whole: Asked
  readonly tellings: readonly Telling[]
  readonly mayOpen: readonly MayOpen[]
  readonly nextDay: Day | undefined
}

// Who works with a family says where a notice goes, whoever may see it, or one would go astray; but what follows from it is
// told to nobody who may not.
const network: ReadonlySet<Kind> = new Set([
  ...(['worker-starts', 'worker-leaves', 'worker-away', 'cover', 'handover'] as const),
  ...(['lead-named', 'lead-accepted', 'lead-declined'] as const),
])

/** A part of the record, by a name that is the same for all from whom the same is hidden; the whole has the name ''. */
interface Part {
  readonly name: string
  readonly hidden: ReadonlySet<Entry>
}

const partsOf = (entries: readonly Entry[]): ((posts: readonly Post[]) => Part) => {
  const open = new Set(visibleTo(entries, {}))
  const restricted = entries.filter(entry => !open.has(entry))
  const whole: Part = { name: '', hidden: new Set() }
  if (restricted.length === 0) return () => whole
  return once(
    posts => {
      const seen = new Set(visibleTo(restricted, { posts }))
      const hidden = new Set(restricted.filter(entry => !seen.has(entry)))
      return hidden.size === 0 ? whole : { name: [...hidden].map(({ id }) => id).join('\n'), hidden }
    },
    posts => posts.map(({ agency, role }) => `${agency}|${role}`).join('\n'),
  )
}

/** What stands and is owed for those from whom a part is hidden. */
const foldPart = ({ entries, fold }: AskedBySight, { hidden }: Part): ReturnType<AskedBySight['fold']> => {
  const own = fold(entries.filter(entry => !hidden.has(entry)))
  if (![...hidden].some(({ kind }) => network.has(kind))) return own
  const routed = fold(entries.filter(entry => !hidden.has(entry) || network.has(entry.kind)))
  const keys = new Set(own.duties.map(({ key }) => key))
  return { stands: routed.stands, duties: routed.duties.filter(({ key }) => keys.has(key)) }
}

type PartOf = (to: Recipient) => Part

const partFor = ({ entries, practitioners }: AskedBySight): PartOf => {
  const part = partsOf(entries)
  const posts = new Map(practitioners.map(one => [one.id, one.posts]))
  return to => part(to.practitioner === undefined ? [to] : (posts.get(to.practitioner) ?? []))
}

/** Everybody who may hear: each practitioner, and each desk. */
const hearers = (practitioners: readonly Practitioner[]): readonly Recipient[] =>
  practitioners.flatMap(({ id, posts }) => posts.flatMap(post => [{ ...post, practitioner: id }, post]))

const because = (why: MayOpen['why']): boolean => why === 'owes' || why === 'is told'

/** Whoever works with the family may open its record; of the others those who hear something, by what they may see. */
const openTo = (whole: Asked, parts: ReadonlyMap<string, Asked>, partOf: PartOf): readonly MayOpen[] => {
  const own = ({ practitioner }: MayOpen, name: string) =>
    whole.practitioners.some(
      ({ id, posts: [post] }) =>
        id === practitioner && post !== undefined && partOf({ ...post, practitioner }).name === name,
    )
  const all = whoMayOpen(whole)
  const working = all.filter(one => !because(one.why))
  const held = new Set(working.map(one => one.practitioner))
  const hearing = [...parts].flatMap(([name, asked]) =>
    (asked === whole ? all : whoMayOpen(asked)).filter(
      one => because(one.why) && !held.has(one.practitioner) && own(one, name),
    ),
  )
  return [...working, ...hearing].sort((one, other) => (one.practitioner < other.practitioner ? -1 : 1))
}

const earliest = (days: readonly (Day | undefined)[]): Day | undefined =>
  days.reduce((first, day) => (first === undefined || (day !== undefined && day < first) ? day : first), undefined)

/** What each may hear of a record on a day, and who may open it, by what each may see of it. */
export const heardBySight = (asked: AskedBySight): HeardBySight => {
  const { entries, fold, ...rest } = asked
  const partOf = partFor(asked)
  const whole: Asked = { ...rest, ...fold(entries) }
  const parts = new Map<string, Asked>([['', whole]])
  for (const to of hearers(asked.practitioners)) {
    const part = partOf(to)
    if (!parts.has(part.name)) parts.set(part.name, { ...rest, ...foldPart(asked, part) })
  }
  return {
    whole,
    tellings: [...parts].flatMap(([name, one]) => tellings(one).filter(({ to }) => partOf(to).name === name)),
    mayOpen: openTo(whole, parts, partOf),
    nextDay: earliest([...parts.values()].map(one => nextDay(one, asked.day))),
  }
}
