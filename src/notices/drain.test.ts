import assert from 'node:assert/strict'
import { after, beforeEach, describe, it } from 'node:test'
import type { Moment } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import { addPractitioner } from '../store/accounts.ts'
import { append } from '../store/append.ts'
import { asRecorder } from '../store/asking.ts'
import type { Line } from '../store/line.ts'
import { beginRecord, newPartnership } from '../store/records.ts'
import { openStore, type Store } from '../store/store.ts'
import { tick } from '../store/tick.ts'
import { type TrialStore, trialStore } from '../store/trial.ts'
import { drain } from './drain.ts'
import type { Mailer, MailOutcome } from './mail.ts'

let trial: TrialStore | undefined
let store: Store
let partnership: number
let clock: Moment
const at = (text: string): void => {
  clock = Date.parse(text) as Moment
}

const hv = { agency: 'health-visiting' as Agency, role: 'health-visitor' } as const
const manager = { agency: 'social-care' as Agency, role: 'team-manager' } as const

const close = async () => {
  await store?.close()
  await trial?.drop()
}

beforeEach(async () => {
  await close()
  trial = await trialStore()
  at('2026-11-26T10:00:00Z')
  store = openStore(trial.connections, { now: () => clock })
  partnership = await newPartnership(store, 'Trial')
  await addPractitioner(store, partnership, { name: 'Una Frost', signIn: 'una', posts: [hv], email: 'una@example.org' })
  const kim = { name: 'Kim Ray', signIn: 'kim', posts: [manager], email: 'kim@example.org' }
  await addPractitioner(store, partnership, kim)
})
after(close)

/** Stands where the mail server is: what it hears, and what it answers. */
const answering = (outcome: MailOutcome) => {
  const heard: string[] = []
  const mailer: Mailer = {
    send: async ({ to, link, waiting }) => {
      const much = waiting === undefined ? '' : `: ${waiting.things} of ${waiting.families}`
      heard.push(`${to} ${link}${much}`)
      return outcome
    },
  }
  return { heard, mailer }
}

/** What goes out by e-mail now. */
const sent = async (): Promise<readonly string[]> => {
  const { heard, mailer } = answering('accepted')
  await drain(store, mailer)
  return heard
}

const sendings = (more = '') =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(
      `select way, attempt, outcome from sending ${more} order by notice, way, attempt`,
    )
    return rows.map(row => `${row.way} ${row.attempt}: ${row.outcome}`)
  })

const dueNow = () =>
  asRecorder(store, { partnership }, client => client.query(`update to_send set due = now() - interval '1 second'`))

const child = { kind: 'person', person: 'wyn', name: 'Wyn Quill', born: '2025-06-06', as: 'child', subject: 'yes' }
const una = { kind: 'worker-starts', on: '2026-01-05', by: 'health-visiting', role: 'health-visitor' }
const sol = { kind: 'worker-starts', on: '2026-01-05', by: 'social-care', role: 'social-worker' }
/** A child with a health visitor and a social worker. */
const family: readonly Line[] = [child, { ...una, practitioner: 'Una Frost' }, { ...sol, practitioner: 'Sol Vane' }]
const asked = (question: string): Line => ({
  ...{ kind: 'question-asked', on: '2026-11-26', by: 'family', question, to: 'health-visitor', text: 'When?' },
})
const concern: Line = { kind: 'concern', on: '2026-11-26', by: 'health-visiting', harm: 'yes' }

const begin = async (...lines: readonly Line[]): Promise<string> => {
  const begun = await beginRecord(store, { partnership, lines: [...family, ...lines], writer: 'import' })
  assert.ok('record' in begun)
  return begun.record
}
const write = (record: string, ...lines: readonly Line[]) =>
  append(store, { partnership, record, lines, writer: 'import' })

describe('what cannot wait', () => {
  it('is sent at once, also to the desk, and tried again while the mail server cannot take it', async () => {
    await begin(concern)
    const down = answering('no connection')
    assert.equal(await drain(store, down.mailer), 1)
    assert.equal(await drain(store, down.mailer), 0)
    await dueNow()
    at('2026-11-26T10:05:00Z')
    assert.deepEqual(await sent(), ['kim@example.org /inbox'])
    await dueNow()
    assert.deepEqual(await sent(), [])
    const said = await sendings()
    assert.ok(said.includes('inbox 1: laid in the inbox'))
    assert.ok(said.includes('e-mail 1: no connection'))
    assert.ok(said.includes('e-mail 2: accepted'))
  })

  it('is sent on a Saturday too, when all else waits for Monday', async () => {
    at('2026-11-28T10:00:00Z')
    await begin(asked('q'), { ...concern, on: '2026-11-28' })
    assert.deepEqual(await sent(), ['kim@example.org /inbox'])
    at('2026-11-29T10:00:00Z')
    await tick(store)
    assert.deepEqual(await sent(), [])
    at('2026-11-30T00:01:00Z')
    await tick(store)
    // Twenty-four hours have gone by, and no strategy discussion was held.
    assert.deepEqual(await sent(), ['kim@example.org /inbox'])
    at('2026-11-30T07:31:00Z')
    assert.deepEqual(await sent(), ['una@example.org /inbox: 2 of 1'])
  })

  it('is not sent any more when it was done before it could be', async () => {
    const record = await begin(concern)
    const held = { kind: 'strategy-discussion', on: '2026-11-26', by: 'social-care', outcome: 'no-further-action' }
    await write(record, { ...held, present: 'social-care; police; health-visiting' })
    assert.deepEqual(await sent(), [])
    assert.ok((await sendings()).includes('e-mail 1: nothing of it is owed any more: not sent'))
  })
})

describe('the mail of the morning', () => {
  it('is one to each practitioner, with the number of families and things and of nobody’s', async () => {
    await begin(asked('q1'), asked('q2'))
    await begin(asked('q3'))
    assert.deepEqual(await sent(), [])
    at('2026-11-27T07:29:00Z')
    assert.deepEqual(await sent(), [])
    at('2026-11-27T07:31:00Z')
    const mails = await sent()
    assert.deepEqual(
      mails.filter(one => one.startsWith('una')),
      ['una@example.org /inbox: 3 of 2'],
    )
    assert.deepEqual(await sent(), [])
  })

  it('is sent once, though two servers look at the same time', async () => {
    await begin(asked('q1'))
    at('2026-11-27T07:31:00Z')
    const other = openStore((trial as TrialStore).connections, { now: () => clock })
    const { heard, mailer } = answering('accepted')
    await Promise.all([drain(store, mailer), drain(other, mailer), drain(store, mailer), drain(other, mailer)])
    await other.close()
    assert.equal(heard.filter(one => one.startsWith('una')).length, 1)
  })

  it('does not come on a Saturday, nor on a bank holiday', async () => {
    at('2026-12-24T16:00:00Z')
    await begin({ ...asked('q'), on: '2026-12-24' })
    for (const day of ['25', '26', '27', '28']) {
      at(`2026-12-${day}T09:00:00Z`)
      assert.deepEqual(await sent(), [])
    }
    at('2026-12-29T07:31:00Z')
    assert.equal((await sent()).filter(one => one.startsWith('una')).length, 1)
  })

  it('comes again the next morning when more has come to the same notice', async () => {
    const record = await begin(asked('q1'))
    at('2026-11-27T07:31:00Z')
    await sent()
    await write(record, asked('q2'))
    await write(record, asked('q3'))
    assert.deepEqual(await sent(), [])
    at('2026-11-30T07:31:00Z')
    assert.deepEqual(
      (await sent()).filter(one => one.startsWith('una')),
      ['una@example.org /inbox: 2 of 1'],
    )
  })

  it('says nothing of what was answered or taken note of meanwhile, nor of a child who died', async () => {
    const answered = await begin(asked('q1'))
    const died = await begin(asked('q2'))
    const known = await begin(asked('q3'))
    await write(answered, { kind: 'question-answered', on: '2026-11-26', by: 'health-visiting', question: 'q1' })
    await write(died, { kind: 'death', on: '2026-11-26', by: 'hospital/royal', person: 'wyn' })
    await asRecorder(store, { partnership }, client =>
      client.query(
        `insert into acknowledged (partnership, notice, practitioner)
         select n.partnership, n.notice, n.to_practitioner from notice n where n.record = $1 and n.to_practitioner is not null`,
        [known],
      ),
    )
    at('2026-11-27T07:31:00Z')
    assert.deepEqual(
      (await sent()).filter(one => one.startsWith('una')),
      [],
    )
    assert.ok((await sendings()).includes('e-mail 1: nothing of it is owed any more: not sent'))
  })
})
