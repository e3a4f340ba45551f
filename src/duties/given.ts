import assert from 'node:assert/strict'
import { type Day, getDay, isoDay } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { derive, type State, stateOn } from './derive.ts'
import type { Duty } from './rule.ts'
import { settingsFrom } from './settings.ts'

/** An entry as a chronology file would hold it. */
export type Line = Readonly<Record<string, unknown>>

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result)
    throw new Error(`${JSON.stringify(line)}: ${result.problems.map(one => `${one.field} ${one.what}`).join('; ')}`)
  return result.entry
}

interface Found {
  readonly rule: string
  readonly of?: { readonly child?: string; readonly thing?: string; readonly step?: string }
}

const pick = (duties: readonly Duty[], { rule, of }: Found): readonly Duty[] =>
  duties.filter(
    duty =>
      duty.rule.name === rule &&
      (of?.child === undefined || duty.child === of.child) &&
      (of?.thing === undefined || duty.thing === of.thing) &&
      (of?.step === undefined || duty.step === of.step),
  )

/** A case for a test: given these lines of a chronology, what is owed, since when, until when, and how it ended. */
export const given = (...lines: readonly Line[]) => {
  const entries = lines.map(read)
  const duties = derive(picture(entries), settingsFrom(entries))
  const on = (text: string) => {
    const day: Day = getDay(text)
    const states = (rule: string, of?: Found['of']) =>
      pick(duties, of === undefined ? { rule } : { rule, of }).map(duty => stateOn(duty, day))
    const is = (wanted: readonly State[]) => (rule: string, of?: Found['of']) =>
      assert.ok(
        states(rule, of).some(state => wanted.includes(state)),
        `${rule} on ${text}: ${states(rule, of).join(', ') || 'nothing raised'}`,
      )
    return {
      /** It stands open or late on that day. */
      owes: is(['open', 'late']),
      late: is(['late']),
      kept: is(['done', 'done-late']),
      keptLate: is(['done-late']),
      noLongerOwes: is(['no-longer', 'overtaken', 'set-aside']),
      /** Nothing of the rule stands open or late on that day. */
      silent: (rule: string, of?: Found['of']) =>
        assert.ok(!states(rule, of).some(state => state === 'open' || state === 'late'), `${rule} speaks on ${text}`),
    }
  }
  return {
    duties,
    on,
    /** The rule raises duties due on exactly these days, in order. */
    due: (rule: string, ...days: readonly string[]) =>
      assert.deepEqual(
        pick(duties, { rule })
          .map(duty => isoDay(duty.due.day))
          .sort(),
        [...days].sort(),
        rule,
      ),
    /** The rule raises nothing at all. */
    silent: (rule: string, of?: Found['of']) =>
      assert.equal(
        pick(duties, of === undefined ? { rule } : { rule, of }).length,
        0,
        `${rule} speaks: ${pick(duties, { rule })
          .map(duty => duty.key)
          .join(', ')}`,
      ),
  }
}
