import { findNhsNumber } from '../people/nhs-number.ts'
import type { Entry } from '../record/entry.ts'
import type { Problem } from '../record/read-entry.ts'
import { isForReal } from './settings.ts'
import type { Store } from './store.ts'

const kept = /^999/u

const isRealNumber = (nhs: string): boolean => {
  const number = findNhsNumber(nhs)
  return number !== undefined && !kept.test(number)
}
const isReal = (entry: Entry): boolean => entry.kind === 'person' && entry.nhs !== undefined && isRealNumber(entry.nhs)

const what =
  'is an NHS number of a real person: until the partnership is ready for real families, Holdfast takes only invented people, whose numbers begin with 999'

/**
 * Why entries may not be written yet, by their place: until a partnership has named who answers for its data and its
 * safety, it takes only invented people.
 */
export const whyNotTaken = async (
  store: Store,
  partnership: number,
  entries: readonly Entry[],
): Promise<readonly (Problem & { readonly at: number })[]> => {
  const real = entries.flatMap((entry, at) => (isReal(entry) ? [{ at, field: 'nhs', what }] : []))
  return real.length === 0 || (await isForReal(store, partnership)) ? [] : real
}

/** Why an NHS number may not be kept yet, wherever it is written; nothing when it may. */
export const whyNotNumber = async (store: Store, partnership: number, nhs: string): Promise<string | undefined> =>
  !isRealNumber(nhs) || (await isForReal(store, partnership)) ? undefined : what
