import { isoDay } from '../../../calendar/day.ts'
import { londonDay } from '../../../calendar/moment.ts'
import type { EntryId } from '../../../record/field.ts'
import { tellGovernance } from '../../../store/apart.ts'
import { append } from '../../../store/append.ts'
import type { Asking } from '../../../store/asking.ts'
import { dropExtractRows, readExtractRows } from '../../../store/extracts.ts'
import type { Feed } from '../../../store/feeds.ts'
import type { Store } from '../../../store/store.ts'
import { endMatch, type MatchKept } from '../../../store/unmatch.ts'
import type { Unmatching } from '../../feeds/unmatch.ts'

/** The entries that the rows of an extract wrote of somebody; what was typed here before is nobody's mistake. */
export const writtenByExtract = async (
  store: Store,
  feed: Feed,
  { record, person }: Pick<MatchKept, 'record' | 'person'>,
): Promise<readonly EntryId[]> => {
  const rows = [...(await readExtractRows(store, feed)).values()]
  const own = rows.filter(row => row.record === record && row.person === person)
  return [...new Set(own.flatMap(({ parts }) => parts.filter(({ typed }) => !typed).map(({ entry }) => entry)))]
}

/**
 * Ends the match of a number of the council's that was a mistake: what its rows wrote is set apart, the rows are forgotten,
 * and the lead on information governance is told. False where it had ended already.
 */
export const unmatchExtract = async (
  store: Store,
  asking: Asking,
  feed: Feed,
  kept: MatchKept,
  { reason, by, author, match }: Unmatching,
): Promise<boolean> => {
  const entries = await writtenByExtract(store, feed, kept)
  const on = isoDay(londonDay(store.now()))
  const lines = entries.map(entry => ({ kind: 'set-apart', on, by, author, entry, reason }))
  const { partnership, practitioner: writer } = asking
  const writing = { partnership, record: kept.record, lines, writer, form: `unmatch/${match}` }
  if (lines.length > 0 && !('number' in (await append(store, writing)))) return false
  const ended = await endMatch(store, asking, { kept, reason, entries, since: kept.at, back: [], appointments: [] })
  if (!ended) return false
  await dropExtractRows(store, feed, kept)
  await tellGovernance(store, partnership, kept.record, 'set-apart')
  return true
}
