import { addDays, addMonths, type Day, dayOf, partsOf } from '../../calendar/day.ts'
import { dayInWords, monthInWords } from '../../calendar/words.ts'
import type { Service } from '../../people/service.ts'
import { always } from '../../record/always.ts'
import type { Entry, Kind } from '../../record/entry.ts'
import { laneOf } from './lanes.ts'
import { levelsOf } from './levels.ts'
import type { Scale } from './scale.ts'

/** What a mark looks like; its form alone says what kind of entry it is. */
export type Shape = 'cross' | 'eye' | 'diamond' | 'square' | 'open-square' | 'arrow' | 'bar' | 'dot' | 'count'

const shapes: Partial<Record<Kind, Shape>> = {
  'was-not-brought': 'cross',
  'did-not-attend': 'cross',
  decision: 'diamond',
  condition: 'diamond',
  'strategy-discussion': 'diamond',
  'section47-concluded': 'diamond',
  'referral-decided': 'diamond',
  'threshold-reviewed': 'diamond',
  'refusal-decided': 'diamond',
  'plan-agreed': 'diamond',
  'conference-not-needed': 'diamond',
  'meeting-held': 'square',
  'conference-held': 'square',
  'meeting-cancelled': 'open-square',
  'referral-made': 'arrow',
  'worker-leaves': 'bar',
}

/** What is no mark of its own: who the people are, what only moves entries, and receipts, which belong to what they are of. */
const unmarked: ReadonlySet<Kind> = new Set([
  'person',
  'relationship',
  'same-person',
  'not-same-person',
  'communication-need',
  'ethnicity-and-faith',
  'post',
  'contact-details',
  'told',
  'delivered',
  'bounced',
  'opened',
  'acknowledged',
  'set-apart',
  'set-apart-undone',
  'taken-over',
  'taken-over-undone',
  'adoption-begins',
  'rule-adopted',
  'rule-given-up',
  'limit-set',
  'owner-set',
  'law-begins',
  'country-set',
])

const seen = (entry: Entry): boolean =>
  (entry.kind === 'contact' && entry.reached !== false && entry.seen !== undefined) ||
  (entry.kind === 'attended' && entry.seen !== 'no' && entry.person === undefined)

/** The form of an entry's mark: an eye wherever the child was seen. */
export const shapeOf = (entry: Entry): Shape => (seen(entry) ? 'eye' : (shapes[entry.kind] ?? 'dot'))

/** Whether an entry has a mark at all. */
export const isMarked = (entry: Entry): boolean => entry.day !== always && !unmarked.has(entry.kind)

/** One mark: an entry, or several of one lane and time folded into a count. */
export interface Mark {
  readonly lane: Service
  readonly shape: Shape
  readonly x: number
  /** The row within its lane, from 0. */
  readonly row: number
  /** One entry; several only when the shape is a count. */
  readonly entries: readonly [Entry, ...Entry[]]
  /** The days that a count stands for. */
  readonly time: { readonly from: Day; readonly to: Day; readonly text: string } | undefined
}

type Unit = 'day' | 'month' | 'quarter' | 'year'
type Group = readonly [Entry, ...Entry[]]

const monthsIn: Record<Exclude<Unit, 'day'>, number> = { month: 1, quarter: 3, year: 12 }

const startOf = (day: Day, unit: Exclude<Unit, 'day'>): Day => {
  const { year, month } = partsOf(day)
  return dayOf({ year, month: month - ((month - 1) % monthsIn[unit]), day: 1 })
}

const timeOf = (day: Day, unit: Unit): NonNullable<Mark['time']> => {
  if (unit === 'day') return { from: day, to: day, text: `on ${dayInWords(day)}` }
  const from = startOf(day, unit)
  const to = addDays(addMonths(from, monthsIn[unit]), -1)
  const months = { month: monthInWords(from), quarter: `${monthInWords(from)} to ${monthInWords(to)}` }
  return { from, to, text: `in ${unit === 'year' ? partsOf(from).year : months[unit]}` }
}

/** Half the width that a mark takes. */
export const halfOf = (mark: Pick<Mark, 'shape' | 'entries'>): number =>
  mark.shape === 'count' ? 7 + 4 * String(mark.entries.length).length : 7.5

const single = (scale: Scale, entry: Entry): Mark => ({
  lane: laneOf(entry),
  shape: shapeOf(entry),
  x: scale.x(entry.day),
  row: 0,
  entries: [entry],
  time: undefined,
})

const counted = (scale: Scale, group: Group, unit: Unit): Mark => {
  const last = group.at(-1) ?? group[0]
  const middle = (scale.x(group[0].day) + scale.x(last.day)) / 2
  return { lane: laneOf(group[0]), shape: 'count', x: middle, row: 0, entries: group, time: timeOf(group[0].day, unit) }
}

const grouped = (entries: readonly Entry[], unit: Unit): readonly Group[] => {
  const groups = new Map<string, [Entry, ...Entry[]]>()
  for (const entry of entries) {
    const key = `${laneOf(entry)}|${unit === 'day' ? entry.day : startOf(entry.day, unit)}`
    const held = groups.get(key)
    if (held === undefined) groups.set(key, [entry])
    else held.push(entry)
  }
  return [...groups.values()]
}

const folded = (scale: Scale, entries: readonly Entry[], unit: Unit): readonly Mark[] =>
  grouped(entries, unit).map(group => (group.length === 1 ? single(scale, group[0]) : counted(scale, group, unit)))

const units = ['month', 'quarter', 'year'] as const
const most = 300
const rowsInLane = 4
const gap = 1

/** The marks of entries: at most 300 of them, beyond which those of one lane and month (or quarter, or year) are one count. */
const few = (scale: Scale, entries: readonly Entry[]): readonly Mark[] => {
  if (entries.length <= most) return entries.map(entry => single(scale, entry))
  for (const unit of units) {
    const marks = folded(scale, entries, unit)
    if (marks.length <= most || unit === 'year') return marks
  }
  return []
}

const inRows = (marks: readonly Mark[]): readonly Mark[] => {
  const extents = marks.map(mark => ({ left: mark.x - halfOf(mark), right: mark.x + halfOf(mark) }))
  const rows = levelsOf(extents, gap)
  return marks.map((mark, index) => ({ ...mark, row: rows[index] ?? 0 }))
}

/** Where too many stand over each other, those of that month are folded; on a stretch of a few weeks, those of that day. */
const thinned = (scale: Scale, marks: readonly Mark[]): readonly Mark[] => {
  let rows = inRows(marks)
  const usual: readonly Unit[] = scale.end - scale.from <= 45 ? ['day', 'month'] : ['month', 'quarter', 'year']
  for (const unit of usual) {
    const crowded = new Set(rows.filter(mark => mark.row >= rowsInLane).map(mark => key(mark, unit)))
    if (crowded.size === 0) return rows
    const [fold, keep] = [
      rows.filter(mark => crowded.has(key(mark, unit))),
      rows.filter(mark => !crowded.has(key(mark, unit))),
    ]
    rows = inRows([
      ...keep,
      ...folded(
        scale,
        fold.flatMap(mark => mark.entries),
        unit,
      ),
    ])
  }
  return rows.map(mark => (mark.row < rowsInLane ? mark : { ...mark, row: rowsInLane - 1 }))
}

const key = (mark: Mark, unit: Unit): number =>
  unit === 'day' ? mark.entries[0].day : startOf(mark.entries[0].day, unit)

/**
 * The marks of a picture, in rows within their lanes so that none covers another. Entries come in order of day. What
 * proves a thread kept has a mark even where it is a receipt.
 */
export const marksOf = (
  scale: Scale,
  entries: readonly Entry[],
  proofs: ReadonlySet<Entry> = new Set(),
): readonly Mark[] => {
  const shown = entries.filter(
    entry => entry.day >= scale.from && entry.day <= scale.to && (isMarked(entry) || proofs.has(entry)),
  )
  const lanes = new Map<Service, Mark[]>()
  for (const mark of few(scale, shown)) {
    const held = lanes.get(mark.lane)
    if (held === undefined) lanes.set(mark.lane, [mark])
    else held.push(mark)
  }
  return [...lanes.values()].flatMap(marks => thinned(scale, marks))
}
