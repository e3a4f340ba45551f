import { html } from 'hono/html'
import { dayInWords } from '../../calendar/words.ts'
import { roleInWords } from '../../people/role.ts'
import { agencyInWords, services } from '../../people/service.ts'
import { addressFor } from '../../record/address-sure.ts'
import type { Entry } from '../../record/entry.ts'
import { type CopyTo, copiesOf, type LetterCopy } from '../../record/letter-copies.ts'
import { workingOn } from '../../record/network-standing.ts'
import { shortName } from '../address.ts'
import { capital } from '../capital.ts'
import type { Markup } from '../kit/markup.ts'
import { table } from '../kit/table.ts'
import { waysOf } from './copy-ways.ts'
import type { Gate, GateFor } from './gate.ts'
import type { TheMiss } from './the-miss.ts'

/** A copy as it stands today, and whether anything holds it. */
export interface CopyNow extends LetterCopy {
  /** To whom, as the record names them: an agency or a person's id. */
  readonly recipient: string
  readonly name: string
  /** The word by which an address names it. */
  readonly named: string
  readonly gate: Gate
  /** Why it does not go by itself; nothing for a service, or where nothing stands against it. */
  readonly held: readonly string[]
  /** Whether it may go: to a parent only once somebody decided so, whatever the record says, so that nothing is told by what is held. */
  readonly goes: boolean
}

const open: Gate = { level: 'everything', says: [], knownOn: undefined }

const agencyOf = ({ look, child, day }: TheMiss, service: string): string =>
  workingOn(look.stands.network, child, day).find(one => one.agency.split('/')[0] === service)?.agency ?? service

const responsibility = 'the record does not say whether they have parental responsibility'
const noAddress = 'the record has no address for them'
const addressNotSure = 'their address is not checked, or a letter came back from it'

const holdsOf = ({ look, child }: TheMiss, to: CopyTo, gate: Gate): readonly string[] => {
  if (to.person === undefined) return []
  const { address, sure } = addressFor(look.stands, to.person, child, look.day)
  return [
    ...gate.says,
    ...(to.verified ? [] : [responsibility]),
    ...(address === undefined ? [noAddress] : sure ? [] : [addressNotSure]),
  ]
}

/** What was decided before a reason was known, or before the copy came back, does not stand against it: somebody decides again. */
const isOutdated = ({ decided, back }: LetterCopy, { knownOn }: Gate): boolean =>
  decided?.answer === 'send' &&
  ((knownOn !== undefined && decided.arrived < knownOn) || (back !== undefined && decided.day <= back.day))

const decidedAnew = 'something is known since it was decided that the copy goes: decide again'

const nowOf = (miss: TheMiss, copy: LetterCopy, gateFor: GateFor): CopyNow => {
  const { look, child } = miss
  const { person } = copy.to
  const recipient = person ?? agencyOf(miss, copy.to.service ?? 'gp')
  const gate = person === undefined ? open : gateFor(person, child)
  const outdated = isOutdated(copy, gate)
  const held = [...(outdated ? [decidedAnew] : []), ...holdsOf(miss, copy.to, gate)]
  const decided = outdated ? undefined : copy.decided?.answer
  return {
    ...copy,
    ...(outdated ? { decided: undefined } : {}),
    ...{ recipient, gate, held },
    name: person === undefined ? agencyInWords(recipient as Parameters<typeof agencyInWords>[0]) : look.name(person),
    named: person === undefined ? (copy.to.service ?? 'gp') : shortName(look.family.id, person),
    goes: person === undefined || (decided === 'send' && gate.level !== 'nothing'),
  }
}

/** Every copy of the letter after a miss as it stands now. */
export const copiesNow = (miss: TheMiss, gateFor: GateFor): readonly CopyNow[] =>
  copiesOf(miss.look.stands, miss).map(copy => nowOf(miss, copy, gateFor))

const entryLink = ({ look }: TheMiss, words: string, entry: Entry): Markup =>
  html`<a class="govuk-link" href="${look.addresses.entry(entry)}">${words} ${dayInWords(entry.day)}</a>`

const withheld = (miss: TheMiss, { decided }: CopyNow): Markup | '' => {
  if (decided?.answer !== 'withhold') return ''
  const until = decided.until === undefined ? '' : `, until ${dayInWords(decided.until)}`
  const again = decided.until !== undefined && decided.until <= miss.look.day ? ' That day has come: decide again.' : ''
  const why = decided.because === undefined ? '' : ` for ${decided.because.replaceAll('-', ' ')}`
  return html`${entryLink(miss, `Withheld${why} by the ${roleInWords(decided.decidedBy)}${until},`, decided)}.${again}`
}

const holders = [
  'lead-practitioner',
  'social-worker',
  'lead-health-practitioner',
  'named-nurse',
  'health-visitor',
] as const

/** By name, who speaks with the family in place of a letter; the named nurse where the record names nobody. */
export const whoToAsk = ({ look, child }: TheMiss): string => {
  const working = workingOn(look.stands.network, child, look.day)
  const held = holders.flatMap(role =>
    working.filter(one => one.role === role && one.practitioner !== undefined).map(one => ({ ...one, role })),
  )
  const [first] = held
  return first === undefined ? 'Ask the named nurse.' : `Ask ${first.practitioner}, ${roleInWords(first.role)}.`
}

const stateOf = (miss: TheMiss, copy: CopyNow): Markup | string => {
  const { sent, back, received, held, decided } = copy
  if (decided?.answer === 'withhold') return withheld(miss, copy)
  if (back !== undefined) return html`${entryLink(miss, 'Came back', back)}: not received`
  if (received !== undefined) return html`${entryLink(miss, 'Received', received)}`
  if (sent !== undefined) return html`${entryLink(miss, 'Sent', sent)}; not known whether it arrived`
  if (copy.gate.level === 'nothing') return `Held for a person: nothing is sent by itself. ${whoToAsk(miss)}`
  if (copy.to.person === undefined || decided !== undefined) return 'Not sent yet'
  return held.length > 0 ? 'Held until somebody decides' : `First somebody decides whether it goes. ${whoToAsk(miss)}`
}

const why = ({ held, decided, sent }: CopyNow): Markup | '' =>
  held.length === 0 || decided !== undefined || sent !== undefined
    ? ''
    : html`<br><span class="holdfast-quiet">Because ${held.join('; ')}.</span>`

const whom = ({ to, name }: CopyNow): string =>
  to.person === undefined
    ? capital(name === '' ? services[to.service ?? 'gp'].words : name)
    : `${capital(name)}${to.verified ? ', who has parental responsibility' : ''}`

/** The copies of the letter one by one: to whom, what became of each, what holds it, and what can be done. */
export const copiesTable = (miss: TheMiss, copies: readonly CopyNow[], live: boolean): Markup =>
  html`<div class="holdfast-scroll" tabindex="0" role="region" aria-label="Copies of the letter">${table({
    caption: 'Copies of the letter',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [
      { text: 'To' },
      { text: 'What became of it' },
      ...(live ? [{ text: 'Do', classes: 'holdfast-no-print' }] : []),
    ],
    rows: copies.map(copy => [
      { text: whom(copy) },
      { html: html`${stateOf(miss, copy)}${why(copy)}` },
      ...(live
        ? [{ html: html`<ul class="govuk-list">${waysOf(miss, copy)}</ul>`, classes: 'holdfast-no-print' }]
        : []),
    ]),
  })}</div>
<p class="holdfast-quiet">A copy to a parent is first a decision. A letter to one parent says nothing of the other, and none is sent by itself.</p>`

/** The copy that an address names. */
export const findCopy = (copies: readonly CopyNow[], named: string): CopyNow | undefined =>
  copies.find(copy => copy.named === named)
