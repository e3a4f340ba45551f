import { html } from 'hono/html'
import type { Day } from '../calendar/day.ts'
import { countOf, dayInWords } from '../calendar/words.ts'
import { ownerInWords } from '../duties/owner.ts'
import type { Duty } from '../duties/rule.ts'
import { type AgencyKind, agencyForms } from '../intake/forms/agency-forms.ts'
import { type Agency, agencyInWords, sameAgency } from '../people/service.ts'
import type { EntryOf } from '../record/entry.ts'
import { all, type Picture } from '../record/standing.ts'
import { capital } from './capital.ts'
import { insetText } from './kit/inset-text.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { notificationBanner } from './kit/notification-banner.ts'
import { table } from './kit/table.ts'
import { dueInWords, isKept, isOwed, owingOn, owingTag } from './owed.ts'
import { scrolled } from './scrolled.ts'

/** Where it stands what agencies owe by their own record. */
export const agenciesAddress = '/agencies'

/** Where agencies write something of themselves. */
export const writeAddress = (kind: AgencyKind, recommendation?: string): string =>
  `${agenciesAddress}/write/${kind}${recommendation === undefined ? '' : `?${new URLSearchParams({ recommendation })}`}`

/** What the agencies' own record says, and of it what a visitor may see. */
export interface AgenciesSeen {
  readonly stands: Picture
  readonly duties: readonly Duty[]
  readonly day: Day
  /** Whether they see what every agency owes. */
  readonly whole: boolean
  /** The agencies that they manage or lead on safeguarding: there they see by name who lacks training. */
  readonly led: readonly Agency[]
  /** The agencies for whose clinics they write. */
  readonly clinics: readonly Agency[]
}

type Recommendation = EntryOf<'recommendation'>

const leads = ({ led }: AgenciesSeen, agency: Agency): boolean => led.some(one => sameAgency(one, agency))

const sees = (seen: AgenciesSeen, agency: Agency): boolean => seen.whole || leads(seen, agency)

const owedBy = (duty: Duty): Agency => duty.agency ?? duty.because[0].by

/** The recommendations that a visitor may see: those that their agency owes, or all. */
export const recommendationsSeen = (seen: AgenciesSeen): readonly Recommendation[] =>
  all(seen.stands, 'recommendation').filter(entry => sees(seen, entry.agency ?? entry.by))

/** How many things are late that a visitor's agency, or the partnership, owes by its own record. */
export const lateSeen = (seen: AgenciesSeen): number =>
  seen.duties.filter(duty => {
    const its = duty.agency === undefined ? seen.whole : sees(seen, owedBy(duty))
    return its && owingOn(duty, seen.day).state === 'late'
  }).length

const ofRule = ({ duties }: AgenciesSeen, rule: string, thing?: string): readonly Duty[] =>
  duties.filter(duty => duty.rule.name === rule && (thing === undefined || duty.thing === thing))

const stateOf = (seen: AgenciesSeen, duty: Duty): Markup => {
  const owing = owingOn(duty, seen.day)
  const done = duty.ended !== undefined && isKept(owing) ? ` ${dayInWords(duty.ended.day)}` : ''
  return html`${owingTag(owing, seen.day)}${done}`
}

const look = (seen: AgenciesSeen, { recommendation }: Recommendation, months: string): Markup => {
  const duty = ofRule(seen, 'recommendation-looked-at-again', recommendation).find(({ step }) => step === months)
  if (duty === undefined) return html`<span class="holdfast-quiet">Once it is in practice</span>`
  return html`${dueInWords(duty)}<br>${stateOf(seen, duty)}`
}

const evidence = ({ stands }: AgenciesSeen, { recommendation }: Recommendation): Markup => {
  const kept = all(stands, 'recommendation-kept').find(one => one.recommendation === recommendation)
  if (kept !== undefined) return html`${kept.evidence}<br><span class="holdfast-quiet">${dayInWords(kept.day)}</span>`
  const href = writeAddress('recommendation-kept', recommendation)
  return html`None yet. <a class="govuk-link" href="${href}">Show that it is in practice</a>`
}

/** A recommendation in its own words, or by its review and id. */
export const recommendationInWords = ({ text, review, recommendation }: Recommendation): string =>
  text ?? [review, recommendation].filter(one => one !== undefined).join(', ')

const recommendationRow = (seen: AgenciesSeen) => (entry: Recommendation) => {
  const [duty] = ofRule(seen, 'recommendation-in-practice', entry.recommendation)
  const review = entry.text === undefined ? undefined : entry.review
  const owner = duty === undefined ? agencyInWords(entry.agency ?? entry.by) : ownerInWords(duty)
  return [
    {
      html: html`${recommendationInWords(entry)}${review !== undefined && html`<br><span class="holdfast-quiet">${review}</span>`}`,
    },
    { text: capital(owner) },
    { html: duty === undefined ? html`Not adopted` : html`${dueInWords(duty)}<br>${stateOf(seen, duty)}` },
    { html: evidence(seen, entry) },
    { html: look(seen, entry, '6') },
    { html: look(seen, entry, '12') },
  ]
}

const heads = (...texts: readonly string[]) => texts.map(text => ({ text }))

const asTable = (caption: string, head: readonly { text: string }[], rows: Parameters<typeof table>[0]['rows']) =>
  scrolled(caption, table({ caption, captionClasses: 'govuk-table__caption--m', head, rows }))

const recommendations = (seen: AgenciesSeen): Markup => {
  const own = recommendationsSeen(seen)
  if (own.length === 0) return html`<p>No review has recommended anything yet that stands here.</p>`
  const head = heads('What', 'Who owes it', 'By when', 'What shows it', 'After six months', 'After twelve months')
  return asTable('What reviews recommend', head, own.map(recommendationRow(seen)))
}

const byAgency = (seen: AgenciesSeen, rule: string): readonly (readonly [Agency, readonly Duty[]])[] =>
  [...Map.groupBy(ofRule(seen, rule), owedBy)]
    .filter(([agency]) => sees(seen, agency))
    .sort(([one], [other]) => (agencyInWords(one) < agencyInWords(other) ? -1 : 1))

const owedNow = (seen: AgenciesSeen, duties: readonly Duty[]) =>
  duties.map(duty => owingOn(duty, seen.day)).filter(isOwed)

const returns = (seen: AgenciesSeen): Markup | '' => {
  const rows = byAgency(seen, 'quarterly-return-handed-in').map(([agency, duties]) => {
    const handed = all(seen.stands, 'quarterly-return').findLast(one => (one.agency ?? one.by) === agency)
    const next = duties.findLast(({ ended }) => ended === undefined)
    return [
      { text: capital(agencyInWords(agency)) },
      { text: handed === undefined ? 'None yet' : dayInWords(handed.day) },
      { html: next === undefined ? html`` : html`${dueInWords(next)}<br>${stateOf(seen, next)}` },
    ]
  })
  const head = heads('Agency', 'Handed in last', 'The next')
  return rows.length === 0 ? '' : asTable('Quarterly returns on supervision', head, rows)
}

/** By name only in the agency itself, in the order of the day on which it falls due: nobody is counted. */
const whoLacks = (seen: AgenciesSeen, duties: readonly Duty[]): Markup =>
  html`<ul class="govuk-list">${owedNow(seen, duties)
    .toSorted((one, other) => one.duty.due.day - other.duty.due.day)
    .map(owing => html`<li>${owing.duty.of}: ${dueInWords(owing.duty)} ${owingTag(owing, seen.day)}</li>`)}</ul>`

const training = (seen: AgenciesSeen): Markup | '' => {
  const rows = byAgency(seen, 'training-taken').map(([agency, duties]) => {
    const late = owedNow(seen, duties).filter(({ state }) => state === 'late').length
    const whole = late === 0 ? html`None is late` : html`${countOf(late, 'training')} late`
    return [{ text: capital(agencyInWords(agency)) }, { html: leads(seen, agency) ? whoLacks(seen, duties) : whole }]
  })
  return rows.length === 0 ? '' : asTable('Training', heads('Agency', 'To be taken'), rows)
}

const wordings = ({ stands, clinics, led, day }: AgenciesSeen): Markup | '' => {
  const own = all(stands, 'harm-wording').filter(
    ({ by, day: from }) => from <= day && [...clinics, ...led].some(one => sameAgency(one, by)),
  )
  const rows = own.map(({ clinic, harm, critical, by }) => [
    { text: `${capital(clinic)}, ${agencyInWords(by)}` },
    { text: `${harm}${critical ? ' (one miss may do serious harm)' : ''}` },
  ])
  return rows.length === 0 ? '' : asTable('What a missed appointment may do', heads('Clinic', 'What may happen'), rows)
}

/** What the page shows. */
export type AgenciesAsked = Options<{
  around: Around
  seen: AgenciesSeen
  kinds: readonly AgencyKind[]
  saved?: boolean
}>

const forms = (kinds: readonly AgencyKind[]): Markup => html`<h2>Write it down</h2>
<ul class="govuk-list holdfast-no-print">${kinds.map(
  kind => html`<li><a class="govuk-link" href="${writeAddress(kind)}">${agencyForms[kind].title}</a></li>`,
)}</ul>`

const owes = (seen: AgenciesSeen): Markup | '' =>
  seen.whole || seen.led.length > 0 ? html`${recommendations(seen)}${returns(seen)}${training(seen)}` : ''

/** What agencies owe by their own record, as far as it is the visitor's: what reviews recommend, returns and training. */
export function agenciesPage({ around, seen, kinds, saved = false }: AgenciesAsked): Markup {
  const title = 'What agencies owe'
  const late = lateSeen(seen)
  const body = html`${saved && notificationBanner({ type: 'success', titleText: 'Done', text: 'It is on the agencies’ record.' })}
<h1>${title}</h1>
<p class="holdfast-lead">${late === 0 ? 'Nothing is late.' : `${countOf(late, 'thing')} late.`}</p>
${insetText({ text: 'It is of no family, and stands on the page of none. An agency and the partnership see it; who has yet to take part in training is named to the managers and safeguarding leads of their own agency alone.' })}
${owes(seen)}
${wordings(seen)}
${forms(kinds)}`
  return layout({ ...around, title, body, wide: true, here: agenciesAddress })
}
