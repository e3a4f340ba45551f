import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { append } from '../../store/append.ts'
import type { Line } from '../../store/line.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { atWorkAs } from './trial-facts.ts'
import { beginFamily, dayFrom, plainText } from './trial-thing.ts'

let trial: TrialHoldfast
let record: string
let leila: AtWork

const on = (days: number): string => dayFrom(trial, days)
const write = async (...lines: readonly Line[]) => {
  const { store, partnership } = trial
  const outcome = await append(store, { partnership, record, lines, writer: 'import' })
  assert.ok('number' in outcome, JSON.stringify(outcome))
}

before(async () => {
  trial = await trialHoldfast()
  record = await beginFamily(trial)
  leila = await atWorkAs(trial, 'Leila Haddadi')
  await write(
    { kind: 'person', person: 'rob', name: 'Rob Tarn', as: 'adult' },
    { kind: 'concern', on: on(-20), by: 'school/oak', overnight: 'rob' },
    { kind: 'concern', on: on(-9), by: 'health-visiting' },
    { kind: 'concern', on: on(-5), by: 'probation', sight: ['probation'], text: 'Nobody else knows.' },
  )
})
after(() => trial.end())

const condition = { key: 'k7m2p9k7m2p9', kind: 'condition', on: 'today', events: 'concern', consequence: 'review' }
const send = async (fields: Readonly<Record<string, string | readonly string[]>>) => {
  const answer = await leila.post(`/families/${record}/record`, fields)
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
}
const entries = async () => (await leila.text(`/families/${record}/chronology`)).split('condition was agreed').length

describe('looking before something agreed is saved', () => {
  it('shows what it would have caught, each entry with its day, and writes nothing', async () => {
    const before = await entries()
    const { status, html } = await send({ ...condition, times: '2', within: '6', text: 'Two in six weeks', do: 'look' })
    assert.equal(status, 200)
    const text = plainText(html)
    assert.match(text, /What it would have caught so far It would have been met on/u)
    assert.match(text, /It is not saved yet/u)
    assert.equal(html.split('href="/families/').length > 2, true)
    assert.match(html, /Two in six weeks/u)
    assert.equal(await entries(), before)
  })

  it('shows nothing that its reader may not see: the third concern is probation’s alone', async () => {
    const { html } = await send({ ...condition, times: '3', do: 'look' })
    assert.match(plainText(html), /It would not have been met so far/u)
    assert.doesNotMatch(html, /Nobody else knows|probation\)/u)
  })

  it('says so when nothing would have, and when it is only words', async () => {
    const none = await send({ ...condition, events: 'injury', do: 'look' })
    assert.match(plainText(none.html), /Nothing so far/u)
    const { events: _, ...vague } = condition
    assert.match(plainText((await send({ ...vague, text: 'We meet', do: 'look' })).html), /It is only words so far/u)
  })

  it('names what is to be mended before it looks', async () => {
    const { status, html } = await send({ ...condition, times: 'two', do: 'look' })
    assert.equal(status, 400)
    assert.match(html, /This is not saved yet/u)
  })

  it('looks for a rule of a plan or an order too', async () => {
    const rule = { ...condition, kind: 'agreed-rule', events: [], consequence: [], source: 'bail', person: 'rob' }
    const { html } = await send({ ...rule, terms: 'not-overnight', do: 'look' })
    assert.match(plainText(html), /It would have been met on/u)
  })

  it('is saved after it, and the page of the entry says what it has caught since', async () => {
    const { status, to } = await send({ ...condition, text: 'One more and we meet', do: 'record' })
    assert.equal(status, 303)
    assert.match(plainText(await leila.text(to ?? '')), /What it has caught so far Nothing so far/u)
  })
})
