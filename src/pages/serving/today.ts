import type { Day } from '../../calendar/day.ts'
import { readToldOf } from '../../store/notices.ts'
import { myRecords, type Opened } from '../../store/read.ts'
import { type Staff, staffNow } from '../../store/staff.ts'
import { lateSeen } from '../agencies.ts'
import { toldInFew } from '../duty-told.ts'
import { mineIn, type OfMine } from '../mine.ts'
import { type TodayAsked, todayPage } from '../today.ts'
import { type Item, type OnToday, todayLists } from '../today-lists.ts'
import { agenciesSeenBy } from './agencies.ts'
import { lookOf } from './family.ts'
import type { Served, Web } from './served.ts'
import type { Visit } from './visit.ts'
import { withWaiting } from './waiting.ts'

interface Held {
  readonly today: Day
  readonly staff: Staff
  readonly mine: OfMine
}

// Worked out once for each reader's view of a record, until it, the day or the staff changes: 300 families are no longer
// folded for each page. What stands in them is looked up again for the few that are shown.
const known = new WeakMap<Opened, Held>()

const mineOf = (opened: Opened, { practitioner, today }: Visit, staff: Staff): OfMine => {
  const held = known.get(opened)
  if (held !== undefined && held.today === today && held.staff === staff) return held.mine
  const { agencies } = opened
  const mine = mineIn(lookOf(opened, { today }), { me: practitioner, practitioners: staff.practitioners, agencies })
  known.set(opened, { today, staff, mine })
  return mine
}

/** What is a visitor's in each of their records. */
const onToday =
  (visit: Visit, staff: Staff) =>
  (opened: Opened): OnToday => ({
    ...mineOf(opened, visit, staff),
    record: opened.record,
    look: () => lookOf(opened, visit),
  })

const nameOf = (record: string, key: string): string => `${record}|${key}`

/** Whether those who owe what is waited for know of it: asked at once for all that is shown. */
const toldOf = async ({ store }: Served, visit: Visit, shown: readonly Item[]): Promise<TodayAsked['told']> => {
  const wanted = shown.map(({ family: { record }, siblings: [{ duty }] }) => ({ record, key: duty.key }))
  const told = wanted.length === 0 ? [] : await readToldOf(store, visit, wanted)
  const rows = Map.groupBy(told, ({ record, key }) => nameOf(record, key))
  return ({ family, siblings: [{ duty }] }) => toldInFew(rows.get(nameOf(family.record, duty.key)) ?? [], visit.today)
}

/** What is somebody's to do, and what they wait for. */
export const addTodayPages = (web: Web, served: Served): void => {
  web.get('/today', async c => {
    const visit = c.get('visit')
    const { today: day } = visit
    const [opened, staff] = await Promise.all([
      myRecords(served.store, visit),
      staffNow(served.store, visit.asking.partnership),
    ])
    const lists = todayLists(opened.map(onToday(visit, staff)), day, name => c.req.query(name))
    const [around, told, seen] = await Promise.all([
      withWaiting(served, visit, opened),
      toldOf(served, visit, lists.waiting.shown),
      agenciesSeenBy(served, visit),
    ])
    return c.html(
      todayPage({
        around,
        day,
        hasFamilies: opened.length > 0,
        lists,
        agenciesLate: seen === undefined ? 0 : lateSeen(seen),
        told,
      }),
    )
  })
}
