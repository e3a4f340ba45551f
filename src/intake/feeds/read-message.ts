import type { Feed, Sort } from '../../store/feeds.ts'
import { sayFhir } from '../fhir/say.ts'
import { sayHl7 } from '../hl7/say.ts'
import { sayAppointmentRow } from '../sheets/appointments/say.ts'
import { sayExtractPerson } from '../sheets/extract/say-person.ts'
import type { Said } from './said.ts'

/** Thrown when a message is not what its feed sends. It names no word of it. */
export class UnreadableMessage extends Error {
  readonly code: string

  constructor(code: string) {
    super(`a message could not be read: ${code}`)
    this.name = 'UnreadableMessage'
    this.code = code
  }
}

/** Reads a message as it came into what it says; one message may say several things, or nothing. */
export type Reader = (bytes: Uint8Array, feed: Feed) => readonly Said[]

/** A row that was kept as a message was read before it was kept. */
const rowOr = (said: readonly Said[]): readonly Said[] => {
  if (said.length === 0) throw new UnreadableMessage('not-a-row')
  return said
}

const hl7: Reader = (bytes, feed) => {
  const said = sayHl7(bytes, feed)
  if (said.length === 0) throw new UnreadableMessage('not-hl7')
  return said
}

/** Who reads the messages of each sort of feed. */
export const readers: Readonly<Record<Sort, Reader>> = {
  hl7,
  fhir: bytes => {
    const said = sayFhir(bytes)
    if (said === undefined) throw new UnreadableMessage('not-fhir')
    return said
  },
  sheet: (bytes, feed) => rowOr(sayAppointmentRow(bytes, feed)),
  extract: bytes => rowOr(sayExtractPerson(bytes)),
}

/** What a message says. Throws UnreadableMessage. */
export const readMessage: Reader = (bytes, feed) => readers[feed.sort](bytes, feed)
