import { html } from 'hono/html'
import { dayInWords } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import type { Entry, EntryOf } from '../../record/entry.ts'
import { all } from '../../record/standing.ts'
import { headingOf } from '../../record/words.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { ownWords } from './own-words.ts'

const line = (look: FamilyOnDay, entry: Entry): Markup =>
  html`<li><a class="govuk-link" href="${look.addresses.entry(entry)}">${headingOf(entry, look.name)}</a>, ${dayInWords(entry.day)}, ${agencyInWords(entry.by)}${ownWords(look, entry)}</li>`

const most = 3

/** What the children said or how they were seen to live, and what the family said, the newest first: apart from what anybody thinks of it. */
export const inTheirWords = (look: FamilyOnDay): Markup => {
  const children = all(look.stands, 'child-voice').slice(-most).reverse()
  const family = all(look.stands, 'reply').slice(-most).reverse()
  const nobody = html`<p>The record holds no word of a child. Who asks them, and who watches a day with them?</p>`
  return html`${children.length === 0 ? nobody : html`<ul class="govuk-list">${children.map(one => line(look, one))}</ul>`}
${family.length > 0 && html`<ul class="govuk-list">${family.map(one => line(look, one))}</ul>`}`
}

const unanswered = ({ stands }: FamilyOnDay): readonly EntryOf<'question-asked'>[] =>
  stands.questions.flatMap(({ raised, answers }) => (answers.length === 0 ? [raised] : []))

/** Questions of the family that nobody has answered. */
export const openQuestions = (look: FamilyOnDay): Markup => {
  const open = unanswered(look)
  return open.length === 0
    ? html`<p>No question of the family is open.</p>`
    : html`<ul class="govuk-list">${open.map(one => line(look, one))}</ul>`
}
