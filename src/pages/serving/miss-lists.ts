import type { Day } from '../../calendar/day.ts'
import { myRecords, type Opened } from '../../store/read.ts'
import { type OfLists, ofLists } from '../misses/of-family.ts'
import { listsFor } from '../misses/whose.ts'
import { missesAddress, missesPage } from '../misses.ts'
import { lookOf } from './family.ts'
import type { Served, Web } from './served.ts'
import type { Visit } from './visit.ts'
import { withWaiting } from './waiting.ts'

interface Held {
  readonly today: Day
  readonly lists: OfLists
}

// Worked out once for each reader's view of a record, until it or the day changes, as for today's lists.
const known = new WeakMap<Opened, Held>()

const listsOf = (opened: Opened, visit: Pick<Visit, 'today'>): OfLists => {
  const held = known.get(opened)
  if (held !== undefined && held.today === visit.today) return held.lists
  const lists = ofLists(lookOf(opened, visit))
  known.set(opened, { today: visit.today, lists })
  return lists
}

/** The lists of children who were not brought, and of past appointments without an outcome. */
export const addMissLists = (web: Web, served: Served): void => {
  web.get(missesAddress, async c => {
    const visit = c.get('visit')
    const opened = await myRecords(served.store, visit)
    const lists = listsFor(
      visit.practitioner.posts,
      opened.map(one => listsOf(one, visit)),
    )
    const around = await withWaiting(served, visit, opened)
    return c.html(missesPage({ around, day: visit.today, lists, query: name => c.req.query(name) }))
  })
}
