import { html } from 'hono/html'
import { isoMoment } from '../../calendar/moment.ts'
import { dayInWords } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import { countableMiss } from '../../record/counted.ts'
import { all } from '../../record/standing.ts'
import { reasonInWords } from '../../record/words.ts'
import { capital } from '../capital.ts'
import type { Markup } from '../kit/markup.ts'
import { type SummaryRow, summaryList } from '../kit/summary-list.ts'
import { excuseInWords, reasonsInWords } from '../offered/each.ts'
import { reviewOf, saidBeforehand, type TheMiss } from './the-miss.ts'

const row = (key: string, value: Markup | string | undefined): SummaryRow | undefined => {
  if (value === undefined || value === '') return undefined
  return { key: { text: key }, value: typeof value === 'string' ? { text: value } : { html: value } }
}

const which = ({ appointment: { clinic, agency, when }, day }: TheMiss): string => {
  const at = when?.at === undefined ? '' : ` at ${isoMoment(when.at).slice(11)}`
  return `${capital(clinic ?? 'an appointment')}, ${agencyInWords(agency)}, ${dayInWords(day)}${at}`
}

/** What the sender's own system wrote, which Holdfast calls by its own word. */
const sentAs = ({ entry }: TheMiss): string => {
  const code = 'code' in entry && typeof entry.code === 'string' ? entry.code : undefined
  return code === undefined
    ? `Was not brought (written by ${agencyInWords(entry.by)})`
    : `Was not brought. The code of the sender, ${agencyInWords(entry.by)}: ${code}`
}

/** Whether it counts, and if not why not: with the entry that says so. */
const counts = ({ look, appointment }: TheMiss): Markup | string => {
  const { excuse } = appointment
  if (excuse === undefined)
    return countableMiss(appointment) === undefined ? 'It counts against nobody' : 'It counts as missed'
  return html`It counts against nobody: ${excuseInWords[excuse.why]}. <a class="govuk-link" href="${look.addresses.entry(excuse.entry)}">${capital(reasonInWords(excuse.entry, look.name))}</a>`
}

const reason = ({ look, appointment, entry }: TheMiss): string => {
  const said = all(look.stands, 'barrier-reported').findLast(one => one.appointment === appointment.id)
  const words = entry.reason ?? said?.text
  const barrier = entry.barrier ?? said?.barrier
  const check = appointment.check === undefined ? '' : ` It was ${reasonsInWords[appointment.check.answer]}.`
  if (words === undefined && barrier === undefined)
    return `Nobody has written down yet why they could not come.${check}`
  const given = words === undefined ? capital(barrier === undefined ? '' : excuseInWords[barrier]) : `“${words}”`
  return `${given} What a family says counts as true until a check contradicts it.${check}`
}

const next = { rebook: 'A new appointment', discharge: 'Discharge', other: 'Something else' } as const

const harm = (miss: TheMiss): readonly (SummaryRow | undefined)[] => {
  const review = reviewOf(miss)
  const start = saidBeforehand(miss.look, miss.appointment)
  const before = (words: string | undefined) =>
    words === undefined ? undefined : `${words} (written beforehand; the consultant has not said it for this miss yet)`
  return [
    row('What it was for', review?.purpose ?? before(start.purpose)),
    row(
      'What may happen without it',
      review?.harm ?? before(start.harm) ?? 'Nobody has said yet what this miss may do',
    ),
    row('By when it matters', review?.mattersBy && dayInWords(review.mattersBy)),
    row('What follows', review?.next && next[review.next]),
  ]
}

/** What happened: which appointment, what the sender called it, whether it counts, the family's reason, and the harm. */
export const happened = (miss: TheMiss): Markup =>
  summaryList({
    rows: [
      row('Who', capital(miss.look.name(miss.child))),
      row('Which appointment', which(miss)),
      row('What became of it', sentAs(miss)),
      row('Whether it counts', counts(miss)),
      row('What the family says', reason(miss)),
      ...harm(miss),
    ],
  })
