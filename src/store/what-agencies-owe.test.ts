import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, isoDay, type Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { addPractitioner } from './accounts.ts'
import { append } from './append.ts'
import { asReader } from './asking.ts'
import type { Line } from './line.ts'
import { acknowledge, readInbox, readWaiting } from './notices.ts'
import { rebuild } from './rebuild.ts'
import { openStore, type Store } from './store.ts'
import { tick } from './tick.ts'
import { audit } from './trial-audit.ts'
import { onWorkingDay, type TrialFamily, trialFamily } from './trial-family.ts'

let family: TrialFamily
let store: Store
let clock: Moment
let lead: PractitionerId
let otherLead: PractitionerId
let executive: PractitionerId

const add = (name: string, agency: string, role: string): Promise<PractitionerId> => {
  const signIn = name.toLowerCase().replace(' ', '.')
  return addPractitioner(store, family.partnership, { name, signIn, posts: [{ agency, role }] as never })
}

before(async () => {
  family = await trialFamily()
  clock = family.now
  store = openStore(family.connections, { now: () => clock })
  lead = await add('Hanna Lead', 'health-visiting/moss', 'safeguarding-lead')
  otherLead = await add('Olu Other', 'housing', 'safeguarding-lead')
  executive = await add('Esme Executive', 'partnership', 'partnership-executive')
  await tick(store)
})
after(async () => {
  await store.close()
  await family.drop()
})

const on = (days: number): string => isoDay(addDays(londonDay(clock), days))
const write = async (...lines: readonly Line[]) => {
  const writing = { partnership: family.partnership, record: 'agencies', lines, writer: family.manager }
  const outcome = await append(store, writing)
  assert.ok('number' in outcome, JSON.stringify(outcome))
}
const later = async (days: number) => {
  clock = onWorkingDay((clock + days * 86_400_000) as Moment)
  await tick(store)
}
const asking = (practitioner: PractitionerId) => ({ partnership: family.partnership, practitioner })
const inboxOf = async (who: PractitionerId) => {
  const notices = await readInbox(store, asking(who))
  return notices.filter(({ template }) => template === 'agencies').map(({ of }) => of.map(({ state }) => state).join())
}
const inboxes = async () => [await inboxOf(lead), await inboxOf(executive), await inboxOf(otherLead)]
const nothingAmiss = async () => assert.deepEqual(await audit(family.connections.owner, clock), [])
const duties = (rule = 'recommendation-in-practice') =>
  family.ask('select due::text, ended::text, how from duty where record = $1 and rule = $2', ['agencies', rule])

const recommendation = () => ({
  ...{ kind: 'recommendation', on: on(0), by: 'partnership', agency: 'health-visiting/moss', due: on(10) },
  ...{ recommendation: 'rec-1', record: 'agencies', text: 'Every letter of a clinic is sent to the health visitor.' },
})

describe('what agencies owe by their own record', () => {
  it('is a duty, of which nobody hears while it is in time', async () => {
    await write(recommendation())
    assert.deepEqual(await duties(), [{ due: on(10), ended: null, how: null }])
    assert.deepEqual(await inboxes(), [[], [], []])
    await nothingAmiss()
  })

  it('is heard of once when it is late: by the agency that owes it and the executive, and by no other agency', async () => {
    await later(3)
    assert.deepEqual(await inboxes(), [[], [], []])
    await later(20)
    assert.deepEqual(await inboxes(), [['late'], ['late-2'], []])
    for (const days of [0, 0, 7, 7]) await later(days)
    assert.deepEqual(await inboxes(), [['late'], ['late-2'], []])
    await nothingAmiss()
  })

  it('is made anew by a rebuild that tells nobody and changes nothing', async () => {
    const held = () => family.ask('select key, state, told_to from told order by 1, 2, 3')
    const [told, owed] = [await held(), await duties()]
    assert.equal((await rebuild(family.connections.owner, { now: clock })).duties, 0)
    await family.ask(`delete from duty where record = 'agencies'`)
    assert.ok((await rebuild(family.connections.owner, { now: clock })).duties > 0)
    assert.deepEqual([await held(), await duties()], [told, owed])
    await nothingAmiss()
  })

  it('counts in the head, is acknowledged, and stands in the record of no family', async () => {
    const waiting = (await readWaiting(store, asking(lead))).filter(({ template }) => template === 'agencies')
    assert.equal(waiting.length, 1)
    assert.equal(await acknowledge(store, asking(otherLead), waiting[0]?.notice ?? 0, 1), 'not-theirs')
    assert.equal(await acknowledge(store, asking(lead), waiting[0]?.notice ?? 0, 1), 'had')
    assert.deepEqual(await inboxOf(lead), [])
    const opens = await family.ask(`select from may_open where record = 'agencies'`)
    assert.deepEqual(opens, [])
    const elsewhere = await family.ask(`select from duty where record <> 'agencies' and rule like 'recommendation%'`)
    assert.deepEqual(elsewhere, [])
  })

  it('is read of the tables by nobody whom it was not told', async () => {
    const rows = (who: PractitionerId, table: string) =>
      asReader(store, asking(who), async client => {
        const { rowCount } = await client.query(`select from ${table} where record = 'agencies'`)
        return rowCount
      })
    for (const who of [otherLead, family.worker, family.manager])
      for (const table of ['duty', 'told', 'notice']) assert.equal(await rows(who, table), 0, table)
    assert.equal(await rows(executive, 'told'), 1)
  })

  it('ends when it is kept, and is silent then; half a year later the executive looks again', async () => {
    const evidence = 'Nine letters in ten reach the health visitor.'
    const kept = { kind: 'recommendation-kept', on: on(0), by: 'health-visiting/moss', recommendation: 'rec-1' }
    await write({ ...kept, evidence, record: 'agencies' })
    assert.deepEqual(
      (await duties()).map(({ ended }) => ended),
      [on(0)],
    )
    await later(20)
    assert.deepEqual(await inboxes(), [[], ['late-2'], []])
    await later(200)
    assert.deepEqual(await inboxes(), [[], ['late', 'late-2'], []])
    await nothingAmiss()
  })

  it('is a lateness of training that is heard in the agency of whoever has none', async () => {
    const post = { kind: 'post', by: 'housing', post: 'h-1', role: 'housing-officer', practitioner: 'Noor Dale' }
    const trained = { kind: 'training', by: 'housing', practitioner: 'Somebody Else', topics: ['escalation'] }
    await write({ ...post, on: on(0), record: 'agencies' }, { ...trained, on: on(0), record: 'agencies' })
    await later(40)
    assert.ok((await inboxOf(otherLead)).length > 0)
    assert.deepEqual(await inboxOf(family.worker), [])
    const told = `select distinct told_to from told where record = 'agencies' and key like '%Noor Dale%' order by 1`
    assert.deepEqual(
      (await family.ask(told)).map(({ told_to: to }) => to),
      ['housing|safeguarding-lead', 'partnership|partnership-executive'],
    )
    await nothingAmiss()
  })
})
