import { html } from 'hono/html'
import { isoDay } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { type AdoptionWord, agenciesThatSpoke, agencyOfWord } from '../duties/adoption.ts'
import { rulesByPractice } from '../duties/rules.ts'
import { postValue } from '../intake/forms/read-form.ts'
import { findRule } from '../intake/forms/settle-rules.ts'
import type { Post } from '../people/practitioner.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import { capital } from './capital.ts'
import { button } from './kit/button.ts'
import { checkboxes } from './kit/checkboxes.ts'
import { csrfField } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { insetText } from './kit/inset-text.ts'
import { layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { radios } from './kit/radios.ts'
import { table } from './kit/table.ts'
import { type Problem, problemAt, problemSummary, titleWith } from './problem.ts'
import { type RulesLook, rulesAddress } from './rules.ts'
import { scrolled } from './scrolled.ts'

/** Where agencies adopt their rules. */
export const adoptAddress = `${rulesAddress}/adopt`

/** What the form holds, as it was sent or as its address asks for it. */
export interface AdoptTyped {
  readonly post?: string
  readonly rules: readonly string[]
  readonly does?: string
  readonly from?: string
  readonly reason?: string
}

/** What the page is shown with. */
export interface AdoptAsked {
  /** The posts in which the visitor may sign for an agency; none for whoever may not. */
  readonly posts: readonly Post[]
  readonly csrf: string
  readonly typed: AdoptTyped
  readonly problems: readonly Problem[]
}

const practiceNames = Object.keys(rulesByPractice)

/** The names of rules that the boxes of the form stand for: all, those of a practice, or one. */
export const rulesTicked = (ticked: readonly string[]): readonly string[] =>
  ticked.includes('all')
    ? ['all']
    : ticked.flatMap(one => {
        const own = Object.entries(rulesByPractice).find(([practice]) => practice === one)?.[1]
        return own === undefined ? [one] : own.filter(({ label }) => label !== 'statutory').map(({ name }) => name)
      })

const boxes = (ticked: readonly string[]) => {
  const single = ticked.flatMap(name => findRule(name) ?? [])
  return [
    { value: 'all', text: 'All rules, also those that Holdfast adds later' },
    ...single.map(({ name, says }) => ({ value: name, text: says })),
    { divider: 'or those of these practices' },
    ...practiceNames.map(practice => ({ value: practice, text: practice })),
  ]
}

const form = ({ posts, csrf, typed, problems }: AdoptAsked, { day }: RulesLook): Markup => {
  const [only] = posts
  const choose = radios({
    name: 'post',
    idPrefix: 'post',
    value: typed.post ?? (posts.length === 1 && only !== undefined ? postValue(only) : ''),
    fieldset: { legend: { text: 'For which agency do you sign?' } },
    errorMessage: problemAt(problems, 'post'),
    items: posts.map(post => ({
      value: postValue(post),
      text: `${capital(agencyInWords(post.agency))}, as ${roleInWords(post.role)}`,
    })),
  })
  return html`<h2>Adopt rules, or give them up</h2>
<form method="post" action="${adoptAddress}" novalidate class="holdfast-no-print">${csrfField(csrf)}
${choose}
${radios({
  name: 'does',
  idPrefix: 'does',
  value: typed.does ?? 'adopts',
  fieldset: { legend: { text: 'What does the agency do?' } },
  items: [
    { value: 'adopts', text: 'It adopts them' },
    { value: 'gives-up', text: 'It no longer adopts them' },
  ],
})}
${checkboxes({
  name: 'rules',
  idPrefix: 'rules',
  values: typed.rules,
  fieldset: { legend: { text: 'Which rules?' } },
  errorMessage: problemAt(problems, 'rules'),
  items: boxes(typed.rules),
})}
${input({ label: { text: 'From which day' }, hint: { text: 'It is owed from then on. What began before that day stays a suggestion: choose an earlier day to take it in.' }, id: 'from', name: 'from', value: typed.from ?? isoDay(day), classes: 'govuk-input--width-10', errorMessage: problemAt(problems, 'from') })}
${input({ label: { text: 'Why, when the agency gives them up' }, id: 'reason', name: 'reason', value: typed.reason ?? '', errorMessage: problemAt(problems, 'reason') })}
${button({ text: 'Sign' })}
</form>`
}

const ofRules = (names: readonly string[]): string => {
  if (names.includes('all')) return 'All rules'
  const says = names.map(name => findRule(name)?.says ?? name)
  return says.length > 4 ? `${says.slice(0, 4).join('; ')}; and ${says.length - 4} more` : says.join('; ')
}

const wordRow = (word: AdoptionWord) => [
  { text: capital(agencyInWords(agencyOfWord(word))) },
  { text: word.kind === 'rule-adopted' ? 'Adopts' : 'Gives up' },
  { text: ofRules(word.rule) },
  { text: dayInWords(word.day) },
  { text: [word.author, word.role].filter(one => one !== undefined).join(', ') },
]

const heads = ['Agency', 'What', 'Rules', 'From', 'Signed by'].map(text => ({ text }))

const spoken = ({ settings: { adoption } }: RulesLook): Markup => {
  if (adoption === undefined)
    return insetText({
      text: 'Here every rule counts as adopted by every agency: nobody has begun to adopt them one by one.',
    })
  if (adoption.words.length === 0)
    return insetText({ text: 'No agency has adopted a rule yet. Until it does, only what is statutory is owed by it.' })
  const order = agenciesThatSpoke(adoption)
  const words = order.flatMap(agency => adoption.words.filter(word => agencyOfWord(word) === agency))
  return scrolled(
    'What each agency has adopted',
    table({ caption: 'What each agency has adopted', head: heads, rows: words.map(wordRow) }),
  )
}

/** What each agency has adopted, and the form by which whoever signs for one adopts more. */
export function adoptPage(asked: AdoptAsked, look: RulesLook): Markup {
  const title = 'Adopted rules'
  const body = html`${problemSummary(asked.problems, 'Nothing was saved yet')}
<p class="holdfast-no-print"><a class="govuk-link" href="${rulesAddress}">All rules</a></p>
<h1>${title}</h1>
<p>What is statutory is owed by everybody. A local procedure, or a default of Holdfast, is owed by an agency from the day on which it adopts it, signed for by whoever manages it or leads there on safeguarding. Until then it suggests: it is never late, is in no figure, and nobody is told of it.</p>
${spoken(look)}
${asked.posts.length > 0 && form(asked, look)}`
  return layout({ ...look.around, title: titleWith(asked.problems, title), body, wide: true, here: rulesAddress })
}
