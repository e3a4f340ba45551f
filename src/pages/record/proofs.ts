import { dayInWords } from '../../calendar/words.ts'
import type { Duty } from '../../duties/rule.ts'
import type { Entry, Kind } from '../../record/entry.ts'
import { communityServices } from '../../record/letter-copies.ts'
import type { Picture } from '../../record/standing.ts'
import {
  agenciesOf,
  assessmentUnderWay,
  everyPartner,
  exploitedIn,
  firstOf,
  householdWith,
  leadWanted,
  namedIn,
  oneOf,
  partners,
  planOf,
  restsOn,
} from './proof-facts.ts'
import { careProofs } from './proofs-of-care.ts'
import { engagementProofs } from './proofs-of-engagement.ts'
import { proofsOfLaw } from './proofs-of-law.ts'
import { riskProofs } from './proofs-of-risk.ts'

/** An entry that would prove a duty done, as far as the record knows it beforehand: its kind and fields. */
export type Proof = { readonly kind: Kind } & {
  readonly [field: string]: string | readonly string[] | undefined
}

/** The entries that would prove a duty done, the most usual first; the others are what may be written instead. */
export type Proving = (duty: Duty, stands: Picture) => readonly [Proof, ...Proof[]]

const afterMiss = ({ thing }: Duty): Proof => ({ kind: 'contact', about: thing, purpose: 'after-a-miss' })

const told = (of: string, to: string | readonly string[]): Proof => ({ kind: 'told', of: [of], to })

const appointmentIn = (entry: Entry): string | undefined => ('appointment' in entry ? entry.appointment : undefined)

const preBirth: Proving = (duty, stands) => {
  const assessment = assessmentUnderWay(stands, duty, 'pre-birth')
  return assessment === undefined
    ? [{ kind: 'assessment-opened', type: 'pre-birth' }]
    : [{ kind: 'assessment-finished', assessment }]
}

const byStep =
  (steps: Readonly<Record<string, Proving>>, otherwise: Proving): Proving =>
  (duty, stands) =>
    (steps[duty.step] ?? otherwise)(duty, stands)

const conference =
  (kind: Kind): Proving =>
  ({ thing }) => [{ kind, conference: thing }]

const challenge =
  (level: string): Proving =>
  ({ thing }) => [{ kind: 'challenge-answered', challenge: thing, level }]

const ruleIn = ({ because }: Duty) => because.find(entry => entry.kind === 'agreed-rule')
const boundBy = (duty: Duty): readonly string[] | undefined => ruleIn(duty)?.person

const cover: Proving = ({ thing, agency }) => [{ kind: 'cover', role: thing, agency }]

const minutes: Proving = ({ thing }) => [{ kind: 'minutes-sent', meeting: thing }]

const meetingOfPlan: Proving = ({ thing }) => [{ kind: 'meeting-held', type: 'child-in-need', plan: thing }]

/** For each rule, by its name, what would prove its duty done. A test holds the list to the rules. */
export const proofs: Readonly<Record<string, Proving>> = {
  ...riskProofs,
  ...careProofs,
  ...engagementProofs,
  'conference-held': ({ thing }) => [
    { kind: 'conference-held', conference: thing, type: 'initial' },
    { kind: 'conference-not-needed', conference: thing },
  ],
  'conference-passed-on': conference('conference-passed-on'),
  'conference-booked': conference('conference-booked'),
  'conference-invitations': (duty, stands) => [
    { kind: 'invitation-sent', meeting: duty.thing, to: everyPartner(stands, duty) },
  ],
  'conference-reports': ({ thing, step }) => [
    { kind: 'report-filed', meeting: thing, reporter: step === '' ? undefined : step },
  ],
  'conference-delay-agreed': conference('conference-delay-agreed'),
  'interim-safety-plan': () => [{ kind: 'safety-plan' }],
  'conference-stall-asked-about': ({ thing, watchers }) => [
    told(thing, watchers),
    { kind: 'challenge-raised', to: 'social-care' },
  ],
  'conference-request-answered': duty => [
    { kind: 'conference-request-answered', conference: restsOn(duty, 'conference-asked-for')?.conference },
  ],
  'partners-told-no-conference': duty => [told(duty.thing, partners(duty.watchers))],
  'condition-in-checkable-form': duty => [
    { kind: 'condition', condition: duty.thing, agreedBy: duty.watchers, text: firstOf(duty).text },
    { kind: 'condition-reviewed', condition: duty.thing, answer: 'retired' },
  ],
  'condition-acted-on': ({ thing }) => [
    { kind: 'condition-acted-on', condition: thing },
    { kind: 'condition-set-aside', condition: thing },
  ],
  'agreed-rule-in-checkable-form': duty => [
    { kind: 'agreed-rule', agreedRule: duty.thing, agreedBy: duty.watchers, text: firstOf(duty).text },
    { kind: 'agreed-rule-reviewed', agreedRule: duty.thing, answer: 'ended' },
  ],
  'agreed-rule-not-kept-reviewed': duty => [
    { kind: 'agreed-rule-reviewed', agreedRule: ruleIn(duty)?.agreedRule ?? ruleIn(duty)?.root },
    { kind: 'strategy-discussion' },
    { kind: 'safety-plan' },
  ],
  'order-not-kept-told': duty => [told(firstOf(duty).root, duty.thing)],
  'agreed-attendance-talked-about': duty => [
    { kind: 'contact', with: boundBy(duty), about: firstOf(duty).root },
    { kind: 'agreed-rule-reviewed', agreedRule: duty.thing },
  ],
  'agreed-rule-reviewed-before-it-ends': ({ thing }) => [{ kind: 'agreed-rule-reviewed', agreedRule: thing }],
  'condition-reviewed': ({ thing }) => [{ kind: 'condition-reviewed', condition: thing }],
  'strategy-discussion-held': () => [{ kind: 'strategy-discussion' }],
  'strategy-discussion-complete': ({ thing }) => [{ kind: 'strategy-discussion', discussion: thing }],
  'strategy-discussion-hears-all': (duty, stands) => [
    { kind: 'invitation-sent', meeting: duty.thing, to: namedIn(stands, duty) },
    { kind: 'strategy-discussion', discussion: duty.thing },
  ],
  'strategy-outcome-for-each-child': ({ thing }) => [{ kind: 'strategy-discussion', discussion: thing }],
  'strategy-minutes-sent': minutes,
  'decision-has-an-owner': ({ thing }) => [{ kind: 'undertaking-given', decision: thing }],
  'appointment-outcome': ({ thing, since }) => [
    { kind: 'attended', appointment: thing, on: dayInWords(since) },
    { kind: 'was-not-brought', appointment: thing, on: dayInWords(since) },
    { kind: 'appointment-cancelled', appointment: thing },
  ],
  'series-importance': ({ thing }) => [{ kind: 'series-importance', series: thing }],
  'family-contacted-after-miss': duty => [afterMiss(duty)],
  'notes-reviewed-after-miss': ({ thing }) => [{ kind: 'notes-reviewed', appointment: thing }],
  // A copy to a parent is first a decision (review 4.2): it is sent from the page of the miss, and is in no form beforehand.
  'letter-after-miss': (duty, stands) => [
    {
      kind: 'letter-sent',
      about: duty.thing,
      to: [oneOf(stands, duty, 'gp'), ...communityServices.flatMap(service => agenciesOf(stands, duty, service))],
    },
    { kind: 'copy-decided', appointment: duty.thing },
  ],
  'gp-follow-up-after-miss': duty => [afterMiss(duty), { kind: 'notes-reviewed', appointment: duty.thing }],
  'worker-told-of-miss': (duty, stands) => [told(firstOf(duty).root, oneOf(stands, duty, 'social-care'))],
  'attendance-pattern-discussed': () => [
    { kind: 'meeting-held', type: 'professionals' },
    { kind: 'strategy-discussion' },
  ],
  'notes-reviewed-after-late-changes': duty => [{ kind: 'notes-reviewed', appointment: appointmentIn(firstOf(duty)) }],
  'result-told': ({ thing }) => [{ kind: 'result-told', result: thing }],
  'medicines-agreed': () => [{ kind: 'medicines-agreed' }],
  'instruction-settled': ({ of }) => [{ kind: 'instruction-settled', medicine: of }],
  'medical-neglect-review': () => [{ kind: 'medical-neglect-review' }],
  'graded-care-profile-considered': () => [{ kind: 'graded-care-profile' }],
  'question-answered': ({ thing }) => [{ kind: 'question-answered', question: thing }],
  'discharge-address-checked': duty => [
    { kind: 'address-checked', address: restsOn(duty, 'discharge')?.address, adults: 'yes' },
  ],
  'referral-decided': ({ thing }) => [{ kind: 'referral-decided', referral: thing }],
  'referrer-told': ({ thing }) => [{ kind: 'referral-answered', referral: thing }],
  'referral-followed-up': ({ thing }) => [
    { kind: 'referral-chased', referral: thing },
    { kind: 'challenge-raised', to: 'social-care' },
  ],
  'referral-taken-up': byStep(
    { 'first-contact': ({ thing }) => [{ kind: 'contact', about: thing, purpose: 'first-contact' }] },
    ({ thing }) => [
      { kind: 'referral-accepted', referral: thing },
      { kind: 'referral-declined', referral: thing },
    ],
  ),
  'threshold-reviewed': () => [{ kind: 'threshold-reviewed' }],
  'enquiry-answered': ({ thing }) => [{ kind: 'enquiry-answered', enquiry: thing }],
  'undertaking-kept': ({ thing }) => [
    { kind: 'undertaking-kept', undertaking: thing },
    { kind: 'undertaking-declined', undertaking: thing },
  ],
  'pre-sentence-report-followed': ({ thing }) => [{ kind: 'undertaking-kept', undertaking: thing }],
  'undertaking-accepted': ({ thing }) => [
    { kind: 'undertaking-accepted', undertaking: thing },
    { kind: 'undertaking-declined', undertaking: thing },
  ],
  'meeting-asks-all': (duty, stands) => [{ kind: 'invitation-sent', meeting: duty.thing, to: namedIn(stands, duty) }],
  'invitation-arrived': ({ thing, step }) => {
    const [to = step] = step.split(' ')
    return [
      { kind: 'invitation-sent', meeting: thing, to: [to] },
      { kind: 'invitation-acknowledged', meeting: thing, to: [to] },
    ]
  },
  'left-out-agency-told': duty => [told(duty.thing, restsOn(duty, 'meeting-called')?.leftOut ?? [])],
  'meeting-minutes-sent': minutes,
  'child-in-need-first-meeting': meetingOfPlan,
  'child-in-need-review': meetingOfPlan,
  'child-seen-at-home': ({ child }) => [{ kind: 'contact', way: 'visit', where: 'home', seen: [child] }],
  'meeting-goes-ahead': ({ thing }) => [
    { kind: 'meeting-held', meeting: thing },
    { kind: 'meeting-moved', meeting: thing, movedBy: 'team-manager' },
  ],
  'drift-decided': () => [{ kind: 'threshold-reviewed' }],
  'plan-members-complete': ({ thing, step }) => [{ kind: 'plan-member', plan: thing, agency: step }],
  'plan-household-complete': duty => [{ kind: 'plan-updated', plan: duty.thing, household: householdWith(duty) }],
  'assessment-finished': ({ thing }) => [{ kind: 'assessment-finished', assessment: thing }],
  'adults-covered-by-assessment': ({ thing, step }) => [{ kind: 'person-covered', assessment: thing, person: step }],
  'ground-gone-decided-again': ({ thing }) => [
    { kind: 'decision' },
    { kind: 'ground', ground: thing },
    { kind: 'analysis-updated', ground: thing },
  ],
  'ground-reassessed': ({ thing }) => [{ kind: 'analysis-updated', ground: thing }],
  'capability-reassessed': (duty, stands) => [
    { kind: 'assessment-finished', assessment: assessmentUnderWay(stands, duty) },
    { kind: 'assessment-opened', type: 'capability' },
  ],
  'adaptation-talked-about': ({ thing }) => [{ kind: 'contact', about: thing, purpose: 'adaptation' }],
  'adaptation-talked-about-again': ({ thing }) => [{ kind: 'contact', about: thing, purpose: 'adaptation' }],
  'closing-complete': ({ thing }) => [{ kind: 'plan-ended', plan: thing }],
  'refusal-decided': () => [{ kind: 'refusal-decided' }],
  'case-covered': ({ agency }) => [
    { kind: 'cover', role: 'social-worker', agency },
    { kind: 'worker-starts', role: 'social-worker', agency },
  ],
  'unallocated-escalated': () => [{ kind: 'allocation-reviewed', escalated: 'yes' }],
  'case-handed-over': ({ thing, agency }) => [{ kind: 'handover', role: thing, agency }],
  'absence-covered': cover,
  'short-absence-covered': cover,
  'network-named': () => [{ kind: 'worker-starts' }],
  'leads-accepted': (duty, stands) => [
    { kind: 'lead-accepted', lead: leadWanted(stands, duty.child) },
    { kind: 'lead-named' },
  ],
  'lead-answered': ({ step }) => {
    const [lead = step] = step.split(':')
    return [
      { kind: 'lead-accepted', lead },
      { kind: 'lead-declined', lead },
    ]
  },
  'supervision-held': () => [{ kind: 'supervision', role: 'social-worker' }],
  'antenatal-miss-followed-up': () => [{ kind: 'contact', way: 'call' }],
  'antenatal-misses-told': (duty, stands) => [{ kind: 'referral-made', to: oneOf(stands, duty, 'social-care') }],
  'unborn-referred': (duty, stands) => [{ kind: 'referral-made', to: oneOf(stands, duty, 'social-care') }],
  'pregnancy-told-to-social-care': (duty, stands) => [told(firstOf(duty).root, oneOf(stands, duty, 'social-care'))],
  'pre-birth-assessment-finished': preBirth,
  'unborn-considered': duty =>
    duty.step === ''
      ? [{ kind: 'strategy-discussion', discussion: duty.thing }]
      : [{ kind: 'conference-held', conference: restsOn(duty, 'conference-held')?.conference }],
  'midwifery-told-reason': ({ watchers, because }) => [
    { ...told((because[1] ?? because[0]).root, watchers), reason: 'yes' },
  ],
  'plans-reassessed-after-birth': (duty, stands) => [{ kind: 'plan-updated', plan: planOf(stands, duty.child) }],
  'disclosure-referred': () => [{ kind: 'referral-made', to: 'social-care' }],
  'domestic-incident-followed': byStep(
    { analysis: ({ thing }) => [{ kind: 'analysis-updated', incident: thing }] },
    () => [{ kind: 'referral-made', to: 'social-care' }],
  ),
  'alleged-person-spoken-to': duty => {
    const alleged = restsOn(duty, 'incident')?.alleged
    return [{ kind: 'contact', with: alleged === undefined ? undefined : [alleged] }]
  },
  'clares-law-asked-about': duty => [
    { kind: 'clares-law', step: 'asked', person: restsOn(duty, 'clares-law')?.person },
  ],
  'clares-law-disclosure-decided': duty => [{ kind: 'clares-law', person: restsOn(duty, 'clares-law')?.person }],
  'exploitation-risk-reopened': duty => [{ kind: 'exploitation', state: 'reassessed', ...exploitedIn(duty) }],
  'challenge-answered': challenge('1'),
  'challenge-answered-by-managers': challenge('2'),
  'challenge-answered-by-service-managers': challenge('3'),
  'challenge-decided-by-partners': challenge('4'),
  'challenge-answered-at-risk': ({ thing, step }) => [
    { kind: 'challenge-answered', challenge: thing, level: step.replace('level ', '') },
  ],
  ...proofsOfLaw,
}
