import { html } from 'hono/html'
import { addMonths, type Day } from '../../calendar/day.ts'
import { countOf, dayInWords } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import type { Entry, EntryOf, Kind } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { type Offered, offeredTo } from '../../record/offered.ts'
import { all, isAbout } from '../../record/standing.ts'
import { entryInWords } from '../../record/words.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { excuseInWords } from '../offered/each.ts'

/** The five factors in their order, as fields of the review name them (American Academy of Pediatrics; review 4.1). */
export const factors = ['harmed', 'benefit', 'worthIt', 'available', 'understood'] as const
export type Factor = (typeof factors)[number]

/** One thing that the record holds about a factor, with the entry that says it. */
interface Held {
  readonly says: string
  readonly entry: Entry
}

/** What is held, under a few words for it. */
interface Heap {
  readonly of: string
  readonly held: readonly Held[]
}

interface Asked {
  readonly look: FamilyOnDay
  readonly child: PersonId
  readonly since: Day
}

const months = 24

const entriesOf = <K extends Kind>(
  { look, child, since }: Asked,
  kind: K,
  fits: (entry: EntryOf<K>) => boolean = () => true,
): readonly EntryOf<K>[] =>
  all(look.stands, kind).filter(
    entry => entry.day >= since && entry.day <= look.day && isAbout(look.stands, entry, child) && fits(entry),
  )

const said = ({ look }: Asked, entry: Entry, more = ''): Held => ({
  says: `${capital(entryInWords(entry, look.name))}${more}`,
  entry,
})

const heap = (asked: Asked, of: string, entries: readonly Entry[]): Heap => ({
  of,
  held: entries.map(entry => said(asked, entry, entry.text === undefined ? '' : `: “${entry.text}”`)),
})

const quotedIn = (of: string, entries: readonly (readonly [Entry, string | undefined])[]): Heap => ({
  of,
  held: entries.flatMap(([entry, words]) => (words === undefined ? [] : [{ says: `“${words}”`, entry }])),
})

const offered = ({ look, child, since }: Asked): readonly Offered[] =>
  offeredTo(look.stands, look.day).filter(
    one => one.what === 'appointment' && one.day >= since && one.people.includes(child),
  )

const outcomes = (asked: Asked, of: string, became: readonly Offered['became'][]): Heap => ({
  of,
  held: offered(asked)
    .filter(one => became.includes(one.became))
    .map(one => ({
      says: `${capital(one.clinic ?? 'an appointment')}, ${agencyInWords(one.agency)}${one.excuse === undefined ? '' : `: ${excuseInWords[one.excuse.why]}`}${one.reason === undefined ? '' : ` (“${one.reason}”)`}`,
      entry: one.entry,
    })),
})

const harmWords = (asked: Asked): Heap =>
  quotedIn('What may happen, in the words of the clinic', [
    ...entriesOf(asked, 'notes-reviewed').map(one => [one, one.harm] as const),
    ...entriesOf(asked, 'series-started').map(one => [one, one.harm] as const),
    ...entriesOf(asked, 'series-importance').map(one => [one, one.harm] as const),
    ...all(asked.look.stands, 'harm-wording').map(one => [one, one.harm] as const),
  ])

const purposes = (asked: Asked): Heap =>
  quotedIn('What the appointments are for', [
    ...entriesOf(asked, 'notes-reviewed').map(one => [one, one.purpose] as const),
    ...entriesOf(asked, 'appointment-booked').map(one => [one, one.purpose] as const),
    ...all(asked.look.stands, 'harm-wording').map(one => [one, one.purpose] as const),
  ])

const kept = (asked: Asked): Heap => outcomes(asked, 'Brought to', ['kept'])
const counted = (asked: Asked): Heap =>
  outcomes(asked, 'Not brought, or changed late, and not excused', ['missed', 'changed-late'])

const heaps: Readonly<Record<Factor, (asked: Asked) => readonly Heap[]>> = {
  harmed: asked => [
    harmWords(asked),
    counted(asked),
    heap(asked, 'Emergency and urgent care', entriesOf(asked, 'urgent-attendance')),
    heap(asked, 'In hospital', entriesOf(asked, 'admission')),
    heap(
      asked,
      'Seen to be unwell',
      entriesOf(asked, 'contact', ({ unwell }) => unwell !== undefined),
    ),
    heap(
      asked,
      'Worries about neglect',
      entriesOf(asked, 'concern', ({ neglect }) => neglect === true),
    ),
  ],
  benefit: asked => [
    purposes(asked),
    heap(
      asked,
      'What the child has',
      all(asked.look.stands, 'diagnosis').filter(one => isAbout(asked.look.stands, one, asked.child)),
    ),
    heap(asked, 'What is advised', entriesOf(asked, 'instruction')),
  ],
  worthIt: asked => [
    heap(asked, 'Two instructions that differed', entriesOf(asked, 'instruction-conflict')),
    heap(asked, 'What makes it hard, as the family says it', entriesOf(asked, 'barrier-reported')),
    heap(asked, 'How a parent sees it', entriesOf(asked, 'family-view')),
  ],
  available: asked => [
    counted(asked),
    outcomes(asked, 'Missed, and counts against nobody', ['excused']),
    outcomes(asked, 'Called off by a service', ['called-off']),
    outcomes(asked, 'Nobody wrote what became of it', ['not-recorded']),
    kept(asked),
    heap(asked, 'What made it hard to come', entriesOf(asked, 'barrier-reported')),
    heap(asked, 'Help that was arranged', entriesOf(asked, 'help-arranged')),
    heap(asked, 'Help that was offered', entriesOf(asked, 'help-offered')),
    heap(asked, 'Letters that came back', entriesOf(asked, 'letter-returned')),
  ],
  understood: asked => [
    heap(asked, 'Told a result', entriesOf(asked, 'result-told')),
    heap(asked, 'Plan for when the child is ill', entriesOf(asked, 'sick-day-plan')),
    heap(asked, 'Said back in their own words', entriesOf(asked, 'sick-day-plan-said-back')),
    heap(asked, 'Questions that were answered', entriesOf(asked, 'question-answered')),
    heap(asked, 'Questions of the family', entriesOf(asked, 'question-asked')),
    heap(
      asked,
      'Told something else than the plan says',
      entriesOf(asked, 'advice-given', ({ contrary }) => contrary === true),
    ),
    {
      of: 'Language and other needs',
      held: all(asked.look.stands, 'communication-need').map(entry => said(asked, entry)),
    },
  ],
}

/** Whether the record says that it was understood, where somebody asked. */
const understoodWords = (entry: Entry): string => {
  const understood = 'understood' in entry ? entry.understood : undefined
  return understood === undefined ? '' : understood === true ? ' (understood)' : ' (not understood)'
}

const most = 12

const item = (look: FamilyOnDay, { says, entry }: Held): Markup =>
  html`<li><a class="govuk-link" href="${look.addresses.entry(entry)}">${dayInWords(entry.day)}</a>: ${says}${understoodWords(entry)}</li>`

type Level = 'h3' | 'h4'

const shown = (look: FamilyOnDay, level: Level, { of, held }: Heap): Markup => {
  const latest = held.toSorted((one, other) => other.entry.day - one.entry.day)
  const more = latest.length > most ? html`<li>and ${countOf(latest.length - most, 'earlier one')}</li>` : ''
  return html`<${level} class="govuk-heading-s">${of}: ${held.length}</${level}>
<ul class="holdfast-plain">${latest.slice(0, most).map(one => item(look, one))}${more}</ul>`
}

/** What a family is asked to carry: how many appointments, at how many places. */
const burden = (asked: Asked): Markup => {
  const all = offered(asked)
  const places = new Set(all.map(({ agency }) => agency)).size
  return html`<p>${countOf(all.length, 'appointment')} at ${countOf(places, 'place')} in two years.</p>`
}

/** What the record holds about a factor in two years, as its reader may see it, with its entries; what it lacks is said too. */
export const evidenceFor = (look: FamilyOnDay, child: PersonId, factor: Factor, level: Level): Markup => {
  const asked = { look, child, since: addMonths(look.day, -months) }
  const all = heaps[factor](asked)
  const lacking = all.filter(({ held }) => held.length === 0).map(({ of }) => of.toLowerCase())
  return html`${factor === 'worthIt' && burden(asked)}
${all.filter(({ held }) => held.length > 0).map(one => shown(look, level, one))}
${lacking.length > 0 && html`<p class="holdfast-quiet">Nothing on the record of: ${lacking.join('; ')}.</p>`}`
}
