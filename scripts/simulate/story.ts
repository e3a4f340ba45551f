import { addDays, type Day, isoDay } from '../../src/calendar/day.ts'
import { addWorkingDays } from '../../src/calendar/working-days.ts'
import type { Role } from '../../src/people/role.ts'
import type { Chance } from './chance.ts'
import { actingOn, type Size, type Slot, type Staff } from './staff.ts'

/** A line of a chronology file. */
export type Line = Readonly<Record<string, unknown>> & { readonly kind?: string; readonly on?: string }

/** An act that was left out on purpose: somebody must hear of it, by a day. */
export interface Drop {
  readonly family: string
  /** What was left out. */
  readonly what: string
  /** The rules of which any may speak. */
  readonly rules: readonly string[]
  /** Who must hear it, by any of these roles. */
  readonly to: readonly Role[]
  /** From when it is left undone: the day on which it fell due. */
  readonly due: Day
  /** The last day on which it may be raised. */
  readonly by: Day
  /** When somebody does it after all; nothing when nobody does. */
  readonly mended: Day | undefined
}

/** Whatever may be left out, each at one place of one story. */
export type Droppable =
  | 'referral-unanswered'
  | 'referral-not-decided'
  | 'conference-not-booked'
  | 'conference-not-passed-on'
  | 'invitation-bounced'
  | 'core-group-not-held'
  | 'visits-not-made'
  | 'meeting-not-held'
  | 'minutes-not-sent'
  | 'condition-not-acted-on'
  | 'leaves-without-cover'
  | 'letter-not-sent'
  | 'family-not-called-after-miss'
  | 'notes-not-reviewed'
  | 'gp-did-not-follow-up'
  | 'result-not-told'
  | 'early-help-not-picked-up'
  | 'assessment-not-finished'
  | 'father-not-assessed'
  | 'supervision-not-held'
  | 'unborn-not-assessed'
  | 'pregnancy-not-referred'
  | 'incident-not-followed'
  | 'review-not-held'
  | 'question-not-answered'
  | 'doses-differ'
  | 'injury-not-referred'
  | 'agreement-broken'
  | 'agreement-runs-out'
  | 'care-review-not-held'
  | 'legal-step-not-taken'
  | 'health-not-assessed'
  | 'protected-child-not-seen'
  | 'absence-not-looked-into'
  | 'new-adult-not-looked-up'
  | 'off-the-list'

/** Those who work with a family, when they do. */
export interface Around {
  readonly socialWorker: Slot
  readonly teamManager: Slot
  readonly duty: Slot
  readonly dutyManager: Slot
  readonly healthVisitor: Slot
  readonly schoolNurse: Slot
  readonly school: Slot
  readonly gp: Slot
  readonly gpLead: Slot
  readonly consultant: Slot
  readonly emergency: Slot
  readonly secretary: Slot
  readonly clinicLead: Slot
  readonly clinic: Slot
  readonly midwife: Slot
  readonly support: Slot
  readonly earlyHelp: Slot
  readonly administrator: Slot
  readonly chair: Slot
  readonly police: Slot
  readonly probation: Slot
  readonly adviser: Slot
}

/** A family's story while it is written. */
export interface Story {
  readonly name: string
  readonly chance: Chance
  readonly size: Size
  readonly staff: Staff
  readonly around: Around
  readonly child: string
  readonly mother: string
  readonly father: string
  readonly address: string
  /** Whether the child goes to school. */
  readonly atSchool: boolean
  /** The one thing that is left out of it, if any. */
  readonly leftOut: Droppable | undefined
  readonly lines: Line[]
  readonly drops: Drop[]
}

const days: ReadonlySet<string> = new Set(['when', 'to', 'due', 'reviewBy', 'referred', 'expected', 'until', 'born'])

const written = (fields: Line): Line =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      days.has(name) && typeof value === 'number' ? isoDay(value as Day) : value,
    ]),
  )

/** Writes an entry of a post: its agency, and whoever acts in it on the day. Days among the fields are numbers. */
export const write = (story: Story, kind: string, on: Day, slot: Slot, fields: Line = {}): void => {
  const author = actingOn(story.staff, slot, on)
  story.lines.push({ kind, on: isoDay(on), by: slot.agency, author, ...written(fields) })
}

/** Whether this is the story in which an act is left out, and it has not been already. */
export const leavesOut = ({ leftOut, drops }: Story, what: Droppable): boolean => leftOut === what && drops.length === 0

type Noted = Pick<Drop, 'rules' | 'to' | 'due'> & Partial<Pick<Drop, 'mended'>>

/** Five working days after it fell due it must be raised (the goal for the cases of others, `issue 4`). */
const atMost = 5

/** Notes what was left out; true where it falls into the days that are looked at, false where it must not be left out. */
export const note = (story: Story, what: Droppable, { rules, to, due, mended }: Noted): boolean => {
  const by = addWorkingDays(due, atMost)
  if (due < story.size.from || by > story.size.until) return false
  story.drops.push({ family: story.name, what, rules, to, due, by, mended })
  return true
}

/** A name for a thing of this family. */
export const thing = ({ lines }: Story, what: string): string => `${what}-${lines.length + 1}`

/** Somebody begins to work with the family; who follows her in her post is written down when she goes. */
export const begins = (story: Story, slot: Slot, from: Day, until: Day = story.size.until): void => {
  const { holders, role } = slot
  for (const { name, from: starts, until: leaves } of holders) {
    if (starts > until || (leaves !== undefined && leaves < from)) continue
    const on = starts > from ? starts : from
    write(story, 'worker-starts', on, slot, { role, practitioner: name })
    if (leaves !== undefined && leaves <= until) {
      write(story, 'handover', leaves, slot, {
        role,
        practitioner: name,
        text: 'What is known, what is owed, who takes it.',
      })
      write(story, 'worker-leaves', leaves, slot, { role, practitioner: name })
    }
  }
}

/** Somebody's work with the family ends. */
export const leaves = (story: Story, slot: Slot, on: Day): void => {
  const holder = slot.holders.find(one => one.from <= on && (one.until === undefined || one.until > on))
  if (holder !== undefined) write(story, 'worker-leaves', on, slot, { role: slot.role, practitioner: holder.name })
}

/** The last day that a story tells of. */
export const lastOf = ({ size }: Story): Day => addDays(size.until, 0)
