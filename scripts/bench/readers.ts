import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import type { Reading } from './asked-by-readers.ts'

/** Sixteen readers that ask for pages again and again, in a thread of their own, so that they take no time from the server. */
const { addresses, cookies = [], requests, readers } = workerData as Reading & { readonly readers: number }

const agent = new Agent({ keepAlive: true, maxSockets: readers })

const answered = (address: string, cookie: string | undefined): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = cookie === undefined ? {} : { cookie }
    get(address, { agent, headers }, answer => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode))
      answer.once('error', reject)
    }).once('error', reject)
  })

let turn = 0

const ask = async (reader: number): Promise<number> => {
  const address = addresses[turn++ % addresses.length] ?? ''
  const from = performance.now()
  const status = await answered(address, cookies[reader % cookies.length])
  if (status !== 200) throw new Error(`${address} answered ${status}`)
  return performance.now() - from
}

const read = async (reader: number, count: number): Promise<readonly number[]> => {
  const times: number[] = []
  for (let i = 0; i < count; i++) times.push(await ask(reader))
  return times
}

const all = (count: number) => Promise.all(Array.from({ length: readers }, (_, reader) => read(reader, count)))

await all(40)
parentPort?.postMessage('warm')
parentPort?.once('message', async () => {
  const times = await all(Math.ceil(requests / readers))
  parentPort?.postMessage(times.flat())
})
