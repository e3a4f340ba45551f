import type { Moment } from '../calendar/day.ts'
import type { EntryId, PersonId } from '../record/field.ts'
import { type Asking, asReader, asRecorder } from './asking.ts'
import type { FeedNumber, OnRecord } from './matching.ts'
import type { Unread } from './messages.ts'
import type { Store } from './store.ts'
import { type Knows, whoKnows } from './who-knows.ts'

/** A number that is matched to somebody, as whoever may undo it sees it. */
export interface MatchKept extends FeedNumber, OnRecord {
  readonly match: number
  readonly how: string
  readonly by: string
  readonly at: Moment
  readonly ended: Moment | undefined
}

const matchColumns = `match::float8 as match, feed, authority, number, record, person, how, matched_by as by, at, ended`

const keptOf = ({
  at,
  ended,
  ...row
}: Omit<MatchKept, 'at' | 'ended'> & { at: Date; ended: Date | null }): MatchKept => ({
  ...row,
  at: at.getTime() as Moment,
  ended: ended === null ? undefined : (ended.getTime() as Moment),
})

/** The matches that whoever asks may see: of a record, of a feed, or all. */
export const readMatchesFor = (
  store: Store,
  asking: Asking,
  { record, feed }: { readonly record?: string; readonly feed?: string },
): Promise<readonly MatchKept[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query(
      `select ${matchColumns} from feed_match where ($1::text is null or record = $1) and ($2::text is null or feed = $2)
       order by match desc`,
      [record ?? null, feed ?? null],
    )
    return rows.map(keptOf)
  })

/** One match as whoever asks may see it, or nothing. */
export const findMatch = (store: Store, asking: Asking, match: number): Promise<MatchKept | undefined> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query(`select ${matchColumns} from feed_match where match = $1`, [match])
    return rows[0] && keptOf(rows[0])
  })

/** What was written on the strength of a match: the messages, and the first versions of the entries that were made of them. */
export interface OnStrength {
  readonly messages: readonly Unread[]
  readonly entries: readonly { readonly root: EntryId; readonly at: Moment }[]
}

const messagesOf = `select message::float8 as message, feed, received, tries, sealed from message
  where partnership = $1 and matches @> array[$2::bigint] order by message`

// Entries bear the name of their message. What is set apart already is.
const entriesOf = `select c.root, min(h.arrived) as at from content c join chain h using (partnership, record, number)
  where c.partnership = $1 and c.record = $2 and c.entry ~ $3
    and not exists (select from apart a where a.partnership = c.partnership and a.record = c.record and a.entry in (c.entry, c.root))
  group by c.root order by min(c.number)`

/** All that was written on the strength of a match. */
export const onStrengthOf = (
  store: Store,
  partnership: number,
  { match, feed, record }: MatchKept,
): Promise<OnStrength> =>
  asRecorder(store, { partnership }, async client => {
    const messages = await client.query(messagesOf, [partnership, match])
    const numbers = messages.rows.map(row => row.message)
    if (numbers.length === 0) return { messages: [], entries: [] }
    const entries = await client.query(entriesOf, [partnership, record, `^${feed}-(${numbers.join('|')})-`])
    return {
      messages: messages.rows.map(row => ({ ...row, received: row.received.getTime() })),
      entries: entries.rows.map(({ root, at }) => ({ root, at: at.getTime() })),
    }
  })

/** What is put right when a match ends. */
export interface Ending {
  readonly kept: MatchKept
  readonly reason: string
  readonly entries: readonly EntryId[]
  readonly since: Moment
  /** The messages that go back to the queue, each with the blind marks of whom it is about. */
  readonly back: readonly { readonly message: number; readonly keys: readonly string[] }[]
  readonly appointments: readonly FeedNumber[]
}

const backToQueue = `update message m set state = 'person', reason = 'unmatched', undone = undone + 1, record = null, person = null, matches = '{}',
    asks = '{}', read = null, keys = (select array_agg(decode(k, 'hex')) from jsonb_array_elements_text(x.keys) k)
  from jsonb_to_recordset($2) as x (message bigint, keys jsonb) where m.partnership = $1 and m.message = x.message`

const forgotten = `delete from feed_appointment a using jsonb_to_recordset($2) as x (feed text, authority text, number text)
  where a.partnership = $1 and a.feed = x.feed and a.authority = x.authority and a.number = x.number and a.record = $3 and a.person = $4`

const disclosed = `insert into disclosure (partnership, feed, match, record, person, entries, since, aware, practitioner)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

/**
 * Ends a match: what was read by it goes back to the queue, and that somebody's appointments stood on another's record is a
 * disclosure, known from now on. False when it had ended already.
 */
export const endMatch = (store: Store, asking: Asking, ending: Ending): Promise<boolean> =>
  asRecorder(store, asking, async client => {
    const { kept, reason, entries, since, back, appointments } = ending
    const { partnership, practitioner } = asking
    const now = new Date(store.now())
    const { rowCount } = await client.query(
      'update feed_match set ended = $3, ended_by = $4, reason = $5 where partnership = $1 and match = $2 and ended is null',
      [partnership, kept.match, now, practitioner, reason],
    )
    if (rowCount !== 1) return false
    await client.query(forgotten, [partnership, JSON.stringify(appointments), kept.record, kept.person])
    await client.query(backToQueue, [partnership, JSON.stringify(back)])
    if (entries.length > 0)
      await client.query(disclosed, [
        ...[partnership, kept.feed, kept.match, kept.record, kept.person],
        ...[entries, new Date(since), now, practitioner],
      ])
    return true
  })

/** What stood on the record of somebody whose it was not, and who may have read it. */
export interface Disclosure {
  readonly disclosure: number
  readonly feed: string
  readonly record: string
  readonly person: PersonId
  readonly entries: readonly EntryId[]
  /** From when it stood there. */
  readonly since: Moment
  /** When it became known: the clock of 72 hours runs from here (UK GDPR, article 33). */
  readonly aware: Moment
  readonly by: string
  readonly knows: readonly Knows[]
  /** What was decided of it, the last word last. */
  readonly answers: readonly DisclosureAnswer[]
}

/** Whether it was reported to the Information Commissioner, and why or why not. */
export interface DisclosureAnswer {
  readonly outcome: 'reported' | 'not-reported'
  readonly reason: string
  readonly by: string
  readonly at: Moment
}

const disclosures = `select d.disclosure::float8 as disclosure, d.feed, d.record, d.person, d.entries, d.since, d.aware, w.name as by,
    (select coalesce(jsonb_agg(jsonb_build_object('outcome', a.outcome, 'reason', a.reason, 'by', p.name,
        'at', floor(extract(epoch from a.at) * 1000)) order by a.answer), '[]')
      from disclosure_answer a left join practitioner p on p.partnership = a.partnership and p.practitioner = a.practitioner
      where a.partnership = d.partnership and a.disclosure = d.disclosure) as answers
  from disclosure d left join practitioner w on w.partnership = d.partnership and w.practitioner = d.practitioner
  order by d.disclosure desc`

const numbersIn = (store: Store, partnership: number, record: string, entries: readonly EntryId[]) =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ number: number }>(
      'select number from content where partnership = $1 and record = $2 and root = any ($3)',
      [partnership, record, entries],
    )
    return rows.map(({ number }) => number)
  })

/** Every disclosure with who may have read it, the last first: for the information-governance lead alone. */
export const disclosuresOf = async (store: Store, asking: Asking): Promise<readonly Disclosure[]> => {
  const { partnership } = asking
  const found = await asReader(store, asking, async client => (await client.query(disclosures)).rows)
  return Promise.all(
    found.map(async ({ since, aware, by, ...row }) => {
      const numbers = await numbersIn(store, partnership, row.record, row.entries)
      const knows = await whoKnows(store, partnership, { record: row.record, numbers })
      return { ...row, since: since.getTime(), aware: aware.getTime(), by: by ?? '', knows }
    }),
  )
}

/** Says what was decided of a disclosure. False for everybody but the information-governance lead. */
export const answerDisclosure = async (
  store: Store,
  asking: Asking,
  disclosure: number,
  { outcome, reason }: Pick<DisclosureAnswer, 'outcome' | 'reason'>,
): Promise<boolean> => {
  const seen = await asReader(store, asking, async client => {
    const { rowCount } = await client.query('select from disclosure where disclosure = $1', [disclosure])
    return rowCount === 1
  })
  if (!seen) return false
  await asRecorder(store, asking, client =>
    client.query(
      'insert into disclosure_answer (partnership, disclosure, practitioner, outcome, reason, at) values ($1, $2, $3, $4, $5, $6)',
      [asking.partnership, disclosure, asking.practitioner, outcome, reason, new Date(store.now())],
    ),
  )
  return true
}
