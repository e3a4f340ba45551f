import type { Day } from '../calendar/day.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout, onPlanOn, type Picture, type PregnancyStanding, planOn } from '../record/standing.ts'
import { isExpectedOn, isHereOn, isOfHousehold } from './household.ts'
import { endedBy, firstAbout, isTo } from './reading.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'

/** The children, born already, of the household that expects this one. */
const siblingsOf = (picture: Picture, { unborn, mother }: PregnancyStanding, day: Day): readonly PersonId[] =>
  picture.children.filter(
    child => child !== unborn && isHereOn(picture, child, day) && isOfHousehold(picture, mother, child, day),
  )

/** A meeting about a born child at which the unborn child was to be considered. */
interface Sitting {
  readonly thing: string
  readonly step: string
  readonly held: Entry
  /** The entry that records what was decided for the unborn child. */
  readonly named: Entry | undefined
}

const discussions = (picture: Picture, pregnancy: PregnancyStanding): readonly Sitting[] =>
  picture.discussions
    .filter(({ first, outcomes }) => {
      if (!isExpectedOn(pregnancy, first.day)) return false
      return siblingsOf(picture, pregnancy, first.day).some(child => outcomes.has(child))
    })
    .map(({ id, first, entries }) => ({
      thing: id,
      step: '',
      held: first,
      named: entries.find(entry => isAbout(picture, entry, pregnancy.unborn)),
    }))

type Held = EntryOf<'conference-held'>

const sameConference = (one: Held, other: Held): boolean =>
  one.day === other.day || (one.conference !== undefined && one.conference === other.conference)

const conferences = (picture: Picture, pregnancy: PregnancyStanding): readonly Sitting[] => {
  const { unborn } = pregnancy
  const everyOne = all(picture, 'conference-held')
  const sittings: Sitting[] = []
  for (const held of everyOne) {
    if (!isExpectedOn(pregnancy, held.day) || sittings.some(one => one.held.day === held.day)) continue
    if (!siblingsOf(picture, pregnancy, held.day).some(child => isAbout(picture, held, child))) continue
    const named = firstAbout(picture, everyOne, unborn, held.day, entry => sameConference(entry, held))
    sittings.push({ thing: held.conference ?? held.root, step: `conference:${sittings.length + 1}`, held, named })
  }
  return sittings
}

const unbornConsidered = rule({
  name: 'unborn-considered',
  catalogue: 'R-UNB-3',
  says: 'Record what was decided for the unborn child, in the same meeting as for its brother or sister',
  shape: 'join',
  label: 'local procedure',
  source: procedure(
    'Hertfordshire strategy discussion procedure: unborn children and siblings are discussed where a sibling is',
  ),
  limit: { sameDay: true },
  owner: 'meeting-chair',
  find: (picture, owe) => {
    for (const pregnancy of picture.pregnancies)
      for (const { thing, step, held, named } of [
        ...discussions(picture, pregnancy),
        ...conferences(picture, pregnancy),
      ]) {
        if (named !== undefined && named.day <= held.day) continue
        owe({
          child: pregnancy.unborn,
          thing,
          step,
          because: [held, pregnancy.known],
          since: held.day,
          ...endedBy(named, pregnancy.birth),
        })
      }
  },
})

const plans = ['child-in-need', 'child-protection', 'looked-after'] as const

/** What a child of the household has on a day, of which midwifery needs the reason. */
export interface Reason {
  readonly from: Entry
  readonly ended: Entry | undefined
}

/** The plan of a child on a day, or the road to a conference: what there is a reason for. */
export const reasonOn = (picture: Picture, child: PersonId, day: Day): Reason | undefined => {
  const plan = planOn(picture, child, day, plans)
  const from = plan?.agreed ?? plan?.started
  if (from !== undefined) return { from, ended: plan?.ended }
  const conference = picture.conferences.find(one => one.child === child && one.start.day <= day)
  return conference === undefined || !onPlanOn(picture, child, day)
    ? undefined
    : { from: conference.start, ended: undefined }
}

const midwiferyOf = (booking: Entry): Agency =>
  serviceOfAgency(booking.by) === 'midwifery' ? booking.by : ('midwifery' as Agency)

const midwiferyTold = rule({
  name: 'midwifery-told-reason',
  catalogue: 'R-UNB-4',
  says: 'Tell midwifery that a child of the family has a plan, and why',
  shape: 'join',
  label: 'local setting',
  source: ownDefault('one working day after the booking appointment'),
  limit: { workingDays: 1 },
  owner: 'social-worker',
  ladder: ['team-manager', 'named-midwife'],
  find: (picture, owe) => {
    for (const pregnancy of picture.pregnancies) {
      const { booking, unborn } = pregnancy
      if (booking === undefined) continue
      const siblings = siblingsOf(picture, pregnancy, booking.day)
      const reason = siblings.map(child => reasonOn(picture, child, booking.day)).find(one => one !== undefined)
      if (reason === undefined) continue
      const midwifery = midwiferyOf(booking)
      const told = all(picture, 'told').find(
        entry => entry.reason === true && entry.day >= reason.from.day && isTo(entry, midwifery),
      )
      if (told !== undefined && told.day < booking.day) continue
      owe({
        child: unborn,
        thing: unborn,
        because: [booking, reason.from],
        since: booking.day,
        watchers: [midwifery],
        ...endedBy(told, reason.ended),
      })
    }
  },
})

/** The brothers and sisters of a child who is not born yet: one meeting, one reason told (review 5.28, 5.29). */
export const thinkFamilyRules: readonly Rule[] = [unbornConsidered, midwiferyTold]
