import { asRecorder } from '../../store/asking.ts'
import type { Feed } from '../../store/feeds.ts'
import type { FeedNumber, Known } from '../../store/matching.ts'
import { recordNow } from '../../store/record-now.ts'
import type { Store } from '../../store/store.ts'
import { factsOf } from './facts.ts'
import { candidatesOf, nhsAuthority, numbersOf } from './matching.ts'
import { readMessage } from './read-message.ts'
import type { Said } from './said.ts'

/** Somebody of whom a waiting message may be, to be held beside it: as the record has them, and no word of the record. */
export interface Candidate extends Known {
  readonly name: string | undefined
}

/** What a message says, or nothing when it cannot be read. */
export const findSaid = (bytes: Uint8Array | undefined, feed: Feed): readonly Said[] => {
  if (bytes === undefined) return []
  try {
    return readMessage(bytes, feed)
  } catch {
    return []
  }
}

const nameIn = async (store: Store, partnership: number, known: Known): Promise<Candidate> => {
  const now = await recordNow(store, partnership, known.record)
  const name = now?.stands.people.get(known.person)?.name
  return { ...known, name }
}

/** The children of whom a message may be: of one NHS number, or of one name and day of birth. An address is never shown. */
export const candidatesFor = async (store: Store, feed: Feed, said: readonly Said[]): Promise<readonly Candidate[]> => {
  const { partnership } = feed
  const facts = await asRecorder(store, { partnership }, client => factsOf(client, partnership, [{ feed, said }]))
  const patients = said.flatMap(({ patient }) => patient ?? [])
  const found = new Set(patients.flatMap(one => candidatesOf(facts, one)).map(one => `${one.record}|${one.person}`))
  const matched = new Set(facts.matches.filter(({ ended }) => !ended).map(one => `${one.record}|${one.person}`))
  const known = facts.known.filter(one => {
    const name = `${one.record}|${one.person}`
    return found.has(name) || (matched.has(name) && one.child)
  })
  return Promise.all(known.map(one => nameIn(store, partnership, one)))
}

/** The numbers that are somebody's once a person has said whose a message is. */
export const numbersToLearn = (feed: Feed, said: readonly Said[]): readonly FeedNumber[] => {
  const patients = said.flatMap(({ patient }) => patient ?? [])
  return [
    ...numbersOf(
      feed,
      patients.flatMap(({ numbers }) => numbers),
    ),
    ...patients.flatMap(({ nhs }) =>
      nhs === undefined ? [] : [{ feed: feed.id, authority: nhsAuthority, number: nhs }],
    ),
  ]
}
