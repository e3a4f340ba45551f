import { readAll } from '../intake/feeds/start-reading.ts'
import type { Store } from '../store/store.ts'

/**
 * Reads what was just received, so that it stands on the record when the command ends; where a Holdfast that runs is at it,
 * that one does. What stumbles is kept and tried again by the Holdfast that runs.
 */
export const readWhatCame = (store: Store): Promise<void> =>
  readAll({ store, wake: () => {}, fault: () => {} }).catch(() => {})
