import { html } from 'hono/html'
import { isoDay } from '../calendar/day.ts'
import { limitInWords } from '../calendar/limit.ts'
import { dayInWords } from '../calendar/words.ts'
import { type AdoptionWord, adoptersOn, agencyOfWord } from '../duties/adoption.ts'
import { cautionOn, type Rule } from '../duties/rule.ts'
import {
  editionInWords,
  heardInWords,
  placesInWords,
  practiceOf,
  ruleClockInWords,
  shapesInWords,
  textDayInWords,
} from '../duties/rule-words.ts'
import type { Change } from '../duties/settings.ts'
import { roleInWords, roles } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import { capital } from './capital.ts'
import { button } from './kit/button.ts'
import { csrfField } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { insetText } from './kit/inset-text.ts'
import { layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { select } from './kit/select.ts'
import { type SummaryRow, summaryList } from './kit/summary-list.ts'
import { table } from './kit/table.ts'
import { textarea } from './kit/textarea.ts'
import { type Problem, problemAt, problemSummary, titleWith } from './problem.ts'
import { adoptedInBrief, clockHere, type RulesLook, ruleAddress, rulesAddress, whyNotInForce } from './rules.ts'
import { scrolled } from './scrolled.ts'

/** Which of the forms of a rule was sent, as it was typed, and what is to be mended. */
export interface RuleSent {
  readonly form: 'limit' | 'owner'
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** What one rule is shown with. */
export interface RuleAsked {
  readonly rule: Rule
  /** What the forms of whoever may settle it for the partnership carry; nothing for whoever may not. */
  readonly csrf?: string
  readonly sent?: RuleSent
}

const row = (key: string, value: Markup | string | undefined): SummaryRow | undefined => {
  if (value === undefined || value === '') return undefined
  return { key: { text: key }, value: typeof value === 'string' ? { text: value } : { html: value } }
}

const plainList = (items: readonly (Markup | string)[]): Markup =>
  html`<ul class="holdfast-plain">${items.map(item => html`<li>${item}</li>`)}</ul>`

const signedBy = ({
  author,
  role,
}: {
  readonly author?: string | undefined
  readonly role?: string | undefined
}): string => [author, role].filter(one => one !== undefined).join(', ')

const adopter = (word: AdoptionWord): string => {
  const who = signedBy(word)
  return `${capital(agencyInWords(agencyOfWord(word)))}, from ${dayInWords(word.day)}${who === '' ? '' : `: ${who}`}`
}

const adopted = (rule: Rule, { settings, day }: RulesLook): Markup | string => {
  const { adoption } = settings
  const by = adoption === undefined || rule.label === 'statutory' ? [] : adoptersOn(adoption, rule.name, day)
  if (by.length > 0) return plainList(by.map(adopter))
  return rule.label !== 'statutory' && adoption === undefined
    ? 'Counts as adopted: here nobody has begun to adopt rules one by one'
    : adoptedInBrief(rule, settings, day)
}

const ownerHere = (rule: Rule, { settings, day }: RulesLook): string => {
  const set = settings.owners?.get(rule.name)?.findLast(change => change.from <= day)
  const usual = capital(roleInWords(rule.owner))
  return set === undefined
    ? usual
    : `${capital(roleInWords(set.role))}, since ${dayInWords(set.from)}; Holdfast: ${usual}`
}

const sources = (rule: Rule, { day }: RulesLook): Markup => {
  const caution = cautionOn(rule, day)
  return plainList([...rule.source.map(editionInWords), ...(caution === undefined ? [] : [`Today: ${caution}`])])
}

const rowsOf = (rule: Rule, look: RulesLook): readonly (SummaryRow | undefined)[] => {
  const { settings, day } = look
  return [
    row('By when', html`${clockHere(rule, settings, day)}`),
    row('Whose clock it is', capital(rule.label)),
    row('Rests on', sources(rule, look)),
    row('Checked on', textDayInWords(rule.checked)),
    row('Who owes it', ownerHere(rule, look)),
    row('When it is late it goes to', capital(rule.ladder.map(roleInWords).join(', then '))),
    row('Who owes it hears', capital(heardInWords[rule.heard])),
    row('Who hears of it, too', capital(rule.hears.map(roleInWords).join(', '))),
    row('Adopted by', adopted(rule, look)),
    row('Where', rule.places.map(place => placesInWords[place]).join(', ')),
    row('Not in force here', capital(whyNotInForce(rule, settings, day) ?? '')),
    row('Retired', rule.until === undefined ? '' : `It starts no clock after ${textDayInWords(rule.until)}`),
    row('Kind of clock', capital(shapesInWords[rule.shape])),
    row('Practice', practiceOf(rule)),
    row('Name', html`<code>${rule.name}</code>`),
  ]
}

const changed = ({ from, limit, entry }: Change) => [
  { text: dayInWords(from) },
  { text: limit === undefined ? 'The default again' : capital(limitInWords(limit)) },
  { text: signedBy(entry) || capital(agencyInWords(entry.by)) },
  { text: entry.written === entry.day ? dayInWords(entry.day) : dayInWords(entry.written) },
  { text: entry.reason ?? '' },
]

/** The heads of a table of limits that were set. */
export const changeHeads = ['From', 'Limit', 'Set by', 'Written on', 'Why'].map(text => ({ text }))

/** The rows of a table of limits that were set, the last first. */
export const changeRows = (changes: readonly Change[]) => changes.toReversed().map(changed)

const limitHistory = (rule: Rule, { settings }: RulesLook): Markup | '' => {
  const changes = settings.limits.get(rule.name) ?? []
  if (changes.length === 0 || rule.label === 'statutory') return ''
  return scrolled(
    'Limits set here',
    table({ caption: 'Limits set here', head: changeHeads, rows: changeRows(changes) }),
  )
}

const earlier = ({ earlier: held = undefined }: Rule): Markup | '' =>
  held === undefined
    ? ''
    : scrolled(
        'Earlier defaults of Holdfast',
        table({
          caption: 'Earlier defaults of Holdfast',
          head: ['For clocks that started up to', 'Clock', 'Why it was changed'].map(text => ({ text })),
          rows: held.map(one => [
            { text: textDayInWords(one.until) },
            { text: capital(ruleClockInWords(one)) },
            { text: one.why },
          ]),
        }),
      )

interface Filled {
  readonly csrf: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

const from = (form: string, { typed, problems }: Filled, day: RulesLook['day']): Markup =>
  input({
    label: { text: 'From which day' },
    hint: { text: 'For what begins on that day or later. What has begun keeps what held on its own day.' },
    id: `${form}-from`,
    name: 'from',
    value: typed['from'] ?? isoDay(day),
    classes: 'govuk-input--width-10',
    errorMessage: problemAt(problems, `${form}-from`),
  })

const why = (form: string, { typed, problems }: Filled): Markup =>
  textarea({
    label: { text: 'Why' },
    id: `${form}-reason`,
    name: 'reason',
    value: typed['reason'] ?? '',
    rows: 2,
    errorMessage: problemAt(problems, `${form}-reason`),
  })

const clockNote = ({ clock }: Rule): Markup | '' =>
  clock === undefined
    ? ''
    : html`<p>Its clock is said in words: ${clock}. A limit of your own holds only where nothing on the record names the day.</p>`

const limitForm = (rule: Rule, filled: Filled, { day }: RulesLook): Markup => {
  if (rule.label === 'statutory') return html`<p>It is statutory: nobody sets its limit.</p>`
  return html`<h2>Set a limit of your own</h2>
${clockNote(rule)}
<form method="post" action="${ruleAddress(rule)}/limit" novalidate>${csrfField(filled.csrf)}
${input({ label: { text: 'Limit' }, hint: { text: '5 working days, 10 days, 6 weeks, 3 months, 24 hours, the same day; or default, for that of Holdfast again' }, id: 'limit-limit', name: 'limit', value: filled.typed['limit'] ?? '', classes: 'govuk-input--width-20', errorMessage: problemAt(filled.problems, 'limit-limit') })}
${from('limit', filled, day)}
${why('limit', filled)}
${button({ text: 'Set the limit', classes: 'govuk-button--secondary' })}
</form>`
}

const allRoles = Object.entries(roles)
  .map(([value, { words }]) => ({ value, text: capital(words) }))
  .sort((one, other) => (one.text < other.text ? -1 : 1))

const ownerForm = (
  rule: Rule,
  filled: Filled,
  { day }: RulesLook,
): Markup => html`<h2>Say with which role it lies here</h2>
<form method="post" action="${ruleAddress(rule)}/owner" novalidate>${csrfField(filled.csrf)}
${select({ label: { text: 'Role' }, hint: { text: 'Where the record of a family names somebody, it stays theirs' }, id: 'owner-role', name: 'role', value: filled.typed['role'] ?? rule.owner, items: allRoles, errorMessage: problemAt(filled.problems, 'owner-role') })}
${from('owner', filled, day)}
${why('owner', filled)}
${button({ text: 'Save the role', classes: 'govuk-button--secondary' })}
</form>`

const forms = ({ rule, csrf, sent }: RuleAsked, look: RulesLook): Markup | '' => {
  if (csrf === undefined) return ''
  const filled = (form: RuleSent['form']): Filled =>
    sent?.form === form ? { csrf, typed: sent.typed, problems: sent.problems } : { csrf, typed: {}, problems: [] }
  return html`<div class="holdfast-no-print">${limitForm(rule, filled('limit'), look)}
${ownerForm(rule, filled('owner'), look)}</div>`
}

const adoptWay = (rule: Rule, { signs }: RulesLook): Markup | '' =>
  signs === true && rule.label !== 'statutory'
    ? html`<p class="holdfast-no-print"><a class="govuk-link" href="${rulesAddress}/adopt?rule=${rule.name}">Adopt this rule for your agency, or give it up</a></p>`
    : ''

/** One rule: what it says, and where its clock comes from. */
export function rulePage(asked: RuleAsked, look: RulesLook): Markup {
  const { rule, sent } = asked
  const problems = sent?.problems ?? []
  const not = whyNotInForce(rule, look.settings, look.day)
  const body = html`${problemSummary(problems, 'Nothing was saved yet')}
<p class="holdfast-no-print"><a class="govuk-link" href="${rulesAddress}">All rules</a></p>
<h1>${rule.says}</h1>
${not !== undefined && insetText({ text: `Here it starts no clock: ${not}.` })}
${summaryList({ rows: rowsOf(rule, look) })}
${adoptWay(rule, look)}
${limitHistory(rule, look)}
${earlier(rule)}
${forms(asked, look)}`
  return layout({ ...look.around, title: titleWith(problems, rule.says), body, here: rulesAddress })
}
