import type { Feed } from '../../store/feeds.ts'
import { liveMappings } from '../../store/mapping.ts'
import type { Store } from '../../store/store.ts'
import { defaultMapping } from './default-mapping.ts'
import type { MappingRow } from './meaning.ts'
import { type InForce, rowsOf } from './reading.ts'

/** What the codes of a feed mean now: by its edition in force, else (0) as the standards have it. */
export const tableInForce = async (store: Store, feed: Feed): Promise<InForce> => {
  const live = (await liveMappings(store, feed.partnership)).get(feed.id)
  return live === undefined
    ? { version: 0, rows: defaultMapping[feed.sort] }
    : { version: live.version, rows: rowsOf(live.rows) }
}

/** The rows of it. */
export const rowsInForce = async (store: Store, feed: Feed): Promise<readonly MappingRow[]> =>
  (await tableInForce(store, feed)).rows
