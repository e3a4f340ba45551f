import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial } from './trial-facts.ts'

let trial: TrialHoldfast
let executive: AtWork
let nurse: AtWork
let visitor: AtWork

before(async () => {
  trial = await trialHoldfast()
  executive = await trial.signInAs('annika.forsgate')
  nurse = await trial.signInAs('colette.amoako')
  visitor = await trial.signInAs('ruth.adeyemi')
})
after(() => trial.end())

const last = async () => {
  const [row] = await askTrial(
    trial,
    `select content from content where partnership = $1 and record = 'agencies' order by number desc limit 1`,
  )
  return JSON.parse(String(row?.['content'])) as Readonly<Record<string, unknown>>
}

describe('the rules, for everybody who is signed in', () => {
  it('are read by all, and are the way from a thing to do to where its clock comes from', async () => {
    assert.match(await visitor.text('/rules'), /href="\/rules\/conference-held"/u)
    assert.match(await visitor.text('/rules/conference-held'), /Within 15 working days/u)
    assert.equal((await visitor.get('/rules/no-such-rule')).status, 404)
    for (const page of ['editions', 'limits', 'adopt']) assert.equal((await visitor.get(`/rules/${page}`)).status, 200)
  })

  it('are settled by nobody else: there are no forms, and none is taken', async () => {
    for (const page of ['result-told', 'editions', 'adopt'])
      assert.doesNotMatch(await visitor.text(`/rules/${page}`), /action="\/rules/u)
    const before = await last()
    for (const form of ['result-told/limit', 'result-told/owner', 'editions', 'adopt'])
      assert.equal((await visitor.post(`/rules/${form}`, { limit: '2 days', reason: 'x', rules: 'all' })).status, 404)
    assert.deepEqual(await last(), before)
  })
})

describe('a limit', () => {
  it('is set by the partnership’s executive, and stands there with who, why and from when', async () => {
    const answer = await executive.post('/rules/result-told/limit', {
      limit: '9 working days',
      reason: 'Clinics asked',
    })
    assert.equal(answer.status, 303)
    const line = await last()
    assert.deepEqual(
      [line['kind'], line['rule'], line['limit'], line['author']],
      ['limit-set', 'result-told', '9 working days', 'Annika Forsgate'],
    )
    assert.match(
      await visitor.text('/rules/result-told'),
      /Within 9 working days[\s\S]*Annika Forsgate[\s\S]*Clinics asked/u,
    )
    assert.match(await visitor.text('/rules/limits'), /Within 9 working days/u)
  })

  it('is refused beside its field, with what was typed', async () => {
    const answer = await executive.post('/rules/result-told/limit', { limit: 'soonish', reason: 'Why not' })
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /href="#limit-limit"[\s\S]*value="soonish"[\s\S]*Why not/u)
    const statutory = await executive.post('/rules/conference-held/limit', { limit: '20 days', reason: 'Why not' })
    assert.match(await statutory.text(), /is statutory: nobody sets its limit/u)
  })

  it('and with which role a task lies, too', async () => {
    await executive.post('/rules/conference-held/owner', { role: 'conference-chair', reason: 'Agreed' })
    assert.match(await visitor.text('/rules/conference-held'), /Conference chair, since /u)
  })
})

describe('adopting', () => {
  it('is done for one’s own agency, and given up with a reason', async () => {
    const post = /name="post"[^>]*value="([^"]*st-brannocks[^"]*)"/u.exec(await nurse.text('/rules/adopt'))?.[1] ?? ''
    const form = { post, does: 'gives-up', rules: 'result-told', from: '' }
    const without = await nurse.post('/rules/adopt', form)
    assert.equal(without.status, 400)
    assert.equal((await nurse.post('/rules/adopt', { ...form, reason: 'A trial of another way' })).status, 303)
    const line = await last()
    assert.deepEqual(
      [line['kind'], line['by'], line['rule'], line['reason']],
      ['rule-given-up', 'hospital/st-brannocks', ['result-told'], 'A trial of another way'],
    )
    assert.match(await visitor.text('/rules/adopt'), /Gives up/u)
    const other = await nurse.post('/rules/adopt', { ...form, post: 'social-care social-worker', does: 'adopts' })
    assert.equal(other.status, 400)
  })
})

describe('a law', () => {
  it('begins on the day that is entered', async () => {
    const law = { law: 'information-sharing-duty', from: '30 September 2026', source: 'The regulations' }
    assert.equal((await executive.post('/rules/editions', law)).status, 303)
    assert.match(await visitor.text('/rules/editions'), /From 30 September 2026/u)
  })
})
