import type { Day } from '../calendar/day.ts'
import type { Settings } from '../duties/settings.ts'
import type { Entry, EntryOf } from '../record/entry.ts'

/** A family as pages know it: a number that says nothing of anybody, since it stands in addresses, and its entries. */
export interface Family {
  readonly id: string
  readonly entries: readonly Entry[]
  /** Today, for a record that goes on; without it the record is read as of its last day. */
  readonly today?: Day
  /** Whether the reader leads or manages it, and so may know who has opened its record. */
  readonly leads?: boolean
  /** The posts of the agencies that work with it, for reaching whoever holds them. */
  readonly posts?: readonly EntryOf<'post'>[]
  /** Whether a part of it was replayed from a file, so that the day on which it was written stands for its arrival. */
  readonly replayed?: boolean
  /** What stands before /families in its addresses. */
  readonly base?: string
}

/** All that the pages show: families, the partnership's own limits, and whether everybody is invented. */
export interface Partnership {
  readonly families: readonly Family[]
  readonly settings: Settings
  readonly example: boolean
}

/** The number of the nth family, from 1, as it stands in addresses: 01. */
export const familyNumber = (ordinal: number): string => String(ordinal).padStart(2, '0')
