import { addDays, type Day } from '../../src/calendar/day.ts'
import { isWorkingDay } from '../../src/calendar/working-days.ts'
import { type DayNotice, noticesOfDay } from '../../src/duties/notices-of-day.ts'
import { type Recipient, recipientKey } from '../../src/duties/recipient.ts'
import type { Practitioner } from '../../src/people/practitioner.ts'
import { type Spread, spreadOf } from './counts.ts'
import type { Told } from './day-by-day.ts'
import type { ReadBorough } from './read-borough.ts'
import { holderOn, type Slot } from './staff.ts'

/** How many notices somebody had on their working days. */
export interface LoadOf {
  readonly who: string
  readonly role: string
  readonly agency: string
  readonly spread: Spread
}

/** How heavy the notices are that the borough's practitioners get. */
export interface Load {
  /** Over all practitioners and all their working days. */
  readonly all: Spread
  /** The same without the days on which somebody hears nothing. */
  readonly heard: Spread
  readonly people: readonly LoadOf[]
  readonly roles: readonly LoadOf[]
  readonly desks: readonly LoadOf[]
  readonly notices: number
  /** Lists of what did not find room in a day. */
  readonly further: number
}

const postOf = ({ agency, role }: { readonly agency: string; readonly role: string }): string => `${agency}|${role}`

type Counts = Map<string, Map<Day, number>>

const add = (counts: Counts, name: string, day: Day): void => {
  const days = counts.get(name) ?? new Map<Day, number>()
  days.set(day, (days.get(day) ?? 0) + 1)
  counts.set(name, days)
}

const workingDays = (from: Day, until: Day): readonly Day[] =>
  Array.from({ length: until - from + 1 }, (_, at) => addDays(from, at)).filter(isWorkingDay)

interface Reading {
  readonly namesOf: (to: Recipient, day: Day) => readonly string[]
}

/** Who finds a notice: whoever is named, and at a desk whoever holds one of its posts on that day. */
const readingOf = ({ made, practitioners }: ReadBorough): Reading => {
  const nameOf = new Map<string, string>(practitioners.map(({ id, name }: Practitioner) => [id, name]))
  const slots = Map.groupBy(made.staff.slots, postOf)
  return {
    namesOf: (to, day) =>
      to.practitioner === undefined
        ? (slots.get(postOf(to)) ?? []).map(slot => holderOn(slot, day))
        : [nameOf.get(to.practitioner) ?? ''],
  }
}

const numbersOf = (counts: Counts, name: string, days: readonly Day[]): readonly number[] => {
  const own = counts.get(name)
  return days.map(day => own?.get(day) ?? 0)
}

const daysOf = (slots: readonly Slot[], name: string, days: readonly Day[]): readonly Day[] => {
  const holders = slots.flatMap(slot => slot.holders.filter(one => one.name === name))
  return days.filter(day => holders.some(({ from, until }) => from <= day && (until === undefined || until >= day)))
}

const heaviest = (one: LoadOf, other: LoadOf): number =>
  other.spread.p99 - one.spread.p99 || other.spread.mean - one.spread.mean

/** The notices of each day, as the product puts them together. */
export const noticesOf = (told: readonly Told[], from: Day): ReadonlyMap<Day, readonly DayNotice[]> => {
  const news = Map.groupBy(
    told.filter(({ day }) => day >= from),
    ({ day }) => day,
  )
  return new Map(
    [...news].map(([day, own]) => [
      day,
      noticesOfDay(
        own.map(({ family, telling }) => ({ ...telling, record: family })),
        day,
      ),
    ]),
  )
}

/** How the notices of the years lie on those who read them. */
export const loadOf = (read: ReadBorough, byDay: ReadonlyMap<Day, readonly DayNotice[]>): Load => {
  const { size, staff } = read.made
  const { namesOf } = readingOf(read)
  const [people, desks]: readonly [Counts, Counts] = [new Map(), new Map()]
  for (const [day, notices] of byDay)
    for (const { to } of notices) {
      for (const name of namesOf(to, day)) add(people, name, day)
      if (to.practitioner === undefined) add(desks, recipientKey(to), day)
    }
  const days = workingDays(size.from, size.until)
  const holders = staff.slots
    .filter(({ role }) => role !== 'clinic')
    .flatMap(slot => slot.holders.map(({ name }) => ({ name, slot })))
  const each = holders.map(({ name, slot }) => ({
    name,
    slot,
    numbers: numbersOf(people, name, daysOf(staff.slots, name, days)),
  }))
  const all = each.flatMap(({ numbers }) => numbers)
  const byRole = Map.groupBy(each, ({ slot }) => slot.role)
  const notices = [...byDay.values()].flat()
  return {
    all: spreadOf(all),
    heard: spreadOf(all.filter(one => one > 0)),
    people: each
      .map(({ name, slot, numbers }) => ({
        who: name,
        role: slot.role,
        agency: slot.agency,
        spread: spreadOf(numbers),
      }))
      .sort(heaviest),
    roles: [...byRole]
      .map(([role, own]) => ({
        who: `${own.length}`,
        role,
        agency: '',
        spread: spreadOf(own.flatMap(({ numbers }) => numbers)),
      }))
      .sort(heaviest),
    desks: [...desks.keys()]
      .map(key => ({
        who: key,
        role: key.split('|')[1] ?? '',
        agency: key.split('|')[0] ?? '',
        spread: spreadOf(numbersOf(desks, key, days)),
      }))
      .sort(heaviest),
    notices: notices.length,
    further: notices.filter(({ bundle }) => bundle === 'further').length,
  }
}
