import type { Duty } from '../duties/rule.ts'
import type { Agency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { EntryId } from '../record/field.ts'
import { knownTo } from '../record/known.ts'
import type { Picture } from '../record/standing.ts'

/** What an acknowledgement may say on the record: who says it, of which duties, on a record as they may see it. */
export interface Acknowledged {
  readonly stands: Picture
  /** The record's own entries, without what is read of the agencies'. */
  readonly entries: readonly Entry[]
  readonly duties: readonly Duty[]
  readonly agency: Agency
}

/**
 * Whether an entry decides a conference. A receipt that names one is read as the answer to "do you accept the delay?"
 * (R-ICPC-9); whoever only says that a notice has arrived has answered nothing, and the question must stay open.
 */
const isRoadToConference = ({ conferences }: Picture, { id, root }: Entry): boolean =>
  conferences.some(({ names }) => (names as readonly string[]).some(name => name === id || name === root))

/**
 * The entries that go on record as known to an agency when it acknowledges a notice of duties: those on which the duties
 * rest and which the agency is not on record as knowing. Only these can matter to anything: the rules that ask whether
 * somebody was told (the social worker of a missed appointment or a pregnancy, the referrer of a decision, whoever was
 * left out of a meeting), and the record "as known to" an agency. What an agency wrote, or is known to have been told
 * before, gets no second receipt; so nobody ends a duty of their own by opening their inbox, and nothing is said twice.
 */
export const newlyKnown = ({ stands, entries, duties, agency }: Acknowledged): readonly Entry[] => {
  const own = new Set<EntryId>(entries.map(({ id }) => id))
  const known = new Set<EntryId>(knownTo(entries, agency).flatMap(({ id, root }) => [id, root]))
  const because = duties.filter(({ projected }) => !projected).flatMap(duty => duty.because)
  const fresh = because.filter(
    entry => own.has(entry.id) && !known.has(entry.id) && !known.has(entry.root) && !isRoadToConference(stands, entry),
  )
  return [...new Map(fresh.map(entry => [entry.root, entry])).values()]
}
