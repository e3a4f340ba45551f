import type { Context } from 'hono'
import { answerDisclosure, disclosuresOf } from '../../../store/unmatch.ts'
import {
  answerTyped,
  type DisclosuresAsked,
  disclosuresAddress,
  disclosuresPage,
  readAnswer,
} from '../../feeds/disclosures.ts'
import { answerWrong } from '../../guard.ts'
import type { Env, Served, Web } from '../served.ts'
import { sentForm } from '../visit.ts'

type C = Context<Env>

const show = async (c: C, { store }: Served, more: Pick<DisclosuresAsked, 'typed' | 'problems'> = { problems: [] }) => {
  const { around, csrf, asking } = c.get('visit')
  const disclosures = await disclosuresOf(store, asking)
  const page = disclosuresPage({ around, csrf, disclosures, now: store.now(), ...more })
  return c.html(page, more.problems.length > 0 ? 400 : 200)
}

const take = async (c: C, served: Served) => {
  const typed = answerTyped(await sentForm(c))
  if (!Number.isSafeInteger(typed.disclosure)) return answerWrong(c, 'not-found')
  const read = readAnswer(typed)
  if ('problems' in read) return show(c, served, { typed, problems: read.problems })
  const done = await answerDisclosure(served.store, c.get('visit').asking, typed.disclosure, read)
  return done ? c.redirect(`${disclosuresAddress}#d-${typed.disclosure}`, 303) : answerWrong(c, 'not-found')
}

/** What another system wrote to the wrong record; the gate of governance stands before it. */
export const addDisclosurePages = (web: Web, served: Served): void => {
  web.get(disclosuresAddress, c => show(c, served))
  web.post(disclosuresAddress, c => take(c, served))
}
