import type pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import { asOwner, atOneMoment } from './as-owner.ts'
import { readSurroundings, type Surroundings } from './derived.ts'
import type { Heads } from './heads.ts'
import { inBatches } from './in-batches.ts'
import { UnreadableEntry } from './line.ts'
import { checkChain, checkHead, type Head, type Place } from './verify/chain.ts'
import { checkDerived, type Looked } from './verify/derived.ts'
import { type Finding, type FindingCode, isBroken } from './verify/finding.ts'
import { checkKnownHead, goneRecord, type KnownHead } from './verify/known-heads.ts'
import { checkNotices } from './verify/notices.ts'
import { checkWords, type Words } from './verify/words.ts'

export { type Finding, findingInWords, isBroken } from './verify/finding.ts'

/** What verify looked at, and all that it found. */
export interface Verified {
  readonly findings: readonly Finding[]
  readonly counts: Counts
  /** Whether everything is as it was written and as it follows; a disposal breaks nothing. */
  readonly sound: boolean
}

interface Counts {
  readonly partnerships: number
  readonly records: number
  readonly entries: number
  readonly disposals: number
  readonly duties: number
}

export interface VerifyOptions {
  /** The heads that were written down before, outside the database. */
  readonly heads?: Heads
  /** The moment that stands for now; the machine's clock unless a test sets its own. */
  readonly now?: Moment
}

const micros = (column: string): string =>
  `case when isfinite(${column}) then floor(extract(epoch from ${column}) * 1000000)::bigint::text end`

const links = `
  select h.partnership, h.record, h.number, ${micros('h.arrived')} as micros, h.writer, h.before, h.digest, h.hash, c.salt, c.content,
    case when c.entry is not null then jsonb_build_object('entry', c.entry, 'root', c.root, 'kind', c.kind, 'by', c.by,
      'sight', c.sight, 'known', c.known) end as columns,
    case when d.reason is not null then jsonb_build_object('on', (d.at at time zone 'Europe/London')::date,
      'reason', d.reason, 'by', d.disposed_by, 'second', d.second) end as disposal
  from chain h left join content c using (partnership, record, number) left join disposal d using (partnership, record, number)
  order by h.partnership, h.record, h.number`

const unlinked = `select partnership, record, number from content c where not exists (select from chain h
  where h.partnership = c.partnership and h.record = c.record and h.number = c.number) order by 1, 2, 3`

const records = `select partnership, record, last, head, ${micros('arrived')} as micros, replayed, next_day::text as "nextDay", rules,
  elsewhere = elsewhere_of(partnership, record) as followed from record order by partnership, record`

const partnerships = `select p.partnership, p.followed = coalesce(g.last, 0) + p.staff as followed from partnership p
  left join record g on g.partnership = p.partnership and g.record = '${agenciesRecord}'`

interface RecordRow extends Place, Head, Looked {
  readonly replayed: number
}

type LinkRow = Words & Place

const nameOf = ({ partnership, record }: Place): string => `${partnership}|${record}`

/** The links of one record after another. */
async function* chains(client: pg.ClientBase): AsyncGenerator<readonly LinkRow[]> {
  let own: LinkRow[] = []
  for await (const rows of inBatches<LinkRow>(client, links))
    for (const row of rows) {
      const [first] = own
      if (first !== undefined && nameOf(first) !== nameOf(row)) {
        yield own
        own = []
      }
      own.push(row)
    }
  if (own.length > 0) yield own
}

/** What verify goes through the database with, and what it has found so far. */
interface Round {
  readonly client: pg.ClientBase
  readonly now: Moment
  readonly records: Map<string, RecordRow>
  readonly known: ReadonlyMap<string, KnownHead>
  readonly surroundings: ReadonlyMap<number, Surroundings & { readonly followed: boolean }>
  readonly findings: Finding[]
  readonly counts: { -readonly [name in keyof Counts]: number }
}

// Nothing is worked out from words that are not those that were written.
const unsure: ReadonlySet<FindingCode> = new Set(['words-changed', 'unreadable'])

/** What is given by a reading of entries; nothing when one of them cannot be read. */
const whereReadable = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UnreadableEntry || error instanceof SyntaxError) return undefined
    throw error
  }
}

const notReadable = (place: Place): Finding => ({
  ...place,
  code: 'unreadable',
  what: 'what follows from it cannot be worked out, since an entry that it is read with cannot be read',
})

const derived = async (round: Round, place: Place, row: RecordRow): Promise<readonly Finding[]> => {
  const own = round.surroundings.get(place.partnership)
  if (own === undefined) return [notReadable(place)]
  const checked = await whereReadable(() => checkDerived(round.client, place, own, row, londonDay(round.now)))
  if (checked === undefined) return [notReadable(place)]
  round.counts.duties += checked.duties
  return checked.findings
}

const checkRecord = async (round: Round, place: Place, own: readonly LinkRow[]): Promise<void> => {
  const name = nameOf(place)
  const row = round.records.get(name)
  const known = round.known.get(name)
  round.records.delete(name)
  const findings = [
    ...checkChain(place, own),
    ...checkHead(place, row, own),
    ...(known === undefined ? [] : checkKnownHead(place, own, known)),
    ...checkWords(place, own, row?.replayed ?? 0),
  ]
  const sure = row !== undefined && own.length > 0 && !findings.some(({ code }) => unsure.has(code))
  round.findings.push(...findings, ...(sure ? await derived(round, place, row) : []))
  round.counts.records += 1
  round.counts.entries += own.length
  round.counts.disposals += own.filter(({ disposal }) => disposal !== null).length
}

const whatIsUnlinked = async ({ client }: Round): Promise<readonly Finding[]> => {
  const { rows } = await client.query<Place & { readonly number: number }>(unlinked)
  const what = 'its text is there, and no row of the chain is'
  return rows.map(row => ({ ...row, code: 'words-unlinked', what }))
}

const whatIsGone = ({ known }: Round, there: ReadonlySet<string>): readonly Finding[] =>
  [...known].flatMap(([name, { partnership, record, ...rest }]) =>
    there.has(name) ? [] : [goneRecord({ partnership, record }, { partnership, record, ...rest })],
  )

const prepare = async (client: pg.ClientBase, { heads, now }: VerifyOptions): Promise<Round> => {
  const rows = (await client.query<RecordRow>(records)).rows
  const all = (await client.query<{ partnership: number; followed: boolean }>(partnerships)).rows
  const surroundings = new Map<number, Surroundings & { readonly followed: boolean }>()
  for (const { partnership, followed } of all) {
    const read = await whereReadable(() => readSurroundings(client, partnership))
    if (read !== undefined) surroundings.set(partnership, { ...read, followed })
  }
  const known = (heads?.heads ?? []).map(head => ({ ...head, day: heads?.day ?? '' }))
  return {
    client,
    now: now ?? (Date.now() as Moment),
    records: new Map(rows.map(row => [nameOf(row), row])),
    known: new Map(known.map(head => [nameOf(head), head])),
    surroundings,
    findings: [],
    counts: { partnerships: all.length, records: 0, entries: 0, disposals: 0, duties: 0 },
  }
}

/** The same within a transaction that is open already, as the owner. */
export const verifyWithin = async (client: pg.ClientBase, options: VerifyOptions = {}): Promise<Verified> => {
  const round = await prepare(client, options)
  const there = new Set(round.records.keys())
  for await (const own of chains(client)) {
    const [{ partnership, record }] = own as readonly [LinkRow]
    there.add(nameOf({ partnership, record }))
    await checkRecord(round, { partnership, record }, own)
  }
  for (const { partnership, record } of [...round.records.values()])
    await checkRecord(round, { partnership, record }, [])
  round.findings.push(...(await whatIsUnlinked(round)), ...whatIsGone(round, there), ...(await checkNotices(client)))
  const { findings, counts } = round
  return { findings, counts, sound: !findings.some(isBroken) }
}

/**
 * Goes through every chain of every partnership, as it stands at one moment, and names all that is not as it was written
 * or not as it follows: by partnership, record and number, with no word of any entry. Read as the owner, and only read.
 */
export const verify = (owner: pg.ClientConfig, options: VerifyOptions = {}): Promise<Verified> =>
  asOwner(owner, client => atOneMoment(client, () => verifyWithin(client, options)))
