import type { Owing } from './owed.ts'

/** What is owed in the same words, for the same day and thing, for one child or for several of a family. */
export type Siblings = readonly [Owing, ...(readonly Owing[])]

/** What is the same for several children of the family, by the first of them; the order is kept. */
export const siblingsTogether = (owed: readonly Owing[]): readonly Siblings[] => {
  const groups = new Map<string, [Owing, ...Owing[]]>()
  for (const one of owed) {
    const { rule, thing, step, due } = one.duty
    const name = `${rule.name}|${thing}|${step}|${due.day}|${one.state}`
    const held = groups.get(name)
    if (held === undefined) groups.set(name, [one])
    else held.push(one)
  }
  return [...groups.values()]
}
