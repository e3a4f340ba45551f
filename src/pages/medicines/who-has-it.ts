import { html } from 'hono/html'
import { dayInWords } from '../../calendar/words.ts'
import type { ReceiptEntry } from '../../record/standing.ts'
import { listed, recipient } from '../../record/wording.ts'
import { capital } from '../capital.ts'
import type { Markup } from '../kit/markup.ts'
import type { Drawing } from './owed-here.ts'

const did: Record<ReceiptEntry['kind'], string> = {
  told: 'told',
  delivered: 'had it',
  opened: 'opened it',
  acknowledged: 'said that they have it',
}

/** Who has a list or a plan: as it says itself, and who had it since. */
export const whoHasIt = (
  { look }: Drawing,
  { to, receipts }: { readonly to: readonly string[]; readonly receipts: readonly ReceiptEntry[] },
): Markup => {
  if (to.length + receipts.length === 0) return html`<p>Who has it is not written here.</p>`
  const names = (whom: readonly string[]) => listed(whom.map(one => recipient(one, look.name)))
  return html`${to.length > 0 && html`<p><strong>Who has it:</strong> ${capital(names(to))}</p>`}
${receipts.length > 0 && html`<ul class="govuk-list">${receipts.map(one => html`<li>${capital(names(one.to))}: ${did[one.kind]}, ${dayInWords(one.day)}</li>`)}</ul>`}`
}
