import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Moment } from '../../calendar/day.ts'
import { tick } from '../../store/tick.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'

const aDay = 86_400_000
let now = Date.parse('2026-11-23T10:00:00Z')
let trial: TrialHoldfast

before(async () => {
  trial = await trialHoldfast(() => now as Moment)
})
after(() => trial?.end())

describe('whoever referred a child from outside', () => {
  it('is told when no answer comes, reads none of the record even then, and says that they have it', async () => {
    const child = { nhs: '9990111294', name: 'Tobi Nyman-Okoro', born: '2022-12-09', address: '' }
    const wendell = await trial.signInAs('wendell.ings')
    const sent = { ...child, to: 'social-care', reason: 'The stairwell was dark.', key: 'abcdefghi100', desk: 'yes' }
    assert.match(await (await wendell.post('/refer', sent)).text(), /Your referral is sent/u)
    now += 4 * aDay
    await tick(trial.store)
    const later = await trial.signInAs('wendell.ings')
    const inbox = await later.text('/inbox')
    assert.match(inbox, /referred a child, and no answer is on the record yet/u)
    assert.doesNotMatch(inbox, /Tobi|Nyman|stairwell/u)
    for (const record of trial.records.values())
      for (const page of ['', '/chronology', '/threads', '/people', '/record'])
        assert.equal((await later.get(`/families/${record}${page}`)).status, 404)
    assert.doesNotMatch((await later.text('/today')) + (await later.text('/families')), /Tobi|Nyman|stairwell/u)
    const notice = /action="(\/inbox\/\d+)"/u.exec(inbox)?.[1] ?? ''
    assert.equal((await later.post(notice, {})).status, 303)
    assert.match(await later.text('/inbox'), /Nothing waits for you/u)
  })
})
