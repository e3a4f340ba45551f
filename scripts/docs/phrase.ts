import type { Kind } from '../../src/record/entry.ts'

/** An entry of a phrase, without its day and agency. */
export type Said = Readonly<Record<string, string | number>> & { readonly kind: Kind }
/** What people write, and how a chronology file says it. */
export interface Phrase {
  /** What people write. */
  readonly phrases: readonly string[]
  /** How a chronology file says it; the day and the agency are left out here. */
  readonly lines: readonly Said[]
  readonly note?: string
}
