import assert from 'node:assert/strict'
import { after, before, describe, it, mock } from 'node:test'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { recordOf } from './trial-facts.ts'
import { addressOf, type Ids, idsOf, type Route, routesOf } from './trial-routes.ts'

/* Whatever is sent to whatever address, by whomever: it is answered, and is no fault of Holdfast's. */

let trial: TrialHoldfast
let ids: Ids
let routes: readonly Route[]
const said: string[] = []
const terminal = mock.method(console, 'error', (...words: readonly unknown[]) => said.push(words.join(' ')))
before(async () => {
  trial = await trialHoldfast()
  ids = await idsOf(trial, recordOf(trial, '01'))
  // What ends the session, or begins one, has nothing in it to be read.
  routes = routesOf(trial).filter(({ path }) => !/sign-out|example/u.test(path))
})
after(async () => {
  terminal.mock.restore()
  await trial.end()
})

/** Every name that a page takes something by, and of these the names by which it looks something up. */
const lookedUp = ['draft', 'item', 'kin', 'record', 'saved', 'words', 'sign-in', 'name'] as const
const names = [
  ...lookedUp,
  ...['entry', 'opening', 'person', 'family', 'otherRecord', 'named', 'next', 'nhs', 'born', 'password', 'code'],
  ...['current', 'chosen', 'address', 'reason', 'finding', 'kind', 'key', 'do', 'text', 'on', 'done', 'where', 'to'],
  ...['from', 'day', 'month', 'page', 'child', 'agency', 'value'],
] as const

const plain = {
  kind: 'concern',
  key: 'abcdefghijkl',
  do: 'draft',
  'may-know': 'usual',
  on: '2026-06-01',
  reason: 'Because.',
}

const ask = (who: AtWork, route: Route, fields: Readonly<Record<string, string>>): Promise<Response> =>
  route.method === 'GET'
    ? who.get(`${addressOf(route, ids)}?${new URLSearchParams(fields)}`)
    : who.post(addressOf(route, ids), fields)

const odd = ['a\u0000b', '99999999999999999999', "'%\uffff"]

describe('every address and form', () => {
  for (const name of ['ruth.adeyemi', 'crispin.yeo'])
    it(`answers whatever is sent to it, field by field and in its path: ${name}`, async () => {
      let who = await trial.signInAs(name)
      for (const route of routes) {
        const all = odd.map(text => Object.fromEntries(names.map(field => [field, text])))
        const each = lookedUp.map(field => ({ ...plain, [field]: 'a\u0000b' }))
        for (const fields of [...all, ...each]) {
          const answer = await ask(who, route, fields)
          assert.ok(answer.status < 500, `${route.method} ${route.path} ${JSON.stringify(fields)}`)
        }
        for (const text of route.path.includes(':') ? odd : []) {
          const path = route.path.replaceAll(/:[a-z]+/gu, encodeURIComponent(text))
          const answer = route.method === 'GET' ? await who.get(path) : await who.post(path, plain)
          assert.ok(answer.status < 500, `${route.method} ${path}`)
        }
        if (route.path.includes('everywhere')) who = await trial.signInAs(name)
      }
      assert.deepEqual(said, [])
    })

  it('says which field it is, where something is recorded', async () => {
    const ruth = await trial.signInAs('ruth.adeyemi')
    const answer = await ruth.post(`/families/${ids.id}/record`, { ...plain, do: 'record', text: 'a\u0000b' })
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /<a href="#text">[^<]*U\+0000/u)
  })

  it('keeps a draft without the sign that cannot be kept', async () => {
    const ruth = await trial.signInAs('ruth.adeyemi')
    const draft = { ...plain, text: 'Typed\u0000 with care' }
    assert.equal((await ruth.post(`/families/${ids.id}/record`, draft)).status, 303)
    const [, name = ''] = /draft=(\w+)/u.exec(await ruth.text('/drafts')) ?? []
    assert.match(await ruth.text(`/families/${ids.id}/record?draft=${name}`), /Typed with care/u)
  })
})
