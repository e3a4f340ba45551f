import type { Kind } from '../../record/entry.ts'
import { type Example, exampleLines } from './example-lines.ts'

const line = <K extends Kind>(kind: K, more: Example = {}) => ({ kind, ...exampleLines[kind], ...more })

/** Half a year of the same family in twenty lines, from the first referral to the conference: the worked example of the docs. */
export const exampleFamily: readonly Readonly<Record<string, unknown>>[] = [
  line('person', { nhs: '999 000 0018' }),
  { kind: 'person', person: 'tess', name: 'Tess Marsh', born: '1996' },
  { kind: 'person', person: 'rob', name: 'Rob Hale' },
  line('relationship'),
  { kind: 'relationship', person: 'rob', is: 'father', of: 'bea', responsibility: 'unknown' },
  line('lives-at'),
  line('series-importance', { harm: 'An infection may scar her kidney for good' }),
  line('worker-starts'),
  line('plan-agreed', { on: '2024-03-11' }),
  line('appointment-booked'),
  {
    kind: 'was-not-brought',
    id: 'wnb-1',
    on: '2024-04-15',
    by: 'hospital/royal',
    appointment: 'kidney-1',
    series: 'kidney',
  },
  { kind: 'told', on: '2024-04-16', by: 'hospital/royal', of: 'wnb-1', to: ['gp', 'social-care'], way: 'e-mail' },
  line('condition', { agreedBy: ['social-care', 'health-visiting', 'hospital/royal'] }),
  line('was-not-brought', { id: 'wnb-3', reason: 'The bus did not come' }),
  { kind: 'contact', on: '2024-06-19', by: 'hospital/royal', way: 'call', about: 'kidney-3', reached: 'no' },
  {
    kind: 'concern',
    on: 'about 2024-06-25',
    by: 'nursery/oak-house',
    neglect: 'yes',
    text: 'Hungry on several mornings.',
  },
  line('incident', { text: 'Neighbours called. Rob had left.', leftBefore: 'yes' }),
  line('referral-made', { reason: 'Bea is hungry and misses her clinic' }),
  line('strategy-discussion'),
  line('conference-passed-on'),
  line('conference-booked', { when: '2024-08-30', text: 'The first free room.' }),
]
