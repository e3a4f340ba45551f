import type { Day } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import type { Agency } from '../people/service.ts'
import type { EntryOf } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'
import { plainName } from './medicine-standing.ts'
import type { Picture } from './standing.ts'

/** A question of a parent, and what became of it. */
export interface QuestionStanding {
  readonly id: ThingId
  readonly asked: EntryOf<'question-asked'>
  /** Whom they asked, where that is written. */
  readonly to: Role | undefined
  readonly agency: Agency | undefined
  /** The answers, in order; the last may not have been understood. */
  readonly answers: readonly EntryOf<'question-answered'>[]
  /** The answer that was understood; without one the question is open. */
  readonly answered: EntryOf<'question-answered'> | undefined
}

type Raised = Picture['questions'][number]

const standing = ({ id, raised, answers }: Raised): QuestionStanding => ({
  id,
  asked: raised,
  to: raised.to,
  agency: raised.agency,
  answers,
  answered: answers.find(answer => answer.day >= raised.day && answer.understood !== false),
})

/** The questions of the parents of a child up to a day: those without an answer first, the longest-waiting before all. */
export const questionsOf = (stands: Picture, child: PersonId, day: Day): readonly QuestionStanding[] =>
  stands.questions
    .filter(one => one.children.includes(child) && one.raised.day <= day)
    .map(standing)
    .toSorted(
      (one, other) =>
        Number(one.answered !== undefined) - Number(other.answered !== undefined) || one.asked.day - other.asked.day,
    )

const ofMedicines =
  /\b(?:medicines?|medication|dos(?:e|es|age)|tablets?|insulin|inhalers?|prescri\w*|mg|ml|micrograms?)\b/iu

/** The questions of a parent that nobody has answered so that it was understood. */
const openQuestions = (stands: Picture, child: PersonId): readonly EntryOf<'question-asked'>[] =>
  stands.questions.flatMap(one =>
    one.children.includes(child) && standing(one).answered === undefined ? [one.raised] : [],
  )

const asksOf = (question: EntryOf<'question-asked'>, medicines: readonly string[], medicine: string): boolean => {
  if (question.medicine !== undefined) return plainName(question.medicine) === plainName(medicine)
  const text = (question.text ?? '').toLowerCase()
  if (text.includes(plainName(medicine))) return true
  return ofMedicines.test(text) && !medicines.some(one => text.includes(plainName(one)))
}

/**
 * The open questions about one of a child's medicines: those that name it, and those about a dose at large that name none.
 */
export const questionsAbout = (
  stands: Picture,
  child: PersonId,
  medicines: readonly string[],
  medicine: string,
): readonly EntryOf<'question-asked'>[] =>
  openQuestions(stands, child).filter(question => asksOf(question, medicines, medicine))
