import type { Parsed } from './facts.ts'
import { keysOf } from './matching.ts'

/** The messages of each patient, in their order: two belong together where they have any name of whom they are about in common. */
export const byPatient = (parsed: readonly Parsed[]): readonly (readonly Parsed[])[] => {
  const groupOf = new Map<string, Parsed[]>()
  const groups = new Set<Parsed[]>()
  for (const one of parsed) {
    const keys = one.said.flatMap(said => keysOf(one.feed, said))
    const joined = [
      ...new Set(
        keys.flatMap(key => {
          const held = groupOf.get(key)
          return held === undefined ? [] : [held]
        }),
      ),
    ]
    const group = joined[0] ?? []
    for (const other of joined.slice(1)) join(group, other, groupOf, groups)
    group.push(one)
    groups.add(group)
    for (const key of keys) groupOf.set(key, group)
  }
  return [...groups].map(group => group.toSorted((one, other) => one.message - other.message))
}

const join = (group: Parsed[], other: Parsed[], groupOf: Map<string, Parsed[]>, groups: Set<Parsed[]>): void => {
  if (other === group) return
  group.push(...other)
  groups.delete(other)
  for (const [key, held] of groupOf) if (held === other) groupOf.set(key, group)
}

/** Does something with the messages of each patient, so many patients side by side; gives all that came of it. */
export const inGroups = async <T>(
  parsed: readonly Parsed[],
  most: number,
  run: (group: readonly Parsed[]) => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  const waiting = [...byPatient(parsed)].reverse()
  const done: T[] = []
  const work = async (): Promise<void> => {
    for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) done.push(...(await run(group)))
  }
  await Promise.all(Array.from({ length: most }, work))
  return done
}
