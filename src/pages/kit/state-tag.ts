import type { Markup } from './markup.ts'
import { tag } from './tag.ts'

/** How a duty stands; the colour repeats what the words say and never says more. */
export type StateTone = 'late' | 'due' | 'kept' | 'open' | 'set-aside'

/** How a duty stands, in words such as "7 weeks late", on the colour of its tone. */
export function stateTag(words: string, tone: StateTone): Markup {
  return tag({ text: words, classes: `holdfast-state holdfast-state--${tone}` })
}
