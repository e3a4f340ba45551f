import { noSettings } from '../duties/settings.ts'
import { readEntry } from '../record/read-entry.ts'
import type { Family, Partnership } from './partnership.ts'

/** A line as a chronology file would hold it. */
export type Line = Readonly<Record<string, unknown>>

/** A family of invented people for the tests of pages, from the lines of a chronology. */
export const inventedFamily = (lines: readonly Line[], id = '01'): Family => ({
  id,
  entries: lines.map(line => {
    const read = readEntry(line)
    if ('entry' in read) return read.entry
    throw new Error(`${JSON.stringify(line)}: ${read.problems.map(one => `${one.field} ${one.what}`).join('; ')}`)
  }),
})

/** A partnership of invented families. */
export const inventedPartnership = (...families: readonly (readonly Line[])[]): Partnership => ({
  families: families.map((lines, index) => inventedFamily(lines, `0${index + 1}`)),
  settings: noSettings,
  example: true,
})

/** The people of one family: Wyn, her mother Liv, and a baby who is expected. */
export const people: readonly Line[] = [
  { kind: 'person', person: 'wyn', name: 'Wyn Quill', born: '2018-06-06', as: 'child', subject: 'yes' },
  { kind: 'person', person: 'liv', name: 'Liv Quill', born: '1998-02-01', as: 'adult' },
  { kind: 'relationship', person: 'liv', is: 'mother', of: 'wyn' },
]

/** One year of that family: workers, a plan, misses, a condition that was met, a conference that was decided. */
export const oneYear: readonly Line[] = [
  ...people,
  { kind: 'worker-starts', on: '2018-08-28', by: 'social-care', role: 'social-worker', practitioner: 'Hal Fenn' },
  { kind: 'worker-starts', on: '2018-08-28', by: 'health-visiting', role: 'health-visitor', practitioner: 'Ivy Marsh' },
  { kind: 'plan-agreed', on: '2018-09-03', by: 'social-care', plan: 'plan-1', type: 'child-in-need' },
  { kind: 'plan-started', on: '2018-09-10', by: 'social-care', plan: 'plan-1', type: 'child-in-need' },
  {
    kind: 'condition',
    on: '2018-10-15',
    by: 'social-care',
    condition: 'if-missed',
    agreedBy: 'social-care; police; health-visiting',
    events: 'was-not-brought',
    consequence: 'conference',
    owner: 'team-manager',
    text: 'Any missed appointment leads to a conference.',
  },
  { kind: 'contact', on: '2018-10-18', by: 'health-visiting', way: 'visit', seen: 'wyn', where: 'home', awake: 'yes' },
  {
    kind: 'was-not-brought',
    id: 'miss-1',
    on: '2018-10-22',
    by: 'hospital/royal',
    appointment: 'eyes-1',
    clinic: 'the eye clinic',
    text: 'Nobody came.',
  },
  { kind: 'told', on: '2018-10-23', by: 'hospital/royal', of: 'miss-1', to: 'social-care', way: 'e-mail' },
  { kind: 'pregnancy', on: '2018-12-10', by: 'midwifery', unborn: 'cub', mother: 'liv', expected: '2019-07-15' },
  { kind: 'contact', on: '2019-03-08', by: 'health-visiting', way: 'visit', seen: 'wyn', where: 'home' },
  { kind: 'worker-leaves', on: '2019-04-30', by: 'social-care', role: 'social-worker', practitioner: 'Hal Fenn' },
  {
    kind: 'strategy-discussion',
    on: '2019-05-13',
    by: 'social-care',
    discussion: 'talk-1',
    child: 'wyn',
    section47: 'yes',
    outcome: 'conference',
    present: 'social-care; police; health-visiting',
  },
  {
    kind: 'appointment-booked',
    on: '2019-05-14',
    by: 'hospital/royal',
    appointment: 'eyes-2',
    clinic: 'the eye clinic',
    when: '2019-06-20 10:20',
  },
  { kind: 'contact', on: '2019-06-12', by: 'health-visiting', way: 'call', with: 'liv' },
]
