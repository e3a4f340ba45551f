import type { Role } from '../people/role.ts'
import { type Service, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { earliest, endedBy } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Ended = EntryOf<'registration-ended'>
type Register = NonNullable<Ended['with']>

const registers: Partial<Record<Service, Register>> = {
  gp: 'gp',
  'health-visiting': 'health-visiting',
  'school-nursing': 'school-nursing',
  school: 'school',
  nursery: 'nursery',
}

/** On whose list: as the entry says, else by its agency. */
const registerOf = (entry: Ended | EntryOf<'registered'>): Register =>
  entry.with ?? registers[serviceOfAgency(entry.agency ?? entry.by)] ?? 'caseload'

const owners: Record<Register, Role> = {
  gp: 'practice-safeguarding-lead',
  'health-visiting': 'health-visitor',
  'school-nursing': 'school-nurse',
  school: 'designated-safeguarding-lead',
  nursery: 'designated-safeguarding-lead',
  dentist: 'safeguarding-lead',
  caseload: 'team-lead',
  other: 'safeguarding-lead',
}

const personsOf = (picture: Picture, entry: Ended): readonly PersonId[] =>
  entry.person === undefined
    ? childrenOf(picture, entry)
    : picture.children.includes(entry.person)
      ? [entry.person]
      : []

/** The child is on such a list again, or somebody of that service works with the child. */
const heldAgain = (picture: Picture, child: PersonId, ended: Ended): Entry | undefined => {
  const of = { child, day: ended.day }
  const register = registerOf(ended)
  const another = (entry: Entry) => entry.by !== ended.by && registers[serviceOfAgency(entry.by)] === register
  // A social worker who hands over to the next one says nothing of the list of a practice.
  const isOfList = (entry: Entry) => {
    const listed = registers[serviceOfAgency(entry.by)]
    return listed === undefined ? register === 'caseload' || register === 'other' : listed === register
  }
  return earliest(
    all(picture, 'registered').find(
      entry =>
        entry.day >= ended.day &&
        registerOf(entry) === register &&
        (entry.person ?? child) === child &&
        (entry.person !== undefined || childrenOf(picture, entry).includes(child)),
    ),
    firstSince(picture, 'worker-starts', of, another),
    firstSince(picture, 'handover', of, isOfList),
    firstSince(picture, 'contact', of, another),
    firstSince(picture, 'attended', of, another),
  )
}

const listEnded = rule({
  name: 'dropped-from-list',
  catalogue: 'beyond',
  says: 'Find out who has the child now: the child was taken off a list',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault('five working days; whoever takes a child off a list says who has the child then'),
  limit: { workingDays: 5 },
  owner: 'safeguarding-lead',
  ladder: ['designated-nurse', 'team-manager'],
  find: (picture, owe) => {
    for (const ended of all(picture, 'registration-ended')) {
      if (ended.to !== undefined) continue
      for (const child of personsOf(picture, ended))
        owe({
          ...{ child, thing: ended.root, because: [ended], since: ended.day },
          ...{ owner: owners[registerOf(ended)], agency: ended.agency ?? ended.by },
          ...endedBy(heldAgain(picture, child, ended), undefined),
        })
    }
  },
})

/** A child who is on nobody's list is seen by nobody (beyond.md, "dropped from a list"). */
export const listRules: readonly Rule[] = [listEnded]
