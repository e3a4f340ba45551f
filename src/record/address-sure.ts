import type { Day } from '../calendar/day.ts'
import type { Entry } from './entry.ts'
import type { PersonId } from './field.ts'
import { homeOn, plainAddress } from './person-standing.ts'
import { livesWith } from './responsibility.ts'
import { all, type Picture } from './standing.ts'

/** Where letters to a person go, and whether that may be relied upon. */
export interface AddressOf {
  /** As it was last written; nothing where the record has none. */
  readonly address: string | undefined
  readonly sure: boolean
}

interface Written {
  readonly address: string
  readonly entry: Entry
}

/** The address that was last written of a person: a home, or where letters go as an agency asked them. */
const lastWritten = (stands: Picture, person: PersonId, day: Day): Written | undefined => {
  const homes = all(stands, 'lives-at').flatMap(entry =>
    entry.person.includes(person) && entry.day <= day && (entry.until === undefined || entry.until >= day)
      ? [{ address: entry.address, entry }]
      : [],
  )
  const details = all(stands, 'contact-details').flatMap(entry =>
    entry.person === person && entry.day <= day && entry.address !== undefined && entry.settled === true
      ? [{ address: entry.address, entry }]
      : [],
  )
  return [...homes, ...details].sort((one, other) => one.entry.day - other.entry.day).at(-1)
}

/** Something came back from there since it was written. */
const cameBack = (stands: Picture, person: PersonId, { address, entry }: Written): boolean =>
  all(stands, 'letter-returned').some(
    one =>
      one.day >= entry.day &&
      (one.address === undefined ? one.to === person : plainAddress(one.address) === plainAddress(address)),
  ) || all(stands, 'bounced').some(one => one.day >= entry.day && one.way === 'letter' && one.to.includes(person))

/** It was asked of the person, checked by somebody, or a letter to them arrived. */
const wasChecked = (stands: Picture, person: PersonId, { address, entry }: Written): boolean =>
  (entry.kind === 'contact-details' && entry.settled === true) ||
  all(stands, 'address-checked').some(
    one => one.day >= entry.day && one.address !== undefined && plainAddress(one.address) === plainAddress(address),
  ) ||
  (['delivered', 'opened', 'acknowledged'] as const).some(kind =>
    all(stands, kind).some(one => one.day >= entry.day && one.way === 'letter' && one.to.includes(person)),
  )

/**
 * Where a letter to a person goes on a day. It is sure where they live with the child at the home on the record and nothing
 * came back, or where somebody checked it; a guess at an address tells a stranger, or the wrong parent.
 */
export const addressFor = (stands: Picture, person: PersonId, child: PersonId, day: Day): AddressOf => {
  const written = lastWritten(stands, person, day)
  if (written === undefined) return { address: undefined, sure: false }
  const { address } = written
  if (cameBack(stands, person, written)) return { address, sure: false }
  const standing = stands.people.get(person)
  const home = standing === undefined ? undefined : homeOn(standing, day)
  const withChild = home === plainAddress(address) && livesWith(stands, person, child, day)
  return { address, sure: withChild || wasChecked(stands, person, written) }
}
