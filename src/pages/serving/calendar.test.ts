import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import ICAL from 'ical.js'
import { append } from '../../store/append.ts'
import type { Line } from '../../store/line.ts'
import { shortName } from '../address.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, atWorkAs } from './trial-facts.ts'
import { beginFamily, dayFrom } from './trial-thing.ts'

let trial: TrialHoldfast
let leila: AtWork
before(async () => {
  trial = await trialHoldfast()
  leila = await atWorkAs(trial, 'Leila Haddadi')
})
after(() => trial.end())

const by = 'hospital/royal'
const on = (days: number) => ({ on: dayFrom(trial, days), by })
const asked = (more: Line = {}): Line => ({
  ...{ kind: 'way-agreed', ...on(-5), person: 'tess', way: 'text', address: '07700 900123' },
  ...{ safe: 'yes', askedAlone: 'yes', ...more },
})
const family = (...more: readonly Line[]) =>
  beginFamily(
    trial,
    { kind: 'person', person: 'tess', name: 'Tess Brook', as: 'adult' },
    { kind: 'person', person: 'dan', name: 'Daniel Marl', as: 'adult' },
    { kind: 'relationship', person: 'tess', is: 'mother', of: 'kit' },
    { kind: 'relationship', person: 'dan', is: 'father', of: 'kit' },
    {
      ...{ kind: 'appointment-booked', ...on(-7), appointment: 'ears', clinic: 'the ear clinic' },
      when: `${dayFrom(trial, 14)} 09:40`,
    },
    ...more,
  )
const pathOf = (record: string, what: string, person = 'tess') =>
  `/families/${record}/ahead/${what}/${shortName(record, person)}`
const make = async (record: string, person?: string): Promise<string | undefined> => {
  const page = await (await leila.post(pathOf(record, 'calendar', person), {})).text()
  return /\/calendar\/[\w-]{43}\.ics/u.exec(page)?.[0]
}
const made = async (record: string): Promise<string> => {
  const address = await make(record)
  assert.ok(address)
  return address
}
const fetched = async (address: string) => trial.web.request(address, { headers: { host: 'localhost' } })
const eventsAt = async (address: string) =>
  new ICAL.Component(ICAL.parse(await (await fetched(address)).text())).getAllSubcomponents('vevent')
const write = async (record: string, line: Line) => {
  const outcome = await append(trial.store, {
    partnership: trial.partnership,
    record,
    writer: 'holdfast',
    lines: [line],
  })
  assert.ok('number' in outcome, JSON.stringify(outcome))
}

describe('a calendar that a telephone fetches', () => {
  it('is made for somebody who was asked alone, shown once, and kept as a hash', async () => {
    const record = await family(asked())
    const address = await made(record)
    const answer = await fetched(address)
    assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8')
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/u)
    assert.match(answer.headers.get('x-robots-tag') ?? '', /noindex/u)
    const text = await answer.text()
    assert.match(text, /SUMMARY:Appointment\r\nLOCATION:Royal hospital/u)
    assert.doesNotMatch(text, /kit|ear|brook/iu)
    const rows = JSON.stringify(await askTrial(trial, 'select * from calendar_feed where partnership = $1'))
    assert.doesNotMatch(rows, new RegExp(address.slice(10, 53), 'u'))
    const page = await leila.text(`/families/${record}/ahead/reaching`)
    assert.match(page, /last fetched/u)
    assert.ok(!page.includes(address), 'its address is shown once')
  })

  it('is not made before that, for whoever must not know, or twice', async () => {
    assert.equal(await make(await family()), undefined)
    assert.equal(await make(await family(asked({ safe: 'no' }))), undefined)
    assert.equal(await make(await family(asked({ askedAlone: 'no' }))), undefined)
    const hit = { kind: 'incident', ...on(-3), type: 'domestic', alleged: 'dan' }
    assert.equal(await make(await family(asked({ person: 'dan' }), hit), 'dan'), undefined)
    const record = await family(asked())
    await made(record)
    assert.equal(await make(record), undefined)
  })

  it('says nothing from the moment of a death, a removal, an adoption or an incident on', async () => {
    for (const line of [
      { kind: 'death', person: 'kit' },
      { kind: 'came-into-care' },
      { kind: 'adopted' },
      { kind: 'incident', type: 'domestic', alleged: 'dan' },
    ]) {
      const record = await family(asked())
      const address = await made(record)
      assert.equal((await eventsAt(address)).length, 1)
      await write(record, { ...on(0), ...line })
      const answer = await fetched(address)
      assert.equal(answer.status, 200)
      const text = await answer.text()
      assert.doesNotMatch(text, /VEVENT|held|Royal/u, line.kind)
    }
  })

  it('follows a move and a cancelling', async () => {
    const record = await family(asked())
    const address = await made(record)
    const first = (await eventsAt(address))[0]
    await write(record, { ...on(0), kind: 'appointment-cancelled', appointment: 'ears', cancelledBy: 'clinic' })
    const [then] = await eventsAt(address)
    assert.equal(then?.getFirstPropertyValue('status'), 'CANCELLED')
    assert.equal(then?.getFirstPropertyValue('uid'), first?.getFirstPropertyValue('uid'))
    assert.ok(Number(then?.getFirstPropertyValue('sequence')) > Number(first?.getFirstPropertyValue('sequence')))
  })

  it('is closed in one act, with all else that reaches this person', async () => {
    const record = await family(asked())
    const address = await made(record)
    assert.equal((await leila.post(pathOf(record, 'close'), {})).status, 303)
    assert.equal((await fetched(address)).status, 404)
    assert.match(await leila.text(`/families/${record}/ahead/reaching`), /; closed /u)
  })

  it('is found by nobody who guesses, and guessing is slow', async () => {
    const guesses = Array.from({ length: 40 }, () => fetched(`/calendar/${'a'.repeat(43)}.ics`))
    const statuses = (await Promise.all(guesses)).map(one => one.status)
    assert.deepEqual([...new Set(statuses)].sort(), [404, 429])
    assert.notEqual((await fetched('/calendar/x')).status, 200)
  })
})
