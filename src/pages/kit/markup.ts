import type { HtmlEscapedString } from 'hono/utils/html'

/** Markup that is trusted as it stands: what `html` and `raw` of `hono/html` give. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** The options of a component: whatever may be left out may be given as undefined too, as a form without an error does. */
export type Options<T> = { readonly [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K] }

/** What a component says: `text` is escaped, `html` is trusted and goes before `text`. */
export type Content = Options<{ text: string | number; html?: Markup } | { text?: string | number; html: Markup }>

/** An item of a list, or what `condition && item` leaves of one; GOV.UK's lists leave these out. */
export type Listed<T> = T | false | null | undefined

/** The words of a component: its `html` unless that is empty, else its `text`, else undefined. */
export function wording(
  given: { readonly text?: string | number | undefined; readonly html?: Markup | undefined } | undefined,
): Markup | string | number | undefined {
  const { text, html } = given ?? {}
  if (html && String(html) !== '') return html
  return text === '' ? undefined : text
}

/** Tokens in a row with spaces between, as for `class` and `aria-describedby`; what is empty or false is left out. */
export function spaced(...tokens: readonly (string | false | undefined)[]): string {
  return tokens.filter(Boolean).join(' ')
}
