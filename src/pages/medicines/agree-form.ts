import { html } from 'hono/html'
import { dayInWords } from '../../calendar/words.ts'
import { ownControls } from '../../intake/forms/form-values.ts'
import { postValue } from '../../intake/forms/read-form.ts'
import type { Post } from '../../people/practitioner.ts'
import { roleInWords } from '../../people/role.ts'
import { agencyInWords } from '../../people/service.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { button } from '../kit/button.ts'
import { checkboxes } from '../kit/checkboxes.ts'
import { csrfField, hidden } from '../kit/hidden.ts'
import { input } from '../kit/input.ts'
import type { Markup } from '../kit/markup.ts'
import { radios } from '../kit/radios.ts'
import { stateTag } from '../kit/state-tag.ts'
import { type Problem, problemAt, problemSummary } from '../problem.ts'
import { type Agreeing, type AgreeLine, anotherRows, answers } from './agree.ts'

/** What the form of a new version is drawn with. */
export interface AgreeAsked {
  readonly look: FamilyOnDay
  readonly agreeing: Agreeing
  readonly csrf: string
  readonly key: string
  readonly posts: readonly Post[]
  readonly typed: (name: string) => string | undefined
  /** All that was ticked under a name, in a form that came back. */
  readonly sent?: ((name: string) => readonly string[]) | undefined
  readonly problems: readonly Problem[]
}

const optionOf = (line: AgreeLine, at: number) => {
  const said = line.offered[at]
  if (said === undefined) return undefined
  const { entry, words, standing } = said
  const who = entry.author === undefined ? agencyInWords(entry.by) : `${entry.author}, ${agencyInWords(entry.by)}`
  return {
    value: said.value,
    text: words,
    hint: {
      text: `${capital(who)}, ${dayInWords(entry.day)}${standing ? '' : '; said before, and something was said since'}`,
    },
  }
}

const otherWords = (line: AgreeLine, { typed, problems }: AgreeAsked): Markup =>
  input({
    ...{ name: `${line.name}-words`, value: typed(`${line.name}-words`) ?? '', autocomplete: 'off' },
    label: { html: html`The words<span class="govuk-visually-hidden"> for ${line.medicine}</span>` },
    hint: { text: 'How much, how often and how: exactly as it is to be given' },
    errorMessage: problemAt(problems, `${line.name}-words`),
  })

const lineOf = (line: AgreeLine, asked: AgreeAsked): Markup => {
  const items = line.offered.map((_, at) => optionOf(line, at))
  return html`${radios({
    name: line.name,
    fieldset: {
      legend: {
        html: html`${line.medicine} ${line.isOpen && stateTag('being checked: settle it here, or leave it off', 'late')}`,
        classes: 'govuk-fieldset__legend--m',
      },
    },
    errorMessage: problemAt(asked.problems, line.name),
    value: asked.typed(line.name),
    items: [
      ...items,
      { value: answers.other, text: 'In other words', conditional: { html: otherWords(line, asked) } },
      { value: answers.stopped, text: 'It is stopped' },
      { value: answers.off, text: 'Leave it off this list: it is not agreed' },
    ],
  })}${hidden(`${line.name}-shown`, line.shown)}`
}

const another =
  (asked: AgreeAsked) =>
  (name: string): Markup => {
    const field = (end: string, label: string) =>
      input({
        ...{ name: `${name}-${end}`, value: asked.typed(`${name}-${end}`) ?? '', autocomplete: 'off' },
        label: { text: label },
        errorMessage: problemAt(asked.problems, `${name}-${end}`),
      })
    return html`<div class="holdfast-beside">${field('medicine', 'Another medicine')}${field('words', 'How to give it')}</div>`
  }

const signing = ({ posts, typed, problems }: AgreeAsked): Markup => {
  const [first, ...others] = posts
  if (first === undefined) return html``
  const inWords = (post: Post) => `${roleInWords(post.role)}, ${agencyInWords(post.agency)}`
  if (others.length === 0) return html`<p>You sign as ${inWords(first)}.</p>`
  return radios({
    name: ownControls.post,
    fieldset: { legend: { text: 'In which post do you sign?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: problemAt(problems, ownControls.post),
    value: typed(ownControls.post),
    items: posts.map(post => ({ value: postValue(post), text: capital(inWords(post)) })),
  })
}

const whom = ({ agreeing, typed, sent }: AgreeAsked): Markup =>
  html`${checkboxes({
    name: 'to',
    fieldset: { legend: { text: 'Who has it', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-checkboxes--small',
    items: agreeing.recipients,
    values: sent?.('to') ?? agreeing.to,
  })}${input({
    ...{ name: 'to-other', value: typed('to-other') ?? '', autocomplete: 'off' },
    label: { html: html`Others<span class="govuk-visually-hidden"> who have it</span>` },
    hint: { text: 'Agencies, roles or names, with a semicolon between them' },
  })}`

/** The form of a new version: each line as it stands now, and each to be confirmed by a person. Nothing is chosen beforehand. */
export const agreeForm = (asked: AgreeAsked): Markup => {
  const { look, agreeing, problems, typed, csrf, key } = asked
  return html`${problemSummary(problems, 'Nothing is signed yet')}
<h2 class="holdfast-section">Agree one list of all medicines for ${look.name(agreeing.child)}</h2>
<p>Each line is confirmed by you. What you confirm settles that medicine in exactly these words; what you leave off stays as it is, and goes on being checked if it is.</p>
<form method="post" action="${look.addresses.bare('medicines/agree')}" novalidate>
${csrfField(csrf)}${hidden('key', key)}${hidden('child', agreeing.asked)}
${agreeing.lines.map(line => lineOf(line, asked))}
<h3>What is not here yet</h3>
${anotherRows.map(another(asked))}
${input({ name: 'version', value: typed('version') ?? agreeing.version, label: { text: 'Version' }, classes: 'govuk-input--width-5', errorMessage: problemAt(problems, 'version') })}
${whom(asked)}
${signing(asked)}
${button({ text: 'Sign this list', preventDoubleClick: true })}
</form>`
}

/** What somebody finds who does not work in health: whom to ask, and where the list is. */
export const signedByHealth = ({
  addresses,
}: FamilyOnDay): Markup => html`<h2 class="holdfast-section">Agree one list of all medicines</h2>
<p>A list of medicines is signed by those who work in health. Ask whoever treats the child to sign it here.</p>
<p><a class="govuk-link" href="${addresses.page('medicines')}">Medicines, results and questions</a></p>`
