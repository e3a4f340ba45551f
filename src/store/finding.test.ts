import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { findPerson, findRecords } from './finding.ts'
import { beginRecord, newPartnership } from './records.ts'
import { openStore, type Store } from './store.ts'
import { type TrialStore, trialStore } from './trial.ts'

let trial: TrialStore
let store: Store
let partnership: number
let wyn: string
let other: string

const child = (name: string, born: string, nhs?: string) => ({
  ...{ kind: 'person', person: 'child', as: 'child', subject: 'yes', name, born },
  ...(nhs === undefined ? {} : { nhs }),
})

before(async () => {
  trial = await trialStore()
  store = openStore(trial.connections)
  partnership = await newPartnership(store, 'Trial')
  const begin = async (line: object): Promise<string> => {
    const outcome = await beginRecord(store, { partnership, lines: [{ ...line }], writer: 'import' })
    return 'record' in outcome ? outcome.record : assert.fail('not taken')
  }
  wyn = await begin(child('Zoë O’Neill', '2024-05-03', '999 000 0018'))
  other = await begin(child('Zoe Oneill', '2019-01-01'))
})

after(async () => {
  await store?.close()
  await trial?.drop()
})

const born = getDay('2024-05-03')
const find = async (sought: Parameters<typeof findRecords>[2]) => {
  const { sure, possible } = await findRecords(store, partnership, sought)
  return { sure, possible: possible.toSorted() }
}

describe('the record of a child', () => {
  it('is surely theirs by NHS number, or by name and day of birth, however the name is spelled', async () => {
    assert.deepEqual((await find({ nhs: '9990000018' })).sure, [wyn])
    assert.deepEqual((await find({ name: "zoe o'neill", born })).sure, [wyn])
    assert.equal(await findPerson(store, partnership, wyn, { name: 'ZOE ONEILL', born }), 'child')
  })

  it('is never surely theirs by name alone, by day of birth alone, or with another NHS number', async () => {
    assert.deepEqual(await find({ name: 'Zoe ONeill' }), { sure: [], possible: [wyn, other].sort() })
    assert.deepEqual((await find({ born })).sure, [])
    assert.deepEqual(await find({ name: 'Zoë O’Neill', born, nhs: '9990000050' }), {
      sure: [],
      possible: [wyn, other].sort(),
    })
    assert.deepEqual(await find({ name: 'Wyn Quill', born: getDay('2020-02-02') }), { sure: [], possible: [] })
  })
})
