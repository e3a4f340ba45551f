import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, idOf, plainly } from './trial-facts.ts'
import {
  addressOf,
  asRead,
  type Ids,
  idsOf,
  marksOf,
  nothing,
  type Route,
  routesOf,
  rowsOfAll,
} from './trial-routes.ts'

let trial: TrialHoldfast
let routes: readonly Route[]
before(async () => {
  trial = await trialHoldfast()
  routes = routesOf(trial)
})
after(() => trial.end())

/** A featured person of the example, with the families that they may not open, the case of the review first. */
interface Stranger {
  readonly signIn: string
  readonly who: AtWork
  readonly outside: readonly string[]
}

const strangers = async (): Promise<readonly Stranger[]> => {
  const found: Stranger[] = []
  for (const { id, name, featured } of trial.served.examples ?? []) {
    if (featured === undefined) continue
    const practitioner = await idOf(trial, name)
    const own = await askTrial(
      trial,
      'select record from may_open where partnership = $1 and practitioner = $2',
      practitioner,
    )
    const mine = new Set(own.map(({ record }) => record))
    const outside = [...trial.records.values()].filter(record => !mine.has(record))
    found.push({ signIn: id, who: await trial.signInAs(id), outside })
  }
  return found
}

// What somebody may ask for who does not belong to a family: it is told of, and tested by itself.
const mayAsk: readonly (readonly [RegExp, RegExp, string])[] = [
  [/./u, / \/what-happened/u, 'the case of the review in its own dates, to look back on'],
  [/./u, / \/(?:account|sign-out|sign-in)/u, 'one’s own account'],
  [
    /crispin/u,
    / \/governance| \/families\/:id\/opened/u,
    'the lead on information governance answers for who reads what',
  ],
  [/jo\.sugden/u, /POST \/emergency/u, 'the emergency view'],
  [/./u, / \/my(?:\/|$)/u, 'a parent’s own page, to which no account of staff is of any use: it has tests of its own'],
  [/./u, /POST \/refer/u, 'whether a child is possibly known is told, and no more'],
  [/./u, /POST \/open-without-belonging/u, 'anybody may, with a reason, and it is told'],
]

const asked = (signIn: string, { method, path }: Route): boolean =>
  !mayAsk.some(([who, what]) => who.test(signIn) && what.test(`${method} ${path}`))

/** Every name under which a page might take an id or a word from its address or from a form. */
const fieldsWith = (ids: Ids): Readonly<Record<string, string>> => ({
  ...ids,
  ...{
    family: ids.id,
    q: ids.id,
    words: ids.id,
    otherRecord: ids.id,
    saved: ids.entry,
    named: 'yes',
    from: ids.id,
    to: ids.id,
  },
  ...{ kind: 'concern', key: 'abcdefghijkl', do: 'record', harm: 'yes', text: 'A bruise.', 'may-know': 'usual' },
  ...{
    'on-day': '1',
    'on-month': '6',
    'on-year': '2026',
    on: '2026-06-01',
    done: '2026-06-01',
    where: 'our own record',
  },
  ...{ reason: 'It belongs to another child of that name.', finding: 'It was right.', born: '' },
})

const query = (ids: Ids): string => new URLSearchParams(fieldsWith(ids)).toString()

const ask = (who: AtWork, route: Route, ids: Ids): Promise<Response> =>
  route.method === 'GET'
    ? who.get(`${addressOf(route, ids)}?${query(ids)}`)
    : who.post(addressOf(route, ids), fieldsWith(ids))

/** What somebody is answered, without what is another's in every session, and without the ids that were asked for. */
const answered = async (who: AtWork, route: Route, ids: Ids) => {
  const answer = await ask(who, route, ids)
  const location = answer.headers.get('location') ?? ''
  const typed = Object.values(ids).filter(id => id.length > 8)
  const plain = (text: string) => typed.reduce((page, id) => page.replaceAll(id, '…'), text)
  return `${answer.status} ${plain(location)}\n${await plainly(answer, ...typed)}`
}

const isOfFamily = ({ path }: Route): boolean => /:(?:id|record|duty|entry|notice)/u.test(path)

describe('somebody who works here, and not with a family', () => {
  let all: readonly Stranger[]
  before(async () => {
    all = await strangers()
    assert.ok(all.length > 10)
  })

  it('is answered the same whether there is such a family or not, by whatever address and form', async () => {
    for (const { signIn, who, outside } of all) {
      const [record = ''] = outside
      const ids = await idsOf(trial, record)
      for (const route of routes.filter(one => asked(signIn, one))) {
        const [of, none] = [await answered(who, route, ids), await answered(who, route, nothing)]
        assert.equal(of, none, `${signIn}: ${route.method} ${route.path}`)
        if (isOfFamily(route)) assert.match(of, /^404 \n/u, `${signIn}: ${route.method} ${route.path}`)
      }
    }
  })

  it('finds nothing of it on any page', async () => {
    for (const { signIn, who, outside } of all) {
      const record = outside.at(-1) ?? ''
      const [ids, marks] = [await idsOf(trial, record), await marksOf(trial, record)]
      assert.ok(marks.length > 50)
      for (const route of routes.filter(one => asked(signIn, one))) {
        const page = asRead(await answered(who, route, ids))
        assert.deepEqual(
          marks.filter(mark => page.includes(mark)),
          [],
          `${signIn}: ${route.method} ${route.path}`,
        )
      }
    }
  })

  it('changes nothing by any form', async () => {
    const before = await rowsOfAll(trial)
    for (const { signIn, who, outside } of all) {
      const ids = await idsOf(trial, outside.at(-1) ?? '')
      for (const route of routes.filter(one => one.method === 'POST' && asked(signIn, one))) await ask(who, route, ids)
    }
    assert.deepEqual(await rowsOfAll(trial), before)
  })

  it('could change something and read something by the same addresses and forms, if they belonged', async () => {
    const ruth = await trial.signInAs('ruth.adeyemi')
    const record = trial.records.get('01') ?? ''
    const [ids, marks, before] = [await idsOf(trial, record), await marksOf(trial, record), await rowsOfAll(trial)]
    const pages = await Promise.all(
      routes
        .filter(({ method, path }) => method === 'GET' && path.startsWith('/families/:id'))
        .map(route => answered(ruth, route, ids)),
    )
    assert.ok(pages.filter(page => marks.some(mark => asRead(page).includes(mark))).length > 8)
    await ask(ruth, { method: 'POST', path: '/families/:id/record' }, ids)
    const after = await rowsOfAll(trial)
    assert.equal(after.get('chain'), (before.get('chain') ?? 0) + 1)
  })
})

const isParents = ({ path }: Route): boolean => /^\/my(?:\/|$)/u.test(path)

const everybody = ['/holdfast.css', '/holdfast.js', '/favicon.svg', '/healthy', '/sign-in', '/sign-in/code']

/** A calendar is asked for by a telephone, which cannot sign in, at an address that nobody can guess: it is tested by itself. */
const isBySecret = ({ path }: Route): boolean => path.startsWith('/calendar/')

describe('somebody who is not signed in', () => {
  const from = { 'sec-fetch-site': 'same-origin', host: 'localhost' }
  const sent = async (route: Route, ids: Ids, headers: Readonly<Record<string, string>>) =>
    route.method === 'GET'
      ? trial.web.request(`${addressOf(route, ids)}?${query(ids)}`, { headers })
      : trial.web.request(addressOf(route, ids), {
          method: 'POST',
          headers,
          body: new URLSearchParams(fieldsWith(ids)),
        })

  it('is sent to sign in by every page and form but those with which one does, and learns nothing', async () => {
    const record = trial.records.get('02') ?? ''
    const [ids, marks, before] = [await idsOf(trial, record), await marksOf(trial, record), await rowsOfAll(trial)]
    const ended = await trial.signInAs('ruth.adeyemi')
    await ended.post('/sign-out', {})
    for (const headers of [from, { ...from, cookie: 'holdfast=nothing' }, { ...from, cookie: ended.cookie }])
      for (const route of routes.filter(({ path }) => !everybody.includes(path) && !path.startsWith('/sign-'))) {
        if (isParents(route) || isBySecret(route)) continue
        const answer = await sent(route, ids, headers)
        assert.match(
          `${answer.status} ${answer.headers.get('location')}`,
          /^303 \/sign-in\?/u,
          `${route.method} ${route.path}`,
        )
        const page = asRead(await answer.text())
        assert.deepEqual(
          marks.filter(mark => page.includes(mark)),
          [],
          route.path,
        )
      }
    assert.deepEqual(await rowsOfAll(trial), before)
  })
})

describe('a form', () => {
  it('is refused by every page when it does not come from a page of the same session', async () => {
    const [ruth, other] = [await trial.signInAs('ruth.adeyemi'), await trial.signInAs('grace.obi')]
    const ids = await idsOf(trial, trial.records.get('01') ?? '')
    const before = await rowsOfAll(trial)
    const foreign = /name="csrf" value="([^"]+)"/u.exec(await other.text('/account'))?.[1] ?? ''
    assert.notEqual(foreign, '')
    const own = { cookie: ruth.cookie, host: 'localhost', 'sec-fetch-site': 'same-origin' }
    for (const route of routes.filter(
      one => one.method === 'POST' && !one.path.startsWith('/sign-') && !isParents(one),
    ))
      for (const [csrf, headers] of [
        ['', own],
        [foreign, own],
        [foreign.replace(/^./u, 'A'), own],
        [foreign, { ...own, 'sec-fetch-site': 'cross-site' }],
      ] as const) {
        const body = new URLSearchParams({ ...fieldsWith(ids), csrf })
        const answer = await trial.web.request(addressOf(route, ids), { method: 'POST', headers, body })
        assert.equal(answer.status, 403, `${route.path} ${csrf}`)
      }
    assert.deepEqual(await rowsOfAll(trial), before)
  })

  it('is refused from another site even with the word of its session', async () => {
    const ruth = await trial.signInAs('ruth.adeyemi')
    const csrf = /name="csrf" value="([^"]+)"/u.exec(await ruth.text('/account'))?.[1] ?? ''
    const ids = await idsOf(trial, trial.records.get('01') ?? '')
    for (const site of ['cross-site', 'same-site', 'none'])
      for (const route of routes.filter(({ method }) => method === 'POST')) {
        const headers = { cookie: ruth.cookie, host: 'localhost', 'sec-fetch-site': site }
        const body = new URLSearchParams({ ...fieldsWith(ids), csrf })
        const answer = await trial.web.request(addressOf(route, ids), { method: 'POST', headers, body })
        assert.equal(answer.status, 403, `${route.path} ${site}`)
      }
  })
})
