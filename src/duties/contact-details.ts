import type { Day } from '../calendar/day.ts'
import { sameAgency } from '../people/service.ts'
import { always } from '../record/always.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { plainAddress } from '../record/person-standing.ts'
import { all, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { nameOf } from './household.ts'
import { inTurn } from './in-turn.ts'
import { leadIn } from './looked-at.ts'
import { earliest, firstFrom } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

type Details = EntryOf<'contact-details'>

const fields = ['address', 'telephone', 'email', 'name'] as const
/** What of a person an agency writes down to reach them by. */
export type Field = (typeof fields)[number]

/** The same in words. */
export const fieldWords: Record<Field, string> = {
  address: 'the address',
  telephone: 'the telephone number',
  email: 'the e-mail address',
  name: 'how the name is spelt',
}

/** Without case, spaces and marks, so that 01632 960001 and 01632-960 001 are one number. */
export const plainOf: Record<Field, (text: string) => string> = {
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
  readonly entry: Entry
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
    return differ ? [{ person, field: 'address' as const, entry: home.entry, other: before.entry }] : []
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

/** All that differs of one person by one entry: one question to ask, one answer. */
const asked = (
  picture: Picture,
  person: PersonId,
  own: readonly Details[],
): readonly (readonly [Differs, ...Differs[]])[] => {
  const differing = [...fields.flatMap(field => differencesIn(own, person, field)), ...homesThatDiffer(picture, person)]
  const together = Map.groupBy(differing, ({ entry }) => entry)
  return [...together.values()]
    .flatMap(([first, ...others]) => (first === undefined ? [] : [[first, ...others] as const]))
    .sort(([one], [other]) => one.entry.day - other.entry.day)
}

const allSettled = (picture: Picture, differing: readonly Differs[], own: readonly Details[]): Entry | undefined => {
  const ends = differing.map(one => settledIn(picture, one, own))
  return ends.some(end => end === undefined)
    ? undefined
    : ends.sort((one, other) => (other?.day ?? 0) - (one?.day ?? 0))[0]
}

/** Who asks: the lead of an open case, else the agency that found the difference. */
const asker = (picture: Picture, child: PersonId, entry: Entry): Pick<Owed, 'owner' | 'agency'> =>
  openToSocialCareOn(picture, child, entry.day) ? {} : { owner: leadIn(entry), agency: entry.by }

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
    const details = Map.groupBy(all(picture, 'contact-details'), entry => entry.person)
    for (const person of new Set([...details.keys(), ...picture.people.keys()])) {
      const own = details.get(person) ?? []
      const child = picture.children.includes(person) ? person : picture.subject[0]
      inTurn(
        asked(picture, person, own),
        ([{ entry }]) => entry,
        (differing, ordinal) => {
          const [{ entry, other }] = differing
          const of = `${differing.map(({ field }) => fieldWords[field]).join(' and ')} of ${nameOf(picture, person)}`
          const done = allSettled(picture, differing, own)
          const key = { child, thing: `details-${person}`, step: `${ordinal}` }
          return owe({
            ...key,
            because: [entry, other],
            since: entry.day,
            of,
            ...asker(picture, child, entry),
            watchers: [other.by],
            done,
          })
        },
      )
    }
  },
})

/** Letters to the wrong door are no letters (review 5.20; beyond.md). */
export const contactDetailsRules: readonly Rule[] = [detailsSettled]
