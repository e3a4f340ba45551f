import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, type Picture } from '../record/standing.ts'
import { type Field, fieldWords, plainOf } from './contact-details.ts'
import { nameOf } from './household.ts'
import { inTurn } from './in-turn.ts'
import { leadIn } from './looked-at.ts'
import { earliest, firstFrom } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Details = EntryOf<'contact-details'>
type Back = EntryOf<'bounced' | 'letter-returned'>

/** Something came back from where an agency had written that somebody is reached. */
interface Wrong {
  readonly entry: Back
  readonly person: PersonId
  readonly field: Field
  readonly details: Details
}

const fieldOf: Partial<Record<NonNullable<EntryOf<'bounced'>['way']>, Field>> = {
  'e-mail': 'email',
  letter: 'address',
  text: 'telephone',
  call: 'telephone',
}

/** Whether a receipt is of this person: by id, or by name as the record or the detail spells it. */
const isOf = (picture: Picture, { person, name }: Details, to: readonly string[]): boolean => {
  const names = [person, picture.people.get(person)?.name, name].flatMap(one =>
    one === undefined ? [] : [plainOf.name(one)],
  )
  return to.some(one => names.includes(plainOf.name(one)))
}

/** The detail that proved wrong, where what came back says which it was. */
const wrongIn = (picture: Picture, entry: Back, details: Details): Field | undefined => {
  if (entry.kind === 'letter-returned') {
    const [sent, held] = [entry.address, details.address]
    const same = sent !== undefined && held !== undefined && plainOf.address(sent) === plainOf.address(held)
    return same ? 'address' : undefined
  }
  const field = entry.way === undefined ? undefined : fieldOf[entry.way]
  return field !== undefined && details[field] !== undefined && isOf(picture, details, entry.to) ? field : undefined
}

const latestFor = (picture: Picture, entry: Back): Wrong | undefined => {
  const held = all(picture, 'contact-details').filter(one => one.day <= entry.day)
  for (const details of held.toReversed()) {
    const field = wrongIn(picture, entry, details)
    if (field !== undefined) return { entry, person: details.person, field, details }
  }
  return undefined
}

/** Asked of the person and right, or another one; or they were reached, or something reached them, since. */
const verified = (picture: Picture, { entry, person, field, details }: Wrong): Entry | undefined => {
  const anew = firstFrom(all(picture, 'contact-details'), entry.day, one => {
    const value = one.person === person ? one[field] : undefined
    const old = plainOf[field](details[field] ?? '')
    return value !== undefined && one !== details && (one.settled === true || plainOf[field](value) !== old)
  })
  const reached = firstFrom(
    all(picture, 'contact'),
    entry.day,
    one => one.reached !== false && one.with?.includes(person) === true,
  )
  const arrived = (['delivered', 'opened', 'acknowledged'] as const).map(kind =>
    firstFrom(all(picture, kind), entry.day, one => one.way === entryWay(entry) && isOf(picture, details, one.to)),
  )
  return earliest(anew, reached, ...arrived)
}

const entryWay = (entry: Back): EntryOf<'bounced'>['way'] => (entry.kind === 'bounced' ? entry.way : 'letter')

const detailVerified = rule({
  name: 'contact-detail-verified',
  catalogue: 'R-INF-5',
  says: 'Check the detail with the person, before anything else goes there',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault('one working day after something came back'),
  limit: { workingDays: 1 },
  owner: 'safeguarding-lead',
  ladder: ['agency-manager'],
  find: (picture, owe) => {
    if (all(picture, 'contact-details').length === 0) return
    const back = [...all(picture, 'bounced'), ...all(picture, 'letter-returned')]
    const wrong = back.flatMap(entry => latestFor(picture, entry) ?? [])
    const together = Map.groupBy(wrong, ({ person, field }) => `${person}|${field}`)
    for (const own of together.values())
      inTurn(
        own.toSorted((one, other) => one.entry.day - other.entry.day),
        ({ entry }) => entry,
        (one, ordinal) => {
          const { entry, person, field, details } = one
          const child = picture.children.includes(person) ? person : picture.subject[0]
          return owe({
            ...{ child, thing: `${field}-${person}`, step: `${ordinal}`, because: [entry, details], since: entry.day },
            ...{ owner: leadIn(details), agency: details.by, of: `${fieldWords[field]} of ${nameOf(picture, person)}` },
            done: verified(picture, one),
          })
        },
      )
  },
})

/** What came back shows that a detail is wrong: whoever wrote it asks the person (R-INF-5; review 5.20). */
export const contactDetailVerifiedRules: readonly Rule[] = [detailVerified]
