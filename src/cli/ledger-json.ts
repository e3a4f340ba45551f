import { isoDay } from '../calendar/day.ts'
import { isoMoment } from '../calendar/moment.ts'
import type { LedgerRow } from '../duties/ledger.ts'
import { ownerInWords } from '../duties/owner.ts'
import { clockInWords, type Duty, editionOn } from '../duties/rule.ts'
import type { Naming } from '../record/wording.ts'
import { isoDays, reasonInWords } from '../record/words.ts'

const owner = (duty: Duty) => ({ role: duty.owner, agency: duty.agency ?? null, words: ownerInWords(duty) })

const because = (duty: Duty, name: Naming) =>
  duty.because.map(entry => ({
    entry: entry.id,
    kind: entry.kind,
    on: isoDays(entry),
    by: entry.by,
    words: reasonInWords(entry, name),
  }))

const due = (duty: Duty) => ({
  due: isoDay(duty.due.day),
  dueAt: duty.due.at === undefined ? null : isoMoment(duty.due.at),
  clock: clockInWords(duty),
  calendar: duty.due.basis,
})

const source = (duty: Duty) => {
  const { edition, judgedBy } = editionOn(duty.rule, duty.since)
  return {
    label: duty.rule.label,
    source: edition.document,
    judgedByEarliest: judgedBy === 'earliest',
    unconfirmed: judgedBy === 'unconfirmed',
    checked: duty.rule.checked,
  }
}

const ended = ({ duty, state }: LedgerRow) =>
  duty.ended === undefined || state === 'superseded'
    ? null
    : {
        how: duty.ended.how,
        on: isoDay(duty.ended.day),
        entry: duty.ended.entry.id,
        kind: duty.ended.entry.kind,
        by: duty.ended.entry.by,
      }

const told = (row: LedgerRow) =>
  row.told.flatMap(entry =>
    entry.to.map(to => ({ to, on: isoDays(entry), how: entry.kind, way: entry.way ?? null, entry: entry.id })),
  )

const watchers = (duty: Duty) => [...duty.watchers, ...duty.rule.ladder]

const superseded = ({ superseded: one }: LedgerRow) =>
  one === undefined ? null : { by: one.by?.key ?? null, entry: one.entry?.id ?? null }

const day = (value: Parameters<typeof isoDay>[0] | undefined) => (value === undefined ? null : isoDay(value))

/** One duty of the ledger as `holdfast replay --json` prints it; the fields are documented in docs/ledger.md and do not change. */
export const rowAsJson = (row: LedgerRow, name: Naming, record: string | undefined) => ({
  key: row.duty.key,
  rule: row.duty.rule.name,
  catalogue: row.duty.rule.catalogue,
  record: record ?? null,
  child: row.duty.child,
  thing: row.duty.thing,
  step: row.duty.step,
  says: row.duty.of === undefined ? row.duty.rule.says : `${row.duty.rule.says}: ${row.duty.of}`,
  owner: owner(row.duty),
  because: because(row.duty, name),
  since: isoDay(row.duty.since),
  opens: isoDay(row.duty.opens),
  ...due(row.duty),
  ...source(row.duty),
  shape: row.duty.rule.shape,
  projected: row.duty.projected,
  state: row.state,
  ended: ended(row),
  daysLate: row.daysLate,
  workingDaysLate: row.workingDaysLate,
  told: told(row),
  watchers: watchers(row.duty),
  shownFrom: day(row.shown?.from),
  shownLateFrom: day(row.shown?.lateFrom),
  asKnown: row.asKnown ?? null,
  supersededBy: superseded(row),
})
