import type { Day } from '../calendar/day.ts'
import type { Worry } from '../record/counted.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { inTurn } from './in-turn.ts'
import { earliest, firstAbout } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'
import { worriesOf } from './worries.ts'

/** A worry that comes within ninety days of another. */
interface Again {
  readonly worry: Worry
  readonly before: Worry
}

const window = 90

const again = (worries: readonly Worry[]): readonly Again[] =>
  worries.flatMap((worry, index) => {
    const before = worries[index - 1]
    return before !== undefined && worry.day - before.day <= window ? [{ worry, before }] : []
  })

/** What shows that plan and threshold were looked at again. */
const reviewOn = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstAbout(picture, all(picture, 'threshold-reviewed'), child, day),
    firstAbout(picture, all(picture, 'strategy-discussion'), child, day, entry => entry.outcome !== undefined),
    firstAbout(picture, all(picture, 'plan-updated'), child, day),
  )

/** Several worries from separate people are not each handled as the first (review 2.13, 5.21). */
export const thresholdReviewed: Rule = rule({
  name: 'threshold-reviewed',
  catalogue: 'R-REF-5',
  says: 'Look at plan and threshold again, with all the concerns in view',
  shape: 'count',
  label: 'local setting',
  source: ownDefault('two working days after a second concern or referral within 90 days'),
  limit: { workingDays: 2 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe) => {
    for (const [child, worries] of worriesOf(picture))
      inTurn(
        again(worries),
        ({ worry }) => worry,
        ({ worry, before }, ordinal) =>
          openToSocialCareOn(picture, child, worry.day)
            ? owe({
                child,
                thing: 'threshold',
                step: `${ordinal}`,
                because: [worry, before],
                since: worry.day,
                watchers: [...new Set([worry.by, before.by])],
                done: reviewOn(picture, child, worry.day),
              })
            : undefined,
      )
  },
})
