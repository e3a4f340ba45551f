import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { leadOf } from './appointment-pattern.ts'
import { firstSince } from './attendance.ts'
import { caseClosed } from './open-case.ts'
import { earliest, endedBy } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Refusal = EntryOf<'consent-refused' | 'consent-withdrawn'>

/** The reason stands on the record in words, and so does a new offer; or the family agrees after all. */
const explored = (picture: Picture, refusal: Refusal, child: PersonId): Entry | undefined => {
  const { day } = refusal
  return earliest(
    firstSince(picture, 'help-offered', { child, day }),
    firstSince(picture, 'consent-given', { child, day }),
    firstSince(picture, 'refusal-decided', { child, day }),
    firstSince(picture, 'trust-plan', { child, day }),
    firstSince(picture, 'referral-accepted', { child, day: (day + 1) as typeof day }),
  )
}

/** Sharing is no help, and where a plan or assessment is refused the manager decides (R-CLS-3). */
const isOfHelp = ({ to }: Refusal): boolean => to === 'service' || to === 'early-help'

const refusals = (picture: Picture): readonly Refusal[] => [
  ...all(picture, 'consent-refused'),
  ...all(picture, 'consent-withdrawn'),
]

const refusalExplored = rule({
  name: 'refusal-explored',
  catalogue: 'R-ENG-4',
  says: 'Ask why the help is not wanted, write the answer in the parent’s own words, and offer it in another form',
  label: 'local setting',
  source: ownDefault('five working days; to refuse help is a right, and the offer may be refused again'),
  limit: { workingDays: 5 },
  owner: 'team-lead',
  ladder: ['lead-practitioner', 'agency-manager'],
  find: (picture, owe) => {
    for (const refusal of refusals(picture))
      if (isOfHelp(refusal))
        for (const child of childrenOf(picture, refusal))
          owe({
            child,
            thing: refusal.root,
            because: [refusal],
            since: refusal.day,
            agency: refusal.by,
            ...endedBy(explored(picture, refusal, child), caseClosed(picture, child, refusal.day)),
          })
  },
})

/** A referral for help that was declined because the family does not want it: the service stops, and nobody thinks what that means. */
const endsAfterRefusal = (picture: Picture, refusal: Refusal, child: PersonId): EntryOf<'service-ends'> | undefined =>
  firstSince(picture, 'service-ends', { child, day: refusal.day }, entry => entry.day <= refusal.day + 90)

const meaningDecided = rule({
  name: 'refused-help-weighed',
  catalogue: 'beyond',
  says: 'Decide what it means for the child that the help was refused and the service has stopped',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('five working days after the service stops; reviews find that it simply does'),
  limit: { workingDays: 5 },
  owner: 'lead-practitioner',
  find: (picture, owe) => {
    if (all(picture, 'service-ends').length === 0) return
    for (const refusal of refusals(picture))
      for (const child of childrenOf(picture, refusal)) {
        const ends = endsAfterRefusal(picture, refusal, child)
        if (ends === undefined || ends.instead !== undefined) continue
        const { day } = ends
        const done = earliest(
          firstSince(picture, 'refusal-decided', { child, day: refusal.day }),
          firstSince(picture, 'threshold-reviewed', { child, day }),
          firstSince(picture, 'plan-updated', { child, day }),
          firstSince(picture, 'meeting-held', { child, day }),
          firstSince(picture, 'help-offered', { child, day }),
        )
        const owner = leadOf(picture, child, day)
        owe({ child, thing: ends.root, because: [ends, refusal], since: day, owner, done })
      }
  },
})

/** Help that is not wanted: a right of the family, and a question to those who offered it (review 5.13). */
export const refusedHelpRules: readonly Rule[] = [refusalExplored, meaningDecided]
