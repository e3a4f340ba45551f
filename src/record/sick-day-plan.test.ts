import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import type { Entry } from './entry.ts'
import type { PersonId } from './field.ts'
import { picture } from './picture.ts'
import { readEntry } from './read-entry.ts'
import { findSickDayPlan } from './sick-day-plan.ts'
import { visibleTo } from './sight.ts'
import { namesIn } from './wording.ts'
import { entryInWords } from './words.ts'

type Line = Readonly<Record<string, unknown>>

const read = (line: Line): Entry => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}
const plan = (on: string, more: Line = {}): Entry =>
  read({ kind: 'sick-day-plan', on, by: 'hospital/royal', steps: `Ring the ward (${on})`, ...more })

const family = [
  read({ kind: 'person', person: 'bea', name: 'Bea Marsh', born: '2021-03-08', subject: 'yes' }),
  read({ kind: 'person', person: 'ned', name: 'Ned Marsh', born: '2023-03-08' }),
]
const [bea, ned] = ['bea', 'ned'] as PersonId[]
const stepsOn = (entries: readonly Entry[], child: PersonId | undefined, on: string) =>
  findSickDayPlan(picture([...family, ...entries]), child as PersonId, getDay(on))?.steps

describe('a sick-day plan', () => {
  it('says what to do, and who agreed it', () => {
    const entry = plan('2024-03-14', { ring: 'The ward', agreedBy: 'hospital/royal; gp' })
    assert.ok(entry.kind === 'sick-day-plan')
    assert.deepEqual([entry.ring, entry.agreedBy], ['The ward', ['hospital/royal', 'gp']])
    const { people } = picture(family)
    assert.equal(entryInWords(entry, namesIn(people, bea as PersonId)), 'a sick-day plan was agreed for Bea Marsh')
  })

  it('is none without its steps', () => {
    const result = readEntry({ kind: 'sick-day-plan', on: '2024-03-14', by: 'gp' })
    assert.ok('problems' in result)
    assert.deepEqual(result.problems, [{ field: 'steps', what: 'is missing: fill it in' }])
  })

  it('is seen by everybody in the network, unless it says otherwise', () => {
    const reader = { posts: [{ agency: 'nursery/oak-house' as Agency, role: 'other' as const }] }
    assert.equal(visibleTo([plan('2024-03-14')], reader).length, 1)
    assert.equal(visibleTo([plan('2024-03-14', { sight: 'hospital' })], reader).length, 0)
  })

  it('stands until the next one, for its own child', () => {
    const entries = [plan('2024-03-14'), plan('2024-09-02'), plan('2024-05-01', { child: 'ned' })]
    assert.equal(stepsOn(entries, bea, '2024-03-13'), undefined)
    assert.equal(stepsOn(entries, bea, '2024-09-01'), 'Ring the ward (2024-03-14)')
    assert.equal(stepsOn(entries, bea, '2024-09-02'), 'Ring the ward (2024-09-02)')
    assert.equal(stepsOn(entries, ned, '2024-09-02'), 'Ring the ward (2024-05-01)')
  })
})
