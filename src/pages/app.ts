import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Day, isoDay } from '../calendar/day.ts'
import type { Settings } from '../duties/settings.ts'
import { findRule } from '../intake/forms/settle-rules.ts'
import { readChronology } from '../intake/sheets/chronology-file.ts'
import { familiesIn } from '../record/agency-record.ts'
import { adoptAddress, adoptPage } from './adopt-rules.ts'
import { aheadPage } from './ahead.ts'
import { readDay } from './asked-day.ts'
import { chronologyPage } from './chronology.ts'
import { dutyPage } from './duty.ts'
import { editionsAddress, editionsPage } from './editions.ts'
import { familiesPage } from './families.ts'
import { familyPage } from './family.ts'
import { type FamilyPage, familyFrame } from './family-frame.ts'
import { familyOnDay, shelved } from './family-on-day.ts'
import { fiveFactorsPage } from './five-factors.ts'
import { answerWrong, onlyOwnForms, onlyThisComputer, withHeaders } from './guard.ts'
import { browserScript } from './kit/browser-script.ts'
import { type Around, favicon } from './kit/layout.ts'
import { stylesheet } from './kit/stylesheet.ts'
import { ledgerPage } from './ledger.ts'
import { limitsPage } from './limits.ts'
import { medicinesPage } from './medicines.ts'
import { meetingPackPage } from './meeting-pack.ts'
import { missPage } from './miss.ts'
import { offeredAndKeptPage } from './offered-and-kept.ts'
import { type Family, familyNumber, type Partnership } from './partnership.ts'
import { peoplePage } from './people.ts'
import { rulePage } from './rule.ts'
import { readRulesAsked, rulesAddress, rulesPage } from './rules.ts'
import { threadsPage } from './threads.ts'
import { largestFile, yourFilePage } from './your-file.ts'

/** The families that are shown: those it began with, and the files that were added since. */
type Shelf = Map<string, Family>
const mostFamilies = 1000

/** The address that was asked with another day, and without what only the form needs. */
const sameAt = (c: Context, day: string): string => {
  const address = new URL(c.req.url)
  for (const name of ['was', 'slid', 'page']) address.searchParams.delete(name)
  address.searchParams.set('day', day)
  return `${address.pathname}${address.search}`
}

interface Answering {
  readonly family: Family
  readonly settings: Settings
  readonly around: Around
  readonly live?: boolean
}

/** The answer of a page of a family: on the day that is asked for, or what is wrong with that day. */
export const familyAnswer = (c: Context, { family, settings, ...rest }: Answering, page: FamilyPage) => {
  const query = (name: string) => c.req.query(name)
  const read = readDay({ day: query('day'), slid: query('slid'), was: query('was') }, shelved(family))
  if ('goTo' in read) return c.redirect(sameAt(c, isoDay(read.goTo)))
  const wrong = 'problem' in read ? read : undefined
  const look = familyOnDay(family, settings, 'day' in read ? read.day : undefined)
  const asked = { look, query, wrong, ...rest }
  const content = page(asked)
  return content === undefined
    ? answerWrong(c, 'not-found')
    : c.html(familyFrame(asked, content), wrong === undefined ? 200 : 400)
}

const fileSent = async (c: Context): Promise<File | undefined> => {
  const { file } = await c.req.parseBody()
  return file instanceof File && file.size > 0 ? file : undefined
}

const takeFile = async (c: Context, shelf: Shelf): Promise<Response> => {
  const file = await fileSent(c)
  if (file === undefined)
    return c.html(yourFilePage([{ line: 1, what: 'is missing: choose a file that holds something' }]), 400)
  const read = await readChronology(new Uint8Array(await file.arrayBuffer()), file.name)
  if ('faults' in read) return c.html(yourFilePage(read.faults), 400)
  const added = add(shelf, familiesIn(read.entries))
  if (added.length === 0) return c.html(yourFilePage([{ line: 1, what: whyNoneAdded(shelf) }]), 400)
  return c.redirect(added.length === 1 ? `/families/${added[0]}` : '/', 303)
}

const add = (shelf: Shelf, records: ReturnType<typeof familiesIn>): readonly string[] =>
  records.slice(0, Math.max(0, mostFamilies - shelf.size)).map(({ entries }) => {
    const id = familyNumber(shelf.size + 1)
    shelf.set(id, { id, entries })
    return id
  })

const whyNoneAdded = (shelf: Shelf): string =>
  shelf.size < mostFamilies
    ? 'belongs to the agencies’ record: the file holds no family'
    : 'finds no room: Holdfast holds as many families as it can. Stop it, start it anew and add this file first'

/** A fault on the terminal: where it was, and nothing of what the page or the message held. */
export const report = (error: Error, c: Context): void => {
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /u.test(line))
  console.error([`A page could not be made: ${error.name} at ${c.req.routePath}`, ...frames.slice(0, 6)].join('\n'))
}

/** The pages of a family that only read it, by their address. */
export const familyPages = {
  '/families/:id': () => familyPage,
  '/families/:id/ahead': () => aheadPage,
  '/families/:id/threads': () => threadsPage,
  '/families/:id/ledger': () => ledgerPage,
  '/families/:id/chronology': () => chronologyPage,
  '/families/:id/offered': () => offeredAndKeptPage,
  '/families/:id/medicines': () => medicinesPage,
  '/families/:id/people': () => peoplePage,
  '/families/:id/meeting': () => meetingPackPage,
  '/families/:id/five-factors': () => fiveFactorsPage,
  '/families/:id/misses/:miss': c => missPage(c.req.param('miss') ?? ''),
  '/families/:id/duties/:duty': c => dutyPage(c.req.param('duty') ?? ''),
} as const satisfies Record<string, (c: Context) => FamilyPage>

/** The style sheet, the script and the mark, which anybody may have. */
export const addFiles = (web: Hono): void => {
  web.get('/holdfast.css', c => c.body(stylesheet(), 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  web.get('/holdfast.js', c => c.body(browserScript(), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  web.get('/favicon.svg', c => c.body(favicon(), 200, { 'Content-Type': 'image/svg+xml' }))
}

/** The last day of any of the families: a file has no today. */
const lastOf = (shelf: Shelf): Day => Math.max(...[...shelf.values()].map(family => shelved(family).last)) as Day

/** All rules, and one of them, as they stand on the last day of what is shown. */
const addRules = (web: Hono, { settings, example }: Partnership, shelf: Shelf): void => {
  const look = () => ({ around: { example }, settings, day: lastOf(shelf) })
  web.get(rulesAddress, c =>
    c.html(
      rulesPage(
        look(),
        readRulesAsked(name => c.req.query(name)),
      ),
    ),
  )
  web.get(`${rulesAddress}/limits`, c => c.html(limitsPage(look())))
  web.get(editionsAddress, c => c.html(editionsPage({ typed: {}, problems: [] }, look())))
  web.get(adoptAddress, c => c.html(adoptPage({ posts: [], csrf: '', typed: { rules: [] }, problems: [] }, look())))
  web.get(`${rulesAddress}/:item`, c => {
    const rule = findRule(c.req.param('item') ?? '')
    return rule === undefined ? answerWrong(c, 'not-found') : c.html(rulePage({ rule }, look()))
  })
}

/** All pages over families that are read from a file, on this computer alone. Nothing is written; a file that is added is held in memory. */
export function app(partnership: Partnership): Hono {
  const shelf: Shelf = new Map(partnership.families.map(family => [family.id, family]))
  const around = { example: partnership.example }
  const web = new Hono()
  web.use(withHeaders, onlyThisComputer)
  addFiles(web)
  web.get('/', c => c.html(familiesPage({ ...partnership, families: [...shelf.values()] }, c.req.query('page'))))
  for (const [path, pageFor] of Object.entries(familyPages))
    web.get(path, c => {
      const family = shelf.get(c.req.param('id') ?? '')
      if (family === undefined) return answerWrong(c, 'not-found')
      return familyAnswer(c, { family, settings: partnership.settings, around }, pageFor(c))
    })
  addRules(web, partnership, shelf)
  web.get('/your-file', c => c.html(yourFilePage()))
  const limit = bodyLimit({ maxSize: largestFile + 65_536, onError: c => answerWrong(c, 'too-large') })
  web.post('/your-file', onlyOwnForms, limit, c => takeFile(c, shelf))
  web.notFound(c => answerWrong(c, 'not-found'))
  web.onError((error, c) => {
    report(error, c)
    return answerWrong(c, 'fault')
  })
  return web
}
