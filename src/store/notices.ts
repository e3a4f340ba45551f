import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { type Asking, asReader, asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** What a notice is about. */
export type Template = 'duties' | 'glass' | 'emergency' | 'set-apart' | 'desk'

/** A duty that a notice tells of, and in which state. */
export interface ToldOf {
  readonly key: string
  readonly state: string
}

/** A notice in an inbox: what it is about, never a sentence. */
export interface Notice {
  readonly notice: number
  readonly record: string
  readonly template: Template
  readonly made: Moment
  /** Whether it came to the practitioner by name, or to a desk at which they sit. */
  readonly own: boolean
  readonly desk: { readonly agency: string | null; readonly role: string | null }
  readonly opening: number | undefined
  readonly of: readonly ToldOf[]
  /** Who has said that they have it, and when. */
  readonly acknowledged: readonly { readonly practitioner: PractitionerId; readonly at: Moment }[]
}

interface Row {
  readonly notice: number
  readonly record: string
  readonly template: Template
  readonly made: Date
  readonly own: boolean
  readonly to_agency: string | null
  readonly to_role: string | null
  readonly opening: number | null
  readonly of: readonly ToldOf[] | null
  readonly acknowledged: readonly { readonly practitioner: PractitionerId; readonly at: string }[] | null
}

const list = `
  select n.notice::float8 as notice, n.record, n.template, n.made, n.to_practitioner is not null as own, n.to_agency, n.to_role,
    n.opening::float8 as opening,
    (select jsonb_agg(jsonb_build_object('key', t.key, 'state', t.state)) from told t
      where t.partnership = n.partnership and t.notice = n.notice) as of,
    (select jsonb_agg(jsonb_build_object('practitioner', a.practitioner, 'at', a.at) order by a.at) from acknowledged a
      where a.partnership = n.partnership and a.notice = n.notice) as acknowledged
  from notice n`

const noticeOf = (row: Row): Notice => ({
  notice: row.notice,
  record: row.record,
  template: row.template,
  made: row.made.getTime() as Moment,
  own: row.own,
  desk: { agency: row.to_agency, role: row.to_role },
  opening: row.opening ?? undefined,
  of: row.of ?? [],
  acknowledged: (row.acknowledged ?? []).map(({ practitioner, at }) => ({
    practitioner,
    at: Date.parse(at) as Moment,
  })),
})

const open = `not exists (select from acknowledged a where a.partnership = n.partnership and a.notice = n.notice)`

/** The notices of a practitioner and of their desks, newest first: those that nobody has acknowledged yet, or the others. */
export const readInbox = (
  store: Store,
  asking: Asking,
  { acknowledged = false, most = 200 }: { readonly acknowledged?: boolean; readonly most?: number } = {},
): Promise<readonly Notice[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>(
      `${list} where ${acknowledged ? `not (${open})` : open} order by n.notice desc limit $1`,
      [most],
    )
    return rows.map(noticeOf)
  })

/** One notice of a practitioner's, by its number. */
export const findNotice = (store: Store, asking: Asking, notice: number): Promise<Notice | undefined> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>(`${list} where n.notice = $1`, [notice])
    return rows[0] === undefined ? undefined : noticeOf(rows[0])
  })

/** Says that a practitioner has a notice; false when the notice is not theirs. Saying it again changes nothing. */
export const acknowledge = async (store: Store, asking: Asking, notice: number): Promise<boolean> => {
  if ((await findNotice(store, asking, notice)) === undefined) return false
  await asRecorder(store, asking, client =>
    client.query(
      'insert into acknowledged (partnership, notice, practitioner) values ($1, $2, $3) on conflict do nothing',
      [asking.partnership, notice, asking.practitioner],
    ),
  )
  return true
}

/** Who was told of which duties of a record, and when it was acknowledged: for the page of a thing to do. */
export interface ToldRow {
  readonly key: string
  readonly state: string
  readonly at: Moment
  readonly practitioner: PractitionerId | undefined
  readonly agency: string | undefined
  readonly role: string | undefined
  readonly acknowledged: Moment | undefined
}

const toldOf = `
  select t.key, t.state, t.at, n.to_practitioner, n.to_agency, n.to_role, min(a.at) as acknowledged
  from told t join notice n on n.partnership = t.partnership and n.notice = t.notice
  left join acknowledged a on a.partnership = t.partnership and a.notice = t.notice
  where t.partnership = $1 and t.record = $2 and t.key = any ($3)
  group by t.key, t.state, t.at, n.to_practitioner, n.to_agency, n.to_role order by t.at`

/**
 * Who was told of these duties. Ask only for keys that the reader's own fold derives: whoever may see a duty may see who
 * knows of it.
 */
export const readTold = (
  store: Store,
  partnership: number,
  record: string,
  keys: readonly string[],
): Promise<readonly ToldRow[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(toldOf, [partnership, record, keys])
    return rows.map(row => ({
      key: row.key,
      state: row.state,
      at: row.at.getTime(),
      practitioner: row.to_practitioner ?? undefined,
      agency: row.to_agency ?? undefined,
      role: row.to_role ?? undefined,
      acknowledged: row.acknowledged?.getTime(),
    }))
  })

/** Something to be sent by e-mail: to whom, and which attempt this is. */
export interface ToSend {
  readonly partnership: number
  readonly notice: number
  readonly attempt: number
  readonly email: string | undefined
}

/** Takes what is due to be sent for ten minutes, so that no two servers send it: what is not answered by then is due again. */
export const takeToSend = async (store: Store, most = 50): Promise<readonly ToSend[]> => {
  const { rows } = await store.recorder.query<ToSend>('select * from take_to_send($1)', [most])
  return rows.map(row => ({ ...row, email: row.email ?? undefined }))
}

/** Writes down what came of an attempt; when it is to be tried again, after so many minutes, else it is done. */
export const noteSent = (
  store: Store,
  { partnership, notice, attempt }: ToSend,
  outcome: string,
  again: number | undefined,
): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query(
      'insert into sending (partnership, notice, attempt, way, outcome) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [partnership, notice, attempt, 'e-mail', outcome],
    )
    if (again === undefined)
      await client.query('delete from to_send where partnership = $1 and notice = $2', [partnership, notice])
    else
      await client.query(
        `update to_send set due = clock_timestamp() + $3 * interval '1 minute' where partnership = $1 and notice = $2`,
        [partnership, notice, again],
      )
  })
