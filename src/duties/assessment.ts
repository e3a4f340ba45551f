import type { Day } from '../calendar/day.ts'
import type { AssessmentStanding } from '../record/assessment-standing.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { adultsAround } from '../record/household.ts'
import { parentSpokenWith } from '../record/spoken-with.ts'
import { all, type Picture } from '../record/standing.ts'
import { authorisedBy, daysOfAssessment, startOfAssessment } from './assessment-clock.ts'
import { capabilityRules } from './capability.ts'
import { decisionReopened, groundReassessed } from './ground.ts'
import { nameOf } from './household.ts'
import { earliest, isFor } from './reading.ts'
import { ownDefault, type Rule, rule, workingTogether } from './rule.ts'

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
  limit: daysOfAssessment,
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const assessment of familyAssessments(picture)) {
      const start = startOfAssessment(picture, assessment)
      const { id, children, finished } = assessment
      if (start === undefined) continue
      for (const child of children) {
        // Whoever writes only that it is finished writes of all whom it was opened for.
        const ofAll = finished?.child === undefined
        const done =
          finished !== undefined && (ofAll || isFor(picture, finished, children, child)) ? finished : undefined
        owe({ child, thing: id, ...start, done })
      }
    }
  },
})

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
  clock: 'before the assessment is authorised',
  owner: 'social-worker',
  heard: 'when-late',
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
            done: earliest(
              coveredIn(picture, assessment, person),
              parentSpokenWith(picture, child, person, { from: assessment.opened.day, until: due.day }),
            ),
            of: nameOf(picture, person),
          })
    }
  },
})

/** Assessments: in time, of everybody, and thought over when their ground has gone (review 2.3, 5.3 to 5.7, 5.10). */
export const assessmentRules: readonly Rule[] = [
  assessmentFinished,
  adultsCovered,
  groundReassessed,
  decisionReopened,
  ...capabilityRules,
]
