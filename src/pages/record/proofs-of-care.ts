import type { Proving } from './proofs.ts'

/** For the rules about injuries, seeing the child, urgent care and going home, what would prove their duty done. */
export const careProofs: Readonly<Record<string, Proving>> = {
  'injury-referred': () => [{ kind: 'referral-made', to: 'social-care' }],
  'injury-strategy-discussion': () => [{ kind: 'strategy-discussion' }],
  'injury-examined': () => [{ kind: 'injury-opinion' }],
  'injuries-seen-together': () => [{ kind: 'strategy-discussion' }, { kind: 'injury-opinion' }],
  'child-seen-by-anyone': ({ child }) => [{ kind: 'contact', way: 'visit', seen: [child] }],
  'urgent-attendance-told': ({ because: [first] }) => [{ kind: 'told', of: [first.root], to: ['social-care'] }],
  'seen-after-emergency': ({ child }) => [{ kind: 'contact', way: 'clinic', seen: [child] }],
  'illness-reviewed': () => [{ kind: 'illness-reviewed' }],
  'illness-reviewed-after-urgent-care': () => [{ kind: 'illness-reviewed' }],
  'contrary-advice-reviewed': () => [{ kind: 'advice-reviewed', parentRung: 'yes' }],
  'medicine-belief-tested': ({ of }) => [{ kind: 'medicine-belief', medicine: of, state: 'not-borne-out' }],
  'sick-day-plan-agreed': () => [{ kind: 'sick-day-plan' }],
  'sick-day-plan-renewed': () => [{ kind: 'sick-day-plan' }],
  'failed-visits-added-up': ({ child }) => [{ kind: 'contact', way: 'visit', where: 'home', seen: [child] }],
}
