/** A table of Markdown; a bar inside a cell is written so that it does not end the cell. */
export const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heading, heading.map(() => '---'), ...rows].map(row => `| ${row.map(cell).join(' | ')} |`).join('\n')

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/gu, ' ')

/** A name as code. */
export const code = (text: string): string => `\`${text}\``

/** Names as code, with commas. */
export const codes = (names: readonly string[]): string => names.map(code).join(', ')

/** The first letter large. */
export const titled = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
