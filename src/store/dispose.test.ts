import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { PractitionerId } from '../people/practitioner.ts'
import { asReader } from './asking.ts'
import { type DisposalCode, type Disposing, dispose } from './dispose.ts'
import { openRecord } from './read.ts'
import { beginRecord } from './records.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'

let family: TrialFamily
before(async () => {
  family = await trialFamily()
})
after(() => family.drop())

const by = { by: 'social-care/rowan-team', on: '2026-06-12' }
const concern = { ...by, kind: 'concern', harm: 'yes' }

const disposing = (number: number, changed: Partial<Disposing> = {}): Disposing => ({
  ...{ partnership: family.partnership, record: family.record, number, reason: 'Of another family', now: family.now },
  ...{ by: family.worker, second: family.manager, ...changed },
})

const gone = (number: number, changed?: Partial<Disposing>) =>
  dispose(family.connections.owner, disposing(number, changed))

const refused = (number: number, code: DisposalCode, changed?: Partial<Disposing>): Promise<void> =>
  assert.rejects(gone(number, changed), { name: 'DisposalRefusal', code })

const contents = async (): Promise<readonly unknown[]> =>
  (await family.ask('select record, number from content order by 1, 2')).map(({ record, number }) => [record, number])

describe('a disposal', () => {
  it('destroys the words of one entry and nothing else, and leaves who did it and why', async () => {
    const number = await family.write({ ...concern, text: 'Zebedee.' })
    const was = await contents()
    const chain = await family.ask('select * from chain order by record, number')
    assert.deepEqual((await gone(number)).corrections, [])
    assert.deepEqual(await contents(), was.slice(0, -1))
    assert.deepEqual(await family.ask('select * from chain order by record, number'), chain)
    const left = await family.ask('select number, reason, disposed_by, second from disposal')
    assert.deepEqual(left, [
      { number, reason: 'Of another family', disposed_by: family.worker, second: family.manager },
    ])
    assert.deepEqual(await family.ask(`select from content where words @@ 'zebedee' or content like '%Zebedee%'`), [])
  })

  it('takes the duties away that rested on the entry alone', async () => {
    const asked = { ...by, kind: 'question-asked', question: 'q', person: 'kirsty', to: 'social-worker', text: 'When?' }
    const number = await family.write(asked)
    const duties = `select key from duty where key like '%|q|%'`
    assert.ok((await family.ask(duties)).length > 0)
    assert.ok((await gone(number)).duties > 0)
    assert.deepEqual(await family.ask(duties), [])
  })

  it('reaches a server that has the record before it: what comes next is read without those words', async () => {
    const asked = { ...by, kind: 'question-asked', question: 'r', person: 'kirsty', to: 'social-worker', text: 'Who?' }
    const number = await family.write(asked)
    await gone(number)
    await family.write({ ...by, kind: 'question-answered', question: 'r', text: 'She.' })
    assert.deepEqual(await family.ask(`select key from duty where key like '%|r|%'`), [])
  })

  it('reaches a reader who has the page before them', async () => {
    const { store, partnership, worker, record } = family
    const asking = { partnership, practitioner: worker }
    const reader = { posts: [{ agency: 'social-care/rowan-team', role: 'social-worker' }] } as never
    const number = await family.write({ ...concern, id: 'shown', text: 'Seen.' })
    const shown = async () =>
      (await openRecord(store, { asking, reader }, record, 'test'))?.entries.some(({ id }) => id === 'shown')
    assert.equal(await shown(), true)
    await gone(number)
    assert.equal(await shown(), false)
  })

  it('reaches a record that has taken the person over', async () => {
    const { store, partnership, worker } = family
    const number = await family.write({ ...by, kind: 'child-voice', id: 'voice', person: 'lee', text: 'His words.' })
    const lines = [
      { kind: 'person', person: 'mia', name: 'Mia Garside', born: '2021-02-03', subject: 'yes' },
      { ...by, kind: 'worker-starts', role: 'social-worker', practitioner: 'Tomasz Wrona' },
      { ...by, kind: 'taken-over', person: 'lee', otherRecord: 'alfie' },
    ]
    const outcome = await beginRecord(store, { partnership, lines, writer: worker })
    assert.ok('record' in outcome)
    const asking = { partnership, practitioner: worker }
    const reader = { posts: [{ agency: 'social-care/rowan-team', role: 'social-worker' }] } as never
    const shown = async () =>
      (await openRecord(store, { asking, reader }, outcome.record, 'test'))?.entries.some(({ id }) => id === 'voice')
    assert.equal(await shown(), true)
    await gone(number)
    assert.equal(await shown(), false)
  })

  it('of a version leaves the sight of that version on those that stay', async () => {
    const first = await family.write({ ...concern, id: 's-1', sight: ['police'], text: 'For the police.' })
    const second = await family.write({ ...concern, id: 's-2', corrects: 's-1', text: 'For all.' })
    const reads = `select number from content where number = ${second}`
    const asking = { partnership: family.partnership, practitioner: family.worker }
    const seen = () => asReader(family.store, asking, async client => (await client.query(reads)).rows)
    const was = await seen()
    assert.deepEqual((await gone(first)).corrections, [second])
    assert.deepEqual(await seen(), was)
    assert.deepEqual(await family.ask(`select number from barred where root = 's-1'`), [{ number: first }])
  })
})

describe('an entry is not disposed of', () => {
  let number = 0
  before(async () => {
    number = await family.write({ ...concern, id: 't-1', text: 'One.' })
    await family.write({ ...concern, id: 't-2', corrects: 't-1', text: 'Two.' })
  })

  it('without a reason', () => refused(number, 'no-reason', { reason: '  ' }))

  it('by one person', () => refused(number, 'not-two', { second: family.worker }))

  it('by anybody who does not work here, or no longer', async () => {
    await refused(number, 'nobody', { second: 'nobody' as PractitionerId })
    await refused(number, 'nobody', { partnership: 7 })
  })

  it('that there is not, or no more', async () => {
    await refused(9999, 'no-entry')
    await refused(number, 'no-entry', { record: 'other' })
    const once = await family.write({ ...concern, text: 'Once.' })
    await gone(once)
    await refused(once, 'gone')
  })

  it('while an earlier version of it would stand again', () => refused(number + 1, 'earlier-version'))

  it('and nothing has changed then', async () => {
    assert.ok((await contents()).some(one => JSON.stringify(one) === JSON.stringify(['alfie', number])))
  })
})
