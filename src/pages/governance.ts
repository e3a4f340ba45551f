import { html } from 'hono/html'
import { type Around, layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'

const ways = [
  {
    href: '/governance/openings',
    text: 'Openings without belonging',
    what: 'Who opened a record that is not theirs, or looked into the emergency view, and why. Each is to be looked at once.',
  },
  {
    href: '/governance/apart',
    text: 'Entries set apart',
    what: 'What was written to the wrong family: who had read it, where it went, and putting it back.',
  },
  {
    href: '/governance/records',
    text: 'Records that belong together',
    what: 'Two records of one child, one child under two names, a child who needs a record of their own.',
  },
  {
    href: '/governance/disclosures',
    text: 'Disclosures',
    what: 'What another system wrote to the wrong child’s record: who has seen it, and the clock of 72 hours.',
  },
  {
    href: '/feeds',
    text: 'Feeds',
    what: 'Which systems send here, how much of it waits, and how much was destroyed: numbers, and no message.',
  },
  {
    href: '/governance/settings',
    text: 'Settings of the partnership',
    what: 'What must be named before it may hold real families, and the second factor for all staff.',
  },
  {
    href: '/rules',
    text: 'Rules, and limits of the partnership’s own',
    what: 'Where every clock comes from, what each agency has adopted, limits and tasks that the partnership has set, and laws that begin.',
  },
] as const

/** What the information-governance lead answers for, each with the way to it. */
export function governancePage({ around }: { readonly around: Around }): Markup {
  const title = 'Governance'
  const body = html`<h1>${title}</h1>
<ul class="govuk-list govuk-list--spaced">${ways.map(
    ({ href, text, what }) => html`<li><a class="govuk-link" href="${href}">${text}</a><br>${what}</li>`,
  )}</ul>`
  return layout({ ...around, title, body, here: '/governance' })
}
