import { html } from 'hono/html'
import type { Entry } from '../../record/entry.ts'
import { headingOf } from '../../record/words.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'

/** The words of an entry under its heading, unless the heading says them already. */
export const ownWords = (look: FamilyOnDay, entry: Entry): Markup | '' => {
  const { text } = entry
  if (text === undefined || headingOf(entry, look.name).includes(text)) return ''
  return html`<blockquote class="holdfast-own-words">${text}</blockquote>`
}
