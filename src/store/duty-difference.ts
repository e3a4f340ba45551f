import type { Duty } from '../duties/rule.ts'
import { markOf } from './duty-row.ts'
import type { Kept, Numbers } from './kept-record.ts'

/** How the duties of a record differ from what was said of them before: those that say something else, and the keys of those that are gone. */
export interface DutyDifference {
  readonly changed: readonly Duty[]
  readonly gone: readonly string[]
}

const isSame = (one: Duty, other: Duty): boolean =>
  one.rule === other.rule && one.thing === other.thing && one.child === other.child && one.step === other.step

const restOnSame = ({ because: one }: Duty, { because: other }: Duty): boolean => {
  if (one.length !== other.length) return false
  for (const [at, entry] of one.entries()) {
    const beside = other[at]
    if (entry !== beside && (entry.id !== beside?.id || entry.record !== beside.record)) return false
  }
  return true
}

/** Whether the row of one says what the row of the other says; a row has nothing that is not compared here. */
const saySame = (one: Duty, other: Duty): boolean =>
  one.owner === other.owner &&
  one.agency === other.agency &&
  one.opens === other.opens &&
  one.due.day === other.due.day &&
  one.ended?.day === other.ended?.day &&
  one.ended?.how === other.ended?.how &&
  one.frozen === other.frozen &&
  one.projected === other.projected &&
  restOnSame(one, other)

const near = 4

const placeOf = (duty: Duty, before: readonly Duty[], from: number): number => {
  for (let at = from; at < Math.min(before.length, from + near); at++) {
    const held = before[at]
    if (held !== undefined && isSame(held, duty)) return at
  }
  return -1
}

interface Walked {
  readonly changed: Duty[]
  /** Those of before that were not met in their place, and those of now. */
  readonly left: readonly Duty[]
  readonly fresh: readonly Duty[]
}

// Duties come in the order of the rules and of the entries, so that two folds of one record are gone along side by side:
// looking hundreds of long keys up at every append cost more than finding out who is told.
const walk = (before: readonly Duty[], now: readonly Duty[]): Walked => {
  const [changed, left, fresh]: [Duty[], Duty[], Duty[]] = [[], [], []]
  let at = 0
  for (const duty of now) {
    const place = placeOf(duty, before, at)
    const held = before[place]
    if (held === undefined) {
      fresh.push(duty)
      continue
    }
    left.push(...before.slice(at, place))
    if (!saySame(held, duty)) changed.push(duty)
    at = place + 1
  }
  return { changed, left: [...left, ...before.slice(at)], fresh }
}

/** The difference between two folds of one record, in which every entry has the number that it had before. */
export const differenceOf = (before: readonly Duty[], now: readonly Duty[]): DutyDifference => {
  const { changed, left, fresh } = walk(before, now)
  const gone = new Map(left.map(duty => [duty.key, duty]))
  for (const duty of fresh) {
    const held = gone.get(duty.key)
    gone.delete(duty.key)
    if (held === undefined || !saySame(held, duty)) changed.push(duty)
  }
  return { changed, gone: [...gone.keys()] }
}

/** The same where all that is known of before is the marks that the store keeps. */
const differenceOfMarks = (
  marks: ReadonlyMap<string, string>,
  now: readonly Duty[],
  numbers: Numbers,
): DutyDifference => {
  const keys = new Set(now.map(({ key }) => key))
  return {
    changed: now.filter(duty => marks.get(duty.key) !== markOf(duty, numbers)),
    gone: [...marks.keys()].filter(key => !keys.has(key)),
  }
}

/** How the duties of a record, as it is next, differ from those that were kept of it. */
export const differenceFrom = (kept: Kept, next: Kept, now: readonly Duty[]): DutyDifference => {
  const { duties, marks, numbers } = kept
  if (duties === undefined) return differenceOfMarks(marks, now, next.numbers)
  if (numbers === next.numbers) return differenceOf(duties, now)
  // An entry came once more: its name has another number now, and whatever rests on it says so.
  return differenceOfMarks(new Map(duties.map(duty => [duty.key, markOf(duty, numbers)])), now, next.numbers)
}
