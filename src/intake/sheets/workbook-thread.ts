// Runs in a thread of its own: a workbook comes from outside, and the parser can be made to fill the memory or never end.
import { parentPort, workerData } from 'node:worker_threads'
import readWorkbook from 'read-excel-file/universal'

/** A sheet as it goes back to the thread that asked: its texts, row by row from row 1. */
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

const sheets = await readWorkbook(workerData as ArrayBuffer, { trim: false })
parentPort?.postMessage(
  sheets.map(({ sheet, data }) => ({
    sheet,
    rows: data.map(row => row.map(cellText)),
  })) satisfies readonly SheetTexts[],
)
