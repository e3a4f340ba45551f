import { addDays, type Day, getDay, isoDay } from '../../src/calendar/day.ts'
import type { Entry } from '../../src/record/entry.ts'
import { readEntry } from '../../src/record/read-entry.ts'

/** A seeded run of numbers from 0 to 1 (mulberry32): the same seed gives the same family. */
export const numbers = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Line = Record<string, unknown>
type Draw = () => number

const hospitals = ['hospital/royal', 'hospital/northfield', 'hospital/st-brannocs']
const series = ['eyes', 'neurology', 'hormones', 'hips', 'hearing']
const pick = <T>(draw: Draw, from: readonly T[]): T => from[Math.floor(draw() * from.length)] as T
const later = (day: Day, days: number): string => isoDay(addDays(day, days))

const appointment = (draw: Draw, day: Day, n: number): Line[] => {
  const about = { appointment: `a${n}`, series: pick(draw, series), by: pick(draw, hospitals) }
  const booked = { kind: 'appointment-booked', on: isoDay(day), when: later(day, 21), ...about }
  const chance = draw()
  if (chance < 0.8) return [booked, { kind: 'attended', on: later(day, 21), seen: 'yes', ...about }]
  if (chance < 0.9)
    return [booked, { kind: 'appointment-cancelled', on: later(day, 14), cancelledBy: 'clinic', ...about }]
  if (chance < 0.95)
    return [booked, { kind: 'appointment-moved', on: later(day, 10), to: later(day, 35), movedBy: 'family', ...about }]
  return [
    booked,
    { kind: 'was-not-brought', on: later(day, 21), ...about },
    {
      kind: 'contact',
      on: later(day, 22),
      by: about.by,
      way: 'call',
      about: about.appointment,
      purpose: 'after-a-miss',
    },
    {
      kind: 'notes-reviewed',
      on: later(day, 25),
      by: about.by,
      appointment: about.appointment,
      harm: 'later treatment',
    },
  ]
}

const visit = (draw: Draw, day: Day): Line[] => [
  {
    kind: 'contact',
    on: isoDay(day),
    by: pick(draw, ['health-visiting', 'social-care', 'family-support']),
    way: 'visit',
    seen: 'child',
    where: 'home',
  },
]

const meeting = (_: Draw, day: Day, n: number): Line[] => [
  {
    kind: 'meeting-called',
    on: isoDay(day),
    by: 'social-care',
    meeting: `m${n}`,
    type: 'child-in-need',
    when: later(day, 10),
    invited: 'health-visiting; gp; hospital/royal',
  },
  {
    kind: 'meeting-held',
    on: later(day, 10),
    by: 'social-care',
    meeting: `m${n}`,
    type: 'child-in-need',
    present: 'health-visiting; social-care',
  },
  {
    kind: 'minutes-sent',
    on: later(day, 13),
    by: 'social-care',
    meeting: `m${n}`,
    to: 'health-visiting; gp; hospital/royal',
  },
]

const referral = (draw: Draw, day: Day, n: number): Line[] => [
  {
    kind: 'referral-made',
    on: isoDay(day),
    by: pick(draw, ['school', 'gp', 'ambulance']),
    to: 'social-care',
    referral: `r${n}`,
  },
  { kind: 'referral-decided', on: later(day, 1), by: 'social-care', referral: `r${n}`, decision: 'Within the plan' },
  { kind: 'referral-answered', on: later(day, 2), by: 'social-care', referral: `r${n}` },
]

const told = (_: Draw, day: Day, n: number): Line[] => [
  { kind: 'told', on: isoDay(day), by: 'social-care', of: `m${n}`, to: 'health-visiting; gp', way: 'e-mail' },
  { kind: 'acknowledged', on: isoDay(day), by: 'gp', of: `m${n}`, to: 'gp' },
]

const single =
  (kind: string, by: string, own: Line = {}) =>
  (_: Draw, day: Day): Line[] => [{ kind, on: isoDay(day), by, ...own }]

const scenes: readonly (readonly [number, (draw: Draw, day: Day, n: number) => Line[]])[] = [
  [0.42, appointment],
  [0.62, visit],
  [0.72, meeting],
  [0.78, referral],
  [0.86, told],
  [0.9, single('supervision', 'social-care')],
  [0.93, single('child-voice', 'school', { text: 'I like my nan' })],
  [0.95, single('concern', 'school')],
  [0.97, single('result-told', 'hospital/royal')],
  [0.985, single('plan-updated', 'social-care')],
  [1, single('instruction', 'gp', { medicine: 'Salbutamol', dose: 'two puffs' })],
]

const opening: readonly Line[] = [
  { kind: 'person', person: 'child', name: 'Child', as: 'child', born: '2008-02-01' },
  { kind: 'person', person: 'mother', as: 'adult' },
  { kind: 'relationship', person: 'mother', is: 'mother', of: 'child' },
  { kind: 'lives-at', person: 'mother; child', address: '1 Long Row' },
  { kind: 'worker-starts', on: '2008-03-01', by: 'social-care', role: 'social-worker', practitioner: 'A. Worker' },
  { kind: 'worker-starts', on: '2008-03-01', by: 'health-visiting', practitioner: 'B. Visitor' },
  { kind: 'worker-starts', on: '2008-03-01', by: 'gp', practitioner: 'Dr C' },
  {
    kind: 'plan-started',
    on: '2008-03-03',
    by: 'social-care',
    plan: 'p',
    type: 'child-in-need',
    members: 'social-care; health-visiting; gp; hospital/royal',
  },
]

/** Entries that not everybody in the network may see: three sorts of readers, each of whom sees another record. */
export const restrictedLines: readonly Line[] = [
  { kind: 'clares-law', on: '2016-03-01', by: 'police', step: 'asked', person: 'mother' },
  { kind: 'concern', on: '2016-03-02', by: 'school', sight: 'school; social-care', text: 'Of home.' },
  { kind: 'concern', on: '2017-05-02', by: 'gp', sight: 'gp; health-visiting', text: 'Of health.' },
]

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}

/** The lines of a made-up family, about so many, spread over seventeen years: mostly appointments, as in a child with complex needs. */
export const madeUpLines = (size: number, seed = 7): readonly Line[] => {
  const draw = numbers(seed)
  const lines: Line[] = [...opening]
  const first = getDay('2008-03-10')
  for (let n = 0; lines.length < size; n++) {
    const day = addDays(first, Math.floor(draw() * 6200))
    const chance = draw()
    const scene = scenes.find(([until]) => chance < until)?.[1]
    lines.push(...(scene?.(draw, day, n) ?? []))
  }
  return lines.slice(0, size)
}

/** The same as entries. */
export const madeUpFamily = (size: number, seed = 7): readonly Entry[] => madeUpLines(size, seed).map(read)
