import { html } from 'hono/html'
import { dayInWords } from '../../calendar/words.ts'
import { roleInWords } from '../../people/role.ts'
import { agencyInWords } from '../../people/service.ts'
import type { AgreedList, ListLine } from '../../record/agreed-list.ts'
import { plainName } from '../../record/medicine-standing.ts'
import type { Medicines } from '../../record/medicines.ts'
import { capital } from '../capital.ts'
import { details } from '../kit/details.ts'
import type { Markup } from '../kit/markup.ts'
import { stateTag } from '../kit/state-tag.ts'
import { table } from '../kit/table.ts'
import { agreeAddress, childAsked } from './child-asked.ts'
import { formWays } from './forms.ts'
import { type Drawing, owedLines } from './owed-here.ts'
import { whoAndWhen } from './side-by-side.ts'
import { whoHasIt } from './who-has-it.ts'

/** The name of a version: version 2 of 4 March 2019. */
export const versionInWords = ({ version, entry }: AgreedList): string =>
  `${version === undefined ? 'the list' : `version ${version}`} of ${dayInWords(entry.day)}`

/** Who signed a list: the role where it says it, and whoever wrote it. */
export const signedInWords = ({ signedBy, entry }: AgreedList): string => {
  const who = entry.author ?? agencyInWords(entry.by)
  return signedBy === undefined || who.includes(roleInWords(signedBy)) ? who : `${who}, ${roleInWords(signedBy)}`
}

const row = (drawing: Drawing, line: ListLine, isOpen: boolean) => [
  { html: html`<strong>${line.medicine}</strong>` },
  {
    html: html`${line.dose}${isOpen && html` ${stateTag('being checked', 'due')}`}${line.corrected && html` ${stateTag('corrected since it was signed', 'late')}`}<br><span class="holdfast-quiet">${whoAndWhen(drawing, line.entry)}</span>`,
  },
]

const lines = (drawing: Drawing, list: AgreedList, { medicines }: Medicines): Markup => {
  if (list.lines === undefined)
    return html`<p>What stands on it is not written here: ask ${signedInWords(list)} for it.</p>`
  const open = new Set(medicines.flatMap(one => (one.isOpen ? [plainName(one.medicine)] : [])))
  const rows = list.lines.map(line => row(drawing, line, open.has(plainName(line.medicine))))
  const head = [{ text: 'Medicine' }, { text: 'How to give it, and whose words these are' }]
  return html`<div class="holdfast-scroll" tabindex="0" role="region" aria-label="The signed list">${table({ rows, head, firstCellIsHeader: true })}</div>
${list.notShown > 0 && html`<p>It has more lines than you are shown (${list.notShown}). Ask ${agencyInWords(list.entry.by)} for the whole of it.</p>`}`
}

const older = (drawing: Drawing, { older: lists }: AgreedList): Markup | '' =>
  lists.length === 0
    ? ''
    : details({
        summaryText: `Lists before this one (${lists.length})`,
        html: html`<ul class="govuk-list">${lists.map(one => html`<li>${one.version && `Version ${one.version}: `}${whoAndWhen(drawing, one)}</li>`)}</ul>`,
      })

const since = (list: AgreedList): Markup | '' =>
  list.since.length === 0
    ? ''
    : html`<p>${stateTag('something was said since', 'due')} Prescribers said something after it was signed: compare it with what stands below, and agree it anew.</p>`

const sheets = [
  ['ward', 'for the ward'],
  ['school', 'for school or nursery'],
  ['fridge', 'for the fridge at home'],
] as const

/** The ways to the sheets that are printed. */
const printWays = ({ look, child, live }: Drawing): Markup | '' => {
  if (!live) return ''
  const address = (sheet: string) =>
    look.addresses.page('medicines/print', { for: sheet, child: childAsked(look, child) })
  return html`<p class="holdfast-no-print">A sheet to print: ${sheets.map(([sheet, words], at) => html`${at > 0 && ', '}<a class="govuk-link" href="${address(sheet)}">${words}</a>`)}</p>`
}

const agreeWay = ({ look, child, live }: Drawing): Markup | '' =>
  live
    ? html`<p class="holdfast-no-print"><a class="govuk-link" href="${agreeAddress(look, child)}">Agree a new version, line by line</a></p>`
    : ''

/** The list that was last agreed: its version, who signed it, what stands on it, who has it, and whether it still holds. */
export const signedList = (drawing: Drawing, medicines: Medicines): Markup => {
  const { agreed } = medicines
  return html`${
    agreed === undefined
      ? html`<p>No list of all medicines was agreed yet.</p>`
      : html`<p><strong>${capital(versionInWords(agreed))}</strong>, signed by ${signedInWords(agreed)}</p>
${lines(drawing, agreed, medicines)}${since(agreed)}${whoHasIt(drawing, agreed)}${older(drawing, agreed)}`
  }
${owedLines(drawing, ['medicines-agreed'])}
${agreeWay(drawing)}
${printWays(drawing)}
${agreed && formWays(drawing, [{ text: 'Write down who has it now', kind: 'told', values: { of: agreed.entry.root } }])}`
}
