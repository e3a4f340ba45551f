import { html } from 'hono/html'
import type { PersonId } from '../record/field.ts'
import type { Picture } from '../record/standing.ts'
import type { Knows } from '../store/who-knows.ts'
import { shortName } from './address.ts'
import { type Act, actAddress, personInWords, recordsAddress } from './joining-records.ts'
import { button } from './kit/button.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { radios } from './kit/radios.ts'
import { textarea } from './kit/textarea.ts'
import { type Problem, problemAt, problemSummary, titleWith } from './problem.ts'
import { namesList, whoKnowsList } from './who-knows.ts'

/** A record as it is named in a step: its id, and who is in it. */
export interface Named {
  readonly record: string
  readonly stands: Picture
}

/** A step that is about to be taken, and who knew before it and may know after it. */
export type StepAsked = Options<{
  around: Around
  csrf: string
  key: string
  act: Act
  record: string
  /** What happens, in a sentence or two. */
  what: Markup
  /** What comes back with the form beside the key. */
  fields: Readonly<Record<string, string>>
  /** What is still to be chosen. */
  questions?: Markup
  asksReason?: boolean
  reason?: string
  knows: readonly Knows[]
  /** Whoever may be among those who read them then; nothing where nobody reads more for it. */
  readers?: readonly string[]
  problems?: readonly Problem[]
}>

const titles: Readonly<Record<Act, string>> = {
  join: 'Read another record too',
  unjoin: 'No longer read the other record',
  part: 'Begin a record of their own',
  same: 'Two names are one person',
  'not-same': 'Two people after all',
}

const presses: Readonly<Record<Act, string>> = {
  join: 'Read it too',
  unjoin: 'Read it no longer',
  part: 'Begin the record',
  same: 'They are one',
  'not-same': 'They are two',
}

const reasonField = ({ reason, problems = [] }: StepAsked): Markup =>
  textarea({
    label: { text: 'Why?' },
    name: 'reason',
    value: reason,
    rows: 2,
    errorMessage: problemAt(problems, 'reason'),
  })

/** A step with records: what it brings about, who knew before, who may know after, and the press that takes it. */
export function stepPage(asked: StepAsked): Markup {
  const { around, csrf, key, act, record, what, fields, questions, asksReason, knows, readers, problems = [] } = asked
  const title = titles[act]
  const body = html`${problemSummary(problems, 'Nothing was changed yet')}
<h1>${title}</h1>
${what}
<form method="post" action="${actAddress(record, act)}" novalidate>${csrfField(csrf)}${hidden('key', key)}
${Object.entries(fields).map(([name, value]) => hidden(name, value))}
${questions}
${asksReason && reasonField(asked)}
${button({ text: presses[act], preventDoubleClick: true })}
</form>
<h2>Who may have read these entries until now, and who was told</h2>
${whoKnowsList(knows)}
${readers && html`<h2>Who may read them then</h2><p>At most these: those of them who work with the child, and who manage or cover those who do.</p>${namesList(readers)}`}
<p><a class="govuk-link" href="${recordsAddress}/${record}">Back to record ${record}</a></p>`
  return layout({ ...around, title: titleWith(problems, title), body, here: '/governance' })
}

const optionOf = ({ record, stands }: Named, person: PersonId) => ({
  value: shortName(record, person),
  text: personInWords(stands, person),
})

const asked = (
  name: string,
  legend: string,
  problems: readonly Problem[],
  items: readonly { value: string; text: string }[],
  value: string | undefined,
): Markup =>
  radios({
    name,
    value,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--m' } },
    errorMessage: problemAt(problems, name),
    items,
  })

/** The two questions of joining: which child of the other record, and who that is here. */
export const joinQuestions = (
  here: Named,
  other: Named,
  {
    person,
    as,
    problems,
  }: { readonly person: string | undefined; readonly as: string | undefined; readonly problems: readonly Problem[] },
): Markup => {
  const nobody = { value: 'nobody', text: 'Nobody who is in this record yet' }
  return html`${asked(
    'person',
    `Which child of record ${other.record}?`,
    problems,
    other.stands.children.map(one => optionOf(other, one)),
    person,
  )}
${asked('as', `Who is that in record ${here.record}?`, problems, [...here.stands.children.map(one => optionOf(here, one)), nobody], as)}`
}
