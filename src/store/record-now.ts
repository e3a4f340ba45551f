import type pg from 'pg'
import { londonDay } from '../calendar/moment.ts'
import type { Asked } from '../duties/asked.ts'
import { withAgencies } from '../record/agency-record.ts'
import { picture } from '../record/picture.ts'
import { readAgencies } from './agencies.ts'
import { asRecorder } from './asking.ts'
import { allOf, isCurrent, type Kept, readKept } from './kept-record.ts'
import { readStaff } from './staff.ts'
import type { Store } from './store.ts'

/** A whole record as the program itself reads it, for what must be worked out before anybody may: never shown as it is. */
export interface RecordNow extends Asked {
  readonly kept: Kept
}

/** What the shelf holds of a record where nothing was written since, else the record read anew. */
const keptNow = async (store: Store, client: pg.ClientBase, partnership: number, record: string) => {
  const name = `${partnership}|${record}`
  const held = store.shelf.records.find(name)
  if (held !== undefined && (await isCurrent(client, partnership, record, held))) return held
  const kept = await readKept(client, partnership, record)
  if (kept !== undefined) store.shelf.records.keep(name, kept)
  return kept
}

/** A record as it stands today with everybody who works here, whoever may see it; nothing when there is no such record. */
export const recordNow = (store: Store, partnership: number, record: string): Promise<RecordNow | undefined> =>
  asRecorder(store, { partnership }, async client => {
    const kept = await keptNow(store, client, partnership, record)
    if (kept === undefined) return undefined
    const { practitioners } = await readStaff(client, partnership)
    const { entries: agencies } = await readAgencies(store, client, partnership)
    const stands = picture(withAgencies(allOf(kept), agencies))
    return { kept, stands, duties: [], practitioners, agencies, day: londonDay(store.now()) }
  })
