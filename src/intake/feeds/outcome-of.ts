import type { MappingRow, Meaning } from './meaning.ts'
import { plainText } from './plain-text.ts'
import type { Act, CodeSaid } from './said.ts'

/** What became of an appointment by one message, by the event and the codes of its sender together. */
export type Became =
  | 'booked'
  | 'moved'
  | 'cancelled'
  | 'missed'
  | 'attended'
  | 'came-too-late'
  | 'changed'
  | 'not-known'
  | 'mistaken'

/** What one message came to, before anything is known of the appointment. */
export interface OutcomeSaid {
  readonly became: Became
  /** Who cancelled or moved it, where a code says so. */
  readonly whose: 'family' | 'clinic' | undefined
  /** Why, by a word of ours, where the table of codes says so. */
  readonly barrier: string | undefined
  /** A code says another thing than the event: the event holds, and a person is asked. */
  readonly conflict: boolean
  readonly unmapped: readonly CodeSaid[]
  /** The sender's own codes as they are kept beside what they were taken for. */
  readonly code: string | undefined
}

const plain = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ').toLowerCase()

/** The row of the table for a code: one for its place before one for every place. */
export const rowFor = (rows: readonly MappingRow[], { place, code }: CodeSaid): MappingRow | undefined => {
  const alike = rows.filter(row => plain(row.code) === plain(code))
  return alike.find(row => row.place === place) ?? alike.find(row => row.place === undefined)
}

const oneCode = ({ place, code, words }: CodeSaid): string =>
  `${place} ${code}${words === undefined || plain(words) === plain(code) ? '' : ` (${words})`}`

const longest = 200
const codesInWords = (codes: readonly CodeSaid[]): string | undefined =>
  codes.length === 0 ? undefined : plainText(codes.map(oneCode).join(', '), longest)

const whoseOf: Partial<Record<Meaning, 'family' | 'clinic'>> = {
  'cancelled-by-family': 'family',
  'moved-by-family': 'family',
  'cancelled-by-clinic': 'clinic',
  'moved-by-clinic': 'clinic',
}

const cancelling: ReadonlySet<Meaning> = new Set([
  'cancelled-by-family',
  'cancelled-by-clinic',
  'cancelled-not-known-by-whom',
  'moved-by-clinic',
  'moved-by-family',
])
const silent: ReadonlySet<Meaning> = new Set(['no-outcome-yet', 'not-known'])

/** Which meanings an event goes together with; whatever else a code says is in conflict with it, and the event holds. */
const fits: Record<Exclude<Act, 'changed'>, (meaning: Meaning) => boolean> = {
  // Where a sender’s numbers mean another thing in a booking: "1" is "booked" there, and "attended" once the day is over.
  booked: meaning => meaning === 'attended',
  moved: meaning => cancelling.has(meaning),
  cancelled: meaning => cancelling.has(meaning),
  missed: meaning => meaning === 'missed',
  arrived: meaning => meaning === 'attended' || meaning === 'came-too-late',
  attended: meaning => meaning === 'attended' || meaning === 'came-too-late',
  mistaken: () => true,
}

const becameOf: Record<Exclude<Act, 'changed'>, Became> = {
  booked: 'booked',
  moved: 'moved',
  cancelled: 'cancelled',
  missed: 'missed',
  arrived: 'attended',
  attended: 'attended',
  mistaken: 'mistaken',
}

/** An event that only says that something changed leaves it to the code what became of the appointment. */
const byCode = (meaning: Meaning | undefined, unmapped: boolean): Became => {
  if (meaning === undefined) return unmapped ? 'not-known' : 'changed'
  if (meaning === 'attended' || meaning === 'came-too-late' || meaning === 'missed') return meaning
  if (meaning === 'moved-by-clinic' || meaning === 'moved-by-family') return 'moved'
  if (cancelling.has(meaning)) return 'cancelled'
  return meaning === 'not-known' ? 'not-known' : 'changed'
}

/** Of several meanings that which says most: an outcome before who did it, and both before what says nothing. */
const strongest = (meanings: readonly Meaning[]): Meaning | undefined =>
  meanings.find(one => !silent.has(one) && one !== 'cancelled-not-known-by-whom') ??
  meanings.find(one => !silent.has(one)) ??
  meanings[0]

const becameBy = (act: Act, meaning: Meaning | undefined, unmapped: boolean): Became => {
  if (act === 'changed') return byCode(meaning, unmapped)
  return becameOf[act] === 'attended' && meaning === 'came-too-late' ? 'came-too-late' : becameOf[act]
}

/** What a message says became of an appointment. The event wins over a code (decision 0023). */
export const outcomeOf = (
  { act, codes }: { readonly act: Act; readonly codes: readonly CodeSaid[] },
  rows: readonly MappingRow[],
): OutcomeSaid => {
  const known = codes.map(code => ({ code, row: rowFor(rows, code) }))
  const mapped = known.flatMap(({ row }) => row ?? [])
  const meanings = mapped.map(row => row.means)
  const unmapped = known.filter(({ row }) => row === undefined).map(({ code }) => code)
  const meaning = strongest(act === 'changed' ? meanings : meanings.filter(fits[act]))
  return {
    became: becameBy(act, meaning, unmapped.length > 0),
    whose: meaning && whoseOf[meaning],
    barrier: mapped.find(row => row.barrier !== undefined && row.means === meaning)?.barrier,
    conflict: act !== 'changed' && meanings.some(one => !silent.has(one) && !fits[act](one)),
    unmapped,
    code: codesInWords(codes),
  }
}
