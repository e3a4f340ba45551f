import { addDays, type Day, isoDay } from '../../src/calendar/day.ts'
import { type Chance, chanceOf } from './chance.ts'
import { daysOn } from './days.ts'
import { asItCame } from './lateness.ts'
import { firstName, nhsNumbers, surname } from './names.ts'
import { type Size, type Slot, type Staff, slotsOf, staffFor, staffLines } from './staff.ts'
import { household } from './stories/household.ts'
import { type KindOfFamily, kindsOfFamily } from './stories/kinds-of-family.ts'
import type { Around, Drop, Droppable, Line, Story } from './story.ts'

/** A family of the borough with its lines, as they are written to a file. */
export interface MadeFamily {
  readonly name: string
  readonly kind: string
  readonly lines: readonly Line[]
  readonly drops: readonly Drop[]
}

/** A made-up borough. */
export interface Borough {
  readonly size: Size
  readonly staff: Staff
  readonly agencies: readonly Line[]
  readonly families: readonly MadeFamily[]
  readonly drops: readonly Drop[]
}

/** What a borough is made from. */
export interface Wished {
  /** How much is done or written late: 1 as it is anywhere, 2 twice as much. */
  readonly slack: number
  /** The last day that is looked at. */
  readonly until: Day
  readonly seed: number
  readonly families: number
  readonly years: number
}

/** Of the families that may be let down in some act, how many are; the others are attended to well. */
const letDown = 0.3

const at = (slots: readonly Slot[], n: number): Slot => {
  const found = slots[n % slots.length]
  if (found === undefined) throw new Error('nobody holds this post')
  return found
}

const spread = (n: number): number => Math.imul(n + 1, 2_654_435_761) >>> 8

const aroundOf = (staff: Staff, n: number, open: number): Around => {
  const pick = (role: Slot['role'], agency?: string) => at(slotsOf(staff, role, agency), spread(n))
  const workers = slotsOf(staff, 'social-worker')
  const socialWorker = at(workers, open)
  const health = ['hospital/royal', 'hospital/infirmary'][n % 2]
  const gpLead = pick('practice-safeguarding-lead')
  return {
    socialWorker,
    teamManager: at(slotsOf(staff, 'team-manager', socialWorker.agency), 0),
    duty: pick('duty-social-worker'),
    dutyManager: at(slotsOf(staff, 'team-manager', 'social-care/duty'), 0),
    healthVisitor: pick('health-visitor'),
    schoolNurse: pick('school-nurse'),
    school: at(
      slotsOf(staff, 'designated-safeguarding-lead').filter(one => one.agency.startsWith('school/')),
      n,
    ),
    gp: pick('gp', gpLead.agency),
    gpLead,
    consultant: pick('consultant', health),
    emergency: pick('emergency-clinician', health),
    secretary: pick('medical-secretary', health),
    clinicLead: pick('clinical-lead', health),
    clinic: pick('clinic', health),
    midwife: pick('midwife'),
    support: pick('family-support-worker'),
    earlyHelp: pick('early-help-worker'),
    administrator: pick('conference-administrator'),
    chair: pick('conference-chair'),
    police: pick('police-officer'),
    probation: pick('probation-practitioner'),
    adviser: pick('domestic-abuse-adviser'),
  }
}

/** Kinds by their share, mixed evenly, so that a small borough has some of each. */
const kindsFor = (families: number): readonly KindOfFamily[] => {
  const total = kindsOfFamily.reduce((sum, kind) => sum + kind.ofThousand, 0)
  const owed = kindsOfFamily.map(() => 0)
  return Array.from({ length: families }, () => {
    for (const [index, kind] of kindsOfFamily.entries()) owed[index] = (owed[index] ?? 0) + kind.ofThousand / total
    const most = owed.indexOf(Math.max(...owed))
    owed[most] = (owed[most] ?? 0) - 1
    return kindsOfFamily[most] ?? never()
  })
}

const never = (): never => {
  throw new Error('there are no kinds of family')
}

/** A long time before the first day some are open already; others begin on any day of the years that are looked at. */
const beginsOn = (chance: Chance, { from, until }: Size): Day => {
  const before = 330
  return daysOn(addDays(from, -before), chance.between(0, until - from + before - 60))
}

const storyOf = (size: Size, staff: Staff, n: number, open: number, leftOut: Droppable | undefined): Story => {
  const name = `family-${String(n + 1).padStart(4, '0')}`
  const chance = chanceOf(size.seed, name)
  return {
    ...{ name, chance, size, staff, leftOut, lines: [], drops: [] },
    ...{ child: `${name}-child`, mother: `${name}-mother`, father: `${name}-father` },
    around: aroundOf(staff, n, open),
    address: `${chance.between(1, 90)} ${surname(chance)} Road`,
    atSchool: chance.happens(0.6),
  }
}

/** What is let fall goes round, so that each thing is let fall somewhere. */
const whatFalls = (
  round: Map<string, number>,
  { name, mayLeaveOut }: KindOfFamily,
  chance: Chance,
): Droppable | undefined => {
  if (mayLeaveOut.length === 0 || !chance.happens(letDown)) return undefined
  const turn = round.get(name) ?? 0
  round.set(name, turn + 1)
  return mayLeaveOut[turn % mayLeaveOut.length]
}

const isOver = (line: Line, last: string): boolean => typeof line.on === 'string' && line.on > last

const inOrder = (one: Line, other: Line): number => {
  const [a, b] = [String(one.on ?? ''), String(other.on ?? '')]
  return a < b ? -1 : a > b ? 1 : 0
}

const familyOf = (story: Story, kind: KindOfFamily, number: string, last: string): MadeFamily => {
  const { chance, size, atSchool, lines, drops } = story
  const begins = beginsOn(chance, size)
  const born = addDays(begins, -(atSchool ? chance.between(1900, 4300) : chance.between(120, 1000)))
  const name = surname(chance)
  household(
    story,
    {
      ...{ born, number, together: chance.happens(0.6), address: story.address },
      ...{
        childName: `${firstName(chance)} ${name}`,
        motherName: `${firstName(chance)} ${name}`,
        fatherName: `${firstName(chance)} ${surname(chance)}`,
      },
    },
    begins,
  )
  kind.tell(story, begins)
  const told = lines.filter(line => !isOver(line, last)).toSorted(inOrder)
  const known = told.map(line => ({ ...asItCame(line, story), record: story.name }))
  return { name: story.name, kind: kind.name, lines: known, drops }
}

/** Makes a borough; the same wish gives the same borough. */
export const madeBorough = ({ seed, families, years, until, slack }: Wished): Borough => {
  const size: Size = { seed, families, slack, from: addDays(until, -Math.round(years * 365)), until }
  const staff = staffFor(size, new Set())
  const [number, round, last] = [nhsNumbers(), new Map<string, number>(), isoDay(size.until)]
  let open = 0
  const made = kindsFor(families).map((kind, n) => {
    const leftOut = whatFalls(round, kind, chanceOf(seed, `drop ${n}`))
    if (kind.mayLeaveOut.length > 0) open += 1
    return familyOf(storyOf(size, staff, n, open, leftOut), kind, number(), last)
  })
  return { size, staff, agencies: staffLines(staff), families: made, drops: made.flatMap(({ drops }) => drops) }
}
