import { html } from 'hono/html'
import { type Agency, agencyInWords } from '../../people/service.ts'
import { type Sort, sorts } from '../../store/feeds.ts'
import { capital } from '../capital.ts'
import { backLink } from '../kit/back-link.ts'
import { button } from '../kit/button.ts'
import { details } from '../kit/details.ts'
import { csrfField } from '../kit/hidden.ts'
import { input } from '../kit/input.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { radios } from '../kit/radios.ts'
import { textarea } from '../kit/textarea.ts'
import { type Form, type Problem, problemAt, problemSummary, titleWith } from '../problem.ts'
import { feedsAddress, sortsInWords } from './words.ts'

/** A feed as somebody typed it. */
export type FeedTyped = Readonly<Record<'name' | 'id' | 'agency' | 'sort' | 'authority' | 'hours' | 'excluded', string>>

const fields = ['name', 'id', 'agency', 'sort', 'authority', 'hours', 'excluded'] as const

/** The form as it was sent. */
export const feedTyped = (form: Form): FeedTyped => {
  const of = (name: (typeof fields)[number]) => (form(name) ?? '').trim().slice(0, 2000)
  return Object.fromEntries(fields.map(name => [name, of(name)])) as FeedTyped
}

/** A feed that can be made. */
export interface FeedRead {
  readonly name: string
  readonly id: string
  readonly agency: Agency
  readonly sort: Sort
  readonly authority?: string
  readonly hours: number
  readonly excluded: readonly string[]
}

const hoursOf = (text: string): number | undefined => {
  const hours = Number(text === '' ? '72' : text)
  return Number.isInteger(hours) && hours >= 1 && hours <= 720 ? hours : undefined
}

const problemsOf = (typed: FeedTyped, agencies: readonly Agency[]): readonly Problem[] => {
  const wrong = (is: boolean, field: keyof FeedTyped, what: string): readonly Problem[] => (is ? [{ field, what }] : [])
  return [
    ...wrong(typed.name === '' || typed.name.length > 100, 'name', 'Write a name of up to 100 letters'),
    ...wrong(
      !/^[a-z0-9][a-z0-9-]{0,39}$/u.test(typed.id) || typed.id === 'new',
      'id',
      'Write a short name of small letters, figures and hyphens',
    ),
    ...wrong(!agencies.some(one => one === typed.agency), 'agency', 'Choose whose system it is'),
    ...wrong(!sorts.some(one => one === typed.sort), 'sort', 'Choose what it sends'),
    ...wrong(typed.authority.length > 40, 'authority', 'Write an authority of up to 40 letters'),
    ...wrong(hoursOf(typed.hours) === undefined, 'hours', 'Write a whole number of hours from 1 to 720'),
  ]
}

/** Reads the form of a new feed: the feed, or all that is to be mended. */
export const readFeed = (
  typed: FeedTyped,
  agencies: readonly Agency[],
): { readonly feed: FeedRead } | { readonly problems: readonly Problem[] } => {
  const problems = problemsOf(typed, agencies)
  const [agency] = agencies.filter(one => one === typed.agency)
  const [sort] = sorts.filter(one => one === typed.sort)
  const hours = hoursOf(typed.hours)
  if (problems.length > 0 || agency === undefined || sort === undefined || hours === undefined) return { problems }
  const excluded = typed.excluded
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const authority = typed.authority === '' ? {} : { authority: typed.authority }
  return { feed: { name: typed.name, id: typed.id, agency, sort, hours, excluded, ...authority } }
}

/** What the page shows. */
export type NewFeedAsked = Options<{
  around: Around
  csrf: string
  agencies: readonly Agency[]
  typed: FeedTyped
  problems: readonly Problem[]
}>

const whoseAndWhat = ({ agencies, typed, problems }: NewFeedAsked): Markup => html`${radios({
  name: 'agency',
  idPrefix: 'agency',
  value: agencies.length === 1 ? (agencies[0] ?? '') : typed.agency,
  fieldset: { legend: { text: 'Whose system is it?' } },
  errorMessage: problemAt(problems, 'agency'),
  items: agencies.map(agency => ({ value: agency, text: capital(agencyInWords(agency)) })),
})}
${radios({
  name: 'sort',
  idPrefix: 'sort',
  value: typed.sort,
  fieldset: { legend: { text: 'What does it send?' } },
  errorMessage: problemAt(problems, 'sort'),
  items: sorts.map(sort => ({ value: sort, text: sortsInWords[sort] })),
})}`

const further = ({ typed, problems }: NewFeedAsked): Markup => html`${input({
  label: { text: 'Who gives its numbers' },
  hint: {
    text: 'For a hospital its ODS code, such as RQ8. It stands for the authority of a number that is sent without one.',
  },
  id: 'authority',
  name: 'authority',
  value: typed.authority,
  classes: 'govuk-input--width-10',
  errorMessage: problemAt(problems, 'authority'),
})}
${input({
  label: { text: 'Hours until what matches nobody is destroyed' },
  id: 'hours',
  name: 'hours',
  value: typed.hours,
  inputmode: 'numeric',
  classes: 'govuk-input--width-4',
  errorMessage: problemAt(problems, 'hours'),
})}
${textarea({
  label: { text: 'Clinics that are never taken in' },
  hint: { text: 'Words in the name of a clinic, one on each line' },
  id: 'excluded',
  name: 'excluded',
  value: typed.excluded,
  rows: 8,
})}`

/** The form by which an agency makes a feed. */
export function newFeedPage(asked: NewFeedAsked): Markup {
  const { around, csrf, typed, problems } = asked
  const title = 'Make a feed'
  const body = html`${backLink({ text: 'Feeds', href: feedsAddress })}
${problemSummary(problems, 'Nothing was made yet')}
<h1>${title}</h1>
<p>A feed is one system of your agency that sends to Holdfast.</p>
<form method="post" action="${feedsAddress}/new" novalidate>${csrfField(csrf)}
${input({ label: { text: 'Its name' }, id: 'name', name: 'name', value: typed.name, errorMessage: problemAt(problems, 'name') })}
${input({
  label: { text: 'Its short name' },
  hint: { text: 'Small letters, figures and hyphens, such as royal-clinics. It stands in addresses, and stays.' },
  id: 'id',
  name: 'id',
  value: typed.id,
  classes: 'govuk-input--width-20',
  errorMessage: problemAt(problems, 'id'),
})}
${whoseAndWhat(asked)}
${details({ summaryText: 'Numbers, hours, and clinics that are not taken in', html: further(asked), open: problems.some(({ field }) => field === 'hours' || field === 'authority') })}
${button({ text: 'Make this feed' })}
</form>`
  return layout({ ...around, title: titleWith(problems, title), body, here: feedsAddress })
}
