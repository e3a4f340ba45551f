import type { Context } from 'hono'
import { whyNotMapped } from '../../../intake/sheets/appointments/mapping.ts'
import { examplesOf, headingsOf } from '../../../intake/sheets/appointments/rows-of-sheet.ts'
import {
  type FileRead,
  findColumnMap,
  readSheetFile,
  takeSheetFile,
  trySheetFile,
} from '../../../intake/sheets/appointments/take-sheet.ts'
import type { Fault } from '../../../intake/sheets/fault.ts'
import type { Feed } from '../../../store/feeds.ts'
import {
  closeUpload,
  findUpload,
  keepUpload,
  readSheetColumns,
  setSheetColumns,
  type Upload,
} from '../../../store/sheets.ts'
import { type ColumnSeen, columnField, readColumns, sheetColumnsPage } from '../../feeds/sheet-columns.ts'
import { sheetPreviewPage } from '../../feeds/sheet-preview.ts'
import { sheetsAddress, sheetsPage } from '../../feeds/sheets.ts'
import { feedsAddress } from '../../feeds/words.ts'
import { answerWrong } from '../../guard.ts'
import type { Problem } from '../../problem.ts'
import type { Env, Served, Web } from '../served.ts'
import { sentForm } from '../visit.ts'
import { findOwnFeed } from './gate.ts'
import { rowsSeen, unexplainedIn } from './sheet-rows.ts'

type C = Context<Env>

const findSheetFeed = async (c: C, served: Served): Promise<Feed | undefined> => {
  const feed = await findOwnFeed(c, served)
  return feed?.sort === 'sheet' && feed.ended === undefined ? feed : undefined
}

const showSending = async (c: C, { store }: Served, feed: Feed, faults: readonly Fault[] = []) => {
  const { around, csrf } = c.get('visit')
  const page = sheetsPage({ around, csrf, feed, faults, history: await readSheetColumns(store, feed) })
  return c.html(page, faults.length === 0 ? 200 : 400)
}

const sentFile = async (c: C): Promise<File | undefined> => {
  const file = (await c.req.formData()).get('file')
  return file instanceof File && file.size > 0 ? file : undefined
}

const noFile: Fault = { line: 1, what: 'is missing: choose a file' }

/** A file that cannot be read is told of at once, and kept nowhere. */
const send = async (c: C, served: Served, feed: Feed) => {
  const { asking } = c.get('visit')
  const file = await sentFile(c)
  if (file === undefined) return showSending(c, served, feed, [noFile])
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readSheetFile(bytes, feed, { made: served.store.now(), map: undefined })
  if ('faults' in read) return showSending(c, served, feed, read.faults)
  const upload = await keepUpload(served.store, asking, feed, bytes)
  return c.redirect(sheetsAddress(feed, upload), 303)
}

/** A file that waits, with what it holds by the map in force. */
interface Waiting {
  readonly feed: Feed
  readonly upload: Upload
  readonly read: FileRead
  readonly mapped: boolean
}

const findWaiting = async (c: C, served: Served, feed: Feed): Promise<Waiting | undefined> => {
  const { store } = served
  const upload = await findUpload(store, c.get('visit').asking, feed, c.req.param('upload') ?? '')
  if (upload === undefined || upload.taken !== undefined) return undefined
  const map = await findColumnMap(store, feed)
  const read = await readSheetFile(upload.bytes, feed, { made: upload.made, map })
  return 'faults' in read ? undefined : { feed, upload, read, mapped: map !== undefined }
}

const columnsOf = ({ read: { sheets, map } }: Waiting): readonly ColumnSeen[] => {
  const seen = new Map<string, readonly string[]>()
  for (const sheet of sheets) {
    const examples = examplesOf(sheet, map)
    for (const [at, heading] of headingsOf(sheet, map).entries())
      if (!seen.has(heading)) seen.set(heading, examples[at] ?? [])
  }
  return [...seen].map(([heading, examples]) => ({ heading, examples }))
}

const showColumns = (c: C, waiting: Waiting, problems: readonly Problem[] = [], map = waiting.read.map) => {
  const { around, csrf } = c.get('visit')
  const columns = columnsOf(waiting)
  const { feed, upload } = waiting
  const page = sheetColumnsPage({ around, csrf, feed, upload: upload.upload, columns, map, problems })
  return c.html(page, problems.length === 0 ? 200 : 400)
}

const takeColumns = async (c: C, served: Served, waiting: Waiting) => {
  const { asking } = c.get('visit')
  const headings = columnsOf(waiting).map(({ heading }) => heading)
  const map = readColumns(await sentForm(c), headings)
  const wrong = whyNotMapped(map, headings)
  if (wrong.length > 0)
    return showColumns(
      c,
      waiting,
      wrong.map(what => ({ field: columnField(0), what })),
      map,
    )
  await setSheetColumns(served.store, waiting.feed, map, asking.practitioner)
  return c.redirect(sheetsAddress(waiting.feed, waiting.upload.upload), 303)
}

const wrongOf = ({ read }: Waiting): readonly Problem[] =>
  [...new Set(read.mapped.flatMap(({ wrong }) => wrong))].map(what => ({ field: columnField(0), what }))

/** What each row becomes; before a map was ever set, and where it does not fit this sheet, which heading is what. */
const showWaiting = async (c: C, served: Served, waiting: Waiting) => {
  const { around, csrf } = c.get('visit')
  const { feed, upload, read } = waiting
  const wrong = wrongOf(waiting)
  if (wrong.length > 0) return showColumns(c, waiting, waiting.mapped ? wrong : [])
  if (!waiting.mapped) return showColumns(c, waiting)
  const counts = await trySheetFile(served.store, feed, read)
  const page = sheetPreviewPage({
    ...{ around, csrf, feed, upload: upload.upload, counts },
    rows: await rowsSeen(c, served, feed, read),
    refused: read.mapped.flatMap(one => one.refused),
    passedOver: read.passedOver,
    unexplained: await unexplainedIn(served, feed, read),
  })
  return c.html(page)
}

const take = async (c: C, served: Served, waiting: Waiting) => {
  const { feed, upload, read } = waiting
  if (wrongOf(waiting).length > 0 || !waiting.mapped) return showWaiting(c, served, waiting)
  const taken = await takeSheetFile(served.store, feed, read, `upload-${upload.upload}`)
  await closeUpload(served.store, feed, upload.upload, taken)
  return c.redirect(sheetsAddress(feed, upload.upload), 303)
}

/** What came of a sheet that was taken; asked again, as after a second press of the button, it says the same. */
const showTaken = async (c: C, { store }: Served, feed: Feed) => {
  const { around, csrf, asking } = c.get('visit')
  const upload = await findUpload(store, asking, feed, c.req.param('upload') ?? '')
  if (upload?.taken === undefined) return answerWrong(c, 'not-found')
  const history = await readSheetColumns(store, feed)
  return c.html(sheetsPage({ around, csrf, feed, faults: [], history, taken: upload.taken }))
}

/** Sheets of appointments of a feed: sent, their headings explained, looked at, and then taken. */
export const addSheetPages = (web: Web, served: Served): void => {
  const address = `${feedsAddress}/:feed/sheets`
  const withFeed = (answer: (c: C, feed: Feed) => Promise<Response>) => async (c: C) => {
    const feed = await findSheetFeed(c, served)
    return feed === undefined ? answerWrong(c, 'not-found') : answer(c, feed)
  }
  const withFile = (answer: (c: C, waiting: Waiting) => Promise<Response> | Response) =>
    withFeed(async (c, feed) => {
      const waiting = await findWaiting(c, served, feed)
      return waiting === undefined ? showTaken(c, served, feed) : answer(c, waiting)
    })
  web.get(
    address,
    withFeed((c, feed) => showSending(c, served, feed)),
  )
  web.post(
    address,
    withFeed((c, feed) => send(c, served, feed)),
  )
  web.get(
    `${address}/:upload`,
    withFile((c, waiting) => showWaiting(c, served, waiting)),
  )
  web.get(
    `${address}/:upload/columns`,
    withFile((c, waiting) => showColumns(c, waiting)),
  )
  web.post(
    `${address}/:upload/columns`,
    withFile((c, waiting) => takeColumns(c, served, waiting)),
  )
  web.post(
    `${address}/:upload/take`,
    withFile((c, waiting) => take(c, served, waiting)),
  )
}
