import { parentPort, workerData } from 'node:worker_threads'

/** Sixteen readers that ask for one page again and again, in a thread of their own, so that they take no time from the server. */
const { address, requests, readers } = workerData as { address: string; requests: number; readers: number }

const ask = async (): Promise<number> => {
  const from = performance.now()
  const answer = await fetch(address)
  await answer.text()
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return performance.now() - from
}

const read = async (count: number): Promise<readonly number[]> => {
  const times: number[] = []
  for (let i = 0; i < count; i++) times.push(await ask())
  return times
}

await Promise.all(Array.from({ length: readers }, () => read(40)))
const times = await Promise.all(Array.from({ length: readers }, () => read(requests / readers)))
parentPort?.postMessage(times.flat())
