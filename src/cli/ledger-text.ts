import { isoMoment } from '../calendar/moment.ts'
import { countOf, dayWithWeekday, latenessInWords } from '../calendar/words.ts'
import type { LedgerRow } from '../duties/ledger.ts'
import { ownerInWords } from '../duties/owner.ts'
import { cautionOn, clockInWords, editionOn } from '../duties/rule.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import type { Naming } from '../record/wording.ts'
import { becauseInWords, entryInWords } from '../record/words.ts'

const states: Record<LedgerRow['state'], string> = {
  'not-yet': 'NOT YET',
  open: 'OPEN',
  late: 'LATE',
  done: 'DONE',
  'done-late': 'DONE LATE',
  'set-aside': 'SET ASIDE',
  'no-longer': 'NO LONGER OWED',
  overtaken: 'OVERTAKEN',
  superseded: 'SUPERSEDED',
  suggested: 'SUGGESTED',
}

const clock = ({ duty }: LedgerRow): string => {
  const { edition } = editionOn(duty.rule, duty.since)
  const caution = cautionOn(duty.rule, duty.since)
  const computed = duty.due.basis === 'computed' ? '; working days computed, outside the table of bank holidays' : ''
  return `${duty.rule.label}, ${clockInWords(duty)}${computed}: ${edition.document}${caution === undefined ? '' : ` (${caution})`}`
}

const due = ({ duty }: LedgerRow): string =>
  duty.due.at === undefined ? dayWithWeekday(duty.due.day) : `${isoMoment(duty.due.at)} by the clock`

const lateness = (row: LedgerRow): string =>
  row.daysLate === 0
    ? ''
    : ` · ${latenessInWords(row.daysLate)} (${countOf(row.workingDaysLate, 'working day')}, ${countOf(row.daysLate, 'day')})`

const endedBy = ({ duty, state, superseded }: LedgerRow, name: Naming): readonly string[] => {
  if (state === 'superseded')
    return [
      `In its place: ${superseded?.by?.key ?? 'nothing'}${superseded?.entry === undefined ? '' : `, since the entry ${superseded.entry.id}`}`,
    ]
  if (duty.ended === undefined) return []
  return [
    `Ended by: ${entryInWords(duty.ended.entry, name)}, ${dayWithWeekday(duty.ended.day)} (${duty.ended.entry.id})`,
  ]
}

const told = (row: LedgerRow): string =>
  row.told.length === 0
    ? 'nobody, by this record'
    : row.told.map(receipt => `${receipt.to.join(', ')} (${receipt.kind} ${dayWithWeekday(receipt.day)})`).join('; ')

const watching = ({ duty }: LedgerRow): string =>
  [...duty.watchers.map(agencyInWords), ...duty.rule.ladder.map(roleInWords)].join(', ')

const shown = (row: LedgerRow): readonly string[] => {
  if (row.shown === undefined) return []
  const late = row.shown.lateFrom === undefined ? '' : `, as late from ${dayWithWeekday(row.shown.lateFrom)}`
  return [
    `From what had arrived, shown from ${dayWithWeekday(row.shown.from)}${late}; as known on the day: ${row.asKnown === undefined ? 'not shown' : states[row.asKnown].toLowerCase()}`,
  ]
}

/** One duty of the ledger in lines of text, for the terminal. */
export const rowAsText = (row: LedgerRow, name: Naming): string => {
  const { duty } = row
  const says = duty.of === undefined ? duty.rule.says : `${duty.rule.says}: ${duty.of}`
  const lines = [
    `${states[row.state]}  due ${due(row)}${lateness(row)}`,
    `${says}. For ${name(duty.child)}.`,
    becauseInWords(duty.because, name),
    `Owed by: ${ownerInWords(duty)}, since ${dayWithWeekday(duty.since)}${duty.projected ? ' (counted from a step before it that was not done)' : ''}`,
    `Clock: ${clock(row)}`,
    ...endedBy(row, name),
    `Told: ${told(row)} · Watching: ${watching(row)}`,
    ...shown(row),
    `Rule: ${duty.rule.name} (${duty.rule.catalogue}) · ${duty.key}`,
  ]
  return lines.map((line, index) => (index === 0 ? line : `    ${line}`)).join('\n')
}
