import { type Agency, findAgency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { firstOfEach, leadIn } from './looked-at.ts'
import { earliest, receiptsOf } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Finding = EntryOf<'finding'>

const socialCare = 'social-care' as Agency

/** The agencies that must know it and do not by having found it themselves; social care unless the record says. */
const mustKnow = ({ mustKnow, by }: Finding): readonly Agency[] =>
  (mustKnow ?? [socialCare]).filter(agency => !sameAgency(agency, by))

const isOne = (one: Agency, other: Agency): boolean =>
  sameAgency(one, other) || (isSocialCare(one) && isSocialCare(other))

const named = (to: readonly string[], agency: Agency): boolean =>
  to.some(one => {
    const found = findAgency(one)
    return (found !== undefined && isOne(found, agency)) || one === agency
  })

/** It reached the agency: a receipt, a referral to it, a discussion or meeting where finder and agency sat, or an entry of its own that follows. */
const reached = (picture: Picture, finding: Finding, agency: Agency): Entry | undefined => {
  const { day, by, id, root } = finding
  const child = childrenOf(picture, finding)[0]
  const isTheirs = (entry: Entry) => entry.day >= day && (child === undefined || isAbout(picture, entry, child))
  const sat = (entry: { readonly present?: readonly Agency[] | undefined; readonly by: Agency }) =>
    [...(entry.present ?? []), entry.by].some(one => isOne(one, agency)) &&
    [...(entry.present ?? []), entry.by].some(one => sameAgency(one, by))
  return earliest(
    receiptsOf(picture, [id, root, finding.finding ?? id]).find(entry => entry.day >= day && named(entry.to, agency)),
    all(picture, 'referral-made').find(entry => isTheirs(entry) && sameAgency(entry.by, by) && isOne(entry.to, agency)),
    all(picture, 'strategy-discussion').find(
      entry =>
        isTheirs(entry) &&
        (sat(entry) || ((entry.facts ?? []).some(one => sameAgency(one, by)) && isOne(entry.by, agency))),
    ),
    all(picture, 'meeting-held').find(entry => isTheirs(entry) && sat(entry)),
    all(picture, 'conference-held').find(entry => isTheirs(entry) && sat(entry)),
    all(picture, 'finding').find(entry => entry !== finding && isTheirs(entry) && isOne(entry.by, agency)),
  )
}

const findingShared = rule({
  name: 'finding-shared',
  catalogue: 'beyond',
  says: 'Tell those who decide what was found, and make sure that it reached them',
  shape: 'join',
  label: 'local setting',
  source: ownDefault('one working day: a finding that stays with the agency that has it protects nobody'),
  limit: { workingDays: 1 },
  owner: 'safeguarding-lead',
  ladder: ['agency-manager', 'team-manager'],
  find: (picture, owe) => {
    const isFirst = firstOfEach()
    for (const finding of all(picture, 'finding'))
      for (const agency of mustKnow(finding))
        for (const child of childrenOf(picture, finding)) {
          if (!isFirst(child, finding.finding ?? finding.root, serviceOfAgency(agency))) continue
          owe({
            child,
            thing: finding.finding ?? finding.root,
            step: serviceOfAgency(agency),
            because: [finding],
            since: finding.day,
            owner: leadIn(finding),
            agency: finding.by,
            watchers: [agency],
            done: reached(picture, finding, agency),
          })
        }
  },
})

/** What one agency found reaches the others, with proof (beyond.md). */
export const findingRules: readonly Rule[] = [findingShared]
