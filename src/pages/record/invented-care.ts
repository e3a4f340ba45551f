import type { Line } from '../invented.ts'

const on = (day: string, kind: string, by: string, rest: Line = {}): Line => ({ kind, on: day, by, ...rest })
const bruise = (day: string, rest: Line = {}): Line => on(day, 'injury', 'nursery/oak', { what: 'a bruise', ...rest })
const nobodyIn = (day: string): Line => on(day, 'contact', 'health-visiting', { way: 'visit', reached: 'no' })

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
]
