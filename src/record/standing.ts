import type { Day } from '../calendar/day.ts'
import type { AppointmentStanding, SeriesStanding } from './appointment-standing.ts'
import { type AssessmentStanding, assessmentOpenOn, isOfSocialCare } from './assessment-standing.ts'
import type { ConditionStanding, Raised, UndertakingStanding } from './decision-standing.ts'
import type { Entry, EntryOf, Kind } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'
import type { MeetingStanding } from './meeting-standing.ts'
import type { Involvement } from './network-standing.ts'
import type { People } from './person-standing.ts'
import { type PlanStanding, type PlanType, planStandsOn } from './plan-standing.ts'
import type { EnquiryStanding, ReferralStanding } from './referral-standing.ts'
import { type ConferenceStanding, conferencePendsOn, type DiscussionStanding } from './strategy-standing.ts'

/** Told, delivered, opened, acknowledged: what shows that somebody knows. */
export type ReceiptEntry = EntryOf<'told' | 'delivered' | 'opened' | 'acknowledged'>

/** A pregnancy from the day it was known; the unborn child has an id of its own. */
export interface PregnancyStanding {
  readonly unborn: PersonId
  readonly mother: PersonId
  readonly father: PersonId | undefined
  readonly known: EntryOf<'pregnancy'>
  readonly expected: Day | undefined
  booking?: Entry
  ended?: Entry
  birth?: EntryOf<'birth'>
}

/** What stands, read from a family's record. Rules read it and never change it. */
export interface Picture {
  readonly entries: readonly Entry[]
  readonly byKind: ReadonlyMap<Kind, readonly Entry[]>
  /** The child whom an entry is about when it names none. */
  readonly subject: readonly [PersonId]
  readonly people: People
  /** Every child of the record, born or not, in a steady order. */
  readonly children: readonly PersonId[]
  readonly network: readonly Involvement[]
  readonly appointments: readonly AppointmentStanding[]
  readonly series: ReadonlyMap<ThingId, SeriesStanding>
  readonly referrals: readonly ReferralStanding[]
  readonly enquiries: readonly EnquiryStanding[]
  readonly discussions: readonly DiscussionStanding[]
  readonly conferences: readonly ConferenceStanding[]
  readonly assessments: readonly AssessmentStanding[]
  readonly plans: readonly PlanStanding[]
  readonly meetings: readonly MeetingStanding[]
  readonly conditions: readonly ConditionStanding[]
  readonly undertakings: readonly UndertakingStanding[]
  readonly questions: readonly Raised<EntryOf<'question-asked'>, EntryOf<'question-answered'>>[]
  readonly challenges: readonly Raised<EntryOf<'challenge-raised'>, EntryOf<'challenge-answered'>>[]
  readonly results: readonly Raised<EntryOf<'result-awaited'>, EntryOf<'result-told'>>[]
  readonly pregnancies: readonly PregnancyStanding[]
  /** Receipts by the id of each entry or thing that they name. */
  readonly receipts: ReadonlyMap<string, readonly ReceiptEntry[]>
  /** What rules have read of it before, so that it is read once (`readOnce`); nothing that stands. */
  readonly readBefore: unknown[]
}

const none: readonly never[] = []

/** All entries of one kind, in order. */
export const all = <K extends Kind>(
  picture: { readonly byKind: ReadonlyMap<Kind, readonly Entry[]> },
  kind: K,
): readonly EntryOf<K>[] => (picture.byKind.get(kind) as readonly EntryOf<K>[] | undefined) ?? none

/** The children an entry is about: those it names, else the child of the record. */
export const childrenOf = (picture: { readonly subject: readonly [PersonId] }, entry: Entry): readonly PersonId[] =>
  entry.child ?? picture.subject

/** Whether an entry is about a child. */
export const isAbout = (picture: { readonly subject: readonly [PersonId] }, entry: Entry, child: PersonId): boolean =>
  entry.child === undefined ? picture.subject[0] === child : entry.child.includes(child)

/** The plan that stands for a child on a day, of any of the types asked for. */
export const planOn = (
  stands: Picture,
  child: PersonId,
  day: Day,
  types?: readonly PlanType[],
): PlanStanding | undefined =>
  stands.plans.find(plan => (types === undefined || types.includes(plan.type)) && planStandsOn(plan, child, day))

/** Whose stay in hospital an entry is about: the child it names as the patient, else its children; none for a parent's own. */
export const patientsOf = (picture: Picture, entry: EntryOf<'admission' | 'discharge'>): readonly PersonId[] => {
  if (entry.person === undefined) return childrenOf(picture, entry)
  return picture.children.includes(entry.person) ? [entry.person] : []
}

const socialCarePlans: readonly PlanType[] = ['child-in-need', 'child-protection', 'looked-after']

/** Whether a child has a plan of social care or a pending conference or section 47 enquiry on a day (R-APT-5: CIN, CP, LAC, s47). */
export const onPlanOn = (stands: Picture, child: PersonId, day: Day): boolean =>
  planOn(stands, child, day, socialCarePlans) !== undefined ||
  stands.conferences.some(conference => conference.child === child && conferencePendsOn(conference, day))

/** Whether social care has an open case for a child on a day: a plan, an enquiry, or an assessment of its own. */
export const openToSocialCareOn = (stands: Picture, child: PersonId, day: Day): boolean =>
  onPlanOn(stands, child, day) ||
  stands.assessments.some(assessment => isOfSocialCare(assessment) && assessmentOpenOn(assessment, child, day))
