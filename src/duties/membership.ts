import { ageOn } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import { type Agency, agencyInWords, type Service, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { homeOf } from '../record/household.ts'
import { homeOn, isChildOn } from '../record/person-standing.ts'
import type { PlanStanding } from '../record/plan-standing.ts'
import type { Picture } from '../record/standing.ts'
import { isExpectedOn, isHereOn, nameOf } from './household.ts'
import { earliest, endedBy } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Started = PlanStanding & { readonly started: EntryOf<'plan-started'> }
const isStarted = (plan: PlanStanding): plan is Started => plan.started !== undefined

/** Those who make the plan, judge it or are its family need no invitation to it. */
const apart: ReadonlySet<Service> = new Set(['social-care', 'conference-unit', 'court', 'partnership', 'family'])

/** An agency at work with a child while a plan stands: since when, and until when it stays. */
interface AtWork {
  readonly since: Day
  readonly because: Entry
  readonly left: Entry | undefined
}

/** Every child has a GP, and one under five a health visitor, whoever else the record names (review 5.20). */
const universalFor = (picture: Picture, child: PersonId, day: Day): readonly Service[] => {
  const born = picture.people.get(child)?.born
  const isYoung = born !== undefined && born <= day && ageOn(born, day).years < 5
  return isYoung ? ['gp', 'health-visiting'] : ['gp']
}

const withUniversal = (
  picture: Picture,
  { started }: Started,
  child: PersonId,
  found: Map<Agency, AtWork>,
): ReadonlyMap<Agency, AtWork> => {
  if (started.members === undefined) return found
  const services = new Set([...found.keys()].map(serviceOfAgency))
  for (const service of universalFor(picture, child, started.day))
    if (!services.has(service))
      found.set(service as string as Agency, { since: started.day, because: started, left: undefined })
  return found
}

/** Every agency at work with the child on the day the plan started, or that starts later while it stands. */
const atWork = (picture: Picture, plan: Started, child: PersonId): ReadonlyMap<Agency, AtWork> => {
  const { started, ended } = plan
  const found = new Map<Agency, AtWork>()
  for (const { agency, starts, ends, children } of picture.network) {
    if (starts === ends || apart.has(serviceOfAgency(agency)) || !children.includes(child)) continue
    if ((ends !== undefined && ends.day <= started.day) || (ended !== undefined && starts.day >= ended.day)) continue
    const held = found.get(agency)
    const since = Math.max(started.day, starts.day) as Day
    const because = starts.day > started.day ? starts : started
    if (held === undefined) found.set(agency, { since, because, left: ends })
    else found.set(agency, { ...held, left: ends === undefined ? undefined : held.left && ends })
  }
  return withUniversal(picture, plan, child, found)
}

/** The entry by which an agency is on a plan, or said why not. */
const joined = ({ members }: PlanStanding, agency: Agency): Entry | undefined =>
  members.find(entry => sameAgency(entry.agency, agency) && (entry.answer !== 'declined' || entry.reason !== undefined))

const isNamed = ({ started }: Started, agency: Agency): boolean =>
  (started.members ?? []).some(member => sameAgency(member, agency))

/** A list of members that the record does not give is not an empty list. */
const givesMembers = ({ started, members }: Started): boolean => started.members !== undefined || members.length > 0

const planMembers = rule({
  name: 'plan-members-complete',
  catalogue: 'R-CIN-8',
  says: 'Bring every service that works with the child onto the plan, or have its reason why not',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('two working days after the plan, or after the service, starts'),
  limit: { workingDays: 2 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const plan of picture.plans) {
      if (plan.type !== 'child-in-need' || !isStarted(plan) || !givesMembers(plan)) continue
      for (const child of plan.children)
        for (const [agency, { since, because, left }] of atWork(picture, plan, child)) {
          const member = joined(plan, agency)
          if (isNamed(plan, agency) || (member !== undefined && member.day < since)) continue
          owe({
            child,
            thing: plan.id,
            step: agency,
            because: because === plan.started ? [because] : [because, plan.started],
            since,
            watchers: [agency],
            of: agencyInWords(agency),
            ...endedBy(member, earliest(left, plan.ended)),
          })
        }
    }
  },
})

type Listing = EntryOf<'plan-started' | 'plan-updated'> & { readonly household: readonly PersonId[] }

const listings = ({ started, updates }: PlanStanding): readonly Listing[] =>
  [started, ...updates].filter((entry): entry is Listing => entry?.household !== undefined)

/** Everybody who lives with the child, every child of the record, and the one that is expected. */
const toConsider = (picture: Picture, child: PersonId, day: Day): readonly PersonId[] => {
  const home = homeOf(picture, child, day)
  const ids: PersonId[] = []
  for (const person of picture.people.values()) {
    const gone = person.death ?? person.gone
    if (home !== undefined && homeOn(person, day) === home && (gone === undefined || gone.day > day))
      ids.push(person.id)
  }
  const children = picture.children.filter(id => {
    const person = picture.people.get(id)
    return person !== undefined && isHereOn(picture, id, day) && isChildOn(person, day)
  })
  const expected = picture.pregnancies.filter(one => isExpectedOn(one, day)).map(one => one.unborn)
  return [...new Set([...ids, ...children, ...expected])]
}

/** Each person whom a plan should name and does not, once, with the list that left them out first. */
const leftOut = (picture: Picture, plan: PlanStanding, lists: readonly Listing[]) => {
  const found = new Map<PersonId, { readonly child: PersonId; readonly list: Listing; readonly index: number }>()
  for (const [index, list] of lists.entries())
    for (const child of plan.children)
      for (const person of toConsider(picture, child, list.day))
        if (!list.household.includes(person) && !plan.children.includes(person) && !found.has(person))
          found.set(person, { child, list, index })
  return found
}

const householdConsidered = rule({
  name: 'plan-household-complete',
  catalogue: 'R-TF-1',
  says: 'Name everybody of the household, and every child of the family, in the plan',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault(
    'the day the plan is written; that the whole family is considered is a recommendation of the review',
  ),
  limit: { sameDay: true },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const plan of picture.plans) {
      const lists = listings(plan)
      for (const [person, { child, list, index }] of leftOut(picture, plan, lists)) {
        const named = lists.slice(index + 1).find(one => one.household.includes(person))
        owe({
          child,
          thing: plan.id,
          step: person,
          because: [list],
          since: list.day,
          of: nameOf(picture, person),
          ...endedBy(named, plan.ended),
        })
      }
    }
  },
})

/** Who is on the plan and whom it is about (review 4.5, 5.20, 5.28). */
export const membershipRules: readonly Rule[] = [planMembers, householdConsidered]
