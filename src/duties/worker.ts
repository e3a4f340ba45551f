import type { Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Role } from '../people/role.ts'
import { type Agency, sameAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { holds, type Involvement, postOf, workingOn } from '../record/network-standing.ts'
import { all, childrenOf, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { absenceRules, coverAhead, managerOf } from './absence.ts'
import { leadRules } from './lead.ts'
import { caseClosed } from './open-case.ts'
import { earliest, endedBy, firstAbout } from './reading.ts'
import { type Owed, ownDefault, procedure, type Rule, rule } from './rule.ts'
import { supervisionRules } from './supervision.ts'

/** How many working days old a summary may be that was written before somebody left. */
const handoverAhead = 20

/** A child of social care whom nobody holds, from the day on which the last one who did left. */
interface Gap {
  readonly child: PersonId
  readonly ordinal: number
  readonly agency: Agency
  readonly left: Entry
  /** The start of the next one who holds the case. */
  readonly held: Entry | undefined
}

const gapsOf = (picture: Picture, child: PersonId): readonly Gap[] => {
  const posts = picture.network.filter(one => holds(one.role) && one.children.includes(child))
  const gaps: Gap[] = []
  for (const { left, agency } of leavings(posts)) {
    const last = gaps.at(-1)
    const stillOpen = last !== undefined && (last.held === undefined || last.held.day > left.day)
    if (stillOpen || workingOn(posts, child, left.day).length > 0) continue
    if (!openToSocialCareOn(picture, child, left.day)) continue
    gaps.push({ child, ordinal: gaps.length + 1, agency, left, held: nextStart(posts, left.day) })
  }
  return gaps
}

const leavings = (posts: readonly Involvement[]) =>
  posts
    .flatMap(({ ends, agency }) => (ends === undefined ? [] : [{ left: ends, agency }]))
    .sort((one, other) => one.left.day - other.left.day)

const nextStart = (posts: readonly Involvement[], day: Day): Entry | undefined =>
  earliest(...posts.filter(one => one.starts !== one.ends && one.starts.day > day).map(one => one.starts))

const eachGap = (picture: Picture): readonly Gap[] =>
  all(picture, 'worker-leaves').length === 0 ? [] : picture.children.flatMap(child => gapsOf(picture, child))

const baseOf = (gap: Gap, step: string): Pick<Owed, 'child' | 'thing' | 'step' | 'because' | 'since' | 'agency'> => ({
  child: gap.child,
  thing: 'allocation',
  step: `${step}:${gap.ordinal}`,
  because: [gap.left],
  since: gap.left.day,
  agency: gap.agency,
})

const caseCovered = rule({
  name: 'case-covered',
  catalogue: 'R-ALL-1',
  says: 'Find somebody who holds the case from today; a student, a team or the manager does not',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault('one working day; that a child is never without a worker is local procedure in Milton Keynes'),
  limit: { workingDays: 1 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe) => {
    for (const gap of eachGap(picture)) {
      const day = addWorkingDays(gap.left.day, -coverAhead)
      const cover = firstAbout(picture, all(picture, 'cover'), gap.child, day, entry => holds(postOf(entry).role))
      const closed = caseClosed(picture, gap.child, gap.left.day)
      owe({ ...baseOf(gap, 'cover'), ...endedBy(earliest(cover, gap.held), closed) })
    }
  },
})

const unallocatedEscalated = rule({
  name: 'unallocated-escalated',
  catalogue: 'R-ALL-1',
  says: 'Tell the service manager that the child still has no worker',
  shape: 'silence',
  label: 'local procedure',
  source: procedure('Walsall children’s services case management procedure: told to the group manager at four weeks'),
  limit: { weeks: 4 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const gap of eachGap(picture)) {
      const { child, left, held } = gap
      const told = firstAbout(
        picture,
        all(picture, 'allocation-reviewed'),
        child,
        left.day,
        entry => entry.escalated === true,
      )
      owe({ ...baseOf(gap, 'escalate'), ...endedBy(told, earliest(held, caseClosed(picture, child, left.day))) })
    }
  },
})

/** Whose going needs a transfer summary: who holds the case, or leads for health. */
const handsOver = (role: Role): boolean => holds(role) || role === 'lead-health-practitioner'

const handedOver = rule({
  name: 'case-handed-over',
  catalogue: 'R-ALL-2',
  says: 'Write the transfer summary: what is known, what is still owed, who takes it',
  label: 'local setting',
  source: ownDefault(
    'five working days after leaving, better before; that there is a transfer summary is NICE guideline NG213 and local procedure in Bexley and Norfolk',
  ),
  limit: { workingDays: 5 },
  owner: 'team-manager',
  find: (picture, owe) => {
    const counts = new Map<string, number>()
    for (const left of all(picture, 'worker-leaves')) {
      const { agency, role } = postOf(left)
      if (!handsOver(role)) continue
      for (const child of childrenOf(picture, left)) {
        const ordinal = (counts.get(`${child} ${role}`) ?? 0) + 1
        counts.set(`${child} ${role}`, ordinal)
        if (holds(role) && !openToSocialCareOn(picture, child, left.day)) continue
        const summary = firstAbout(
          picture,
          all(picture, 'handover'),
          child,
          addWorkingDays(left.day, -handoverAhead),
          entry => sameAgency(postOf(entry).agency, agency) && (entry.role === undefined || entry.role === role),
        )
        owe({
          child,
          thing: role,
          step: `${ordinal}`,
          because: [left],
          since: left.day,
          ...managerOf(agency),
          ...endedBy(summary, holds(role) ? caseClosed(picture, child, left.day) : undefined),
        })
      }
    }
  },
})

const networkKinds = ['worker-starts', 'worker-leaves', 'cover', 'lead-named', 'lead-accepted'] as const

/** The first entry that shows that the family has, or had, a case: a plan, an assessment, a strategy discussion. */
const firstOfCase = (picture: Picture): Entry | undefined =>
  earliest(
    all(picture, 'plan-agreed')[0],
    all(picture, 'plan-started')[0],
    all(picture, 'assessment-opened').find(entry => entry.type !== 'early-help'),
    all(picture, 'strategy-discussion')[0],
  )

const networkNamed = rule({
  name: 'network-named',
  catalogue: 'design',
  says: 'Write down who works with the family',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault('five working days; without names nobody can be told, and a missing service is not seen'),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    const started = firstOfCase(picture)
    if (started === undefined) return
    const named = earliest(...networkKinds.map(kind => all(picture, kind)[0]))
    if (named !== undefined && named.day <= started.day) return
    owe({ child: picture.subject[0], thing: 'network', because: [started], since: started.day, done: named })
  },
})

/** Who holds the case, who takes it over, who stands in (review 3.7, 4.4, 5.29). */
export const workerRules: readonly Rule[] = [
  caseCovered,
  unallocatedEscalated,
  handedOver,
  ...absenceRules,
  networkNamed,
  ...leadRules,
  ...supervisionRules,
]
