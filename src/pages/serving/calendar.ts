import type { Context, Hono } from 'hono'
import { londonDay } from '../../calendar/moment.ts'
import { calendarEvents } from '../../giving/calendar/events.ts'
import { calendarText } from '../../giving/calendar/ical.ts'
import { findLanguage, languageSaid } from '../../notices/to-family/language.ts'
import { familyWords } from '../../notices/to-family/words.ts'
import { fewInAWhile } from '../../sharing/few-in-a-while.ts'
import { hashOfToken, isToken } from '../../sharing/session.ts'
import { type CalendarFound, findCalendar, noteFetched } from '../../store/calendars.ts'
import { recordNow } from '../../store/record-now.ts'
import { answerWrong } from '../guard.ts'
import type { Served } from './served.ts'
import { addressOf } from './sign-in.ts'

const minute = 60_000

/** How often one calendar, and one place from which none is found, is answered; local settings. */
const limits = { calendar: { most: 60, length: 60 * minute }, nobody: { most: 30, length: 15 * minute } }

/** After how many hours a telephone may ask again. */
const refreshHours = 6

const headers = {
  'Content-Type': 'text/calendar; charset=utf-8',
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'Content-Disposition': 'inline; filename="appointments.ics"',
}

/** The calendar from the record as it is at this moment, asked anew at each fetch whether anything of it may go out. */
const textOf = async ({ store }: Served, { partnership, record, person }: CalendarFound): Promise<string> => {
  const now = store.now()
  const held = await recordNow(store, partnership, record)
  const whole = held?.stands
  const language = whole && findLanguage(languageSaid(whole, person, londonDay(now)))
  const { calendar } = familyWords[language ?? 'english']
  const of = whole && { record, person, whole, today: londonDay(now), title: calendar.title }
  return calendarText({ name: calendar.name, events: of === undefined ? [] : calendarEvents(of), now, refreshHours })
}

const tooMany = (c: Context) => c.text('Too many at once. Try again later.', 429, { 'Retry-After': '900' })

/** The calendars that telephones fetch: whoever has the address has the calendar, and no sign-in stands before it. */
export const addCalendars = (web: Hono, served: Served): void => {
  const isSeldom = fewInAWhile(limits.calendar)
  const isSeldomWrong = fewInAWhile(limits.nobody)
  const wrong = (c: Context) =>
    isSeldomWrong(addressOf(c), served.store.now()) ? answerWrong(c, 'not-found') : tooMany(c)
  web.get('/calendar/:file', async c => {
    const secret = /^(.+)\.ics$/u.exec(c.req.param('file'))?.[1] ?? ''
    if (!isToken(secret)) return wrong(c)
    const found = await findCalendar(served.store, hashOfToken(secret))
    if (found === undefined) return wrong(c)
    if (!isSeldom(found.feed, served.store.now())) return tooMany(c)
    await noteFetched(served.store, found)
    return c.body(await textOf(served, found), 200, headers)
  })
}
