import { type Day, isoDay } from '../calendar/day.ts'
import type { Duty } from '../duties/rule.ts'
import type { Entry } from '../record/entry.ts'
import type { Numbers } from './kept-record.ts'

/** A day as the tables have it. */
export const iso = (day: Day | undefined): string | null => (day === undefined ? null : isoDay(day))

/** The numbers of a record's own entries among those that something rests on. */
export const numbersOf = (entries: readonly Entry[], numbers: Numbers): readonly number[] =>
  entries.flatMap(entry => (entry.record === undefined ? (numbers.get(entry.id) ?? []) : []))

/** Entries of other records that something rests on: of these the number is not known here. */
export const elsewhereOf = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap(({ record, id }) => (record === undefined ? [] : [`${record}/${id}`]))

/** A short mark of all that a row says of a duty, by which the store can tell whether that has changed. */
export const markOf = (duty: Duty, numbers: Numbers): string => {
  const { owner, agency, opens, due, ended, frozen, projected, because } = duty
  const said = [owner, agency, opens, due.day, ended?.day, ended?.how, frozen, projected]
  const places = because.flatMap(({ id, record }) =>
    record === undefined ? (numbers.get(id) ?? []) : `${record}/${id}`,
  )
  return `${said.join('|')}|${places.join(',')}`
}

/** A duty as a row of the table; its columns, and the key beside them. */
export const dutyRow = (duty: Duty, numbers: Numbers): object => ({
  ...{ key: duty.key, mark: markOf(duty, numbers), rule: duty.rule.name, child: duty.child },
  ...{ owner: duty.owner, agency: duty.agency ?? null, opens: iso(duty.opens), due: iso(duty.due.day) },
  ...{ ended: iso(duty.ended?.day), how: duty.ended?.how ?? null, frozen: iso(duty.frozen) },
  ...{ projected: duty.projected, because: numbersOf(duty.because, numbers), elsewhere: elsewhereOf(duty.because) },
})
