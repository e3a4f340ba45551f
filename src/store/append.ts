import pg from 'pg'
import type { Day } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import type { EntryId, PersonId } from '../record/field.ts'
import { type Problem, readEntry } from '../record/read-entry.ts'
import { readAgencies } from './agencies.ts'
import { asRecorder } from './asking.ts'
import { inTurn } from './in-turn.ts'
import { allOf, type Kept, nothingKept, readKept } from './kept-record.ts'
import { arrivedOn, type Line, rowOf } from './line.ts'
import { whyNotTaken } from './only-invented.ts'
import { ruling } from './ruling.ts'
import { readStaff } from './staff.ts'
import type { Store } from './store.ts'
import { type Follows, whatFollows } from './what-follows.ts'

/** What is to be written: lines for one record of a partnership, and who writes them. */
export interface Writing {
  readonly partnership: number
  readonly record: string
  /** Whether the record begins with these lines; then there may be no such record yet. */
  readonly begins?: boolean
  readonly lines: readonly Line[]
  readonly writer: PractitionerId | 'import' | 'holdfast'
  /** Whether the lines are replayed from a file: then "written" stands for "arrived". */
  readonly replayed?: boolean
  /** The one-time key of the form: what is sent twice is taken once. */
  readonly form?: string
}

/** What is wrong with a line, by its place from 0. */
export interface LineProblem extends Problem {
  readonly at: number
}

export interface Written {
  /** The number of the last entry that was written, or that the same form wrote before. */
  readonly number: number
  /** Where they were written; the same form may have written them to another record before. */
  readonly record: string
  readonly entries: readonly Entry[]
  readonly again: boolean
  /** How many notices went out. */
  readonly told: number
}

export type Outcome = Written | { readonly problems: readonly LineProblem[] } | { readonly missing: true }

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

const keptOf = async (store: Store, { partnership, record, begins }: Writing): Promise<Kept | undefined> => {
  if (begins) return nothingKept
  const held = store.shelf.records.find(`${partnership}|${record}`)
  if (held !== undefined) return held
  return asRecorder(store, { partnership }, client => readKept(client, partnership, record))
}

/** The record as it would be with these entries, and all that follows from it. */
interface Folded {
  readonly kept: Kept
  readonly next: Kept
  readonly follows: Follows | undefined
  readonly json: object
}

const grown = (kept: Kept, entries: readonly Entry[], day: Day | undefined): Kept => {
  const numbers = new Map(kept.numbers)
  const roots = new Map(kept.roots)
  const arrived = entries.map(entry => (day === undefined ? entry : arrivedOn(entry, day)))
  for (const [index, { id, corrects }] of arrived.entries()) {
    numbers.set(id, kept.last + index + 1)
    if (corrects !== undefined) roots.set(id, roots.get(corrects) ?? corrects)
  }
  return { ...kept, last: kept.last + entries.length, own: [...kept.own, ...arrived], numbers, roots }
}

const changed = (kept: Kept, { marked }: Follows) => {
  const duties = marked.filter(({ key, mark }) => kept.marks.get(key) !== mark).map(({ row }) => row())
  const still = marked.reduce((count, { key }) => count + (kept.marks.has(key) ? 1 : 0), 0)
  if (still === kept.marks.size) return { duties, gone: [] }
  const now = new Set(marked.map(({ key }) => key))
  return { duties, gone: [...kept.marks.keys()].filter(key => !now.has(key)) }
}

const moved: ReadonlySet<string> = new Set(['set-apart', 'set-apart-undone', 'taken-over', 'taken-over-undone'])

interface Versions {
  readonly agencies: number
  readonly staff: number
  readonly disposed: number
  readonly elsewhere: number
}

const parts = (kept: Kept, follows: Follows, entries: readonly Entry[], versions: Versions) => {
  const [mayOpen, people] = [JSON.stringify(follows.mayOpen), JSON.stringify(follows.people)]
  const movers = entries.some(entry => moved.has(entry.kind))
  const sets = movers || entries.some(entry => entry.corrects !== undefined)
  const fresh = follows.tellings.filter(({ name }) => !kept.told.has(name))
  const json = {
    ...versions,
    ...changed(kept, follows),
    nextDay: follows.nextDay,
    tellings: fresh.map(({ row }) => row),
    ...(mayOpen === kept.mayOpen ? {} : { mayOpen: follows.mayOpen }),
    ...(people === kept.people ? {} : { people: follows.people }),
    ...(sets ? { apart: follows.apart } : {}),
    ...(movers ? { takenOver: follows.takenOver } : {}),
  }
  return { json, mayOpen, people, fresh }
}

/** Everything that follows from a record, with what is to be written of it and what is kept for the next time. */
const fold = async (store: Store, writing: Writing, kept: Kept, entries: readonly Entry[]): Promise<Folded> => {
  const day = londonDay(store.now())
  const { partnership } = writing
  const { agencies, staff } = await surroundings(store, partnership)
  const next = grown(kept, entries, writing.replayed ? undefined : day)
  const versions = { agencies: agencies.last, staff: staff.edition, disposed: kept.disposed, elsewhere: kept.elsewhere }
  if (writing.record === agenciesRecord)
    return { kept, next, follows: undefined, json: { ...versions, nextDay: null, tellings: [] } }
  const follows = whatFollows({
    entries: allOf(next),
    agencies: agencies.entries,
    practitioners: staff.practitioners,
    numbers: next.numbers,
    day,
  })
  const { json, mayOpen, people, fresh } = parts(kept, follows, entries, versions)
  const told = new Set([...kept.told, ...fresh.map(({ name }) => name)])
  const marks = new Map(follows.marked.map(({ key, mark }) => [key, mark]))
  return { kept, next: { ...next, marks, told, mayOpen, people }, follows, json }
}

/** The agencies' record and the staff, as they were last read; the append itself says when they are old. */
const surroundings = async (store: Store, partnership: number) => {
  const held = store.shelf.staff.get(partnership)
  const agencies = store.shelf.agencies.find(String(partnership))
  if (held !== undefined && agencies !== undefined) return { agencies, staff: held }
  return asRecorder(store, { partnership }, async client => {
    const staff = await readStaff(client, partnership)
    store.shelf.staff.set(partnership, staff)
    return { agencies: await readAgencies(store, client, partnership), staff }
  })
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
  const subject: PersonId | undefined = folded.follows?.stands.subject[0]
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
  if (kept === undefined) return { outcome: { missing: true }, readBy: [] }
  const folded = await fold(store, writing, kept, entries)
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
  const grows = record === agenciesRecord || entries.some(entry => moved.has(entry.kind))
  if (grows) forget(store, writing)
  else store.shelf.records.keep(`${partnership}|${record}`, next)
}

const mostTries = 50

const tryInTurn = (store: Store, writing: Writing, entries: readonly Entry[]): Promise<Tried> =>
  inTurn(store, `${writing.partnership}|${writing.record}`, async () => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const tried = await attempt(store, writing, entries)
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
  if (entries.some(entry => moved.has(entry.kind))) await refresh(store, partnership, record)
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
  const tried = await tryInTurn(store, writing, entries)
  if (entries.length > 0) await followOthers(store, writing, tried, entries)
  return tried.outcome
}

/** Looks at a record again because a day has come or somebody's post has changed: duties, who may open, who is told. */
export const refresh = (store: Store, partnership: number, record: string): Promise<Outcome> =>
  append(store, { partnership, record, lines: [], writer: 'holdfast' })
