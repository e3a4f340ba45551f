import type { Context } from 'hono'
import { html } from 'hono/html'
import { isoDay } from '../../calendar/day.ts'
import { addHours } from '../../calendar/moment.ts'
import { isPhoneSafe, lastAsked, pageHolds, pageState } from '../../giving/parent/is-there.ts'
import { childrenOfParent } from '../../giving/parent/may-show.ts'
import { parentSees } from '../../giving/parent/parent-sees.ts'
import { kinds } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { postsIn } from '../../record/posts.ts'
import { holdsInWords } from '../../record/reaching-family.ts'
import { audienceOf, sightFor } from '../../record/sight.ts'
import { all, type Picture } from '../../record/standing.ts'
import { codeLength, hashOfCode, newParentCode, newParentNumber } from '../../sharing/parent-sign-in.ts'
import { append } from '../../store/append.ts'
import {
  openParentAccess,
  type ParentAccess,
  readParentAccess,
  readParentOpenings,
  renewParentCode,
} from '../../store/parents.ts'
import { type RecordNow, recordNow } from '../../store/record-now.ts'
import { shortName } from '../address.ts'
import { answerWrong } from '../guard.ts'
import { momentInWords } from '../moment.ts'
import { myLayout } from '../my/layout.ts'
import { myBody } from '../my/page.ts'
import { type GivenCode, type ParentStands, type ParentsPageAsked, parentsPage } from '../parents-page.ts'
import { closePage } from './close-page.ts'
import { framed, mayWrite, type OpenFamily, openFamily, openToWrite } from './family.ts'
import { languageAsked } from './my-visit.ts'
import type { Env, Served, Web } from './served.ts'
import { signedBy } from './signed-by.ts'
import { sentForm } from './visit.ts'

type C = Context<Env>

/** Whether somebody works with the parents, and so may know who of them has a page. */
const worksWithParents = (c: C): boolean => {
  const { sight = [] } = kinds['parent-page-opened'].options
  const audience = audienceOf(c.get('visit').reader.posts ?? [])
  return sight.some(word => audience.includes(word))
}

/** Everybody on a record who is a parent or carer of a child of it. */
const parentsIn = (stands: Picture, today: Parameters<typeof childrenOfParent>[1]['today']): readonly PersonId[] =>
  [...new Set(all(stands, 'relationship').map(entry => entry.person))].filter(
    person => childrenOfParent(stands, { person, today }).length > 0 && stands.people.get(person)?.death === undefined,
  )

interface Asking {
  readonly open: OpenFamily
  readonly whole: RecordNow
  readonly access: readonly ParentAccess[]
}

const refOf = ({ opened }: OpenFamily, person: PersonId): string => shortName(opened.record, person)

/** As far as this reader may know; the whole record is asked when something is given or handed over. */
const standsOf = (c: C, { open, access }: Asking, person: PersonId): ParentStands => {
  const { today, reader } = c.get('visit')
  const { name, stands } = open.look
  const asked = lastAsked(stands, person, today)
  const of = { person, day: today }
  return {
    ...{ person, ref: refOf(open, person), name: name(person), asked, safe: isPhoneSafe(asked) },
    children: childrenOfParent(stands, { person, today }).map(name),
    access: access.find(one => one.person === person && one.closed === undefined),
    state: pageState(stands, of),
    paper: pageState(stands, { ...of, paper: true }),
    why: holdsInWords(pageHolds(stands, person, today), sightFor(reader)),
  }
}

/** What the page stands on; nothing for somebody who may not open the record, or does not work with the parents. */
const askedOf = async (c: C, served: Served, writes: boolean): Promise<Asking | undefined> => {
  const open = writes ? await openToWrite(c, served, 'parents’ pages') : await openFamily(c, served, 'parents’ pages')
  if (open === undefined || !worksWithParents(c)) return undefined
  const { asking } = c.get('visit')
  const whole = await recordNow(served.store, asking.partnership, open.opened.record)
  if (whole === undefined) return undefined
  return { open, whole, access: await readParentAccess(served.store, asking, open.opened.record) }
}

/** How much may reach a parent by the whole record, whoever may see it. */
const stateNow = (c: C, { whole }: Asking, person: PersonId, onPaper = false): ParentStands['state'] =>
  pageState(whole.stands, { person, day: c.get('visit').today, ...(onPaper ? { paper: true } : {}) })

const show = async (c: C, served: Served, asked: Asking, more: Pick<ParentsPageAsked, 'given' | 'refused'> = {}) => {
  const { csrf, today, asking } = c.get('visit')
  const { open } = asked
  const { look } = open
  const openings = await readParentOpenings(served.store, asking, open.opened.record)
  const body = parentsPage({
    parents: parentsIn(look.stands, today).map(person => standsOf(c, asked, person)),
    ...{ addresses: look.addresses, csrf, live: mayWrite(open) },
    openings: openings.map(one => ({ ...one, name: look.name(one.person) })),
    ...more,
  })
  return framed(c, open, { title: 'Parents’ pages', here: undefined, body })
}

const newCode = ({ store }: Served) => {
  const code = newParentCode()
  return { code, kept: { code: hashOfCode(code), until: addHours(store.now(), codeLength / 3_600_000) } }
}

const givenOf = (served: Served, name: string, code: string, number: string): GivenCode => ({
  ...{ name, code, number, address: served.address },
  until: momentInWords(addHours(served.store.now(), codeLength / 3_600_000)),
})

const openedLine = (c: C, person: PersonId, children: readonly PersonId[]) => ({
  kind: 'parent-page-opened',
  on: isoDay(c.get('visit').today),
  ...signedBy(c.get('visit')),
  ...{ person, child: children, way: 'page' },
})

/** Gives a page: only to a parent who was asked alone and says that it is safe, while nothing holds it back. */
const give = async (c: C, served: Served, asked: Asking, one: ParentStands): Promise<GivenCode | undefined> => {
  if (!one.safe || one.state === 'off' || one.access !== undefined) return undefined
  const { asking, today } = c.get('visit')
  const { record } = asked.open.opened
  const language = languageAsked((await sentForm(c))('language'))
  const [number, { code, kept }] = [newParentNumber(), newCode(served)]
  const access = await openParentAccess(served.store, asking, { record, person: one.person, number, language }, kept)
  if (access === undefined) return undefined
  const children = childrenOfParent(asked.open.look.stands, { person: one.person, today })
  const lines = [openedLine(c, one.person, children)]
  await append(served.store, { partnership: asking.partnership, record, lines, writer: asking.practitioner })
  served.wake?.()
  return givenOf(served, one.name, code, number)
}

const renew = async (c: C, served: Served, one: ParentStands): Promise<GivenCode | undefined> => {
  if (one.access === undefined || !one.safe || one.state === 'off') return undefined
  const { code, kept } = newCode(served)
  const { partnership } = c.get('visit').asking
  const done = await renewParentCode(served.store, partnership, one.access.access, kept)
  return done ? givenOf(served, one.name, code, one.access.number) : undefined
}

const close = async (c: C, served: Served, { open }: Asking, { person }: ParentStands): Promise<void> => {
  const visit = c.get('visit')
  const { partnership, practitioner: by } = visit.asking
  const { by: agency, author } = signedBy(visit)
  await closePage(served, { partnership, record: open.opened.record, person, by, writer: by, agency, author })
}

const findParent = (c: C, asked: Asking, ref: string | undefined): ParentStands | undefined => {
  const { stands } = asked.open.look
  const person = parentsIn(stands, c.get('visit').today).find(one => refOf(asked.open, one) === ref)
  return person === undefined ? undefined : standsOf(c, asked, person)
}

const take = async (c: C, served: Served) => {
  const asked = await askedOf(c, served, true)
  const form = await sentForm(c)
  const one = asked && findParent(c, asked, form('person'))
  if (asked === undefined || one === undefined) return answerWrong(c, 'not-found')
  const act = form('do')
  if (act === 'close') await close(c, served, asked, one)
  const isHeld = act !== 'close' && one.state !== 'off' && stateNow(c, asked, one.person) === 'off'
  if (isHeld) return show(c, served, asked, { refused: one.name })
  const given =
    act === 'open' ? await give(c, served, asked, one) : act === 'code' ? await renew(c, served, one) : undefined
  const again = await askedOf(c, served, true)
  return given === undefined || again === undefined
    ? c.redirect(asked.open.look.addresses.bare('parents-page'), 303)
    : show(c, served, again, { given })
}

/** The same page on paper, from this practitioner's own look: what a parent may see everybody in the network may. */
const paper = async (c: C, served: Served) => {
  const asked = await askedOf(c, served, false)
  const one = asked && findParent(c, asked, c.req.query('person'))
  if (asked === undefined || one === undefined || one.paper === 'off') return answerWrong(c, 'not-found')
  const { today, around, standing } = c.get('visit')
  const { opened, look } = asked.open
  const posts = postsIn(opened.agencies)
  const { person, ref } = one
  const state = stateNow(c, asked, person, true)
  if (state === 'off') return show(c, served, asked, { refused: one.name })
  const of = { person, today, askedFrom: standing.askedFrom, posts, settings: look.settings, places: state === 'all' }
  const sees = parentSees(look.family.entries, of)
  const language = one.access?.language ?? languageAsked(c.req.query('in'))
  const own = { language, notForReal: around.notForReal, example: around.example }
  return c.html(myLayout(own, myBody({ around: own, sees, today, ref: id => shortName(ref, id), live: false })))
}

/** For somebody who opens the record and does not work with the parents: nothing of who has a page. */
const notTheirs = async (c: C, served: Served) => {
  const open = await openFamily(c, served, 'parents’ pages')
  if (open === undefined) return answerWrong(c, 'not-found')
  const body = html`<h1>Parents’ pages</h1><p>Whether a parent has a page of their own is for those who work with the parents. Ask the health visitor, the social worker or the lead practitioner.</p>`
  return framed(c, open, { title: 'Parents’ pages', here: undefined, body })
}

/** Where staff give, renew and close the page of a parent, and print the same. */
export const addParentsPages = (web: Web, served: Served): void => {
  web.get('/families/:id/parents-page', async c => {
    const asked = await askedOf(c, served, false)
    return asked === undefined ? notTheirs(c, served) : show(c, served, asked)
  })
  web.get('/families/:id/parents-page/paper', c => paper(c, served))
  web.post('/families/:id/parents-page', c => take(c, served))
}
