import type { Line } from '../invented.ts'

const on = (day: string, kind: string, by: string, rest: Line = {}): Line => ({ kind, on: day, by, ...rest })

const inNeed = on('2024-02-05', 'plan-started', 'social-care', { plan: 'p', type: 'child-in-need' })
const opened = on('2024-05-07', 'assessment-opened', 'social-care', { assessment: 'c', type: 'child-and-family' })
const worker = (day: string, practitioner: string): Line =>
  on(day, 'worker-starts', 'social-care', { role: 'social-worker', practitioner })
const offer = (day: string, appointment: string, outcome: string): readonly Line[] => [
  on(day, 'appointment-booked', 'hospital/royal', { appointment, when: day }),
  on(day, outcome, 'hospital/royal', { appointment }),
]
const refused = on('2024-04-08', 'consent-refused', 'early-help', { person: 'tess', to: 'service' })
const father: readonly Line[] = [
  { kind: 'person', person: 'rob', name: 'Rob Hill', as: 'adult' },
  { kind: 'relationship', person: 'rob', is: 'father', of: 'bea', responsibility: 'yes' },
  { kind: 'lives-at', on: '2024-01-01', by: 'housing', person: 'rob', address: '2 Mill Row' },
]

/** Kept, missed, kept after a worry, and missed again. */
const roseAndFell: readonly Line[] = [
  ...offer('2024-03-05', 'a-1', 'was-not-brought'),
  ...offer('2024-03-12', 'a-2', 'was-not-brought'),
  ...offer('2024-04-16', 'a-3', 'attended'),
  ...offer('2024-04-23', 'a-4', 'attended'),
  ...offer('2024-05-28', 'a-5', 'was-not-brought'),
  ...offer('2024-06-04', 'a-6', 'was-not-brought'),
]

/** Records that raise the rules about how family and services work together, of the family of the test. */
export const inventedEngagement: readonly (readonly Line[])[] = [
  [on('2024-04-09', 'concern', 'school', { text: 'Hungry' }), ...roseAndFell],
  ['2024-03-04', '2024-04-08', '2024-05-07'].map(day => on(day, 'referral-made', 'school/oak', { to: 'social-care' })),
  [on('2024-05-07', 'distrust', 'social-care', { person: 'tess' })],
  [refused],
  [refused, on('2024-05-07', 'service-ends', 'early-help')],
  [opened, on('2024-05-08', 'assessment-prompts', 'social-care', { assessment: 'c', childhood: 'answered' })],
  [
    on('2024-04-01', 'worker-starts', 'school/oak', { role: 'teacher' }),
    opened,
    on('2024-05-08', 'assessment-contribution', 'gp', { assessment: 'c', nothing: 'yes' }),
  ],
  [worker('2024-02-01', 'A'), worker('2024-03-04', 'B'), inNeed, worker('2024-05-07', 'C')],
  [inNeed, on('2024-05-07', 'service-ends', 'family-support')],
  [on('2024-05-07', 'lead-skills', 'social-care', { match: 'no' })],
  [...father, on('2024-05-07', 'plan-started', 'social-care', { plan: 'cp', type: 'child-protection' })],
  [on('2024-05-07', 'sharing-decided', 'gp', { answer: 'shared', what: 'Missed clinics', with: 'school' })],
]
