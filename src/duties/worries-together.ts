import type { Day } from '../calendar/day.ts'
import { sourceOf, type Worry } from '../record/counted.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { openToSocialCareOn, type Picture } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { firstSince } from './attendance.ts'
import { isHereOn } from './household.ts'
import { earliest } from './reading.ts'
import { roundsOf } from './rounds.ts'
import { ownDefault, type Rule, rule } from './rule.ts'
import { worriesOf } from './worries.ts'

/** A worry that reached social care, or that says that it is grave: two small ones are for those who have them to talk about. */
const isGrave = (worry: Worry): boolean =>
  worry.kind === 'referral-made' ||
  isSocialCare(worry.by) ||
  worry.harm === true ||
  worry.immediate === true ||
  worry.neglect === true

const window = 90

const lastOther = (worries: readonly Worry[], place: number, source: string): Worry | undefined => {
  for (let at = place - 1; at >= 0; at -= 1) {
    const one = worries[at]
    if (one !== undefined && sourceOf(one) !== source) return one
  }
  return undefined
}

/** Two people or services within ninety days. Callers without a name are one together, and a second beside anybody named. */
const separate = (worries: readonly Worry[], place: number, after: Day): readonly [Worry, Worry] | undefined => {
  const last = worries[place]
  if (last === undefined) return undefined
  const source = sourceOf(last)
  const before = lastOther(worries, place, source)
  if (before === undefined || before.day <= after || last.day - before.day > window) return undefined
  return [last, before].some(isGrave) ? [last, before] : undefined
}

/** All of them were in view: an assessment, a discussion, a plan, or a review of the threshold. */
const seenTogether = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstSince(picture, 'threshold-reviewed', { child, day }),
    firstSince(picture, 'strategy-discussion', { child, day }),
    firstSince(picture, 'assessment-opened', { child, day }),
    firstSince(picture, 'section47-started', { child, day }),
    firstSince(picture, 'plan-agreed', { child, day }),
    firstSince(picture, 'plan-started', { child, day }),
    firstSince(picture, 'came-into-care', { child, day }),
  )

/** Before a case is open nobody holds the child: then it is for the front door, which hears each of them as the first. */
export const worriesTogether: Rule = rule({
  name: 'worries-seen-together',
  catalogue: 'beyond',
  says: 'Look at all the worries about this child together: they come from separate people, and no case is open',
  shape: 'count',
  label: 'local setting',
  source: ownDefault(
    'two working days after a worry of a second person or service within 90 days; for an open case see R-REF-5',
  ),
  limit: { workingDays: 2 },
  owner: 'duty-social-worker',
  ladder: ['team-manager', 'service-manager'],
  find: (picture, owe) => {
    for (const [child, events] of worriesOf(picture))
      roundsOf<Worry, Worry>({
        events,
        full: ({ day }, place, after) =>
          isHereOn(picture, child, day) && !openToSocialCareOn(picture, child, day)
            ? separate(events, place, after)
            : undefined,
        answered: (counted, ordinal) => {
          const [last, ...others] = counted
          return owe({
            child,
            thing: 'worries',
            step: `${ordinal}`,
            because: [last, ...others],
            since: last.day,
            watchers: [...new Set(counted.map(({ by }) => by))],
            done: seenTogether(picture, child, last.day),
          })?.ended?.day
        },
      })
  },
})
