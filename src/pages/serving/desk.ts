import type { Context } from 'hono'
import { findDay } from '../../calendar/day.ts'
import { append } from '../../store/append.ts'
import { type DeskItem, findDeskItem, placeDeskItem, readDesk } from '../../store/desk.ts'
import { findRecords, readCandidates } from '../../store/finding.ts'
import { beginRecord } from '../../store/records.ts'
import { deskPage, type Lying } from '../desk.ts'
import { answerWrong } from '../guard.ts'
import { firstLines, type Line } from '../refer.ts'
import type { Env, Served, Web } from './served.ts'
import { sentForm } from './visit.ts'
import { sitsAtDesk } from './ways.ts'

type C = Context<Env>

const soughtOf = ({ child }: DeskItem) => {
  const born = child.born === undefined ? undefined : findDay(child.born)
  return {
    ...(child.nhs === undefined ? {} : { nhs: child.nhs }),
    ...(child.name === undefined ? {} : { name: child.name }),
    ...(born === undefined ? {} : { born }),
  }
}

const lyingOf = async ({ store }: Served, partnership: number, item: DeskItem): Promise<Lying> => {
  const { sure, possible } = await findRecords(store, partnership, soughtOf(item))
  return { item, candidates: await readCandidates(store, partnership, [...sure, ...possible]) }
}

const show = async (c: C, served: Served) => {
  const { asking, around, csrf } = c.get('visit')
  const items = await readDesk(served.store, asking.partnership)
  const lying = await Promise.all(items.map(item => lyingOf(served, asking.partnership, item)))
  return c.html(deskPage({ around, csrf, lying }))
}

interface Placing {
  readonly item: DeskItem
  readonly record: string
  readonly person: string
}

const linesFor = ({ item, record, person }: Placing): readonly Line[] => {
  const lines = item.lines as readonly Line[]
  return record === ''
    ? firstLines({ sought: soughtOf(item), address: item.child.address ?? '', lines }, 'child')
    : lines.map(line => ({ ...line, child: person }))
}

/** Writes it where it belongs, in the name of whoever wrote it; pressed twice, it is written once. */
const place = async (served: Served, partnership: number, placing: Placing): Promise<string | undefined> => {
  const { item, record } = placing
  const writing = { partnership, lines: linesFor(placing), writer: item.writer, form: `desk-${item.item}` }
  const outcome =
    record === '' ? await beginRecord(served.store, writing) : await append(served.store, { ...writing, record })
  return 'record' in outcome ? outcome.record : undefined
}

const take = async (c: C, served: Served) => {
  const { asking } = c.get('visit')
  const form = await sentForm(c)
  const item = await findDeskItem(served.store, asking.partnership, form('item') ?? '')
  const [record, person] = [form('record') ?? '', form('person') ?? '']
  if (item === undefined) return answerWrong(c, 'not-found')
  const { candidates } = await lyingOf(served, asking.partnership, item)
  const fits = record === '' || candidates.some(one => one.record === record && one.person === person)
  if (!fits || item.record !== undefined) return c.redirect('/desk', 303)
  const written = await place(served, asking.partnership, { item, record, person })
  if (written !== undefined) await placeDeskItem(served.store, asking, item.item, written)
  served.wake?.()
  return c.redirect('/desk', 303)
}

/** The desk, for those who sit at it; for anybody else there is no such page. */
export const addDeskPages = (web: Web, served: Served): void => {
  web.use('/desk', async (c, next) => {
    if (!sitsAtDesk(c.get('visit').practitioner.posts)) return answerWrong(c, 'not-found')
    return next()
  })
  web.get('/desk', c => show(c, served))
  web.post('/desk', c => take(c, served))
}
