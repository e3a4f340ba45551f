import type { Arriving } from '../../store/feeds.ts'

/* Group commits: what arrives while the store writes is written together when it has. */

interface Waiting {
  /** The connection over which they came: its messages are stored in their order. */
  readonly from: object
  readonly messages: readonly Arriving[]
  readonly tell: (stored: boolean) => void
}

const [mostAtOnce, mostBytes] = [500, 8 * 1024 * 1024]

// So many commits are under way at a time: while the disk writes one, the next is put together.
const mostCommits = 2

const bytesOf = ({ messages }: Waiting): number => messages.reduce((sum, { bytes }) => sum + bytes.length, 0)

/** How many of those that wait go together: what fits, and at least one. */
const together = (waiting: readonly Waiting[]): number => {
  let [count, messages, bytes] = [0, 0, 0]
  for (const one of waiting) {
    messages += one.messages.length
    bytes += bytesOf(one)
    if (count > 0 && (messages > mostAtOnce || bytes > mostBytes)) break
    count += 1
  }
  return count
}

// The classes of PostgreSQL for data that it does not take. One message is no reason to send all others back.
const isOfData = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/u.test(`${error.code}`)

/** Stores what arrives over all connections of a feed, each in its order, many messages in one commit. */
export class Gathering {
  readonly #store: (messages: readonly Arriving[]) => Promise<unknown>
  readonly #fault: (error: unknown) => void
  readonly #writing = new Set<object>()
  #waiting: Waiting[] = []
  #commits = 0
  #awaited = false

  constructor(store: (messages: readonly Arriving[]) => Promise<unknown>, fault: (error: unknown) => void) {
    this.#store = store
    this.#fault = fault
  }

  /** Whether the messages are stored, all of them, and durably; false for a fault. */
  take(messages: readonly Arriving[], from: object): Promise<boolean> {
    return new Promise(tell => {
      this.#waiting.push({ from, messages, tell })
      this.#soon()
    })
  }

  // Once everything that has come over any connection by now is here, so that it goes together.
  #soon(): void {
    if (this.#awaited || this.#commits === mostCommits) return
    this.#awaited = true
    setImmediate(() => {
      this.#awaited = false
      this.#commit()
    })
  }

  async #commit(): Promise<void> {
    const group = this.#next()
    if (group.length === 0) return
    const from = group.map(one => one.from)
    this.#commits += 1
    for (const one of from) this.#writing.add(one)
    await this.#write(group)
    for (const one of from) this.#writing.delete(one)
    this.#commits -= 1
    this.#soon()
  }

  /** What goes into the next commit: nothing of a connection of which something is being written. */
  #next(): readonly Waiting[] {
    const free = this.#waiting.filter(({ from }) => !this.#writing.has(from))
    const group = new Set(free.slice(0, together(free)))
    this.#waiting = this.#waiting.filter(one => !group.has(one))
    return [...group]
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#store(group.flatMap(({ messages }) => messages))
      for (const { tell } of group) tell(true)
    } catch (error) {
      if (group.length > 1 && isOfData(error)) for (const one of group) await this.#write([one])
      else this.#refuse(group, error)
    }
  }

  #refuse(group: readonly Waiting[], error: unknown): void {
    this.#fault(error)
    for (const { tell } of group) tell(false)
  }
}
