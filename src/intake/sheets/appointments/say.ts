import { z } from 'zod'
import type { Moment } from '../../../calendar/day.ts'
import type { Said } from '../../feeds/said.ts'
import { rowSaid, type UsedRow } from './row-said.ts'
import { type Use, uses } from './uses.ts'

const useName = z.enum(Object.keys(uses) as [Use, ...Use[]])

const stored = z.strictObject({
  sheet: z.literal('appointments'),
  made: z.int(),
  dates: z.enum(['day-first', 'month-first']),
  cells: z.array(z.tuple([useName, z.string(), z.string()])),
})

/** The bytes under which a row is kept as a message: with its headings, so that it can be read again by itself. */
export const bytesOfRow = ({ cells, dates, made }: UsedRow): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      sheet: 'appointments',
      made,
      dates,
      cells: cells.map(({ use, heading, text }) => [use, heading, text]),
    } satisfies z.input<typeof stored>),
  )

/** The row that was kept as a message; nothing when the bytes are none. */
const findRow = (bytes: Uint8Array): UsedRow | undefined => {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
  const read = stored.safeParse(value)
  if (!read.success) return undefined
  const { dates, made, cells } = read.data
  return { dates, made: made as Moment, cells: cells.map(([use, heading, text]) => ({ use, heading, text })) }
}

/** What the row of a sheet that was kept as a message says; nothing when it says nothing that can be read. */
export const sayAppointmentRow = (
  bytes: Uint8Array,
  { authority }: { readonly authority: string | undefined },
): readonly Said[] => {
  const row = findRow(bytes)
  const read = row && rowSaid(row, authority)
  return read !== undefined && 'said' in read ? [read.said] : []
}
