import { html } from 'hono/html'
import type { EntryOf } from '../../record/entry.ts'
import type { Medicines } from '../../record/medicines.ts'
import type { Markup } from '../kit/markup.ts'
import { formWays } from './forms.ts'
import type { Drawing } from './owed-here.ts'
import { whoAndWhen } from './side-by-side.ts'

const row = (drawing: Drawing, entry: EntryOf<'allergy'>): Markup => {
  const { substance, state, reaction } = entry
  const what = state === 'none-known' ? 'None known' : (substance ?? 'Not said to what')
  return html`<li><strong>${what}</strong>${state === 'suspected' && ' (suspected)'}${reaction && `: ${reaction}`}. <span class="holdfast-quiet">${whoAndWhen(drawing, entry)}</span></li>`
}

/** What a child must not have; that nothing is written is not that there is nothing. */
export const allergiesHere = (drawing: Drawing, { allergies }: Medicines): Markup => html`${
  allergies.length === 0
    ? html`<p>No allergy is written here. That does not mean that there is none: ask, and write down what they say.</p>`
    : html`<ul class="govuk-list">${allergies.map(one => row(drawing, one))}</ul>`
}
${formWays(drawing, [{ text: 'Write down an allergy, or that none is known', kind: 'allergy' }])}`
