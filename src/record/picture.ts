import {
  type Appointments,
  foldAppointment,
  giveToChildren,
  linkMoves,
  type SeriesStanding,
} from './appointment-standing.ts'
import { type AssessmentStanding, foldAssessment } from './assessment-standing.ts'
import { childIds, foldPersons, isChildIn, subjectOf } from './children.ts'
import { chronology, type Question } from './chronology.ts'
import { childrenOfEnquiry, foldConference } from './conference-standing.ts'
import { type ConditionStanding, foldUndertaking, pairUp, type UndertakingStanding } from './decision-standing.ts'
import type { Entry, EntryOf, Kind } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'
import { foldMeeting, type MeetingStanding } from './meeting-standing.ts'
import { foldPost, type Involvement } from './network-standing.ts'
import { type People, personIn } from './person-standing.ts'
import { foldPlan, type PlanStanding } from './plan-standing.ts'
import { foldPregnancies, unbornMeant } from './pregnancy-standing.ts'
import { type EnquiryStanding, foldReferral, type ReferralStanding } from './referral-standing.ts'
import { referredChildren } from './referred-children.ts'
import { settle } from './settle.ts'
import { type Shelf, shelf } from './shelf.ts'
import { all, type Picture, type PregnancyStanding, type ReceiptEntry } from './standing.ts'
import { type ConferenceStanding, type DiscussionStanding, foldDiscussion } from './strategy-standing.ts'

const sorted = (entries: readonly Entry[]): Map<Kind, Entry[]> => {
  const byKind = new Map<Kind, Entry[]>()
  for (const entry of entries) {
    const held = byKind.get(entry.kind)
    if (held === undefined) byKind.set(entry.kind, [entry])
    else held.push(entry)
  }
  return byKind
}

interface Folding {
  readonly subject: readonly [PersonId]
  readonly appointments: Appointments
  readonly series: Map<ThingId, SeriesStanding>
  readonly referrals: Shelf<ReferralStanding>
  readonly discussions: Map<ThingId, DiscussionStanding>
  readonly conferences: ConferenceStanding[]
  readonly assessments: Shelf<AssessmentStanding>
  readonly plans: Shelf<PlanStanding>
  readonly meetings: Shelf<MeetingStanding>
  readonly conditions: ConditionStanding[]
  readonly undertakings: Map<ThingId, UndertakingStanding>
  readonly network: Involvement[]
  readonly pregnancies: readonly PregnancyStanding[]
}

const start = (subject: PersonId, pregnancies: readonly PregnancyStanding[]): Folding => ({
  subject: [subject],
  appointments: new Map(),
  series: new Map(),
  referrals: shelf(),
  discussions: new Map(),
  conferences: [],
  assessments: shelf(),
  plans: shelf(),
  meetings: shelf(),
  conditions: [],
  undertakings: new Map(),
  network: [],
  pregnancies,
})

const foldSeries = (
  series: Map<ThingId, SeriesStanding>,
  entry: EntryOf<'series-started' | 'series-importance'>,
  children: readonly PersonId[],
): void => {
  const held = series.get(entry.series) ?? {
    id: entry.series,
    started: entry.kind === 'series-started' ? entry : undefined,
    children,
    critical: false,
  }
  if (entry.critical !== undefined) held.critical = entry.critical
  if (entry.harm !== undefined || entry.kind === 'series-importance') held.importance ??= entry
  series.set(entry.series, held)
}

/** Takes one entry into what stands. Kinds that only rules read are found by `all`. */
const fold = (state: Folding, entry: Entry): void => {
  const children = entry.child ?? state.subject
  switch (entry.kind) {
    case 'appointment-booked':
    case 'appointment-moved':
    case 'appointment-cancelled':
    case 'attended':
    case 'was-not-brought':
    case 'did-not-attend':
      return foldAppointment(state.appointments, entry, children)
    case 'series-started':
    case 'series-importance':
      return foldSeries(state.series, entry, children)
    case 'worker-starts':
    case 'worker-leaves':
      return foldPost(state.network, entry, children)
    case 'referral-made':
    case 'referral-received':
    case 'referral-acknowledged':
    case 'referral-decided':
    case 'referral-answered':
    case 'referral-chased':
    case 'referral-accepted':
    case 'referral-declined':
      return foldReferral(state.referrals, entry, children)
    case 'strategy-discussion':
      foldDiscussion(state.discussions, entry, children)
      return foldConference(state.conferences, entry, children)
    case 'section47-concluded':
      return foldConference(state.conferences, entry, childrenOfEnquiry(state.conferences, entry, children))
    case 'section47-started':
    case 'decision':
    case 'conference-request-answered':
    case 'conference-passed-on':
    case 'conference-booked':
    case 'conference-delay-agreed':
    case 'conference-held':
    case 'conference-not-needed':
      return foldConference(state.conferences, entry, children)
    case 'assessment-opened':
    case 'person-covered':
    case 'assessment-finished':
    case 'analysis-updated':
      return foldAssessment(state.assessments, entry, unbornMeant(entry, state.pregnancies) ?? children)
    case 'plan-agreed':
    case 'plan-started':
    case 'plan-member':
    case 'plan-updated':
    case 'plan-ended':
      return foldPlan(state.plans, entry, children)
    case 'meeting-called':
    case 'invitation-sent':
    case 'invitation-bounced':
    case 'invitation-acknowledged':
    case 'report-filed':
    case 'cancellation-asked':
    case 'meeting-moved':
    case 'meeting-cancelled':
    case 'minutes-sent':
      return foldMeeting(state.meetings, entry, children)
    case 'meeting-held':
      if (entry.type === 'conference') foldConference(state.conferences, entry, children)
      return foldMeeting(state.meetings, entry, children)
    case 'condition':
      for (const child of children)
        state.conditions.push({ id: entry.condition ?? (entry.root as string as ThingId), child, given: entry })
      return
    case 'undertaking-given':
    case 'undertaking-accepted':
    case 'undertaking-declined':
    case 'undertaking-carried-over':
    case 'undertaking-kept':
      return foldUndertaking(state.undertakings, entry, children)
  }
}

const foldEnquiries = (
  byKind: ReadonlyMap<Kind, readonly Entry[]>,
  of: (entry: Entry) => readonly PersonId[],
): EnquiryStanding[] =>
  pairUp(all({ byKind }, 'enquiry-made'), all({ byKind }, 'enquiry-answered'), entry => entry.enquiry, of).map(pair => {
    const answered = pair.answers[0]
    return { id: pair.id, made: pair.raised, children: pair.children, ...(answered === undefined ? {} : { answered }) }
  })

const receiptKinds = ['told', 'delivered', 'opened', 'acknowledged'] as const

const foldReceipts = (byKind: ReadonlyMap<Kind, readonly Entry[]>): ReadonlyMap<string, readonly ReceiptEntry[]> => {
  const receipts = new Map<string, ReceiptEntry[]>()
  for (const kind of receiptKinds) {
    for (const entry of all({ byKind }, kind)) for (const id of entry.of) shelve(receipts, id, entry)
  }
  return receipts
}

const shelve = (receipts: Map<string, ReceiptEntry[]>, id: string, entry: ReceiptEntry): void => {
  const held = receipts.get(id)
  if (held === undefined) receipts.set(id, [entry])
  else held.push(entry)
}

const markDeaths = (byKind: ReadonlyMap<Kind, readonly Entry[]>, people: People, subject: PersonId): void => {
  for (const entry of all({ byKind }, 'death'))
    personIn(people, entry.person ?? entry.child?.[0] ?? subject).death ??= entry
  for (const entry of all({ byKind }, 'adopted'))
    for (const child of entry.child ?? [subject]) personIn(people, child).gone ??= entry
}

/**
 * What stands in a family's record: one fold over its entries, in order, for one question.
 * Source of the shape: design, section 4, "The picture". Costs about half a microsecond an entry.
 */
export const picture = (entries: readonly Entry[], question: Question = {}): Picture => {
  const written = chronology(entries, question)
  const kinds = sorted(written)
  const people = foldPersons(kinds, written)
  const subject = subjectOf(people, written)
  const ordered = referredChildren(written, kinds, subject)
  const byKind = ordered === written ? kinds : sorted(ordered)
  const pregnancies = foldPregnancies(byKind, people)
  markDeaths(byKind, people, subject)
  const state = start(subject, pregnancies)
  for (const entry of ordered) fold(state, entry)
  linkMoves(state.appointments)
  giveToChildren(state.appointments, id => id === subject || isChildIn(people, id))
  const of = (entry: Entry) => entry.child ?? state.subject
  const stands: Picture = {
    entries: ordered,
    byKind,
    subject: state.subject,
    people,
    children: childIds(people, ordered, subject),
    network: state.network,
    appointments: [...state.appointments.values()],
    series: state.series,
    referrals: state.referrals.inOrder,
    enquiries: foldEnquiries(byKind, of),
    discussions: [...state.discussions.values()],
    conferences: state.conferences,
    assessments: state.assessments.inOrder,
    plans: state.plans.inOrder,
    meetings: state.meetings.inOrder,
    conditions: state.conditions,
    undertakings: [...state.undertakings.values()],
    questions: pairUp(
      all({ byKind }, 'question-asked'),
      all({ byKind }, 'question-answered'),
      entry => entry.question,
      of,
    ),
    challenges: pairUp(
      all({ byKind }, 'challenge-raised'),
      all({ byKind }, 'challenge-answered'),
      entry => entry.challenge,
      of,
    ),
    results: pairUp(all({ byKind }, 'result-awaited'), all({ byKind }, 'result-told'), entry => entry.result, of),
    pregnancies,
    receipts: foldReceipts(byKind),
    readBefore: [],
  }
  settle(stands)
  return stands
}
