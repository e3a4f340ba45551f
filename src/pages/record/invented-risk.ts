import type { Line } from '../invented.ts'

const on = (day: string, kind: string, by: string, rest: Line = {}): Line => ({ kind, on: day, by, ...rest })
const struck = (day: string, rest: Line = {}): Line =>
  on(day, 'incident', 'police', { type: 'domestic', alleged: 'rob', ...rest })
const away = (day: string): Line => on(day, 'incident', 'police', { type: 'missing' })
const plan = on('2024-02-05', 'plan-started', 'social-care', { plan: 'p', type: 'child-in-need' })

/** Records that raise the rules about domestic abuse, exploitation, school, findings and homes, of the family of the test. */
export const inventedRisk: readonly (readonly Line[])[] = [
  [
    struck('2024-03-04', { incident: 'i1' }),
    struck('2024-04-08', { incident: 'i2' }),
    struck('2024-05-07', { incident: 'i3' }),
  ],
  [on('2024-05-07', 'incident', 'hospital/royal', { type: 'injury', seriousHarm: 'yes' })],
  [on('2024-05-07', 'dash', 'police', { level: 'high', person: 'tess' })],
  [on('2024-05-07', 'marac', 'police', { step: 'referred', person: 'tess' })],
  [on('2024-03-04', 'concern', 'school/oak', { child: 'tom' }), struck('2024-05-07', { incident: 'i1', child: 'tom' })],
  [on('2024-05-07', 'agreed-rule', 'social-care', { agreedRule: 'r', source: 'other', text: 'Not when drinking' })],
  [on('2024-05-07', 'concern', 'health-visiting', { hiddenFrom: 'rob' })],
  [
    on('2024-05-07', 'exploitation', 'police', {
      person: 'tom',
      adult: 'rob',
      state: 'concern',
      level: 'high',
      child: 'tom',
    }),
  ],
  [
    on('2024-05-07', 'exploitation', 'police', { person: 'tom', adult: 'rob', state: 'concern', child: 'tom' }),
    { kind: 'relationship', person: 'rob', is: 'father', of: 'bea' },
  ],
  [on('2024-05-07', 'exploitation', 'social-care', { person: 'tom', state: 'closed', child: 'tom' })],
  [away('2024-05-07')],
  [away('2024-05-07'), on('2024-05-08', 'child-found', 'police')],
  [away('2024-03-25'), away('2024-04-15'), away('2024-05-07')],
  [on('2024-05-07', 'honour-risk', 'school/oak', { type: 'forced-marriage' })],
  [on('2024-05-07', 'honour-risk', 'school/oak'), on('2024-05-08', 'contact', 'school/oak', { with: 'tess' })],
  [on('2024-05-07', 'absence', 'nursery/oak', { days: 4 })],
  [on('2024-04-22', 'concern', 'nursery/oak'), on('2024-05-07', 'withdrawal', 'nursery/oak', { why: 'unknown' })],
  [on('2024-05-07', 'finding', 'hospital/royal', { type: 'x-ray', mustKnow: 'police; social-care' })],
  [plan, on('2024-05-07', 'relationship', 'health-visiting', { person: 'sid', is: 'partner', of: 'tess' })],
  [on('2024-05-07', 'known-elsewhere', 'police', { fact: 'child-removed', person: 'tess' })],
  [
    on('2024-04-01', 'contact-details', 'gp', { person: 'tess', telephone: '01632 960001' }),
    on('2024-05-07', 'contact-details', 'nursery/oak', { person: 'tess', telephone: '01632 960002' }),
  ],
  [on('2024-05-07', 'private-fostering', 'nursery/oak', { where: 'With a neighbour' })],
  [
    { kind: 'person', person: 'mia', born: '2008-05-01', as: 'child' },
    on('2024-05-07', 'pregnancy', 'midwifery', { unborn: 'cub', mother: 'mia', child: 'cub' }),
  ],
  [on('2024-05-07', 'probation-begins', 'probation', { person: 'rob' })],
  [on('2024-05-07', 'probation-begins', 'probation', { person: 'rob', stage: 'released' })],
  [
    on('2024-05-07', 'referral-made', 'nursery/oak', { referral: 'r', to: 'social-care', way: 'call' }),
    on('2024-05-08', 'referral-received', 'social-care', { referral: 'r', differs: 'Another name' }),
  ],
  [on('2024-05-07', 'referral-withdrawn', 'nursery/oak')],
  [on('2024-05-07', 'referral-made', 'ambulance', { referral: 'r', to: 'social-care' })],
  [on('2024-05-07', 'concern', 'social-care', { anonymous: 'yes' })],
  [on('2024-05-07', 'incident', 'police', { type: 'other', childPresent: 'yes' })],
  [on('2024-05-07', 'housing-need', 'social-care')],
  [on('2024-05-07', 'contact', 'health-visiting', { way: 'visit', reached: 'no' })],
  [on('2024-05-07', 'contact', 'health-visiting', { way: 'visit', letIn: 'no' })],
  [
    on('2024-05-07', 'strategy-discussion', 'social-care', {
      section47: 'yes',
      outcome: 'section-47',
      child: 'tom',
    }),
  ],
  [
    on('2024-05-01', 'referral-made', 'gp', { referral: 'r', to: 'mental-health' }),
    on('2024-05-07', 'referral-declined', 'mental-health', { referral: 'r', reason: 'Not ill' }),
  ],
  [on('2024-05-07', 'left-care', 'social-care')],
  [plan, on('2024-05-07', 'lives-at', 'housing', { person: 'bea; tom; tess', address: '9 Mill Street' })],
  [
    on('2024-03-04', 'adult-health', 'gp/elm', { person: 'tess', about: 'substance-use' }),
    on('2024-04-08', 'pregnancy', 'gp/elm', { unborn: 'cub', mother: 'tess', expected: '2024-11-20' }),
    on('2024-05-06', 'did-not-attend', 'midwifery', { person: 'tess' }),
    on('2024-05-20', 'did-not-attend', 'midwifery', { person: 'tess' }),
  ],
  [
    { kind: 'person', person: 'eve', as: 'child', born: '2010-03-01' },
    on('2024-05-07', 'incident', 'police', { type: 'other', text: 'Stopped with a knife', child: 'eve' }),
  ],
  [on('2024-05-07', 'withdrawal', 'school/oak', { why: 'excluded', child: 'tom' })],
  [
    on('2024-05-07', 'perplexing-presentation', 'hospital/royal', { step: 'suspected' }),
    on('2024-05-08', 'referral-made', 'hospital/royal', { to: 'social-care' }),
  ],
]
