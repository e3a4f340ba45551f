import type { Day } from '../calendar/day.ts'
import { type Role, serviceOfRole } from '../people/role.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { UndertakingStanding } from '../record/decision-standing.ts'
import type { EntryOf } from '../record/entry.ts'
import type { Picture } from '../record/standing.ts'
import { earliest, endedBy } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

type Given = UndertakingStanding & { readonly given: EntryOf<'undertaking-given'> }

const givenOnes = (picture: Picture, fits: (given: EntryOf<'undertaking-given'>) => boolean): readonly Given[] =>
  picture.undertakings.filter((one): one is Given => one.given !== undefined && fits(one.given))

/** The agency that owes it: as it says, else the writer's, unless the role is of another service than the writer. */
const agencyOf = ({ agency, by, owner }: EntryOf<'undertaking-given'>, usual: Role): Agency | undefined => {
  const service = serviceOfRole(owner ?? usual)
  return agency ?? (service === 'other' || service === serviceOfAgency(by) ? by : undefined)
}

const base = ({ id, given }: Given, usual: Role): Omit<Owed, 'child'> => ({
  thing: id,
  because: [given],
  since: given.day,
  owner: given.owner,
  agency: agencyOf(given, usual),
  of: given.about,
  watchers: [given.by],
})

/** An undertaking falls due on the day that it names itself, never before it was given; else by the limit of the rule. */
const ownDue = ({ given }: Given): Pick<Owed, 'due'> =>
  given.due === undefined ? {} : { due: { day: Math.max(given.due, given.day) as Day, basis: 'table' } }

const ownDay = 'by its own day, else within 5 working days'

const fromReport = ({ where }: EntryOf<'undertaking-given'>): boolean => where === 'pre-sentence-report'

const undertakingKept = rule({
  name: 'undertaking-kept',
  catalogue: 'R-REF-6',
  says: 'Do what was taken on',
  label: 'local setting',
  source: ownDefault('five working days, unless the undertaking names its day'),
  limit: { workingDays: 5 },
  clock: ownDay,
  owner: 'action-owner',
  ladder: ['agency-manager', 'team-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const one of givenOnes(picture, given => !fromReport(given)))
      for (const child of one.children)
        owe({ ...base(one, 'action-owner'), ...ownDue(one), child, ...endedBy(one.kept, one.declined) })
  },
})

const reportChecksMade = rule({
  name: 'pre-sentence-report-followed',
  catalogue: 'R-PRO-2',
  says: 'Make the checks that the pre-sentence report asks for',
  label: 'local setting',
  source: ownDefault('five working days after the report'),
  limit: { workingDays: 5 },
  clock: ownDay,
  owner: 'probation-practitioner',
  ladder: ['senior-probation-officer'],
  find: (picture, owe) => {
    for (const one of givenOnes(picture, fromReport))
      for (const child of one.children)
        owe({ ...base(one, 'probation-practitioner'), ...ownDue(one), child, ...endedBy(one.kept, one.declined) })
  },
})

const together = new Set(['meeting', 'strategy-discussion', 'conference', 'minutes'])

/** Whether it was given where others took it down for its owner. */
const givenTogether = ({ where, meeting }: EntryOf<'undertaking-given'>): boolean =>
  where === undefined ? meeting !== undefined : together.has(where)

const undertakingAccepted = rule({
  name: 'undertaking-accepted',
  catalogue: 'R-MTG-6',
  says: 'Accept the action, or reject it with the reason',
  label: 'local setting',
  source: ownDefault('two working days after the action is given'),
  limit: { workingDays: 2 },
  owner: 'action-owner',
  ladder: ['meeting-chair', 'agency-manager'],
  find: (picture, owe) => {
    for (const one of givenOnes(picture, givenTogether))
      for (const child of one.children)
        owe({ ...base(one, 'action-owner'), child, done: earliest(one.accepted, one.declined, one.kept) })
  },
})

/** What somebody took on has an owner who accepts it and a day by which it is done (review 5.16, 5.23). */
export const undertakingRules: readonly Rule[] = [undertakingKept, reportChecksMade, undertakingAccepted]
