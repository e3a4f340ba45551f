import { addDays } from '../calendar/day.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { nameOf } from './household.ts'
import { readOnce } from './rounds.ts'
import { type Owed, type Rule, rule } from './rule.ts'

/** Something that is kept from a person, for one child: the first entry of it. */
interface Kept {
  readonly child: PersonId
  readonly from: PersonId
  readonly entry: Entry
}

const keptIn = readOnce((picture): readonly Kept[] => {
  const found = new Map<PersonId, Kept>()
  for (const entry of picture.entries) {
    // Any kind of entry may be kept from somebody, and hardly any is: the rest costs one look each.
    if (entry.hiddenFrom === undefined) continue
    for (const from of entry.hiddenFrom)
      if (!found.has(from)) found.set(from, { child: childrenOf(picture, entry)[0] ?? picture.subject[0], from, entry })
  }
  return [...found.values()]
})

type Reviewed = EntryOf<'restriction-reviewed'>

const reviewsOf = (picture: Picture, { child, from, entry }: Kept): readonly Reviewed[] =>
  all(picture, 'restriction-reviewed').filter(
    review =>
      review.day > entry.day &&
      (review.person === undefined ? isAbout(picture, review, child) : review.person === from),
  )

/** From the first entry to the first review, from each review to the next; nothing after it was lifted. */
const turns = (picture: Picture, { child, from, entry }: Kept, reviews: readonly Reviewed[]): readonly Owed[] => {
  const lifted = reviews.findIndex(review => review.answer === 'lifted')
  const starts: readonly Entry[] = [entry, ...(lifted === -1 ? reviews : reviews.slice(0, lifted))]
  return starts.map((start, place) => ({
    child,
    thing: `kept-from-${from}`,
    step: `${place + 1}`,
    because: [start],
    since: start.day,
    opens: addDays(start.day, 1),
    of: nameOf(picture, from),
    done: reviews[place],
  }))
}

const restrictionReviewed = rule({
  name: 'restriction-looked-at-again',
  catalogue: 'R-DA-7',
  says: 'Look again at what is kept from somebody: in letters, invitations, the portal and subject access',
  shape: 'silence',
  label: 'local procedure',
  source: [{ document: 'Nottingham City procedure for restricted records: reviewed on a rolling 90 days' }],
  limit: { days: 90 },
  owner: 'information-governance-lead',
  ladder: ['safeguarding-lead'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const kept of keptIn(picture)) for (const owed of turns(picture, kept, reviewsOf(picture, kept))) owe(owed)
  },
})

/** What must not be known by somebody is withheld from the moment it is written, and does not stay so unseen (review 2.3). */
export const keptFromRules: readonly Rule[] = [restrictionReviewed]
