import type { Arriving } from '../../store/feeds.ts'

/* Group commits: what arrives while the store writes is written together when it has. */

interface Waiting {
  readonly messages: readonly Arriving[]
  readonly tell: (stored: boolean) => void
}

const [mostAtOnce, mostBytes] = [500, 8 * 1024 * 1024]

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

/** Stores what arrives over all connections of a feed, in its order, many messages in one commit. */
export class Gathering {
  readonly #store: (messages: readonly Arriving[]) => Promise<unknown>
  readonly #fault: (error: unknown) => void
  #waiting: Waiting[] = []
  #busy = false

  constructor(store: (messages: readonly Arriving[]) => Promise<unknown>, fault: (error: unknown) => void) {
    this.#store = store
    this.#fault = fault
  }

  /** Whether the messages are stored, all of them, and durably; false for a fault. */
  take(messages: readonly Arriving[]): Promise<boolean> {
    return new Promise(tell => {
      this.#waiting.push({ messages, tell })
      if (!this.#busy) this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#busy = true
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, together(this.#waiting)))
    this.#busy = false
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
