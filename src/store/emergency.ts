import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { type Reader, visibleTo } from '../record/sight.ts'
import { type Asking, asReader } from './asking.ts'
import { type ContentRow, entryOf } from './line.ts'
import type { Store } from './store.ts'

interface Row extends ContentRow {
  readonly record: string
  readonly about: readonly PersonId[]
}

const people: ReadonlySet<Entry['kind']> = new Set(['person', 'same-person', 'not-same-person'])

/** An entry with the children it is about, since what tells them in a whole record is not read here. */
const readRow = (row: Row): Entry => {
  const entry = entryOf(row)
  return entry.child === undefined && !people.has(entry.kind) ? ({ ...entry, child: row.about } as Entry) : entry
}

/**
 * What the emergency view needs of a record, as its reader may see it, and writes the opening down; nothing for somebody
 * who answers no emergencies, and for a record in which they or a relative appear.
 */
export const openEmergency = (
  store: Store,
  { asking, reader }: { readonly asking: Asking; readonly reader: Reader },
  record: string,
): Promise<readonly Entry[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>('select * from emergency_entries($1)', [record])
    return visibleTo(rows.map(readRow), reader)
  })
