import type { Context } from 'hono'
import {
  type AgencyKind,
  agencyForms,
  agencyKindsFor,
  clinicPosts,
  leadingPosts,
  partnershipPosts,
  postsFor,
  readAgencyForm,
} from '../../intake/forms/agency-forms.ts'
import { postValue } from '../../intake/forms/read-form.ts'
import type { Post } from '../../people/practitioner.ts'
import { agenciesRecord } from '../../record/agency-record.ts'
import { agenciesNow } from '../../store/agencies.ts'
import { append } from '../../store/append.ts'
import { newId } from '../../store/new-id.ts'
import { agenciesOwe } from '../../store/what-agencies-owe.ts'
import {
  type AgenciesSeen,
  agenciesAddress,
  agenciesPage,
  recommendationInWords,
  recommendationsSeen,
} from '../agencies.ts'
import { agencyFormPage } from '../agency-form.ts'
import { answerWrong } from '../guard.ts'
import type { Problem } from '../problem.ts'
import { isKey, newKey } from './one-time-key.ts'
import type { Env, Served, Web } from './served.ts'
import type { Visit } from './visit.ts'

type C = Context<Env>
type Typed = Readonly<Record<string, string>>

const agenciesOf = (posts: readonly Post[]) => posts.map(({ agency }) => agency)

/** What of the agencies' own record is a visitor's to see; nothing when none of it is. */
export const agenciesSeenBy = async ({ store }: Served, visit: Visit): Promise<AgenciesSeen | undefined> => {
  const { posts } = visit.practitioner
  if (agencyKindsFor(posts).length === 0) return undefined
  const owed = agenciesOwe(await agenciesNow(store, visit))
  return {
    ...{ ...owed, day: visit.today, whole: partnershipPosts(posts).length > 0 },
    ...{ led: agenciesOf(leadingPosts(posts)), clinics: agenciesOf(clinicPosts(posts)) },
  }
}

const show = async (c: C, served: Served): Promise<Response> => {
  const visit = c.get('visit')
  const seen = await agenciesSeenBy(served, visit)
  if (seen === undefined) return answerWrong(c, 'not-found')
  const kinds = agencyKindsFor(visit.practitioner.posts)
  const saved = c.req.query('saved') !== undefined
  return c.html(agenciesPage({ around: visit.around, seen, kinds, saved }))
}

/** The kind in the address, where the visitor may write it. */
const findKind = (c: C): AgencyKind | undefined =>
  agencyKindsFor(c.get('visit').practitioner.posts).find(kind => kind === c.req.param('item'))

const choicesOf = async (served: Served, visit: Visit) => {
  const seen = await agenciesSeenBy(served, visit)
  const own = seen === undefined ? [] : recommendationsSeen(seen)
  return own.map(entry => ({ id: entry.recommendation as string, words: recommendationInWords(entry) }))
}

const showForm = async (c: C, served: Served, typed: Typed, problems: readonly Problem[] = []): Promise<Response> => {
  const kind = findKind(c)
  if (kind === undefined) return answerWrong(c, 'not-found')
  const visit = c.get('visit')
  const { posts } = visit.practitioner
  const page = agencyFormPage({
    ...{ around: visit.around, kind, posts: postsFor(kind, posts), forOthers: partnershipPosts(posts).length > 0 },
    ...{ recommendations: await choicesOf(served, visit), typed, problems, today: visit.today, csrf: visit.csrf },
    key: newKey(),
  })
  return c.html(page, problems.length === 0 ? 200 : 400)
}

const asked = (c: C): Typed => {
  const recommendation = c.req.query('recommendation')
  return recommendation === undefined ? {} : { recommendation }
}

const typedOf = (kind: AgencyKind, form: FormData): Typed => {
  const names = ['post', 'on', ...agencyForms[kind].asks.map(({ field }) => field)]
  const text = (name: string) =>
    form
      .getAll(name)
      .map(one => (typeof one === 'string' ? one.trim() : ''))
      .filter(one => one !== '')
      .join('; ')
      .slice(0, 4000)
  return Object.fromEntries(names.map(name => [name, text(name)]))
}

const postOf = (posts: readonly Post[], { post }: Typed): Post | undefined =>
  posts.length === 1 ? posts[0] : posts.find(one => postValue(one) === post)

const keyOf = (form: FormData): string => {
  const key = form.get('key')
  return typeof key === 'string' && isKey(key) ? key : newKey()
}

const take = async (c: C, served: Served): Promise<Response> => {
  const kind = findKind(c)
  if (kind === undefined) return answerWrong(c, 'not-found')
  const visit = c.get('visit')
  const form = await c.req.formData()
  const typed = typedOf(kind, form)
  const post = postOf(postsFor(kind, visit.practitioner.posts), typed)
  if (post === undefined)
    return showForm(c, served, typed, [{ field: 'post', what: 'Choose for which agency you write' }])
  const recommendations = (await choicesOf(served, visit)).map(({ id }) => id)
  const { name } = visit.practitioner
  const read = readAgencyForm(kind, typed, { name, post, today: visit.today, recommendations, id: newId() })
  if ('problems' in read) return showForm(c, served, typed, read.problems)
  const { partnership, practitioner: writer } = visit.asking
  const writing = { partnership, record: agenciesRecord, lines: [read.line], writer, form: keyOf(form) }
  const outcome = await append(served.store, writing)
  if ('problems' in outcome) {
    const problems = outcome.problems.map(({ field, what }) => ({ field, what: `This ${what}` }))
    return showForm(c, served, typed, problems)
  }
  served.wake?.()
  return c.redirect(`${agenciesAddress}?saved=yes`, 303)
}

/** What agencies owe by their own record, for those whose it is, and the forms by which they write of themselves. */
export const addAgenciesPages = (web: Web, served: Served): void => {
  web.get(agenciesAddress, c => show(c, served))
  web.get(`${agenciesAddress}/write/:item`, c => showForm(c, served, asked(c)))
  web.post(`${agenciesAddress}/write/:item`, c => take(c, served))
}
