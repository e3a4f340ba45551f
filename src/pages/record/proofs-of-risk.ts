import { restsOn } from './proof-facts.ts'
import type { Proving } from './proofs.ts'

const discussion: Proving = () => [{ kind: 'strategy-discussion' }]
const threshold: Proving = () => [{ kind: 'threshold-reviewed' }, { kind: 'strategy-discussion' }]
const seen: Proving = ({ child }) => [{ kind: 'contact', way: 'visit', seen: [child] }]
const analysis: Proving = () => [{ kind: 'analysis-updated' }]
const planUpdated: Proving = () => [{ kind: 'plan-updated' }, { kind: 'threshold-reviewed' }]
const toSocialCare: Proving = () => [{ kind: 'referral-made', to: 'social-care' }]

/** For the rules about domestic abuse, exploitation, school, findings and where a child lives, what would prove their duty done. */
export const riskProofs: Readonly<Record<string, Proving>> = {
  'dash-done': ({ thing, because }) => [
    { kind: 'dash', incident: because[0].kind === 'incident' ? (because[0].incident ?? undefined) : thing },
  ],
  'marac-referred': () => [{ kind: 'marac', step: 'referred' }],
  'marac-heard': () => [{ kind: 'marac', step: 'heard' }],
  'domestic-incidents-weighed-together': threshold,
  'school-told-of-incident': ({ because, watchers }) => [
    { kind: 'told', of: [because[0].root], to: watchers[0] ?? 'school' },
  ],
  'agreement-watched': ({ thing }) => [{ kind: 'agreed-rule-checked', agreedRule: thing }, { kind: 'condition' }],
  'restriction-looked-at-again': ({ thing }) => [
    { kind: 'restriction-reviewed', person: thing.replace('kept-from-', '') },
  ],
  'exploitation-discussed': discussion,
  'exploiter-joined-to-children': discussion,
  'exploitation-assumption-recorded': analysis,
  'siblings-safe-after-death': discussion,
  'missing-child-looked-for': () => [{ kind: 'child-found' }, { kind: 'strategy-discussion' }],
  'return-interview-offered': () => [{ kind: 'return-interview' }],
  'missing-episodes-weighed-together': threshold,
  'honour-risk-acted-on': toSocialCare,
  'honour-risk-family-asked-first': discussion,
  'absent-child-seen': seen,
  'withdrawal-looked-at': threshold,
  'school-place-found': () => [{ kind: 'registered', with: 'school' }],
  'child-noticed-by-police-told': ({ because }) => [{ kind: 'told', of: [because[0].root], to: 'social-care' }],
  'withdrawal-consent-decided': () => [{ kind: 'withdrawal', why: 'home-education' }],
  'finding-shared': ({ because, watchers }) => [
    { kind: 'told', of: [because[0].root], to: watchers[0] ?? 'social-care' },
  ],
  'new-adult-looked-up': ({ thing }) => [{ kind: 'enquiry-made', to: 'police', person: [thing] }],
  'plan-looked-at-for-new-adult': planUpdated,
  'record-elsewhere-read': analysis,
  'contact-detail-verified': duty => [
    { kind: 'contact-details', person: restsOn(duty, 'contact-details')?.person, settled: 'yes' },
  ],
  'contact-details-settled': duty => [
    { kind: 'contact-details', person: restsOn(duty, 'contact-details')?.person, settled: 'yes' },
  ],
  'private-fostering-checked': seen,
  'young-parent-looked-at': ({ thing }) => [{ kind: 'referral-made', to: 'social-care', child: [thing] }],
  'probation-enquiries-made': ({ step, thing }) => [
    { kind: 'enquiry-made', to: step.startsWith('police') ? 'police' : 'social-care', person: [thing] },
  ],
  'release-told': ({ because }) => [{ kind: 'told', of: [because[0].root], to: 'social-care' }],
  'referral-corrected': ({ thing }) => [{ kind: 'referral-answered', referral: thing }],
  'referral-put-in-writing': () => [{ kind: 'referral-made', to: 'social-care', way: 'in-writing' }],
  'withdrawn-referral-looked-at': toSocialCare,
  'ambulance-referral-passed-on': ({ thing, step }) => [{ kind: 'told', of: [thing], to: step }],
  'anonymous-concern-looked-at': seen,
  'police-visit-referred': toSocialCare,
  'visit-tried-again': seen,
  'refused-at-the-door-decided': () => [{ kind: 'strategy-discussion' }, { kind: 'decision' }],
  'child-seen-alone': ({ child }) => [
    { kind: 'contact', way: 'visit', seen: [child], alone: 'yes' },
    { kind: 'child-voice', child: [child] },
  ],
  'declined-referral-made-up-for': () => [{ kind: 'referral-made' }],
  'child-come-home-seen': ({ child }) => [{ kind: 'contact', way: 'visit', seen: [child], where: 'home' }],
  'concern-passed-on': () => [
    { kind: 'referral-made', to: 'social-care' },
    { kind: 'decision', decides: 'no-further-action' },
  ],
  'housing-need-answered': () => [{ kind: 'contact', way: 'call' }],
  'new-address-told': ({ because }) => [{ kind: 'told', of: [because[0].root], to: 'gp' }],
}
