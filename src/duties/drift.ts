import type { Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { earliest, endedBy, firstAbout } from './reading.ts'
import { type Duty, type FirstLayer, type Owed, ownDefault, type Rule, rule } from './rule.ts'

/** Working days by which a meeting may be late and is still no meeting missed: as many as there are to decide. */
const grace = 5

/** Whether a meeting was not held by the day on which it was due, or by some working days after. */
const wasMissed = ({ ended, due, suggested }: Duty, late = 0): boolean =>
  !suggested && (ended === undefined || ended.day > addWorkingDays(due.day, late))

/** The missed ones that count together: one that was held within the week is not the first of two. */
const counted = (meetings: readonly Duty[]): readonly Duty[] => {
  const held: Duty[] = []
  for (const one of [...meetings].sort((a, b) => a.due.day - b.due.day))
    if (wasMissed(one, held.length % 2 === 0 ? grace : 0)) held.push(one)
  return held
}

/** The meetings of each plan and child that were not held in time, in order. */
const missedMeetings = (first: FirstLayer): Iterable<readonly Duty[]> =>
  Map.groupBy(
    [...first('child-in-need-first-meeting'), ...first('child-in-need-review')].filter(one => wasMissed(one)),
    duty => `${duty.child} ${duty.thing}`,
  ).values()

/** The second of two, the fourth of four, and so on, with the one before it. */
const seconds = <T>(
  items: readonly T[],
): readonly { readonly before: T; readonly second: T; readonly pair: number }[] =>
  items.flatMap((second, index) => {
    const before = items[index - 1]
    return index % 2 === 0 || before === undefined ? [] : [{ before, second, pair: (index + 1) / 2 }]
  })

/** The entry by which somebody decided: plan and threshold were looked at, the plan was changed, or the case went up. */
export const decided = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstAbout(picture, all(picture, 'threshold-reviewed'), child, day),
    firstAbout(picture, all(picture, 'plan-updated'), child, day, entry => serviceOfAgency(entry.by) === 'social-care'),
    firstAbout(picture, all(picture, 'strategy-discussion'), child, day),
    firstAbout(picture, all(picture, 'conference-held'), child, day),
  )

const ofMeetings = (picture: Picture, first: FirstLayer): readonly Owed[] =>
  [...missedMeetings(first)].flatMap(missed =>
    seconds(counted(missed)).map(({ before, second, pair }) => {
      const { child, thing, due } = second
      const plan = picture.plans.find(one => one.id === thing)
      return {
        child,
        thing,
        step: `${pair}`,
        because: [second.because[0], before.because[0]] as const,
        since: due.day,
        ...endedBy(decided(picture, child, due.day), plan?.ended),
      }
    }),
  )

const ofUndertakings = (picture: Picture): readonly Owed[] =>
  picture.undertakings.flatMap(({ id, children, carriedOver, kept }) =>
    seconds(carriedOver).flatMap(({ before, second, pair }) =>
      children
        .filter(child => openToSocialCareOn(picture, child, second.day))
        .map(child => ({
          child,
          thing: id,
          step: `carried-over:${pair}`,
          because: [second, before] as const,
          since: second.day,
          ...endedBy(decided(picture, child, second.day), kept),
        })),
    ),
  )

const driftDecided = rule({
  name: 'drift-decided',
  catalogue: 'R-CIN-6',
  says: 'Decide whether the plan goes on, changes or is stepped up: two meetings were missed, or an action was carried over twice',
  shape: 'count',
  layer: 2,
  label: 'local setting',
  source: ownDefault('five working days from the second'),
  limit: { workingDays: 5 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe, first) => {
    for (const owed of [...ofMeetings(picture, first), ...ofUndertakings(picture)]) owe(owed)
  },
})

/** A plan that goes on and on (review 4.4, 5.20). */
export const driftRules: readonly Rule[] = [driftDecided]
