import { londonDay } from '../calendar/moment.ts'
import type { Asked } from '../duties/asked.ts'
import { withAgencies } from '../record/agency-record.ts'
import { picture } from '../record/picture.ts'
import { readAgencies } from './agencies.ts'
import { asRecorder } from './asking.ts'
import { allOf, type Kept, readKept } from './kept-record.ts'
import { readStaff } from './staff.ts'
import type { Store } from './store.ts'

/** A whole record as the program itself reads it, for what must be worked out before anybody may: never shown as it is. */
export interface RecordNow extends Asked {
  readonly kept: Kept
}

/** A record as it stands today with everybody who works here, whoever may see it; nothing when there is no such record. */
export const recordNow = (store: Store, partnership: number, record: string): Promise<RecordNow | undefined> =>
  asRecorder(store, { partnership }, async client => {
    const kept = await readKept(client, partnership, record)
    if (kept === undefined) return undefined
    const { practitioners } = await readStaff(client, partnership)
    const { entries: agencies } = await readAgencies(store, client, partnership)
    const stands = picture(withAgencies(allOf(kept), agencies))
    return { kept, stands, duties: [], practitioners, agencies, day: londonDay(store.now()) }
  })
