import type { Moment } from '../calendar/day.ts'

/** Lets so many through in so many milliseconds, for each name; what it counts is forgotten when the program ends. */
export const fewInAWhile = ({ most, length }: { readonly most: number; readonly length: number }) => {
  const counted = new Map<string, { count: number; readonly until: number }>()
  const forget = (now: Moment): void => {
    if (counted.size < 10_000) return
    for (const [name, { until }] of counted) if (until <= now) counted.delete(name)
  }
  return (name: string, now: Moment): boolean => {
    forget(now)
    const held = counted.get(name)
    if (held === undefined || held.until <= now) {
      counted.set(name, { count: 1, until: now + length })
      return true
    }
    held.count += 1
    return held.count <= most
  }
}
