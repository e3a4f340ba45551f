import type { Day } from '../../calendar/day.ts'
import type { Settings } from '../../duties/settings.ts'
import type { Role } from '../../people/role.ts'
import type { Agency } from '../../people/service.ts'
import type { EntryOf, Kind } from '../../record/entry.ts'
import type { EntryId, PersonId } from '../../record/field.ts'
import type { PlanType } from '../../record/plan-standing.ts'
import type { Reach, reachOf } from '../../record/posts.ts'
import type { Count } from './count.ts'
import type { ForParent } from './may-show.ts'
import type { Visit } from './visits.ts'

/** The roles that a family knows: whoever else works with it, or with one of its adults, is on nobody's page. */
export const shownRoles = [
  'lead-paediatrician',
  'lead-health-practitioner',
  'consultant',
  'health-visitor',
  'school-nurse',
  'community-nurse',
  'gp',
  'lead-practitioner',
  'social-worker',
  'family-support-worker',
  'early-help-worker',
] as const satisfies readonly Role[]
export type ShownRole = (typeof shownRoles)[number]

/** A medicine as a parent reads it: an agreed dose with whose it is, or that it is being checked. */
export type MedicineSeen =
  | { readonly medicine: string; readonly checking: true }
  | {
      readonly medicine: string
      readonly checking: false
      readonly dose: string
      /** Who said it, and when; nothing where no place may be named. */
      readonly by: SaidBy | undefined
      /** Whether it stands so on the list that was signed. */
      readonly agreed: boolean
    }

/** Who said something, and when. */
export interface SaidBy {
  readonly agency: Agency
  readonly author: string | undefined
  readonly day: Day
}

/** Somebody who works with a child, and how they are reached. */
export interface PersonToRing extends Reach {
  readonly role: ShownRole
  readonly name: string | undefined
  readonly agency: Agency
}

/** A result that somebody owes the family, or told them. What a result says is told by people, never by a page. */
export interface ResultSeen {
  readonly test: string | undefined
  readonly asked: Day
  readonly agency: Agency
  readonly told: Day | undefined
  readonly late: boolean
}

/** What is done by whom and by when, in words that were written for the family. */
export interface PromiseSeen {
  readonly what: string
  readonly owner: Role | undefined
  readonly agency: Agency
  readonly due: Day | undefined
  readonly done: Day | undefined
}

/** A plan that was decided and stands. */
export interface PlanSeen {
  readonly type: PlanType
  readonly since: Day
  readonly members: readonly Agency[]
}

/** Something that was agreed, on which day and by whom. */
export interface AgreedSeen {
  readonly what: 'sick-day-plan' | 'medicines' | 'plan'
  readonly day: Day
  readonly by: Agency
}

/** What a parent said: by this page, with the words; or as somebody wrote it down, whom they can ask for it. */
export interface WordSeen {
  readonly entry: EntryId
  readonly kind: Kind
  readonly day: Day
  readonly text: string | undefined
  readonly by: Agency
  readonly answered: boolean | undefined
}

/** What is shown of one child. What names times or places is not made at all for a parent who must not learn them. */
export interface ChildSees {
  readonly id: PersonId
  readonly name: string | undefined
  readonly medicines: readonly MedicineSeen[]
  readonly placed: ChildPlaced | undefined
}

/** What of a child names a time or a place. */
export interface ChildPlaced {
  readonly sickDay: Pick<EntryOf<'sick-day-plan'>, 'steps' | 'ring' | 'day' | 'by'> | undefined
  readonly visits: readonly Visit[]
  readonly results: readonly ResultSeen[]
  readonly people: readonly PersonToRing[]
  readonly plans: readonly PlanSeen[]
  readonly promises: readonly PromiseSeen[]
  readonly agreed: readonly AgreedSeen[]
  readonly count: Count
}

/** All that one parent's page shows; nothing else reaches the page. */
export interface ParentSees {
  readonly name: string | undefined
  readonly children: readonly ChildSees[]
  readonly words: readonly WordSeen[]
}

/** What the page is made from. */
export interface ParentAsked extends ForParent {
  readonly posts: Parameters<typeof reachOf>[0]
  readonly settings: Settings
  /** Whether times and places may be named to this parent (record/reaching-family.ts, asked of the whole record). */
  readonly places: boolean
}
