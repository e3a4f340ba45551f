import pg from 'pg'
import { agenciesRecord } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import type { EntryId, PersonId } from '../record/field.ts'
import { readEntry } from '../record/read-entry.ts'
import { asRecorder } from './asking.ts'
import { type Folded, foldWith, moveWhatIsRead } from './fold.ts'
import { inTurn } from './in-turn.ts'
import { allOf, type Kept, nothingKept, readKept } from './kept-record.ts'
import { type Line, rowOf } from './line.ts'
import { whyNotTaken } from './only-invented.ts'
import { ruling } from './ruling.ts'
import type { Store } from './store.ts'
import type { LineProblem, Outcome, Writing } from './writing.ts'

export type { LineProblem, Outcome, Writing, Written } from './writing.ts'

const read = (lines: readonly Line[]): { readonly entries: readonly Entry[]; readonly problems: LineProblem[] } => {
  const entries: Entry[] = []
  const problems: LineProblem[] = []
  for (const [at, line] of lines.entries()) {
    const result = readEntry(line)
    if ('entry' in result) entries.push(result.entry)
    else problems.push(...result.problems.map(problem => ({ ...problem, at })))
  }
  return { entries, problems }
}

/** What is kept of a record, taken off the shelf: it comes back when something was written. */
const keptOf = async (
  store: Store,
  { partnership, record, begins }: Pick<Writing, 'partnership' | 'record' | 'begins'>,
): Promise<Kept | undefined> => {
  if (begins) return nothingKept()
  const name = `${partnership}|${record}`
  const held = store.shelf.records.find(name)
  store.shelf.records.drop(name)
  if (held !== undefined) return held
  return asRecorder(store, { partnership }, client => readKept(client, partnership, record))
}

const forget = (store: Store, { partnership, record }: Writing): void => {
  store.shelf.records.drop(`${partnership}|${record}`)
  store.shelf.staff.delete(partnership)
  store.shelf.agencies.drop(String(partnership))
}

interface Answer {
  readonly number: number
  readonly record: string
  readonly again?: boolean
  readonly told?: number
  /** The records that read this one too. */
  readonly readBy?: readonly string[] | null
}

const statement = { name: 'append', text: 'select append($1, $2, $3, $4, $5, $6, $7, $8) as answer' }

/** The same form came to two records at once, and the other was quicker: asked again, the store says where. */
const isTaken = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '23505' && error.constraint === 'chain_form'

const write = async (store: Store, writing: Writing, entries: readonly Entry[], folded: Folded) => {
  const { stands } = folded.follows
  // What agencies write of themselves is about nobody.
  const subject: PersonId | undefined = writing.record === agenciesRecord ? undefined : stands.subject[0]
  const { partnership, record, lines, writer, form, replayed = false } = writing
  const rows = entries.map((entry, at) =>
    rowOf(entry, { line: lines[at] ?? {}, root: rootOf(folded, entry), subject, replayed }),
  )
  const values = [partnership, record, folded.kept.last, JSON.stringify(rows), JSON.stringify(folded.json), writer]
  try {
    const asked = { ...statement, values: [...values, form ?? null, ruling] }
    const { rows: answers } = await store.recorder.query<{ answer: Answer | null }>(asked)
    return answers[0]?.answer ?? undefined
  } catch (error) {
    if (isTaken(error)) return undefined
    throw error
  }
}

const rootOf = ({ next }: Folded, { id }: Entry): EntryId => next.roots.get(id) ?? id

/** What came of one try, and which records read this one too. */
interface Tried {
  readonly outcome: Outcome
  readonly readBy: readonly string[]
}

const attempt = async (store: Store, writing: Writing, entries: readonly Entry[]): Promise<Tried | undefined> => {
  const kept = await keptOf(store, writing)
  return kept === undefined ? isMissing : writeTo(store, writing, entries, kept)
}

const isMissing: Tried = { outcome: { missing: true }, readBy: [] }

const writeTo = async (
  store: Store,
  writing: Writing,
  entries: readonly Entry[],
  kept: Kept,
): Promise<Tried | undefined> => {
  const folded = await foldWith(store, writing, kept, entries)
  const answer = await write(store, writing, entries, folded)
  if (answer === undefined || answer.again === true) forget(store, writing)
  if (answer === undefined) return undefined
  const { number, record, told = 0, readBy } = answer
  if (answer.again === true) return { outcome: { number, record, entries: [], again: true, told: 0 }, readBy: [] }
  keep(store, writing, folded, entries)
  const written = folded.next.own.slice(kept.own.length)
  return { outcome: { number, record, entries: written, again: false, told }, readBy: readBy ?? [] }
}

/** What was written is kept for the next append; a change of what is read from other records is read again. */
const keep = (store: Store, writing: Writing, { next }: Folded, entries: readonly Entry[]): void => {
  const { partnership, record } = writing
  const grows = (record === agenciesRecord && entries.length > 0) || moveWhatIsRead(entries)
  if (grows) forget(store, writing)
  else store.shelf.records.keep(`${partnership}|${record}`, next)
}

const mostTries = 50

const tryInTurn = <T>(
  store: Store,
  { partnership, record }: Pick<Writing, 'partnership' | 'record'>,
  attempted: () => Promise<T | undefined>,
): Promise<T> =>
  inTurn(store, `${partnership}|${record}`, async () => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const tried = await attempted()
      if (tried !== undefined) return tried
    }
    throw new Error('a record moved on at every try to write to it')
  })

/**
 * Looks again at those records that read this one too, and at one that has just taken something over. Not in the turn of
 * the record, since two records may read each other; when the server ends before it, the tick looks at them.
 */
const followOthers = async (store: Store, writing: Writing, { readBy }: Tried, entries: readonly Entry[]) => {
  const { partnership, record } = writing
  for (const other of readBy) store.shelf.records.drop(`${partnership}|${other}`)
  for (const other of readBy) await refresh(store, partnership, other)
  if (moveWhatIsRead(entries)) await refresh(store, partnership, record)
}

/**
 * Writes lines to a record together with everything that follows from them, or nothing of it: all that is wrong with
 * them, or that there is no such record. Tried again when somebody else wrote meanwhile; no lock is held while folding.
 */
export const append = async (store: Store, writing: Writing): Promise<Outcome> => {
  const { entries, problems } = read(writing.lines)
  if (problems.length > 0) return { problems }
  const foreign = await whyNotTaken(store, writing.partnership, entries)
  if (foreign.length > 0) return { problems: foreign }
  const tried = await tryInTurn(store, writing, () => attempt(store, writing, entries))
  if (entries.length > 0) await followOthers(store, writing, tried, entries)
  return tried.outcome
}

/** What is to be written to a record that there is, worked out from its entries once its turn has come. */
export interface WritingFrom extends Omit<Writing, 'lines' | 'begins' | 'replayed'> {
  readonly linesOf: (entries: readonly Entry[]) => readonly Line[]
}

interface TriedFrom {
  readonly tried: Tried
  readonly entries: readonly Entry[]
}

const attemptFrom = async (store: Store, { linesOf, ...asked }: WritingFrom): Promise<TriedFrom | undefined> => {
  const kept = await keptOf(store, asked)
  if (kept === undefined) return { tried: isMissing, entries: [] }
  const lines = linesOf(allOf(kept))
  const { entries, problems } = read(lines)
  const wrong = problems.length > 0 ? problems : await whyNotTaken(store, asked.partnership, entries)
  if (wrong.length > 0 || entries.length === 0) {
    store.shelf.records.keep(`${asked.partnership}|${asked.record}`, kept)
    const nothing = { number: kept.last, record: asked.record, entries: [], again: false, told: 0 }
    return { tried: { outcome: wrong.length > 0 ? { problems: wrong } : nothing, readBy: [] }, entries: [] }
  }
  const tried = await writeTo(store, { ...asked, lines }, entries, kept)
  return tried && { tried, entries }
}

/**
 * The same as `append` where what is to be written depends on what is there already: whoever else writes meanwhile, the
 * lines are worked out anew. Without a line nothing is written.
 */
export const appendFrom = async (store: Store, writing: WritingFrom): Promise<Outcome> => {
  const { tried, entries } = await tryInTurn(store, writing, () => attemptFrom(store, writing))
  if (entries.length > 0) await followOthers(store, { ...writing, lines: [] }, tried, entries)
  return tried.outcome
}

/** Looks at a record again because a day has come or somebody's post has changed: duties, who may open, who is told. */
export const refresh = (store: Store, partnership: number, record: string): Promise<Outcome> =>
  append(store, { partnership, record, lines: [], writer: 'holdfast' })
