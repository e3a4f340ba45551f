import type { Context } from 'hono'
import { isoDay } from '../../calendar/day.ts'
import type { Entry } from '../../record/entry.ts'
import { tellGovernance, wasSent } from '../../store/apart.ts'
import { append } from '../../store/append.ts'
import type { Line } from '../../store/line.ts'
import { answerWrong } from '../guard.ts'
import { type ApartRead, type ApartTyped, apartTyped, isSetApartPage, readApart, setApartPage } from '../set-apart.ts'
import { entryAsked, framed, type OpenFamily, openToWrite } from './family.ts'
import { moveEntry } from './move-entry.ts'
import { isKey, newKey } from './one-time-key.ts'
import type { Env, Served, Web } from './served.ts'
import { signedBy } from './signed-by.ts'
import { sentForm, type Visit } from './visit.ts'

type C = Context<Env>

interface Shown {
  readonly typed: ApartTyped
  readonly key?: string
  readonly problems?: ApartProblems
}
type ApartProblems = Extract<ReturnType<typeof readApart>, { readonly problems: unknown }>['problems']

const show = (c: C, open: OpenFamily, entry: Entry, { typed, key = newKey(), problems = [] }: Shown) => {
  const { csrf } = c.get('visit')
  const content = setApartPage({ look: open.look, entry, action: c.req.path, csrf, key, typed, problems })
  return framed(c, open, content, problems.length > 0 ? 400 : 200)
}

const ask = async (c: C, served: Served) => {
  const open = await openToWrite(c, served, 'set apart')
  const entry = open && entryAsked(c, open)
  if (open === undefined || entry === undefined) return answerWrong(c, 'not-found')
  return show(c, open, entry, { typed: apartTyped(() => undefined) })
}

const lineOf = (visit: Visit, { root }: Entry, reason: string): Line => ({
  kind: 'set-apart',
  on: isoDay(visit.today),
  ...signedBy(visit),
  entry: root,
  reason,
})

/** Sets the entry apart, writes it where it belongs, and tells the information-governance lead; sent twice, it is done once. */
const setApart = async (
  c: C,
  { store, wake }: Served,
  open: OpenFamily,
  entry: Entry,
  read: ApartRead,
  key: string,
) => {
  const visit = c.get('visit')
  const { asking } = visit
  const { record } = open.opened
  const writing = { partnership: asking.partnership, record, writer: asking.practitioner, form: key }
  const outcome = await append(store, { ...writing, lines: [lineOf(visit, entry, read.reason)] })
  if (!('number' in outcome)) return false
  if (!outcome.again) await tellGovernance(store, asking.partnership, record, 'set-apart')
  const wrong = { record, entry: entry.root, ...(entry.record === undefined ? {} : { origin: entry.record }) }
  if (read.child !== undefined) await moveEntry(store, asking, wrong, read.child)
  wake?.()
  return true
}

const done = (c: C, record: string, named: boolean) =>
  c.redirect(`/set-apart?family=${record}${named ? '&named=yes' : ''}`, 303)

const take = async (c: C, served: Served) => {
  const open = await openToWrite(c, served, 'set apart')
  if (open === undefined) return answerWrong(c, 'not-found')
  const { record } = open.opened
  const form = await sentForm(c)
  const key = form('key') ?? ''
  const typed = apartTyped(form)
  const read = readApart(typed)
  const entry = entryAsked(c, open)
  if (!isKey(key)) return answerWrong(c, 'not-found')
  if (entry === undefined) {
    const again = 'reason' in read && (await wasSent(served.store, c.get('visit').asking, record, key))
    return again ? done(c, record, read.child !== undefined) : answerWrong(c, 'not-found')
  }
  if ('problems' in read) return show(c, open, entry, { typed, key, problems: read.problems })
  if (!(await setApart(c, served, open, entry, read, key))) return answerWrong(c, 'not-found')
  return done(c, record, read.child !== undefined)
}

const idShape = /^[a-z0-9]{10}$/u

const tell = (c: C) => {
  const family = c.req.query('family') ?? ''
  if (!idShape.test(family)) return answerWrong(c, 'not-found')
  const { around } = c.get('visit')
  return c.html(isSetApartPage({ around, family, named: c.req.query('named') === 'yes' }))
}

/** Setting an entry apart that does not belong to a family: anybody who may open the record, at once. */
export const addSetApartPages = (web: Web, served: Served): void => {
  web.get('/families/:id/entries/:entry/set-apart', c => ask(c, served))
  web.post('/families/:id/entries/:entry/set-apart', c => take(c, served))
  web.get('/set-apart', tell)
}
