import type { Agency } from '../people/service.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { nameOf } from './household.ts'
import { inTurn } from './in-turn.ts'
import { firstOfEach } from './looked-at.ts'
import { earliest, firstFrom, receiptsOf } from './reading.ts'
import { type Owed, ownDefault, procedure, type Rule, rule } from './rule.ts'

type Begins = EntryOf<'probation-begins'>

const isPolice = (agency: Agency): boolean => serviceOfAgency(agency) === 'police'

/** Asked of an agency by probation: with the person or the family in it; a reply that came unasked is as good. */
const askedOf = (picture: Picture, { day, person }: Begins, fits: (to: Agency) => boolean): Entry | undefined =>
  earliest(
    firstFrom(
      all(picture, 'enquiry-made'),
      day,
      entry =>
        serviceOfAgency(entry.by) === 'probation' &&
        fits(entry.to) &&
        (entry.person === undefined || entry.person.includes(person) || entry.child !== undefined),
    ),
    firstFrom(all(picture, 'referral-made'), day, entry => serviceOfAgency(entry.by) === 'probation' && fits(entry.to)),
    firstFrom(all(picture, 'known-elsewhere'), day, entry => fits(entry.by) && entry.person === person),
  )

const steps: readonly { readonly step: string; readonly of: string; readonly fits: (to: Agency) => boolean }[] = [
  { step: 'social-care', of: 'ask social care', fits: isSocialCare },
  { step: 'police', of: 'ask the police', fits: isPolice },
]

const beginnings = (picture: Picture): readonly Begins[] =>
  all(picture, 'probation-begins').filter(
    entry =>
      (entry.stage ?? 'supervision') === 'pre-sentence-report' || (entry.stage ?? 'supervision') === 'supervision',
  )

const enquiriesMade = rule({
  name: 'probation-enquiries-made',
  catalogue: 'R-PRO-1',
  says: 'Ask who the children and partner are, and what is known of them',
  label: 'local procedure',
  source: procedure(
    'HM Inspectorate of Probation: enquiries to social care and the police at the report and at the start of supervision; five working days is our number',
  ),
  limit: { workingDays: 5 },
  owner: 'probation-practitioner',
  ladder: ['senior-probation-officer'],
  find: (picture, owe) => {
    for (const [person, begun] of Map.groupBy(beginnings(picture), entry => entry.person))
      for (const { step, of, fits } of steps)
        inTurn(
          begun,
          entry => entry,
          (entry, ordinal) =>
            owe({
              ...base(picture, entry),
              step: `${step}-${ordinal}`,
              of: `${of} about ${nameOf(picture, person)}`,
              agency: serviceOfAgency(entry.by) === 'probation' ? entry.by : ('probation' as Agency),
              done: askedOf(picture, entry, fits),
            }),
        )
  },
})

const base = (picture: Picture, entry: Begins): Pick<Owed, 'child' | 'thing' | 'because' | 'since'> => ({
  child: childrenOf(picture, entry)[0] ?? picture.subject[0],
  thing: entry.person,
  because: [entry],
  since: entry.day,
})

/** Social care knows: it was told, asked, or wrote of it. */
const socialCareKnows = (picture: Picture, entry: Begins): Entry | undefined =>
  earliest(
    receiptsOf(picture, [entry.id, entry.root]).find(
      receipt => receipt.day >= entry.day && receipt.to.some(to => /social|mash|csc/iu.test(to)),
    ),
    askedOf(picture, entry, isSocialCare),
    firstFrom(all(picture, 'strategy-discussion'), entry.day),
    firstFrom(all(picture, 'threshold-reviewed'), entry.day),
    firstFrom(all(picture, 'referral-made'), entry.day, one => isSocialCare(one.to)),
  )

const releaseTold = rule({
  name: 'release-told',
  catalogue: 'beyond',
  says: 'Tell social care of the release or registration, of its conditions, and of the home to which the person goes',
  label: 'local setting',
  source: ownDefault('one working day: who is free again changes who is near the child'),
  limit: { workingDays: 1 },
  owner: 'probation-practitioner',
  ladder: ['senior-probation-officer', 'team-manager'],
  find: (picture, owe) => {
    const isFirst = firstOfEach()
    for (const entry of all(picture, 'probation-begins')) {
      if ((entry.stage !== 'released' && entry.stage !== 'registered') || isSocialCare(entry.by)) continue
      if (!isFirst(entry.person, entry.stage)) continue
      const owner = isPolice(entry.by) ? 'police-officer' : undefined
      owe({
        ...base(picture, entry),
        step: entry.stage,
        owner,
        agency: entry.by,
        done: socialCareKnows(picture, entry),
      })
    }
  },
})

/** Probation asks before it reports and when it begins, and tells of a release (review 5.16). */
export const probationEnquiryRules: readonly Rule[] = [enquiriesMade, releaseTold]
