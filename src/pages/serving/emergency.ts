import type { Context } from 'hono'
import { withAgencies } from '../../record/agency-record.ts'
import { type InEmergency, inEmergency, ofOneChild, type Read } from '../../record/emergency.ts'
import { picture } from '../../record/picture.ts'
import { postsIn } from '../../record/posts.ts'
import { agenciesNow } from '../../store/agencies.ts'
import { openEmergency } from '../../store/emergency.ts'
import { findChildren, type Sought } from '../../store/finding.ts'
import { type EmergencyAsked, emergencyAddress, emergencyPage, emergencySearchPage } from '../emergency.ts'
import { answerWrong } from '../guard.ts'
import { readSought, type SoughtTyped, soughtTyped } from '../sought-child.ts'
import type { Env, Served, Web } from './served.ts'
import { sentForm } from './visit.ts'
import { answersEmergencies } from './ways.ts'

type C = Context<Env>

const ask = (c: C, typed: SoughtTyped, more: Partial<EmergencyAsked> = {}) => {
  const { around, csrf } = c.get('visit')
  return emergencySearchPage({ around, csrf, typed, ...more })
}

/** What may be read of every record in which a child surely stands; each look is written down by the database itself. */
const readEach = async (c: C, { store }: Served, sought: Sought): Promise<readonly Read[]> => {
  const visit = c.get('visit')
  const found = await findChildren(store, visit.asking.partnership, sought)
  const reads: Read[] = []
  for (const [record, those] of Map.groupBy(found, one => one.record)) {
    const entries = await openEmergency(store, visit, record)
    if (entries.length > 0) reads.push({ record, entries, people: those.map(one => one.person) })
  }
  return reads
}

const lookAt = async (c: C, served: Served, sought: Sought): Promise<InEmergency | undefined> => {
  const visit = c.get('visit')
  const { today } = visit
  const reads = await readEach(c, served, sought)
  if (reads.length === 0) return undefined
  const agencies = await agenciesNow(served.store, visit)
  const stands = picture(withAgencies(ofOneChild(reads), agencies))
  return inEmergency(stands, today, postsIn(agencies))
}

const take = async (c: C, served: Served) => {
  const typed = soughtTyped(await sentForm(c))
  const read = readSought(typed)
  if ('problems' in read) return c.html(ask(c, typed, { problems: read.problems }), 400)
  const look = await lookAt(c, served, read.sought)
  if (look === undefined) return c.html(ask(c, typed, { nothing: true }), 404)
  const { around, today } = c.get('visit')
  return c.html(emergencyPage({ around, look, day: today }))
}

/** The emergency view, for those who answer emergencies; for anybody else there is no such page. */
export const addEmergencyPages = (web: Web, served: Served): void => {
  web.use(emergencyAddress, async (c, next) =>
    answersEmergencies(c.get('visit').practitioner.posts) ? next() : answerWrong(c, 'not-found'),
  )
  web.get(emergencyAddress, c => {
    const nothing = soughtTyped(() => undefined)
    return c.html(ask(c, nothing))
  })
  web.post(emergencyAddress, c => take(c, served))
}
