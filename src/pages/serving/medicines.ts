import type { Context } from 'hono'
import { formValues } from '../../intake/forms/form-values.ts'
import type { PersonId } from '../../record/field.ts'
import { append } from '../../store/append.ts'
import { answerWrong } from '../guard.ts'
import { agreeingOf, signingPosts } from '../medicines/agree.ts'
import { agreeForm, signedByHealth } from '../medicines/agree-form.ts'
import { findChildAsked } from '../medicines/child-asked.ts'
import { type Filled, listNamed, readAgreed } from '../medicines/read-agreed.ts'
import { medicinesSheet, sheetFor } from '../medicines/sheet.ts'
import type { Form, Problem } from '../problem.ts'
import { framed, type OpenFamily, openFamily, openToWrite } from './family.ts'
import { isKey, newKey } from './one-time-key.ts'
import type { Env, Served, Web } from './served.ts'

type C = Context<Env>

interface Shown {
  readonly child: PersonId
  readonly key?: string
  readonly filled?: Filled
  readonly problems?: readonly Problem[]
}

const nothing: Form = () => undefined

const show = (c: C, open: OpenFamily, { child, key = newKey(), filled, problems = [] }: Shown) => {
  const { csrf, practitioner } = c.get('visit')
  const { look } = open
  const asked = {
    look,
    agreeing: agreeingOf(look, child),
    csrf,
    key,
    posts: signingPosts(practitioner),
    problems,
  }
  const title = `${problems.length > 0 ? 'Error: ' : ''}Agree one list of medicines`
  return framed(
    c,
    open,
    { title, here: undefined, body: agreeForm({ ...asked, typed: filled?.one ?? nothing, sent: filled?.all }) },
    problems.length > 0 ? 400 : 200,
  )
}

/** Whoever works in health and may write in the record signs a list. */
const mayNotSign = (c: C): boolean => signingPosts(c.get('visit').practitioner).length === 0

const askAgreed = async (c: C, served: Served) => {
  const open = await openToWrite(c, served, 'medicines')
  const child = open && findChildAsked(open.look, c.req.query('child'))
  if (open === undefined || child === undefined) return answerWrong(c, 'not-found')
  const title = 'Agree one list of medicines'
  return mayNotSign(c)
    ? framed(c, open, { title, here: undefined, body: signedByHealth(open.look) })
    : show(c, open, { child })
}

const filledIn = async (c: C): Promise<Filled> => {
  const values = formValues(await c.req.formData())
  return { one: name => values.get(name)?.[0], all: name => values.get(name) ?? [] }
}

const isThere = ({ look }: OpenFamily, key: string): boolean =>
  look.stands.entries.some(({ id }) => id === listNamed(key))

const takeAgreed = async (c: C, served: Served) => {
  const open = mayNotSign(c) ? undefined : await openToWrite(c, served, 'medicines')
  const filled = await filledIn(c)
  const [key, child] = [filled.one('key') ?? '', open && findChildAsked(open.look, filled.one('child'))]
  if (open === undefined || child === undefined || !isKey(key)) return answerWrong(c, 'not-found')
  return isThere(open, key) ? signed(c, open) : sign(c, served, open, { child, key, filled })
}

const signed = (c: C, { look }: OpenFamily) => c.redirect(`${look.addresses.bare('medicines')}#list`, 303)

const sign = async (c: C, served: Served, open: OpenFamily, shown: Required<Omit<Shown, 'problems'>>) => {
  const { child, key, filled } = shown
  const { asking, practitioner } = c.get('visit')
  const signer = { practitioner, now: served.store.now(), key }
  const read = readAgreed(filled, agreeingOf(open.look, child), signer)
  if ('problems' in read) return show(c, open, { ...shown, problems: read.problems })
  const writing = { partnership: asking.partnership, record: open.opened.record, writer: asking.practitioner }
  const outcome = await append(served.store, { ...writing, lines: read.lines, form: key })
  if ('problems' in outcome) return show(c, open, { ...shown, problems: outcome.problems })
  if ('missing' in outcome) return answerWrong(c, 'not-found')
  served.wake?.()
  return signed(c, open)
}

const printed = async (c: C, served: Served) => {
  const open = await openFamily(c, served, 'medicines')
  const child = open && findChildAsked(open.look, c.req.query('child'))
  if (open === undefined || child === undefined) return answerWrong(c, 'not-found')
  const { around } = c.get('visit')
  return c.html(medicinesSheet({ look: open.look, child, sheet: sheetFor(c.req.query('for')) }, around))
}

/** The sheet to print, and the form in which a new version of the list of medicines is signed. */
export const addMedicinesPages = (web: Web, served: Served): void => {
  web.get('/families/:id/medicines/print', c => printed(c, served))
  web.get('/families/:id/medicines/agree', c => askAgreed(c, served))
  web.post('/families/:id/medicines/agree', c => takeAgreed(c, served))
}
