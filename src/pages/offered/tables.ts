import { html } from 'hono/html'
import { agencyInWords } from '../../people/service.ts'
import type { Became, Offered } from '../../record/offered.ts'
import { listed } from '../../record/wording.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { type TableCell, table } from '../kit/table.ts'

/** What became of things, as a head of a column says it; what counts stands beside what does not. */
export const becameInWords: Record<Became, string> = {
  kept: 'Kept',
  missed: 'Missed',
  'changed-late': 'Changed late',
  excused: 'Excused',
  changed: 'Changed ahead',
  'called-off': 'Called off by a service',
  'not-recorded': 'Not written down',
}
const columns = Object.keys(becameInWords) as readonly Became[]

/** Things that belong together: a person's, or a service's. */
export interface Group {
  readonly name: string
  /** The place of its entries further down the page. */
  readonly anchor: string
  readonly offered: readonly Offered[]
}

const grouped = (
  offered: readonly Offered[],
  letter: string,
  keyOf: (one: Offered) => readonly [key: string, name: string],
): readonly Group[] =>
  [...Map.groupBy(offered, one => keyOf(one)[0]).values()].map((group, index) => {
    const [first] = group
    return { name: first === undefined ? '' : keyOf(first)[1], anchor: `${letter}-${index + 1}`, offered: group }
  })

/** By the person whose it was: a child who was missed stands beside a parent who came to all of hers (review 5.28). */
export const byPerson = (look: FamilyOnDay, offered: readonly Offered[]): readonly Group[] =>
  grouped(offered, 'p', ({ people }) => [people.join(' '), capital(listed(people.map(look.name)))])

/** By the service that offered it. */
export const byService = (offered: readonly Offered[]): readonly Group[] =>
  grouped(offered, 's', ({ agency }) => [agency, capital(agencyInWords(agency))])

const figure = ({ anchor, offered }: Group, became: Became, page: string): TableCell => {
  const count = offered.filter(one => one.became === became).length
  const link = html`<a class="govuk-link" href="${page}#${anchor}-${became}">${count}</a>`
  return count === 0 ? { text: '0', format: 'numeric' } : { html: link, format: 'numeric' }
}

/** How much was offered and what became of it, a row a group; each figure leads to its entries, here or on another page. */
export const figures = (groups: readonly Group[], caption: string, first: string, page = ''): Markup =>
  html`<div class="holdfast-scroll" tabindex="0" role="region" aria-label="${caption}">${table({
    caption,
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [
      { text: first },
      { text: 'Offered', format: 'numeric' },
      ...columns.map(one => ({ text: becameInWords[one], format: 'numeric' as const })),
    ],
    rows: groups.map(group => [
      { text: group.name },
      { text: String(group.offered.length), format: 'numeric' as const },
      ...columns.map(one => figure(group, one, page)),
    ]),
  })}</div>`
