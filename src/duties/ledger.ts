import { type Day, daysBetween } from '../calendar/day.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import { always } from '../record/always.ts'
import type { Question } from '../record/chronology.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { visibleTo } from '../record/sight.ts'
import type { Picture, ReceiptEntry } from '../record/standing.ts'
import { countedUntil, derive, type State, stateOn } from './derive.ts'
import { history, type Shown } from './history.ts'
import { receiptsOf } from './reading.ts'
import type { Duty } from './rule.ts'
import { noSettings, type Settings } from './settings.ts'

/** One duty of the ledger as it stands on a day, with what is known of it. */
export interface LedgerRow {
  readonly duty: Duty
  readonly state: State | 'superseded'
  /** Days and working days past its due day, until it ended, its child died, or the day of the ledger; 0 when not late. */
  readonly daysLate: number
  readonly workingDaysLate: number
  /** The receipts that name what it rests on. */
  readonly told: readonly ReceiptEntry[]
  /** When it would first have been shown, and shown as late; only when history was asked for. */
  readonly shown: Shown | undefined
  /** For a duty that a correction took away: the duty in its place, and the entry that did it. */
  readonly superseded: { readonly by: Duty | undefined; readonly entry: Entry | undefined } | undefined
  /** Its state as known on that day, from what had arrived by then; only when history was asked for. */
  readonly asKnown: State | undefined
}

export interface LedgerQuestion extends Omit<Question, 'knownOn'> {
  /** The day on which the ledger is read; the last day of the record if left out. */
  readonly asAt?: Day
  readonly settings?: Settings
  /** Whether to work out what would have been shown when: one fold a day of arrival. */
  readonly history?: boolean
  readonly progress?: (done: number, of: number) => void
}

/** The ledger of a record: what stands, and every duty with how it stood, in order of its due day. */
export interface Ledger {
  readonly asAt: Day
  /** What stands on the facts: everything that happened by the day, whenever it was learnt. */
  readonly picture: Picture
  readonly rows: readonly LedgerRow[]
}

/** The last day on which anything in these entries happened or was written. */
export const lastDay = (entries: readonly Entry[]): Day =>
  entries.reduce((last, entry) => Math.max(last, entry.day, entry.written) as Day, always)

const byDue = (one: LedgerRow, other: LedgerRow): number =>
  one.duty.due.day - other.duty.due.day ||
  (one.duty.due.at ?? 0) - (other.duty.due.at ?? 0) ||
  (one.duty.key < other.duty.key ? -1 : 1)

/**
 * Every duty of a record, read on a day. On the facts: all that happened by then counts, whenever it was learnt.
 * With `history`, also what would have been shown when, from what had arrived.
 */
export const ledger = (given: readonly Entry[], question: LedgerQuestion = {}): Ledger => {
  // First the reader's sight over the whole record: an entry hidden by a later version was never there for this reader.
  const entries = question.reader === undefined ? given : visibleTo(given, question.reader)
  const asAt = question.asAt ?? lastDay(entries)
  const reading: Reading = {
    entries,
    asAt,
    settings: question.settings ?? noSettings,
    asked: question.knownTo === undefined ? {} : { knownTo: question.knownTo },
  }
  const stands = picture(
    entries.filter(entry => entry.day <= asAt),
    reading.asked,
  )
  const duties = derive(stands, reading.settings).filter(duty => duty.since <= asAt)
  const rows = duties.map(duty => plainRow(stands, duty, asAt))
  return {
    asAt,
    picture: stands,
    rows: (question.history ? withHistory(reading, stands, rows, question.progress) : rows).toSorted(byDue),
  }
}

interface Reading {
  readonly entries: readonly Entry[]
  readonly asAt: Day
  readonly settings: Settings
  readonly asked: Question
}

const withHistory = (
  reading: Reading,
  stands: Picture,
  rows: readonly LedgerRow[],
  progress: LedgerQuestion['progress'],
): readonly LedgerRow[] => {
  const { entries, asAt, settings, asked } = reading
  const watching = { entries, question: asked, settings, until: asAt }
  const shown = new Map(history(progress === undefined ? watching : { ...watching, progress }))
  for (const former of formerDuties(reading)) if (!shown.has(former.duty.key)) shown.set(former.duty.key, former)
  const known = new Map(derive(picture(entries, { ...asked, knownOn: asAt }), settings).map(duty => [duty.key, duty]))
  const current = rows.map(row => ({
    ...row,
    shown: shown.get(row.duty.key),
    asKnown: knownState(known.get(row.duty.key), asAt),
  }))
  return [...current, ...superseded(reading, stands, rows, shown)]
}

const moving = new Set(['set-apart', 'set-apart-undone', 'same-person', 'not-same-person'])
const moves = (entry: Entry): boolean => entry.corrects !== undefined || moving.has(entry.kind)

/** The duties that the record raised before each correction in turn, even where nobody said when it was written. */
const formerDuties = ({ entries, asked, settings, asAt }: Reading): readonly Shown[] => {
  const happened = entries.filter(entry => entry.day <= asAt)
  const movers = happened
    .filter(moves)
    .sort((one, other) => one.arrived - other.arrived || (one.id < other.id ? -1 : 1))
  const plain = happened.filter(entry => !moves(entry))
  return movers
    .flatMap((mover, count) =>
      derive(picture([...plain, ...movers.slice(0, count)], asked), settings)
        .filter(duty => duty.opens <= asAt)
        .map(duty => ({ duty, from: duty.opens, lateFrom: undefined, gone: mover.arrived })),
    )
    .reverse()
}

const knownState = (duty: Duty | undefined, asAt: Day): State | undefined => {
  const state = duty === undefined ? undefined : stateOn(duty, asAt)
  return state === 'not-yet' ? undefined : state
}

const plainRow = (stands: Picture, duty: Duty, asAt: Day): LedgerRow => {
  const until = countedUntil(duty, asAt)
  const state = stateOn(duty, asAt)
  const late =
    !duty.suggested &&
    (state === 'late' || state === 'done-late' || (duty.ended !== undefined && duty.ended.day > duty.due.day))
  return {
    duty,
    state,
    daysLate: late ? Math.max(0, daysBetween(duty.due.day, until)) : 0,
    workingDaysLate: late ? workingDaysBetween(duty.due.day, until) : 0,
    told: receiptsFor(stands, duty),
    shown: undefined,
    superseded: undefined,
    asKnown: undefined,
  }
}

const receiptsFor = (stands: Picture, duty: Duty): readonly ReceiptEntry[] =>
  receiptsOf(stands, [...new Set([duty.key, duty.thing, ...duty.because.flatMap(entry => [entry.id, entry.root])])])

/**
 * Duties that were shown once and are not derived any more: each with its successor, and the entry that took it away.
 * What rested on an entry that was set apart is nowhere, here as on every page.
 */
const superseded = (
  { entries, asAt }: Reading,
  stands: Picture,
  rows: readonly LedgerRow[],
  shown: ReadonlyMap<string, Shown>,
): readonly LedgerRow[] => {
  const current = new Map(rows.map(row => [row.duty.key, row.duty]))
  const apart = new Set(entries.flatMap(entry => (entry.kind === 'set-apart' ? [entry.entry] : [])))
  const lost = [...shown.values()].filter(
    ({ duty }) => !current.has(duty.key) && !duty.because.some(entry => apart.has(entry.root) || apart.has(entry.id)),
  )
  return lost.map(one => ({
    ...plainRow(stands, one.duty, asAt),
    state: 'superseded' as const,
    daysLate: 0,
    workingDaysLate: 0,
    shown: one,
    superseded: { by: successorOf(one.duty, [...current.values()]), entry: undoing(stands, one) },
  }))
}

/** The duty in another's place: of the same rule, about the same thing, or resting on the same entries. */
const successorOf = (lost: Duty, current: readonly Duty[]): Duty | undefined => {
  const same = current.filter(duty => duty.rule === lost.rule)
  const roots = new Set(lost.because.map(entry => entry.root))
  return (
    same.find(duty => duty.thing === lost.thing && duty.step === lost.step) ??
    same.find(duty => duty.thing === lost.thing) ??
    same.find(duty => duty.because.some(entry => roots.has(entry.root))) ??
    current.find(duty => duty.thing === lost.thing && duty.because.some(entry => roots.has(entry.root)))
  )
}

const undoing = (stands: Picture, lost: Shown): Entry | undefined => {
  const arrived = stands.entries.filter(entry => entry.arrived === lost.gone)
  const roots = new Set(lost.duty.because.map(entry => entry.root))
  return (
    arrived.find(entry => roots.has(entry.root)) ?? arrived.find(entry => entry.corrects !== undefined) ?? arrived[0]
  )
}
