import { type Day, isoDay } from '../../calendar/day.ts'
import type { Role } from '../../people/role.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { PersonId, ThingId } from '../../record/field.ts'

/** What a parent may write: nothing else is taken from their page. */
export type Says =
  | { readonly says: 'cannot-come'; readonly appointment: ThingId; readonly barrier: Barrier }
  | { readonly says: 'another-day'; readonly appointment: ThingId; readonly barrier: Barrier }
  | { readonly says: 'help'; readonly appointment: ThingId; readonly barrier: Barrier }
  | { readonly says: 'wrong'; readonly appointment: ThingId }
  | { readonly says: 'medicine'; readonly medicine: string }
  | { readonly says: 'view' }
  | { readonly says: 'question' }

/** What makes it hard to come, by the words of the record. */
export type Barrier = EntryOf<'barrier-reported'>['barrier']

/** The reasons that a page offers, in their order. */
export const offeredReasons = [
  'ill',
  'no-transport',
  'cost',
  'clash',
  'caring-for-another',
  'short-notice',
  'no-interpreter',
  'struggling',
  'other',
] as const satisfies readonly Barrier[]

/** Who says it, of which child, on which day, in which words. */
export interface Saying {
  readonly person: PersonId
  readonly name: string | undefined
  readonly child: PersonId
  readonly today: Day
  readonly text: string | undefined
  /** Who answers a question: whoever is nearest to the child. */
  readonly to: Role | undefined
}

type Line = Readonly<Record<string, unknown>>

/** Those for which help can be found: somebody is asked to. Illness and another visit need another day, and no more. */
const canBeHelped: ReadonlySet<Barrier> = new Set<Barrier>([
  'no-transport',
  'cost',
  'caring-for-another',
  'no-interpreter',
  'struggling',
])

const frame = ({ name, person, child, today, text }: Saying): Line => ({
  on: isoDay(today),
  by: 'family',
  author: name ?? person,
  child: [child],
  ...(text === undefined ? {} : { text }),
})

const hard = (saying: Saying, appointment: ThingId, barrier: Barrier): Line => ({
  kind: 'barrier-reported',
  ...frame(saying),
  ...{ appointment, barrier, person: saying.person },
})

const calledOff = (saying: Saying, appointment: ThingId, barrier: Barrier): Line => ({
  kind: 'appointment-cancelled',
  ...frame(saying),
  ...{ appointment, cancelledBy: 'family', barrier },
})

/** The lines that the record takes for what a parent says, by kinds that stand for whoever else wrote it down. */
export const linesFor = (says: Says, saying: Saying): readonly Line[] => {
  const own = frame(saying)
  switch (says.says) {
    case 'cannot-come':
      return [
        calledOff(saying, says.appointment, says.barrier),
        ...(canBeHelped.has(says.barrier) ? [hard(saying, says.appointment, says.barrier)] : []),
      ]
    case 'another-day':
      return [
        {
          kind: 'change-asked',
          ...own,
          ...{ appointment: says.appointment, wanted: 'another-day', person: saying.person },
        },
        hard(saying, says.appointment, says.barrier),
      ]
    case 'help':
      return [hard(saying, says.appointment, says.barrier)]
    case 'wrong':
      return [{ kind: 'miss-disputed', ...own, appointment: says.appointment, person: saying.person }]
    case 'medicine':
      return [{ kind: 'instruction-conflict', ...own, medicine: says.medicine }]
    case 'view':
      return [{ kind: 'family-view', ...own, person: saying.person }]
    case 'question':
      return [
        {
          kind: 'question-asked',
          ...own,
          person: saying.name ?? saying.person,
          ...(saying.to === undefined ? {} : { to: saying.to }),
        },
      ]
  }
}
