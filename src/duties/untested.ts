import type { Day } from '../calendar/day.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { agenciesOn } from '../record/network-standing.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { leadOf } from './appointment-pattern.ts'
import { firstSince } from './attendance.ts'
import { nameOf } from './household.ts'
import { earliest, receiptsOf } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Ground = EntryOf<'ground'>

const isClaim = ({ about, tested }: Ground): boolean =>
  (about === 'helped-by' || about === 'co-operates') && tested !== true

/** Somebody saw for themselves: the ground was tested, the helper was met, or the analysis was brought up to date. */
const tested = (picture: Picture, claim: Ground, child: PersonId): Entry | undefined =>
  earliest(
    all(picture, 'ground').find(
      entry =>
        entry.day >= claim.day &&
        entry !== claim &&
        entry.tested !== undefined &&
        entry.about === claim.about &&
        (claim.ground === undefined || entry.ground === undefined || entry.ground === claim.ground) &&
        isAbout(picture, entry, child),
    ),
    claim.person === undefined
      ? undefined
      : all(picture, 'contact').find(
          entry =>
            entry.day >= claim.day &&
            entry.reached !== false &&
            claim.person !== undefined &&
            entry.with?.includes(claim.person) === true,
        ),
    all(picture, 'ground-ended').find(entry => entry.day >= claim.day && entry.ground === (claim.ground ?? claim.root)),
    firstSince(picture, 'analysis-updated', { child, day: claim.day }),
  )

const supportTested = rule({
  name: 'support-tested',
  catalogue: 'R-ASM-7',
  says: 'See with a second source whether the support that is claimed is there, and write whether it was tested',
  label: 'local setting',
  source: ownDefault('ten working days'),
  limit: { workingDays: 10 },
  owner: 'lead-practitioner',
  heard: 'when-late',
  find: (picture, owe) => {
    const claims = new Set<string>()
    for (const claim of all(picture, 'ground')) {
      const id = claim.ground ?? claim.root
      if (!isClaim(claim) || claims.has(id)) continue
      claims.add(id)
      for (const child of childrenOf(picture, claim))
        owe({
          child,
          thing: id,
          because: [claim],
          since: claim.day,
          owner: leadOf(picture, child, claim.day),
          done: tested(picture, claim, child),
          of: claim.person === undefined ? undefined : nameOf(picture, claim.person),
        })
    }
  },
})

type Vague = EntryOf<'not-forthcoming' | 'person-covered'>

/** Whoever declines an assessment, avoids or is vague: to be asked nothing is not to decline. */
const vagueOnes = (picture: Picture): readonly Vague[] => [
  ...all(picture, 'not-forthcoming'),
  ...all(picture, 'person-covered').filter(entry => entry.status === 'declined'),
]

/** Its effect is on the record, and those who work with the child know of it; where nobody else works with it, the first is enough. */
const weighed = (picture: Picture, vague: Vague, child: PersonId): Entry | undefined => {
  const { day, by } = vague
  const others = agenciesOn(picture.network, child, day).filter(agency => agency !== by)
  const told = receiptsOf(picture, [vague.id, vague.root]).find(receipt => receipt.day >= day)
  const said = vague.kind === 'not-forthcoming' ? vague.effect : vague.reason
  return earliest(
    said !== undefined && others.length === 0 ? vague : undefined,
    said === undefined ? undefined : told,
    firstSince(picture, 'analysis-updated', { child, day }),
    firstSince(picture, 'meeting-held', { child, day }),
    firstSince(picture, 'strategy-discussion', { child, day }),
    firstSince(picture, 'concern', { child, day }),
    firstSince(picture, 'referral-made', { child, day }),
    firstSince(picture, 'assessment-finished', { child, day: (day + 1) as Day }),
  )
}

const vaguenessWeighed = rule({
  name: 'not-forthcoming-weighed',
  catalogue: 'R-ASM-9',
  says: 'Write what it leaves unknown and what that means for the child, and tell everybody who works with the child',
  label: 'local setting',
  source: ownDefault('two working days; after Greater Manchester’s procedure on families who do not engage'),
  limit: { workingDays: 2 },
  owner: 'lead-practitioner',
  find: (picture, owe) => {
    for (const vague of vagueOnes(picture))
      for (const child of childrenOf(picture, vague))
        owe({
          child,
          thing: vague.root,
          because: [vague],
          since: vague.day,
          owner: leadOf(picture, child, vague.day),
          done: weighed(picture, vague, child),
        })
  },
})

/** What was only said and never seen, and what was asked and not answered (review 2.3, 5.3, 5.5, 5.9, 5.14). */
export const untestedRules: readonly Rule[] = [supportTested, vaguenessWeighed]
