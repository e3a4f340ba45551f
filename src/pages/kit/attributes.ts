import { html, raw } from 'hono/html'
import type { Markup } from './markup.ts'

/** Further attributes of an element by name, written ` name="value"`, as GOV.UK's `attributes` option writes them. */
export type Attributes = Readonly<Record<string, string | number | boolean>>

/** Attributes as they stand in a tag, each with a space before it. */
export function attributes(given: Attributes | undefined): Markup {
  return html`${Object.entries(given ?? {}).map(([name, value]) => html` ${name}="${String(value)}"`)}`
}

/** One attribute as it stands in a tag: nothing for undefined, false or an empty value, its bare name for true. */
export function attribute(name: string, value: string | number | boolean | undefined): Markup {
  if (value === undefined || value === false || value === '') return raw('')
  return value === true ? html` ${name}` : html` ${name}="${value}"`
}
