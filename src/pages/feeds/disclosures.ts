import { html } from 'hono/html'
import type { Moment } from '../../calendar/day.ts'
import { addHours } from '../../calendar/moment.ts'
import { countOf } from '../../calendar/words.ts'
import type { Disclosure, DisclosureAnswer } from '../../store/unmatch.ts'
import { button } from '../kit/button.ts'
import { csrfField, hidden } from '../kit/hidden.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { radios } from '../kit/radios.ts'
import { tag } from '../kit/tag.ts'
import { textarea } from '../kit/textarea.ts'
import { momentInWords } from '../moment.ts'
import { type Form, type Problem, problemAt, problemSummary, titleWith } from '../problem.ts'
import { whoKnowsList } from '../who-knows.ts'
import { ageInWords } from './words.ts'

/** Where disclosures are looked after. */
export const disclosuresAddress = '/governance/disclosures'

/** UK GDPR, article 33(1): to the Information Commissioner within 72 hours of becoming aware of it, unless a risk is unlikely. */
const hoursToReport = 72

const outcomes = {
  reported: 'Reported to the Information Commissioner',
  'not-reported': 'Not reported: a risk to anybody is unlikely',
} as const

/** What was decided of a disclosure, as somebody typed it. */
export interface AnswerTyped {
  readonly disclosure: number
  readonly outcome: string
  readonly reason: string
}

/** The form as it was sent. */
export const answerTyped = (form: Form): AnswerTyped => ({
  disclosure: Number(form('disclosure')),
  outcome: form('outcome') ?? '',
  reason: (form('reason') ?? '').trim().slice(0, 2000),
})

const isOutcome = (text: string): text is DisclosureAnswer['outcome'] => Object.hasOwn(outcomes, text)

/** Reads what was decided, or all that is to be mended. */
export const readAnswer = ({
  disclosure,
  outcome,
  reason,
}: AnswerTyped): Pick<DisclosureAnswer, 'outcome' | 'reason'> | { readonly problems: readonly Problem[] } => {
  if (isOutcome(outcome) && reason !== '') return { outcome, reason }
  return {
    problems: [
      ...(isOutcome(outcome) ? [] : [{ field: `outcome-${disclosure}`, what: 'Choose whether it was reported' }]),
      ...(reason === ''
        ? [{ field: `reason-${disclosure}`, what: 'Write when and by whom it was reported, or why a risk is unlikely' }]
        : []),
    ],
  }
}

/** What the page shows. */
export type DisclosuresAsked = Options<{
  around: Around
  csrf: string
  disclosures: readonly Disclosure[]
  now: Moment
  typed?: AnswerTyped
  problems: readonly Problem[]
}>

const clock = ({ aware, answers }: Disclosure, now: Moment): Markup => {
  const due = addHours(aware, hoursToReport)
  if (answers.length > 0) return html`${tag({ text: 'Decided', classes: 'govuk-tag--green' })}`
  const left = due > now ? `${ageInWords(now, due)} left` : `over since ${ageInWords(due, now)}`
  return html`${tag({ text: left, classes: due > now ? 'govuk-tag--yellow' : 'govuk-tag--red' })}
<span class="holdfast-quiet">until ${momentInWords(due)}: 72 hours, statutory (UK GDPR, article 33)</span>`
}

const answered = ({ answers }: Disclosure): Markup | '' =>
  answers.length === 0
    ? ''
    : html`<ul class="govuk-list">${answers.map(
        ({ outcome, reason, by, at }) =>
          html`<li>${outcomes[outcome]}: ${reason}<br><span class="holdfast-quiet">${by}, ${momentInWords(at)}</span></li>`,
      )}</ul>`

const answerForm = ({ csrf, typed, problems }: DisclosuresAsked, { disclosure }: Disclosure): Markup => {
  const own = typed?.disclosure === disclosure ? typed : undefined
  return html`<form method="post" action="${disclosuresAddress}" novalidate>${csrfField(csrf)}${hidden('disclosure', String(disclosure))}
${radios({
  name: 'outcome',
  idPrefix: `outcome-${disclosure}`,
  value: own?.outcome ?? '',
  fieldset: { legend: { text: `What was decided of disclosure ${disclosure}?` } },
  errorMessage: problemAt(problems, `outcome-${disclosure}`),
  items: Object.entries(outcomes).map(([value, text]) => ({ value, text })),
})}
${textarea({
  label: { html: html`Why, or when and by whom<span class="govuk-visually-hidden">: disclosure ${disclosure}</span>` },
  id: `reason-${disclosure}`,
  name: 'reason',
  value: own?.reason ?? '',
  rows: 2,
  errorMessage: problemAt(problems, `reason-${disclosure}`),
})}
${button({ html: html`Save<span class="govuk-visually-hidden">: disclosure ${disclosure}</span>`, classes: 'govuk-button--secondary' })}</form>`
}

const item =
  (asked: DisclosuresAsked) =>
  (one: Disclosure): Markup =>
    html`<li class="holdfast-entry" id="d-${one.disclosure}">
  <p class="holdfast-entry__when">${momentInWords(one.aware)}</p>
  <div>
    <h2 class="holdfast-entry__what">Disclosure ${one.disclosure}: ${countOf(one.entries.length, 'entry', 'entries')} on the wrong record</h2>
    <p>${clock(one, asked.now)}</p>
    <p>They stood in record ${one.record} from ${momentInWords(one.since)}, by the feed ${one.feed}. Found by ${one.by}; they are set apart.</p>
    <h3>Who has seen them</h3>
    ${whoKnowsList(one.knows)}
    ${answered(one)}
    ${answerForm(asked, one)}
  </div>
</li>`

/** What another system wrote to the wrong record: who has seen it, and the clock of 72 hours; for the information-governance lead alone. */
export function disclosuresPage(asked: DisclosuresAsked): Markup {
  const { around, disclosures, problems } = asked
  const title = 'Disclosures'
  const list =
    disclosures.length === 0
      ? html`<p>None. What a system wrote to the wrong child’s record stands here from the moment somebody says that it is another child.</p>`
      : html`<ol class="holdfast-entries">${disclosures.map(item(asked))}</ol>`
  const body = html`${problemSummary(problems, 'Nothing was saved yet')}
<h1>${title}</h1>
${list}`
  return layout({ ...around, title: titleWith(problems, title), body, wide: true, here: '/governance' })
}
