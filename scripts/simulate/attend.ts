import { type Day, isoDay } from '../../src/calendar/day.ts'
import { addWorkingDays, isWorkingDay } from '../../src/calendar/working-days.ts'
import { derive } from '../../src/duties/derive.ts'
import type { Duty } from '../../src/duties/rule.ts'
import { settingsFrom } from '../../src/duties/settings.ts'
import { serviceOfRole } from '../../src/people/role.ts'
import { withAgencies } from '../../src/record/agency-record.ts'
import type { Entry } from '../../src/record/entry.ts'
import { picture } from '../../src/record/picture.ts'
import { chanceOf } from './chance.ts'
import { workingDaysOn } from './days.ts'
import { type ReadBorough, type ReadFamily, readLine } from './read-borough.ts'
import type { Drop, Line } from './story.ts'

/* The stories write what practice writes. What else the rules ask of a family that is attended to well is done in time as
   well, and said in one line: done, and where it is recorded. What was left out on purpose stays undone, and so does what
   hangs on it until it is mended. */

/** Of what is done, so much is a few days late, as it is anywhere. */
const lateShare = 0.04

/** Days after it was mended by which all that hung on it is done too. */
const afterMending = 5

const windowOf = ({ due, mended }: Drop, until: Day): readonly [Day, Day] => [
  addWorkingDays(due, -5),
  mended === undefined ? until : workingDaysOn(mended, afterMending),
]

/** When somebody gets to it, or nothing where it was left out for good. */
const doneOn = (duty: Duty, drops: readonly Drop[], until: Day, late: number): Day | undefined => {
  const due = duty.due.day
  const own = drops.find(drop => drop.rules.includes(duty.rule.name) && drop.mended === undefined)
  if (own !== undefined && due >= addWorkingDays(own.due, -1)) return undefined
  const held = drops.map(drop => windowOf(drop, until)).find(([from, to]) => due >= from && due <= to)
  if (held !== undefined && drops.some(drop => drop.mended !== undefined)) return held[1] < until ? held[1] : undefined
  const last = isWorkingDay(due) ? due : addWorkingDays(due, -1)
  return workingOn((Math.max(last, duty.since, duty.opens) + 0) as Day, late)
}

const workingOn = (day: Day, late: number): Day => (late === 0 ? day : addWorkingDays(day, late))

/** What is done so few working days late is done as it came, and stays late. */
const aLittle = 8

const isUndone = ({ ended, due, projected, frozen }: Duty, until: Day): boolean =>
  !projected &&
  frozen === undefined &&
  due.day < until &&
  (ended === undefined || ended.day > addWorkingDays(due.day, aLittle))

const line = (duty: Duty, on: Day): Line => ({
  ...{ kind: 'done-elsewhere', on: isoDay(on), done: isoDay(on), by: duty.agency ?? serviceOfRole(duty.owner) },
  ...{ rule: duty.rule.name, thing: duty.thing, child: [duty.child], where: 'our own system' },
})

interface Attending {
  readonly family: ReadFamily
  readonly until: Day
  readonly seed: number
  readonly slack: number
  readonly agencies: readonly Entry[]
}

const undone = (
  { family, until, agencies, seed, slack }: Attending,
  entries: readonly Entry[],
  seen: Set<string>,
): readonly Line[] => {
  const duties = derive(picture(withAgencies(entries, agencies)), settingsFrom(agencies))
  return duties.flatMap(duty => {
    if (!isUndone(duty, until) || seen.has(duty.key)) return []
    seen.add(duty.key)
    const chance = chanceOf(seed, `${family.made.name} ${duty.key}`)
    const on = doneOn(duty, family.made.drops, until, chance.happens(lateShare * slack) ? chance.between(1, 5) : 0)
    const before = duty.ended === undefined || (on !== undefined && on < duty.ended.day)
    return on === undefined || !before || on > until ? [] : [line(duty, on)]
  })
}

/** Words for what is done may let the next step begin, which is done in its turn. */
const rounds = 4

const attended = (attending: Attending): ReadFamily => {
  const { made, entries } = attending.family
  const [lines, all, seen] = [[...made.lines], [...entries], new Set<string>()]
  for (let round = 0; round < rounds; round += 1) {
    const more = undone(attending, all, seen)
    if (more.length === 0) break
    lines.push(...more.map(one => ({ ...one, record: made.name })))
    all.push(...more.map(readLine))
  }
  return { made: { ...made, lines }, entries: all }
}

/** The same borough in which all is done that was not left out on purpose: most of it in time, a little late. */
export const attendedTo = (read: ReadBorough): ReadBorough => {
  const { size } = read.made
  const each = { agencies: read.agencies, until: size.until, seed: size.seed, slack: size.slack }
  const families = read.families.map(family => attended({ family, ...each }))
  return { ...read, made: { ...read.made, families: families.map(({ made }) => made) }, families }
}
