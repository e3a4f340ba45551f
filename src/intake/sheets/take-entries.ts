import { rules } from '../../duties/rules.ts'
import { findLimit, isDefault } from '../../duties/settings.ts'
import type { Entry } from '../../record/entry.ts'
import type { EntryId } from '../../record/field.ts'
import { didYouMean, nearestAmong, quoted } from '../../record/near.ts'
import { readEntry } from '../../record/read-entry.ts'
import { type Fault, type Line, type Place, placeInWords } from './fault.ts'

/** An entry with the place of its line; `named` when its writer gave it an id. */
interface Taken {
  readonly place: Place
  readonly named: boolean
  readonly entry: Entry
}

const ruleNames = new Map(rules.map(rule => [rule.name, rule]))
const nearestRule = nearestAmong([...ruleNames.keys()])

const unknownRule = (name: string): string =>
  `${quoted(name)} is not the name of a rule${didYouMean(nearestRule(name), ': docs/duties.md lists them')}`

/** The rules of which an entry speaks; adopting speaks of all at once, too. */
const rulesNamed = (entry: Entry): readonly string[] => {
  if (entry.kind === 'rule-adopted' || entry.kind === 'rule-given-up') return entry.rule.filter(name => name !== 'all')
  return 'rule' in entry ? [entry.rule] : []
}

/** What is wrong with an entry as a word about a rule: a name that no rule has, or a limit that cannot be read or set. */
const ruleFaults = (entry: Entry): readonly Omit<Fault, 'line' | 'sheet'>[] => {
  const faults = rulesNamed(entry)
    .filter(name => !ruleNames.has(name))
    .map(name => ({ field: 'rule', what: unknownRule(name) }))
  if (entry.kind !== 'limit-set') return faults
  const rule = ruleNames.get(entry.rule)
  if (findLimit(entry.limit) === undefined && !isDefault(entry.limit))
    faults.push({
      field: 'limit',
      what: `${quoted(entry.limit)} is not a limit: write 15 working days, 10 days, 6 weeks, 3 months, 24 hours or the same day`,
    })
  if (rule?.label === 'statutory')
    faults.push({ field: 'rule', what: `${entry.rule} is statutory, and nobody sets its limit: take the line out` })
  return faults
}

const ownCorrection = (entry: Entry): readonly Omit<Fault, 'line' | 'sheet'>[] =>
  entry.corrects === entry.id
    ? [{ field: 'corrects', what: 'is the id of this entry itself: give the id of the entry that it corrects' }]
    : []

/** The id that a line gives, before anything else on it is read: two lines with one id are told of even when both are wrong. */
const givenId = ({ raw }: Line): string | undefined => {
  const { id } = raw
  const text = typeof id === 'number' ? String(id) : typeof id === 'string' ? id.trim() : ''
  return text === '' ? undefined : text
}

const idsTwice = (lines: readonly Line[]): readonly Fault[] => {
  const first = new Map<string, Place>()
  return lines.flatMap(line => {
    const id = givenId(line)
    if (id === undefined) return []
    const before = first.get(id)
    if (before === undefined) first.set(id, line.place)
    return before === undefined ? [] : [idTwice(line.place, id, before)]
  })
}

const idTwice = (place: Place, id: string, before: Place): Fault => ({
  ...place,
  field: 'id',
  what: `${quoted(id)} is the id of ${placeInWords(before)} already: give this entry an id of its own, or, where it mends that one, name that one in "corrects"`,
})

/** Gives out names: the same name a second time becomes name-2, then name-3, past any that a writer gave. */
const namer = (given: ReadonlySet<EntryId>): ((name: EntryId) => EntryId) => {
  const times = new Map<EntryId, number>()
  return name => {
    let time = times.get(name) ?? 0
    let free = name
    do {
      time += 1
      free = time === 1 ? name : (`${name}-${time}` as EntryId)
    } while (given.has(free))
    times.set(name, time)
    return free
  }
}

/** Entries without an id that say the very same are twins, and are told apart by a number, whatever their order in the file. */
const withNames = (taken: readonly Taken[]): readonly Entry[] => {
  const name = namer(new Set(taken.filter(({ named }) => named).map(({ entry }) => entry.id)))
  return taken.map(({ named, entry }) => {
    const id = named ? entry.id : name(entry.id)
    return id === entry.id ? entry : ({ ...entry, id, root: entry.corrects ?? id } as Entry)
  })
}

/** A correction stands in the place of what it corrects: one that names nothing here would count as one more. */
const correctsNothing = (
  taken: readonly Taken[],
  entries: readonly Entry[],
  lines: readonly Line[],
): readonly Fault[] => {
  const ids = new Set<string | undefined>([...lines.map(givenId), ...entries.map(({ id }) => id)])
  return taken.flatMap(({ place, entry: { corrects } }) =>
    corrects === undefined || ids.has(corrects) ? [] : [toNothing(place, corrects)],
  )
}

const toNothing = (place: Place, corrects: string): Fault => ({
  ...place,
  field: 'corrects',
  what: `${quoted(corrects)} is the id of no entry in this file: give the id of the entry that it corrects, as it is written there`,
})

/** The entries of a file's lines, in their order, and everything that is wrong with any of them. */
export const takeEntries = (
  lines: readonly Line[],
): { readonly entries: readonly Entry[]; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = [...idsTwice(lines)]
  const taken: Taken[] = []
  for (const line of lines) {
    const result = readEntry(line.raw)
    const found = 'problems' in result ? result.problems : [...ownCorrection(result.entry), ...ruleFaults(result.entry)]
    for (const { field, what } of found)
      faults.push({ ...line.place, ...(field === undefined || field === 'line' ? {} : { field }), what })
    if ('entry' in result) taken.push({ place: line.place, named: givenId(line) !== undefined, entry: result.entry })
  }
  const entries = withNames(taken)
  return { entries, faults: [...faults, ...correctsNothing(taken, entries, lines)] }
}
