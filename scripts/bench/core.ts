import { derive } from '../../src/duties/derive.ts'
import { rules } from '../../src/duties/rules.ts'
import { chronology } from '../../src/record/chronology.ts'
import type { Entry } from '../../src/record/entry.ts'
import { picture } from '../../src/record/picture.ts'
import { bareLoop } from './bare-loop.ts'
import { costOfRules } from './cost-of-rules.ts'
import { madeUpFamily } from './made-up-family.ts'
import { line, timed } from './printed.ts'

const whole = (entries: readonly Entry[]) => () => derive(picture(entries))
const runsFor = (entries: readonly Entry[]) => Math.max(4, Math.round(50_000 / entries.length))
const rate = (entries: readonly Entry[], ms: number) => Math.round((entries.length / ms) * 1000)

/** The core beside a bare loop written by hand, and what one rule more costs. */
export const core = (): void => {
  const entries = chronology(madeUpFamily(2000))
  const fold = timed(() => picture(entries), runsFor(entries))
  const all = timed(whole(entries), runsFor(entries))
  const bare = timed(() => bareLoop(entries), runsFor(entries))
  line(
    `picture and derive, ${rules.length} rules, 2,000 entries: entries a second`,
    rate(entries, all).toLocaleString('en'),
    'goal 1,000,000',
  )
  line('  of that, picture alone: entries a second', rate(entries, fold).toLocaleString('en'))
  line('  one rule more costs, of the whole', `${(((all - fold) / all / rules.length) * 100).toFixed(2)} %`)
  costOfRules(entries)
  line('  as a multiple of a bare hand-written loop', `${(all / bare).toFixed(1)} ×`)
}

/** What an entry costs as a family grows. */
export const growth = (): void => {
  const families = [500, 2000, 20_000].map(size => chronology(madeUpFamily(size)))
  const perEntry = families.map(entries => (timed(whole(entries), runsFor(entries)) / entries.length) * 1e6)
  line('the cost of an entry as a family grows', '', 'goal: linear')
  for (const [index, ns] of perEntry.entries()) {
    const size = families[index]?.length.toLocaleString('en')
    line(
      `  ${size} entries: nanoseconds an entry`,
      ns.toFixed(0),
      `${(ns / (perEntry[0] ?? ns)).toFixed(2)} × that of 500`,
    )
  }
}
