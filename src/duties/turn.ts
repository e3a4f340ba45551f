import type { Entry } from '../record/entry.ts'

/** One turn of what comes round: owed from an entry on, until it is next done. */
export interface Turn<E extends Entry> {
  readonly ordinal: number
  readonly from: Entry
  readonly next: E | undefined
}

/** The turns of what comes round: from the start to the first time, from each time to the next; the last stands open. None begins at the end or after. */
export const turnsFrom = <E extends Entry>(
  start: Entry,
  times: readonly E[],
  end: Entry | undefined,
): readonly Turn<E>[] => {
  const turns: Turn<E>[] = []
  let from: Entry = start
  const goesOn = () => end === undefined || from.day < end.day
  for (const next of times) {
    if (next.day <= from.day) continue
    if (!goesOn()) return turns
    turns.push({ ordinal: turns.length + 1, from, next })
    from = next
  }
  if (goesOn()) turns.push({ ordinal: turns.length + 1, from, next: undefined })
  return turns
}
