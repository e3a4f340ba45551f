import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Moment } from '../../calendar/day.ts'
import { mayShow } from '../../giving/parent/may-show.ts'
import { shortName } from '../address.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, recordOf } from './trial-facts.ts'
import { parentByPress, refsIn, sendMy } from './trial-parent.ts'

let trial: TrialHoldfast
let record = ''
let clock: Moment | undefined
before(async () => {
  trial = await trialHoldfast(() => clock ?? (Date.now() as Moment))
  record = recordOf(trial, '01')
})
after(() => trial.end())

/** The entries of a kind that the family wrote, the last first. */
const said = async (kind: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const rows = await askTrial(
    trial,
    `select content from content where partnership = $1 and record = $2 and kind = $3 and by = 'family' order by number desc`,
    record,
    kind,
  )
  return rows.map(({ content }) => JSON.parse(String(content)))
}

const entriesNow = async (): Promise<number> => {
  const rows = await askTrial(trial, 'select last from record where partnership = $1 and record = $2', record)
  return Number(rows[0]?.['last'])
}

const ruth = () => trial.signInAs('ruth.adeyemi')
/** The name of a thing on the page of the example’s parent. */
const refOf = (id: string) => shortName(`my ${trial.served.exampleParents?.[0]?.access}`, id)
const hormones = () => refOf('hormones-5')
const place = () => `/families/${record}/parents-page`

describe('a parent’s page', () => {
  it('opens by one press in the example, and names nobody in its title or its address', async () => {
    const leah = await parentByPress(trial)
    const answer = await leah.get('/my')
    const page = await answer.text()
    assert.equal(answer.status, 200)
    assert.match(page, /<title>My page<\/title>/u)
    assert.match(page, /Hello Leah/u)
    for (const words of [
      '999',
      'hydrocortisone',
      'What is next',
      'We are late',
      'Ruth Adeyemi',
      'Who can read this page',
    ])
      assert.ok(page.includes(words), words)
    const addresses = [...page.matchAll(/(?:href|action)="([^"]*)"/gu)].map(found => found[1])
    for (const one of addresses) assert.doesNotMatch(one ?? '', new RegExp(`leah|maya|${record}`, 'iu'))
  })

  it('holds no word of what is not for it, though all of it is on the record', async () => {
    const page = await (await parentByPress(trial)).text()
    for (const words of [
      /Jay/u,
      /Paul/u,
      /exploit/iu,
      /section 47/iu,
      /strategy/iu,
      /conference/iu,
      /police/u,
      /Robin/u,
    ])
      assert.doesNotMatch(page.replace(/They may be from[^<]*/u, ''), words)
  })

  it('is read in Polish too, and what people wrote stays in its own language', async () => {
    const leah = await parentByPress(trial)
    await leah.post('/my/language', { in: 'pl' })
    const page = await leah.text()
    assert.match(page, /<html lang="pl" dir="ltr"/u)
    assert.match(page, /Dzień dobry, Leah/u)
    assert.match(page, /<span lang="en-GB">the hormone clinic<\/span>/u)
  })

  it('is made of the kinds that the database lets through, and of no other', async () => {
    const [row = {}] = await askTrial(trial, 'select parent_kinds() as kinds where $1::int > 0')
    assert.deepEqual([...(row['kinds'] as readonly string[])].sort(), [...mayShow].sort())
  })

  it('is written into the log each time, as the parent’s, for whoever answers for the record', async () => {
    const count = async () =>
      (await askTrial(trial, 'select page from parent_opening where partnership = $1 and record = $2', record)).length
    const leah = await parentByPress(trial)
    const before = await count()
    await leah.text()
    await leah.text('/my/devices')
    assert.equal(await count(), before + 2)
    assert.doesNotMatch(await (await ruth()).text(place()), /When parents opened/u)
    assert.match(await (await trial.signInAs('yvonne.tate')).text(place()), /When parents opened/u)
  })

  it('is apart from staff: neither session opens the other’s pages', async () => {
    const [leah, staff] = [await parentByPress(trial), await ruth()]
    assert.equal((await leah.get('/today')).status, 303)
    assert.equal((await leah.get(`/families/${record}`)).status, 303)
    assert.match(await staff.text('/my'), /Open my page/u)
    assert.equal((await staff.get('/my/devices')).headers.get('location'), '/my?ended=yes')
  })
})

describe('leaving', () => {
  it('is a link that works without a script: it closes the page, and goes where nothing is told', async () => {
    const leah = await parentByPress(trial)
    assert.match(await leah.text(), /<a href="\/my\/leave"[^>]*govuk-exit-this-page__button/u)
    const answer = await leah.get('/my/leave')
    assert.equal(answer.headers.get('location'), 'https://www.bbc.co.uk/weather')
    assert.match(answer.headers.get('set-cookie') ?? '', /Max-Age=0/u)
    assert.match(await leah.text(), /Open my page/u)
  })

  it('comes by itself after ten minutes without a touch, and after an hour at most', async () => {
    const start = Date.now() as Moment
    const minutes = (n: number) => {
      clock = (start + n * 60_000) as Moment
    }
    minutes(0)
    const leah = await parentByPress(trial)
    for (const at of [9, 18, 27, 36, 45, 54]) {
      minutes(at)
      assert.match(await leah.text(), /Hello Leah/u, `${at}`)
    }
    minutes(61)
    assert.doesNotMatch(await leah.text(), /Hello Leah/u)
    minutes(62)
    const again = await parentByPress(trial)
    minutes(73)
    assert.doesNotMatch(await again.text(), /Hello Leah/u)
    clock = undefined
  })
})

describe('a form of a parent’s', () => {
  const forms = [
    'language',
    'devices',
    'close-everything',
    'cannot-come',
    'another-day',
    'help',
    'wrong',
    'medicine',
    'write',
  ]

  it('is refused without the word of its own session, and from another site', async () => {
    const [leah, staff] = [await parentByPress(trial), await ruth()]
    const foreign = /name="csrf" value="([^"]+)"/u.exec(await staff.text('/account'))?.[1] ?? ''
    const before = await entriesNow()
    for (const form of forms) {
      const path = `/my/${form}`
      for (const csrf of ['', foreign, leah.csrf.replace(/^./u, 'A')])
        assert.equal((await sendMy(trial, path, { csrf }, { cookie: leah.cookie })).status, 403, path)
      const elsewhere = { cookie: leah.cookie, 'sec-fetch-site': 'cross-site' }
      assert.equal((await sendMy(trial, path, { csrf: leah.csrf }, elsewhere)).status, 403, path)
    }
    assert.equal(await entriesNow(), before)
    assert.match(await leah.text(), /Hello Leah/u)
  })

  it('writes nothing about what is not on the page: another’s visit, no visit, any other kind of entry', async () => {
    const leah = await parentByPress(trial)
    const before = await entriesNow()
    for (const form of forms.slice(3)) {
      const fields = { visit: '0123456789ab', child: '0123456789ab', choice: 'ill', kind: 'plan-ended', text: '' }
      assert.ok([400, 404].includes((await leah.post(`/my/${form}`, fields)).status), form)
    }
    for (const path of [`/families/${record}/record`, '/my/record', '/my/plan-ended'])
      assert.notEqual((await leah.post(path, { kind: 'plan-ended', text: 'x' })).status, 200, path)
    assert.equal(await entriesNow(), before)
  })

  it('says before it is sent what sending does, and once sent is with the right person at once', async () => {
    const leah = await parentByPress(trial)
    const visit = hormones()
    assert.ok(refsIn(await leah.text(), 'cannot-come').includes(visit))
    const asked = await leah.text(`/my/cannot-come?visit=${visit}`)
    assert.ok(asked.indexOf('What happens when you press this') < asked.indexOf('Send this'))
    assert.match(asked, /the hormone clinic/u)
    const waiting = async () =>
      (await askTrial(trial, `select notice from notice where partnership = $1 and template = 'parent-wrote'`)).length
    const before = await waiting()
    assert.equal((await leah.post('/my/cannot-come', { visit, choice: 'nonsense' })).status, 400)
    const sent = await leah.post('/my/help', { visit, choice: 'no-transport', text: 'No bus.', key: 'abcdefghijkl' })
    assert.equal(sent.headers.get('location'), '/my/sent')
    await leah.post('/my/help', { visit, choice: 'no-transport', text: 'No bus.', key: 'abcdefghijkl' })
    const [line, ...others] = await said('barrier-reported')
    assert.deepEqual(others, [])
    assert.deepEqual(
      [line?.['barrier'], line?.['author'], line?.['person'], line?.['text'], line?.['appointment']],
      ['no-transport', 'Leah Ellis', 'leah', 'No bus.', 'hormones-5'],
    )
    assert.equal(await waiting(), before + 1)
    assert.match(await leah.text(), /You need help to get there\. We have to find some/u)
    assert.match(await (await ruth()).text('/inbox'), /A parent wrote on their own page/u)
  })

  it('asks for another day, and the visit stays as it is until the clinic answers', async () => {
    const leah = await parentByPress(trial)
    const visit = hormones()
    await leah.post('/my/another-day', { visit, choice: 'clash', text: '' })
    assert.equal((await said('change-asked'))[0]?.['wanted'], 'another-day')
    assert.match(await leah.text(), /The clinic has to tell you/u)
  })

  it('disputes a line of the count, which then says so', async () => {
    const leah = await parentByPress(trial)
    const visit = refOf('neurology-3')
    assert.ok(refsIn(await leah.text(), 'wrong').includes(visit))
    await leah.post('/my/wrong', { visit, text: 'I was at the antenatal clinic.' })
    assert.equal((await said('miss-disputed'))[0]?.['appointment'], 'neurology-3')
    const page = await leah.text()
    assert.match(page, /You said this is wrong\. We have to look at it/u)
    assert.equal(refsIn(page, 'wrong').includes(visit), false)
  })

  it('keeps the parent’s own words as they are, shows them, and who can read them', async () => {
    const leah = await parentByPress(trial)
    const text = 'I am <b>tired</b>; nobody rings.'
    await leah.post('/my/write', { choice: 'view', text })
    await leah.post('/my/write', { choice: 'question', text: 'Who comes with us?' })
    assert.equal((await said('family-view'))[0]?.['text'], text)
    assert.equal((await said('question-asked'))[0]?.['to'], 'health-visitor')
    const page = await leah.text()
    assert.match(page, /I am &lt;b&gt;tired&lt;\/b&gt;; nobody rings\./u)
    assert.match(page, /We have to answer this/u)
    assert.equal((await leah.post('/my/write', { choice: 'view', text: ' ' })).status, 400)
    assert.equal((await leah.post('/my/write', { choice: 'view', text: 'x'.repeat(2001) })).status, 400)
    assert.equal((await leah.post('/my/write', { choice: 'view', text: 'a\u0000b' })).status, 400)
  })

  it('says that somebody said another dose: from then on no dose stands there, and whom to ring', async () => {
    const leah = await parentByPress(trial)
    const [child = ''] = refsIn(await leah.text(), 'medicine')
    const choice = /name="choice" type="radio" value="(\w{12})"/u.exec(
      await leah.text(`/my/medicine?child=${child}`),
    )?.[1]
    await leah.post('/my/medicine', { child, choice: choice ?? '', text: 'The nurse said 5.' })
    const page = await leah.text()
    assert.match(page, /We are checking this\.<\/strong> Ring before you change anything/u)
    assert.doesNotMatch(page, /2\.5 mg/u)
  })
})
