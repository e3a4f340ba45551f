import { html } from 'hono/html'
import type { Post } from '../people/practitioner.ts'
import { capital } from './capital.ts'
import { button } from './kit/button.ts'
import { details } from './kit/details.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import type { Markup, Options } from './kit/markup.ts'
import { laneOf, postInBrief } from './post.ts'

/** An invented person as whom anybody may sign in. */
export type ExamplePerson = Options<{
  id: string
  name: string
  posts: readonly Post[]
  /** What this person can see, in a sentence, when they are one to begin with. */
  featured?: string
}>

/** An invented parent whose own page one press opens. */
export type ExampleParent = Options<{
  id: string
  partnership: number
  access: string
  /** Leah Ellis, Maya’s mother. */
  name: string
}>

type Asked = Options<{ people: readonly ExamplePerson[]; next?: string; csrf?: string }>

const press = ({ id, name }: ExamplePerson): Markup =>
  button({
    html: html`<span class="govuk-visually-hidden">Sign in as </span>${name}`,
    name: 'person',
    value: id,
    classes: 'govuk-button--secondary',
  })

const what = ({ posts }: ExamplePerson): string => capital(posts.map(postInBrief).join('; '))

const featuredPerson = (person: ExamplePerson): Markup => html`<li>
  ${press(person)}
  <p><strong>${what(person)}</strong><br>${person.featured}</p>
</li>`

const otherPerson = (person: ExamplePerson): Markup => html`<li>
  ${press(person)}
  <p>${what(person)}</p>
</li>`

const byLane = (people: readonly ExamplePerson[]): Markup => {
  const lanes = Map.groupBy(people, ({ posts: [first] }) => (first === undefined ? 'Others' : laneOf(first)))
  return html`${[...lanes].map(
    ([lane, those]) => html`<h3>${lane}</h3><ul class="holdfast-examples">${those.map(otherPerson)}</ul>`,
  )}`
}

/** The invented parents, each of whom has a page of their own: it opens by one press, and leaves staff’s session alone. */
export const exampleParents = (parents: readonly ExampleParent[]): Markup | '' =>
  parents.length === 0
    ? ''
    : html`<h2>Open a parent’s own page</h2>
<form method="post" action="/my/example"><ul class="holdfast-examples">${parents.map(
        ({ id, name }) => html`<li>
  ${button({ html: html`<span class="govuk-visually-hidden">Open the page of </span>${name}`, name: 'person', value: id, classes: 'govuk-button--secondary' })}
  <p>What a parent reads on the phone: what is next, the medicines, who to ring, the plan, and their own words</p>
</li>`,
      )}</ul></form>`

/** Everybody invented as whom one may sign in: those to begin with first, the others by service in a part that opens. */
export function examplePeople({ people, next, csrf }: Asked): Markup {
  const first = people.filter(({ featured }) => featured !== undefined)
  const others = people.filter(({ featured }) => featured === undefined)
  return html`<h2>Sign in as an invented person</h2>
<p>Everybody here is invented. Each person sees only what they may: sign in as two of them and compare.</p>
<form method="post" action="/sign-in/example">${csrfField(csrf)}${hidden('next', next)}
<ul class="holdfast-examples">${first.map(featuredPerson)}</ul>
${others.length > 0 && details({ summaryText: 'Everybody else, by service', html: byLane(others) })}
</form>`
}
