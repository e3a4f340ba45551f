import { html } from 'hono/html'
import { isoDay } from '../../calendar/day.ts'
import { dayInWords } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import type { Entry, EntryOf } from '../../record/entry.ts'
import { plainName, stop } from '../../record/medicine-standing.ts'
import type { Fate, MedicineStanding, Medicines, Said } from '../../record/medicines.ts'
import { capital } from '../capital.ts'
import { details } from '../kit/details.ts'
import type { Markup } from '../kit/markup.ts'
import { stateTag } from '../kit/state-tag.ts'
import { type FormWay, formWays } from './forms.ts'
import { type Drawing, owedLines } from './owed-here.ts'

/** Who wrote an entry, and when, with the way to it. */
export const whoAndWhen = ({ look }: Drawing, entry: Entry): Markup =>
  html`${entry.author === undefined ? capital(agencyInWords(entry.by)) : `${entry.author}, ${agencyInWords(entry.by)}`}, <a class="govuk-link" href="${look.addresses.entry(entry)}"><time datetime="${isoDay(entry.day)}">${dayInWords(entry.day)}</time></a>`

const wordsOf = ({ words }: Pick<Said, 'words'>): string => (words === stop ? 'Stop it' : words)

const further = (entry: Said['entry']): readonly string[] => {
  if (entry.kind === 'medicine-stopped') return entry.reason === undefined ? [] : [`Why: ${entry.reason}`]
  if (entry.kind === 'instruction-settled') return ['Settled: these words hold']
  const { route, reason, until } = entry
  return [
    ...(route === undefined ? [] : [`How: ${route}`]),
    ...(reason === undefined ? [] : [`For: ${reason}`]),
    ...(until === undefined ? [] : [`Until ${dayInWords(until)}`]),
  ]
}

const own = ({ text }: Entry): Markup | '' =>
  text === undefined ? '' : html`<blockquote class="holdfast-own-words">${text}</blockquote>`

const saidBy = (drawing: Drawing, said: Said): Markup =>
  html`<li><p class="holdfast-dose">${wordsOf(said)}</p>${further(said.entry).map(words => html`<p>${words}</p>`)}${own(said.entry)}<p class="holdfast-quiet">${whoAndWhen(drawing, said.entry)}</p></li>`

const familySays = (drawing: Drawing, entry: EntryOf<'instruction'>): Markup =>
  html`<li><p class="holdfast-quiet">The family says that they give</p><p class="holdfast-dose">${entry.dose}</p>${own(entry)}<p class="holdfast-quiet">${whoAndWhen(drawing, entry)}</p></li>`

const fates: Record<Exclude<Fate, 'stands'>, string> = {
  over: 'Its last day is over',
  replaced: 'The same prescriber said something else since',
  settled: 'Settled or agreed since',
}

const before = (drawing: Drawing, said: Said): Markup => {
  if (said.fate === 'stands') return html``
  const by = said.by === undefined ? '' : html`: ${whoAndWhen(drawing, said.by)}`
  return html`<li>“${wordsOf(said)}”. ${whoAndWhen(drawing, said.entry)}<br><span class="holdfast-quiet">${fates[said.fate]}${by}</span></li>`
}

const earlier = (drawing: Drawing, { earlier: said, medicine }: MedicineStanding): Markup | '' =>
  said.length === 0
    ? ''
    : details({
        summaryHtml: html`What was said before<span class="govuk-visually-hidden"> of ${medicine}</span>`,
        html: html`<ul class="govuk-list">${said.map(one => before(drawing, one))}</ul>`,
      })

const tags = (one: MedicineStanding): readonly Markup[] => [
  ...(one.notTheSameWords ? [stateTag('not the same words', 'late')] : []),
  ...(one.notAsListed ? [stateTag('not as on the signed list', 'late')] : []),
  ...(one.isOpen ? [stateTag('being checked', 'due')] : []),
  ...(one.isStopped && !one.isOpen ? [stateTag('not given any more', 'set-aside')] : []),
]

const conflict = (drawing: Drawing, { conflict: entry }: MedicineStanding): Markup | '' =>
  entry === undefined
    ? ''
    : html`<p><strong>Somebody says that two instructions differ.</strong> ${whoAndWhen(drawing, entry)}</p>${own(entry)}`

const asked = (drawing: Drawing, { questions }: MedicineStanding): readonly Markup[] =>
  questions.map(
    one =>
      html`<p><strong>A question about it is open:</strong> “${one.text ?? 'not written down'}”. ${whoAndWhen(drawing, one)}</p>`,
  )

const notCollected = (drawing: Drawing, { notCollected: entries }: MedicineStanding): readonly Markup[] =>
  entries.map(
    one =>
      html`<p><strong>Not collected:</strong> ${whoAndWhen(drawing, one)}${one.reason && `. The family’s reason: ${one.reason}`}</p>`,
  )

const alike = ({ alike: names }: MedicineStanding): Markup | '' =>
  names.length === 0
    ? ''
    : html`<p>Another name here begins alike: ${names.join('; ')}. If it is the same medicine, somebody settles it: nothing is put together by itself.</p>`

const nothingStands = (one: MedicineStanding): Markup | '' => {
  if (one.standing.length + one.family.length > 0 || (one.isStopped && !one.isOpen && one.earlier.some(isOver)))
    return ''
  return html`<p>Which words hold is not written here${one.earlier.length > 0 && ': see what was said before, and ask'}.</p>`
}
const isOver = ({ fate }: Said): boolean => fate === 'over'

const waysOf = (one: MedicineStanding): readonly FormWay[] => {
  const of = { values: { medicine: one.medicine }, of: one.medicine }
  const settle: FormWay = { text: 'Settle which words hold', kind: 'instruction-settled', ...of }
  const ask: FormWay = {
    ...{ text: 'Write down a question about it', kind: 'question-asked', of: one.medicine },
    values: { medicine: one.medicine, to: 'consultant' },
  }
  const differ: FormWay = { text: 'Say that two instructions differ', kind: 'instruction-conflict', ...of }
  const said: FormWay = { text: 'Write down what a prescriber says now', kind: 'instruction', ...of }
  const stopped: FormWay = { text: 'Write down that it is stopped', kind: 'medicine-stopped', ...of }
  return one.isOpen ? [settle, ask, said, stopped] : [ask, differ, said, stopped]
}

const ways = (drawing: Drawing, one: MedicineStanding): Markup | '' => {
  const [first, ...others] = waysOf(one)
  if (!drawing.live || first === undefined) return ''
  return html`${formWays(drawing, [first])}${details({
    classes: 'holdfast-no-print',
    summaryHtml: html`Write something else<span class="govuk-visually-hidden"> about ${one.medicine}</span>`,
    html: html`${formWays(drawing, others)}`,
  })}`
}

const medicine = (drawing: Drawing, one: MedicineStanding): Markup => html`<div class="holdfast-medicine">
<h4>${one.medicine} ${tags(one)}</h4>
${one.standing.length + one.family.length > 0 && html`<ul class="holdfast-said">${one.standing.map(said => saidBy(drawing, said))}${one.family.map(said => familySays(drawing, said))}</ul>`}
${nothingStands(one)}${conflict(drawing, one)}${asked(drawing, one)}${notCollected(drawing, one)}${alike(one)}
${owedLines(drawing, ['instruction-settled'], plainName(one.medicine))}
${earlier(drawing, one)}
${ways(drawing, one)}
</div>`

/** Every medicine of a child with the words of each who said something of it, side by side; nothing is put together. */
export const sideBySide = (drawing: Drawing, { medicines }: Medicines): Markup => {
  if (medicines.length === 0)
    return html`<p>No medicine is on the record. That does not mean that the child takes none: each stands here from the day somebody writes who said to give it, and how.</p>
${formWays(drawing, [{ text: 'Write down what a prescriber says', kind: 'instruction' }])}`
  return html`${medicines.map(one => medicine(drawing, one))}
${owedLines(drawing, ['uncollected-medicine-asked-after', 'medicine-belief-tested'])}
${formWays(drawing, [
  { text: 'Write down another medicine', kind: 'instruction' },
  { text: 'Write down that a medicine was not collected', kind: 'medicine-not-collected' },
])}`
}
