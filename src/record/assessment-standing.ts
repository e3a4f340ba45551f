import type { Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { EntryOf } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'
import { put, type Shelf } from './shelf.ts'

/** An assessment as it stands: its clock, whom it covers, and its end. */
export interface AssessmentStanding {
  readonly id: ThingId
  readonly children: readonly PersonId[]
  opened?: EntryOf<'assessment-opened'>
  readonly covered: EntryOf<'person-covered'>[]
  readonly updates: EntryOf<'analysis-updated'>[]
  finished?: EntryOf<'assessment-finished'>
}

export type AboutAssessment = EntryOf<
  'assessment-opened' | 'person-covered' | 'assessment-finished' | 'analysis-updated'
>

type Assessments = Shelf<AssessmentStanding>

const assessmentOf = (
  assessments: Assessments,
  entry: AboutAssessment,
  children: readonly PersonId[],
): AssessmentStanding | undefined => {
  if (entry.assessment !== undefined)
    return assessments.byId.get(entry.assessment) ?? made(assessments, entry.assessment, children)
  if (entry.kind === 'assessment-opened') return made(assessments, entry.root as string as ThingId, children)
  const last = assessments.inOrder.findLast(
    one =>
      one.finished === undefined &&
      (one.children.some(child => children.includes(child)) || meansUnborn(entry, one.opened)),
  )
  return (
    last ??
    (entry.kind === 'analysis-updated' ? undefined : made(assessments, entry.root as string as ThingId, children))
  )
}

/** What names no child may follow an assessment before birth that named none: it was opened for the unborn child. */
const meansUnborn = (entry: AboutAssessment, opened: EntryOf<'assessment-opened'> | undefined): boolean =>
  entry.child === undefined && opened?.type === 'pre-birth' && opened.child === undefined

const made = (assessments: Assessments, id: ThingId, children: readonly PersonId[]): AssessmentStanding =>
  put(assessments, { id, children, covered: [], updates: [] })

/** Takes one entry about an assessment into what stands. */
export const foldAssessment = (
  assessments: Assessments,
  entry: AboutAssessment,
  children: readonly PersonId[],
): void => {
  const assessment = assessmentOf(assessments, entry, children)
  if (assessment === undefined) return
  switch (entry.kind) {
    case 'assessment-opened':
      assessment.opened ??= entry
      return
    case 'person-covered':
      assessment.covered.push(entry)
      return
    case 'analysis-updated':
      assessment.updates.push(entry)
      return
    case 'assessment-finished':
      assessment.finished ??= entry
      return
  }
}

const ofSocialCare = new Set(['child-and-family', 'pre-birth', 'section-47'])

/** Whether an assessment is social care's own: by its type, or by who wrote it. A hospital's or early help's opens no case. */
export const isOfSocialCare = ({ opened }: AssessmentStanding): boolean => {
  if (opened === undefined || opened.type === 'early-help') return false
  return (
    ofSocialCare.has(opened.type ?? '') ||
    serviceOfAgency(opened.by) === 'social-care' ||
    serviceOfAgency(opened.by) === 'emergency-duty'
  )
}

/** Whether an assessment was open on a day. */
export const assessmentOpenOn = (assessment: AssessmentStanding, child: PersonId, day: Day): boolean =>
  assessment.opened !== undefined &&
  assessment.opened.day <= day &&
  assessment.children.includes(child) &&
  (assessment.finished === undefined || assessment.finished.day > day)
