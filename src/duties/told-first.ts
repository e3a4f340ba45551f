import type { Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { holdersFor, isToPerson, livesWith } from '../record/responsibility.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { type Decided, decidedOnes, endOfRoad, invitationsTo } from './conference-road.ts'
import { nameOf } from './household.ts'
import { earliest, endedBy } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

interface Asked {
  readonly person: PersonId
  readonly child: PersonId
  readonly day: Day
}

const wasTold = (picture: Picture, asked: Asked): Entry | undefined => {
  const { person, child, day } = asked
  const withHome = livesWith(picture, person, child, day)
  const first = <E extends Entry>(entries: readonly E[], fits: (entry: E) => boolean): E | undefined =>
    entries.find(entry => entry.day >= day && fits(entry))
  const spoken = first(
    all(picture, 'contact'),
    contact =>
      contact.reached !== false &&
      (contact.with?.includes(person) === true ||
        (contact.with === undefined && withHome && serviceOfAgency(contact.by) === 'social-care')),
  )
  return earliest(
    spoken,
    first(all(picture, 'told'), entry => isToPerson(picture, entry.to, asked)),
    first(all(picture, 'letter-sent'), entry => isToPerson(picture, entry.to, asked)),
    first(all(picture, 'invitation-sent'), entry => isToPerson(picture, entry.to, asked)),
    first(
      all(picture, 'cancellation-asked'),
      entry => entry.person === person || (entry.person === undefined && withHome),
    ),
    first(all(picture, 'consent-given'), entry => entry.person === person),
    first(all(picture, 'family-view'), entry => entry.person === person),
    first(all(picture, 'meeting-held'), entry => entry.family?.includes(person) === true),
  )
}

/** It was written down that telling them is not safe. */
const notTold = (picture: Picture, { person, child, day }: Asked): Entry | undefined =>
  all(picture, 'not-told').find(
    entry =>
      entry.day >= day - 30 &&
      isAbout(picture, entry, child) &&
      (entry.person === undefined || entry.person === person),
  )

/** One working day before the invitations go out; never before it was decided. */
const dueFirst = (picture: Picture, conference: Decided): Day => {
  const sent = invitationsTo(picture, conference)[0]?.day
  const before = sent === undefined ? addWorkingDays(conference.decided.day, 5) : addWorkingDays(sent, -1)
  return Math.max(before, conference.decided.day) as Day
}

const parentsTold = rule({
  name: 'parents-told-first',
  catalogue: 'R-VOI-4',
  says: 'Tell each parent of the conference, and why, before others learn of it; or write down why that is not safe',
  label: 'local setting',
  source: ownDefault(
    'one working day before the invitations; that parents are told and take part is in Working Together, that they are told first is ours',
  ),
  limit: { workingDays: 1 },
  clock: 'one working day before the invitations go out',
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const conference of decidedOnes(picture)) {
      const { child, decided, id } = conference
      const day = dueFirst(picture, conference)
      for (const person of holdersFor(picture, child, decided.day)) {
        const asked = { person, child, day: decided.day }
        owe({
          child,
          thing: id,
          step: person,
          because: [decided],
          since: decided.day,
          due: { day, basis: 'table' },
          ...endedBy(wasTold(picture, asked), earliest(notTold(picture, asked), endOfRoad(conference))),
          of: nameOf(picture, person),
        })
      }
    }
  },
})

/** What a person with parental responsibility must know of, wherever they live. */
const grave = (picture: Picture): readonly (readonly [entry: Entry, children: readonly PersonId[]])[] => [
  ...picture.plans.flatMap(({ type, started, children }) =>
    type === 'child-protection' && started !== undefined ? [[started, children] as const] : [],
  ),
  ...[...all(picture, 'came-into-care'), ...all(picture, 'placed-elsewhere')].map(
    entry => [entry, entry.child ?? picture.subject] as const,
  ),
]

const elsewhereTold = rule({
  name: 'responsibility-holder-told',
  catalogue: 'beyond',
  says: 'Tell the person with parental responsibility who does not live with the child, or write down why that is not safe',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('five working days after a child protection plan, coming into care or a placement elsewhere'),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const [entry, children] of grave(picture))
      for (const child of children)
        for (const person of holdersFor(picture, child, entry.day)) {
          if (livesWith(picture, person, child, entry.day)) continue
          const asked = { person, child, day: addWorkingDays(entry.day, -20) }
          const told = wasTold(picture, asked)
          if (told !== undefined && told.day < entry.day) continue
          owe({
            child,
            thing: entry.root,
            step: person,
            because: [entry],
            since: entry.day,
            ...endedBy(told, notTold(picture, asked)),
            of: nameOf(picture, person),
          })
        }
  },
})

/** Those who hold parental responsibility learn of it from us, and first (review 3.7). */
export const toldFirstRules: readonly Rule[] = [parentsTold, elsewhereTold]
