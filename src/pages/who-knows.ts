import { html } from 'hono/html'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import type { Knows } from '../store/who-knows.ts'
import { capital } from './capital.ts'
import type { Markup } from './kit/markup.ts'
import { momentInWords } from './moment.ts'

const nameOf = ({ name, desk }: Knows): string => {
  if (name !== undefined) return name
  if (desk === undefined) return 'Somebody'
  const role = capital(roleInWords(desk.role))
  return desk.agency === undefined ? role : `${role}, ${agencyInWords(desk.agency)}`
}

const row = (one: Knows): Markup =>
  html`<li>${nameOf(one)}: ${one.how === 'opened' ? 'opened the record' : 'was told because of it'}, last on ${momentInWords(one.at)}</li>`

/** Who may have read some entries, by the log, and who was told because of them. */
export const whoKnowsList = (knows: readonly Knows[]): Markup =>
  knows.length === 0
    ? html`<p>Nobody has opened the record since, and nobody was told.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${knows.map(row)}</ul>`

/** Those who may open a record, by name. */
export const namesList = (names: readonly string[]): Markup =>
  names.length === 0
    ? html`<p>Nobody yet.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${names.map(name => html`<li>${name}</li>`)}</ul>`
