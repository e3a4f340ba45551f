import { addDays, type Day, isoDay } from '../../../src/calendar/day.ts'
import type { Role } from '../../../src/people/role.ts'
import { workingDayFrom, workingDaysOn } from '../days.ts'
import { type Droppable, leavesOut, note, type Story, thing, write } from '../story.ts'
import type { Stretch } from './working.ts'

/* What happens in any family and asks somebody for something: the story writes that it happened; that it was attended to is
   said in a line (`attend.ts`), but where it was left out on purpose. */

type Happening = (story: Story, on: Day) => void

interface Undone {
  readonly what: Droppable
  readonly days: number
  readonly rules: readonly string[]
  readonly to: readonly Role[]
}

const drop = (story: Story, on: Day, { what, days, rules, to }: Undone): void => {
  const due = workingDaysOn(on, days)
  if (leavesOut(story, what)) note(story, what, { rules, to, due, mended: workingDaysOn(due, 12) })
}

const urgentCare: Happening = (story, on) =>
  write(story, 'urgent-attendance', on, story.around.emergency, {
    emergency: 'no',
    outcome: 'sent-home',
    condition: 'Cough and fever',
  })

/** Whether somebody meets the family in the days after: then nobody was left to wonder. */
const isMet = ({ lines }: Story, on: Day): boolean => {
  const [from, to] = [isoDay(on), isoDay(workingDaysOn(on, 8))]
  return lines.some(({ kind, on: day = '' }) => kind === 'contact' && day >= from && day <= to)
}

const awayFromSchool: Happening = (story, on) => {
  if (!story.atSchool) return
  if (!isMet(story, on))
    drop(story, on, {
      what: 'absence-not-looked-into',
      days: 1,
      rules: ['absent-child-seen'],
      to: ['designated-safeguarding-lead', 'team-manager'],
    })
  const left = story.leftOut === 'absence-not-looked-into'
  write(story, 'absence', on, story.around.school, {
    days: 3,
    authorised: left ? 'no' : 'yes',
    missing: left ? 'yes' : 'no',
  })
}

const newAdult: Happening = (story, on) => {
  const { name, mother, lines, around } = story
  const person = `${name}-partner`
  if (lines.some(one => one['person'] === person)) return
  lines.push(
    { kind: 'person', person, name: 'Dale Northrigg', as: 'adult' },
    { kind: 'relationship', person, is: 'partner', of: mother },
  )
  write(story, 'lives-at', on, around.healthVisitor, { person: [person], address: story.address })
  drop(story, on, {
    what: 'new-adult-not-looked-up',
    days: 5,
    rules: ['new-adult-looked-up'],
    to: ['social-worker', 'team-manager'],
  })
}

const offTheList: Happening = (story, on) => {
  write(story, 'registration-ended', on, story.around.gp, {
    with: 'gp',
    agency: story.around.gp.agency,
    reason: 'Letters came back',
  })
  drop(story, on, {
    what: 'off-the-list',
    days: 5,
    rules: ['dropped-from-list'],
    to: ['safeguarding-lead', 'designated-nurse', 'team-manager', 'practice-safeguarding-lead', 'gp'],
  })
}

/** A miss that follows is excused, and none of those that are left out on purpose. */
const cannotCome: Happening = (story, on) => {
  if (story.leftOut === undefined) tellsOfBus(story, on)
}

const tellsOfBus: Happening = (story, on) =>
  write(story, 'barrier-reported', on, story.around.clinic, { barrier: 'no-transport', person: story.mother })

const missing: Happening = (story, on) => {
  const incident = thing(story, 'incident')
  write(story, 'incident', on, story.around.police, { incident, type: 'missing', text: 'Not home by dark.' })
  write(story, 'child-found', on, story.around.police, { incident, where: 'At a friend’s' })
}

const seldom: readonly (readonly [Happening, number])[] = [
  [urgentCare, 0.5],
  [awayFromSchool, 0.6],
  [newAdult, 0.12],
  [offTheList, 0.03],
  [cannotCome, 0.15],
  [missing, 0.04],
]

const always: Partial<Record<Droppable, Happening>> = {
  'absence-not-looked-into': awayFromSchool,
  'new-adult-not-looked-up': newAdult,
  'off-the-list': offTheList,
}

const mustHappen = ({ leftOut }: Story): Happening | undefined => (leftOut === undefined ? undefined : always[leftOut])

const dayIn = ({ chance }: Story, { from, until }: Stretch): Day =>
  workingDayFrom(addDays(from, chance.between(15, Math.max(16, until - from - 15))))

/** What happens while a plan is worked, where that is what nobody looks into. */
export const happensAndIsLeft = (story: Story, stretch: Stretch): void =>
  mustHappen(story)?.(story, dayIn(story, stretch))

/** What happens to a family by the way: so many times in a year each. */
export const happenings = (story: Story, { from, until }: Stretch): void => {
  const { chance } = story
  const must = mustHappen(story)
  for (const [happening, aYear] of seldom)
    if (happening !== must && chance.happens((aYear * (until - from)) / 365))
      happening(story, dayIn(story, { from, until }))
}
