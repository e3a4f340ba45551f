import { londonDay } from '../../src/calendar/moment.ts'
import { holdfast } from '../../src/pages/serving/app.ts'
import { lookOf } from '../../src/pages/serving/family.ts'
import { openRecord } from '../../src/store/read.ts'
import { staffNow } from '../../src/store/staff.ts'
import type { Store } from '../../src/store/store.ts'
import { cookiesOfTeam, written } from './made-up-partnership.ts'
import { inMilliseconds, line, median, took } from './printed.ts'
import { record, type SharedRecord, sharedRecord } from './shared-pages.ts'

const rounds = 15

/** What each step takes the first time: the record that nobody has read yet, that somebody else has read, and that has grown. */
interface Steps {
  readonly unread: number
  readonly readByAnother: number
  readonly grown: number
  readonly folded: number
  readonly page: number
}

const connected = async (store: Store): Promise<void> => {
  await Promise.all([store.reader.query('select 1'), store.recorder.query('select 1')])
}

const round = async ({ started, partnership, team }: SharedRecord, at: number): Promise<Steps> => {
  const store = started()
  await connected(store)
  const { practitioners } = await staffNow(store, partnership)
  const readingOf = (place: number) => {
    const practitioner = team[place] ?? team[0]
    const posts = practitioners.find(({ id }) => id === practitioner)?.posts ?? []
    return {
      asking: { partnership, practitioner: practitioner as NonNullable<typeof practitioner> },
      reader: { posts },
    }
  }
  const open = (place: number) => openRecord(store, readingOf(place), record, 'bench')
  const unread = await took(() => open(0))
  const readByAnother = await took(() => open(1))
  const text = `Written in round ${at}`
  await written(store, {
    partnership,
    record,
    lines: [{ kind: 'concern', on: '2025-02-13', by: 'gp', text }],
    writer: 'import',
  })
  const grown = await took(() => open(0))
  const opened = await open(0)
  const folded = await took(async () => opened && lookOf(opened, { today: londonDay(store.now()) }))
  const [cookie = ''] = await cookiesOfTeam(store)
  const web = holdfast({ store, address: 'http://localhost' })
  const page = await took(async () =>
    (await web.request(`/families/${record}`, { headers: { host: 'localhost', cookie } })).text(),
  )
  await store.close()
  return { unread, readByAnother, grown, folded, page }
}

/** The first opening of a record of two thousand entries, step by step, by a server that knows nothing yet. */
export const firstOpening = async (): Promise<void> => {
  const shared = await sharedRecord()
  await round(shared, 0)
  const all: Steps[] = []
  for (let at = 1; at <= rounds; at++) all.push(await round(shared, at))
  const say = (what: string, of: keyof Steps) => line(what, inMilliseconds(median(all.map(steps => steps[of]))))
  line('a record of 2,000 entries that this server has not read yet', '')
  say('  opened for the first time: every entry is read and parsed', 'unread')
  say('  opened by a second reader: only which of them they may see is read', 'readByAnother')
  say('  opened again by the first, after one entry was written', 'grown')
  say('  folded for that reader', 'folded')
  say('  the first page of it, once it is folded', 'page')
}
