import { isoDay, type Moment } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import type { Agency } from '../../people/service.ts'
import { tellGovernance } from '../../store/apart.ts'
import { append } from '../../store/append.ts'
import type { Asking } from '../../store/asking.ts'
import { type Feed, findFeed } from '../../store/feeds.ts'
import type { Store } from '../../store/store.ts'
import { endMatch, findMatch, type MatchKept, type OnStrength, onStrengthOf } from '../../store/unmatch.ts'
import { type Parsed, parsedOf } from './facts.ts'
import { appointmentNumbers, keysOf } from './matching.ts'

/** Who ends a match, and why; `by` and `author` sign what is set apart. */
export interface Unmatching {
  readonly match: number
  readonly reason: string
  readonly by: Agency
  readonly author: string
}

const setApart = async (
  store: Store,
  { partnership, practitioner }: Asking,
  { match, record }: MatchKept,
  { entries }: OnStrength,
  { reason, by, author }: Unmatching,
): Promise<boolean> => {
  if (entries.length === 0) return true
  const on = isoDay(londonDay(store.now()))
  const lines = entries.map(({ root }) => ({ kind: 'set-apart', on, by, author, entry: root, reason }))
  const outcome = await append(store, { partnership, record, lines, writer: practitioner, form: `unmatch/${match}` })
  return 'number' in outcome
}

const blindOf = (store: Store, { feed, said }: Parsed): readonly string[] => [
  ...new Set(said.flatMap(one => keysOf(feed, one)).map(key => store.sealing().blind(key).toString('hex'))),
]

const since = ({ entries }: OnStrength, kept: MatchKept): Moment =>
  Math.min(kept.at, ...entries.map(({ at }) => at)) as Moment

const undo = async (store: Store, asking: Asking, feed: Feed, kept: MatchKept, asked: Unmatching): Promise<boolean> => {
  const strength = await onStrengthOf(store, asking.partnership, kept)
  if (!(await setApart(store, asking, kept, strength, asked))) return false
  const parsed = parsedOf(store, [feed], strength.messages)
  const ended = await endMatch(store, asking, {
    ...{ kept, reason: asked.reason, entries: strength.entries.map(({ root }) => root), since: since(strength, kept) },
    back: parsed.map(one => ({ message: one.message, keys: blindOf(store, one) })),
    appointments: parsed.flatMap(one => one.said.flatMap(said => appointmentNumbers(feed, said))),
  })
  if (ended) await tellGovernance(store, asking.partnership, kept.record, 'set-apart')
  return ended
}

/**
 * Ends a match that was a mistake, with all that follows from it: what the feed wrote on the strength of it is set apart,
 * its messages go back to the queue, and the lead on information governance is told. False where whoever asks may not see
 * it, or it has ended.
 */
export const unmatch = async (store: Store, asking: Asking, asked: Unmatching): Promise<boolean> => {
  const kept = await findMatch(store, asking, asked.match)
  const feed = kept === undefined ? undefined : await findFeed(store, asking.partnership, kept.feed)
  if (kept === undefined || feed === undefined || kept.ended !== undefined) return false
  return undo(store, asking, feed, kept, asked)
}
