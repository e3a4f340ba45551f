import type { Day } from '../calendar/day.ts'
import { sameAgency } from '../people/service.ts'
import { always } from '../record/always.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { plainAddress } from '../record/person-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import { nameOf } from './household.ts'
import { inTurn } from './in-turn.ts'
import { earliest, firstFrom } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Details = EntryOf<'contact-details'>

const fields = ['address', 'telephone', 'email', 'name'] as const
type Field = (typeof fields)[number]

const fieldWords: Record<Field, string> = {
  address: 'the address',
  telephone: 'the telephone number',
  email: 'the e-mail address',
  name: 'how the name is spelt',
}

/** Without case, spaces and marks, so that 01632 960001 and 01632-960 001 are one number. */
const plainOf: Record<Field, (text: string) => string> = {
  address: text => plainAddress(text).replaceAll(/[,.]/gu, ''),
  telephone: text => text.replaceAll(/[^\d+]/gu, '').replace(/^\+44/u, '0'),
  email: text => text.trim().toLowerCase(),
  name: text =>
    text
      .trim()
      .toLowerCase()
      .replaceAll(/[\s’'-]+/gu, ' '),
}

/** One thing that differs: what an agency wrote, and what another has. */
interface Differs {
  readonly person: PersonId
  readonly field: Field
  readonly entry: Details
  readonly other: Entry
}

const differencesIn = (details: readonly Details[], person: PersonId, field: Field): readonly Differs[] => {
  const held = new Map<string, Details>()
  return details.flatMap(entry => {
    const value = entry[field]
    if (value === undefined) return []
    if (entry.settled === true) held.clear()
    const plain = plainOf[field](value)
    const other = [...held.values()].find(
      one => !sameAgency(one.by, entry.by) && plainOf[field](one[field] ?? '') !== plain,
    )
    held.set(entry.by, entry)
    return other === undefined ? [] : [{ person, field, entry, other }]
  })
}

/** One day, two agencies, two addresses of one person: a move is never on the same day from two who know it. */
const homesThatDiffer = (picture: Picture, person: PersonId): readonly Differs[] => {
  const homes = picture.people.get(person)?.homes ?? []
  return homes.flatMap((home, place) => {
    const before = homes[place - 1]
    const differ =
      before !== undefined &&
      home.from > always &&
      before.from === home.from &&
      before.address !== home.address &&
      !sameAgency(before.entry.by, home.entry.by)
    return differ
      ? [{ person, field: 'address' as const, entry: home.entry as unknown as Details, other: before.entry }]
      : []
  })
}

const settledIn = (
  picture: Picture,
  { person, field, entry }: Differs,
  details: readonly Details[],
): Entry | undefined => {
  const held = new Map<string, string>()
  const agreed = details.find(one => {
    const value = one[field]
    if (value === undefined) return false
    held.set(one.by, plainOf[field](value))
    return one.day >= entry.day && one !== entry && (one.settled === true || new Set(held.values()).size === 1)
  })
  const home =
    field === 'address'
      ? firstFrom(all(picture, 'lives-at'), (entry.day + 1) as Day, one => one.person.includes(person))
      : undefined
  return earliest(agreed, home)
}

const detailsSettled = rule({
  name: 'contact-details-settled',
  catalogue: 'beyond',
  says: 'Ask the person which is right, and tell every agency before the next letter, call or invitation',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault('three working days after two agencies hold different details'),
  limit: { workingDays: 3 },
  owner: 'lead-practitioner',
  find: (picture, owe) => {
    const details = all(picture, 'contact-details')
    const people = new Set([
      ...details.map(entry => entry.person),
      ...all(picture, 'lives-at').flatMap(entry => entry.person),
    ])
    for (const person of people) {
      const own = details.filter(entry => entry.person === person)
      for (const field of fields) {
        const differing = [
          ...differencesIn(own, person, field),
          ...(field === 'address' ? homesThatDiffer(picture, person) : []),
        ]
        inTurn(
          differing,
          ({ entry }) => entry,
          (one, ordinal) =>
            owe({
              child: picture.children.includes(person) ? person : picture.subject[0],
              thing: `${person}-${field}`,
              step: `${ordinal}`,
              because: [one.entry, one.other],
              since: one.entry.day,
              of: `${fieldWords[field]} of ${nameOf(picture, person)}`,
              watchers: [one.other.by],
              done: settledIn(picture, one, own),
            }),
        )
      }
    }
  },
})

/** Letters to the wrong door are no letters (review 5.20; beyond.md). */
export const contactDetailsRules: readonly Rule[] = [detailsSettled]
