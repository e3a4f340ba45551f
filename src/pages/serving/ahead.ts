import type { Context } from 'hono'
import type { PersonId } from '../../record/field.ts'
import { hashOfToken, newToken } from '../../sharing/session.ts'
import { makeCalendar, readCalendars } from '../../store/calendars.ts'
import { readMessages } from '../../store/messages-to-family.ts'
import { recordNow } from '../../store/record-now.ts'
import { shortName } from '../address.ts'
import { mayHaveCalendar, type ReachingAsked, reachingPage } from '../ahead/reaching.ts'
import { sheetPage } from '../ahead/sheet.ts'
import { answerWrong } from '../guard.ts'
import { layout } from '../kit/layout.ts'
import { closePage } from './close-page.ts'
import { framed, type OpenFamily, openToWrite } from './family.ts'
import type { Env, Served, Web } from './served.ts'

type C = Context<Env>

/** The person of the family whom an address names, as the visitor may see the record. */
const personAsked = (c: C, { opened, look }: OpenFamily): PersonId | undefined =>
  [...look.stands.people.keys()].find(id => shortName(opened.record, id) === c.req.param('person'))

/** The whole record as it stands now, whoever may see it: what may reach the family is asked of all of it. */
const wholeOf = async (c: C, { store }: Served, { opened }: OpenFamily) =>
  (await recordNow(store, c.get('visit').asking.partnership, opened.record))?.stands

/** A family that was opened by somebody who may write in it, with the person whom the address names. */
const asked = async (c: C, served: Served, page: string) => {
  const open = await openToWrite(c, served, page)
  const person = open && personAsked(c, open)
  const whole = open && (await wholeOf(c, served, open))
  return open === undefined || person === undefined || whole === undefined ? undefined : { open, person, whole }
}

const askSheet = async (c: C, served: Served) => {
  const found = await asked(c, served, 'sheet')
  if (found === undefined) return answerWrong(c, 'not-found')
  const { open, person, whole } = found
  return c.html(layout({ ...c.get('visit').around, ...sheetPage({ look: open.look, person, whole }) }))
}

const showReaching = async (
  c: C,
  { store }: Served,
  open: OpenFamily,
  more: Pick<ReachingAsked, 'made' | 'refused'> = {},
) => {
  const { partnership } = c.get('visit').asking
  const { record } = open.opened
  const calendars = await readCalendars(store, partnership, record)
  const messages = await readMessages(store, partnership, record)
  return framed(c, open, reachingPage({ look: open.look, csrf: c.get('visit').csrf, calendars, messages, ...more }))
}

const askReaching = async (c: C, served: Served) => {
  const open = await openToWrite(c, served, 'reaching')
  return open === undefined ? answerWrong(c, 'not-found') : showReaching(c, served, open)
}

/** Makes a calendar, and shows its address once: only the hash of it is kept. */
const takeCalendar = async (c: C, served: Served) => {
  const found = await asked(c, served, 'calendar')
  if (found === undefined) return answerWrong(c, 'not-found')
  const { open, person, whole } = found
  const calendars = await readCalendars(served.store, c.get('visit').asking.partnership, open.opened.record)
  const hasOne = calendars.some(one => one.person === person && one.closed === undefined)
  if (hasOne) return showReaching(c, served, open)
  if (!mayHaveCalendar(whole, person, open.look)) return showReaching(c, served, open, { refused: person })
  const secret = newToken()
  const of = { record: open.opened.record, person, secret: hashOfToken(secret) }
  await makeCalendar(served.store, c.get('visit').asking, of)
  const address = `${served.address}/calendar/${secret}.ics`
  return showReaching(c, served, open, { made: { person, address } })
}

const takeClosing = async (c: C, served: Served) => {
  const found = await asked(c, served, 'close')
  if (found === undefined) return answerWrong(c, 'not-found')
  const { open, person } = found
  const { asking, practitioner } = c.get('visit')
  const by = asking.practitioner
  const [post] = practitioner.posts
  await closePage(served, {
    ...{ partnership: asking.partnership, record: open.opened.record, person, by, writer: by },
    ...(post === undefined ? {} : { agency: post.agency, author: practitioner.name }),
  })
  return c.redirect(open.look.addresses.bare('ahead/reaching'), 303)
}

/** What is made for one person of a family of all that lies ahead, and how each of them is reached. */
export const addAheadPages = (web: Web, served: Served): void => {
  web.get('/families/:id/ahead/sheet/:person', c => askSheet(c, served))
  web.get('/families/:id/ahead/reaching', c => askReaching(c, served))
  web.post('/families/:id/ahead/calendar/:person', c => takeCalendar(c, served))
  web.post('/families/:id/ahead/close/:person', c => takeClosing(c, served))
}
