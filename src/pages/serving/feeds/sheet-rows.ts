import type { Context } from 'hono'
import { rowsInForce } from '../../../intake/feeds/in-force.ts'
import { linesFor } from '../../../intake/feeds/lines-for.ts'
import { type MappingRow, meanings } from '../../../intake/feeds/meaning.ts'
import { rowFor } from '../../../intake/feeds/outcome-of.ts'
import type { CodeSaid, Said } from '../../../intake/feeds/said.ts'
import { sayAppointmentRow } from '../../../intake/sheets/appointments/say.ts'
import { arrivingRow, type FileRead } from '../../../intake/sheets/appointments/take-sheet.ts'
import { findNhsNumber } from '../../../people/nhs-number.ts'
import { readEntry } from '../../../record/read-entry.ts'
import { headingOf } from '../../../record/words.ts'
import type { Feed } from '../../../store/feeds.ts'
import { myRecords } from '../../../store/read.ts'
import { freshRows } from '../../../store/sheets.ts'
import type { FamilyOnDay } from '../../family-on-day.ts'
import type { RowSeen } from '../../feeds/sheet-preview.ts'
import { lookOf } from '../family.ts'
import type { Env, Served } from '../served.ts'

type C = Context<Env>

/** A child of whom the visitor may read, with the look at the record. */
interface OwnChild {
  readonly look: FamilyOnDay
  readonly child: FamilyOnDay['stands']['children'][number]
}

/**
 * The children of the visitor's own records by NHS number and day of birth. Of anybody else's the preview says nothing, not
 * even that there is a record: else whoever may send a sheet could ask of any child whether they are on one.
 */
const ownChildren = async (c: C, { store }: Served): Promise<ReadonlyMap<string, OwnChild>> => {
  const visit = c.get('visit')
  const looks = (await myRecords(store, visit)).map(opened => lookOf(opened, visit))
  return new Map(
    looks.flatMap(look =>
      look.stands.children.flatMap((child): [string, OwnChild][] => {
        const { nhs = '', born } = look.stands.people.get(child) ?? {}
        const number = findNhsNumber(nhs)
        return number === undefined || born === undefined ? [] : [[`${number}|${born}`, { look, child }]]
      }),
    ),
  )
}

const meansOf = (rows: readonly MappingRow[], codes: readonly CodeSaid[]): string =>
  codes.length === 0
    ? 'Nothing said'
    : codes
        .map(code => {
          const row = rowFor(rows, code)
          return `“${code.code}”: ${row === undefined ? 'nobody has said what it means' : meanings[row.means].toLowerCase()}`
        })
        .join('; ')

interface Becoming {
  readonly feed: Feed
  readonly rows: readonly MappingRow[]
  readonly now: number
}

/** What a row would write in a record that the visitor may read, in words. */
const becomes = ({ look, child }: OwnChild, said: Said, { feed, rows, now }: Becoming): readonly string[] => {
  if (said.appointment === undefined) return []
  const born = look.stands.people.get(child)?.born
  const made = linesFor({
    ...{ feed, message: 1, part: '1', appointment: said.appointment, rows, stands: look.stands },
    ...{ whose: { child, mother: undefined, born }, known: undefined, newest: undefined },
    made: said.made ?? (now as NonNullable<Said['made']>),
    received: now as NonNullable<Said['made']>,
  })
  return made.lines.flatMap(line => {
    const read = readEntry({ ...line })
    return 'entry' in read ? [headingOf(read.entry, look.name)] : []
  })
}

/** Each row that can be taken, with what it becomes; the new ones first. */
export const rowsSeen = async (c: C, served: Served, feed: Feed, read: FileRead): Promise<readonly RowSeen[]> => {
  const [own, rows] = [await ownChildren(c, served), await rowsInForce(served.store, feed)]
  const good = read.mapped.flatMap(one => one.good).map(row => ({ row, arriving: arrivingRow(row) }))
  const fresh = await freshRows(
    served.store,
    feed,
    good.map(({ arriving }) => arriving),
  )
  const seen = good.flatMap(({ row, arriving }): RowSeen[] =>
    sayAppointmentRow(row.bytes, feed).map(said => {
      const { nhs, born } = said.patient ?? {}
      const child = own.get(`${nhs}|${born}`)
      return {
        ...{ line: row.line, said, fresh: fresh.has(arriving), means: meansOf(rows, said.appointment?.codes ?? []) },
        whose: child?.look.name(child.child),
        becomes: child && becomes(child, said, { feed, rows, now: served.store.now() }),
      }
    }),
  )
  return [...seen.filter(one => one.fresh), ...seen.filter(one => !one.fresh)]
}

/** Codes of a sheet that the table in force does not explain, the most frequent first. */
export const unexplainedIn = async (
  { store }: Served,
  feed: Feed,
  read: FileRead,
): Promise<readonly (readonly [code: string, rows: number])[]> => {
  const rows = await rowsInForce(store, feed)
  const codes = read.mapped
    .flatMap(({ good }) => good)
    .flatMap(({ bytes }) => sayAppointmentRow(bytes, feed))
    .flatMap(({ appointment }) => appointment?.codes ?? [])
    .filter(code => rowFor(rows, code) === undefined)
  const counted = Map.groupBy(codes, ({ place, code }) => `${code} (in “${place}”)`)
  return [...counted].map(([code, all]) => [code, all.length] as const).sort(([, one], [, other]) => other - one)
}
