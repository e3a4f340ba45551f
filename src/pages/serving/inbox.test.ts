import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, type Day, isoDay } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import { append } from '../../store/append.ts'
import { breakGlass } from '../../store/break-glass.ts'
import type { Line } from '../../store/line.ts'
import { beginRecord, notify } from '../../store/records.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, atWorkAs, idOf, recordOf } from './trial-facts.ts'

let trial: TrialHoldfast
let today: Day

before(async () => {
  trial = await trialHoldfast()
  today = londonDay(trial.store.now())
})
after(() => trial.end())

const on = (days: number): string => isoDay(addDays(today, days))
const noticesIn = (html: string): readonly string[] =>
  [...html.matchAll(/action="\/inbox\/(\d+)"/gu)].map(([, notice = '']) => notice)
const text = (html: string): string => html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ')
/** A receipt that somebody put on record by acknowledging a notice. */
interface Receipt {
  readonly of: readonly string[]
  readonly to: readonly string[]
  readonly by: string
  readonly author: string
  readonly sight?: readonly string[]
}

const receiptsIn = async (record: string): Promise<readonly Receipt[]> => {
  const rows = await askTrial(
    trial,
    `select content::jsonb as line from content where partnership = $1 and record = $2 and kind = 'acknowledged'`,
    record,
  )
  return rows.map(({ line }) => line as Receipt)
}

/** A child with a plan, who was not brought: what the hospital wrote, social care does not know yet. */
const begin = async (miss: Line = {}): Promise<string> => {
  const rowan = { by: 'social-care/rowan-team' }
  const lines: readonly Line[] = [
    { kind: 'person', person: 'kit', name: 'Kit Brook', born: '2019-01-10', as: 'child', subject: 'yes' },
    { kind: 'worker-starts', on: on(-90), ...rowan, role: 'social-worker', practitioner: 'Leila Haddadi' },
    { kind: 'plan-agreed', on: on(-60), ...rowan, plan: 'p1', type: 'child-in-need' },
    {
      ...{ kind: 'was-not-brought', id: 'miss', on: on(-10), by: 'hospital/royal', appointment: 'eyes' },
      ...{ clinic: 'the eye clinic', ...miss },
    },
  ]
  const begun = await beginRecord(trial.store, { partnership: trial.partnership, writer: 'import', lines })
  assert.ok('record' in begun)
  return begun.record
}

/** The notices that somebody has of one family. */
const noticesOf = async (who: AtWork, record: string): Promise<readonly string[]> => {
  const sections = (await who.text('/inbox')).split('<section>')
  return sections.filter(section => section.includes(`/families/${record}`)).flatMap(noticesIn)
}

describe('an acknowledgement', () => {
  it('takes one press, moves the notice below with who has it, and says so', async () => {
    const marcus = await atWorkAs(trial, 'Marcus Bellweather')
    const [notice = ''] = noticesIn(await marcus.text('/inbox'))
    const answer = await marcus.post(`/inbox/${notice}`, {})
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/inbox?had=1'])
    const html = await marcus.text('/inbox?had=1')
    assert.ok(!noticesIn(html).includes(notice))
    assert.match(
      text(html),
      /It stands on record that you have it\.[\s\S]*Acknowledged: 1[\s\S]*Marcus Bellweather has it, /u,
    )
  })

  it('by one at a desk is seen by all who sit there', async () => {
    const callum = await atWorkAs(trial, 'Callum Reid')
    const hannah = await atWorkAs(trial, 'Hannah Boyle')
    const shared = noticesIn(await callum.text('/inbox'))
    const both = new Set(noticesIn(await hannah.text('/inbox')))
    const notice = shared.find(one => both.has(one)) ?? ''
    await callum.post(`/inbox/${notice}`, {})
    const html = await hannah.text('/inbox')
    assert.ok(!noticesIn(html).includes(notice))
    assert.match(text(html), /Callum Reid has it/u)
  })

  it('of a notice that is not theirs is not found, whoever asks and however', async () => {
    const marcus = await atWorkAs(trial, 'Marcus Bellweather')
    const wendell = await atWorkAs(trial, 'Wendell Ings')
    const [notice = ''] = noticesIn(await marcus.text('/inbox'))
    for (const asked of [notice, '0', '99999999', '1e3', 'x', '-1', '9'.repeat(30)])
      assert.equal((await wendell.post(`/inbox/${asked}`, {})).status, 404, asked)
    assert.ok(noticesIn(await marcus.text('/inbox')).includes(notice))
  })
})

describe('an acknowledgement of a notice that has grown since it was shown', () => {
  it('is not taken: what is new is shown first', async () => {
    const record = await begin()
    const siobhan = await atWorkAs(trial, 'Siobhan Keane')
    const [notice = ''] = await noticesOf(siobhan, record)
    const answer = await siobhan.post(`/inbox/${notice}`, { things: '1000' })
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/inbox?grown=1'])
    assert.ok((await noticesOf(siobhan, record)).includes(notice))
    assert.match(text(await siobhan.text('/inbox?grown=1')), /More has come to it since you looked/u)
  })
})

describe('an acknowledgement as a receipt on the record', () => {
  it('is written where the agency was not known to know, and keeps the rule that asks for it', async () => {
    const record = await begin()
    const siobhan = await atWorkAs(trial, 'Siobhan Keane')
    const state = async (asked: string) => text(await siobhan.text(`/families/${record}/ledger?state=${asked}`))
    assert.match(await state('late'), /Tell the allocated worker, or whoever covers, of the missed appointment/u)
    const notices = await noticesOf(siobhan, record)
    assert.ok(notices.length > 0)
    for (const notice of notices) await siobhan.post(`/inbox/${notice}`, {})
    const agency = 'social-care/rowan-team'
    assert.deepEqual(
      (await receiptsIn(record)).map(({ of, to, by, author }) => [of, to, by, author]),
      [[['miss'], [agency], agency, 'Siobhan Keane, team manager']],
    )
    assert.match(await state('kept'), /Tell the allocated worker/u)
    assert.doesNotMatch(await state('late'), /Tell the allocated worker/u)
  })

  it('is written once, however often it is pressed and whoever presses', async () => {
    const record = await begin()
    const siobhan = await atWorkAs(trial, 'Siobhan Keane')
    const notices = await noticesOf(siobhan, record)
    for (const notice of notices)
      await Promise.all(Array.from({ length: 4 }, () => siobhan.post(`/inbox/${notice}`, {})))
    for (const notice of notices) await siobhan.post(`/inbox/${notice}`, {})
    assert.equal((await receiptsIn(record)).length, 1)
  })

  it('is not written of what the agency wrote itself', async () => {
    const marcus = await atWorkAs(trial, 'Marcus Bellweather')
    const record = recordOf(trial, '11')
    const before = await receiptsIn(record)
    const notices = await noticesOf(marcus, record)
    assert.ok(notices.length > 0)
    for (const notice of notices) await marcus.post(`/inbox/${notice}`, {})
    assert.deepEqual(await receiptsIn(record), before)
  })

  it('is for those alone who may see what it names', async () => {
    const record = await begin({ sight: ['social-care'] })
    const siobhan = await atWorkAs(trial, 'Siobhan Keane')
    for (const notice of await noticesOf(siobhan, record)) await siobhan.post(`/inbox/${notice}`, {})
    assert.deepEqual(
      (await receiptsIn(record)).map(({ of, sight }) => [of, sight]),
      [[['miss'], ['social-care', 'hospital/royal']]],
    )
  })
})

describe('what an inbox shows', () => {
  it('is only what the visitor’s own record raises, now and not when it was told', async () => {
    const record = await begin()
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const says = async () =>
      text((await leila.text('/inbox')).split('<section>').find(one => one.includes(record)) ?? '')
    const before = await says()
    assert.match(before, /Kit Brook/u)
    const moved = { kind: 'set-apart', on: on(0), by: 'social-care/rowan-team', entry: 'miss', reason: 'Another child' }
    await append(trial.store, { partnership: trial.partnership, record, lines: [moved], writer: 'import' })
    assert.doesNotMatch(await says(), /eye clinic|missed appointment|not brought/u)
  })

  it('has nothing of a family that is not the visitor’s any more', async () => {
    const record = await begin()
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    assert.ok((await noticesOf(leila, record)).length > 0)
    const leaves = {
      ...{ kind: 'worker-leaves', on: on(0), by: 'social-care/rowan-team', role: 'social-worker' },
      practitioner: 'Leila Haddadi',
    }
    const starts = { ...leaves, kind: 'worker-starts', practitioner: 'Tomasz Wrona' }
    await append(trial.store, { partnership: trial.partnership, record, lines: [leaves, starts], writer: 'import' })
    const html = await leila.text('/inbox')
    assert.doesNotMatch(html, new RegExp(record, 'u'))
  })

  it('tells of an opening without belonging, of an entry set apart and of the desk, each with where to go', async () => {
    const record = recordOf(trial, '01')
    const asking = { partnership: trial.partnership, practitioner: await idOf(trial, 'Wendell Ings') }
    const lead = await idOf(trial, 'Crispin Yeo')
    await breakGlass(trial.store, asking, { record, reason: 'A secret reason', tell: [{ practitioner: lead }] })
    for (const template of ['set-apart', 'desk', 'emergency'] as const)
      await notify(trial.store, trial.partnership, { record, template, to: { practitioner: lead } })
    const crispin = await atWorkAs(trial, 'Crispin Yeo')
    const html = await crispin.text('/inbox')
    assert.match(text(html), /Wendell Ings opened the record of a family without belonging/u)
    for (const address of ['/governance/openings', '/governance/apart', '/desk']) {
      assert.ok(html.includes(`href="${address}"`), address)
      assert.equal((await crispin.get(address)).status, 200, address)
    }
    assert.doesNotMatch(html, /Maya|Ellis|secret reason/u)
    for (const notice of noticesIn(html)) assert.equal((await crispin.post(`/inbox/${notice}`, {})).status, 303)
    assert.deepEqual(noticesIn(await crispin.text('/inbox')), [])
  })
})
