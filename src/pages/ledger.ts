import { html } from 'hono/html'
import { isoDay } from '../calendar/day.ts'
import { countOf, dayInWords } from '../calendar/words.ts'
import { type LedgerRow, ledger } from '../duties/ledger.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import { entryInWords } from '../record/words.ts'
import { addressesOf } from './address.ts'
import { pageOf, placeInWords, readPage } from './asked-day.ts'
import { dutyRow } from './duty-row.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { lookedBack } from './looked-back.ts'
import { clockAndLabel, dueInWords, isKept, isOwed, latenessInFull, type Owing, owingOn, stateInWords } from './owed.ts'
import { pagesBelow } from './pages-below.ts'
import { receiptsFor } from './told.ts'

const rowsOnPage = 200

const states = {
  all: { text: 'All', fits: () => true },
  owed: { text: 'Owed', fits: isOwed },
  late: { text: 'Late', fits: ({ state }: Owing) => state === 'late' },
  kept: { text: 'Kept', fits: isKept },
  back: { text: 'Taken back by a correction', fits: ({ state }: Owing) => state === 'superseded' },
} as const satisfies Record<string, { text: string; fits: (owing: Owing) => boolean }>

type Filter = keyof typeof states

const readFilter = (text: string | undefined): Filter =>
  text !== undefined && Object.hasOwn(states, text) ? (text as Filter) : 'all'

const byDue = (one: Owing, other: Owing): number =>
  one.duty.due.day - other.duty.due.day || (one.duty.key < other.duty.key ? -1 : 1)

/** Every duty that what was known on the day raises, but those that have not begun. */
const asKnown = ({ duties, day }: FamilyOnDay): readonly Owing[] =>
  duties
    .map(duty => owingOn(duty, day))
    .filter(({ state }) => state !== 'not-yet')
    .sort(byDue)

/** Every duty on all that is known now of what had happened by the day. */
const onTheFacts = ({ record, day, settings }: FamilyOnDay): readonly Owing[] =>
  ledger(record.entries, { asAt: day, settings }).rows.filter(({ state }) => state !== 'not-yet')

const takenBack = (look: FamilyOnDay): readonly LedgerRow[] =>
  lookedBack(look).rows.filter(({ state }) => state === 'superseded')

/** Whether anything was ever corrected, set apart or written late, without which nothing can have been taken back. */
const mayBeTakenBack = ({ stands }: FamilyOnDay): boolean =>
  stands.entries.some(entry => entry.corrects !== undefined || entry.arrived > entry.day)

const toldInWords = (look: FamilyOnDay, { duty }: Owing): string =>
  receiptsFor(look, duty)
    .map(receipt => `${entryInWords(receipt, look.name)} on ${dayInWords(receipt.day)}`)
    .join('; ')

const endedInWords = (look: FamilyOnDay, { duty }: Owing): Markup | '' => {
  const { ended } = duty
  if (ended === undefined || ended.day > look.day) return ''
  return html`<a class="govuk-link" href="${look.addresses.entry(ended.entry)}">${entryInWords(ended.entry, look.name)}</a> on ${dayInWords(ended.day)}`
}

const watchersInWords = ({ duty }: Owing): string =>
  [...duty.rule.ladder.map(roleInWords), ...duty.watchers.map(agencyInWords)].join(', ')

const fact = (name: string, value: Markup | string): Markup | '' =>
  String(value) === '' ? '' : html`<div><dt>${name}</dt><dd>${value}</dd></div>`

const facts = (look: FamilyOnDay, owing: Owing): Markup => {
  const projected = owing.duty.projected ? '; counted from a step that is not done yet' : ''
  return html`<dl class="holdfast-facts">
    ${fact('Due', `${dueInWords(owing.duty)}, ${clockAndLabel(owing.duty)}${projected}`)}
    ${fact('Late', latenessInFull(owing))}
    ${fact('Ended by', endedInWords(look, owing))}
    ${fact('Told', toldInWords(look, owing))}
    ${fact('Watching', watchersInWords(owing))}
  </dl>`
}

interface Asked {
  readonly filter: Filter
  readonly onFacts: boolean
}

const queryOf = ({ filter, onFacts }: Asked) => ({
  state: filter === 'all' ? undefined : filter,
  facts: onFacts ? 'yes' : undefined,
})

const filters = (look: FamilyOnDay, rows: readonly Owing[], asked: Asked): Markup => {
  const names = (Object.keys(states) as Filter[]).filter(
    name => name !== 'back' || (!asked.onFacts && mayBeTakenBack(look)),
  )
  const link = (name: Filter) => {
    const count = name === 'back' ? '' : ` (${rows.filter(states[name].fits).length})`
    const here = name === asked.filter ? html` aria-current="true"` : ''
    return html`<li><a class="govuk-link govuk-link--no-visited-state" href="${look.addresses.page('ledger', queryOf({ ...asked, filter: name }))}"${here}>${states[name].text}${count}</a></li>`
  }
  return html`<nav class="holdfast-no-print" aria-label="Which of them"><ul class="holdfast-ways">${names.map(link)}</ul></nav>`
}

const otherReading = ({ addresses, day, record }: FamilyOnDay, asked: Asked): Markup | '' => {
  if (day === record.last && !asked.onFacts) return ''
  const text = asked.onFacts ? 'Show what was known on that day' : 'Show the same day on all that is known now'
  const href = addresses.page('ledger', queryOf({ filter: 'all', onFacts: !asked.onFacts }))
  return html`<p class="holdfast-no-print"><a class="govuk-link" href="${href}">${text}</a></p>`
}

const reading = ({ day }: FamilyOnDay, { onFacts }: Asked): string =>
  onFacts
    ? `Everything that had happened by ${dayInWords(day)}, on all that is known now, whenever it was written.`
    : `Every duty as it was known on ${dayInWords(day)}, in order of the day on which it was due.`

const asKnownThen = (look: FamilyOnDay, known: ReadonlyMap<string, Owing>, owing: Owing): Markup | '' => {
  const then = known.get(owing.duty.key)
  if (then === undefined) return html`<p class="holdfast-quiet">Not known on that day.</p>`
  return then.state === owing.state
    ? ''
    : html`<p class="holdfast-quiet">As known on that day: ${stateInWords(then, look.day)}.</p>`
}

/** What is known now may not have been known on the day: from there the ways lead to the last day of the record. */
const leadingToNow = (look: FamilyOnDay): FamilyOnDay => ({
  ...look,
  addresses: addressesOf(look.family, undefined),
})

const list = (look: FamilyOnDay, rows: readonly Owing[], { onFacts }: Asked): Markup => {
  if (rows.length === 0)
    return html`<p>There is none. What somebody agrees, or a rule asks for, stands here from the day an entry gives rise to it.</p>`
  const from = onFacts ? leadingToNow(look) : look
  const known = new Map(onFacts ? asKnown(look).map(owing => [owing.duty.key, owing]) : [])
  return html`<ol class="holdfast-duties">${rows.map(owing =>
    dutyRow(from, [owing], { more: html`${onFacts && asKnownThen(look, known, owing)}${facts(from, owing)}` }),
  )}</ol>`
}

const factsNote = ({ day }: FamilyOnDay): string =>
  `What had happened by ${dayInWords(day)}, on all that is known now. Some of it was not known on that day.`

/** Everything that was owed and how it stood: the ledger, as it was known on a day or on all that is known now. */
export function ledgerPage({ look, query }: FamilyAsked): FamilyContent {
  const asked: Asked = { filter: readFilter(query('state')), onFacts: query('facts') === 'yes' }
  const all = asked.onFacts ? onTheFacts(look) : asKnown(look)
  const rows = asked.filter === 'back' ? takenBack(look) : all.filter(states[asked.filter].fits)
  const pages = Math.ceil(rows.length / rowsOnPage)
  const page = readPage(query('page'), pages)
  const body = html`<h2 class="holdfast-section">What happened here</h2>
<p>${reading(look, asked)}</p>
${otherReading(look, asked)}
${filters(look, all, asked)}
<p class="holdfast-quiet">${rows.length > rowsOnPage ? `Things ${placeInWords(page, rowsOnPage, rows.length)}` : countOf(rows.length, 'thing')}</p>
${list(look, pageOf(rows, page, rowsOnPage), asked)}
${pagesBelow(pages, page, number => look.addresses.page('ledger', { ...queryOf(asked), page: number }))}`
  const keep = {
    ...(asked.onFacts ? { facts: 'yes' } : {}),
    ...(asked.filter === 'all' ? {} : { state: asked.filter }),
  }
  const content: FamilyContent = { title: `What happened here, ${isoDay(look.day)}`, here: 'ledger', body, keep }
  return asked.onFacts ? { ...content, dayNote: factsNote(look) } : content
}
