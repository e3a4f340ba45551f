import type { Context } from 'hono'
import type { Day } from '../../calendar/day.ts'
import { myGlass, myRecords, type Opened } from '../../store/read.ts'
import { type FamilySummary, summarise } from '../families.ts'
import { familyInWords } from '../family-words.ts'
import { ownFamiliesPage } from '../own-families.ts'
import { lookOf } from './family.ts'
import type { Env, Served, Web } from './served.ts'
import { sentForm, type Visit } from './visit.ts'

interface Held {
  readonly today: Day
  readonly summary: FamilySummary
}

// Worked out once for each reader's view of a record and each day, as the list of today is.
const known = new WeakMap<Opened, Held>()

const summaryOf = (opened: Opened, { today }: Visit): FamilySummary => {
  const held = known.get(opened)
  if (held !== undefined && held.today === today) return held.summary
  const summary = summarise(lookOf(opened, { today }))
  known.set(opened, { today, summary })
  return summary
}

const longestName = 200

const list = async (c: Context<Env>, { store }: Served, name?: string): Promise<Response> => {
  const visit = c.get('visit')
  const [own, glass] = await Promise.all([myRecords(store, visit), myGlass(store, visit)])
  return c.html(
    ownFamiliesPage({
      around: visit.around,
      csrf: visit.csrf,
      families: own.map(opened => summaryOf(opened, visit)),
      openForAWhile: glass.map(({ opened, until }) => {
        const look = lookOf(opened, visit)
        return { address: look.addresses.page(''), family: familyInWords(look), until }
      }),
      name: name?.slice(0, longestName),
      page: c.req.query('page'),
    }),
  )
}

/** The visitor's own families, and a search among them. */
export const addFamiliesPages = (web: Web, served: Served): void => {
  web.get('/families', c => list(c, served))
  web.post('/families', async c => list(c, served, (await sentForm(c))('name')))
}
