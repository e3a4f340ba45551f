import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { type Asking, asRecorder } from './asking.ts'
import type { Line } from './line.ts'
import { newId } from './new-id.ts'
import type { Store } from './store.ts'

/** What somebody outside a network wrote about a child who is possibly known, with the child as the writer knows them. */
export interface DeskItem {
  readonly item: string
  readonly writer: PractitionerId
  readonly writerName: string
  readonly at: Moment
  readonly child: { readonly nhs?: string; readonly name?: string; readonly born?: string; readonly address?: string }
  readonly lines: readonly Line[]
  /** Where the desk put it, once it has. */
  readonly record: string | undefined
}

const items = `select i.item, i.writer, p.name as "writerName", i.at, i.child, i.lines, a.record from desk_item i
  join practitioner p on p.partnership = i.partnership and p.practitioner = i.writer
  left join desk_answer a on a.partnership = i.partnership and a.item = i.item
  where i.partnership = $1`

const itemOf = (row: Omit<DeskItem, 'at' | 'record'> & { at: Date; record: string | null }): DeskItem => ({
  ...row,
  at: row.at.getTime() as Moment,
  record: row.record ?? undefined,
})

/** What is laid before the desk, with the one-time key of its form where it came by one: what is sent twice lies there once. */
export interface Laying extends Pick<DeskItem, 'child' | 'lines'> {
  readonly form?: string
}

const laying = `insert into desk_item (partnership, item, writer, child, lines) values ($1, $2, $3, $4, $5)
  on conflict (partnership, item) do nothing`

/** Lays something before the desk; gives its id, and whether the same form had laid it there before. */
export const layBeforeDesk = (
  store: Store,
  asking: Asking,
  { child, lines, form: item = newId() }: Laying,
): Promise<{ readonly item: string; readonly again: boolean }> =>
  asRecorder(store, asking, async client => {
    const { partnership, practitioner } = asking
    const words = [JSON.stringify(child), JSON.stringify(lines)]
    const { rowCount } = await client.query(laying, [partnership, item, practitioner, ...words])
    return { item, again: rowCount === 0 }
  })

/** What lies before the desk and is not placed yet, oldest first. */
export const readDesk = (store: Store, partnership: number): Promise<readonly DeskItem[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(`${items} and a.item is null order by i.at`, [partnership])
    return rows.map(itemOf)
  })

/** One thing that lay or lies before the desk. */
export const findDeskItem = (store: Store, partnership: number, item: string): Promise<DeskItem | undefined> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(`${items} and i.item = $2`, [partnership, item])
    return rows[0] === undefined ? undefined : itemOf(rows[0])
  })

/** Says where something was put; false when it was placed before. */
export const placeDeskItem = (store: Store, asking: Asking, item: string, record: string): Promise<boolean> =>
  asRecorder(store, asking, async client => {
    const { rowCount } = await client.query(
      `insert into desk_answer (partnership, item, practitioner, record) values ($1, $2, $3, $4) on conflict do nothing`,
      [asking.partnership, item, asking.practitioner, record],
    )
    return rowCount === 1
  })
