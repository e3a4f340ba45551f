import type { Store } from './store.ts'

const turns = new WeakMap<Store, Map<string, Promise<unknown>>>()

/**
 * Does one thing after another where they have one name. Of those who write to one record in this process each waits
 * for the one before, instead of folding the record in vain; what other servers write is seen by the append itself.
 */
export const inTurn = async <T>(store: Store, name: string, run: () => Promise<T>): Promise<T> => {
  const waiting = turns.get(store) ?? new Map<string, Promise<unknown>>()
  turns.set(store, waiting)
  const before = waiting.get(name)
  const done = (before === undefined ? Promise.resolve() : before.catch(() => {})).then(run)
  waiting.set(name, done)
  try {
    return await done
  } finally {
    if (waiting.get(name) === done) waiting.delete(name)
  }
}
