import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { works } from '../duties/given-staff.ts'
import { noSettings } from '../duties/settings.ts'
import type { Practitioner } from '../people/practitioner.ts'
import { familyOnDay } from './family-on-day.ts'
import { inventedFamily, type Line, people } from './invented.ts'
import { mineIn } from './mine.ts'

const hal = works('Hal Fenn', 'social-care/rowan social-worker')
const manager = works('Mo Reed', 'social-care/rowan team-manager')
const ivy = works('Ivy Marsh', 'health-visiting health-visitor')
const officer = works('Sam Lund', 'police police-officer')
const staff = [hal, manager, ivy, officer]

const family: readonly Line[] = [
  ...people,
  { kind: 'worker-starts', on: '2018-08-28', by: 'social-care/rowan', role: 'social-worker', practitioner: 'Hal Fenn' },
  { kind: 'worker-starts', on: '2018-08-28', by: 'health-visiting', role: 'health-visitor', practitioner: 'Ivy Marsh' },
  { kind: 'plan-agreed', on: '2018-09-03', by: 'social-care/rowan', plan: 'plan-1', type: 'child-in-need' },
  {
    kind: 'referral-made',
    on: '2018-09-05',
    by: 'health-visiting',
    to: 'social-care/rowan',
    referral: 'r1',
    text: 'Worried.',
  },
]

const mine = (me: Practitioner, day: string, ...more: readonly Line[]) => {
  const look = familyOnDay(inventedFamily([...family, ...more]), noSettings, getDay(day))
  const { owed, inPlace, waiting } = mineIn(look, { me, practitioners: staff, agencies: [] })
  const rules = (groups: typeof owed) => groups.map(([{ duty }]) => duty.rule.name)
  return { owed: rules(owed), inPlace, waiting: rules(waiting) }
}

describe('what is mine of a family', () => {
  it('is what I owe, open or late, and is on nobody else’s list', () => {
    for (const day of ['2018-09-10', '2018-11-10']) {
      assert.ok(mine(hal, day).owed.includes('child-in-need-first-meeting'), day)
      for (const other of [manager, ivy, officer])
        assert.ok(!mine(other, day).owed.includes('child-in-need-first-meeting'), `${other.name} on ${day}`)
    }
  })

  it('is not what is done, or was never begun', () => {
    const held = {
      kind: 'meeting-held',
      on: '2018-09-12',
      by: 'social-care/rowan',
      type: 'child-in-need',
      plan: 'plan-1',
    }
    assert.ok(!mine(hal, '2018-09-13', held).owed.includes('child-in-need-first-meeting'))
    assert.ok(!mine(hal, '2018-09-02').owed.includes('child-in-need-first-meeting'))
  })

  it('is theirs for whom I stand in while they are away', () => {
    const away = {
      kind: 'worker-away',
      on: '2018-09-10',
      until: '2018-09-20',
      by: 'social-care/rowan',
      role: 'social-worker',
      practitioner: 'Hal Fenn',
    }
    const cover = { ...away, kind: 'cover', until: undefined, practitioner: 'Mo Reed' }
    const lines = [away, cover].map(({ until, ...line }) => (until === undefined ? line : { ...line, until }))
    assert.ok(mine(manager, '2018-09-12', ...lines).owed.includes('child-in-need-first-meeting'))
    assert.ok(!mine(hal, '2018-09-12', ...lines).owed.includes('child-in-need-first-meeting'))
  })

  it('is what lies with me because nobody who owes it can be told, and that is said', () => {
    const closed = {
      kind: 'plan-agreed',
      on: '2018-09-03',
      by: 'police',
      plan: 'p2',
      type: 'child-in-need',
      sight: 'team-manager',
    }
    const look = familyOnDay(inventedFamily([...family.slice(0, 5), closed]), noSettings, getDay('2018-09-10'))
    const { owed, inPlace } = mineIn(look, { me: manager, practitioners: staff, agencies: [] })
    assert.ok(owed.some(([{ duty }]) => duty.owner === 'social-worker' && inPlace.has(duty.key)))
    assert.deepEqual([...mine(manager, '2018-09-10').inPlace], [])
  })

  it('waits for what others owe on what my agency wrote, and on nothing else', () => {
    const { waiting, owed } = mine(ivy, '2018-09-10')
    assert.ok(
      waiting.some(rule => rule.startsWith('referral')),
      waiting.join(' '),
    )
    assert.ok(!waiting.includes('child-in-need-first-meeting'))
    assert.deepEqual(
      waiting.filter(rule => owed.includes(rule)),
      [],
    )
    assert.deepEqual(mine(officer, '2018-09-10').waiting, [])
  })

  it('waits for what my agency agreed and watches', () => {
    const agreed: readonly Line[] = [
      {
        kind: 'condition',
        on: '2018-10-15',
        by: 'social-care/rowan',
        condition: 'if-missed',
        agreedBy: 'social-care; police',
        events: 'was-not-brought',
        consequence: 'conference',
        owner: 'team-manager',
        text: 'Any missed appointment leads to a conference.',
      },
      { kind: 'was-not-brought', on: '2018-10-22', by: 'hospital/royal', appointment: 'eyes-1' },
    ]
    assert.deepEqual(mine(officer, '2018-10-24', ...agreed).waiting, ['condition-acted-on'])
  })

  it('holds nothing that stood open when the child died', () => {
    const death = { kind: 'death', on: '2018-09-08', by: 'hospital/royal', person: 'wyn' }
    assert.deepEqual(mine(hal, '2018-11-10', death).owed, [])
    assert.deepEqual(mine(ivy, '2018-11-10', death).waiting, [])
  })
})
