import type { Absence, Cover } from '../record/agency-record.ts'
import { chronology } from '../record/chronology.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { onceForEach } from './once.ts'

/** What the agencies' record says of who sits where, who is away and who stands in, as it stands after corrections. */
export interface AgencyWords {
  readonly absences: readonly Absence[]
  readonly leavings: readonly EntryOf<'worker-leaves'>[]
  readonly covers: readonly Cover[]
  readonly starts: readonly EntryOf<'post' | 'worker-starts'>[]
}

const sortOut = (entries: readonly Entry[]): AgencyWords => {
  const ordered = chronology(entries)
  const leavings = ordered.filter(entry => entry.kind === 'worker-leaves')
  return {
    absences: [...ordered.filter(entry => entry.kind === 'worker-away'), ...leavings],
    leavings,
    covers: ordered.filter(entry => entry.kind === 'cover'),
    starts: ordered.filter(entry => entry.kind === 'post' || entry.kind === 'worker-starts'),
  }
}

/** The words of the agencies' record, sorted out once for each edition of it. */
export const wordsOfAgencies = onceForEach(sortOut)
