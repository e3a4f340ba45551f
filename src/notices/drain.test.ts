import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Moment } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import { addPractitioner } from '../store/accounts.ts'
import { asRecorder } from '../store/asking.ts'
import { beginRecord, newPartnership } from '../store/records.ts'
import { openStore, type Store } from '../store/store.ts'
import { type TrialStore, trialStore } from '../store/trial.ts'
import { drain } from './drain.ts'
import type { Mailer, MailOutcome } from './mail.ts'

let trial: TrialStore
let store: Store
let partnership: number

before(async () => {
  trial = await trialStore()
  store = openStore(trial.connections, { now: () => Date.parse('2026-11-26T10:00:00Z') as Moment })
  partnership = await newPartnership(store, 'Trial')
  const hv = { agency: 'health-visiting' as Agency, role: 'health-visitor' } as const
  await addPractitioner(store, partnership, { name: 'Una Frost', signIn: 'una', posts: [hv], email: 'una@example.org' })
})

after(async () => {
  await store?.close()
  await trial?.drop()
})

/** Stands where the mail server is: what it hears, and what it answers. */
const answering = (outcome: MailOutcome) => {
  const heard: string[] = []
  const mailer: Mailer = {
    send: async ({ to, link }) => {
      heard.push(`${to} ${link}`)
      return outcome
    },
  }
  return { heard, mailer }
}

const sendings = () =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query('select way, attempt, outcome from sending order by notice, way, attempt')
    return rows.map(row => `${row.way} ${row.attempt}: ${row.outcome}`)
  })

const dueNow = () =>
  asRecorder(store, { partnership }, client => client.query(`update to_send set due = now() - interval '1 second'`))

/** A child whose health visitor owes something at once: a visit after a birth, a referral unanswered … */
const family = [
  { kind: 'person', person: 'wyn', name: 'Wyn Quill', born: '2025-06-06', as: 'child', subject: 'yes' },
  { kind: 'worker-starts', on: '2026-01-05', by: 'health-visiting', role: 'health-visitor', practitioner: 'Una Frost' },
  {
    kind: 'plan-started',
    on: '2026-11-02',
    by: 'social-care',
    plan: 'p',
    type: 'child-in-need',
    members: 'health-visiting',
  },
  { kind: 'question-asked', on: '2026-11-25', by: 'family', question: 'q', to: 'health-visitor', text: 'When?' },
]

describe('what is to be sent by e-mail', () => {
  it('is tried again while the mail server cannot take it, each attempt on record, and is sent once', async () => {
    await beginRecord(store, { partnership, lines: family, writer: 'import' })
    const down = answering('no connection')
    assert.ok((await drain(store, down.mailer)) >= 1)
    assert.equal(await drain(store, down.mailer), 0)
    await dueNow()
    const up = answering('accepted')
    await drain(store, up.mailer)
    assert.deepEqual([...new Set(up.heard)], ['una@example.org /inbox'])
    await dueNow()
    assert.equal(await drain(store, up.mailer), 0)
    const said = await sendings()
    assert.ok(said.includes('inbox 1: laid in the inbox'))
    assert.ok(said.includes('e-mail 1: no connection'))
    assert.ok(said.includes('e-mail 2: accepted'))
  })

  it('is not sent any more once somebody has said that they have it', async () => {
    const asked = { kind: 'question-asked', on: '2026-11-26', by: 'family', question: 'q2', to: 'health-visitor' }
    await beginRecord(store, { partnership, lines: [...family.slice(0, 3), asked], writer: 'import' })
    await asRecorder(store, { partnership }, client =>
      client.query(
        `insert into acknowledged (partnership, notice, practitioner)
         select n.partnership, n.notice, n.to_practitioner from notice n join to_send using (partnership, notice)`,
      ),
    )
    const { heard, mailer } = answering('accepted')
    await drain(store, mailer)
    assert.deepEqual(heard, [])
  })
})
