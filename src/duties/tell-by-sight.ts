import type { Day } from '../calendar/day.ts'
import type { Post, Practitioner } from '../people/practitioner.ts'
import type { Entry, Kind } from '../record/entry.ts'
import { sightOf, visibleTo } from '../record/sight.ts'
import type { Asked } from './asked.ts'
import { type MayOpen, whoMayOpen } from './may-open.ts'
import { once, onceForEach } from './once.ts'
import { rollOf } from './roll.ts'
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

/** Whether anybody who works with the family may not see an entry, as it is on the record itself. */
const isRestricted = (entry: Entry): boolean => sightOf(entry) !== undefined

type PartFor = (posts: readonly Post[]) => Part

const partsOf = (entries: readonly Entry[]): PartFor => {
  const whole: Part = { name: '', hidden: new Set() }
  if (!entries.some(isRestricted)) return () => whole
  const open = new Set(visibleTo(entries, {}))
  const restricted = entries.filter(entry => !open.has(entry))
  return once(posts => {
    const seen = new Set(visibleTo(restricted, { posts }))
    const hidden = new Set(restricted.filter(entry => !seen.has(entry)))
    return hidden.size === 0 ? whole : { name: [...hidden].map(({ id }) => id).join('\n'), hidden }
  }, oneWord)
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

const partFor = (part: PartFor, { practitioners }: AskedBySight): PartOf => {
  const { byId } = rollOf(practitioners)
  return to => part(to.practitioner === undefined ? [to] : (byId.get(to.practitioner)?.posts ?? []))
}

const oneWord = (posts: readonly Post[]): string => posts.map(({ agency, role }) => `${agency}|${role}`).join('\n')

/** The posts of everybody who may hear, each practitioner's and each desk's, and what is the same for many once. */
const hearers = onceForEach((practitioners: readonly Practitioner[]): readonly (readonly Post[])[] => {
  const all = practitioners.flatMap(({ posts }) => [posts, ...posts.map(post => [post])])
  return [...new Map(all.map(posts => [oneWord(posts), posts])).values()]
})

const because = (why: MayOpen['why']): boolean => why === 'owes' || why === 'is told'

/** Whoever works with the family may open its record; of the others those who hear something, by what they may see. */
const openTo = (whole: Asked, parts: ReadonlyMap<string, Asked>, part: PartFor): readonly MayOpen[] => {
  const { byId } = rollOf(whole.practitioners)
  const own = ({ practitioner }: MayOpen, name: string) => {
    const posts = byId.get(practitioner)?.posts ?? []
    return posts.length > 0 && part(posts).name === name
  }
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
  const part = partsOf(entries)
  const partOf = partFor(part, asked)
  const whole: Asked = { ...rest, ...fold(entries) }
  const parts = new Map<string, Asked>([['', whole]])
  for (const posts of hearers(asked.practitioners)) {
    const own = part(posts)
    if (!parts.has(own.name)) parts.set(own.name, { ...rest, ...foldPart(asked, own) })
  }
  return {
    whole,
    tellings: [...parts].flatMap(([name, one]) => tellings(one).filter(({ to }) => partOf(to).name === name)),
    mayOpen: openTo(whole, parts, part),
    nextDay: earliest([...parts.values()].map(one => nextDay(one, asked.day))),
  }
}
