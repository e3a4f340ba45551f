import type { Line } from '../invented.ts'

const on = (day: string, kind: string, by: string, rest: Line = {}): Line => ({ kind, on: day, by, ...rest })
const bruise = (day: string, rest: Line = {}): Line => on(day, 'injury', 'nursery/oak', { what: 'a bruise', ...rest })
const nobodyIn = (day: string): Line => on(day, 'contact', 'health-visiting', { way: 'visit', reached: 'no' })
const brought = (day: string): Line => on(day, 'urgent-attendance', 'hospital/royal', { condition: 'asthma' })

/** Records that raise the rules about injuries, seeing the child, urgent care and going home, of the family of the test. */
export const inventedCare: readonly (readonly Line[])[] = [
  [bruise('2024-05-07')],
  [
    on('2023-09-04', 'contact', 'health-visiting', { way: 'visit', seen: 'bea' }),
    on('2024-01-08', 'routine-check', 'gp/park', { check: 'immunisation', outcome: 'missed', child: 'bea' }),
    on('2024-03-04', 'routine-check', 'gp/park', { check: 'immunisation', outcome: 'missed', child: 'bea' }),
    nobodyIn('2024-05-07'),
  ],
  ['2024-03-04', '2024-05-07'].map(day => on(day, 'medicine-not-collected', 'gp/park', { medicine: 'Salbutamol' })),
  ['2024-04-22', '2024-05-07'].map(day => on(day, 'did-not-attend', 'mental-health', { person: 'tess' })),
  [
    bruise('2024-01-08', { explained: 'yes' }),
    bruise('2024-03-11', { explained: 'yes' }),
    bruise('2024-05-07', { explained: 'yes' }),
  ],
  [on('2024-05-07', 'assessment-opened', 'social-care', { assessment: 'c', type: 'child-and-family' })],
  [nobodyIn('2024-05-01'), nobodyIn('2024-05-03'), nobodyIn('2024-05-07')],
  [
    on('2024-01-08', 'plan-started', 'social-care', { plan: 'p', type: 'child-in-need' }),
    on('2023-04-03', 'diagnosis', 'gp', { condition: 'Asthma' }),
    brought('2024-03-04'),
    brought('2024-04-08'),
    brought('2024-05-07'),
  ],
  [on('2024-05-07', 'urgent-attendance', 'hospital/royal', { condition: 'self-harm', outcome: 'sent-home' })],
  [
    on('2024-02-05', 'plan-started', 'social-care', { plan: 'p', type: 'child-in-need' }),
    on('2024-03-04', 'contact', 'health-visiting', { way: 'visit', seen: 'bea' }),
    on('2024-03-05', 'pregnancy', 'midwifery', { mother: 'tess', unborn: 'robin' }),
    on('2024-05-07', 'birth', 'hospital/royal', { unborn: 'robin' }),
  ],
  [on('2024-05-07', 'advice-given', 'hospital/royal', { contrary: 'yes' })],
  [on('2024-05-07', 'medicine-belief', 'hospital/royal', { medicine: 'Trimethoprim' })],
  [
    on('2024-02-07', 'diagnosis', 'hospital/royal', { complex: 'yes' }),
    on('2024-02-08', 'sick-day-plan', 'hospital/royal', { steps: 'Ring the ward' }),
  ],
  [on('2024-05-07', 'diagnosis', 'hospital/royal', { complex: 'yes' })],
  [
    on('2024-05-01', 'appointment-booked', 'hospital/royal', { appointment: 'x', when: '2024-06-03 10:00' }),
    on('2024-05-02', 'appointment-booked', 'hospital/anne', { appointment: 'y', when: '2024-06-03 10:30' }),
  ],
  [
    on('2024-04-08', 'was-not-brought', 'hospital/royal', { appointment: 'm-1', child: 'bea' }),
    on('2024-05-07', 'was-not-brought', 'hospital/royal', { appointment: 'm-2', child: 'bea' }),
    on('2024-05-08', 'notes-reviewed', 'hospital/royal', { appointment: 'm-2', next: 'rebook' }),
    on('2024-05-08', 'miss-disputed', 'family', { appointment: 'm-2' }),
    on('2024-03-04', 'attended', 'hospital/royal', { child: 'tom' }),
    on('2024-04-04', 'attended', 'hospital/royal', { child: 'tom' }),
  ],
  [on('2024-05-07', 'letter-returned', 'hospital/royal', { about: 'm-2', address: '3 Old Row' })],
  [on('2024-05-07', 'barrier-reported', 'hospital/royal', { barrier: 'no-transport' })],
  [on('2024-05-07', 'change-asked', 'health-visiting', { appointment: 'm-3', to: 'hospital/royal' })],
  [on('2024-05-07', 'message-to-family', 'partnership', { person: 'tess', about: 'm-3', state: 'failed' })],
  [
    { kind: 'person', person: 'jo', name: 'Jo Marsh', born: '2007-02-03', as: 'child' },
    on('2023-05-08', 'diagnosis', 'hospital/royal', { condition: 'Diabetes', child: 'jo' }),
    on('2024-05-07', 'did-not-attend', 'hospital/royal', { child: 'jo' }),
  ],
  [
    on('2024-05-06', 'admission', 'hospital/royal'),
    on('2024-05-07', 'ward-observation', 'hospital/royal', { about: 'coping' }),
    on('2024-05-10', 'discharge', 'hospital/royal', { complex: 'yes', address: '7 Weir Lane' }),
  ],
  [on('2024-05-07', 'contact', 'gp/elm', { with: 'tess', unwell: 'bea' })],
  [on('2024-05-07', 'registration-ended', 'gp/elm', { with: 'gp' })],
  [on('2024-05-07', 'adult-health', 'gp/elm', { person: 'rob', about: 'substance-use', storedAtHome: 'yes' })],
  [on('2024-05-07', 'perplexing-presentation', 'hospital/royal', { step: 'noticed' })],
  [on('2024-05-07', 'perplexing-presentation', 'hospital/royal', { step: 'health-view' })],
  [on('2024-05-07', 'perplexing-presentation', 'hospital/royal', { step: 'suspected' })],
]
