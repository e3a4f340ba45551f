import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Line } from './given.ts'
import { family, givenStaff, maya, plan, staff } from './given-staff.ts'
import { tellings } from './tell.ts'
import { whoseOn } from './whose.ts'

const rule = 'child-in-need-first-meeting'
const hannah = 'Hannah Boyle'

const lies = (day: string, lines: readonly Line[], agencies: readonly Line[] = []) => {
  const { asked } = givenStaff(staff, agencies)
    .with(...lines)
    .on(day)
  const duty = asked.duties.find(one => one.rule.name === rule)
  assert.ok(duty)
  return whoseOn(asked)(duty)
}

describe('with whom a duty lies', () => {
  it('is whoever owes it, by name', () => {
    const { practitioners, themselves } = lies('2019-01-20', family)
    assert.deepEqual([practitioners, themselves], [[hannah], true])
  })

  it('is whoever stands in while she is away, and she again when she is back', () => {
    const away = {
      kind: 'worker-away',
      on: '2019-01-21',
      until: '2019-01-25',
      by: 'social-care/rowan',
      role: 'social-worker',
    }
    const agencies = [
      { ...away, practitioner: hannah },
      { ...away, kind: 'cover', until: undefined, practitioner: 'Kit Marsh' },
    ].map(({ until, ...line }) => (until === undefined ? line : { ...line, until }))
    assert.deepEqual(lies('2019-01-22', family, agencies).practitioners, ['Kit Marsh'])
    assert.deepEqual(lies('2019-01-28', family, agencies).practitioners, [hannah])
  })

  it('is everybody at the desk where nobody is named', () => {
    const { at, practitioners } = lies('2019-01-20', [
      maya,
      plan,
      { kind: 'worker-starts', on: '2019-01-07', by: 'social-care/rowan', role: 'social-worker' },
    ])
    assert.deepEqual(at, [{ agency: 'social-care/rowan', role: 'social-worker' }])
    assert.deepEqual(practitioners, [hannah, 'Kit Marsh'])
  })

  it('is the next rung where nobody who owes it may see what it rests on, and says that they do not owe it themselves', () => {
    const closed = { ...plan, by: 'police', sight: ['team-manager', 'service-manager'] }
    const { practitioners, themselves } = lies('2019-01-20', [...family.slice(0, 2), closed])
    assert.deepEqual([practitioners, themselves], [['Siobhan Keane'], false])
  })

  it('is always whoever is told first that it is owed', () => {
    for (const lines of [family, [maya, plan]]) {
      const { asked } = givenStaff(staff)
        .with(...lines)
        .on('2019-01-20')
      const whose = whoseOn(asked)
      for (const duty of asked.duties) {
        const told = tellings(asked).filter(one => one.key === duty.key && one.state === 'owed')
        if (told.length > 0)
          assert.deepEqual(
            whose(duty).at,
            told.map(one => one.to),
            duty.key,
          )
      }
    }
  })
})
