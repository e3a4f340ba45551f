import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Agency, services } from '../../people/service.ts'
import { inventedFamily } from '../invented.ts'
import { inLaneOrder, laneName, laneOf, laneOfOwner } from './lanes.ts'

const entry = (line: Record<string, string>) => {
  const [made] = inventedFamily([line]).entries
  assert.ok(made)
  return made
}
const missed = entry({ kind: 'was-not-brought', on: '2019-02-06', by: 'gp', agency: 'hospital/royal' })

it('stands an entry in the lane of the service where it took place, else of the one that wrote it', () => {
  assert.equal(laneOf(missed), 'hospital')
  assert.equal(laneOf(entry({ kind: 'concern', on: '2019-02-06', by: 'gp/elm-road' })), 'gp')
  assert.equal(laneOf(entry({ kind: 'plan-member', on: '2019-02-06', by: 'social-care', agency: 'gp' })), 'social-care')
})

it('leads a thread to the lane of whoever owes it', () => {
  assert.equal(laneOfOwner({ agency: 'police/north' as Agency, owner: 'team-manager', because: [missed] }), 'police')
  assert.equal(laneOfOwner({ agency: undefined, owner: 'midwife', because: [missed] }), 'midwifery')
  assert.equal(laneOfOwner({ agency: undefined, owner: 'meeting-chair', because: [missed] }), 'hospital')
})

it('has a place and a name for every service', () => {
  const all = Object.keys(services) as (keyof typeof services)[]
  assert.equal(new Set(all.toSorted(inLaneOrder)).size, all.length)
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1)) assert.notEqual(inLaneOrder(one, other), 0)
  assert.equal(laneName('hospital'), 'Hospitals')
})
