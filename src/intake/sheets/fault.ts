/** One thing wrong with a chronology file, in words that say what to do. A line is a row where the file is a workbook. */
export interface Fault {
  readonly line: number
  readonly sheet?: string
  readonly field?: string
  readonly what: string
}

/** Where a line stands in its file. */
export type Place = Pick<Fault, 'line' | 'sheet'>

/** One line of a file before it is read as an entry: its texts by the name of the field. */
export interface Line {
  readonly place: Place
  readonly raw: Readonly<Record<string, unknown>>
}

/** What one of the formats made of a file: its lines, and what is wrong with them as lines. */
export interface Lines {
  readonly lines: readonly Line[]
  readonly faults: readonly Fault[]
}

/** A fault that leaves nothing of a file to be read. */
export const unreadable = (what: string, line = 1): Lines => ({ lines: [], faults: [{ line, what }] })

/** A place as a sentence names it: "line 12", "row 3 of the sheet attended". */
export const placeInWords = ({ line, sheet }: Place): string =>
  sheet === undefined ? `line ${line}` : `row ${line} of the sheet ${sheet}`

/** Faults in the order of the file: by sheet as the sheets stand, then by line, then by field. */
export const inFileOrder = (faults: readonly Fault[], sheets: readonly string[]): readonly Fault[] => {
  const rank = new Map(sheets.map((sheet, index) => [sheet, index]))
  const rankOf = ({ sheet }: Fault): number => (sheet === undefined ? -1 : (rank.get(sheet) ?? sheets.length))
  const text = (one = '', other = ''): number => (one < other ? -1 : one > other ? 1 : 0)
  return [...faults].sort(
    (one, other) => rankOf(one) - rankOf(other) || one.line - other.line || text(one.field, other.field),
  )
}
