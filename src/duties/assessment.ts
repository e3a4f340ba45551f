import type { Day } from '../calendar/day.ts'
import { type Due, dueFrom } from '../calendar/limit.ts'
import type { AssessmentStanding } from '../record/assessment-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { adultsAround } from '../record/household.ts'
import { homeOn, plainAddress } from '../record/person-standing.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { capabilityRules } from './capability.ts'
import { isOfHousehold, nameOf } from './household.ts'
import { earliest, firstAbout, isFor } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule, workingTogether } from './rule.ts'

/** When the clock of an assessment starts: the day of the referral that it follows, else the day it was opened. */
export const startOfAssessment = (
  picture: Picture,
  { opened }: AssessmentStanding,
): Pick<Owed, 'since' | 'because'> | undefined => {
  if (opened === undefined) return undefined
  const referral = opened.referral === undefined ? undefined : picture.referrals.find(one => one.id === opened.referral)
  const referred = referral?.received ?? referral?.made
  return {
    since: opened.referred ?? referred?.day ?? opened.day,
    because: referred === undefined ? [opened] : [opened, referred],
  }
}

/** Assessments with a clock of their own: before birth (R-UNB-2), of a section 47 enquiry (R-ICPC-1), of early help. */
const others: ReadonlySet<string> = new Set(['pre-birth', 'early-help', 'capability', 'section-47'])

type Opened = AssessmentStanding & { readonly opened: Entry }
const familyAssessments = (picture: Picture): readonly Opened[] =>
  picture.assessments.filter(
    (one): one is Opened => one.opened !== undefined && !others.has(one.opened.type ?? 'child-and-family'),
  )

const assessmentFinished = rule({
  name: 'assessment-finished',
  catalogue: 'R-ASM-1',
  says: 'Finish the assessment, have it authorised, and tell the family and everybody involved',
  label: 'statutory',
  source: workingTogether('assessment concluded within 45 working days from the point of referral'),
  limit: { workingDays: 45 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const assessment of familyAssessments(picture)) {
      const start = startOfAssessment(picture, assessment)
      const { id, children, finished } = assessment
      if (start === undefined) continue
      for (const child of children) {
        const done = finished !== undefined && isFor(picture, finished, children, child) ? finished : undefined
        owe({ child, thing: id, ...start, done })
      }
    }
  },
})

const authorisedBy = (picture: Picture, assessment: Opened): Due => {
  if (assessment.finished !== undefined) return { day: assessment.finished.day, basis: 'table' }
  const since = startOfAssessment(picture, assessment)?.since ?? assessment.opened.day
  return dueFrom(since, assessmentFinished.limit)
}

/** What an assessment says of a person: its own word or a later one's; what an earlier one said does not count. */
const coveredIn = (picture: Picture, assessment: Opened, person: PersonId): Entry | undefined =>
  all(picture, 'person-covered').find(
    entry =>
      entry.person === person &&
      entry.status !== 'not-asked' &&
      entry.day >= assessment.opened.day &&
      (entry.assessment === undefined ||
        entry.assessment === assessment.id ||
        !isOlder(picture, entry.assessment, assessment.opened.day)),
  )

const isOlder = (picture: Picture, id: string, day: Day): boolean =>
  picture.assessments.some(one => one.id === id && one.opened !== undefined && one.opened.day < day)

const adultsCovered = rule({
  name: 'adults-covered-by-assessment',
  catalogue: 'R-ASM-2',
  says: 'Assess each adult around the child before the assessment is authorised, or write why not',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('before the assessment is authorised; an adult who was never asked is not "declined"'),
  limit: { sameDay: true },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const assessment of familyAssessments(picture)) {
      const due = authorisedBy(picture, assessment)
      for (const child of assessment.children)
        for (const person of adultsAround(picture, child, due.day))
          owe({
            child,
            thing: assessment.id,
            step: person,
            because: [assessment.opened],
            since: assessment.opened.day,
            due,
            done: coveredIn(picture, assessment, person),
            of: nameOf(picture, person),
          })
    }
  },
})

type Ground = EntryOf<'ground'>

/** A ground as it was last given, until it is given anew: what contradicts it lies between the two. */
interface Given {
  readonly ground: Ground
  readonly id: string
  readonly ordinal: number
  until: Day | undefined
}

const givenGrounds = (picture: Picture): readonly Given[] => {
  const last = new Map<string, Given>()
  return all(picture, 'ground').map(ground => {
    const id = ground.ground ?? ground.root
    const before = last.get(id)
    if (before !== undefined) before.until = ground.day
    const given: Given = { ground, id, ordinal: (before?.ordinal ?? 0) + 1, until: undefined }
    last.set(id, given)
    return given
  })
}

const after = <E extends Entry>(entries: readonly E[], ground: Ground, fits: (entry: E) => boolean): readonly E[] =>
  entries.filter(entry => entry.day > ground.day && fits(entry))

/** The person lives elsewhere now, or the child went home from hospital to another address (review 2.9, 5.5). */
const moves = (picture: Picture, ground: Ground, child: PersonId): readonly Entry[] => {
  const who = ground.person ?? child
  const person = picture.people.get(who)
  const address = ground.address === undefined ? person && homeOn(person, ground.day) : plainAddress(ground.address)
  if (address === undefined) return []
  const isElsewhere = (other: string) => plainAddress(other) !== address
  const withChild = who === child || isOfHousehold(picture, who, child, ground.day)
  return [
    ...after(all(picture, 'lives-at'), ground, entry => entry.person.includes(who) && isElsewhere(entry.address)),
    ...after(
      all(picture, 'discharge'),
      ground,
      entry =>
        withChild &&
        entry.person === undefined &&
        entry.address !== undefined &&
        isElsewhere(entry.address) &&
        isAbout(picture, entry, child),
    ),
  ]
}

/** A pregnancy or a relationship with the one from whom somebody was said to have parted (review 5.17). */
const together = (picture: Picture, ground: Ground): readonly Entry[] => {
  const who = ground.person
  if (who === undefined) return []
  return [
    ...after(all(picture, 'pregnancy'), ground, entry => entry.father === who || entry.mother === who),
    ...after(
      all(picture, 'relationship'),
      ground,
      entry => entry.is === 'partner' && (entry.person === who || entry.of === who),
    ),
  ]
}

const contradictions = (picture: Picture, { ground, id }: Given, child: PersonId): readonly Entry[] => {
  const ended = all(picture, 'ground-ended').filter(entry => entry.ground === id && entry.day >= ground.day)
  if (ground.about === 'lives-at') return [...ended, ...moves(picture, ground, child)]
  if (ground.about === 'relationship-ended') return [...ended, ...together(picture, ground)]
  const { person } = ground
  return ground.about === 'helped-by' && person !== undefined
    ? [...ended, ...after(all(picture, 'death'), ground, entry => entry.person === person)]
    : ended
}

const analysed = (picture: Picture, id: string, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    all(picture, 'analysis-updated').find(
      entry => entry.day >= day && (entry.ground === id || isAbout(picture, entry, child)),
    ),
    firstAbout(picture, all(picture, 'assessment-finished'), child, day),
  )

const groundReassessed = rule({
  name: 'ground-reassessed',
  catalogue: 'R-ASM-3',
  says: 'Think again: what the assessment rested on is no longer so',
  shape: 'change',
  label: 'local setting',
  source: ownDefault('ten working days after the event that contradicts it'),
  limit: { workingDays: 10 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const given of givenGrounds(picture))
      for (const child of childrenOf(picture, given.ground)) {
        const { ground, id, ordinal, until } = given
        const event = earliest(...contradictions(picture, given, child))
        if (event === undefined || (until !== undefined && event.day > until)) continue
        owe({
          child,
          thing: id,
          step: ordinal === 1 ? '' : `${ordinal}`,
          because: [event, ground],
          since: event.day,
          done: analysed(picture, id, child, event.day),
        })
      }
  },
})

/** Assessments: in time, of everybody, and thought over when their ground has gone (review 2.3, 5.3 to 5.7, 5.10). */
export const assessmentRules: readonly Rule[] = [
  assessmentFinished,
  adultsCovered,
  groundReassessed,
  ...capabilityRules,
]
