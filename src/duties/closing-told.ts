import { addDays, addMonths, type Day } from '../calendar/day.ts'
import { type Agency, agencyInWords, sameAgency, serviceOfAgency, services } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isAtWork } from '../record/network-standing.ts'
import { isUnbornOn } from '../record/person-standing.ts'
import type { PlanStanding } from '../record/plan-standing.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { partnersOf } from './conference-road.ts'
import { earliest, endedBy, firstAbout, receiptsOf, whenAllTold } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Ending = EntryOf<'plan-ended'>

/** An end of a plan of social care that somebody wrote, for each child whom it is about. */
interface Closing {
  readonly plan: PlanStanding
  readonly ending: Ending
  readonly child: PersonId
}

const closings = (picture: Picture): readonly Closing[] =>
  picture.plans
    .filter(plan => plan.type === 'child-in-need' || plan.type === 'child-protection')
    .flatMap(plan =>
      plan.endings.flatMap(ending =>
        plan.children.filter(child => ending.child?.includes(child) ?? true).map(child => ({ plan, ending, child })),
      ),
    )

/** Those who work with the child, beside social care: they may know why it should not end yet. */
const partnersIn = (picture: Picture, { child, ending }: Closing): readonly Agency[] => [
  ...new Set(
    partnersOf(picture.network.filter(one => isAtWork(one, child, ending.day)).map(one => one.agency)).filter(
      agency => !sameAgency(agency, ending.by),
    ),
  ),
]

/** A partner heard of it: told or written to, or at the meeting that decided it in the four weeks before. */
const heardBy = (
  picture: Picture,
  { plan, ending, child }: Closing,
  agencies: readonly Agency[],
): Entry | undefined => {
  const from = addDays(ending.day, -28)
  const met = [
    ...all(picture, 'meeting-held'),
    ...all(picture, 'conference-held'),
    ...all(picture, 'strategy-discussion'),
  ].filter(entry => entry.day >= from && isAbout(picture, entry, child))
  const there = (agency: Agency) => met.some(entry => entry.present?.some(one => sameAgency(one, agency)) === true)
  const absent = agencies.filter(agency => !there(agency))
  if (absent.length === 0) return ending
  const letters = all(picture, 'letter-sent').filter(entry => isAbout(picture, entry, child))
  const minutes = all(picture, 'minutes-sent').filter(entry => isAbout(picture, entry, child))
  const receipts = receiptsOf(picture, [plan.id, ending.id, ending.root])
  return whenAllTold([...receipts, ...letters, ...minutes], absent, from)
}

const partnersTold = rule({
  name: 'partners-told-of-closing',
  catalogue: 'R-CLS-2',
  says: 'Tell all who work with the child that the plan is to end, and ask whether they object',
  label: 'local setting',
  source: ownDefault(
    'five working days, in which partners may object by a challenge; the plan should not end before they are up',
  ),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const closing of closings(picture)) {
      const { plan, ending, child } = closing
      const partners = partnersIn(picture, closing)
      if (partners.length === 0) continue
      owe({
        child,
        thing: plan.id,
        step: `${plan.endings.indexOf(ending) + 1}`,
        because: [ending],
        since: ending.day,
        of: partners.map(agencyInWords).join(', '),
        done: heardBy(picture, closing, partners),
      })
    }
  },
})

/** An end of work with a child: of a plan, of an assessment or enquiry that leads to nothing. */
interface Checked {
  readonly child: PersonId
  readonly end: Entry
  /** From when a check counts: the day on which the work began, and at least four weeks back. */
  readonly from: Day
}

const leadsNowhere = (outcome: string | undefined): boolean =>
  /no further action|\bnfa\b|close|no (?:role|need|concern)/iu.test(outcome ?? '')

const ends = (picture: Picture): readonly Checked[] => [
  ...closings(picture).map(({ child, ending: end }) => ({ child, end, from: addDays(end.day, -28) })),
  ...picture.assessments.flatMap(({ finished, opened, children }) =>
    finished === undefined || !leadsNowhere(finished.outcome) || serviceOfAgency(finished.by) !== 'social-care'
      ? []
      : children.map(child => ({
          child,
          end: finished,
          from: Math.min(opened?.day ?? finished.day, addDays(finished.day, -28)) as Day,
        })),
  ),
  ...all(picture, 'section47-concluded')
    .filter(entry => entry.outcome !== 'conference')
    .flatMap(end => childrenOf(picture, end).map(child => ({ child, end, from: addDays(end.day, -28) }))),
]

const isSeen = (picture: Picture, child: PersonId, entry: Entry): boolean =>
  (entry.kind === 'contact' && entry.reached !== false && entry.seen?.includes(child) === true) ||
  (entry.kind === 'attended' && entry.seen !== 'no' && isAbout(picture, entry, child)) ||
  (entry.kind === 'child-voice' && isAbout(picture, entry, child))

const seenSince = (picture: Picture, child: PersonId, from: Day): Entry | undefined =>
  earliest(
    ...[...all(picture, 'contact'), ...all(picture, 'attended'), ...all(picture, 'child-voice')].filter(
      entry => entry.day >= from && isSeen(picture, child, entry),
    ),
    firstAbout(picture, all(picture, 'admission'), child, from),
    firstAbout(picture, all(picture, 'birth'), child, from),
  )

/** Agencies that wrote of a worry in the year before: each has something to say that is open to be asked. */
const whoKnows = (picture: Picture, { child, end }: Checked): readonly Agency[] => {
  const from = addMonths(end.day, -12)
  const worries = [...all(picture, 'concern'), ...all(picture, 'incident')].filter(
    entry => entry.day >= from && entry.day <= end.day && isAbout(picture, entry, child),
  )
  return [...new Set(worries.map(entry => entry.by))].filter(agency => {
    const service = serviceOfAgency(agency)
    return service === 'police' || service === 'school' || service === 'nursery' || services[service].health
  })
}

/** An agency was asked or took part: it answered, contributed, met, referred, or told social care itself. */
const wasHeard = (picture: Picture, { child, end, from }: Checked, agency: Agency): boolean => {
  const isIt = (one: Agency) => sameAgency(one, agency)
  const inTime = (entry: Entry) => entry.day >= from && entry.day <= end.day && isAbout(picture, entry, child)
  return (
    [...all(picture, 'meeting-held'), ...all(picture, 'conference-held'), ...all(picture, 'strategy-discussion')].some(
      entry => inTime(entry) && entry.present?.some(isIt) === true,
    ) ||
    all(picture, 'enquiry-made').some(entry => inTime(entry) && isIt(entry.to)) ||
    all(picture, 'referral-made').some(entry => isIt(entry.by) && isAbout(picture, entry, child)) ||
    all(picture, 'assessment-finished').some(entry => inTime(entry) && entry.contributions?.some(isIt) === true) ||
    all(picture, 'told').some(entry => isIt(entry.by) && entry.to.some(to => to.startsWith('social-care')))
  )
}

const missingChecks = (picture: Picture, one: Checked): readonly string[] => {
  const person = picture.people.get(one.child)
  const unborn = person !== undefined && isUnbornOn(person, one.end.day)
  const sighting = unborn ? undefined : seenSince(picture, one.child, one.from)
  const seen = unborn || (sighting !== undefined && sighting.day <= one.end.day)
  const unasked = whoKnows(picture, one).filter(agency => !wasHeard(picture, one, agency))
  return [
    ...(seen ? [] : ['the child was not seen']),
    ...unasked.map(agency => `${agencyInWords(agency)} was not asked`),
  ]
}

/** The check was made afterwards, the work goes on, or a service manager signed that it ends without. */
const settledAfter = (picture: Picture, { child, end }: Checked): Entry | undefined =>
  earliest(
    seenSince(picture, child, end.day),
    firstAbout(picture, all(picture, 'enquiry-made'), child, end.day),
    firstAbout(picture, all(picture, 'assessment-opened'), child, addDays(end.day, 1)),
    firstAbout(picture, all(picture, 'strategy-discussion'), child, addDays(end.day, 1)),
    firstAbout(picture, all(picture, 'decision'), child, end.day),
  )

const giveReason = (end: Entry): boolean =>
  end.kind === 'plan-ended' && (end.exceptions !== undefined || (end.signedBy?.length ?? 0) > 1)

const checksMade = rule({
  name: 'closing-checks-made',
  catalogue: 'beyond',
  says: 'Make the check that was open before the work ended, or write why not',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault(
    'one working day after the work with a child ends; other reviews show cases closed without a check that was open to make',
  ),
  limit: { workingDays: 1 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe) => {
    for (const one of ends(picture)) {
      const { child, end } = one
      const missing = giveReason(end) ? [] : missingChecks(picture, one)
      if (missing.length === 0) continue
      const of = missing.join('; ')
      owe({
        child,
        thing: end.root,
        because: [end],
        since: end.day,
        of,
        ...endedBy(settledAfter(picture, one), undefined),
      })
    }
  },
})

/** Before work with a child ends: partners may object, and what could be checked is checked (review 5.5). */
export const closingToldRules: readonly Rule[] = [partnersTold, checksMade]
