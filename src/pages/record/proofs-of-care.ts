import type { Proof, Proving } from './proofs.ts'

const told = (of: string, to: readonly string[]): Proof => ({ kind: 'told', of: [of], to })

/** For the rules about injuries, seeing the child, urgent care and going home, what would prove their duty done. */
export const careProofs: Readonly<Record<string, Proving>> = {
  'injury-referred': () => [{ kind: 'referral-made', to: 'social-care' }],
  'injury-strategy-discussion': () => [{ kind: 'strategy-discussion' }],
  'injury-examined': () => [{ kind: 'injury-opinion' }],
  'injuries-seen-together': () => [{ kind: 'strategy-discussion' }, { kind: 'injury-opinion' }],
  'child-seen-by-anyone': ({ child }) => [{ kind: 'contact', way: 'visit', seen: [child] }],
  'urgent-attendance-told': ({ because: [first] }) => [told(first.root, ['social-care'])],
  'seen-after-emergency': ({ child }) => [{ kind: 'contact', way: 'clinic', seen: [child] }],
  'seen-after-self-harm': ({ child }) => [{ kind: 'contact', way: 'call', with: [child] }],
  'illness-reviewed': () => [{ kind: 'illness-reviewed' }],
  'illness-reviewed-after-urgent-care': () => [{ kind: 'illness-reviewed' }],
  'contrary-advice-reviewed': () => [{ kind: 'advice-reviewed', parentRung: 'yes' }],
  'medicine-belief-tested': ({ of }) => [{ kind: 'medicine-belief', medicine: of, state: 'not-borne-out' }],
  'sick-day-plan-agreed': () => [{ kind: 'sick-day-plan' }],
  'sick-day-plan-renewed': () => [{ kind: 'sick-day-plan' }],
  'clash-settled': ({ because: [later] }) => [
    {
      kind: 'appointment-cancelled',
      appointment: 'appointment' in later ? later.appointment : undefined,
      cancelledBy: 'clinic',
    },
  ],
  'appointment-rebooked': ({ because: [review], agency }) => [
    { kind: 'appointment-booked', agency, series: 'series' in review ? review.series : undefined },
  ],
  'letters-sent-again': ({ because: [returned] }) => [
    { kind: 'letter-sent', about: returned.kind === 'letter-returned' ? returned.about : undefined },
  ],
  'help-to-come-arranged': ({ because: [first] }) => [
    { kind: 'help-arranged', barrier: first.kind === 'barrier-reported' ? first.barrier : undefined },
  ],
  'change-asked-answered': ({ because: [asked] }) => [
    { kind: 'change-answered', appointment: asked.kind === 'change-asked' ? asked.appointment : undefined },
  ],
  'message-given-by-a-person': ({ because: [message] }) => [
    { kind: 'contact', way: 'call', with: message.kind === 'message-to-family' ? message.person : undefined },
  ],
  'dispute-decided': ({ because: [first] }) => [
    { kind: 'dispute-decided', appointment: first.kind === 'miss-disputed' ? first.appointment : undefined },
  ],
  'attendance-differs-asked-about': () => [{ kind: 'contact', purpose: 'after-a-miss' }],
  'young-person-followed-up': () => [{ kind: 'contact', way: 'call' }],
  'discharge-meeting-held': () => [{ kind: 'meeting-held', type: 'discharge' }],
  'discharge-checked': () => [{ kind: 'discharge-checked' }],
  'discharge-plan-received': ({ thing }) => [told(thing, ['gp', 'health-visiting'])],
  'ward-observation-shared': ({ because: [first] }) => [told(first.root, ['social-care', 'health-visiting'])],
  'unwell-child-told': ({ thing }) => [told(thing, ['social-care', 'hospital'])],
  'dropped-from-list': ({ because: [first] }) => [
    { kind: 'registered', with: first.kind === 'registration-ended' ? first.with : undefined },
  ],
  'new-baby-visited': ({ child }) => [{ kind: 'contact', way: 'visit', seen: [child] }],
  'small-child-seen': ({ child }) => [{ kind: 'contact', way: 'visit', seen: [child] }],
  'uncollected-medicine-asked-after': () => [{ kind: 'contact', way: 'call' }, { kind: 'medicine-belief' }],
  'parent-out-of-treatment-told': ({ because: [first] }) => [told(first.root, ['health-visiting'])],
  'adult-health-told': ({ because: [first] }) => [told(first.root, ['health-visiting'])],
  'safe-storage-seen': () => [{ kind: 'storage-seen', safe: 'yes' }],
  'one-health-view': () => [{ kind: 'perplexing-presentation', step: 'health-view' }],
  'rehabilitation-planned': () => [{ kind: 'perplexing-presentation', step: 'plan' }],
  'induced-illness-discussed': () => [{ kind: 'strategy-discussion' }],
  'induced-illness-referred': () => [{ kind: 'referral-made', to: 'social-care' }],
  'failed-visits-added-up': ({ child }) => [{ kind: 'contact', way: 'visit', where: 'home', seen: [child] }],
}
