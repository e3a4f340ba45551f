import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PersonId } from './field.ts'
import { movedLine } from './moved-line.ts'

const people = new Set(['maya', 'robin', 'leah'])
const move = { children: ['maya' as PersonId], people, to: 'tobi' as PersonId }
const moved = (line: Readonly<Record<string, unknown>>) => movedLine(line, move)?.line

const contact = {
  kind: 'contact',
  on: '2026-05-02',
  by: 'health-visiting',
  author: 'Ruth',
  text: 'Seen at home with Leah.',
}

describe('a line that is written where it belongs', () => {
  it('is about the right child, in the name of whoever wrote it', () => {
    assert.deepEqual(moved(contact), { ...contact, child: ['tobi'] })
    assert.deepEqual(moved({ ...contact, child: ['maya', 'robin'] }), { ...contact, child: ['tobi'] })
  })

  it('loses the names that it had in the other record', () => {
    assert.deepEqual(moved({ ...contact, id: 'visit-2', corrects: 'visit-1', record: 'ellis' }), {
      ...contact,
      child: ['tobi'],
    })
  })

  it('names the right child wherever it named the wrong one, and nobody else of the other family', () => {
    assert.deepEqual(moved({ ...contact, seen: ['maya'], with: ['leah', 'maya'] }), {
      ...contact,
      child: ['tobi'],
      seen: ['tobi'],
      with: ['tobi'],
    })
    const list = { kind: 'medicines-agreed', on: '2026-05-02', by: 'gp', to: ['gp/mill', 'leah', 'school'] }
    assert.deepEqual(moved(list), { ...list, to: ['gp/mill', 'school'], child: ['tobi'] })
    assert.partialDeepStrictEqual(moved({ ...list, to: 'leah; school' }), { to: ['school'] })
  })

  it('leaves what was written in somebody’s own words, and words that only look like an id', () => {
    const own = { text: 'maya', author: 'leah' }
    assert.partialDeepStrictEqual(moved({ ...contact, ...own }), own)
    const booked = { kind: 'appointment-booked', on: '2026-05-02', by: 'gp', appointment: 'leah', when: '2026-06-01' }
    assert.partialDeepStrictEqual(moved(booked), { appointment: 'leah' })
  })
})

describe('a line that somebody has to look at', () => {
  it('says who people are, or moves what is read', () => {
    assert.equal(moved({ kind: 'person', person: 'maya', name: 'Maya' }), undefined)
    assert.equal(moved({ kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }), undefined)
    assert.equal(moved({ kind: 'set-apart', on: '2026-05-02', by: 'gp', entry: 'x', reason: 'y' }), undefined)
  })

  it('is hidden from somebody, who has no name in the other record', () => {
    assert.equal(moved({ ...contact, hiddenFrom: ['leah'] }), undefined)
  })

  it('cannot do without somebody of the other family', () => {
    const covered = { kind: 'person-covered', on: '2026-05-02', by: 'social-care', person: 'leah', status: 'covered' }
    assert.equal(moved(covered), undefined)
  })

  it('is of no kind that is known', () => {
    assert.equal(moved({ kind: 'nothing', on: '2026-05-02', by: 'gp' }), undefined)
  })
})
