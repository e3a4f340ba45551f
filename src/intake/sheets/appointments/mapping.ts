import { z } from 'zod'
import { countOf } from '../../../calendar/words.ts'
import { quoted } from '../../../record/near.ts'
import type { Row } from '../rows.ts'
import { guessUse, headingKey, shared, type Use, uses } from './uses.ts'

/** How the sheets of one sender are to be read: which heading is what, and in which order a date's figures stand. */
export const columnMap = z.strictObject({
  /** By heading, with letters and figures alone. A heading that is not named is passed over and kept nowhere. */
  columns: z.record(z.string().max(100), z.enum(Object.keys(uses) as [Use, ...Use[]])),
  dates: z.enum(['day-first', 'month-first']),
})
export type ColumnMap = Readonly<z.infer<typeof columnMap>>

const longestHeading = 60

/** The row that heads the others: of the first rows the one whose cells are headings that we know most, else the first with three cells. */
export const headingRow = (rows: readonly Row[], known: ColumnMap | undefined): number => {
  const first = rows.slice(0, 20)
  const scores = first.map(({ cells }) => cells.filter(cell => isKnown(cell, known)).length)
  const best = Math.max(...scores)
  if (best > 0) return scores.indexOf(best)
  return Math.max(
    0,
    first.findIndex(({ cells }) => cells.filter(cell => cell.trim() !== '').length >= 3),
  )
}

const isKnown = (cell: string, known: ColumnMap | undefined): boolean =>
  cell.trim() !== '' &&
  cell.length <= longestHeading &&
  (guessUse(cell) !== undefined || Object.hasOwn(known?.columns ?? {}, headingKey(cell)))

/** What each heading is, by the saved map, else as it is most likely: a use that only one column may have is given once. */
export const guessMap = (headings: readonly string[], known: ColumnMap | undefined): ColumnMap => {
  const columns: Record<string, Use> = {}
  const taken = new Set<Use>()
  for (const heading of headings) {
    const key = headingKey(heading)
    const use = known === undefined ? guessUse(heading) : known.columns[key]
    if (key === '' || use === undefined || (taken.has(use) && !shared.includes(use))) continue
    columns[key] = use
    taken.add(use)
  }
  return { columns, dates: known?.dates ?? 'day-first' }
}

/** All that is wrong with a map for a sheet with these headings, in words that say what to do. */
export const whyNotMapped = (map: ColumnMap, headings: readonly string[]): readonly string[] => {
  const here = headings.flatMap(heading => map.columns[headingKey(heading)] ?? [])
  const has = (...any: readonly Use[]): boolean => any.some(use => here.includes(use))
  const twice = [...new Set(here.filter((use, at) => here.indexOf(use) < at && !shared.includes(use)))]
  return [
    ...(has('nhs', 'hospital-number') ? [] : ['Say which column is the NHS number or the hospital number']),
    ...(has('when', 'day') ? [] : ['Say which column is the day of the appointment']),
    ...(has('nhs') && !has('hospital-number') && !has('born')
      ? ['Say which column is the date of birth: an NHS number alone is matched to nobody']
      : []),
    ...twice.map(
      use => `Choose one column for ${quoted(uses[use])}: ${countOf(timesOf(here, use), 'column')} have it now`,
    ),
    ...(has('when') && has('day') ? ['Choose either “day and time” or “day”, not both'] : []),
  ]
}

const timesOf = (here: readonly Use[], use: Use): number => here.filter(one => one === use).length

const marks = (heading: string, at: number): string =>
  heading.trim() === '' ? `column ${at + 1}` : quoted(heading.trim())

/** Headings that stand twice, which no map can tell apart. */
export const headingsTwice = (headings: readonly string[]): readonly string[] => {
  const keys = headings.map(headingKey)
  return headings.flatMap((heading, at) => {
    const key = keys[at] ?? ''
    return key !== '' && keys.indexOf(key) < at
      ? [`${marks(heading, at)} heads two columns: name one of them otherwise`]
      : []
  })
}
