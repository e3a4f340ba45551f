import { addWeeks, type Day } from '../calendar/day.ts'
import { dueFrom, type Limit } from '../calendar/limit.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { PlanStanding } from '../record/plan-standing.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { endedBy } from './reading.ts'
import type { Owed } from './rule.ts'

/** The day on which a thing was done: of a thing recorded in another system, the day that is named there. */
const dayDone = (entry: Entry): Day => (entry.kind === 'done-elsewhere' ? (entry.done ?? entry.day) : entry.day)

/** What was done, together with what is recorded elsewhere as done under any of these rules, in order. */
export const withElsewhere = (
  picture: Picture,
  entries: readonly Entry[],
  { rules, plan, child }: { readonly rules: readonly string[]; readonly plan: PlanStanding; readonly child: PersonId },
): readonly Entry[] => {
  const elsewhere = all(picture, 'done-elsewhere').filter(
    word =>
      rules.includes(word.rule) &&
      (word.thing === undefined || word.thing === plan.id) &&
      isAbout(picture, word, child),
  )
  return elsewhere.length === 0
    ? entries
    : [...entries, ...elsewhere].sort((one, other) => dayDone(one) - dayDone(other))
}

/** Something months away is raised four weeks before it is due: until then it is nobody's to do. */
export const nearItsDay = (owed: Owed, limit: Limit): Owed => ({
  ...owed,
  limit,
  opens: Math.max(owed.since, addWeeks(dueFrom(owed.since, limit).day, -4)) as Day,
})

/** What comes round for a child of a plan: from when it is counted, and each time it was done, in order. */
interface Round {
  readonly plan: PlanStanding
  readonly child: PersonId
  readonly start: Entry
  readonly times: readonly Entry[]
}

/** What is owed of something that comes round: from the start to the first time, from each time to the next; the last stands open until the plan ends. */
export const turnsOf = ({ plan, child, start, times }: Round): readonly Owed[] => {
  const turns: Owed[] = []
  let from = start
  const goesOn = () => plan.ended === undefined || dayDone(from) < plan.ended.day
  const turn = (next: Entry | undefined): Owed => {
    const { done, over } = endedBy(next, plan.ended)
    return {
      child,
      thing: plan.id,
      step: `${turns.length + 1}`,
      because: [from],
      since: dayDone(from),
      done,
      // Of “about” days the first may be the one: what was done then is left to derive, which knows it.
      doneOn: next?.kind === 'done-elsewhere' ? dayDone(next) : undefined,
      over,
    }
  }
  for (const next of times) {
    if (dayDone(next) <= dayDone(from)) continue
    if (!goesOn()) return turns
    turns.push(turn(next))
    from = next
  }
  if (goesOn()) turns.push(turn(undefined))
  return turns
}
