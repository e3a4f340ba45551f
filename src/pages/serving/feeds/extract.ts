import type { Context } from 'hono'
import { type ExtractFile, tableOfFile } from '../../../intake/sheets/extract/tables.ts'
import { takeExtract } from '../../../intake/sheets/extract/take-extract.ts'
import { headingOf } from '../../../record/words.ts'
import { answerGone, type GoneRow, readGone, readTakes } from '../../../store/extracts.ts'
import type { Feed } from '../../../store/feeds.ts'
import { myRecords } from '../../../store/read.ts'
import type { FamilyOnDay } from '../../family-on-day.ts'
import { type ExtractAsked, extractAddress, extractPage, type GoneSeen } from '../../feeds/extract.ts'
import { feedsAddress } from '../../feeds/words.ts'
import { answerWrong } from '../../guard.ts'
import { lookOf } from '../family.ts'
import type { Env, Served, Web } from '../served.ts'
import { sentForm } from '../visit.ts'
import { findOwnFeed } from './gate.ts'

type C = Context<Env>

/** A row that is gone as the visitor's own look at its record has it; nothing where they may not read it. */
const goneSeen = (looks: ReadonlyMap<string, FamilyOnDay>, row: GoneRow): GoneSeen | undefined => {
  const look = looks.get(row.record)
  if (look === undefined) return undefined
  const roots = new Set(row.parts.map(({ entry }) => entry))
  const entries = look.stands.entries
    .filter(({ root }) => roots.has(root))
    .map(entry => ({ words: headingOf(entry, look.name), href: look.addresses.entry(entry) }))
  return { row, whose: look.name(row.person), entries }
}

const show = async (c: C, { store }: Served, feed: Feed, more: Partial<ExtractAsked> = {}) => {
  const visit = c.get('visit')
  const [takes, gone, opened] = await Promise.all([
    readTakes(store, feed),
    readGone(store, feed),
    myRecords(store, visit),
  ])
  const looks = new Map(opened.map(one => [one.record, lookOf(one, visit)]))
  const seen = gone.flatMap(row => goneSeen(looks, row) ?? [])
  const { around, csrf } = visit
  const page = extractPage({ around, csrf, feed, takes, gone: seen, others: gone.length - seen.length, ...more })
  return c.html(page, more.problem === undefined ? 200 : 400)
}

const filesOf = async (c: C): Promise<readonly ExtractFile[]> => {
  const sent = (await c.req.formData()).getAll('files').filter(one => one instanceof File)
  const own = sent.filter(({ name, size }) => size > 0 && tableOfFile(name) !== undefined)
  return Promise.all(own.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
}

const noTable = 'Choose files that are named for the tables of the dataset, such as ssd_person.csv'

const take = async (c: C, served: Served, feed: Feed) => {
  const files = await filesOf(c)
  if (files.length === 0) return show(c, served, feed, { problem: noTable })
  const taken = await takeExtract(served.store, feed, files, c.get('visit').asking.practitioner)
  served.wake?.()
  return show(c, served, feed, { taken })
}

/** Whoever may not read the record of a row has not seen what it became, and cannot say that they have looked. */
const look = async (c: C, { store }: Served, feed: Feed) => {
  const visit = c.get('visit')
  const source = (await sentForm(c))('source') ?? ''
  const own = new Set((await myRecords(store, visit)).map(({ record }) => record))
  const row = (await readGone(store, feed)).find(one => one.source === source)
  if (row === undefined || !own.has(row.record)) return answerWrong(c, 'not-found')
  await answerGone(store, feed, source, visit.asking.practitioner)
  return c.redirect(extractAddress(feed), 303)
}

/** The council's extract, sent by hand, and the rows that are gone from it. */
export const addExtractPages = (web: Web, served: Served): void => {
  const address = `${feedsAddress}/:feed/extract`
  const withFeed = (answer: (c: C, feed: Feed) => Promise<Response>) => async (c: C) => {
    const feed = await findOwnFeed(c, served)
    return feed?.sort === 'extract' && feed.ended === undefined ? answer(c, feed) : answerWrong(c, 'not-found')
  }
  web.get(
    address,
    withFeed((c, feed) => show(c, served, feed)),
  )
  web.post(
    address,
    withFeed((c, feed) => take(c, served, feed)),
  )
  web.post(
    `${address}/gone`,
    withFeed((c, feed) => look(c, served, feed)),
  )
}
