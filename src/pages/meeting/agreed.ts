import { html } from 'hono/html'
import { countOf, dayInWords } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import { answerTo } from '../../record/condition-met.ts'
import type { ConditionStanding, UndertakingStanding } from '../../record/decision-standing.ts'
import { headingOf } from '../../record/words.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { ownWords } from './own-words.ts'

const became = (look: FamilyOnDay, condition: ConditionStanding): string => {
  const last = condition.met?.at(-1)
  if (last === undefined) return 'not met so far'
  const answer = answerTo(look.stands, condition)
  const met = `met on ${dayInWords(last.day)}`
  return answer === undefined ? `${met}; nothing followed yet` : `${met}; answered on ${dayInWords(answer.day)}`
}

const conditionRow = (look: FamilyOnDay) => (condition: ConditionStanding) =>
  html`<li><a class="govuk-link" href="${look.addresses.entry(condition.given)}">${headingOf(condition.given, look.name)}</a>, for ${look.name(condition.child)}: ${became(look, condition)}${ownWords(look, condition.given)}</li>`

/** The conditions that stand, and whether they were met: “if this happens, then that is done” (review 5.23). */
export const conditions = (look: FamilyOnDay): Markup => {
  const standing = look.stands.conditions.filter(one => one.retired === undefined)
  return standing.length === 0
    ? html`<p>No condition stands. What would make everybody act sooner, and who would see it first?</p>`
    : html`<ul class="govuk-list">${standing.map(conditionRow(look))}</ul>`
}

const undertakingRow = (one: UndertakingStanding) => {
  const { given } = one
  if (given === undefined) return ''
  const due = given.due === undefined ? 'no day agreed' : `by ${dayInWords(given.due)}`
  const carried = one.carriedOver.length === 0 ? '' : `; carried over ${countOf(one.carriedOver.length, 'time')}`
  return html`<li>${capital(given.about ?? given.text ?? 'Something taken on')}: ${agencyInWords(given.agency ?? given.by)}, ${due}${carried}</li>`
}

/** What was taken on and is not done. */
export const undertakings = (look: FamilyOnDay): Markup => {
  const open = look.stands.undertakings.filter(one => one.kept === undefined && one.declined === undefined)
  return open.length === 0
    ? html`<p>Nothing that somebody took on is open.</p>`
    : html`<ul class="govuk-list">${open.map(undertakingRow)}</ul>`
}
