// Runs as a process of its own: a workbook comes from outside, and one can be made that fills the memory of its reader
// or never lets it end (a cell that says it stands in row 4,000,000,000). Then this process ends, and no other.
import readWorkbook from 'read-excel-file/universal'

/** A sheet as it goes back to the process that asked: its texts, row by row from row 1. */
export interface SheetTexts {
  readonly sheet: string
  readonly rows: readonly (readonly string[])[]
}

const second = 1000

/** A date cell as ISO text. Excel counts days in a fraction, so a time is rounded to the second before it is cut to the minute. */
const dateText = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return 'a date that cannot be read'
  date.setTime(Math.round(date.getTime() / second) * second)
  const [day = '', clock = ''] = date.toISOString().split('T')
  return clock.startsWith('00:00') ? day : `${day} ${clock.slice(0, 5)}`
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return dateText(cell)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return String(cell)
}

const sheetsOf = async (bytes: Uint8Array): Promise<readonly SheetTexts[]> => {
  const sheets = await readWorkbook(new Blob([new Uint8Array(bytes)]), { trim: false })
  return sheets.map(({ sheet, data }) => ({ sheet, rows: data.map(row => row.map(cellText)) }))
}

process.once('message', async (bytes: Uint8Array) => {
  const sheets = await sheetsOf(bytes)
  process.send?.(sheets, () => process.disconnect?.())
})
