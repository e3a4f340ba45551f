import { html } from 'hono/html'
import { roleInWords } from '../../people/role.ts'
import { agencyInWords } from '../../people/service.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { type QuestionStanding, questionsOf } from '../../record/questions.ts'
import { capital } from '../capital.ts'
import { details } from '../kit/details.ts'
import type { Markup } from '../kit/markup.ts'
import { stateTag } from '../kit/state-tag.ts'
import { formWays } from './forms.ts'
import { type Drawing, owedLines } from './owed-here.ts'
import { whoAndWhen } from './side-by-side.ts'

const asker = ({ look }: Drawing, { person }: EntryOf<'question-asked'>): string =>
  person === undefined ? 'A parent or carer' : capital(look.name(person as PersonId))

const whom = ({ to, agency }: QuestionStanding): string => {
  const asked = [
    ...(to === undefined ? [] : [`the ${roleInWords(to)}`]),
    ...(agency === undefined ? [] : [agencyInWords(agency)]),
  ]
  return asked.length === 0 ? '' : `, asked of ${asked.join(', ')}`
}

const answer = (drawing: Drawing, entry: EntryOf<'question-answered'>): Markup =>
  html`<li>${
    entry.text === undefined
      ? 'Answered; the words are not written down.'
      : html`<blockquote class="holdfast-own-words">${entry.text}</blockquote>`
  } <span class="holdfast-quiet">${whoAndWhen(drawing, entry)}</span> ${
    entry.understood === undefined
      ? ''
      : entry.understood
        ? stateTag('understood', 'kept')
        : stateTag('not understood', 'due')
  }</li>`

const question = (drawing: Drawing, one: QuestionStanding): Markup => html`<div class="holdfast-result">
<h4>“${one.asked.text ?? 'A question, without its words'}”</h4>
<p class="holdfast-quiet">${asker(drawing, one.asked)}${whom(one)}. Written by ${whoAndWhen(drawing, one.asked)}</p>
${one.answers.length > 0 && html`<ul class="govuk-list">${one.answers.map(each => answer(drawing, each))}</ul>`}
${owedLines(drawing, ['question-answered'], one.id)}
${one.answered === undefined && formWays(drawing, [{ text: 'Write down the answer', kind: 'question-answered', values: { question: one.id }, of: one.asked.text ?? 'the question' }])}
</div>`

/** What the parents of a child asked, who owes the answer, and what was answered. */
export const questionsHere = (drawing: Drawing): Markup => {
  const questions = questionsOf(drawing.look.stands, drawing.child, drawing.look.day)
  const [open, answered] = [questions.filter(one => one.answered === undefined), questions.filter(one => one.answered)]
  return html`${
    open.length === 0
      ? html`<p>No question is open. What a parent asks stands here with who owes the answer, until it is understood.</p>`
      : open.map(one => question(drawing, one))
  }
${answered.length > 0 && details({ summaryText: `Answered (${answered.length})`, html: html`${answered.map(one => question(drawing, one))}` })}
${formWays(drawing, [{ text: 'Write down what a parent asks', kind: 'question-asked' }])}`
}
