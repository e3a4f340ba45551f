import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, type Moment } from '../../../calendar/day.ts'
import { momentAt } from '../../../calendar/moment.ts'
import { hl7, type TrialFeed, trialFeed } from '../../../intake/feeds/trial-feed.ts'
import { csrfOf, hashOfToken, newToken } from '../../../sharing/session.ts'
import { addPractitioner } from '../../../store/accounts.ts'
import { beginSession } from '../../../store/sessions.ts'
import { holdfast } from '../app.ts'

const same = { 'sec-fetch-site': 'same-origin', host: 'localhost' }

let trial: TrialFeed
let web: ReturnType<typeof holdfast>
before(async () => {
  trial = await trialFeed()
  const ports = [{ feed: trial.feed, connected: () => 2 }]
  web = holdfast({ store: trial.store, address: 'http://localhost', ports })
  const other = [{ agency: 'hospital/northfield', role: 'medical-secretary' }] as never
  await addPractitioner(trial.store, trial.partnership, { name: 'Nora North', signIn: 'nora.north', posts: other })
  const consultant = [{ agency: 'hospital/royal', role: 'consultant' }] as never
  await addPractitioner(trial.store, trial.partnership, { name: 'Con Sultan', signIn: 'con.sultan', posts: consultant })
})
after(() => trial.end())

/** Somebody at work, whose session began by the clock of the trial. */
const signIn = async (name: string) => {
  const token = newToken()
  const [account] = await trial.ask('select account from account where sign_in = $1', [name])
  await beginSession(trial.store, String(account?.['account']), hashOfToken(token))
  await trial.ask('update session set made = $1, seen = $1', [new Date(trial.store.now())])
  const cookie = `holdfast=${token}`
  return {
    get: (path: string) => web.request(path, { headers: { ...same, cookie } }),
    text: async (path: string) => (await web.request(path, { headers: { ...same, cookie } })).text(),
    post: (path: string, fields: Readonly<Record<string, string>>) =>
      web.request(path, {
        method: 'POST',
        headers: { ...same, cookie },
        body: new URLSearchParams({ csrf: csrfOf(token), ...fields }),
      }),
  }
}

const start = (): Moment => momentAt(addDays(trial.today, -2), '10:00')
const booked = (more: Partial<Parameters<typeof hl7>[0]>): Buffer =>
  hl7({ event: 'SIU^S12', made: momentAt(addDays(trial.today, -9), '09:00'), start: start(), ...more })

const numberOn = (page: string): string => /name="message" value="(\d+)"/u.exec(page)?.[1] ?? ''

describe('what waits for somebody of a hospital', () => {
  it('stands beside who it may be, and whoever looks after the feed says that it is', async () => {
    const sam = await signIn('sam.secretary')
    await trial.take(booked({ born: '2019-06-05', hospital: 'R9', name: 'MARSH^ADA' }))
    const page = await sam.text('/feeds/royal/queue')
    assert.ok(
      /Who it may be[\s\S]*<strong>Ada Marsh<\/strong>[\s\S]*the same NHS number; another day of birth/u.test(page),
    )
    // Of somebody who was not held beside it nobody can say that it is them.
    const wrong = { do: 'same', message: numberOn(page), record: trial.record, person: 'tess' }
    await sam.post('/feeds/royal/queue', wrong)
    assert.deepEqual(await trial.states(), ['person candidates'])
    await sam.post('/feeds/royal/queue', { ...wrong, person: 'ada' })
    await trial.read()
    assert.deepEqual(await trial.states(), ['read'])
    assert.equal((await trial.written()).length, 1)
    assert.ok(/Nothing waits\./u.test(await sam.text('/feeds/royal/queue')))
  })

  it('is destroyed after its hours where it is nobody, and says when', async () => {
    const sam = await signIn('sam.secretary')
    await trial.take(booked({ born: '2019-06-05', hospital: 'R8', number: 'A8' }))
    const page = await sam.text('/feeds/royal/queue')
    await sam.post('/feeds/royal/queue', { do: 'nobody', message: numberOn(page) })
    const held = await sam.text('/feeds/royal/queue?of=held')
    assert.ok(/It is destroyed in (?:3 days|72 hours|71 hours|2 days)/u.test(held))
    assert.ok(!/Ada Marsh<\/strong>/u.test(held))
  })

  it('is nobody else’s: another hospital, the lead on governance and strangers find nothing, not even a count', async () => {
    await trial.take(booked({ born: '2019-06-05', hospital: 'R7', number: 'A7' }))
    const [message] = await trial.ask(`select message from message where state = 'person'`)
    for (const name of ['nora.north', 'gil.governance', 'siobhan.keane']) {
      const other = await signIn(name)
      for (const path of ['/feeds/royal/queue', '/feeds/royal/queue?of=held', '/feeds/royal/matches'])
        assert.equal((await other.get(path)).status, 404, `${name} ${path}`)
      const answer = await other.post('/feeds/royal/queue', { do: 'nobody', message: String(message?.['message']) })
      assert.equal(answer.status, 404)
    }
    const con = await signIn('con.sultan')
    assert.ok(!/MARSH|Ada Marsh/u.test(await con.text('/feeds/royal/queue?of=person')))
    await con.post('/feeds/royal/queue', { do: 'nobody', message: String(message?.['message']) })
    assert.deepEqual((await trial.ask(`select state from message where message = $1`, [message?.['message']]))[0], {
      state: 'person',
    })
  })

  it('could not be read, and is tried again', async () => {
    const sam = await signIn('sam.secretary')
    await trial.take(Buffer.from('no message at all'))
    const page = await sam.text('/feeds/royal/queue?of=failed')
    assert.ok(/It cannot be read\.[\s\S]*Try to read it again/u.test(page))
    assert.equal(
      (await sam.post('/feeds/royal/queue', { do: 'again', of: 'failed', message: numberOn(page) })).status,
      303,
    )
  })

  it('was read and says two things: it is for whoever of the hospital reads that record', async () => {
    await trial.write({
      kind: 'worker-starts',
      on: '2026-01-05',
      by: 'hospital/royal',
      role: 'consultant',
      practitioner: 'Con Sultan',
    })
    await trial.take(
      hl7({
        event: 'SIU^S26',
        made: (start() + 3_600_000) as Moment,
        start: start(),
        number: 'A1',
        hospital: 'R9',
        status: 'Cancelled',
      }),
    )
    const con = await signIn('con.sultan')
    const page = await con.text('/feeds/royal/queue')
    assert.ok(/the event says one thing and the code another; the event holds[\s\S]*In the record of/u.test(page))
    await con.post('/feeds/royal/queue', { do: 'looked', message: numberOn(page) })
    assert.ok(/Nothing to look at/u.test(await con.text('/feeds/royal/queue')))
  })
})

describe('a feed by HL7', () => {
  it('shows whether a port listens for it, and how many are connected', async () => {
    const sam = await signIn('sam.secretary')
    assert.ok(/A port of this server listens; 2 connections now/u.test(await sam.text('/feeds/royal')))
  })
})

describe('a number that is another child’s', () => {
  it('is looked at twice before its match ends, with all that follows, and becomes a disclosure', async () => {
    const con = await signIn('con.sultan')
    const list = await con.text('/feeds/royal/matches')
    const match = /\/feeds\/royal\/matches\/(\d+)">It is another child<span class="govuk-visually-hidden">: R9/u.exec(
      list,
    )?.[1]
    const page = await con.text(`/feeds/royal/matches/${match}`)
    assert.ok(/will wait to be matched anew[\s\S]*These will be set apart/u.test(page))
    assert.equal((await con.post(`/feeds/royal/matches/${match}`, { reason: ' ' })).status, 400)
    const done = await con.post(`/feeds/royal/matches/${match}`, {
      reason: 'The clinic rang: a cousin of the same name',
    })
    assert.equal(done.status, 303)
    assert.equal((await con.get(`/feeds/royal/matches/${match}`)).status, 404)
    assert.ok((await trial.ask('select 1 from apart')).length > 0)
  })

  it('stands before the lead on governance, with the 72 hours and what was decided', async () => {
    const gil = await signIn('gil.governance')
    const page = await gil.text('/governance/disclosures')
    assert.ok(/72 hours, statutory \(UK GDPR, article 33\)/u.test(page) && /Who has seen them/u.test(page))
    const disclosure = /name="disclosure" value="(\d+)"/u.exec(page)?.[1] ?? ''
    assert.equal((await gil.post('/governance/disclosures', { disclosure, outcome: '', reason: '' })).status, 400)
    const reason = 'Read by the consultant alone'
    assert.equal(
      (await gil.post('/governance/disclosures', { disclosure, outcome: 'not-reported', reason })).status,
      303,
    )
    assert.ok(
      /Decided[\s\S]*Not reported[\s\S]*Read by the consultant alone/u.test(await gil.text('/governance/disclosures')),
    )
    for (const name of ['sam.secretary', 'con.sultan'])
      assert.equal((await (await signIn(name)).get('/governance/disclosures')).status, 404)
  })
})
