/** So many of a hundred lie at or below this number; 0 of nothing. Numbers in order. */
export const percentile = (inOrder: readonly number[], share: number): number =>
  inOrder[Math.max(0, Math.ceil(inOrder.length * share) - 1)] ?? 0

/** How numbers lie. */
export interface Spread {
  readonly days: number
  readonly mean: number
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly most: number
}

/** How numbers lie: their middle, their ends. */
export const spreadOf = (numbers: readonly number[]): Spread => {
  const inOrder = numbers.toSorted((one, other) => one - other)
  const sum = inOrder.reduce((total, one) => total + one, 0)
  return {
    days: inOrder.length,
    mean: inOrder.length === 0 ? 0 : sum / inOrder.length,
    median: percentile(inOrder, 0.5),
    p95: percentile(inOrder, 0.95),
    p99: percentile(inOrder, 0.99),
    most: inOrder.at(-1) ?? 0,
  }
}

/** Counts things by name. */
export const countBy = <Thing>(
  things: Iterable<Thing>,
  name: (thing: Thing) => string,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(name(thing), (counts.get(name(thing)) ?? 0) + 1)
  return counts
}
