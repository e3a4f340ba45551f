import type { Agency } from '../../people/service.ts'
import { everyPartner, firstOf, parentsOf, restsOn } from './proof-facts.ts'
import type { Proof, Proving } from './proofs.ts'

const told = (of: string, to: readonly (string | Agency)[]): Proof => ({ kind: 'told', of: [of], to })

const everybody: Proving = (duty, stands) => [
  told(firstOf(duty).root, [...parentsOf(stands, duty.child), ...everyPartner(stands, duty)]),
]

const toParent: Proving = ({ thing, step }) => [
  { kind: 'contact', with: [step] },
  { kind: 'not-told', person: step, of: thing },
]

/** For the rules about how family and services work together, and who is heard and told, what would prove their duty done. */
export const engagementProofs: Readonly<Record<string, Proving>> = {
  'engagement-reviewed': () => [
    { kind: 'engagement-reviewed', about: 'not-coming' },
    { kind: 'meeting-held', type: 'professionals' },
  ],
  'co-operation-analysed': () => [
    { kind: 'engagement-reviewed', about: 'says-and-does' },
    { kind: 'meeting-held', type: 'professionals' },
  ],
  'trust-plan-made': () => [{ kind: 'trust-plan' }],
  'reason-for-miss-checked': ({ thing }) => [{ kind: 'reason-checked', appointment: thing }],
  'refusal-explored': duty => [
    { kind: 'help-offered', person: restsOn(duty, 'consent-refused')?.person },
    { kind: 'refusal-decided' },
  ],
  'refused-help-weighed': () => [{ kind: 'refusal-decided' }, { kind: 'plan-updated' }],
  'support-tested': ({ thing, because }) => {
    const claim = because.find(entry => entry.kind === 'ground')
    return [
      { kind: 'ground', ground: thing, about: claim?.about, person: claim?.person, tested: 'yes' },
      { kind: 'ground-ended', ground: thing },
    ]
  },
  'not-forthcoming-weighed': () => [{ kind: 'analysis-updated' }, { kind: 'meeting-held' }],
  'assessment-prompts-answered': ({ thing }) => [{ kind: 'assessment-prompts', assessment: thing }],
  'assessment-contributions': ({ thing, step }) => [
    { kind: 'assessment-contribution', assessment: thing, agency: step },
  ],
  'childhood-records-read': ({ thing }) => [{ kind: 'childhood-records', person: thing }],
  'child-and-parents-heard': ({ child, step }) =>
    step === 'child' ? [{ kind: 'child-voice', person: child }] : [{ kind: 'family-view' }],
  'continuity-reviewed': () => [{ kind: 'continuity-reviewed' }],
  'worker-change-told': everybody,
  'service-ending-told': everybody,
  'lead-skills-matched': () => [{ kind: 'lead-skills' }, { kind: 'lead-named' }],
  'navigator-offered': ({ step }) => [{ kind: 'help-offered', person: step, navigator: 'yes' }],
  'parents-told-first': toParent,
  'responsibility-holder-told': toParent,
  'sharing-reasons-written': duty => {
    const decided = restsOn(duty, 'sharing-decided')
    return [{ kind: 'sharing-decided', answer: decided?.answer, what: decided?.what, with: decided?.with }]
  },
  'old-fact-offered': duty => {
    const fact = duty.because[1] ?? firstOf(duty)
    return [told(fact.root, ['social-care']), { kind: 'sharing-decided', answer: 'not-shared' }]
  },
  'referrals-looked-at-together': () => [
    { kind: 'threshold-reviewed' },
    { kind: 'assessment-opened', type: 'child-and-family' },
  ],
  'worries-seen-together': () => [
    { kind: 'threshold-reviewed' },
    { kind: 'assessment-opened', type: 'child-and-family' },
    { kind: 'strategy-discussion' },
  ],
}
