import { addMonths } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import { type Service, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { complexNeeds } from './complex-needs.ts'
import { inTurn } from './in-turn.ts'
import { firstOfKinds, firstSeen } from './looked-at.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'
import { longTerm } from './urgent-care.ts'

type Uncollected = EntryOf<'medicine-not-collected'>

const health: ReadonlySet<Service> = new Set([
  'gp',
  'hospital',
  'community-nursing',
  'health-visiting',
  'school-nursing',
  'mental-health',
])

const hasBy = (entry: Entry | undefined, { day }: Uncollected): boolean => entry !== undefined && entry.day <= day

const isSecond = (picture: Picture, child: PersonId, entry: Uncollected): boolean =>
  all(picture, 'medicine-not-collected').some(
    one => one.day < entry.day && one.day >= addMonths(entry.day, -12) && isAbout(picture, one, child),
  )

/** A medicine that the child cannot do without as far as is known: a long-term illness, an open case, or a second time in a year. */
const matters = (picture: Picture, child: PersonId, entry: Uncollected): boolean =>
  hasBy(complexNeeds(picture, child), entry) ||
  hasBy(longTerm(picture, child), entry) ||
  openToSocialCareOn(picture, child, entry.day) ||
  isSecond(picture, child, entry)

/** Somebody of health, or who wrote it down, spoke with the family; the medicine was looked at; or agencies talked. */
const askedAfter = (picture: Picture, child: PersonId, entry: Uncollected): Entry | undefined =>
  earliest(
    all(picture, 'contact').find(
      one =>
        one.day >= entry.day &&
        one.reached !== false &&
        one.way !== 'letter' &&
        (health.has(serviceOfAgency(one.by)) || one.by === entry.by) &&
        isAbout(picture, one, child),
    ),
    firstSeen(picture, child, entry.day),
    firstOfKinds(
      picture,
      [
        'medicines-agreed',
        'medicine-belief',
        'instruction',
        'illness-reviewed',
        'notes-reviewed',
        'medical-neglect-review',
        'meeting-held',
        'strategy-discussion',
      ],
      child,
      entry.day,
    ),
  )

const whoAsks = ({ by }: Uncollected): Role => (serviceOfAgency(by) === 'hospital' ? 'consultant' : 'gp')

const collected = rule({
  name: 'uncollected-medicine-asked-after',
  catalogue: 'beyond',
  says: 'Ask why the medicine was not collected, and see that the child has it',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault(
    'two working days, where the child has a long-term illness or complex needs, a case is open, or it is the second time in a year; it is a question, and counts against nobody',
  ),
  limit: { workingDays: 2 },
  owner: 'gp',
  ladder: ['practice-safeguarding-lead', 'named-gp'],
  find: (picture, owe) => {
    const entries = all(picture, 'medicine-not-collected')
    if (entries.length === 0) return
    for (const child of new Set(entries.flatMap(entry => childrenOf(picture, entry))))
      inTurn(
        entries.filter(entry => isAbout(picture, entry, child) && matters(picture, child, entry)),
        entry => entry,
        (entry, ordinal) =>
          owe({
            ...{ child, thing: 'uncollected', step: `${ordinal}`, because: [entry], since: entry.day },
            ...{ owner: whoAsks(entry), of: entry.medicine },
            ...(health.has(serviceOfAgency(entry.by)) ? { agency: entry.by } : {}),
            done: askedAfter(picture, child, entry),
          }),
      )
  },
})

/** A medicine that lies at the pharmacy is not in the child (beyond.md, "missed medicine"). */
export const medicineCollectedRules: readonly Rule[] = [collected]
