import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { serve } from '@hono/node-server'
import { derive } from '../src/duties/derive.ts'
import { rules } from '../src/duties/rules.ts'
import { noSettings } from '../src/duties/settings.ts'
import { app } from '../src/pages/app.ts'
import { chronology } from '../src/record/chronology.ts'
import type { Entry } from '../src/record/entry.ts'
import { picture } from '../src/record/picture.ts'
import { bareLoop } from './bench/bare-loop.ts'
import { madeUpFamily } from './bench/made-up-family.ts'

/** The time of one run in milliseconds: warmed up for a second, as a server is, then the best of several rounds. */
const timed = (run: () => unknown, runs: number): number => {
  for (const from = performance.now(); performance.now() - from < 1000; ) run()
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round++) {
    const from = performance.now()
    for (let i = 0; i < runs; i++) run()
    best = Math.min(best, (performance.now() - from) / runs)
  }
  return best
}

const whole = (entries: readonly Entry[]) => () => derive(picture(entries))
const runsFor = (entries: readonly Entry[]) => Math.max(4, Math.round(200_000 / entries.length))
const line = (what: string, figure: string, goal = '') =>
  process.stdout.write(`${what.padEnd(64)} ${figure.padStart(14)}  ${goal}\n`)
const rate = (entries: readonly Entry[], ms: number) => Math.round((entries.length / ms) * 1000)

const families = [500, 2000, 20_000].map(size => chronology(madeUpFamily(size)))
const [small, middle, large] = families as [readonly Entry[], readonly Entry[], readonly Entry[]]

const core = (): void => {
  const fold = timed(() => picture(middle), runsFor(middle))
  const all = timed(whole(middle), runsFor(middle))
  const bare = timed(() => bareLoop(middle), runsFor(middle))
  line(
    `picture and derive, ${rules.length} rules, 2,000 entries: entries a second`,
    rate(middle, all).toLocaleString('en'),
    'goal 1,000,000',
  )
  line('  of that, picture alone: entries a second', rate(middle, fold).toLocaleString('en'))
  line('  one rule more costs, of the whole', `${(((all - fold) / all / rules.length) * 100).toFixed(2)} %`)
  line('  as a multiple of a bare hand-written loop', `${(all / bare).toFixed(1)} ×`)
}

const linear = (): void => {
  const perEntry = [small, middle, large].map(
    entries => (timed(whole(entries), runsFor(entries)) / entries.length) * 1e6,
  )
  for (const [index, ns] of perEntry.entries()) {
    line(
      `  ${families[index]?.length.toLocaleString('en')} entries: nanoseconds an entry`,
      ns.toFixed(0),
      `${(ns / (perEntry[0] ?? ns)).toFixed(2)} × that of 500`,
    )
  }
}

const percentile = (values: readonly number[], of: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * of))] ?? 0

const served = async (): Promise<number> => {
  const shown = app({ families: [{ id: '01', entries: middle }], settings: noSettings, example: true })
  const server = serve({ fetch: shown.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(resolve => server.once('listening', resolve))
  return (server.address() as { port: number }).port
}

/** The times in milliseconds of so many requests, sixteen at once, asked from another thread. */
const page = async (path: string, requests: number): Promise<readonly number[]> => {
  const address = `http://localhost:${await served()}${path}`
  const worker = new Worker(new URL('./bench/readers.ts', import.meta.url), {
    workerData: { address, requests, readers: 16 },
  })
  const [times] = (await once(worker, 'message')) as [readonly number[]]
  return times
}

core()
line('the cost of an entry as a family grows', '', 'goal: linear')
linear()
const times = await page('/families/01/threads', 640)
line('threads page, 2,000 entries, 16 at once: median', `${percentile(times, 0.5).toFixed(1)} ms`)
line(
  'threads page, 2,000 entries, 16 at once: 99th percentile',
  `${percentile(times, 0.99).toFixed(1)} ms`,
  'goal 50 ms',
)
line(
  '  as a multiple of picture and derive for one such family',
  `${(percentile(times, 0.5) / 16 / timed(whole(middle), 50)).toFixed(1)} ×`,
)
process.exit(0)
