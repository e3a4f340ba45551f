import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import { audienceOf, type Reader } from '../record/sight.ts'
import { type Asking, asReader, asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** Notices that are a list over many families: what is late with one worker, what stalls that one watches, the rest of a day. */
export type ListTemplate = 'late-list' | 'watched-list' | 'further-list'

/** What a notice is about. */
export type Template =
  | 'duties'
  | 'agencies'
  | ListTemplate
  | 'referred'
  | 'glass'
  | 'emergency'
  | 'set-apart'
  | 'desk'
  | 'parent-wrote'

/** A duty that a notice tells of, of which record, and in which state. */
export interface ToldOf {
  readonly record: string
  readonly key: string
  readonly state: string
}

/** A notice in an inbox: what it is about, never a sentence. */
export interface Notice {
  readonly notice: number
  /** The family that it is about; nothing for a list, of which each thing says its own. */
  readonly record: string | undefined
  readonly template: Template
  readonly made: Moment
  /** With whom it is late, for a list of that: a name, or the desk. */
  readonly lateWith: LateWith | undefined
  /** Whether it came to the practitioner by name, or to a desk at which they sit. */
  readonly own: boolean
  readonly desk: { readonly agency: string | null; readonly role: string | null }
  readonly opening: number | undefined
  readonly of: readonly ToldOf[]
  /** Who has said that they have it, and when. */
  readonly acknowledged: readonly Acknowledgement[]
}

/** With whom the things of a list are late: a practitioner by name, or a desk. */
export interface LateWith {
  readonly name: string | undefined
  readonly agency: string | undefined
  readonly role: string | undefined
}

/** Somebody has said that they have a notice. */
export interface Acknowledgement {
  readonly practitioner: PractitionerId
  readonly name: string
  readonly at: Moment
}

interface Row {
  readonly notice: number
  readonly record: string | null
  readonly template: Template
  readonly made: Date
  readonly own: boolean
  readonly to_agency: string | null
  readonly to_role: string | null
  readonly opening: number | null
  readonly late_with: string | null
  readonly late_with_name: string | null
  readonly of: readonly ToldOf[] | null
  readonly acknowledged: readonly (Omit<Acknowledgement, 'at'> & { readonly at: string })[] | null
}

const list = `
  select n.notice::float8 as notice, n.record, n.template, n.made, n.to_practitioner is not null as own, n.to_agency, n.to_role,
    n.opening::float8 as opening, n.late_with,
    (select w.name from practitioner w where w.partnership = n.partnership and w.practitioner = n.late_with) as late_with_name,
    (select jsonb_agg(jsonb_build_object('record', t.record, 'key', t.key, 'state', t.state)) from told t
      where t.partnership = n.partnership and t.notice = n.notice) as of,
    (select jsonb_agg(jsonb_build_object('practitioner', a.practitioner, 'name', p.name, 'at', a.at) order by a.at)
      from acknowledged a join practitioner p on p.partnership = a.partnership and p.practitioner = a.practitioner
      where a.partnership = n.partnership and a.notice = n.notice) as acknowledged
  from notice n`

const lateWithOf = ({ late_with, late_with_name: name }: Row): LateWith | undefined => {
  if (late_with === null || late_with === '') return undefined
  const [agency, role] = late_with.includes('|') ? late_with.split('|') : []
  return { name: name ?? undefined, agency, role }
}

/** What agencies owe by their own record is a notice of duties to the store, and of no family to whoever reads it. */
const templateOf = ({ template, record }: Pick<Row, 'template' | 'record'>): Template =>
  template === 'duties' && record === agenciesRecord ? 'agencies' : template

const noticeOf = (row: Row): Notice => ({
  notice: row.notice,
  record: row.record ?? undefined,
  lateWith: lateWithOf(row),
  template: templateOf(row),
  made: row.made.getTime() as Moment,
  own: row.own,
  desk: { agency: row.to_agency, role: row.to_role },
  opening: row.opening ?? undefined,
  of: row.of ?? [],
  acknowledged: (row.acknowledged ?? []).map(({ at, ...who }) => ({ ...who, at: Date.parse(at) as Moment })),
})

// The policy says whose they are. Said here again in words that an index knows, or every notice there is would be looked at.
const theirs = `(n.to_practitioner = $1 or (n.to_practitioner is null and n.to_role = any (array(
  select o.role from post o where o.practitioner = $1))))`
const open = `not exists (select from acknowledged a where a.partnership = n.partnership and a.notice = n.notice)`

/** The notices of a practitioner and of their desks, newest first: those that nobody has acknowledged yet, or the others. */
export const readInbox = (
  store: Store,
  asking: Asking,
  { acknowledged = false, most = 200 }: { readonly acknowledged?: boolean; readonly most?: number } = {},
): Promise<readonly Notice[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>(
      `${list} where ${theirs} and ${acknowledged ? `not (${open})` : open} order by n.notice desc limit $2`,
      [asking.practitioner, most],
    )
    return rows.map(noticeOf)
  })

const waiting = { name: 'waiting', text: 'select * from waiting_as($1, $2)' }

/** What a notice that waits is about. */
interface Waiting {
  readonly notice: number
  readonly record: string | null
  readonly template: Template
}

/** The notices of a practitioner and of their desks that nobody has acknowledged yet: what each is about, for counting. */
export const readWaiting = async (store: Store, { partnership, practitioner }: Asking): Promise<readonly Waiting[]> => {
  const { rows } = await store.reader.query<Waiting>({
    ...waiting,
    values: [partnership, practitioner],
  })
  return rows.map(row => ({ ...row, template: templateOf(row) }))
}

/** One notice of a practitioner's, by its number. */
export const findNotice = (store: Store, asking: Asking, notice: number): Promise<Notice | undefined> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>(`${list} where n.notice = $1`, [notice])
    return rows[0] === undefined ? undefined : noticeOf(rows[0])
  })

/** Who made the openings that notices tell of, by name and moment. Ask only for those of notices that the reader has. */
export const readOpeners = (
  store: Store,
  partnership: number,
  openings: readonly number[],
): Promise<ReadonlyMap<number, { readonly name: string; readonly at: Moment }>> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ opening: number; name: string; at: Date }>(
      `select o.opening::float8 as opening, p.name, o.at from opening o join practitioner p using (partnership, practitioner)
       where o.partnership = $1 and o.opening = any ($2)`,
      [partnership, openings],
    )
    return new Map(rows.map(({ opening, name, at }) => [opening, { name, at: at.getTime() as Moment }]))
  })

const toldBy = `select count(*)::int as things from told where partnership = $1 and notice = $2`

/** What came of saying that one has a notice: it may have grown since it was shown, and then it is shown again. */
export type Said = 'had' | 'grown' | 'not-theirs'

/**
 * Says that a practitioner has a notice, of which they were shown so many things. Not when it has grown since, or it would
 * stand as known what nobody has read; saying it again changes nothing.
 */
export const acknowledge = async (store: Store, asking: Asking, notice: number, shown?: number): Promise<Said> => {
  const count = await asRecorder(store, asking, client =>
    client.query<{ things: number }>(toldBy, [asking.partnership, notice]),
  )
  const found = await findNotice(store, asking, notice)
  if (found === undefined) return 'not-theirs'
  if (shown !== undefined && found.of.length !== shown) return 'grown'
  const { rows } = await asRecorder(store, asking, client =>
    client.query<{ had: boolean }>('select acknowledge($1, $2, $3, $4) as had', [
      ...[asking.partnership, notice, asking.practitioner, count.rows[0]?.things ?? 0],
    ]),
  )
  return rows[0]?.had === true ? 'had' : 'grown'
}

/** Who was told of which duties of a record, and when it was acknowledged: for the page of a thing to do. */
export interface ToldRow {
  readonly record: string
  readonly key: string
  readonly state: string
  readonly at: Moment
  readonly practitioner: PractitionerId | undefined
  readonly agency: string | undefined
  readonly role: string | undefined
  /** The name of the practitioner who was told, where it was one. */
  readonly name: string | undefined
  readonly acknowledged: Moment | undefined
  /** Who was the first to say that they have it. */
  readonly acknowledgedBy: string | undefined
}

const toldOf = { name: 'told-of', text: 'select * from told_of($1, $2, $3, $4)' }

/** A duty by its record and its key. */
export interface DutyNamed {
  readonly record: string
  readonly key: string
}

/** Who asks, and with the posts by which entries are seen. */
interface Reading {
  readonly asking: Asking
  readonly reader: Reader
}

/**
 * Who was told of these duties, of one record or of several. Ask only for keys that the reader's own fold derives: whoever
 * may see a duty may see who knows of it, where they were told of the same.
 */
export const readToldOf = async (
  store: Store,
  { asking: { partnership }, reader }: Reading,
  duties: readonly DutyNamed[],
): Promise<readonly ToldRow[]> => {
  const named = [duties.map(({ record }) => record), duties.map(({ key }) => key)]
  const values = [partnership, ...named, audienceOf(reader.posts ?? [])]
  const { rows } = await store.recorder.query({ ...toldOf, values })
  return rows.map(row => ({
    record: row.record,
    key: row.key,
    state: row.state,
    at: row.at.getTime(),
    practitioner: row.to_practitioner ?? undefined,
    agency: row.to_agency ?? undefined,
    role: row.to_role ?? undefined,
    name: row.name ?? undefined,
    acknowledged: row.acknowledged?.getTime(),
    acknowledgedBy: row.by ?? undefined,
  }))
}

/** The same of one record. */
export const readTold = (
  store: Store,
  reading: Reading,
  record: string,
  keys: readonly string[],
): Promise<readonly ToldRow[]> =>
  readToldOf(
    store,
    reading,
    keys.map(key => ({ record, key })),
  )
