import type { adoptionKinds } from '../../record/adoption.ts'
import type { Example } from './example-lines.ts'

/** A sound line for each kind by which a partnership settles its rules. */
export const adoptionLines = {
  'adoption-begins': { by: 'partnership', record: 'agencies' },
  'rule-adopted': {
    on: '2024-01-02',
    by: 'hospital/royal',
    rule: ['conference-invitations', 'conference-reports'],
    role: 'named nurse',
    record: 'agencies',
  },
  'rule-given-up': { on: '2024-09-02', by: 'hospital/royal', rule: 'conference-invitations', record: 'agencies' },
  'limit-set': {
    on: '2024-01-02',
    by: 'partnership',
    rule: 'conference-passed-on',
    limit: 'the same day',
    role: 'partnership executive',
    reason: 'The conference unit asked for it',
    record: 'agencies',
  },
  'owner-set': {
    on: '2026-01-05',
    by: 'partnership',
    rule: 'conference-held',
    role: 'conference-chair',
    record: 'agencies',
  },
  'law-begins': { on: '2026-09-30', by: 'partnership', law: 'information-sharing-duty', record: 'agencies' },
  'country-set': { on: '2024-01-02', by: 'partnership', country: 'england', record: 'agencies' },
} as const satisfies Record<keyof typeof adoptionKinds, Example>
