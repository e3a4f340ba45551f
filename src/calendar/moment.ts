import { CalendarError, type Day, dayOf, findDay, isoDay, type Moment, weekday } from './day.ts'

const minuteLength = 60_000
const hourLength = 3_600_000
const dayLength = 86_400_000

interface Change {
  readonly at: number
  readonly offset: number
}

// Before 1996 the clocks changed on other days, and from 1968 to 1971 not at all: those changes are asked of Temporal,
// once. Newest first, for the newest are asked for most.
function readOldChanges(): readonly Change[] {
  const changes: Change[] = []
  let next: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from('1899-12-31T00:00[Europe/London]')
  while (next !== null && next.year < 1996) {
    changes.unshift({ at: next.epochMilliseconds, offset: next.offsetNanoseconds / 1_000_000 })
    next = next.getTimeZoneTransition('next')
  }
  return changes
}

let oldChanges: readonly Change[] | undefined

function oldOffset(moment: number): number {
  oldChanges ??= readOldChanges()
  return oldChanges.find(change => change.at <= moment)?.offset ?? 0
}

// One o'clock UTC on the last Sunday of a month of 31 days.
function lastSundayAtOne(year: number, month: number): number {
  const end = dayOf({ year, month, day: 31 })
  return (end - (weekday(end) % 7)) * dayLength + hourLength
}

// The rule since 1996 (now the Summer Time Order 2002, SI 2002/262): from the last Sunday of March at 01:00 UTC to the
// last Sunday of October at 01:00 UTC. The years go to 2249, as far as working days are known.
const ruleYears = Array.from({ length: 2250 - 1996 }, (_, index) => 1996 + index)
const summerStarts = Float64Array.from(ruleYears, year => lastSundayAtOne(year, 3))
const summerEnds = Float64Array.from(ruleYears, year => lastSundayAtOne(year, 10))
const startOf1996 = dayOf({ year: 1996, month: 1, day: 1 }) * dayLength
const meanYearLength = 365.2425 * dayLength

// What London's clocks are ahead of UTC, in milliseconds. The year is reckoned by the mean year: that errs only near
// New Year, when either year says winter.
function offsetAt(moment: number): number {
  if (moment < startOf1996) return oldOffset(moment)
  const index = Math.floor(moment / meanYearLength) - 26 // 1996 is the 26th year after 1970
  const start = summerStarts[index] ?? Number.POSITIVE_INFINITY
  return moment >= start && moment < (summerEnds[index] ?? start) ? hourLength : 0
}

// `local` is what London's clocks show, counted as if they showed UTC.
function fromLocal(local: number): Moment {
  const before = offsetAt(local - dayLength)
  const after = offsetAt(local + dayLength)
  if (before === after || offsetAt(local - before) === before) return (local - before) as Moment
  return (offsetAt(local - after) === after ? local - after : local - before) as Moment
}

/** The civil day in London at a moment; half past eleven at night UTC in summer is already the next day. */
export function londonDay(moment: Moment): Day {
  return Math.floor((moment + offsetAt(moment)) / dayLength) as Day
}

const clockShape = /^([01]\d|2[0-3]):([0-5]\d)$/

function clockLength(clock: string): number | undefined {
  return clockShape.test(clock)
    ? Number(clock.slice(0, 2)) * hourLength + Number(clock.slice(3)) * minuteLength
    : undefined
}

/**
 * The moment at which London's clocks show HH:MM on a day; throws CalendarError `calendar.not-a-clock` for anything
 * else. In the hour that is skipped in March it is an hour later (01:30 becomes 02:30); in the hour that comes twice
 * in October it is the first of the two, so that a limit in hours ends early rather than late.
 */
export function momentAt(day: Day, clock: string): Moment {
  const length = clockLength(clock)
  if (length === undefined) throw new CalendarError('calendar.not-a-clock', 'not a time in the form HH:MM')
  return fromLocal(day * dayLength + length)
}

/** The last millisecond of a day in London. */
export const endOfDay = (day: Day): Moment => (fromLocal((day + 1) * dayLength) - 1) as Moment

/** The moment n elapsed hours later, or earlier when n is negative, whatever the clocks do between. */
export const addHours = (moment: Moment, n: number): Moment => (moment + n * hourLength) as Moment

/** The moment as YYYY-MM-DD HH:MM in London; in the hour that comes twice in October both readings look alike. */
export function isoMoment(moment: Moment): string {
  const local = moment + offsetAt(moment)
  const day = Math.floor(local / dayLength)
  const minutes = Math.floor((local - day * dayLength) / minuteLength)
  const hour = String((minutes / 60) | 0).padStart(2, '0')
  return `${isoDay(day as Day)} ${hour}:${String(minutes % 60).padStart(2, '0')}`
}

/** The moment in UTC as other systems write it: YYYY-MM-DDTHH:MM:SS.sssZ. */
export const utcInstant = (moment: Moment): string =>
  Temporal.Instant.fromEpochMilliseconds(moment).toString({ smallestUnit: 'millisecond' })

const momentShape =
  /^(?<date>\d{4}-\d\d-\d\d)[ T](?<clock>\d\d:\d\d)(?::(?<seconds>[0-5]\d(?:\.\d{1,3})?))?(?<zone>Z|[+-]\d\d:\d\d)?$/

function zoneLength(zone: string): number | undefined {
  if (zone === 'Z') return 0
  const length = clockLength(zone.slice(1))
  return length === undefined || zone[0] === '+' ? length : -length
}

function momentInZone(local: number, zone: string | undefined): Moment | undefined {
  if (zone === undefined) return fromLocal(local)
  const length = zoneLength(zone)
  return length === undefined ? undefined : ((local - length) as Moment)
}

/**
 * The moment written as YYYY-MM-DD HH:MM (or with T), with seconds, milliseconds, Z or an offset if wished, or nothing;
 * without a zone it is London time, read as by momentAt.
 */
export function findMoment(text: string): Moment | undefined {
  const { date = '', clock = '', seconds = '0', zone } = momentShape.exec(text)?.groups ?? {}
  const day = findDay(date)
  const length = clockLength(clock)
  if (day === undefined || length === undefined) return undefined
  return momentInZone(day * dayLength + length + Math.round(Number(seconds) * 1000), zone)
}
