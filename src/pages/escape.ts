const unsafe = /[&<>"']/u
const everyUnsafe = /[&<>"']/gu
const written: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * A text as it may stand in markup and in attributes. For the pictures and long tables that are put together as plain
 * strings; everything else is escaped by `html`.
 */
export const escaped = (text: string): string =>
  unsafe.test(text) ? text.replace(everyUnsafe, sign => written[sign] ?? sign) : text
