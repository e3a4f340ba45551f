import type { Day } from '../../calendar/day.ts'
import { myRecords, type Opened } from '../../store/read.ts'
import { type Staff, staffNow } from '../../store/staff.ts'
import { mineIn, type OfMine } from '../mine.ts'
import { type OnToday, todayPage } from '../today.ts'
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
    look: () => lookOf(opened, visit),
  })

/** What is somebody's to do, and what they wait for. */
export const addTodayPages = (web: Web, served: Served): void => {
  web.get('/today', async c => {
    const visit = c.get('visit')
    const [opened, staff] = await Promise.all([
      myRecords(served.store, visit),
      staffNow(served.store, visit.asking.partnership),
    ])
    const around = await withWaiting(served, visit, opened)
    const families = opened.map(onToday(visit, staff))
    return c.html(todayPage({ around, day: visit.today, families, query: name => c.req.query(name) }))
  })
}
