import type { Context } from 'hono'
import { isoDay } from '../../calendar/day.ts'
import { authorOf } from '../../intake/forms/read-form.ts'
import { newlyKnown } from '../../notices/receipt.ts'
import type { Post } from '../../people/practitioner.ts'
import { sightFields } from '../../record/strictest-sight.ts'
import { append } from '../../store/append.ts'
import { acknowledge, findNotice, type Notice, readInbox, readOpeners } from '../../store/notices.ts'
import { myRecords, type Opened } from '../../store/read.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { answerWrong } from '../guard.ts'
import { inboxPage } from '../inbox.ts'
import { isList, type NoticeRead } from '../things-told.ts'
import { lookOf } from './family.ts'
import type { Env, Served, Web } from './served.ts'
import type { Visit } from './visit.ts'
import { leadsGovernance } from './ways.ts'

const mostHad = 50

type Looks = (record: string) => FamilyOnDay | undefined

/** One look for each record, so that notices of one family are known to be of one. */
const looksAt = (opened: readonly Opened[], visit: Visit): Looks => {
  const own = new Map(opened.map(one => [one.record, one]))
  const looks = new Map<string, FamilyOnDay>()
  return record => {
    const held = looks.get(record)
    const one = own.get(record)
    if (held !== undefined || one === undefined) return held
    const look = lookOf(one, visit)
    looks.set(record, look)
    return look
  }
}

type Openers = Awaited<ReturnType<typeof readOpeners>>

/** Notices as their reader may read them; one about duties of a record that is no longer theirs is none. */
const readNotices = (notices: readonly Notice[], looks: Looks, openers: Openers): readonly NoticeRead[] =>
  notices
    .map(notice => ({
      notice,
      look: notice.record === undefined ? undefined : looks(notice.record),
      lookAt: looks,
      opener: notice.opening === undefined ? undefined : openers.get(notice.opening),
    }))
    .filter(({ notice, look }) => notice.template !== 'duties' || look !== undefined)

const openersOf = ({ store }: Served, { asking }: Visit, notices: readonly Notice[]): Promise<Openers> => {
  const openings = notices.flatMap(({ opening }) => opening ?? [])
  return openings.length === 0
    ? Promise.resolve(new Map())
    : readOpeners(store, asking.partnership, [...new Set(openings)])
}

const show = async (c: Context<Env>, served: Served): Promise<Response> => {
  const visit = c.get('visit')
  const { store } = served
  const [opened, open, closed] = await Promise.all([
    myRecords(store, visit),
    readInbox(store, visit.asking),
    readInbox(store, visit.asking, { acknowledged: true, most: mostHad }),
  ])
  const openers = await openersOf(served, visit, [...open, ...closed])
  const looks = looksAt(opened, visit)
  const waiting = readNotices(open, looks, openers)
  const { visitor } = visit.around
  return c.html(
    inboxPage({
      around:
        visitor === undefined ? visit.around : { ...visit.around, visitor: { ...visitor, waiting: waiting.length } },
      csrf: visit.csrf,
      today: visit.today,
      leadsGovernance: leadsGovernance(visit.practitioner.posts),
      waiting,
      had: readNotices(closed, looks, openers),
      justHad: c.req.query('had') !== undefined,
      hasGrown: c.req.query('grown') !== undefined,
    }),
  )
}

/** The post in which somebody acknowledges: that of the desk to which it came, else that which owes one of the duties. */
const postFor = ({ desk }: Notice, duties: FamilyOnDay['duties'], posts: readonly Post[]): Post | undefined =>
  posts.find(({ agency, role }) => agency === desk.agency && role === desk.role) ??
  posts.find(({ role }) => duties.some(({ owner }) => owner === role)) ??
  posts[0]

/** A receipt is written once for each record of a notice. */
const formOf = ({ notice, record }: Notice, own: string): string =>
  record === undefined ? `notice-${notice}-${own}` : `notice-${notice}`

/**
 * Puts on record that an agency knows what a notice rests on, where the record does not say so yet; see `newlyKnown`.
 * Everything is read as the visitor may see it, and what is said is for those who may see all that it names.
 */
const keepReceipt = async ({ store }: Served, visit: Visit, opened: Opened, notice: Notice): Promise<void> => {
  const { stands, duties } = lookOf(opened, visit)
  const keys = new Set(notice.of.map(({ key }) => key))
  const told = duties.filter(({ key }) => keys.has(key))
  const post = postFor(notice, told, visit.practitioner.posts)
  if (post === undefined) return
  const { agency } = post
  const known = newlyKnown({ stands, entries: opened.entries, duties: told, agency })
  if (known.length === 0) return
  const line = {
    ...{ kind: 'acknowledged', on: isoDay(visit.today), by: agency, author: authorOf(visit.practitioner, post) },
    ...{ of: known.map(({ root }) => root), to: [agency], way: 'inbox', ...sightFields(known, agency) },
  }
  const { partnership, practitioner: writer } = visit.asking
  await append(store, {
    partnership,
    record: opened.record,
    lines: [line],
    writer,
    form: formOf(notice, opened.record),
  })
}

/** What a notice tells of one record: a list is known to each of its families apart. */
const ofRecord = (notice: Notice, record: string): Notice => ({
  ...notice,
  of: notice.of.filter(one => one.record === record),
})

const recordsOf = ({ record, of }: Notice): readonly string[] =>
  record === undefined ? [...new Set(of.map(one => one.record))] : [record]

/** How many things the visitor saw in the notice; nothing where the form does not say. */
const shownOf = (things: unknown): number | undefined =>
  typeof things === 'string' && /^\d{1,4}$/u.test(things) ? Number(things) : undefined

const isOfDuties = (notice: Notice): boolean => notice.template === 'duties' || isList(notice)

const take = async (c: Context<Env>, served: Served): Promise<Response> => {
  const visit = c.get('visit')
  const number = Number(c.req.param('notice'))
  const notice = Number.isSafeInteger(number) ? await findNotice(served.store, visit.asking, number) : undefined
  const opened = await myRecords(served.store, visit)
  const own = opened.filter(({ record }) => notice !== undefined && recordsOf(notice).includes(record))
  if (notice === undefined || (isOfDuties(notice) && own.length === 0)) return answerWrong(c, 'not-found')
  const things = (await c.req.formData()).get('things')
  const said = await acknowledge(served.store, visit.asking, number, shownOf(things))
  if (said === 'not-theirs') return answerWrong(c, 'not-found')
  if (said === 'grown') return c.redirect('/inbox?grown=1', 303)
  if (isOfDuties(notice)) for (const one of own) await keepReceipt(served, visit, one, ofRecord(notice, one.record))
  served.wake?.()
  return c.redirect('/inbox?had=1', 303)
}

/** What somebody and their desks have been told, and saying that one has it. */
export const addInboxPages = (web: Web, served: Served): void => {
  web.get('/inbox', c => show(c, served))
  web.post('/inbox/:notice', c => take(c, served))
}
