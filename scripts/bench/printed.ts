import { loadavg } from 'node:os'

/** Prints one figure: what it is, the figure, and the goal beside it. */
export const line = (what: string, figure: string, goal = ''): void => {
  process.stdout.write(`${what.padEnd(76)} ${figure.padStart(14)}  ${goal}\n`)
}

/** Prints how busy the machine is, since every figure depends on it. */
export const lineOfLoad = (): void => line('  load of the machine, last minute', (loadavg()[0] ?? 0).toFixed(1))

export const inMilliseconds = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 1)} ms`

/** The value below which a part of the values lie. */
export const percentile = (values: readonly number[], of: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * of))] ?? 0

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** How long this process has been at work, in milliseconds; waiting for a core that others use is no work. */
const atWork = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * The time of one run in milliseconds: warmed up by three seconds of work, as a server is, then the best of many short rounds, some
 * of which a busy machine leaves alone.
 */
export const timed = (run: () => unknown, runs: number): number => {
  for (const from = atWork(); atWork() - from < 3000; ) run()
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 25; round++) {
    const from = performance.now()
    for (let i = 0; i < runs; i++) run()
    best = Math.min(best, (performance.now() - from) / runs)
  }
  return best
}

/** How long something takes, in milliseconds. */
export const took = async (run: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await run()
  return performance.now() - from
}

/**
 * The times of several things in milliseconds, each done once in every round, one after the other: what slows the machine
 * down for a while slows all of them, and their ratio stays true.
 */
export const interleaved = async <Name extends string>(
  things: Readonly<Record<Name, (round: number) => Promise<unknown>>>,
  rounds: number,
): Promise<Readonly<Record<Name, readonly number[]>>> => {
  const names = Object.keys(things) as Name[]
  const times = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round++)
    for (const name of names) times[name].push(await took(() => things[name](round)))
  return times
}
