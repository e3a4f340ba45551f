/* The characters that part a message stand in its first segment, and only there. */

/** What parts a message, as its MSH-1 and MSH-2 say. An empty text parts nothing. */
export interface Separators {
  readonly field: string
  readonly component: string
  readonly repeat: string
  readonly escape: string
  readonly subcomponent: string
}

/** Those that nearly every message has. */
export const usualSeparators: Separators = {
  field: '|',
  component: '^',
  repeat: '~',
  escape: '\\',
  subcomponent: '&',
}

// A mark of ASCII: what an answer is parted by has to be the same bytes in every set of characters.
const header = /^(?:MSH|FHS|BHS)(?<field>[!-/:-@[-`{-~])(?<others>[^\r\n]*)/u

// Three characters have no escape among them, unless the third is the one that is never anything else.
const ofThree = (field: string, [component = '', repeat = '', third = '']: readonly string[]): Separators =>
  third === '\\'
    ? { field, component, repeat, escape: third, subcomponent: '' }
    : { field, component, repeat, escape: '', subcomponent: third }

const ofEncoding = (field: string, marks: readonly string[]): Separators => {
  if (marks.length === 0) return { ...usualSeparators, field }
  if (marks.length <= 3) return ofThree(field, marks)
  const [component = '', repeat = '', mark = '', subcomponent = ''] = marks
  return { field, component, repeat, escape: mark, subcomponent }
}

/** The separators of a text that begins with a header segment, or nothing when it is not HL7 v2. */
export const findSeparators = (text: string): Separators | undefined => {
  const { field, others = '' } = header.exec(text)?.groups ?? {}
  if (field === undefined) return undefined
  const end = others.indexOf(field)
  return ofEncoding(field, [...(end === -1 ? others : others.slice(0, end))].slice(0, 5))
}
