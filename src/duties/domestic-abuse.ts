import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import { isChildOn, isUnbornOn, type PersonStanding } from '../record/person-standing.ts'
import { all, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { claresLawRules } from './clares-law.ts'
import { type Incident, incidentsOf, type Struck, thingOf } from './domestic-incident.ts'
import { earliest, endedBy, firstAbout, firstFrom, isTo, receiptsOf } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

const incidents = (picture: Picture, fits: (incident: Incident) => boolean): readonly Struck[] =>
  all(picture, 'incident').length === 0 ? [] : incidentsOf(picture).filter(({ incident }) => fits(incident))

const longestPregnancy = 294 // days: 42 weeks

/** Whether a child not yet born was expected on a day: the pregnancy was known, or the birth came within its length. */
const isExpectedOn = (picture: Picture, person: PersonStanding, { day }: Entry): boolean => {
  const born = person.born ?? person.expected
  const isOn = (ended: Entry | undefined) => ended === undefined || ended.day > day
  return (
    (born !== undefined && born - day < longestPregnancy) ||
    picture.pregnancies.some(one => one.unborn === person.id && one.known.day <= day && isOn(one.ended))
  )
}

/** Whether the home in which it happened was that of a child, born or expected. */
const isChildsHome = (picture: Picture, { incident, child }: Struck): boolean => {
  const person = picture.people.get(child)
  if (person === undefined) return true
  return isUnbornOn(person, incident.day) ? isExpectedOn(picture, person, incident) : isChildOn(person, incident.day)
}

const socialCare = 'social-care' as Agency

const isDomestic = ({ type, elsewhere }: Incident): boolean => type === 'domestic' && elsewhere !== true

const isPolice = (agency: Agency): boolean => serviceOfAgency(agency) === 'police'

const base = ({ incident, child }: Struck): Pick<Owed, 'child' | 'thing' | 'because' | 'since'> => ({
  child,
  thing: thingOf(incident),
  because: [incident],
  since: incident.day,
})

/** Social care knows of it: by a referral, by being told, or by a discussion that followed. */
const reachedSocialCare = (picture: Picture, { child, incident }: Struck): Entry | undefined =>
  earliest(
    firstAbout(picture, all(picture, 'referral-made'), child, incident.day, entry => isSocialCare(entry.to)),
    receiptsOf(picture, [incident.id, incident.root, thingOf(incident)]).find(
      receipt => receipt.day >= incident.day && isTo(receipt, socialCare),
    ),
    firstAbout(picture, all(picture, 'strategy-discussion'), child, incident.day),
  )

const referral = (picture: Picture, one: Struck): Owed => ({
  ...base(one),
  step: 'referral',
  of: 'refer to social care',
  owner: isPolice(one.incident.by) ? 'police-officer' : 'safeguarding-lead',
  agency: one.incident.by,
  done: reachedSocialCare(picture, one),
})

const analysis = (picture: Picture, one: Struck): Owed => {
  const { child, incident } = one
  const first = (kind: 'analysis-updated' | 'plan-updated' | 'assessment-finished') =>
    firstAbout<Entry>(picture, all(picture, kind), child, incident.day)
  return {
    ...base(one),
    step: 'analysis',
    of: 'write what follows if it happens again while the child is there',
    owner: 'social-worker',
    limit: { workingDays: 5 },
    watchers: [incident.by],
    done: earliest(first('analysis-updated'), first('plan-updated'), first('assessment-finished')),
  }
}

const incidentFollowed = rule({
  name: 'domestic-incident-followed',
  catalogue: 'R-DA-3',
  says: 'Follow up the domestic incident for the child',
  label: 'local setting',
  source: ownDefault('one working day to refer; five to bring the analysis up to date while the case is open'),
  limit: { workingDays: 1 },
  owner: 'police-officer',
  find: (picture, owe) => {
    for (const one of incidents(picture, isDomestic)) {
      if (!isChildsHome(picture, one)) continue
      if (!isSocialCare(one.incident.by)) owe(referral(picture, one))
      if (openToSocialCareOn(picture, one.child, one.incident.day)) owe(analysis(picture, one))
    }
  },
})

const hadLeft = ({ by, alleged, leftBefore }: Incident): boolean =>
  alleged !== undefined && leftBefore === true && isPolice(by)

/** The police spoke to that person, or wrote why not. */
const spokenTo = (picture: Picture, { alleged, day }: Incident): Entry | undefined =>
  firstFrom(
    all(picture, 'contact'),
    day,
    entry =>
      isPolice(entry.by) &&
      alleged !== undefined &&
      (entry.with ?? []).includes(alleged) &&
      (entry.reached !== false || entry.text !== undefined),
  )

const allegedSpokenTo = rule({
  name: 'alleged-person-spoken-to',
  catalogue: 'R-DA-5',
  says: 'Speak to the person who had left before the police came, or write why not',
  label: 'local setting',
  source: ownDefault('five working days after the incident'),
  limit: { workingDays: 5 },
  owner: 'police-officer',
  ladder: ['police-inspector'],
  find: (picture, owe) => {
    for (const one of incidents(picture, hadLeft)) {
      const { alleged, by } = one.incident
      const died = alleged === undefined ? undefined : picture.people.get(alleged)?.death
      owe({ ...base(one), agency: by, ...endedBy(spokenTo(picture, one.incident), died) })
    }
  },
})

/** Domestic abuse in the home of a child, born or not: what follows an incident, and what follows advice (review 5.3). */
export const domesticAbuseRules: readonly Rule[] = [incidentFollowed, allegedSpokenTo, ...claresLawRules]
