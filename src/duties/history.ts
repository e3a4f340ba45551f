import { addDays, type Day } from '../calendar/day.ts'
import type { Question } from '../record/chronology.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { derive } from './derive.ts'
import type { Duty } from './rule.ts'
import type { Settings } from './settings.ts'

/** What the program would have shown of one duty, from what had arrived by each day. */
export interface Shown {
  /** The duty as it was last derived. */
  readonly duty: Duty
  /** The first day on which it would have stood on a page. */
  readonly from: Day
  /** The first day on which it would have stood there as late. */
  readonly lateFrom: Day | undefined
  /** The day of arrival after which it was no longer derived, when that happened. */
  readonly gone: Day | undefined
}

export interface Watching {
  readonly entries: readonly Entry[]
  readonly question: Question
  readonly settings: Settings
  /** The last day that is looked at. */
  readonly until: Day
  /** Called as days of arrival are worked through: how many of how many. */
  readonly progress?: (done: number, of: number) => void
}

type Making = { -readonly [K in keyof Shown]: Shown[K] }

const arrivals = (entries: readonly Entry[], until: Day): readonly Day[] =>
  [...new Set(entries.map(entry => entry.arrived))].filter(day => day <= until).sort((one, other) => one - other)

/**
 * When each duty would first have been shown, and shown as late, had the program been there: the record is folded anew
 * for every day on which something arrived, so that nothing learnt later is used (design, "Three times").
 * Costs one fold a day of arrival.
 */
export const history = (watching: Watching): ReadonlyMap<string, Shown> => {
  const days = arrivals(watching.entries, watching.until)
  const shown = new Map<string, Making>()
  for (const [index, day] of days.entries()) {
    const last = addDays(days[index + 1] ?? addDays(watching.until, 1), -1)
    const duties = derive(picture(watching.entries, { ...watching.question, knownOn: day }), watching.settings)
    note(shown, duties, day, last)
    watching.progress?.(index + 1, days.length)
  }
  return shown
}

const note = (shown: Map<string, Making>, duties: readonly Duty[], day: Day, last: Day): void => {
  const present = new Set<string>()
  for (const duty of duties) {
    present.add(duty.key)
    see(shown, duty, day, last)
  }
  for (const held of shown.values()) if (held.gone === undefined && !present.has(held.duty.key)) held.gone = day
}

const see = (shown: Map<string, Making>, duty: Duty, day: Day, last: Day): void => {
  const from = Math.max(day, duty.opens) as Day
  if (from > last || duty.suggested) return
  const held = shown.get(duty.key) ?? { duty, from, lateFrom: undefined, gone: undefined }
  held.duty = duty
  held.gone = undefined
  held.lateFrom ??= firstLate(duty, day, last)
  shown.set(duty.key, held)
}

/** The first day from `day` to `last` on which a duty stands as late; it does not once it ended or its child died. */
const firstLate = (duty: Duty, day: Day, last: Day): Day | undefined => {
  const from = Math.max(day, duty.opens, addDays(duty.due.day, 1)) as Day
  const until = Math.min(last, duty.ended === undefined ? last : addDays(duty.ended.day, -1))
  const afterDeath = duty.frozen !== undefined && addDays(duty.due.day, 1) > duty.frozen
  return from <= until && !afterDeath ? from : undefined
}
