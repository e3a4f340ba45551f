import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Composed } from '../../giving/letter-after-miss.ts'
import { letterAsDocument } from '../../giving/letter-as-document.ts'
import { type CopyNow, copiesNow, findCopy, whoToAsk } from '../after-a-miss/copies.ts'
import { letterAddress, sentForm } from '../after-a-miss/copy-ways.ts'
import { type GateFor, gateIn } from '../after-a-miss/gate.ts'
import { composed, letterBody } from '../after-a-miss/letter.ts'
import { findMiss, type TheMiss } from '../after-a-miss/the-miss.ts'
import { answerWrong } from '../guard.ts'
import { backLink } from '../kit/back-link.ts'
import { layout } from '../kit/layout.ts'
import { missPage } from '../miss.ts'
import { framed, mayWrite, type OpenFamily, openFamily, openToWrite } from './family.ts'
import { gateToFamily } from './gate-to-family.ts'
import type { Env, Served, Web } from './served.ts'

type C = Context<Env>

const askMiss = async (c: C, served: Served) => {
  const open = await openFamily(c, served, 'misses')
  if (open === undefined) return answerWrong(c, 'not-found')
  // By what this reader may see alone: what they may not see shows nowhere, and is asked when the letter itself is opened.
  const gateFor = gateIn(open.look.stands, open.look)
  const { around } = c.get('visit')
  const asked = { look: open.look, query: () => undefined, wrong: undefined, around, live: mayWrite(open) }
  const page = missPage(c.req.param('miss') ?? '', gateFor)(asked)
  return page === undefined ? answerWrong(c, 'not-found') : framed(c, open, page)
}

interface Asked {
  readonly open: OpenFamily
  readonly miss: TheMiss
  readonly copy: CopyNow
  /** Nothing where somebody must decide first. */
  readonly made: Composed | undefined
}

const copyAsked = (c: C, look: OpenFamily['look'], gateFor: GateFor): Omit<Asked, 'open'> | undefined => {
  const miss = findMiss(look, c.req.param('miss') ?? '')
  const copies = miss === undefined ? [] : copiesNow(miss, gateFor)
  const copy = findCopy(copies, c.req.param('copy') ?? '')
  return miss === undefined || copy === undefined ? undefined : { miss, copy, made: composed(miss, copy, copies) }
}

/** The letter that an address names, worked out at the moment of asking: whoever may not write here sends none. */
const letterAsked = async (c: C, served: Served): Promise<Asked | undefined> => {
  const open = await openToWrite(c, served, 'letter')
  if (open === undefined) return undefined
  const found = copyAsked(c, open.look, await gateToFamily(c, served, open))
  return found && { open, ...found }
}

/** A copy that nobody decided on, or that the whole record holds: whom to ask, and no more. */
const notNow = (c: C, { miss, open }: Asked) => {
  const back = `${open.look.addresses.miss(miss.appointment.id)}#letter`
  const body = html`${backLink({ href: back, text: 'Back to the copies' })}
<h1 class="govuk-heading-l">This copy waits for a person</h1>
<p>A copy to a parent is first a decision. ${whoToAsk(miss)}</p>`
  return c.html(layout({ ...c.get('visit').around, title: 'This copy waits for a person', body }), 409)
}

const askLetter = async (c: C, served: Served) => {
  const asked = await letterAsked(c, served)
  if (asked === undefined) return answerWrong(c, 'not-found')
  const { miss, copy, made, open } = asked
  if (made === undefined) return notNow(c, asked)
  const body = letterBody(miss, copy, made, {
    page: `${open.look.addresses.miss(miss.appointment.id)}#letter`,
    document: letterAddress(miss, copy, 'docx'),
    sent: sentForm(miss, copy),
  })
  return c.html(layout({ ...c.get('visit').around, title: 'Letter', body }))
}

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const askDocument = async (c: C, served: Served) => {
  const asked = await letterAsked(c, served)
  if (asked === undefined) return answerWrong(c, 'not-found')
  if (asked.made === undefined) return notNow(c, asked)
  const bytes = await letterAsDocument(asked.made.letter)
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': wordDocument,
    'Content-Disposition': 'attachment; filename="letter.docx"',
  })
}

/** The page of what happens after a missed appointment, and its letters. */
export const addMissPages = (web: Web, served: Served): void => {
  web.get('/families/:id/misses/:miss', c => askMiss(c, served))
  web.get('/families/:id/misses/:miss/letters/:copy', c => askLetter(c, served))
  web.get('/families/:id/misses/:miss/letters/:copy/docx', c => askDocument(c, served))
}
