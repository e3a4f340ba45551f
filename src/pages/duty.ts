import { html } from 'hono/html'
import { findDay } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { setAsideByOne } from '../duties/derive.ts'
import type { LedgerRow } from '../duties/ledger.ts'
import { ownerInWords } from '../duties/owner.ts'
import { cautionOn, type Duty, editionOn, type Rule } from '../duties/rule.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import { isCheckableKind } from '../record/caught.ts'
import type { Entry } from '../record/entry.ts'
import type { ReceiptEntry } from '../record/standing.ts'
import { listed } from '../record/wording.ts'
import { becauseInWords, entryInWords, headingOf } from '../record/words.ts'
import type { ToldRow } from '../store/notices.ts'
import { shortName } from './address.ts'
import { wayFromDuty } from './after-a-miss/way-to.ts'
import { capital } from './capital.ts'
import { type Acting, dutyActions } from './duty-actions.ts'
import { toldByDay, toldRows } from './duty-told.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { insetText } from './kit/inset-text.ts'
import type { Markup } from './kit/markup.ts'
import { type SummaryRow, summaryList } from './kit/summary-list.ts'
import { lookedBack } from './looked-back.ts'
import { clockAndLabel, dueInWords, isOwed, latenessInFull, type Owing, owingOn, owingTag, sentenceOf } from './owed.ts'
import { holderInWords, holderOn } from './owner.ts'
import { problemSummary, titleWith } from './problem.ts'
import { caughtInWords } from './record/caught.ts'
import { ruleAddress } from './rules.ts'
import { receiptsFor } from './told.ts'

const entryLink = ({ addresses, name }: FamilyOnDay, entry: Entry): Markup =>
  html`<a class="govuk-link" href="${addresses.entry(entry)}">${headingOf(entry, name)}</a>, ${dayInWords(entry.day)}, ${agencyInWords(entry.by)}`

const listOf = (items: readonly Markup[]): Markup =>
  html`<ul class="holdfast-plain">${items.map(item => html`<li>${item}</li>`)}</ul>`

const row = (key: string, value: Markup | string | undefined): SummaryRow | undefined => {
  if (value === undefined || value === '') return undefined
  return { key: { text: key }, value: typeof value === 'string' ? { text: value } : { html: value } }
}

/** The edition by which it is judged, what is not sure of it, and the way to its rule: where the clock comes from. */
const source = ({ rule, since }: Duty): Markup => {
  const caution = cautionOn(rule, since)
  return html`${editionOn(rule, since).edition.document}${caution !== undefined && html` (${caution})`}<br><a class="govuk-link" href="${ruleAddress(rule)}">Where this clock comes from</a>`
}

const checkedOn = ({ checked }: Rule): string | undefined => {
  const day = findDay(checked)
  return day === undefined ? undefined : dayInWords(day)
}

/** What was agreed, in its own words, by whom, and what it would have caught: beside the duty that it makes. */
const agreed = (look: FamilyOnDay, { because }: Duty): Markup | undefined => {
  const entry = because.find(isCheckableKind)
  if (entry === undefined) return undefined
  const by = listed((entry.agreedBy ?? [entry.by]).map(agencyInWords))
  const words = entry.text === undefined ? '' : html`<p>“${entry.text}”</p>`
  return html`${words}<p>Agreed by ${by}, ${dayInWords(entry.day)}.</p>${caughtInWords(look, entry)}`
}

const owner = ({ stands, day }: FamilyOnDay, duty: Duty): string => {
  const holder = holderInWords(holderOn(stands, duty, day), day)
  return `${capital(ownerInWords(duty))}${holder === '' ? '' : `: ${holder}`}`
}

const receiptLink =
  (look: FamilyOnDay) =>
  (receipt: ReceiptEntry): Markup =>
    html`<a class="govuk-link" href="${look.addresses.entry(receipt)}">${headingOf(receipt, look.name)}</a>, ${dayInWords(receipt.day)}`

/** Whom Holdfast told, and what the record says of who was told in any other way. */
const told = (look: FamilyOnDay, duty: Duty, { notices }: LiveDuty): Markup | string => {
  const all = [...toldRows(toldByDay(notices, look), look), ...receiptsFor(look, duty).map(receiptLink(look))]
  return all.length === 0 ? 'No notice of it is on the record.' : listOf(all)
}

const ended = (look: FamilyOnDay, { duty }: Owing): Markup | undefined => {
  if (duty.ended === undefined || duty.ended.day > look.day) return undefined
  const { entry, day } = duty.ended
  return html`<a class="govuk-link" href="${look.addresses.entry(entry)}">${capital(entryInWords(entry, look.name))}</a>, counted on ${dayInWords(day)}`
}

/** The reason for which it was set aside and who signed, by everybody who may see it to be read. */
const reasonOf = ({ duty: { ended } }: Owing): string | undefined => {
  if (ended?.entry.kind !== 'set-aside') return undefined
  const { reason, signedBy = [] } = ended.entry
  return `“${reason}”, signed by the ${signedBy.map(roleInWords).join(' and the ')}`
}

const proposed = ({ stands }: FamilyOnDay, { duty, state }: Owing): string | undefined => {
  const word = isOwed({ state }) ? setAsideByOne(stands, duty) : undefined
  if (word === undefined) return undefined
  const who = capital(word.author ?? agencyInWords(word.by))
  return `${who}, signed on ${dayInWords(word.day)}: “${word.reason}” It stays owed until somebody else signs too.`
}

const shown = ({ day }: FamilyOnDay, held: LedgerRow | undefined): string | undefined => {
  if (held?.shown === undefined) return undefined
  const { from, lateFrom } = held.shown
  const late = lateFrom !== undefined && lateFrom <= day ? `, as late from ${dayInWords(lateFrom)}` : ''
  return `From ${dayInWords(from)}${late}`
}

const dutyLink = (look: FamilyOnDay, duty: Duty): Markup =>
  html`<a class="govuk-link" href="${look.addresses.duty(duty.key)}">${sentenceOf(duty)}</a>, due ${dueInWords(duty)}`

const takenBack = (look: FamilyOnDay, { superseded }: LedgerRow): Markup | '' => {
  if (superseded === undefined) return ''
  const by = superseded.entry && html` The entry that did it: ${entryLink(look, superseded.entry)}.`
  const next = superseded.by && html` In its place: ${dutyLink(look, superseded.by)}.`
  return insetText({ html: html`This was shown once. What was learnt later took it back.${by}${next}` })
}

const replaced = (look: FamilyOnDay, duty: Duty, rows: readonly LedgerRow[]): Markup | undefined => {
  const before = rows.filter(one => one.superseded?.by?.key === duty.key)
  return before.length === 0 ? undefined : listOf(before.map(one => dutyLink(look, one.duty)))
}

interface Facts {
  readonly owing: Owing
  readonly back: readonly LedgerRow[]
  readonly live: LiveDuty
}

const rowsOf = (look: FamilyOnDay, { owing, back, live }: Facts): readonly (SummaryRow | undefined)[] => {
  const { duty } = owing
  const held = back.find(one => one.duty.key === duty.key)
  return [
    row('Rests on', listOf(duty.because.map(entry => entryLink(look, entry)))),
    row('What was agreed', agreed(look, duty)),
    row('Whose it is', owner(look, duty)),
    row('With whom it lies', live.liesWith),
    look.stands.children.length > 1 ? row('For', capital(look.name(duty.child))) : undefined,
    row('Since', dayInWords(duty.since)),
    row('Due', dueInWords(duty)),
    row('Clock', `${capital(clockAndLabel(duty))}${duty.due.basis === 'computed' ? ', working days computed' : ''}`),
    duty.projected ? row('Counted from', 'A step before it that is not done yet') : undefined,
    row('Late', latenessInFull(owing)),
    row('Ended by', ended(look, owing)),
    row('Reason', ended(look, owing) && reasonOf(owing)),
    row('Set aside by one', proposed(look, owing)),
    row('Source', source(duty)),
    row('Source checked on', checkedOn(duty.rule)),
    row('Told', told(look, duty, live)),
    row('Watching', capital(duty.watchers.map(agencyInWords).join(', '))),
    row('When it is late it goes to', capital(duty.rule.ladder.map(roleInWords).join(', then '))),
    row('Holdfast would have shown it', shown(look, held)),
    row('Took the place of', replaced(look, duty, back)),
  ]
}

/** What a record that goes on knows of a duty beside what stands in its entries. */
export interface LiveDuty {
  /** Who was told, by the store. */
  readonly notices: readonly ToldRow[]
  /** With whom it lies today, where that is not plain from whose it is. */
  readonly liesWith: string | undefined
  /** What the visitor can do about it, when it is theirs to act on. */
  readonly acting: Acting | undefined
  /** What the visitor has just done, and what that brought about. */
  readonly saved: Markup | undefined
}

const notLive: LiveDuty = { notices: [], liesWith: undefined, acting: undefined, saved: undefined }

/** The duty that an address names, as it stood on the day of a look: also one that what was learnt later took back. */
export const findOwing = (look: FamilyOnDay, named: string): Owing | LedgerRow | undefined => {
  const isNamed = ({ key }: Duty) => shortName(look.family.id, key) === named
  const duty = look.duties.find(isNamed)
  return duty === undefined ? lookedBack(look).rows.find(one => isNamed(one.duty)) : owingOn(duty, look.day)
}

const actions = (look: FamilyOnDay, { duty, state }: Owing, acting: Acting | undefined): Markup | '' =>
  acting === undefined || look.day !== look.record.last || !isOwed({ state }) || duty.frozen !== undefined
    ? ''
    : dutyActions(look, duty, acting)

/** One duty: what must be done and because of what, whose it is, by when and by which clock, and what became of it. */
export const dutyPage =
  (named: string, live: LiveDuty = notLive) =>
  ({ look }: FamilyAsked): FamilyContent | undefined => {
    const owing = findOwing(look, named)
    if (owing === undefined) return undefined
    const { duty } = owing
    // To look back takes a fold for each day of arrival. A record that goes on knows itself who was told and when.
    const back = live === notLive ? lookedBack(look).rows : []
    const held = 'superseded' in owing ? owing : back.find(one => one.duty.key === duty.key)
    const problems = live.acting?.sent?.problems ?? []
    const body = html`${live.saved}${problemSummary(problems)}
<h2 class="holdfast-section">${sentenceOf(duty)}</h2>
<p>${owingTag(owing, look.day)}</p>
<p>${becauseInWords(duty.because, look.name)} ${wayFromDuty(look, duty)}</p>
${held && takenBack(look, held)}
${actions(look, owing, live.acting)}
${summaryList({ rows: rowsOf(look, { owing, back, live }) })}`
    return { title: titleWith(problems, 'Owed'), here: undefined, body, action: look.addresses.bare(`duties/${named}`) }
  }
