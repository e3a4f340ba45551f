import type { Line } from '../invented.ts'

const on = (day: string, kind: string, by: string, rest: Line = {}): Line => ({ kind, on: day, by, ...rest })
const bruise = (day: string, rest: Line = {}): Line => on(day, 'injury', 'nursery/oak', { what: 'a bruise', ...rest })
const nobodyIn = (day: string): Line => on(day, 'contact', 'health-visiting', { way: 'visit', reached: 'no' })
const brought = (day: string): Line => on(day, 'urgent-attendance', 'hospital/royal', { condition: 'asthma' })

/** Records that raise the rules about injuries, seeing the child, urgent care and going home, of the family of the test. */
export const inventedCare: readonly (readonly Line[])[] = [
  [bruise('2024-05-07')],
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
  [on('2024-05-07', 'advice-given', 'hospital/royal', { contrary: 'yes' })],
  [on('2024-05-07', 'medicine-belief', 'hospital/royal', { medicine: 'Trimethoprim' })],
  [
    on('2024-02-07', 'diagnosis', 'hospital/royal', { complex: 'yes' }),
    on('2024-02-08', 'sick-day-plan', 'hospital/royal', { steps: 'Ring the ward' }),
  ],
  [on('2024-05-07', 'diagnosis', 'hospital/royal', { complex: 'yes' })],
]
