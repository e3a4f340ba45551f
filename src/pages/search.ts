import { html } from 'hono/html'
import { isoDay } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { nameKey } from '../people/name-key.ts'
import { always } from '../record/always.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { headingOf } from '../record/words.ts'
import { capital } from './capital.ts'
import { ageOfChild } from './family-header.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { button } from './kit/button.ts'
import { csrfField } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'

/** Where words are looked for. */
export const searchAddress = '/search'

/** How many entries are shown at most. */
export const mostFound = 50

/** What was found in one family, all of it from the visitor's own look. */
export interface FoundIn {
  readonly look: FamilyOnDay
  /** Children whose name holds the words. */
  readonly children: readonly PersonId[]
  readonly entries: readonly Entry[]
}

const longest = 200

/** The words that are looked for, as they were typed. */
export const readWords = (text: string | undefined): string => (text ?? '').trim().slice(0, longest)

/** Whether every one of the words begins a part of a name. */
export const isNamed = (name: string | undefined, words: string): boolean => {
  const wanted = nameKey(words).split(' ')
  const parts = nameKey(name ?? '').split(' ')
  return wanted.every(word => word !== '' && parts.some(part => part.startsWith(word)))
}

/** The children of a family whose name holds every one of the words. */
export const childrenNamed = ({ stands }: FamilyOnDay, words: string): readonly PersonId[] =>
  stands.children.filter(child => isNamed(stands.people.get(child)?.name, words))

const childrenOf = ({ stands, day, name }: FamilyOnDay): string =>
  capital(
    [...stands.children]
      .sort((one, other) => Number(other === stands.subject[0]) - Number(one === stands.subject[0]))
      .filter(child => stands.people.get(child)?.gone === undefined)
      .map(child => `${name(child)}, ${ageOfChild(stands.people.get(child), day)}`)
      .join('; '),
  )

const entryRow = ({ addresses, name }: FamilyOnDay, entry: Entry): Markup => {
  const when =
    entry.day === always
      ? ''
      : html`<span class="holdfast-quiet"><time datetime="${isoDay(entry.day)}">${dayInWords(entry.day)}</time></span> `
  return html`<li>${when}<a class="govuk-link" href="${addresses.entry(entry)}">${headingOf(entry, name)}</a></li>`
}

const familyFound = ({ look, entries }: FoundIn): Markup => html`<section>
<h2><a class="govuk-link" href="${look.addresses.page('')}">${childrenOf(look)}</a></h2>
${entries.length > 0 && html`<ul class="govuk-list">${entries.map(entry => entryRow(look, entry))}</ul>`}
</section>`

const found = (families: readonly FoundIn[], words: string): Markup => {
  if (words === '')
    return html`<p>Write a word, or several, that stand in an entry, or a child’s name. Only the families that you work with are searched, and in them only what you may see.</p>`
  if (families.length === 0)
    return html`<p>Nothing that you may see holds these words. Try fewer words, or another one for the same thing.</p>`
  const entries = families.reduce((sum, one) => sum + one.entries.length, 0)
  const all =
    entries < mostFound ? (entries === 1 ? '1 entry' : `${entries} entries`) : `The first ${mostFound} entries`
  return html`<p>${all} in ${families.length === 1 ? '1 family' : `${families.length} families`}.</p>
${families.map(familyFound)}`
}

/** What holds some words among all that a visitor may see, by family. */
export function searchPage(asked: {
  readonly around: Around
  readonly csrf: string
  readonly words: string
  readonly families: readonly FoundIn[]
}): Markup {
  const { around, csrf, words, families } = asked
  const body = html`<h1>Search</h1>
<form method="post" action="${searchAddress}" role="search">${csrfField(csrf)}
${input({ label: { text: 'Words in an entry, or a child’s name' }, name: 'words', value: words, type: 'search', autocomplete: 'off' })}
${button({ text: 'Search' })}
</form>
${found(families, words)}`
  return layout({ ...around, title: 'Search', body, here: searchAddress })
}
