import { html } from 'hono/html'
import { dayInWords } from '../calendar/words.ts'
import { laws, type Pack, packs } from '../duties/pack.ts'
import { ruleClockInWords, textDayInWords } from '../duties/rule-words.ts'
import { rules } from '../duties/rules.ts'
import { lawsToBegin } from '../record/adoption.ts'
import { button } from './kit/button.ts'
import { csrfField } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { radios } from './kit/radios.ts'
import { table } from './kit/table.ts'
import { type Problem, problemAt, problemSummary, titleWith } from './problem.ts'
import { type RulesLook, ruleAddress, rulesAddress } from './rules.ts'
import { scrolled } from './scrolled.ts'

/** Where the editions of guidance and the laws that have yet to begin stand. */
export const editionsAddress = `${rulesAddress}/editions`

/** What the page is shown with; `csrf` for whoever may say that a law has begun. */
export interface EditionsAsked {
  readonly csrf?: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

const read: Readonly<Record<Pack['read'], string>> = {
  'in local procedures that quote it': 'Its text is known here from local procedures that quote it.',
  'not read': 'Its text has not been read here.',
}

const packSection = (pack: Pack): Markup => {
  const rows = pack.changed.map(({ what, before = '', now }) => [{ text: what }, { text: before }, { text: now }])
  return html`<section><h2>${pack.name}</h2>
<p>From ${textDayInWords(pack.from)}. ${read[pack.read]} Checked on ${textDayInWords(pack.checked)}. ${pack.note}</p>
${rows.length > 0 && scrolled(`What ${pack.name} changed`, table({ caption: 'What it changed', head: ['What', 'Before', 'From then on'].map(text => ({ text })), rows }))}
</section>`
}

const lawRows = ({ settings: { begun } }: RulesLook) =>
  lawsToBegin.map(name => {
    const { words, section, known } = laws[name]
    const day = begun?.get(name)
    return [
      { text: words },
      { text: section },
      { text: known },
      { text: day === undefined ? 'No' : `From ${dayInWords(day)}` },
    ]
  })

const lawForm = (csrf: string, { typed, problems }: EditionsAsked): Markup => html`<h3>Say that one begins here</h3>
<form method="post" action="${editionsAddress}" novalidate class="holdfast-no-print">${csrfField(csrf)}
${radios({
  name: 'law',
  idPrefix: 'law',
  value: typed['law'] ?? '',
  fieldset: { legend: { text: 'Which?' } },
  errorMessage: problemAt(problems, 'law'),
  items: lawsToBegin.map(name => ({ value: name, text: laws[name].words })),
})}
${input({ label: { text: 'From which day' }, id: 'from', name: 'from', value: typed['from'] ?? '', classes: 'govuk-input--width-10', errorMessage: problemAt(problems, 'from') })}
${input({ label: { text: 'Which regulations say so' }, id: 'source', name: 'source', value: typed['source'] ?? '', errorMessage: problemAt(problems, 'source') })}
${button({ text: 'Save', classes: 'govuk-button--secondary' })}
</form>`

const retired = (): Markup => {
  const rows = [
    ...rules.flatMap(rule =>
      rule.until === undefined
        ? []
        : [{ rule, clock: ruleClockInWords(rule), until: rule.until, why: 'The rule was retired' }],
    ),
    ...rules.flatMap(rule =>
      (rule.earlier ?? []).map(one => ({ rule, clock: ruleClockInWords(one), until: one.until, why: one.why })),
    ),
  ].map(({ rule, clock, until, why }) => [
    { html: html`<a class="govuk-link" href="${ruleAddress(rule)}">${rule.says}</a>` },
    { text: clock },
    { text: textDayInWords(until) },
    { text: why },
  ])
  if (rows.length === 0)
    return html`<p>None yet. Rules that are retired, and earlier defaults of Holdfast, will stay here.</p>`
  const held = table({
    caption: 'They still judge the clocks that started while they held',
    head: ['Rule', 'Clock', 'For clocks that started up to', 'Why'].map(text => ({ text })),
    rows,
  })
  return scrolled('What was retired', held)
}

/** The editions of statutory guidance with what each changed, the laws that begin by regulations, and what was retired. */
export function editionsPage(asked: EditionsAsked, look: RulesLook): Markup {
  const title = 'Editions of guidance, and laws that have yet to begin'
  const body = html`${problemSummary(asked.problems, 'Nothing was saved yet')}
<p class="holdfast-no-print"><a class="govuk-link" href="${rulesAddress}">All rules</a></p>
<h1>${title}</h1>
<p>A clock is judged by the edition in force on the day on which it starts, for good.</p>
${packs.map(packSection)}
<section><h2>Laws that begin by regulations</h2>
<p>These parts of the Children’s Wellbeing and Schools Act 2026 start by regulations, which may differ by area. A rule that waits for one is silent here until its day is entered.</p>
${scrolled('Laws that begin by regulations', table({ caption: 'What has begun here', head: ['What it brings', 'Where it stands', 'What is known of its day', 'Begun here'].map(text => ({ text })), rows: lawRows(look) }))}
${asked.csrf !== undefined && lawForm(asked.csrf, asked)}</section>
<section><h2>Retired</h2>
${retired()}</section>`
  return layout({ ...look.around, title: titleWith(asked.problems, title), body, wide: true, here: rulesAddress })
}
