import type { Day } from '../../calendar/day.ts'
import { dayInWords } from '../../calendar/words.ts'
import type { FormProblem } from '../../intake/forms/form-problem.ts'
import { allIn, type FormValues, newOne, otherControl, placeControl } from '../../intake/forms/form-values.ts'
import { questionOf } from '../../intake/forms/questions.ts'
import { fieldShape, isFieldNeeded, type Writer } from '../../intake/forms/read-form.ts'
import { type Kind, kinds } from '../../record/entry.ts'
import type { FieldShape } from '../../record/field-shape.ts'
import type { Picture } from '../../record/standing.ts'
import type { Naming } from '../../record/wording.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { begins, theOpenOne } from './asked-things.ts'
import { hintOf } from './hints.ts'

/** A form to be drawn: for which kind, on which record as its writer may see it, and what stands in it already. */
export type RecordForm = Options<{
  kind: Kind
  stands: Picture
  name: Naming
  writer: Writer
  /** Today, which is when most of what is written happened. */
  day: Day
  /** What is known beforehand; a field that is not among it has what is usual. */
  filled?: FormValues
  /** What was sent, or kept as a draft: it stands as it was, and nothing is added to it. */
  sent?: FormValues
  problems?: readonly FormProblem[]
  /** The address to which it is sent, and the two texts that come back with it: the session's, and the form's own name. */
  action: string
  csrf: string
  key: string
  /** Whether there is a second button that keeps the form as a draft. */
  keepsDrafts?: boolean
  /** What the record holds of the answer to a question, shown before it. */
  beside?: ReadonlyMap<string, Markup>
  /** What was found by looking before saving, shown above the form. */
  found?: Markup
}>

/** One field of a form as it is asked. */
export interface Asking {
  readonly form: RecordForm
  readonly field: string
  readonly shape: FieldShape
  readonly isNeeded: boolean
  readonly question: string
  readonly hint: string | undefined
  readonly problem: string | undefined
  readonly values: readonly string[]
  /** What is typed beside the list of the field. */
  readonly other: string
  readonly place: string
}

/** A field drawn, and the control to which a link from what is wrong with it leads. */
export interface Anchored {
  readonly field: string
  readonly anchor: string
}

/** What is true of a person may always have been so; where people live begins on a day. */
const usualDay = ({ kind, day }: RecordForm): string | undefined =>
  kinds[kind].options.undated === true && kind !== 'lives-at' ? undefined : dayInWords(day)

const newPerson: ReadonlySet<string> = new Set(['person.person', 'pregnancy.unborn'])

const expected = ({ pregnancies }: Picture): string | undefined => {
  const [one, ...others] = pregnancies.filter(({ birth, ended }) => (birth ?? ended) === undefined)
  return others.length === 0 ? one?.unborn : undefined
}

/** What usually stands in a field before anybody writes in it. */
const usualValue = (form: RecordForm, field: string): string | undefined => {
  const { kind, stands } = form
  if (field === 'on') return usualDay(form)
  if (newPerson.has(`${kind}.${field}`)) return newOne
  if (field === 'unborn') return expected(stands)
  return theOpenOne(stands, kind, field) ?? (begins(kind, field) ? newOne : undefined)
}

const valuesIn = (form: RecordForm, field: string): readonly string[] => {
  if (form.sent !== undefined) return allIn(form.sent, field)
  if (form.filled?.has(field) === true) return allIn(form.filled, field)
  const usual = usualValue(form, field)
  return usual === undefined ? [] : [usual]
}

const textIn = ({ sent, filled }: RecordForm, control: string): string => (sent ?? filled)?.get(control)?.[0] ?? ''

/** A field of a form as it is asked: its question, what stands in it, and what is wrong with that. */
export const askingOf = (form: RecordForm, field: string): Asking => ({
  form,
  field,
  shape: fieldShape(form.kind, field),
  isNeeded: isFieldNeeded(form.kind, field),
  question: questionOf(form.kind, field),
  hint: hintOf(form.kind, field),
  problem: form.problems?.find(one => one.field === field)?.what,
  values: valuesIn(form, field),
  other: textIn(form, otherControl(field)),
  place: textIn(form, placeControl(field)),
})

/** Whether anything stands in a field. */
export const isFilledIn = ({ values, other, place }: Asking): boolean =>
  values.length > 0 || other !== '' || place !== ''
