import type { Day } from '../calendar/day.ts'
import { dueFrom } from '../calendar/limit.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { MeetingStanding } from '../record/meeting-standing.ts'
import type { PlanStanding } from '../record/plan-standing.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { concerns } from './protection-plan.ts'
import { earliest, endedBy } from './reading.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'

type Held = EntryOf<'meeting-held'>
type Answer = EntryOf<'invitation-acknowledged'>

const whenOf = (picture: Picture, meeting: MeetingStanding): Day | undefined =>
  meeting.when ??
  meeting.held?.day ??
  picture.conferences.find(one => one.names.includes(meeting.id))?.booked.at(-1)?.when

/** The working day before the meeting, or the day on which they said that they cannot come, if that is later. */
const dueBefore = (when: Day | undefined, said: Day) =>
  when === undefined ? {} : { due: dueFrom(Math.max(addWorkingDays(when, -1), said) as Day, { sameDay: true }) }

const reported = ({ reports, held }: MeetingStanding, answer: Answer): Entry | undefined =>
  earliest(
    reports.find(report => sameAgency(report.reporter ?? report.by, answer.by)),
    held?.present?.some(agency => sameAgency(agency, answer.by)) === true ? held : undefined,
  )

const apologies = rule({
  name: 'report-from-who-cannot-come',
  catalogue: 'R-MTG-4',
  says: 'Send a written report or a deputy to the meeting',
  label: 'local procedure',
  source: procedure('Buckinghamshire strategy discussions, by analogy: whoever cannot come sends a report or a deputy'),
  limit: { workingDays: 1 },
  clock: 'by the working day before the meeting',
  owner: 'other',
  ladder: ['agency-manager', 'organiser'],
  find: (picture, owe) => {
    if (!all(picture, 'invitation-acknowledged').some(entry => entry.coming === false)) return
    for (const meeting of picture.meetings)
      for (const { entry } of meeting.acknowledged) {
        if (entry.kind !== 'invitation-acknowledged' || entry.coming !== false || entry.deputy !== undefined) continue
        const when = whenOf(picture, meeting)
        for (const child of entry.child ?? meeting.children)
          owe({
            child,
            thing: meeting.id,
            step: entry.by,
            because: [entry],
            since: entry.day,
            agency: entry.by,
            ...dueBefore(when, entry.day),
            ...endedBy(reported(meeting, entry), meeting.cancelled),
          })
      }
  },
})

const isHospital = (agency: Held['by']): boolean => serviceOfAgency(agency) === 'hospital'

/** How many consultants a plan has: hospitals on it, or posts of consultants at work with the child. */
const consultants = (picture: Picture, plan: PlanStanding, child: PersonId): number => {
  const posts = picture.network.filter(
    one =>
      (one.role === 'consultant' || one.role === 'lead-paediatrician') &&
      (one.children.length === 0 || one.children.includes(child)),
  )
  const members = [...(plan.started?.members ?? []), ...plan.members.map(entry => entry.agency)].filter(isHospital)
  return Math.max(posts.length, new Set(members).size)
}

/** Somebody of a hospital was there, it was held where they are, or they could join from afar. */
const withHospital = ({ present, where }: Held): boolean =>
  where === 'hospital' || where === 'online' || present?.some(isHospital) === true

const types: ReadonlySet<Held['type']> = new Set(['child-in-need', 'core-group', 'team-around-the-family'])

const meetingsOf = (picture: Picture, plan: PlanStanding, child: PersonId): readonly Held[] => {
  const from = (plan.agreed ?? plan.started)?.day ?? 0
  return all(picture, 'meeting-held').filter(
    held =>
      held.day >= from &&
      (held.present ?? held.where) !== undefined &&
      (held.plan === undefined ? types.has(held.type) : held.plan === plan.id) &&
      concerns(picture, held, plan.children, child),
  )
}

/** The first of three meetings in a row at which no hospital was, with the two after it. */
const threeWithout = (meetings: readonly Held[]): readonly [Held, Held, Held] | undefined => {
  let row: readonly Held[] = []
  for (const held of meetings) {
    row = withHospital(held) ? [] : [...row, held]
    const [one, two, three] = row
    if (one !== undefined && two !== undefined && three !== undefined) return [one, two, three]
  }
  return undefined
}

const reviewWithConsultants = rule({
  name: 'review-where-consultants-can-come',
  catalogue: 'R-MTG-7',
  says: 'Hold the next meeting at the hospital or with remote access, or have the consultants’ opinion on the harm',
  shape: 'count',
  label: 'local setting',
  source: ownDefault('within six weeks of the third meeting in a row without a consultant, where the plan has two'),
  limit: { weeks: 6 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const plan of picture.plans.filter(one => one.type !== 'early-help'))
      for (const child of plan.children) {
        if (consultants(picture, plan, child) < 2) continue
        const meetings = meetingsOf(picture, plan, child)
        const row = threeWithout(meetings)
        if (row === undefined) continue
        const [first, second, third] = row
        const done = earliest(
          meetings.find(held => held.day > third.day && withHospital(held)),
          all(picture, 'report-filed').find(entry => entry.day >= first.day && isHospital(entry.reporter ?? entry.by)),
        )
        owe({ child, thing: plan.id, because: [third, second, first], since: third.day, ...endedBy(done, plan.ended) })
      }
  },
})

type Item = NonNullable<Held['agenda']>[number]

const fixed: Readonly<Record<Exclude<Item, 'practical-help'>, string>> = {
  appointments: 'appointments',
  'effect-on-child': 'what it does to the child',
  'each-child': 'each child, born or not',
  fathers: 'the fathers',
  conditions: 'the conditions',
  'open-actions': 'what is still to do',
  'parents-view': 'the parents’ view',
  'what-would-escalate': 'what would make us escalate',
}

/** What the fixed agenda asks and a meeting that works by it left out. A parent who is there is helped in practice too (R-MTG-10). */
const leftOut = ({ agenda, type, family }: Held): ReadonlyMap<Item, string> => {
  const missing = new Map<Item, string>()
  if (agenda === undefined) return missing
  for (const [item, what] of Object.entries(fixed)) if (!agenda.includes(item as Item)) missing.set(item as Item, what)
  if (type === 'child-in-need' && (family?.length ?? 0) > 0 && !agenda.includes('practical-help'))
    missing.set('practical-help', 'appointments ahead and how to get there')
  return missing
}

const agendaComplete = rule({
  name: 'agenda-gone-through',
  catalogue: 'R-MTG-8',
  says: 'Go through what the meeting left out, or write that there is nothing new',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault(
    'five working days, where a meeting works by the fixed agenda; what would make us escalate is asked last',
  ),
  limit: { workingDays: 5 },
  owner: 'meeting-chair',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const held of all(picture, 'meeting-held')) {
      if (held.agenda === undefined) continue
      const missing = leftOut(held)
      if (missing.size === 0) continue
      const later = all(picture, 'meeting-held').find(
        next => next.day > held.day && [...missing.keys()].every(item => next.agenda?.includes(item) === true),
      )
      const of = [...missing.values()].join('; ')
      for (const child of childrenOf(picture, held))
        owe({ child, thing: held.root, because: [held], since: held.day, agency: held.by, of, done: later })
    }
  },
})

/** Who is at a meeting, from where, and what it goes through (review 5.18, 5.19, 5.20, 5.25). */
export const meetingPeopleRules: readonly Rule[] = [apologies, reviewWithConsultants, agendaComplete]
