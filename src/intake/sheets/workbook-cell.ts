/** The most characters that a cell of a workbook holds. */
export const longestCell = 32_767

// What XML cannot carry, what the writing library drops, and what would be read as an escape: each is written _xHHHH_
// (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
const unfit = /_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|\uFFFD/gu

const escaped = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** A text as it must be handed to the writer of workbooks so that it comes back as it is. */
export const workbookCell = (text: string): string => {
  const sound = text.replace(unfit, units =>
    Array.from({ length: units.length }, (_, at) => escaped(units.charAt(at))).join(''),
  )
  // The writer keeps texts as names of a plain object, and would take "constructor" for one that it has.
  return sound in Object.prototype ? `${escaped(sound.charAt(0))}${sound.slice(1)}` : sound
}
