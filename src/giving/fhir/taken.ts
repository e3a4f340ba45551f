import type { Moment } from '../../calendar/day.ts'
import { instantOf } from './resource.ts'

/** A message that was taken, as its answer needs it. */
export interface MessageTaken {
  readonly id: string
  /** The header's id in what was sent. */
  readonly identifier: string
  readonly event: { readonly system: string | undefined; readonly code: string | undefined } | undefined
  readonly now: Moment
  readonly endpoint: string
}

const eventOf = ({ event, endpoint }: MessageTaken) =>
  event?.code === undefined
    ? { eventUri: endpoint }
    : { eventCoding: { ...(event.system === undefined ? {} : { system: event.system }), code: event.code } }

/** The message that answers a message: it is stored. */
export const answeredMessage = (taken: MessageTaken) => ({
  resourceType: 'Bundle',
  type: 'message',
  timestamp: instantOf(taken.now),
  entry: [
    {
      fullUrl: `urn:uuid:${taken.id}`,
      resource: {
        resourceType: 'MessageHeader',
        id: taken.id,
        ...eventOf(taken),
        source: { name: 'Holdfast', endpoint: taken.endpoint },
        response: { identifier: taken.identifier, code: 'ok' },
      },
    },
  ],
})

/** The Bundle that answers a transaction or a batch: each of its entries is stored. */
export const answeredTransaction = (type: 'transaction' | 'batch', methods: readonly string[]) => ({
  resourceType: 'Bundle',
  type: `${type}-response`,
  entry: methods.map(method => ({ response: { status: method === 'POST' ? '201 Created' : '200 OK' } })),
})
