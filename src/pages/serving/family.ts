import type { Context } from 'hono'
import { agenciesRecord, withAgencies } from '../../record/agency-record.ts'
import type { Entry } from '../../record/entry.ts'
import { postsIn } from '../../record/posts.ts'
import { isMover } from '../../record/sight.ts'
import { settingsIn } from '../../store/agencies.ts'
import { type Opened, openRecord } from '../../store/read.ts'
import { shortName } from '../address.ts'
import { familyAnswer, familyPages } from '../app.ts'
import { type FamilyContent, familyFrame } from '../family-frame.ts'
import { type FamilyOnDay, familyOnDay } from '../family-on-day.ts'
import { answerWrong } from '../guard.ts'
import { keptPage } from '../kept-pages.ts'
import type { Family } from '../partnership.ts'
import type { Env, Served, Web } from './served.ts'
import type { Visit } from './visit.ts'

const families = new WeakMap<Opened, Family>()
const posts = new WeakMap<readonly Entry[], ReturnType<typeof postsIn>>()

/** The posts in one state of the agencies' record, which all families of the partnership share. */
const postsOf = (agencies: readonly Entry[]): ReturnType<typeof postsIn> => {
  const held = posts.get(agencies) ?? postsIn(agencies)
  posts.set(agencies, held)
  return held
}

/** A record as the pages of a family know it: the same object as long as nothing of it has changed for this reader. */
export const familyOf = (opened: Opened, { today }: Pick<Visit, 'today'>): Family => {
  const held = families.get(opened)
  if (held !== undefined && held.today === today) return held
  const { record, entries, agencies, leads, replayed } = opened
  const family = {
    id: record,
    entries: withAgencies(entries, agencies),
    today,
    leads,
    replayed: replayed > 0,
    posts: postsOf(agencies),
  }
  families.set(opened, family)
  return family
}

/** A record that was opened, and how its family stands today for this reader. */
export interface OpenFamily {
  readonly opened: Opened
  readonly look: FamilyOnDay
}

/** The look at a record that was opened. */
export const lookOf = (opened: Opened, visit: Pick<Visit, 'today'>): FamilyOnDay =>
  familyOnDay(familyOf(opened, visit), settingsIn(opened.agencies))

/** Whoever opened a record with a reason alone reads it, and writes nothing in it: they refer the child, or write to the desk. */
export const mayWrite = ({ opened }: OpenFamily): boolean => opened.way === 'network'

/** A page of a family, as this reader finds it: with the forms only for whoever may write. */
export const framed = (c: Context<Env>, open: OpenFamily, content: FamilyContent, status: 200 | 400 = 200) => {
  const { around } = c.get('visit')
  const asked = { look: open.look, query: () => undefined, wrong: undefined, around, live: mayWrite(open) }
  return c.html(familyFrame(asked, content), status)
}

/** An entry of the reader's own look, by the name in the address; what the agencies keep, and what moves entries, is no family's. */
export const entryAsked = (c: Context<Env>, { look, opened }: OpenFamily): Entry | undefined =>
  look.stands.entries.find(
    entry =>
      entry.record !== agenciesRecord &&
      !isMover(entry) &&
      shortName(opened.record, entry.root) === c.req.param('entry'),
  )

const idShape = /^[a-z0-9]{10}$/u

/** Opens the record that an address names, for whoever asks, and writes the opening down; nothing when it is not theirs. */
export const openFamily = async (c: Context<Env>, served: Served, page: string): Promise<OpenFamily | undefined> => {
  const visit = c.get('visit')
  const id = c.req.param('id') ?? ''
  if (!idShape.test(id)) return undefined
  const opened = await openRecord(served.store, visit, id, page)
  return opened === undefined ? undefined : { opened, look: lookOf(opened, visit) }
}

/** The same, for whoever may also write in it. */
export const openToWrite = async (c: Context<Env>, served: Served, page: string): Promise<OpenFamily | undefined> => {
  const open = await openFamily(c, served, page)
  return open !== undefined && mayWrite(open) ? open : undefined
}

const pageName = (path: string): string => path.split('/')[3] ?? 'now'

/** The pages of a family that only read it. */
export const addFamilyPages = (web: Web, served: Served): void => {
  for (const [path, pageFor] of Object.entries(familyPages))
    web.get(path, async c => {
      const visit = c.get('visit')
      const open = await openFamily(c, served, pageName(path))
      if (open === undefined) return answerWrong(c, 'not-found')
      const { family, settings } = open.look
      const page = keptPage(pageFor(c), c.req.url)
      return familyAnswer(c, { family, settings, around: visit.around, live: mayWrite(open) }, page)
    })
}
