import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import { append, type Outcome, type Writing } from './append.ts'
import { asRecorder } from './asking.ts'
import type { Line } from './line.ts'
import { newId } from './new-id.ts'
import type { Store } from './store.ts'

/** Makes a partnership with an empty record of its agencies; gives its number. */
export const newPartnership = async (store: Store, name: string, example = false): Promise<number> => {
  const { rows } = await store.recorder.query<{ next: number }>(
    'select coalesce(max(partnership), 0) + 1 as next from partnership',
  )
  const partnership = rows[0]?.next ?? 1
  await asRecorder(store, { partnership }, async client => {
    await client.query('insert into partnership (partnership, name, example) values ($1, $2, $3)', [
      partnership,
      name,
      example,
    ])
    await client.query('insert into record (partnership, record) values ($1, $2)', [partnership, agenciesRecord])
  })
  return partnership
}

/** The partnerships that are kept here. */
export const readPartnerships = async (
  store: Store,
): Promise<readonly { readonly partnership: number; readonly name: string; readonly example: boolean }[]> => {
  const { rows } = await store.recorder.query('select partnership, name, example from partnership order by partnership')
  return rows
}

/** Begins a record with its first lines; its id, which the outcome has, says nothing of anybody. */
export const beginRecord = (store: Store, writing: Omit<Writing, 'record' | 'begins'>): Promise<Outcome> =>
  append(store, { ...writing, record: newId(), begins: true })

/** An entry as it is kept, for whoever must move it: its line to the letter, and when it came. */
export interface KeptEntry {
  readonly record: string
  readonly number: number
  readonly line: Line
  readonly writer: string
  readonly arrived: Moment
  readonly apart: boolean
}

/** The latest version of an entry of a record as it is kept, by its id; nothing when there is none. */
export const findKeptEntry = (
  store: Store,
  partnership: number,
  record: string,
  entry: string,
): Promise<KeptEntry | undefined> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(
      `select c.record, c.number, c.content, h.writer, h.arrived, exists (select from apart a
         where a.partnership = c.partnership and a.record = c.record and a.entry in (c.entry, c.root)) as apart
       from content c join chain h using (partnership, record, number)
       where c.partnership = $1 and c.record = $2 and (c.entry = $3 or c.root = $3) order by c.number desc limit 1`,
      [partnership, record, entry],
    )
    const [row] = rows
    if (row === undefined) return undefined
    const { content, arrived, ...rest } = row
    return { ...rest, line: JSON.parse(content), arrived: arrived.getTime() }
  })

/** Tells a desk, or a practitioner, of something that is no duty. */
export const notify = (
  store: Store,
  partnership: number,
  {
    record,
    template,
    to,
  }: {
    readonly record: string
    readonly template: 'emergency' | 'set-apart' | 'desk' | 'parent-wrote'
    readonly to: { readonly practitioner?: PractitionerId; readonly agency?: string; readonly role?: string }
  },
): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query('select notify($1, $2, $3, $4, $5, $6, null)', [
      ...[partnership, record, template, to.practitioner ?? null, to.agency ?? null, to.role ?? null],
    ])
  })
