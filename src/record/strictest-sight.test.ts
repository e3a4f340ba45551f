import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Entry } from './entry.ts'
import { readEntry } from './read-entry.ts'
import { sightFields, strictestSight } from './strictest-sight.ts'

const entry = (more: Readonly<Record<string, unknown>>): Entry => {
  const read = readEntry({ kind: 'concern', on: '2019-05-13', by: 'school', text: 'x', ...more })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.entry
}

describe('the sight of what speaks of several entries', () => {
  it('is open to all when each of them is', () => {
    assert.deepEqual(sightFields([entry({}), entry({ by: 'gp' })], 'police'), {})
  })

  it('is that of the one that is restricted, and of whoever wrote it', () => {
    assert.deepEqual(strictestSight([entry({}), entry({ sight: ['police'] })]).sight, ['police', 'school'])
  })

  it('is only what opens each of them', () => {
    const both = [entry({ by: 'police', sight: ['school', 'gp'] }), entry({ by: 'police', sight: ['gp', 'midwifery'] })]
    assert.deepEqual(strictestSight(both).sight, ['gp', 'police'])
  })

  it('is the writer’s alone when no one word opens them all', () => {
    const apart = [entry({ sight: ['gp'] }), entry({ by: 'police', sight: ['midwifery'] })]
    assert.deepEqual(strictestSight(apart).sight, [])
    assert.deepEqual(sightFields(apart, 'housing'), { sight: ['housing'] })
  })

  it('minds what a kind of entry restricts by itself, and what an earlier version did', () => {
    const clare = entry({ kind: 'clares-law', person: 'liv', step: 'advised', by: 'police', text: undefined })
    assert.ok(strictestSight([clare]).sight?.includes('police'))
    const opened = { ...entry({}), earlier: [entry({ sight: ['police'] })] } as Entry
    assert.deepEqual(strictestSight([opened]).sight, ['police', 'school'])
  })

  it('is hidden from everybody from whom one of them is', () => {
    const hidden = [entry({ hiddenFrom: ['liv'] }), entry({ hiddenFrom: ['tom', 'liv'] })]
    assert.deepEqual(strictestSight(hidden).hiddenFrom, ['liv', 'tom'])
    assert.deepEqual(sightFields(hidden, 'school'), { hiddenFrom: ['liv', 'tom'] })
  })
})
