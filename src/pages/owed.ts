import { type Day, daysBetween, partsOf } from '../calendar/day.ts'
import { isoMoment } from '../calendar/moment.ts'
import { countOf, dayInWords, latenessInWords, shortDay } from '../calendar/words.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import { countedUntil, type State, stateOn } from '../duties/derive.ts'
import type { LedgerRow } from '../duties/ledger.ts'
import { worstFirst as inOrder, soonDays } from '../duties/ranking.ts'
import { clockInWords, type Duty } from '../duties/rule.ts'
import type { Markup } from './kit/markup.ts'
import type { StateTone } from './kit/state-tag.ts'
import { stateTag } from './kit/state-tag.ts'

/** A duty with how it stood on a day. */
export type Owing = Pick<LedgerRow, 'duty' | 'state' | 'daysLate' | 'workingDaysLate'>

const isLate = (duty: Duty, state: State): boolean => !duty.suggested && isPastDue(duty, state)

const isPastDue = (duty: Duty, state: State): boolean =>
  state === 'late' || state === 'done-late' || (duty.ended !== undefined && duty.ended.day > duty.due.day)

/** How a duty stood on a day, with how late it was by then. */
export const owingOn = (duty: Duty, day: Day): Owing => {
  const state = stateOn(duty, day)
  const late = isLate(duty, state) && state !== 'open' && state !== 'not-yet'
  const until = countedUntil(duty, day)
  return {
    duty,
    state,
    daysLate: late ? Math.max(0, daysBetween(duty.due.day, until)) : 0,
    workingDaysLate: late ? workingDaysBetween(duty.due.day, until) : 0,
  }
}

/** Whether something is owed still: late, or open. */
export const isOwed = ({ state }: Pick<Owing, 'state'>): boolean => state === 'late' || state === 'open'

/** What is owed still of these duties on a day. Of a long record few are: how late they are is worked out for these alone. */
export const owedOf = (duties: readonly Duty[], day: Day): readonly Owing[] =>
  duties.flatMap(duty => (isOwed({ state: stateOn(duty, day) }) ? [owingOn(duty, day)] : []))

/** Whether it was done, in time or late. */
export const isKept = ({ state }: Pick<Owing, 'state'>): boolean => state === 'done' || state === 'done-late'

/** The same in the one order of what is owed on a day, the worst first. */
export const worstFirst = (owed: readonly Owing[], day: Day): readonly Owing[] => inOrder(owed, ({ duty }) => duty, day)

/** What must be done, as a sentence without a full stop. */
export const sentenceOf = ({ rule, of }: Duty): string => (of === undefined ? rule.says : `${rule.says}: ${of}`)

/** A day as one says it on another day: without its year when that is the same. */
export const dayNear = (day: Day, on: Day): string =>
  partsOf(day).year === partsOf(on).year ? shortDay(day) : dayInWords(day)

const dueSoon = (day: Day, on: Day): string => {
  const days = daysBetween(on, day)
  if (days === 0) return 'due today'
  return days === 1 ? 'due tomorrow' : `due ${dayNear(day, on)}`
}

/** How it stood, in the words of the tag. */
export const stateInWords = ({ duty, state, daysLate }: Owing, on: Day): string => {
  switch (state) {
    case 'late':
      return daysLate < 1 ? 'late today' : latenessInWords(daysLate)
    case 'open':
      return dueSoon(duty.due.day, on)
    case 'done':
      return 'kept'
    case 'done-late':
      return daysLate < 1 ? 'kept late' : `kept ${latenessInWords(daysLate)}`
    case 'set-aside':
      return 'set aside'
    case 'no-longer':
      return 'no longer owed'
    case 'overtaken':
      return 'asked again later'
    case 'not-yet':
      return `from ${dayNear(duty.opens, on)}`
    case 'superseded':
      return 'taken back'
    case 'suggested':
      return 'suggested'
  }
}

const tones = {
  late: 'late',
  open: 'due',
  done: 'kept',
  'done-late': 'kept',
  'set-aside': 'set-aside',
  'no-longer': 'set-aside',
  overtaken: 'set-aside',
  superseded: 'set-aside',
  suggested: 'open',
  'not-yet': 'open',
} as const satisfies Record<Owing['state'], StateTone>

/** Whether it is late, or falls due within two weeks. */
export const isSoon = ({ state, duty }: Owing, on: Day): boolean =>
  state === 'late' || (state === 'open' && daysBetween(on, duty.due.day) <= soonDays)

/** The tag that says how it stood; what falls due in more than two weeks is quiet. */
export const owingTag = (owing: Owing, on: Day): Markup => {
  const farOff = owing.state === 'open' && !isSoon(owing, on)
  return stateTag(stateInWords(owing, on), farOff ? 'open' : tones[owing.state])
}

/** When it is due, by the clock where the limit is in hours: 4 June 2019, 4 June 2019 at 14:30. */
export const dueInWords = ({ due }: Duty): string =>
  due.at === undefined ? dayInWords(due.day) : `${dayInWords(due.day)} at ${isoMoment(due.at).slice(11)}`

/** The clock and whose it is: within 15 working days, statutory. A number of ours is always called a local setting. */
export const clockAndLabel = (duty: Duty): string => `${clockInWords(duty)} (${duty.rule.label})`

/** How late in words, with the exact days beside: 9 months late: 293 days, 202 working days. Nothing when not late. */
export const latenessInFull = ({ daysLate, workingDaysLate }: Owing): string =>
  daysLate < 1
    ? ''
    : `${latenessInWords(daysLate)}: ${countOf(daysLate, 'day')}, ${countOf(workingDaysLate, 'working day')}`
