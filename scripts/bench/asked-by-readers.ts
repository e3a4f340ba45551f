import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { line, percentile } from './printed.ts'

/** What readers ask for again and again: the addresses in turn, each reader with a cookie of their own where there are any. */
export interface Reading {
  readonly addresses: readonly string[]
  readonly cookies?: readonly string[]
  readonly requests: number
  /** How many ask at once; sixteen when it is not said. */
  readonly readers?: number
}

export const readers = 16

/** What came of it: how long each answer took, and how long this thread, which serves, was at work for each. */
export interface Answered {
  readonly times: readonly number[]
  readonly work: number
}

/** Asks so many times from another thread; all in milliseconds. */
export const askedByReaders = async (reading: Reading): Promise<Answered> => {
  const worker = new Worker(new URL('./readers.ts', import.meta.url), { workerData: { readers, ...reading } })
  await once(worker, 'message')
  const before = process.threadCpuUsage()
  worker.postMessage('go on')
  const [times] = (await once(worker, 'message')) as [readonly number[]]
  const { user, system } = process.threadCpuUsage(before)
  await worker.terminate()
  return { times, work: (user + system) / 1000 / times.length }
}

/** Prints the median and the 99th percentile. */
export const lineOfTimes = (what: string, { times, work }: Answered, goal = ''): void => {
  line(`${what}: median`, `${percentile(times, 0.5).toFixed(1)} ms`)
  line(`${' '.repeat(what.length)}  99th percentile`, `${percentile(times, 0.99).toFixed(1)} ms`, goal)
  line(`${' '.repeat(what.length)}  work of the server for each`, `${work.toFixed(2)} ms`)
}
