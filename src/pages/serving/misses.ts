import type { Context } from 'hono'
import type { Composed } from '../../giving/letter-after-miss.ts'
import { letterAsDocument } from '../../giving/letter-as-document.ts'
import { type CopyNow, copiesNow, findCopy } from '../after-a-miss/copies.ts'
import { letterAddress, sentForm } from '../after-a-miss/copy-ways.ts'
import type { GateFor } from '../after-a-miss/gate.ts'
import { composed, letterBody } from '../after-a-miss/letter.ts'
import { findMiss, type TheMiss } from '../after-a-miss/the-miss.ts'
import { answerWrong } from '../guard.ts'
import { layout } from '../kit/layout.ts'
import { missPage } from '../miss.ts'
import { framed, mayWrite, type OpenFamily, openFamily, openToWrite } from './family.ts'
import { gateToFamily } from './gate-to-family.ts'
import type { Env, Served, Web } from './served.ts'

type C = Context<Env>

const askMiss = async (c: C, served: Served) => {
  const open = await openFamily(c, served, 'misses')
  if (open === undefined) return answerWrong(c, 'not-found')
  const gateFor = await gateToFamily(c, served, open)
  const { around } = c.get('visit')
  const asked = { look: open.look, query: () => undefined, wrong: undefined, around, live: mayWrite(open) }
  const page = missPage(c.req.param('miss') ?? '', gateFor)(asked)
  return page === undefined ? answerWrong(c, 'not-found') : framed(c, open, page)
}

interface Asked {
  readonly open: OpenFamily
  readonly miss: TheMiss
  readonly copy: CopyNow
  readonly made: Composed
}

const copyAsked = (c: C, look: OpenFamily['look'], gateFor: GateFor): Omit<Asked, 'open'> | undefined => {
  const miss = findMiss(look, c.req.param('miss') ?? '')
  const copies = miss === undefined ? [] : copiesNow(miss, gateFor)
  const copy = findCopy(copies, c.req.param('copy') ?? '')
  const made = miss && copy && composed(miss, copy, copies)
  return miss === undefined || copy === undefined || made === undefined ? undefined : { miss, copy, made }
}

/** The letter that an address names, worked out at the moment of asking: whoever may not write here sends none. */
const letterAsked = async (c: C, served: Served): Promise<Asked | undefined> => {
  const open = await openToWrite(c, served, 'letter')
  if (open === undefined) return undefined
  const found = copyAsked(c, open.look, await gateToFamily(c, served, open))
  return found && { open, ...found }
}

const askLetter = async (c: C, served: Served) => {
  const asked = await letterAsked(c, served)
  if (asked === undefined) return answerWrong(c, 'not-found')
  const { miss, copy, made, open } = asked
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
