import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readEntry } from '../../record/read-entry.ts'
import { append } from '../../store/append.ts'
import type { Line } from '../../store/line.ts'
import { shortName } from '../address.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, recordOf } from './trial-facts.ts'

let trial: TrialHoldfast
let visitor: AtWork
let record = ''

before(async () => {
  trial = await trialHoldfast()
  visitor = await trial.signInAs('ruth.adeyemi')
  record = recordOf(trial, '01')
})
after(() => trial.end())

const linesFrom = async (query = ''): Promise<readonly Line[]> => {
  const answer = await visitor.get(`/families/${record}/entries.json${query}`)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'application/json')
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  return JSON.parse(await answer.text())
}

const write = async (line: Line): Promise<void> => {
  const { partnership, store } = trial
  const outcome = await append(store, { partnership, record, lines: [line], writer: 'import' })
  assert.ok('number' in outcome, JSON.stringify(outcome))
}

const concern = { kind: 'concern', on: '2026-11-20', by: 'school/st-aidans', child: ['maya'] }

describe('the entries of a record as JSON', () => {
  it('are lines that can be read again, in order of day', async () => {
    const entries = (await linesFrom()).map(line => readEntry(line))
    const days = entries.map(result => {
      assert.ok('entry' in result, JSON.stringify(result))
      return result.entry.day
    })
    assert.ok(days.length > 50)
    assert.deepEqual(
      days,
      days.toSorted((one, other) => one - other),
    )
  })

  it('hold what was written a moment ago, in its latest version', async () => {
    await write({ ...concern, id: 'tide', text: 'The tide was in.' })
    await write({ ...concern, corrects: 'tide', text: 'The tide was out.' })
    const texts = (await linesFrom()).map(({ text }) => text)
    assert.ok(texts.includes('The tide was out.'))
    assert.ok(!texts.includes('The tide was in.'))
  })

  it('hold nothing that the visitor may not see', async () => {
    await write({ ...concern, by: 'police', sight: 'police', text: 'Of the kingfisher.' })
    assert.ok(!JSON.stringify(await linesFrom()).includes('kingfisher'))
    const [row] = await askTrial(
      trial,
      `select count(*)::int as all from content where partnership = $1 and record = $2 and content like '%kingfisher%'`,
      record,
    )
    assert.deepEqual(row, { all: 1 })
  })

  it('are those of one child where the address names one', async () => {
    await write({ ...concern, child: ['noah-other'], text: 'Of another child.' })
    const lines = await linesFrom(`?child=${shortName(record, 'maya')}`)
    assert.ok(lines.length > 20)
    assert.deepEqual(
      lines.filter(({ child, ...rest }) => child !== undefined && !JSON.stringify([child, rest]).includes('maya')),
      [],
    )
    assert.ok(!lines.some(({ text }) => text === 'Of another child.'))
    assert.ok((await linesFrom()).some(({ text }) => text === 'Of another child.'))
  })

  it('are not found for a child who is not there, and for somebody who does not belong', async () => {
    const address = `/families/${record}/entries.json`
    assert.equal((await visitor.get(`${address}?child=0123456789ab`)).status, 404)
    const lead = await trial.signInAs('crispin.yeo')
    assert.equal((await lead.get(address)).status, 404)
  })

  it('are opened by name in the log', async () => {
    await linesFrom()
    const logged = await askTrial(
      trial,
      `select page from opening where partnership = $1 and record = $2 order by opening desc limit 1`,
      record,
    )
    assert.deepEqual(logged, [{ page: 'entries.json' }])
  })
})
