import type pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import { asRecorder } from './asking.ts'
import type { Sealing } from './sealing.ts'
import type { Store } from './store.ts'

/** How a feed sends: HL7 v2, FHIR, sheets of appointments, or the council's own extract. */
export const sorts = ['hl7', 'fhir', 'sheet', 'extract'] as const
export type Sort = (typeof sorts)[number]

/** A system of an agency's that sends to us. */
export interface Feed {
  readonly partnership: number
  /** A short word in lower case with hyphens; it stands in addresses. */
  readonly id: string
  readonly name: string
  /** Whose system it is. */
  readonly agency: Agency
  readonly sort: Sort
  /** The authority of a number that is sent without one. */
  readonly authority: string | undefined
  /** The signs of a message that does not say them. */
  readonly charset: string | undefined
  /** After how many hours what matches nobody is destroyed. */
  readonly hours: number
  /** Words of clinics whose messages are never taken in. */
  readonly excluded: readonly string[]
  readonly made: Moment
  readonly ended: Moment | undefined
}

/** A feed that is to be made; what is left out is as it is by default. */
export type NewFeed = Pick<Feed, 'partnership' | 'id' | 'name' | 'agency' | 'sort'> &
  Partial<Pick<Feed, 'authority' | 'charset' | 'hours' | 'excluded'>>

/** Clinics of which nothing is taken in, unless a feed says otherwise. */
export const excludedByDefault: readonly string[] = [
  'sexual health',
  'GUM',
  'genitourinary',
  'contraception',
  'contraceptive',
  'family planning',
  'termination',
  'abortion',
  'pregnancy advisory',
  'unplanned pregnancy',
  'HIV',
  'adult mental health',
  'adult psychiatry',
  'sexual assault',
  'SARC',
]

/** Why a feed could not be made or used; the message says what to do. */
export class FeedRefusal extends Error {
  readonly code: 'bad-id' | 'id-taken' | 'no-feed' | 'other-key'

  constructor(code: FeedRefusal['code'], message: string) {
    super(message)
    this.name = 'FeedRefusal'
    this.code = code
  }
}

interface Row extends Omit<Feed, 'partnership' | 'made' | 'ended' | 'authority' | 'charset'> {
  readonly authority: string | null
  readonly charset: string | null
  readonly made: Date
  readonly ended: Date | null
}

const columns = 'feed as id, name, agency, sort, authority, charset, hours, excluded, made, ended'

const feedOf = (partnership: number, row: Row): Feed => ({
  ...row,
  partnership,
  authority: row.authority ?? undefined,
  charset: row.charset ?? undefined,
  made: row.made.getTime() as Moment,
  ended: row.ended === null ? undefined : (row.ended.getTime() as Moment),
})

const checkOf = ({ blind }: Sealing): Buffer => blind('holdfast key')

const insert = `insert into feed (partnership, feed, name, agency, sort, authority, charset, hours, excluded, key_check)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning ${columns}`

/** Makes a feed. Throws FeedRefusal when its id cannot be one, or is taken. */
export const createFeed = async (store: Store, asked: NewFeed): Promise<Feed> => {
  const { partnership, id, name, agency, sort, authority, charset, hours = 72, excluded = excludedByDefault } = asked
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/u.test(id))
    throw new FeedRefusal('bad-id', 'The short name of a feed has small letters, figures and hyphens, 40 at most.')
  const values = [partnership, id, name, agency, sort, authority ?? null, charset ?? null, hours, excluded]
  return asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Row>(insert, [...values, checkOf(store.sealing())])
    if (rows[0] === undefined) throw new FeedRefusal('id-taken', `There is a feed "${id}" already.`)
    return feedOf(partnership, rows[0])
  })
}

/** The feeds of a partnership, by name. */
export const readFeeds = (store: Store, partnership: number): Promise<readonly Feed[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Row>(`select ${columns} from feed where partnership = $1 order by name`, [
      partnership,
    ])
    return rows.map(row => feedOf(partnership, row))
  })

const findRow = async (client: pg.ClientBase, partnership: number, id: string) => {
  const { rows } = await client.query<Row & { readonly check: Buffer }>(
    `select ${columns}, key_check as check from feed where partnership = $1 and feed = $2`,
    [partnership, id],
  )
  return rows[0]
}

/** One feed, or nothing. Throws FeedRefusal when its messages were sealed with another key than this installation has. */
export const findFeed = async (store: Store, partnership: number, id: string): Promise<Feed | undefined> => {
  const row = await asRecorder(store, { partnership }, client => findRow(client, partnership, id))
  if (row === undefined) return undefined
  const { check, ...rest } = row
  if (!check.equals(checkOf(store.sealing())))
    throw new FeedRefusal(
      'other-key',
      'The messages of this feed were sealed with another key: put the file message-key of its data folder back.',
    )
  return feedOf(partnership, rest)
}

/** A message as it came, with the number that its sender gave it. */
export interface Arriving {
  readonly bytes: Uint8Array
  readonly control?: string | undefined
}

/** To what the seal of a message is bound: opened as another feed's it is refused. */
export const boundTo = ({ partnership, id }: Pick<Feed, 'partnership' | 'id'>): string => `${partnership}|${id}`

const received = { name: 'receive', text: 'select number from receive($1, $2, $3::bytea[], $4::bytea[])' }

/**
 * Stores messages as they came, sealed, in one commit; durable when it resolves. Gives their numbers, in their order, and
 * wakes whoever reads them.
 */
export const receive = async (store: Store, feed: Feed, arriving: readonly Arriving[]): Promise<readonly number[]> => {
  if (arriving.length === 0) return []
  const { seal, blind } = store.sealing()
  const bound = boundTo(feed)
  const seals = arriving.map(({ bytes }) => seal(bytes, bound))
  const controls = arriving.map(({ control }) => (control === undefined ? null : blind(`${bound}|${control}`)))
  const { rows } = await store.recorder.query<{ number: number }>({
    ...received,
    values: [feed.partnership, feed.id, seals, controls],
  })
  for (const wake of store.received) wake()
  return rows.map(({ number }) => number)
}
