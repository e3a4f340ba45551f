import type { Proving } from './proofs.ts'

/** For the rules about injuries, seeing the child, urgent care and going home, what would prove their duty done. */
export const careProofs: Readonly<Record<string, Proving>> = {
  'injury-referred': () => [{ kind: 'referral-made', to: 'social-care' }],
  'injury-strategy-discussion': () => [{ kind: 'strategy-discussion' }],
  'injury-examined': () => [{ kind: 'injury-opinion' }],
  'injuries-seen-together': () => [{ kind: 'strategy-discussion' }, { kind: 'injury-opinion' }],
  'child-seen-by-anyone': ({ child }) => [{ kind: 'contact', way: 'visit', seen: [child] }],
  'failed-visits-added-up': ({ child }) => [{ kind: 'contact', way: 'visit', where: 'home', seen: [child] }],
}
