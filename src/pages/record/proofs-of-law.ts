import type { Duty } from '../../duties/rule.ts'
import type { Picture } from '../../record/standing.ts'
import { firstOf, namedIn, parentsOf, restsOn } from './proof-facts.ts'
import type { Proof } from './proofs.ts'

type Proving = (duty: Duty, stands: Picture) => readonly [Proof, ...Proof[]]

const held =
  (type: string): Proving =>
  ({ thing }) => [{ kind: 'meeting-held', type, plan: thing }]

const seen: Proving = ({ child }) => [{ kind: 'contact', way: 'visit', seen: [child] }]
const conferenceHeld =
  (type: string): Proving =>
  () => [{ kind: 'conference-held', type }]
const decision: Proving = () => [{ kind: 'decision', decides: 'other' }]

/** What stands in the agencies’ own record is written there; from the thing to do one says where it is recorded. */
const elsewhere: Proving = ({ rule, thing }) => [{ kind: 'done-elsewhere', rule: rule.name, thing }]

/** What would prove done what is owed after a conference, in care, by law, before an end, and after a death. */
export const proofsOfLaw: Readonly<Record<string, Proving>> = {
  'conference-reconvened': conferenceHeld('initial'),
  'conference-decision-sent': ({ thing }) => [
    { kind: 'letter-sent', about: thing },
    { kind: 'minutes-sent', meeting: thing },
  ],
  'first-core-group': held('core-group'),
  'next-core-group': held('core-group'),
  'review-conference-held': conferenceHeld('review'),
  'review-after-birth': conferenceHeld('review'),
  'child-on-protection-plan-seen': seen,
  'views-after-meeting': ({ thing, watchers }) => [
    { kind: 'view-given', meeting: thing, agency: watchers.length === 1 ? watchers[0] : undefined },
  ],
  'disagreement-weighed': duty => [{ kind: 'views-weighed', meeting: restsOn(duty, 'view-given')?.meeting }],
  'worry-talked-about': () => [{ kind: 'supervision' }],
  'group-supervision-held': () => [
    { kind: 'supervision', group: 'yes' },
    { kind: 'meeting-held', type: 'professionals' },
  ],
  'challenge-closed': ({ thing }) => [{ kind: 'challenge-closed', challenge: thing }],
  'report-from-who-cannot-come': ({ thing, agency }) => [{ kind: 'report-filed', meeting: thing, reporter: agency }],
  'review-where-consultants-can-come': ({ thing }) => [{ kind: 'meeting-held', plan: thing, where: 'hospital' }],
  'agenda-gone-through': () => [{ kind: 'meeting-held' }],
  'action-says-what-changes': duty => [
    {
      kind: 'undertaking-given',
      undertaking: duty.thing,
      meeting: restsOn(duty, 'undertaking-given')?.meeting,
      about: restsOn(duty, 'undertaking-given')?.about,
    },
  ],
  'plan-given-to-parents': (duty, stands) => [
    { kind: 'plan-explained', plan: duty.thing, person: parentsOf(stands, duty.child)[0], understood: 'yes' },
  ],
  'plan-reviewed-by-manager': () => [{ kind: 'threshold-reviewed' }],
  'no-change-decided': () => [{ kind: 'threshold-reviewed' }],
  'partners-told-of-closing': (duty, stands) => [
    { kind: 'told', of: [firstOf(duty).root], to: namedIn(stands, duty) },
    { kind: 'letter-sent', about: duty.thing },
  ],
  'closing-checks-made': duty => [
    { kind: 'contact', way: 'visit', seen: [duty.child] },
    { kind: 'enquiry-made' },
    { kind: 'decision' },
  ],
  'decision-reopened': () => [{ kind: 'threshold-reviewed' }, { kind: 'strategy-discussion' }],
  'care-review-held': () => [{ kind: 'meeting-held', type: 'looked-after-review' }],
  'child-in-care-seen': seen,
  'care-plan-written': () => [{ kind: 'plan-started', type: 'looked-after' }],
  'health-assessed-in-care': () => [{ kind: 'health-assessment' }],
  'legal-step-taken': duty => [{ kind: 'legal-step', step: restsOn(duty, 'legal-advice')?.step, state: 'taken' }],
  'family-group-meeting-offered': () => [{ kind: 'family-group-meeting', state: 'offered' }],
  'police-protection-followed': () => [
    { kind: 'legal-step', step: 'emergency-protection-order', state: 'taken' },
    { kind: 'came-into-care' },
    { kind: 'safety-plan' },
  ],
  'order-looked-at-before-it-ends': duty => [{ kind: 'legal-step', step: restsOn(duty, 'legal-step')?.step }],
  'areas-told-of-move': duty => [
    { kind: 'told', of: [firstOf(duty).root], to: restsOn(duty, 'moves-area')?.agency ?? 'social-care' },
    { kind: 'referral-made', to: restsOn(duty, 'moves-area')?.agency },
  ],
  'responsibility-accepted': duty => [{ kind: 'responsibility-accepted', agency: restsOn(duty, 'moves-area')?.agency }],
  'transfer-in-conference-held': conferenceHeld('initial'),
  'case-held-at-birthday': () => [{ kind: 'handover' }, { kind: 'decision' }],
  'written-in-time': () => [{ kind: 'supervision' }],
  'decision-has-its-reason': decision,
  'death-notified': () => [{ kind: 'death-notified', to: ['child-death-review'] }],
  'family-contact-named': () => [{ kind: 'family-contact-named' }],
  'panel-notified': () => [{ kind: 'death-notified', to: ['national-panel'] }, { kind: 'decision' }],
  'rapid-review-sent': () => [{ kind: 'rapid-review' }],
  'review-panel-and-family': () => [{ kind: 'review-opened', familyInvited: 'yes' }],
  'recommendation-in-practice': elsewhere,
  'recommendation-looked-at-again': elsewhere,
  'training-taken': elsewhere,
  'quarterly-return-handed-in': elsewhere,
}
