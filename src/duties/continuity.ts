import { addMonths, type Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { type Service, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { holds, type Involvement, postOf } from '../record/network-standing.ts'
import { all, childrenOf, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { caseClosed } from './open-case.ts'
import { earliest, endedBy, receiptsOf } from './reading.ts'
import { roundsOf } from './rounds.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'

/** Those who held the case of a child, in order; the same one who comes back is no other. */
const holdersOf = (picture: Picture, child: PersonId): readonly Involvement[] =>
  picture.network
    .filter(one => holds(one.role) && one.starts !== one.ends && one.children.includes(child))
    .sort((one, other) => one.starts.day - other.starts.day)
    .filter((one, place, every) => place === 0 || !isSame(every[place - 1], one))

const isSame = (before: Involvement | undefined, one: Involvement): boolean =>
  before !== undefined && before.practitioner !== undefined && before.practitioner === one.practitioner

const threeWithin = (starts: readonly Entry[], place: number, after: Day): readonly [Entry, ...Entry[]] | undefined => {
  const last = starts[place]
  if (last === undefined) return undefined
  const others = starts.slice(0, place).filter(one => one.day > after && one.day > addMonths(last.day, -12))
  return others.length >= 2 ? [last, ...others.reverse()] : undefined
}

const continuityReviewed = rule({
  name: 'continuity-reviewed',
  catalogue: 'R-ALL-4',
  says: 'Review why the worker changed so often, and agree who stays with the child',
  shape: 'count',
  label: 'local setting',
  source: ownDefault('ten working days after the third worker in twelve months'),
  limit: { workingDays: 10 },
  owner: 'service-manager',
  ladder: ['head-of-service'],
  heard: 'when-late',
  find: (picture, owe) => {
    if (picture.network.filter(one => holds(one.role)).length < 3) return
    for (const child of picture.children) {
      const starts = holdersOf(picture, child).map(one => one.starts)
      roundsOf<Entry, Entry>({
        events: starts,
        full: ({ day }, place, after) =>
          openToSocialCareOn(picture, child, day) ? threeWithin(starts, place, after) : undefined,
        answered: (counted, ordinal) => {
          const { day } = counted[0]
          const done = firstSince(picture, 'continuity-reviewed', { child, day })
          const over = caseClosed(picture, child, day)
          return owe({
            child,
            thing: 'continuity',
            step: `${ordinal}`,
            because: counted,
            since: day,
            ...endedBy(done, over),
          })?.ended?.day
        },
      })
    }
  },
})

/** The new worker came, wrote or met the family, or it was told of the change. */
const familyLearnt = (picture: Picture, child: PersonId, starts: Entry): Entry | undefined => {
  const day = addWorkingDays(starts.day, -10)
  const fromCare = (entry: Entry) => serviceOfAgency(entry.by) === 'social-care'
  return earliest(
    receiptsOf(picture, [starts.id, starts.root])[0],
    firstSince(picture, 'letter-sent', { child, day }, fromCare),
    firstSince(picture, 'handover', { child, day }, fromCare),
    firstSince(picture, 'contact', { child, day: starts.day }, entry => entry.reached !== false && fromCare(entry)),
    firstSince(picture, 'meeting-held', { child, day: starts.day }),
    firstSince(picture, 'conference-held', { child, day: starts.day }),
  )
}

const changeTold = rule({
  name: 'worker-change-told',
  catalogue: 'R-ALL-5',
  says: 'Tell the family and everybody on the plan who works with the child now, and how to reach them, also in an emergency',
  label: 'local procedure',
  source: procedure(
    'Milton Keynes procedure on unallocated cases: in writing; the two working days are a default of ours',
  ),
  limit: { workingDays: 2 },
  owner: 'team-manager',
  ladder: ['service-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    if (picture.network.filter(one => holds(one.role)).length < 2) return
    for (const child of picture.children)
      for (const [place, { starts, agency }] of holdersOf(picture, child).entries()) {
        if (place === 0 || !openToSocialCareOn(picture, child, starts.day)) continue
        const done = familyLearnt(picture, child, starts)
        if (done !== undefined && done.day < starts.day) continue
        const over = caseClosed(picture, child, starts.day)
        owe({
          child,
          thing: 'worker',
          step: `${place}`,
          because: [starts],
          since: starts.day,
          agency,
          ...endedBy(done, over),
        })
      }
  },
})

/** Services that help a family of its own; those that every child has, and who holds the case, have rules of their own. */
const helping: ReadonlySet<Service> = new Set([
  'family-support',
  'early-help',
  'community-nursing',
  'mental-health',
  'therapy',
  'substance-misuse',
  'domestic-abuse',
  'voluntary',
  'youth-justice',
  'adult-care',
])

type Ending = EntryOf<'service-ends' | 'worker-leaves'>

const agencyOf = (ending: Ending) =>
  ending.kind === 'service-ends' ? (ending.agency ?? ending.by) : postOf(ending).agency

/** The services that end or pause; a worker who left for whom the service wrote an ending is told of once. */
const endings = (picture: Picture): readonly Ending[] => {
  const ended = all(picture, 'service-ends')
  const left = all(picture, 'worker-leaves').filter(
    entry =>
      helping.has(serviceOfAgency(agencyOf(entry))) &&
      !ended.some(one => sameAgency(agencyOf(one), agencyOf(entry)) && Math.abs(one.day - entry.day) <= 60),
  )
  return [...ended, ...left]
}

/** Those on the plan know of it, or somebody else of the service took over. */
const noticed = (picture: Picture, child: PersonId, ending: Ending): Entry | undefined => {
  const agency = agencyOf(ending)
  const day = addWorkingDays(ending.day, -10)
  const own = (entry: Entry) => sameAgency(entry.by, agency)
  const next = picture.network.find(
    one =>
      sameAgency(one.agency, agency) &&
      one.starts !== one.ends &&
      one.starts.day >= day &&
      one.starts !== ending &&
      one.ends !== ending &&
      one.children.includes(child),
  )
  return earliest(
    receiptsOf(picture, [ending.id, ending.root])[0],
    next?.starts,
    firstSince(picture, 'cover', { child, day }, entry => sameAgency(postOf(entry).agency, agency)),
    firstSince(picture, 'handover', { child, day }, entry => sameAgency(postOf(entry).agency, agency)),
    firstSince(picture, 'letter-sent', { child, day }, own),
    firstSince(picture, 'plan-updated', { child, day: ending.day }),
    firstSince(picture, 'meeting-held', { child, day }),
  )
}

const endingTold = rule({
  name: 'service-ending-told',
  catalogue: 'R-ALL-6',
  says: 'Tell the family and everybody on the plan that the service ends or pauses, and who does it instead',
  label: 'local setting',
  source: ownDefault('ten working days before, and at latest the same working day'),
  limit: { sameWorkingDay: true },
  owner: 'agency-manager',
  ladder: ['lead-practitioner', 'team-manager'],
  find: (picture, owe) => {
    for (const ending of endings(picture))
      for (const child of childrenOf(picture, ending)) {
        if (!openToSocialCareOn(picture, child, ending.day)) continue
        const done = noticed(picture, child, ending)
        if (done !== undefined && done.day < ending.day) continue
        owe({
          child,
          thing: ending.root,
          because: [ending],
          since: ending.day,
          agency: agencyOf(ending),
          ...endedBy(done, caseClosed(picture, child, ending.day)),
        })
      }
  },
})

/** Workers who come and go, and services that stop without a word (review 3.7, 3.9, 5.28). */
export const continuityRules: readonly Rule[] = [continuityReviewed, changeTold, endingTold]
