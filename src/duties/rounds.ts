import type { Day } from '../calendar/day.ts'
import type { Picture } from '../record/standing.ts'

let questions = 0

/**
 * What several rules read of one picture is read once: nothing changes a picture when it is folded. It is kept with the
 * picture and goes with it: weak maps by picture kept dead pictures alive until the next full collection of garbage.
 */
export const readOnce = <T>(read: (picture: Picture) => T): ((picture: Picture) => T) => {
  const place = questions
  questions += 1
  return picture => {
    const held = picture.readBefore[place] as T | undefined
    if (held !== undefined) return held
    const found = read(picture)
    picture.readBefore[place] = found
    return found
  }
}

/** One round of a count: what made it full, the last first, and its number from 1. */
export interface Round<C> {
  readonly ordinal: number
  readonly counted: readonly [C, ...C[]]
}

interface Counting<E, C> {
  /** In order of the day. */
  readonly events: readonly E[]
  /** What is counted when this event makes the count full, of what lies after the last answer; the last one first. */
  readonly full: (event: E, place: number, after: Day) => readonly [C, ...C[]] | undefined
  /** The day on which a full count was answered, or nothing. Whoever owes its duty here may give the day it ended. */
  readonly answered: (counted: readonly [C, ...C[]], ordinal: number) => Day | undefined
}

const beforeAll = Number.NEGATIVE_INFINITY as Day

/** The rounds of a count that begins anew after each answer: while one stands unanswered there is no second. */
export const roundsOf = <E extends { readonly day: Day }, C>(counting: Counting<E, C>): readonly Round<C>[] => {
  const rounds: Round<C>[] = []
  let after = beforeAll
  for (let place = 0; place < counting.events.length; place += 1) {
    const event = counting.events[place]
    if (event === undefined || event.day <= after) continue
    const counted = counting.full(event, place, after)
    if (counted === undefined) continue
    rounds.push({ ordinal: rounds.length + 1, counted })
    const answer = counting.answered(counted, rounds.length)
    if (answer === undefined) return rounds
    after = answer
  }
  return rounds
}
