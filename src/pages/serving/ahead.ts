import type { Context } from 'hono'
import type { PersonId } from '../../record/field.ts'
import { recordNow } from '../../store/record-now.ts'
import { shortName } from '../address.ts'
import { sheetPage } from '../ahead/sheet.ts'
import { answerWrong } from '../guard.ts'
import { layout } from '../kit/layout.ts'
import { type OpenFamily, openToWrite } from './family.ts'
import type { Env, Served, Web } from './served.ts'

type C = Context<Env>

/** The person of the family whom an address names, as the visitor may see the record. */
export const personAsked = (c: C, { opened, look }: OpenFamily): PersonId | undefined =>
  [...look.stands.people.keys()].find(id => shortName(opened.record, id) === c.req.param('person'))

/** The whole record as it stands now, whoever may see it: what may reach the family is asked of all of it. */
export const wholeOf = async (c: C, { store }: Served, { opened }: OpenFamily) =>
  (await recordNow(store, c.get('visit').asking.partnership, opened.record))?.stands

const askSheet = async (c: C, served: Served) => {
  const open = await openToWrite(c, served, 'sheet')
  const person = open && personAsked(c, open)
  const whole = open && (await wholeOf(c, served, open))
  if (open === undefined || person === undefined || whole === undefined) return answerWrong(c, 'not-found')
  return c.html(layout({ ...c.get('visit').around, ...sheetPage({ look: open.look, person, whole }) }))
}

/** What is made for one person of a family of all that lies ahead. */
export const addAheadPages = (web: Web, served: Served): void => {
  web.get('/families/:id/ahead/sheet/:person', c => askSheet(c, served))
}
