import type { Kind } from '../record/entry.ts'
import { type Asking, asReader } from './asking.ts'
import type { Store } from './store.ts'

/** An entry that a search found among what the reader may see. */
export interface Found {
  readonly record: string
  readonly number: number
  readonly root: string
  readonly kind: Kind
}

/** The entries that hold the words, the best first, among those that a practitioner may see and no others. */
export const search = (store: Store, asking: Asking, words: string, most = 50): Promise<readonly Found[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Found>('select record, number, root, kind from search($1, $2)', [words, most])
    return rows
  })
