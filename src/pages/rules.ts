import { html } from 'hono/html'
import type { Day } from '../calendar/day.ts'
import { limitInWords } from '../calendar/limit.ts'
import { countOf } from '../calendar/words.ts'
import { adoptersOn, agencyOfWord } from '../duties/adoption.ts'
import { inForce, mayStart } from '../duties/in-force.ts'
import { type Label, type Rule, versionOn } from '../duties/rule.ts'
import { ruleClockInWords } from '../duties/rule-words.ts'
import { rules, rulesByPractice } from '../duties/rules.ts'
import { type Settings, setLimitOn } from '../duties/settings.ts'
import { nameKey } from '../people/name-key.ts'
import { type Role, roleInWords, roles } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import { capital } from './capital.ts'
import { button } from './kit/button.ts'
import { details } from './kit/details.ts'
import { input } from './kit/input.ts'
import { insetText } from './kit/inset-text.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { select } from './kit/select.ts'
import { table } from './kit/table.ts'
import { scrolled } from './scrolled.ts'

/** Where all rules stand. */
export const rulesAddress = '/rules'

/** Where one rule stands: where its clock comes from. */
export const ruleAddress = ({ name }: Pick<Rule, 'name'>): string => `${rulesAddress}/${name}`

/** What of the rules is asked for. */
export interface RulesAsked {
  readonly words: string
  readonly role: Role | undefined
  readonly label: Label | undefined
  readonly practice: string | undefined
}

/** What pages on rules are shown with: the partnership's own settings as they stand on a day. */
export type RulesLook = Options<{
  around: Around
  settings: Settings
  day: Day
  /** Whether the visitor may sign for an agency, or set what is the partnership's own. */
  signs?: boolean
}>

const labels: readonly Label[] = ['statutory', 'local procedure', 'local setting']

/** Reads which rules are asked for from the address. */
export const readRulesAsked = (query: (name: string) => string | undefined): RulesAsked => ({
  words: (query('words') ?? '').trim().slice(0, 100),
  role: (Object.keys(roles) as Role[]).find(role => role === query('role')),
  label: labels.find(label => label === query('label')),
  practice: Object.keys(rulesByPractice).find(practice => practice === query('practice')),
})

const takesPart = ({ owner, ladder, hears }: Rule, role: Role): boolean =>
  owner === role || ladder.includes(role) || hears.includes(role)

const holdsWords = (rule: Rule, words: string): boolean => {
  const text = nameKey(
    [rule.name.replaceAll('-', ' '), rule.says, rule.clock ?? '', ...rule.source.map(({ document }) => document)].join(
      ' ',
    ),
  )
  return nameKey(words)
    .split(' ')
    .every(word => text.includes(word))
}

const isAsked =
  ({ words, role, label }: RulesAsked) =>
  (rule: Rule): boolean =>
    (words === '' || holdsWords(rule, words)) &&
    (role === undefined || takesPart(rule, role)) &&
    (label === undefined || rule.label === label)

/** By when here: the partnership's own limit where it has set one, with Holdfast's beside it. */
export const clockHere = (rule: Rule, settings: Settings, day: Day): Markup | string => {
  const own = setLimitOn(rule, settings, day)
  const usual = capital(ruleClockInWords(versionOn(rule, day)))
  if (own?.limit === undefined) return usual
  return html`${capital(limitInWords(own.limit))}<br><span class="holdfast-quiet">set here; Holdfast: ${ruleClockInWords(rule)}</span>`
}

const listedAgencies = (names: readonly string[]): string => {
  const shown = names.slice(0, 3).join('; ')
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown
}

/** Who has adopted a rule, in few words. */
export const adoptedInBrief = (rule: Rule, { adoption }: Settings, day: Day): string => {
  if (rule.label === 'statutory') return 'Owed by all'
  if (adoption === undefined) return 'Counts as adopted'
  const by = adoptersOn(adoption, rule.name, day).map(agencyOfWord)
  return by.length === 0 ? 'Adopted by nobody: it suggests' : capital(listedAgencies(by.map(agencyInWords)))
}

/** Whether a clock of a rule can start in a partnership on a day; else why not. */
export const whyNotInForce = (rule: Rule, settings: Settings, day: Day): string | undefined => {
  const days = inForce(rule, settings)
  if (days !== undefined && mayStart(days, day)) return undefined
  if (days === undefined && rule.waitsFor === undefined) return 'not a rule of this country'
  return days?.until !== undefined && day > days.until ? 'retired' : 'waits for its law to begin'
}

const row =
  ({ settings, day }: RulesLook) =>
  (rule: Rule) => {
    const not = whyNotInForce(rule, settings, day)
    return [
      {
        html: html`<a class="govuk-link" href="${ruleAddress(rule)}">${rule.says}</a>${not !== undefined && html`<br><span class="holdfast-quiet">${capital(not)}</span>`}`,
      },
      { html: html`${clockHere(rule, settings, day)}` },
      { text: capital(rule.label) },
      { text: capital(roleInWords(rule.owner)) },
      { text: adoptedInBrief(rule, settings, day) },
    ]
  }

const heads = [
  { text: 'What must be done' },
  { text: 'By when' },
  { text: 'Whose clock it is' },
  { text: 'Who owes it' },
  { text: 'Adopted by' },
]

const isNarrowed = ({ words, role, label, practice }: RulesAsked): boolean =>
  [words, role, label, practice].some(one => one !== undefined && one !== '')

/** A line a practice until somebody opens it: two hundred rules in a row are read by nobody. */
const practiceTable =
  (look: RulesLook, asked: RulesAsked) =>
  ([practice, own]: readonly [string, readonly Rule[]]): Markup | '' => {
    const shown = own.filter(isAsked(asked))
    if (shown.length === 0 || (asked.practice !== undefined && asked.practice !== practice)) return ''
    const caption = { caption: practice, captionClasses: 'govuk-visually-hidden' }
    const rows = scrolled(practice, table({ ...caption, head: heads, rows: shown.map(row(look)) }))
    return details({ summaryText: `${practice} (${shown.length})`, html: rows, open: isNarrowed(asked) })
  }

const usedRoles = [...new Set(rules.flatMap(({ owner, ladder, hears }) => [owner, ...ladder, ...hears]))].sort(
  (one, other) => (roleInWords(one) < roleInWords(other) ? -1 : 1),
)

const choose = (
  text: string,
  name: string,
  value: string | undefined,
  items: readonly { text: string; value: string }[],
) => select({ label: { text }, name, id: name, value: value ?? '', items: [{ text: 'Any', value: '' }, ...items] })

const filter = (asked: RulesAsked): Markup => {
  const { words, role, label, practice } = asked
  const sort = (one: string) => ({ text: capital(one), value: one })
  const form = html`<form method="get" action="${rulesAddress}" role="search" class="holdfast-no-print">
${input({ label: { text: 'Words in a rule or its source' }, name: 'words', id: 'words', value: words, classes: 'govuk-input--width-20' })}
${choose(
  'Role that owes it, hears of it or hears when it is late',
  'role',
  role,
  usedRoles.map(one => ({ text: capital(roleInWords(one)), value: one })),
)}
${choose('Whose clock it is', 'label', label, labels.map(sort))}
${choose('Practice', 'practice', practice, Object.keys(rulesByPractice).map(sort))}
${button({ text: 'Show these', classes: 'govuk-button--secondary' })}
</form>`
  return details({ summaryText: 'Show only some of them', html: form, open: isNarrowed(asked) })
}

/** What stands first where agencies have yet to adopt their rules. */
const firstStep = ({ settings: { adoption }, signs }: RulesLook): Markup | '' => {
  if (adoption === undefined || adoption.words.length > 0) return ''
  const way = signs
    ? html`<a class="govuk-link" href="${rulesAddress}/adopt">Adopt rules for your agency</a>.`
    : 'Whoever manages an agency, or leads there on safeguarding, adopts its rules.'
  return insetText({
    html: html`<p>No agency here has adopted any rule yet. Until it does, only what is statutory is owed; the rest suggests, and nobody is told of it. ${way}</p>`,
  })
}

const ways = ({ signs }: RulesLook): Markup => html`<ul class="govuk-list holdfast-no-print">
<li><a class="govuk-link" href="${rulesAddress}/editions">Editions of statutory guidance, laws that have yet to begin, and what was retired</a></li>
<li><a class="govuk-link" href="${rulesAddress}/limits">Limits that this partnership has set, and who set them</a></li>
<li><a class="govuk-link" href="${rulesAddress}/adopt">${signs ? 'Adopt rules, or give them up' : 'What each agency has adopted'}</a></li>
</ul>`

/** Every rule by practice, with the partnership's own limits and what is adopted beside it. */
export function rulesPage(look: RulesLook, asked: RulesAsked): Markup {
  const title = 'Rules: where every clock comes from'
  const tables = Object.entries(rulesByPractice).map(practiceTable(look, asked))
  const count = rules.filter(isAsked(asked)).length
  const none = tables.every(one => one === '')
  const body = html`<h1>${title}</h1>
<p>Each rule says what must be done, by whom and by when, and what that rests on. What is statutory is owed by all. A local procedure or setting is owed by the agencies that have adopted it; its limit can be the partnership’s own.</p>
${firstStep(look)}
${ways(look)}
${filter(asked)}
${none ? html`<p>No rule is like that. Ask for less.</p>` : html`<p>${countOf(count, 'rule')} of ${rules.length}.</p>`}
${tables}`
  return layout({ ...look.around, title, body, wide: true, here: rulesAddress })
}
