import { html } from 'hono/html'
import { londonDay } from '../calendar/moment.ts'
import { dayInWords } from '../calendar/words.ts'
import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { HoldInWords } from '../record/reaching-family.ts'
import type { ParentAccess, ParentLanguage, ParentOpening } from '../store/parents.ts'
import type { Addresses } from './address.ts'
import { button } from './kit/button.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { insetText } from './kit/inset-text.ts'
import type { Markup } from './kit/markup.ts'
import { radios } from './kit/radios.ts'
import { table } from './kit/table.ts'
import { warningText } from './kit/warning-text.ts'
import { momentInWords } from './moment.ts'
import { languages } from './my/words.ts'

/** How one parent's page stands, for a member of staff who works with the parents. */
export interface ParentStands {
  readonly person: PersonId
  /** A name for the parent in an address or a form, which says nothing of them. */
  readonly ref: string
  readonly name: string
  readonly children: readonly string[]
  readonly asked: EntryOf<'phone-safety-asked'> | undefined
  /** Whether a page on the phone is safe by what was asked. */
  readonly safe: boolean
  readonly access: ParentAccess | undefined
  /** How much of it is there now, by what this reader may see; and on paper. */
  readonly state: 'all' | 'no-time-no-place' | 'off'
  readonly paper: 'all' | 'no-time-no-place' | 'off'
  /** Why not more, as far as this reader may know. */
  readonly why: readonly HoldInWords[]
}

/** What is said once: a code that was just made. */
export interface GivenCode {
  readonly name: string
  readonly code: string
  readonly number: string
  readonly until: string
  readonly address: string
}

/** What the page shows. */
export interface ParentsPageAsked {
  readonly parents: readonly ParentStands[]
  readonly addresses: Addresses
  readonly csrf: string
  readonly live: boolean
  readonly given?: GivenCode
  /** For whom nothing was given, since the whole record was asked. */
  readonly refused?: string
  /** When parents opened their pages, for whoever answers for the record alone. */
  readonly openings: readonly (ParentOpening & { readonly name: string })[]
}

const path = 'parents-page'

const answerOf = ({ alone, others, safe, way, day }: EntryOf<'phone-safety-asked'>): string => {
  const who = others === undefined ? '' : others ? ' Somebody else uses the phone.' : ' Nobody else uses the phone.'
  const chosen = way === undefined || way === 'page' ? '' : ` They chose ${way === 'paper' ? 'paper' : 'a talk'}.`
  return `Asked on ${dayInWords(day)}, ${alone ? 'alone' : 'with somebody there'}. A page on the phone is ${safe ? 'safe' : 'not safe'}, they say.${who}${chosen}`
}

const askForm = ({ addresses }: ParentsPageAsked, { person }: ParentStands): string =>
  addresses.page('record', { kind: 'phone-safety-asked', person })

const askedPart = (asked: ParentsPageAsked, one: ParentStands): Markup => html`<p>${
  one.asked === undefined
    ? 'Nobody has recorded yet that this parent was asked, alone, whether anybody else uses the phone and whether a page is safe. “No” is an answer; paper or a talk gives the same.'
    : answerOf(one.asked)
}</p>
${asked.live && html`<p><a class="govuk-link" href="${askForm(asked, one)}">${one.asked === undefined ? 'Record what they say' : 'They were asked again'}<span class="govuk-visually-hidden">: ${one.name}</span></a></p>`}`

const stateWords = {
  all: 'All of it is there now, as far as you may read. The whole record is asked each time it is opened.',
  'no-time-no-place': 'It is there now without any time or place.',
  off: 'It is not there now: the parent reads only that it is not there, and to ring 999, 111 or the GP.',
} as const satisfies Record<ParentStands['state'], string>

const why = (one: ParentStands): Markup | '' =>
  one.why.length === 0
    ? ''
    : html`<ul class="govuk-list govuk-list--bullet">${one.why.map(({ says, lifts }) => html`<li>Because ${says}. ${lifts}.</li>`)}</ul>`

const form = ({ addresses, csrf }: ParentsPageAsked, one: ParentStands, act: string, inside: Markup): Markup =>
  html`<form method="post" action="${addresses.bare(path)}">${csrfField(csrf)}${hidden('do', act)}${hidden('person', one.ref)}${inside}</form>`

const forWhom = (one: ParentStands): Markup => html`<span class="govuk-visually-hidden">: ${one.name}</span>`

const chooseLanguage = (ref: string): Markup =>
  radios({
    name: 'language',
    idPrefix: `language-${ref}`,
    value: 'en',
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: { legend: { text: 'In which language?' } },
    items: (Object.keys(languages) as ParentLanguage[]).map(value => ({
      value,
      html: html`<span lang="${languages[value].code}">${languages[value].own}</span>`,
    })),
  })

const mayGive = (one: ParentStands): boolean => one.safe && one.state !== 'off'

const give = (asked: ParentsPageAsked, one: ParentStands): Markup => {
  if (!mayGive(one))
    return html`<p>A page can be given once this parent was asked alone and says that it is safe, and while nothing on the record holds it back.</p>`
  const inside = html`${chooseLanguage(one.ref)}
<p>It shows ${one.children.join(' and ')} alone. That one parent has a page is a decision by itself: it is nowhere shown to the other.</p>
${button({ html: html`Give this parent a page${forWhom(one)}` })}`
  return form(asked, one, 'open', inside)
}

const held = (asked: ParentsPageAsked, one: ParentStands, { opened, openedBy, number }: ParentAccess): Markup => html`
<p>Given on ${dayInWords(londonDay(opened))} by ${openedBy}. The number on the card is ${number}. ${stateWords[one.state]}</p>${why(one)}
${
  asked.live &&
  html`<div class="govuk-button-group">${form(asked, one, 'code', button({ html: html`Give a new code${forWhom(one)}`, classes: 'govuk-button--secondary' }))}
${form(asked, one, 'close', button({ html: html`Close everything${forWhom(one)}`, classes: 'govuk-button--warning' }))}</div>
<p class="holdfast-quiet">A new code closes every device, and the old word is good no more. “Close everything” shuts the page and every calendar feed at once.</p>`
}`

const paper = ({ addresses }: ParentsPageAsked, one: ParentStands): Markup | '' =>
  one.paper === 'off'
    ? ''
    : html`<p><a class="govuk-link" href="${addresses.bare(`${path}/paper`)}?${new URLSearchParams({ person: one.ref })}">The same on paper, or for a talk${forWhom(one)}</a></p>`

const parent = (asked: ParentsPageAsked, one: ParentStands): Markup => html`<section>
<h2>${one.name}</h2>
${askedPart(asked, one)}
${one.access === undefined ? html`${one.state === 'all' ? '' : html`<p>${stateWords[one.state]}</p>${why(one)}`}${asked.live && give(asked, one)}` : held(asked, one, one.access)}
${paper(asked, one)}
</section>`

const code = ({ name, code: text, number, until, address }: GivenCode): Markup =>
  insetText({
    html: html`<h2>For ${name}: show this, or print it</h2>
<p>Open ${address}/my</p><p>Number: <strong>${number}</strong></p><p>Code for the first time: <strong>${text}</strong></p>
<p>The code works once, until ${until}. It is shown here this one time. A message to the parent says no more than: you have a message.</p>`,
  })

const log = ({ openings }: ParentsPageAsked): Markup | '' =>
  openings.length === 0
    ? ''
    : html`<h2>When parents opened their pages</h2><p class="holdfast-quiet">For whoever answers for this record. It says nothing about anybody’s care.</p>
${table({ head: ['When', 'Who', 'Page'].map(text => ({ text })), rows: openings.map(({ at, name, page }) => [{ text: momentInWords(at) }, { text: name }, { text: page }]) })}`

/** Where a parent is given a page of their own, by whoever works with the parents; and where it is closed. */
export const parentsPage = (asked: ParentsPageAsked): Markup => html`<h1>Parents’ pages</h1>
<p>A parent can read on their own phone what is next, the agreed medicines, who is who and the plan, and write to you. They never find there what is not theirs to know, nor that anything is missing.</p>
${asked.refused !== undefined && warningText({ text: `Nothing was given to ${asked.refused}. A person must look first whether it may be: ask whoever leads, or the named nurse.` })}
${asked.given && code(asked.given)}
${asked.given && warningText({ text: 'Hand it over yourself. Do not send the number and the code together.' })}
${asked.parents.length === 0 ? html`<p>No parent or carer of a child of this record is recorded. Record how the people are related, and they stand here.</p>` : asked.parents.map(one => parent(asked, one))}
${log(asked)}`
