import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { breakGlass } from '../../store/break-glass.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, atWorkAs, idOf, recordOf } from './trial-facts.ts'

let trial: TrialHoldfast

before(async () => {
  trial = await trialHoldfast()
})
after(() => trial.end())

const recordsIn = (html: string): readonly string[] =>
  [...new Set([...html.matchAll(/href="\/families\/([a-z0-9]{10})"/gu)].map(([, record = '']) => record))].sort()

const askingAs = async (name: string) => ({ partnership: trial.partnership, practitioner: await idOf(trial, name) })

describe('the families of a visitor', () => {
  it('are those that they may open, and no other', async () => {
    const rows = await askTrial(
      trial,
      'select distinct record from may_open where partnership = $1 and practitioner = $2 order by record',
      await idOf(trial, 'Marcus Bellweather'),
    )
    const marcus = await atWorkAs(trial, 'Marcus Bellweather')
    assert.deepEqual(
      recordsIn(await marcus.text('/families')),
      rows.map(({ record }) => record),
    )
    assert.deepEqual(recordsIn(await (await atWorkAs(trial, 'Wendell Ings')).text('/families')), [])
  })

  it('are found by name among one’s own alone: somebody else’s child is called by nobody', async () => {
    const ruth = await atWorkAs(trial, 'Ruth Adeyemi')
    const find = async (name: string) => (await ruth.post('/families', { name })).text()
    assert.deepEqual(recordsIn(await find('maya')), [recordOf(trial, '01')])
    assert.deepEqual(recordsIn(await find('Callum')), [])
    assert.match(await find('Callum'), /No child of your families is called Callum/u)
  })

  it('take whatever is typed as a name', async () => {
    const ruth = await atWorkAs(trial, 'Ruth Adeyemi')
    for (const name of ['<script>', '%', ' ', `'; drop table content --`, 'x'.repeat(5000)])
      assert.equal((await ruth.post('/families', { name })).status, 200, name.slice(0, 20))
  })
})

describe('a family that was opened with a reason', () => {
  it('stands apart with until when, and with nothing but its name, until it is closed again', async () => {
    const record = recordOf(trial, '02')
    const officer = await atWorkAs(trial, 'Wendell Ings')
    await breakGlass(trial.store, await askingAs('Wendell Ings'), { record, reason: 'The child is here', tell: [] })
    const html = await officer.text('/families')
    const [own = '', apart = ''] = html.split('Opened with a reason')
    assert.deepEqual([recordsIn(own), recordsIn(apart)], [[], [record]])
    assert.match(apart, /open to you until \d+ \w+ \d{4} at \d\d:\d\d/u)
    assert.doesNotMatch(apart, /late|Because/u)
    assert.doesNotMatch(await officer.text('/today'), new RegExp(record, 'u'))
    await askTrial(
      trial,
      `update may_open set until = now() - interval '1 second' where partnership = $1 and why = 'glass'`,
    )
    assert.doesNotMatch(await officer.text('/families'), /Opened with a reason/u)
  })

  it('stands with one’s own when it is one’s own in any other way', async () => {
    const record = recordOf(trial, '01')
    const ruth = await atWorkAs(trial, 'Ruth Adeyemi')
    await breakGlass(trial.store, await askingAs('Ruth Adeyemi'), { record, reason: 'By mistake', tell: [] })
    const html = await ruth.text('/families')
    assert.deepEqual(recordsIn(html), [record])
    assert.doesNotMatch(html, /Opened with a reason/u)
  })
})
