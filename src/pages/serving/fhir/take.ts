import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { outcomeOf } from '../../../giving/fhir/outcome.ts'
import { answeredMessage, answeredTransaction } from '../../../giving/fhir/taken.ts'
import { type Wanted, whyNotTaken } from '../../../intake/fhir/check.ts'
import { all, type FhirNode, first, text, typeOf } from '../../../intake/fhir/node.ts'
import { type FhirFault, readFhir } from '../../../intake/fhir/read-fhir.ts'
import { splitFhir } from '../../../intake/fhir/split.ts'
import { type Feed, findFeed, receive } from '../../../store/feeds.ts'
import type { Served } from '../served.ts'
import { answer, refuse } from './answer.ts'
import type { FhirEnv } from './asker.ts'

type FhirContext = Context<FhirEnv>

/** What was sent and is stored now, or the answer that refuses it. */
type Taken = { readonly resource: FhirNode } | { readonly refused: Response }

const types =
  /^(?:application\/(?:fhir\+json|fhir\+xml|json|xml|json\+fhir|xml\+fhir|merge-patch\+json)|text\/(?:xml|json))$/u

const isTaken = (c: FhirContext): boolean =>
  types.test(c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '')

const notThisType = (c: FhirContext): Response =>
  refuse(c, 415, { code: 'not-supported', words: 'Send application/fhir+json or application/fhir+xml' })

const badInput = (c: FhirContext, { element, why }: FhirFault): Response =>
  refuse(c, 400, { code: element === '' ? 'structure' : 'invalid', words: why, element })

const noFeed = (c: FhirContext): Response =>
  refuse(c, 403, { code: 'forbidden', words: 'This system reads and does not send: it has no feed of FHIR' })

const feedOf = async ({ store }: Served, c: FhirContext): Promise<Feed | undefined> => {
  const { feed: id, partnership } = c.get('asker').system
  const feed = id === undefined ? undefined : await findFeed(store, partnership, id)
  return feed?.sort === 'fhir' && feed.ended === undefined ? feed : undefined
}

const stored = async (c: FhirContext, served: Served, feed: Feed, wanted: Wanted, id?: string): Promise<Taken> => {
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  const read = readFhir(bytes)
  if ('fault' in read) return { refused: badInput(c, read.fault) }
  const wrong = whyNotTaken(read.resource, wanted, id)
  if (wrong !== undefined) return { refused: badInput(c, wrong) }
  const split = splitFhir(bytes)
  if ('fault' in split) return { refused: badInput(c, split.fault) }
  await receive(served.store, feed, split.messages)
  return read
}

/** Stores what was sent, and answers only when it is stored: read it is afterwards, and what becomes of it is the feed's. */
const take = async (c: FhirContext, served: Served, wanted: Wanted, id?: string): Promise<Taken> => {
  if (!isTaken(c)) return { refused: notThisType(c) }
  const feed = await feedOf(served, c)
  return feed === undefined ? { refused: noFeed(c) } : stored(c, served, feed, wanted, id)
}

const isStored = outcomeOf({ code: 'informational', words: 'It is stored, and will be read' })

const takeOne = async (c: FhirContext, served: Served, wanted: Wanted, id?: string): Promise<Response> => {
  const taken = await take(c, served, wanted, id)
  return 'refused' in taken ? taken.refused : answer(c, isStored, wanted === 'create' ? 201 : 200)
}

const headerOf = (bundle: FhirNode): FhirNode | undefined =>
  all(bundle, 'entry', 'resource').find(one => typeOf(one) === 'MessageHeader')

const takeMessage = async (c: FhirContext, served: Served): Promise<Response> => {
  const taken = await take(c, served, 'message')
  if ('refused' in taken) return taken.refused
  const header = headerOf(taken.resource) ?? {}
  const coding = first(header, 'eventCoding')
  const event = coding && { system: text(coding, 'system'), code: text(coding, 'code') }
  const identifier = text(header, 'id') ?? text(taken.resource, 'id') ?? 'unknown'
  const { store, address } = served
  return answer(
    c,
    answeredMessage({ id: randomUUID(), identifier, event, now: store.now(), endpoint: `${address}/fhir` }),
  )
}

const takeBundle = async (c: FhirContext, served: Served): Promise<Response> => {
  const taken = await take(c, served, 'bundle')
  if ('refused' in taken) return taken.refused
  const type = text(taken.resource, 'type') ?? ''
  if (type !== 'transaction' && type !== 'batch') return answer(c, isStored)
  const methods = all(taken.resource, 'entry').map(entry => text(entry, 'request', 'method') ?? 'POST')
  return answer(c, answeredTransaction(type, methods))
}

/** What a system may send: appointments by themselves, messages, and Bundles of any kind. */
export const takers = {
  create: (c: FhirContext, served: Served) => takeOne(c, served, 'create'),
  update: (c: FhirContext, served: Served) => takeOne(c, served, 'update', c.req.param('id')),
  patch: (c: FhirContext, served: Served) => takeOne(c, served, 'patch', c.req.param('id')),
  message: takeMessage,
  bundle: takeBundle,
} as const
