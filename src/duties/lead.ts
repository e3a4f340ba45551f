import type { Day } from '../calendar/day.ts'
import { type Service, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { Involvement } from '../record/network-standing.ts'
import { holds } from '../record/network-standing.ts'
import { isUnbornOn } from '../record/person-standing.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { complexNeeds } from './complex-needs.ts'
import { earliest, endedBy, firstAbout } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Lead = EntryOf<'lead-named'>['lead']

interface Need {
  readonly since: Day
  readonly because: Entry
}

const apart: ReadonlySet<Service> = new Set(['family', 'conference-unit', 'court', 'partnership'])

/** From when a practitioner counts for a child: from the start, and not before the birth. */
const from = (one: Involvement, born: Day | undefined): Day => Math.max(one.starts.day, born ?? one.starts.day) as Day
const until = (one: Involvement): number => one.ends?.day ?? Number.POSITIVE_INFINITY

const postsOf = (picture: Picture, child: PersonId, born: Day | undefined): readonly Involvement[] =>
  picture.network
    .filter(
      one => one.children.includes(child) && !apart.has(serviceOfAgency(one.agency)) && until(one) > from(one, born),
    )
    .sort((one, other) => from(one, born) - from(other, born))

/** Services that every child has: three of these alone are no network that needs a lead. */
const universal: ReadonlySet<Service> = new Set([
  'gp',
  'health-visiting',
  'midwifery',
  'nursery',
  'school',
  'school-nursing',
])

/** When a third service came to work with a born child: one pass, with the last day of each service so far. */
const thirdService = (picture: Picture, child: PersonId): Need | undefined => {
  const born = picture.people.get(child)?.born
  const ends = new Map<Service, number>()
  for (const one of postsOf(picture, child, born)) {
    const [service, since] = [serviceOfAgency(one.agency), from(one, born)]
    ends.set(service, Math.max(ends.get(service) ?? 0, until(one)))
    const working = [...ends].filter(([, end]) => end > since).map(([one]) => one)
    if (working.length >= 3 && working.some(one => !universal.has(one))) return { since, because: one.starts }
  }
  return undefined
}

const isStillUnborn = (picture: Picture, child: PersonId): boolean => {
  const person = picture.people.get(child)
  return person !== undefined && person.born === undefined && isUnbornOn(person, 0 as Day)
}

const needOf = (picture: Picture, child: PersonId): Need | undefined => {
  const entry = complexNeeds(picture, child)
  const complex = entry === undefined ? undefined : { since: entry.day, because: entry }
  const third = isStillUnborn(picture, child) ? undefined : thirdService(picture, child)
  return third !== undefined && (complex === undefined || third.since < complex.since) ? third : complex
}

const accepted = (picture: Picture, child: PersonId, lead: Lead): Entry | undefined =>
  all(picture, 'lead-accepted').find(entry => entry.lead === lead && isAbout(picture, entry, child))

/** The later of both acceptances; for complex health needs a social worker allocated is not by that an accepted lead. */
const bothAccepted = (picture: Picture, child: PersonId): Entry | undefined => {
  const one = accepted(picture, child, 'lead-practitioner')
  const other = accepted(picture, child, 'lead-health-practitioner')
  return one === undefined || other === undefined ? undefined : one.day > other.day ? one : other
}

/** Without complex health needs one lead is enough, and a social worker who holds the case is one. */
const oneLead = (picture: Picture, child: PersonId): Entry | undefined =>
  earliest(
    accepted(picture, child, 'lead-practitioner'),
    picture.network.find(one => holds(one.role) && one.children.includes(child))?.starts,
  )

const leadFor = (picture: Picture, child: PersonId): Entry | undefined =>
  complexNeeds(picture, child) === undefined ? oneLead(picture, child) : bothAccepted(picture, child)

const leadsAccepted = rule({
  name: 'leads-accepted',
  catalogue: 'R-LP-1',
  says: 'Name a lead practitioner who accepts, and for complex health needs a lead health practitioner too',
  label: 'local setting',
  source: ownDefault(
    'five working days; that such a child has a lead practitioner is in Working Together, and a health practitioner who co-ordinates in NICE guideline NG213',
  ),
  limit: { workingDays: 5 },
  owner: 'team-manager',
  ladder: ['service-manager', 'designated-nurse'],
  find: (picture, owe) => {
    for (const child of picture.children) {
      const need = needOf(picture, child)
      if (need === undefined) continue
      const done = leadFor(picture, child)
      if (done !== undefined && done.day < need.since) continue
      owe({ child, thing: 'leads', because: [need.because], since: need.since, done })
    }
  },
})

const leadAnswered = rule({
  name: 'lead-answered',
  catalogue: 'R-LP-3',
  says: 'Accept to lead, or decline with the reason',
  label: 'local setting',
  source: ownDefault('two working days'),
  limit: { workingDays: 2 },
  owner: 'lead-practitioner',
  find: (picture, owe) => {
    const counts = new Map<string, number>()
    for (const named of all(picture, 'lead-named'))
      for (const child of childrenOf(picture, named)) {
        const ordinal = (counts.get(`${child} ${named.lead}`) ?? 0) + 1
        counts.set(`${child} ${named.lead}`, ordinal)
        owe({
          child,
          thing: 'lead',
          step: `${named.lead}:${ordinal}`,
          because: [named],
          since: named.day,
          owner: named.lead,
          agency: named.agency,
          ...endedBy(answered(picture, named, child), namedAnew(picture, named, child)),
        })
      }
  },
})

const answered = (picture: Picture, named: EntryOf<'lead-named'>, child: PersonId): Entry | undefined =>
  earliest(
    firstAbout(picture, all(picture, 'lead-accepted'), child, named.day, entry => entry.lead === named.lead),
    firstAbout(picture, all(picture, 'lead-declined'), child, named.day, entry => entry.lead === named.lead),
  )

/** Somebody else was named in the meantime: the first need not answer any more. */
const namedAnew = (picture: Picture, named: EntryOf<'lead-named'>, child: PersonId): Entry | undefined =>
  firstAbout(
    picture,
    all(picture, 'lead-named'),
    child,
    named.day,
    entry => entry.lead === named.lead && entry.day > named.day,
  )

/** Who leads: two people who know it and said yes (review 5.11). */
export const leadRules: readonly Rule[] = [leadsAccepted, leadAnswered]
