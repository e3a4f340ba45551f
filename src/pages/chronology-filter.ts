import { html } from 'hono/html'
import { type Day, isoDay } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { labelOf } from '../intake/forms/offered.ts'
import { type Agency, agencyInWords, findAgency, sameAgency } from '../people/service.ts'
import { always } from '../record/always.ts'
import { peopleIn } from '../record/chronology.ts'
import { type Entry, type Kind, kinds } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { shortName } from './address.ts'
import { findTypedDay } from './asked-day.ts'
import { capital } from './capital.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { button } from './kit/button.ts'
import { details } from './kit/details.ts'
import { hidden } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import type { Markup } from './kit/markup.ts'
import { select } from './kit/select.ts'
import { type Problem, problemAt } from './problem.ts'

/** What of a chronology is asked for; what is left out is not narrowed. */
export interface ChronologyFilter {
  readonly by: Agency | undefined
  readonly kind: Kind | undefined
  readonly person: PersonId | undefined
  readonly from: Day | undefined
  readonly to: Day | undefined
  /** Only what this agency knew. */
  readonly knownTo: Agency | undefined
  /** The texts in the form, as they were asked. */
  readonly asked: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

const names = ['by', 'kind', 'person', 'from', 'to', 'known-to'] as const

const dayIn = (text: string | undefined): Day | undefined => (text ? findTypedDay(text) : undefined)

const wrongDay = (field: string, text: string | undefined): readonly Problem[] =>
  text && findTypedDay(text) === undefined
    ? [{ field, what: `${text.slice(0, 40)} is not a day: write it as 14 May 2019 or 2019-05-14` }]
    : []

/** The person of a look whom an address names by a short name. */
export const personNamed = ({ stands, family }: FamilyOnDay, text: string | undefined): PersonId | undefined =>
  [...stands.people.keys()].find(id => shortName(family.id, id) === text)

/** Reads what an address asks for. A person stands in it by a short name, never by an id that somebody chose. */
export const readChronologyFilter = (
  look: FamilyOnDay,
  query: (name: string) => string | undefined,
): ChronologyFilter => {
  const asked = Object.fromEntries(
    names.flatMap(name => {
      const text = query(name)?.trim().slice(0, 100)
      return text ? [[name, text]] : []
    }),
  )
  const { by, kind, person, from, to } = asked
  return {
    by: by === undefined ? undefined : findAgency(by),
    kind: kind !== undefined && Object.hasOwn(kinds, kind) ? (kind as Kind) : undefined,
    person: personNamed(look, person),
    from: dayIn(from),
    to: dayIn(to),
    knownTo: asked['known-to'] === undefined ? undefined : findAgency(asked['known-to']),
    asked,
    problems: [...wrongDay('from', from), ...wrongDay('to', to)],
  }
}

/** Whether an entry names a person, or is about them because it names nobody. */
export const isAboutPerson = ({ stands }: FamilyOnDay, entry: Entry, person: PersonId): boolean =>
  peopleIn(entry).includes(person) || (entry.child === undefined && stands.subject[0] === person)

/** Whether an entry is among what is asked for. */
export const isAsked = (look: FamilyOnDay, filter: ChronologyFilter, entry: Entry): boolean =>
  (filter.by === undefined || sameAgency(filter.by, entry.by)) &&
  (filter.kind === undefined || filter.kind === entry.kind) &&
  (filter.person === undefined || isAboutPerson(look, entry, filter.person)) &&
  (filter.from === undefined || (entry.day !== always && entry.day >= filter.from)) &&
  (filter.to === undefined || (entry.day !== always && entry.from <= filter.to))

/** Whether anything is narrowed at all. */
export const isNarrowed = ({ asked }: ChronologyFilter): boolean => Object.keys(asked).length > 0

interface Choice {
  readonly value: string
  readonly text: string
}

const byText = (one: Choice, other: Choice): number => (one.text < other.text ? -1 : 1)

const choices = (all: string, own: readonly Choice[]): readonly Choice[] => [
  { value: '', text: all },
  ...own.toSorted(byText),
]

const agenciesIn = (look: FamilyOnDay): readonly Choice[] =>
  [...new Set(look.record.entries.map(entry => entry.by))].map(by => ({ value: by, text: capital(agencyInWords(by)) }))

const kindsIn = (look: FamilyOnDay): readonly Choice[] =>
  [...new Set(look.record.entries.map(entry => entry.kind))].map(kind => ({ value: kind, text: labelOf(kind) }))

const peopleChoices = (look: FamilyOnDay): readonly Choice[] =>
  [...look.stands.people.keys()].map(id => ({ value: shortName(look.family.id, id), text: capital(look.name(id)) }))

const dayField = (name: 'from' | 'to', text: string, { asked, problems }: ChronologyFilter): Markup =>
  input({
    label: { text },
    name,
    value: asked[name],
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
    errorMessage: problemAt(problems, name),
  })

const chosen = (name: string, text: string, items: readonly Choice[], { asked }: ChronologyFilter): Markup =>
  select({ label: { text }, name, id: `only-${name}`, value: asked[name] ?? '', items })

/** The form that narrows a chronology; it works without a script. */
export const filterForm = (look: FamilyOnDay, filter: ChronologyFilter): Markup => {
  const day = look.day === look.record.last ? '' : isoDay(look.day)
  const form = html`<form class="holdfast-no-print" method="get" action="${look.addresses.bare('chronology')}" novalidate>
${day !== '' && hidden('day', day)}
${chosen('by', 'Written by', choices('Every agency', agenciesIn(look)), filter)}
${chosen('kind', 'What', choices('Everything', kindsIn(look)), filter)}
${chosen('person', 'About', choices('Everybody', peopleChoices(look)), filter)}
${dayField('from', 'From', filter)}
${dayField('to', 'To', filter)}
${chosen('known-to', 'As known to', choices('All', agenciesIn(look)), filter)}
${button({ text: 'Show these', classes: 'govuk-button--secondary' })}
</form>`
  return details({ summaryText: 'Show only some of it', html: form, open: filter.problems.length > 0 })
}

const part = (words: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`${words} ${value}`]

/** What is shown, in words: so that nobody takes a part for the whole, on the screen or on paper. */
export const filterInWords = (look: FamilyOnDay, filter: ChronologyFilter): string => {
  const { by, kind, person, from, to, knownTo } = filter
  const parts = [
    ...part('written by', by && agencyInWords(by)),
    ...part('of the kind', kind && labelOf(kind).toLowerCase()),
    ...part('about', person && look.name(person)),
    ...part('from', from === undefined ? undefined : dayInWords(from)),
    ...part('up to', to === undefined ? undefined : dayInWords(to)),
    ...part('as known to', knownTo && agencyInWords(knownTo)),
  ]
  return parts.length === 0 ? '' : `Only entries ${parts.join(', ')}.`
}
