import { html } from 'hono/html'
import { mayKnow, ownControls } from '../../intake/forms/form-values.ts'
import { kinds } from '../../record/entry.ts'
import { details } from '../kit/details.ts'
import type { Markup } from '../kit/markup.ts'
import { radios } from '../kit/radios.ts'
import { type Asking, askingOf, isFilledIn, type RecordForm } from './asking.ts'
import { audienceInWords } from './audience-words.ts'
import { draw } from './controls.ts'

const usual = ({ kind }: RecordForm): string => {
  const { sight } = kinds[kind].options
  return sight === undefined
    ? 'Everybody who works with the family'
    : `Those who usually may know this: ${sight.map(audienceInWords).join(', ')}`
}

const chosen = (form: RecordForm): string =>
  (form.sent ?? form.filled)?.get(ownControls.mayKnow)?.[0] ?? (form.sent === undefined ? mayKnow.usual : '')

const sightOf = (form: RecordForm): Asking => {
  const asking = askingOf(form, 'sight')
  return { ...asking, hint: 'Your own agency always knows what it wrote.' }
}

const mayKnowQuestion = (form: RecordForm): Markup => {
  const problem = form.problems?.find(({ field }) => field === ownControls.mayKnow)?.what
  return radios({
    name: ownControls.mayKnow,
    fieldset: { legend: { text: 'Who may know this?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: problem === undefined ? undefined : { text: problem },
    value: chosen(form),
    items: [
      { value: mayKnow.usual, text: usual(form) },
      { value: mayKnow.only, text: 'Only those ticked below' },
    ],
  })
}

const isOpen = (asking: Asking): boolean => isFilledIn(asking) || asking.problem !== undefined

/** Who may know an entry: as its kind has it, only some, or not somebody of the family. */
export const sightQuestion = (form: RecordForm): Markup => {
  const sight = sightOf(form)
  const hidden = askingOf(form, 'hiddenFrom')
  const help = 'They, and whoever acts for them, never see it.'
  return html`${mayKnowQuestion(form)}
${details({
  summaryText: 'Only some roles or agencies',
  open: isOpen(sight) || chosen(form) === mayKnow.only,
  html: html`${draw(sight).markup}`,
})}
${details({
  summaryText: 'Keep it from somebody of the family',
  open: isOpen(hidden),
  html: html`${draw({ ...hidden, hint: help }).markup}`,
})}`
}

/** The controls of this question to which what is wrong leads. */
export const sightAnchors = (form: RecordForm): Readonly<Record<string, string>> => ({
  [ownControls.mayKnow]: ownControls.mayKnow,
  sight: draw(sightOf(form)).anchor,
  hiddenFrom: 'hiddenFrom',
})
