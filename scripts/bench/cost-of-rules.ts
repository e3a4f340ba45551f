import { derive } from '../../src/duties/derive.ts'
import type { Find, Rule } from '../../src/duties/rule.ts'
import { rules } from '../../src/duties/rules.ts'
import type { Entry } from '../../src/record/entry.ts'
import { picture } from '../../src/record/picture.ts'
import { line, median } from './printed.ts'

/** What a rule costs within the whole, in milliseconds, with the making of its duties. */
interface Cost {
  readonly rule: Rule
  now: number
  least: number
}

const rounds = 8
const runs = 60

/** Puts a clock around a rule; what it gives takes it off again. */
const clocked = (cost: Cost): (() => void) => {
  const { find } = cost.rule
  const timed: Find = (stands, owe, first, limitOn) => {
    const from = performance.now()
    find(stands, owe, first, limitOn)
    cost.now += performance.now() - from
  }
  Object.assign(cost.rule, { find: timed })
  return () => Object.assign(cost.rule, { find })
}

/** The least of several rounds for each rule: what else the machine does can only make it more. */
const costsFor = (entries: readonly Entry[]): readonly Cost[] => {
  const costs = rules.map((rule): Cost => ({ rule, now: 0, least: Number.POSITIVE_INFINITY }))
  const takeOff = costs.map(clocked)
  for (let round = 0; round < rounds; round += 1) {
    for (const cost of costs) cost.now = 0
    for (let run = 0; run < runs; run += 1) derive(picture(entries))
    for (const cost of costs) cost.least = Math.min(cost.least, cost.now / runs)
  }
  for (const off of takeOff) off()
  return costs.toSorted((one, other) => other.least - one.least)
}

const inMicroseconds = (ms: number): string => `${(ms * 1000).toFixed(1)} µs`
const sum = (costs: readonly Cost[]): number => costs.reduce((all, { least }) => all + least, 0)

/** Prints the dearest rules with their share, and what one rule more costs. */
export const costOfRules = (entries: readonly Entry[]): void => {
  const costs = costsFor(entries)
  const speaks = new Set(derive(picture(entries)).map(({ rule }) => rule))
  const silent = costs.filter(({ rule }) => !speaks.has(rule)).map(({ least }) => least)
  const share = (ms: number) => `${((ms / sum(costs)) * 100).toFixed(1)} % of all rules`
  line('  a rule costs, in the mean', inMicroseconds(sum(costs) / costs.length))
  line(`  one of the ${silent.length} that find nothing to speak of, by the median`, inMicroseconds(median(silent)))
  line('  the ten dearest rules', '')
  for (const { rule, least } of costs.slice(0, 10)) line(`    ${rule.name}`, inMicroseconds(least), share(least))
}
