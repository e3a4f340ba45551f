import { type Day, getDay } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import type { Kind } from '../record/entry.ts'
import { type Asking, asReader, asRecorder } from './asking.ts'
import type { Line } from './line.ts'
import type { Store } from './store.ts'

/** An entry that is set apart: what sort of entry it is, who set it apart and why, and where it went. */
export interface SetApart {
  readonly record: string
  readonly entry: string
  /** Nothing when there is no such entry in its record. */
  readonly kind: Kind | undefined
  readonly by: Agency | undefined
  readonly day: Day | undefined
  readonly reason: string
  readonly author: string | undefined
  /** The record where it was written instead. */
  readonly otherRecord: string | undefined
  /** Whether it was laid before the desk. */
  readonly atDesk: boolean
}

interface Row {
  readonly record: string
  readonly entry: string
  readonly kind: Kind | null
  readonly by: Agency | null
  readonly line: string | null
  readonly day: string | null
  readonly otherRecord: string | null
  readonly item: string | null
}

const said = (line: Line | undefined, field: string): string | undefined => {
  const value = line?.[field]
  return typeof value === 'string' ? value : undefined
}

const apartOf = ({ record, entry, kind, by, line, day, otherRecord, item }: Row): SetApart => {
  const word: Line | undefined = line === null ? undefined : JSON.parse(line)
  return {
    ...{ record, entry, kind: kind ?? undefined, by: by ?? undefined },
    day: day === null ? undefined : getDay(day),
    reason: said(word, 'reason') ?? '',
    author: said(word, 'author'),
    otherRecord: otherRecord ?? undefined,
    atDesk: item !== null,
  }
}

/** The entries that are set apart now, the latest first: for the information-governance lead alone. */
export const setApartNow = (store: Store, asking: Asking): Promise<readonly SetApart[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>('select * from set_apart_now()')
    return rows.map(apartOf)
  })

/** Whether somebody has already sent an entry that was set apart somewhere. */
export const isMoved = (
  store: Store,
  { partnership }: Asking,
  { record, entry }: { readonly record: string; readonly entry: string },
): Promise<boolean> =>
  asRecorder(store, { partnership }, async client => {
    const { rowCount } = await client.query(
      'select from moved where partnership = $1 and record = $2 and entry = $3 limit 1',
      [partnership, record, entry],
    )
    return rowCount === 1
  })

/** Whether a form has already written to a record: what is sent twice is done once. */
export const wasSent = (
  store: Store,
  { partnership, practitioner }: Asking,
  record: string,
  form: string,
): Promise<boolean> =>
  asRecorder(store, { partnership }, async client => {
    const { rowCount } = await client.query(
      'select from chain where partnership = $1 and form = $2 and record = $3 and writer = $4',
      [partnership, form, record, practitioner],
    )
    return rowCount === 1
  })

/** Notes where an entry that was set apart went: to another record, or before the desk. */
export const noteMoved = (
  store: Store,
  asking: Asking,
  from: { readonly record: string; readonly entry: string },
  to: { readonly record: string } | { readonly item: string },
): Promise<void> =>
  asRecorder(store, asking, async client => {
    await client.query(
      `insert into moved (partnership, record, entry, practitioner, other_record, item) values ($1, $2, $3, $4, $5, $6)`,
      [
        ...[asking.partnership, from.record, from.entry, asking.practitioner],
        'record' in to ? to.record : null,
        'item' in to ? to.item : null,
      ],
    )
  })

/** Tells whoever leads on information governance of something that is no duty: by name, or their desk. */
export const tellGovernance = (
  store: Store,
  partnership: number,
  record: string,
  template: 'set-apart',
): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query('select tell_governance($1, $2, $3, null)', [partnership, record, template])
  })
