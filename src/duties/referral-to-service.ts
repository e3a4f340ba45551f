import { dueFrom } from '../calendar/limit.ts'
import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { type Arrival, arrivalBase, arrivalsAt, isSocialCare } from './arrival.ts'
import { earliest, endedBy } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

const ownWays = new Set(['police', 'conference-unit'])
const isService = (agency: Agency): boolean => !isSocialCare(agency) && !ownWays.has(serviceOfAgency(agency))

type Meeting = EntryOf<'contact' | 'worker-starts'>

/** The entries that may show a first contact: few of all contacts, sought once for all referrals. */
const firstContacts = (picture: Picture): readonly Meeting[] => [
  ...all(picture, 'contact').filter(
    entry => entry.reached !== false && (entry.about !== undefined || entry.purpose === 'first-contact'),
  ),
  ...all(picture, 'worker-starts'),
]

const isWith = (entry: Meeting, { referral, to }: Arrival): boolean =>
  entry.kind === 'worker-starts'
    ? sameAgency(entry.agency ?? entry.by, to)
    : entry.about === referral.id || (entry.purpose === 'first-contact' && sameAgency(entry.by, to))

const contactAfter = (
  picture: Picture,
  one: Arrival,
  child: PersonId,
  contacts: readonly Meeting[],
): Entry | undefined =>
  earliest(
    ...contacts.filter(entry => entry.day >= one.start.day && isWith(entry, one) && isAbout(picture, entry, child)),
  )

type Step = Pick<Owed, 'step' | 'of' | 'due' | 'done' | 'over'>

const steps = ({ referral, start }: Arrival, contact: Entry | undefined): readonly Step[] => {
  const { made, accepted, declined, decided, answered } = referral
  const soon = made?.urgent === true || made?.struggling === true
  const accept = earliest(accepted, declined, decided, answered, contact)
  return [
    { step: 'accept', of: 'accept it, or decline it with the reason', done: accept },
    {
      step: 'first-contact',
      of: 'make the first contact with the family',
      due: dueFrom(start.day, { workingDays: soon ? 1 : 5 }),
      ...endedBy(contact, declined),
    },
  ]
}

/** A referral to a service that helps is picked up: accepted or declined, then the family is met (review 5.11). */
export const referralTakenUp: Rule = rule({
  name: 'referral-taken-up',
  catalogue: 'R-REF-4',
  says: 'Take up the referral',
  label: 'local setting',
  source: ownDefault(
    'two working days to accept or decline; five to the first contact, one when it is urgent or somebody is struggling',
  ),
  limit: { workingDays: 2 },
  owner: 'receiving-team',
  ladder: ['team-lead', 'named-nurse'],
  find: (picture, owe) => {
    const referrals = arrivalsAt(picture, isService)
    const contacts = referrals.length === 0 ? [] : firstContacts(picture)
    for (const one of referrals)
      for (const child of one.referral.children)
        for (const step of steps(one, contactAfter(picture, one, child, contacts)))
          owe({ ...arrivalBase(one), ...step, child })
  },
})
