import { type Arriving, type Feed, receive } from '../../store/feeds.ts'
import type { Store } from '../../store/store.ts'
import { splitFhir } from './split.ts'

/** What became of a file: how many messages are stored, and what is not, with its line and why. */
export interface FhirTaken {
  readonly taken: number
  readonly not: readonly { readonly line: number; readonly what: string }[]
}

interface Piece {
  readonly bytes: Uint8Array
  readonly line: number
}

/** A file of many has a resource on each line. */
const piecesOf = (name: string, bytes: Uint8Array): readonly Piece[] => {
  if (!/\.(?:ndjson|jsonl)$/iu.test(name)) return [{ bytes, line: 1 }]
  const lines = Buffer.from(bytes).toString('latin1').split('\n')
  return lines.flatMap((text, at) =>
    text.trim() === '' ? [] : [{ bytes: Buffer.from(text.trim(), 'latin1'), line: at + 1 }],
  )
}

const mostAtOnce = 200

const storeAll = async (store: Store, feed: Feed, messages: readonly Arriving[]): Promise<void> => {
  for (let at = 0; at < messages.length; at += mostAtOnce)
    await receive(store, feed, messages.slice(at, at + mostAtOnce))
}

/** Stores what a file of FHIR holds, each thing by itself, and says what it could not take. */
export const takeFhirFile = async (store: Store, feed: Feed, name: string, bytes: Uint8Array): Promise<FhirTaken> => {
  const split = piecesOf(name, bytes).map(piece => ({ line: piece.line, ...splitFhir(piece.bytes) }))
  const messages = split.flatMap(one => ('messages' in one ? one.messages : []))
  await storeAll(store, feed, messages)
  const not = split.flatMap(one => ('fault' in one ? [{ line: one.line, what: one.fault.why }] : []))
  return { taken: messages.length, not }
}
