import type { Context } from 'hono'
import { postValue } from '../../intake/forms/read-form.ts'
import {
  findRule,
  readAdoption,
  readLaw,
  readLimit,
  readOwner,
  type Settled,
  type Settling,
  settlingPost,
  signingPosts,
} from '../../intake/forms/settle-rules.ts'
import { agenciesRecord } from '../../record/agency-record.ts'
import { agenciesNow, settingsIn } from '../../store/agencies.ts'
import { append } from '../../store/append.ts'
import { type AdoptTyped, adoptAddress, adoptPage, rulesTicked } from '../adopt-rules.ts'
import { editionsAddress, editionsPage } from '../editions.ts'
import { answerWrong } from '../guard.ts'
import { limitsPage } from '../limits.ts'
import type { Problem } from '../problem.ts'
import { type RuleSent, rulePage } from '../rule.ts'
import { type RulesLook, readRulesAsked, ruleAddress, rulesAddress, rulesPage } from '../rules.ts'
import type { Env, Served, Web } from './served.ts'
import { sentForm, type Visit } from './visit.ts'

type C = Context<Env>

const lookOf = async (c: C, { store }: Served): Promise<RulesLook> => {
  const { around, asking, reader, today, practitioner } = c.get('visit')
  const settings = settingsIn(await agenciesNow(store, { asking, reader }))
  return { around, settings, day: today, signs: signingPosts(practitioner.posts).length > 0 }
}

const settlingOf = ({ practitioner, today }: Visit): Settling | undefined => {
  const post = settlingPost(practitioner.posts)
  return post === undefined ? undefined : { name: practitioner.name, post, today }
}

/** Writes what was settled to the record of the agencies; every family's record is looked at again by the tick. */
const write = async (c: C, served: Served, settled: Settled): Promise<readonly Problem[]> => {
  if ('problems' in settled) return settled.problems
  const { partnership, practitioner: writer } = c.get('visit').asking
  const writing = { partnership, record: agenciesRecord, lines: [settled.line], writer }
  const outcome = await append(served.store, writing)
  if ('problems' in outcome) return outcome.problems.map(({ field, what }) => ({ field, what: `This ${what}` }))
  served.wake?.()
  return []
}

const typedOf = async (c: C, names: readonly string[]): Promise<Readonly<Record<string, string>>> => {
  const form = await sentForm(c)
  return Object.fromEntries(names.map(name => [name, (form(name) ?? '').slice(0, 2000)]))
}

const showRule = async (c: C, served: Served, sent?: RuleSent) => {
  const rule = findRule(c.req.param('item') ?? '')
  if (rule === undefined) return answerWrong(c, 'not-found')
  const visit = c.get('visit')
  const asked = {
    rule,
    ...(settlingOf(visit) === undefined ? {} : { csrf: visit.csrf }),
    ...(sent === undefined ? {} : { sent }),
  }
  return c.html(rulePage(asked, await lookOf(c, served)), sent === undefined ? 200 : 400)
}

const fieldsOf = { limit: ['limit', 'from', 'reason'], owner: ['role', 'from', 'reason'] } as const

const takeRule =
  (served: Served, form: RuleSent['form']) =>
  async (c: C): Promise<Response> => {
    const rule = findRule(c.req.param('item') ?? '')
    const settling = settlingOf(c.get('visit'))
    if (rule === undefined || settling === undefined) return answerWrong(c, 'not-found')
    const typed = await typedOf(c, fieldsOf[form])
    const asked = { ...typed, rule: rule.name }
    const problems = await write(c, served, form === 'limit' ? readLimit(asked, settling) : readOwner(asked, settling))
    if (problems.length === 0) return c.redirect(ruleAddress(rule), 303)
    const beside = problems.map(({ field, what }) => ({ field: `${form}-${field}`, what }))
    return showRule(c, served, { form, typed, problems: beside })
  }

const showAdopt = async (c: C, served: Served, typed: AdoptTyped, problems: readonly Problem[] = []) => {
  const { practitioner, csrf } = c.get('visit')
  const asked = { posts: signingPosts(practitioner.posts), csrf, typed, problems }
  return c.html(adoptPage(asked, await lookOf(c, served)), problems.length === 0 ? 200 : 400)
}

const asked = (c: C): AdoptTyped => {
  const rule = findRule(c.req.query('rule') ?? '')
  return { rules: rule === undefined ? [] : [rule.name] }
}

const takeAdopt = async (c: C, served: Served) => {
  const { practitioner, today } = c.get('visit')
  const posts = signingPosts(practitioner.posts)
  if (posts.length === 0) return answerWrong(c, 'not-found')
  const ticked = (await c.req.formData()).getAll('rules').filter(one => typeof one === 'string')
  const typed = { ...(await typedOf(c, ['post', 'does', 'from', 'reason'])), rules: ticked }
  const { post: value, does, from, reason } = typed as AdoptTyped
  const post = posts.find(one => postValue(one) === value)
  if (post === undefined)
    return showAdopt(c, served, typed, [{ field: 'post', what: 'Choose for which agency you sign' }])
  const givesUp = does === 'gives-up'
  const wanted = { rules: rulesTicked(ticked), givesUp, from: from ?? '', reason: reason ?? '' }
  const problems = await write(c, served, readAdoption(wanted, { name: practitioner.name, post, today }))
  return problems.length === 0 ? c.redirect(adoptAddress, 303) : showAdopt(c, served, typed, problems)
}

const showEditions = async (
  c: C,
  served: Served,
  typed: Readonly<Record<string, string>> = {},
  problems: readonly Problem[] = [],
) => {
  const visit = c.get('visit')
  const page = { typed, problems, ...(settlingOf(visit) === undefined ? {} : { csrf: visit.csrf }) }
  return c.html(editionsPage(page, await lookOf(c, served)), problems.length === 0 ? 200 : 400)
}

const takeLaw = async (c: C, served: Served) => {
  const settling = settlingOf(c.get('visit'))
  if (settling === undefined) return answerWrong(c, 'not-found')
  const typed = await typedOf(c, ['law', 'from', 'source'])
  const problems = await write(c, served, readLaw({ law: '', ...typed }, settling))
  return problems.length === 0 ? c.redirect(editionsAddress, 303) : showEditions(c, served, typed, problems)
}

/** All rules and where their clocks come from, for everybody who is signed in; and what is settled of them, for those who may. */
export const addRulesPages = (web: Web, served: Served): void => {
  web.get(rulesAddress, async c =>
    c.html(
      rulesPage(
        await lookOf(c, served),
        readRulesAsked(name => c.req.query(name)),
      ),
    ),
  )
  web.get(adoptAddress, c => showAdopt(c, served, asked(c)))
  web.post(adoptAddress, c => takeAdopt(c, served))
  web.get(`${rulesAddress}/limits`, async c => c.html(limitsPage(await lookOf(c, served))))
  web.get(editionsAddress, c => showEditions(c, served))
  web.post(editionsAddress, c => takeLaw(c, served))
  web.get(`${rulesAddress}/:item`, c => showRule(c, served))
  web.post(`${rulesAddress}/:item/limit`, takeRule(served, 'limit'))
  web.post(`${rulesAddress}/:item/owner`, takeRule(served, 'owner'))
}
