import { type Arriving, type Feed, receive } from '../../store/feeds.ts'
import type { Store } from '../../store/store.ts'
import { findControl } from './acknowledge.ts'
import { longestFrame } from './mllp.ts'
import { messagesIn, type Piece } from './split.ts'

/** What became of a file: how many messages are stored, and what is not, with its number or line and why. */
export interface FileTaken {
  readonly taken: number
  readonly not: readonly { readonly where: string; readonly what: string }[]
}

const [mostAtOnce, mostBytes] = [500, 8 * 1024 * 1024]

/** The messages in groups that are stored in one commit each. */
const groupsOf = function* (messages: readonly Piece[]): Generator<readonly Arriving[]> {
  let [group, bytes]: [Arriving[], number] = [[], 0]
  for (const message of messages) {
    if (group.length === mostAtOnce || (group.length > 0 && bytes + message.bytes.length > mostBytes)) {
      yield group
      ;[group, bytes] = [[], 0]
    }
    group.push({ bytes: message.bytes, control: findControl(message.bytes) })
    bytes += message.bytes.length
  }
  if (group.length > 0) yield group
}

/** Stores every message of a file, batches too, and says what it could not take. Those that are stored stay so if a later one fails. */
export const takeHl7File = async (store: Store, feed: Feed, bytes: Uint8Array): Promise<FileTaken> => {
  const { messages, others } = messagesIn(bytes)
  const fit = messages.filter(one => one.bytes.length <= longestFrame)
  for (const group of groupsOf(fit)) await receive(store, feed, group)
  const long = messages
    .filter(one => one.bytes.length > longestFrame)
    .map(({ number, line }) => ({ where: `message ${number} (line ${line})`, what: 'is too long' }))
  return { taken: fit.length, not: [...others.map(({ line, what }) => ({ where: `line ${line}`, what })), ...long] }
}
