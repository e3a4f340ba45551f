import type { Context } from 'hono'
import { html } from 'hono/html'
import { openingsByDay, type Part, type Piece, reviewOpening, unusualOpenings } from '../../store/openings.ts'
import { readSettingHistory, writeSetting } from '../../store/settings.ts'
import { readPage } from '../asked-day.ts'
import { governancePage } from '../governance.ts'
import { answerWrong } from '../guard.ts'
import {
  type LogPage,
  noFinding,
  nothingToFollow,
  openedTable,
  openingsAddress,
  openingsOnPage,
  recordOpeningsPage,
  unusualOpeningsPage,
} from '../openings.ts'
import type { Problem } from '../problem.ts'
import { readSetting, type SettingsAsked, settingsAddress, settingsPage } from '../settings.ts'
import { addApartPages } from './apart.ts'
import { framed, openFamily } from './family.ts'
import { addDisclosurePages } from './feeds/disclosures.ts'
import { addJoiningPages } from './joining-records.ts'
import type { Env, Served, Web } from './served.ts'
import { sentForm } from './visit.ts'
import { leadsGovernance } from './ways.ts'

type C = Context<Env>

const mostPages = 10_000

/** The page of a log that the address asks for. */
const logOf = async <T>(c: C, read: (piece: Piece) => Promise<Part<T>>): Promise<LogPage<T>> => {
  const page = readPage(c.req.query('page'), mostPages)
  return { ...(await read({ skip: (page - 1) * openingsOnPage, most: openingsOnPage })), page }
}

const showOpenings = async (c: C, { store }: Served, problems: readonly Problem[] = []) => {
  const { asking, around, csrf } = c.get('visit')
  const log = await logOf(c, piece => unusualOpenings(store, asking, piece))
  return c.html(unusualOpeningsPage({ around, csrf, log, problems }), problems.length > 0 ? 400 : 200)
}

const findingOf = (form: (name: string) => string | undefined): string =>
  form('do') === 'nothing' ? nothingToFollow : (form('finding') ?? '').trim().slice(0, 2000)

const takeReview = async (c: C, served: Served) => {
  const form = await sentForm(c)
  const opening = Number(form('opening'))
  const finding = findingOf(form)
  if (!Number.isSafeInteger(opening)) return answerWrong(c, 'not-found')
  if (finding === '') return showOpenings(c, served, [noFinding(opening)])
  await reviewOpening(served.store, c.get('visit').asking, opening, finding)
  return c.redirect(`${openingsAddress}#o-${opening}`, 303)
}

const recordShape = /^[a-z0-9]{1,20}$/u

const showRecord = async (c: C, { store }: Served) => {
  const { asking, around } = c.get('visit')
  const record = c.req.param('record') ?? ''
  if (!recordShape.test(record)) return answerWrong(c, 'not-found')
  const log = await logOf(c, piece => openingsByDay(store, asking, record, piece))
  return c.html(recordOpeningsPage({ around, record, log }))
}

/** Who has opened a family's record, for whoever leads or manages it; for anybody else there is no such page. */
const showFamily = async (c: C, served: Served) => {
  const { asking } = c.get('visit')
  const open = await openFamily(c, served, 'who has opened this')
  if (open === undefined || !open.opened.leads) return answerWrong(c, 'not-found')
  const { look, opened } = open
  const log = await logOf(c, piece => openingsByDay(served.store, asking, opened.record, piece))
  const body = html`<h2 class="holdfast-section">Who has opened this</h2>
<p>Everybody who has looked into this record. Whoever worries about one of them asks the information-governance lead.</p>
${openedTable(log, page => look.addresses.page('opened', { page }))}`
  const content = { title: 'Who has opened this', here: 'opened' as const, body }
  return framed(c, open, content)
}

const showSettings = async (c: C, { store }: Served, more: Partial<SettingsAsked> = {}) => {
  const { asking, around, csrf, standing } = c.get('visit')
  const history = await readSettingHistory(store, asking.partnership)
  const page = settingsPage({ around, csrf, example: standing.example, history, ...more })
  return c.html(page, more.problems === undefined ? 200 : 400)
}

const takeSetting = async (c: C, served: Served) => {
  const read = readSetting(await sentForm(c))
  if (read === undefined) return answerWrong(c, 'not-found')
  if ('problems' in read) return showSettings(c, served, read)
  await writeSetting(served.store, c.get('visit').asking, read.set.name, read.set.value)
  return c.redirect(settingsAddress, 303)
}

/**
 * Who has opened what, what was set apart, which records belong together, and the settings, for the information-governance
 * lead alone; and a family's own log for its lead.
 */
export const addGovernancePages = (web: Web, served: Served): void => {
  web.use('/governance/*', async (c, next) =>
    leadsGovernance(c.get('visit').practitioner.posts) ? next() : answerWrong(c, 'not-found'),
  )
  web.get('/governance', c => c.html(governancePage({ around: c.get('visit').around })))
  web.get(openingsAddress, c => showOpenings(c, served))
  web.post(openingsAddress, c => takeReview(c, served))
  web.get(`${openingsAddress}/:record`, c => showRecord(c, served))
  web.get('/families/:id/opened', c => showFamily(c, served))
  web.get(settingsAddress, c => showSettings(c, served))
  web.post(settingsAddress, c => takeSetting(c, served))
  addApartPages(web, served)
  addJoiningPages(web, served)
  addDisclosurePages(web, served)
}
