import type { Context } from 'hono'
import { toldOfOpening } from '../../duties/told-of-opening.ts'
import { deskPosts, postsIn } from '../../record/posts.ts'
import { agenciesNow } from '../../store/agencies.ts'
import { breakGlass, glassHours, mayOpenNow } from '../../store/break-glass.ts'
import { findOneChild } from '../../store/finding.ts'
import { recordNow } from '../../store/record-now.ts'
import {
  type OpeningAsked,
  type OpeningTyped,
  openAddress,
  openingTyped,
  openWithoutBelongingPage,
  readOpening,
} from '../open-without-belonging.ts'
import type { Env, Served, Web } from './served.ts'
import { sentForm } from './visit.ts'

type C = Context<Env>

const page = (c: C, typed: OpeningTyped, more: Partial<OpeningAsked> = {}) => {
  const { around, csrf } = c.get('visit')
  return openWithoutBelongingPage({ around, csrf, typed, hours: glassHours, ...more })
}

/** The desks of social care that answer the telephone. */
const desksOf = async (c: C, { store }: Served) =>
  deskPosts(postsIn(await agenciesNow(store, c.get('visit'))), 'duty-social-worker')

const cannotOpen = async (c: C, served: Served, typed: OpeningTyped) =>
  c.html(page(c, typed, { desks: await desksOf(c, served) }), 404)

/** Opens the record and tells those who must know; false when it is closed to this practitioner for good. */
const open = async (c: C, { store, wake }: Served, record: string, reason: string): Promise<boolean> => {
  const { asking, practitioner } = c.get('visit')
  const now = await recordNow(store, asking.partnership, record)
  if (now === undefined) return false
  const opened = await breakGlass(store, asking, { record, reason, tell: toldOfOpening(now, practitioner) })
  if (opened) wake?.()
  return opened
}

const take = async (c: C, served: Served) => {
  const { asking } = c.get('visit')
  const typed = openingTyped(await sentForm(c))
  const read = readOpening(typed)
  if ('problems' in read) return c.html(page(c, typed, { problems: read.problems }), 400)
  const found = await findOneChild(served.store, asking.partnership, read.sought)
  if (found === undefined) return cannotOpen(c, served, typed)
  const { record } = found
  const isOpen = (await mayOpenNow(served.store, asking, record)) || (await open(c, served, record, read.reason))
  return isOpen ? c.redirect(`/families/${record}`, 303) : cannotOpen(c, served, typed)
}

/** Opening a record without belonging to it. */
export const addOpenWithoutBelongingPages = (web: Web, served: Served): void => {
  web.get(openAddress, c => {
    const nothing = openingTyped(() => undefined)
    return c.html(page(c, nothing))
  })
  web.post(openAddress, c => take(c, served))
}
