import { ageOn, isUnder18 } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, type Picture, patientsOf } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Visit = EntryOf<'urgent-attendance' | 'admission'>

/** Self-harm of a child who came to a hospital for it, with the day of going home from it. */
interface Harm {
  readonly entry: Visit
  readonly home: Day
}

const certain = /\bself.?(?:harm|injur|poison)\w*|\bsuicid\w*/iu
const likely =
  /\boverdos\w*|\btook (?:tablets|pills|paracetamol)\b|\bligature\b|\bcut(?:s|ting)? (?:to )?(?:\w+ )?(?:wrist|arm|forearm)s?\b/iu
/** Under this age tablets that were taken are an accident, as far as the word alone goes. */
const small = 10

const bySelf = (picture: Picture, child: PersonId, entry: Visit): boolean => {
  const said = entry.condition ?? ''
  const born = picture.people.get(child)?.born
  if (certain.test(said)) return born === undefined || isUnder18(born, entry.day)
  return born !== undefined && isUnder18(born, entry.day) && ageOn(born, entry.day).years >= small && likely.test(said)
}

/** The day of going home: at once, or from the ward; a stay that still lasts has none. */
const homeFrom = (picture: Picture, child: PersonId, entry: Visit): Day | undefined =>
  entry.kind === 'urgent-attendance' && entry.outcome !== 'admitted'
    ? entry.day
    : all(picture, 'discharge').find(one => one.day >= entry.day && patientsOf(picture, one).includes(child))?.day

const add = (harms: Map<PersonId, Harm[]>, picture: Picture, child: PersonId, entry: Visit): void => {
  if (!bySelf(picture, child, entry)) return
  const home = homeFrom(picture, child, entry)
  const held = harms.get(child) ?? []
  // The emergency department and the ward write of one stay, each for itself.
  if (home === undefined || held.some(one => one.home === home)) return
  harms.set(child, [...held, { entry, home }])
}

const harmsOf = (picture: Picture): ReadonlyMap<PersonId, readonly Harm[]> => {
  const harms = new Map<PersonId, Harm[]>()
  for (const entry of all(picture, 'urgent-attendance'))
    for (const child of childrenOf(picture, entry)) add(harms, picture, child, entry)
  for (const entry of all(picture, 'admission'))
    for (const child of patientsOf(picture, entry)) add(harms, picture, child, entry)
  for (const held of harms.values()) held.sort((one, other) => one.home - other.home)
  return harms
}

const treating = new Set(['mental-health', 'gp', 'hospital', 'school-nursing'])

/** Whether it was the child who was spoken with: seen, named, or met where only the child can be meant. */
const withChild = (child: PersonId, entry: EntryOf<'contact'>): boolean =>
  entry.reached !== false &&
  treating.has(serviceOfAgency(entry.by)) &&
  (entry.seen?.includes(child) === true || (entry.with?.includes(child) ?? entry.seen === undefined))

/** Somebody who treats the child spoke with them: the mental health service on the ward already, others since. */
const spokenWith = (picture: Picture, child: PersonId, { entry, home }: Harm): Entry | undefined => {
  const isMind = (one: Entry) => serviceOfAgency(one.by) === 'mental-health'
  return earliest(
    firstSince(
      picture,
      'contact',
      { child, day: entry.day },
      one => withChild(child, one) && (isMind(one) || one.day >= home),
    ),
    firstSince(
      picture,
      'attended',
      { child, day: entry.day },
      one => one.seen !== 'no' && (isMind(one) || (one.day > home && treating.has(serviceOfAgency(one.by)))),
    ),
    firstSince(picture, 'safety-plan', { child, day: entry.day }),
  )
}

/** The mental health service has the child already, or is asked to; otherwise it stays with the hospital that let the child go. */
const askedOf = (picture: Picture, child: PersonId, home: Day): Agency | undefined =>
  all(picture, 'referral-made').findLast(
    one => one.day <= home && serviceOfAgency(one.to) === 'mental-health' && isAbout(picture, one, child),
  )?.to

const spokenWithAfterSelfHarm = rule({
  name: 'seen-after-self-harm',
  catalogue: 'beyond',
  says: 'Speak with the child after self-harm: how they are, what keeps them safe, whom they ring at night',
  label: 'local setting',
  source: ownDefault(
    'two working days after going home from hospital, as NICE’s guideline on self-harm has 48 hours; a waiting list is no answer to it',
  ),
  limit: { workingDays: 2 },
  owner: 'emergency-clinician',
  ladder: ['named-nurse', 'named-doctor'],
  find: (picture, owe) => {
    if (all(picture, 'urgent-attendance').length + all(picture, 'admission').length === 0) return
    for (const [child, harms] of harmsOf(picture))
      for (const [place, harm] of harms.entries()) {
        const { entry, home } = harm
        const next = harms[place + 1]?.entry
        const asked = askedOf(picture, child, home)
        const done = spokenWith(picture, child, harm)
        owe({
          ...{ child, thing: 'self-harm', step: `${place + 1}`, because: [entry], since: home },
          ...(asked === undefined ? { agency: entry.agency ?? entry.by } : { owner: 'receiving-team', agency: asked }),
          ...(next !== undefined && (done === undefined || next.day < done.day)
            ? { over: { entry: next, how: 'overtaken' } }
            : { done }),
        })
      }
  },
})

/** After self-harm somebody speaks with the child, and not only writes to a list (beyond.md, a young person in danger by their own hand). */
export const selfHarmRules: readonly Rule[] = [spokenWithAfterSelfHarm]
