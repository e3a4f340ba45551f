import { html } from 'hono/html'
import { ofParentsPages, type SetOnce, type SettingName, wantedForReal } from '../store/settings.ts'
import { capital } from './capital.ts'
import { button } from './kit/button.ts'
import { details } from './kit/details.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { insetText } from './kit/inset-text.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { radios } from './kit/radios.ts'
import { textarea } from './kit/textarea.ts'
import { momentInWords } from './moment.ts'
import { type Form, type Problem, problemAt, problemSummary, titleWith } from './problem.ts'

/** Where a partnership sets what it needs before it may hold real families. */
export const settingsAddress = '/governance/settings'

const wanted = Object.keys(wantedForReal) as readonly SettingName[]
const ofParents = Object.keys(ofParentsPages) as readonly SettingName[]
const names = [...wanted, ...ofParents]
const described: Readonly<Record<SettingName, string>> = { ...wantedForReal, ...ofParentsPages }

/** A setting as it was typed. */
export interface SettingTyped {
  readonly name: SettingName
  readonly value: string
}

const longest = 2000
const isAge = (value: string): boolean => /^\d{1,2}$/u.test(value) && Number(value) >= 8 && Number(value) <= 18
const isOnOff = (value: string): boolean => value === 'on' || value === 'off'

const problemOf = ({ name, value }: SettingTyped): Problem | undefined => {
  if (name === 'second-factor')
    return isOnOff(value) ? undefined : { field: name, what: 'Choose whether all staff need a second factor' }
  if (name === 'young-person-asked-from')
    return isAge(value) ? undefined : { field: name, what: 'Write an age in whole years, from 8 to 18' }
  if (name === 'parents-ring')
    return value === '' ? { field: name, what: 'Write a number, and when somebody answers' } : undefined
  return value === '' ? { field: name, what: 'Write where it is, who signed it and when' } : undefined
}

/** Reads the form of one setting; nothing when there is no such setting. */
export const readSetting = (
  form: Form,
):
  | { readonly set: SettingTyped }
  | { readonly problems: readonly Problem[]; readonly typed: SettingTyped }
  | undefined => {
  const name = names.find(one => one === form('name'))
  if (name === undefined) return undefined
  const typed = { name, value: (form('value') ?? '').trim().slice(0, longest) }
  const problem = problemOf(typed)
  return problem === undefined ? { set: typed } : { problems: [problem], typed }
}

/** What the page shows. */
export type SettingsAsked = Options<{
  around: Around
  csrf: string
  /** Whether everybody in the partnership is invented. */
  example: boolean
  /** All that was ever set, the last first. */
  history: readonly SetOnce[]
  problems?: readonly Problem[]
  typed?: SettingTyped
}>

const heldOf = ({ history }: SettingsAsked, name: SettingName): SetOnce | undefined =>
  history.find(one => one.name === name)

const isMissing = (asked: SettingsAsked, name: SettingName): boolean => {
  const value = heldOf(asked, name)?.value ?? ''
  return name === 'second-factor' ? value !== 'on' : value === ''
}

const shown = (name: SettingName, value: string): string =>
  name === 'second-factor' ? (value === 'on' ? 'On: everybody needs one' : 'Off') : value

const signed = ({ by, at }: SetOnce): Markup => html`<span class="holdfast-quiet">${by}, ${momentInWords(at)}</span>`

const current = (asked: SettingsAsked, name: SettingName): Markup => {
  const held = heldOf(asked, name)
  return held === undefined ? html`<p>Not set yet.</p>` : html`<p>${shown(name, held.value)}<br>${signed(held)}</p>`
}

const former = ({ history }: SettingsAsked, name: SettingName): Markup | '' => {
  const [, ...before] = history.filter(one => one.name === name)
  if (before.length === 0) return ''
  const rows = before.map(one => html`<li>${shown(name, one.value)}<br>${signed(one)}</li>`)
  return details({ summaryText: 'What was set before', html: html`<ul class="govuk-list">${rows}</ul>` })
}

const onOff = (name: SettingName, value: string, problems: readonly Problem[]): Markup =>
  radios({
    name: 'value',
    idPrefix: name,
    value,
    fieldset: { legend: { text: 'Do all staff need a second factor to sign in?' } },
    hint: { text: 'Once it is on, everybody sets one up the next time they open a page, and you as well' },
    errorMessage: problemAt(problems, name),
    classes: 'govuk-radios--inline',
    items: [
      { value: 'on', text: 'Yes' },
      { value: 'off', text: 'No' },
    ],
  })

const field = (asked: SettingsAsked, name: SettingName): Markup => {
  const { problems = [], typed } = asked
  const value = typed?.name === name ? typed.value : (heldOf(asked, name)?.value ?? '')
  if (name === 'second-factor') return onOff(name, value, problems)
  return textarea({
    label: {
      html: html`<span class="govuk-visually-hidden">${heading(name)}: </span>${capital(afterColon.exec(described[name])?.[1] ?? '')}`,
    },
    id: name,
    name: 'value',
    value,
    rows: 2,
    errorMessage: problemAt(problems, name),
  })
}

const beforeColon = /^[^:]+/u
const afterColon = /: (.+)$/u
const heading = (name: SettingName): string => beforeColon.exec(described[name])?.[0] ?? name

const section = (asked: SettingsAsked, name: SettingName): Markup => html`<section>
<h2>${heading(name)}</h2>
${current(asked, name)}
<form method="post" action="${settingsAddress}" novalidate>${csrfField(asked.csrf)}${hidden('name', name)}
${field(asked, name)}
${button({ html: html`Save<span class="govuk-visually-hidden">: ${heading(name)}</span>`, classes: 'govuk-button--secondary' })}
</form>
${former(asked, name)}
</section>`

const exampleNote = insetText({
  html: html`<p>This is the example partnership. It will never hold real families, whatever is set here: for those, begin a partnership of your own.</p>`,
})

const missing = (asked: SettingsAsked): Markup => {
  if (asked.example) return exampleNote
  const left = wanted.filter(name => isMissing(asked, name))
  if (left.length === 0) return insetText({ text: 'All is named. This partnership may hold real families.' })
  return insetText({
    html: html`<p>Before this partnership may hold real families, this is still missing:</p>
<ul class="govuk-list govuk-list--bullet">${left.map(name => html`<li>${heading(name)}</li>`)}</ul>`,
  })
}

/** What a partnership needs before it may hold real families: each with what is set, by whom and since when. */
export function settingsPage(asked: SettingsAsked): Markup {
  const { around, problems = [] } = asked
  const title = 'Settings of the partnership'
  const body = html`${problemSummary(problems, 'Nothing was saved yet')}
<h1>${title}</h1>
${missing(asked)}
${wanted.map(name => section(asked, name))}
<h2>Parents’ own pages</h2>
${ofParents.map(name => section(asked, name))}`
  return layout({ ...around, title: titleWith(problems, title), body, here: '/governance' })
}
