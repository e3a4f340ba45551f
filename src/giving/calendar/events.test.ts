import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import { domestic, family, id, type Line, on, read, safe } from '../../record/given-family.ts'
import { picture } from '../../record/picture.ts'
import { calendarEvents } from './events.ts'

const events = (person: string, ...lines: readonly Line[]) =>
  calendarEvents({
    ...{ record: 'r', person: id(person), today: getDay('2024-06-03'), title: 'Appointment' },
    whole: picture([...family, ...lines].map(read)),
  })
const by = 'hospital/royal'
const booked = on('2024-05-01', 'appointment-booked', {
  by,
  appointment: 'eyes',
  when: '2024-06-11 09:30',
  clinic: 'the eye clinic',
})
const moved = on('2024-05-20', 'appointment-moved', { by, appointment: 'eyes', to: '2024-06-12 10:00' })
const off = on('2024-05-30', 'appointment-cancelled', { by, appointment: 'eyes', cancelledBy: 'clinic' })

describe('what stands in the calendar of a parent', () => {
  it('is when and at which hospital, and no name and no clinic', () => {
    const [one] = events('leah', booked)
    assert.equal(one?.title, 'Appointment')
    assert.equal(one?.place, 'Royal hospital')
    assert.doesNotMatch(JSON.stringify(one), /eye|maya/iu)
  })

  it('keeps its id while its number grows: moved, called off, booked anew', () => {
    const versions = [[booked], [booked, moved], [booked, moved, off]].map(lines => events('leah', ...lines)[0])
    assert.deepEqual(
      versions.map(one => one?.sequence),
      [0, 1, 2],
    )
    assert.equal(new Set(versions.map(one => one?.uid)).size, 1)
    assert.deepEqual(
      versions.map(one => one?.isCancelled),
      [false, false, true],
    )
    assert.notEqual(events('leah', booked)[0]?.uid, events('dan', booked)[0]?.uid)
  })

  it('forgets after a while what was called off', () => {
    assert.equal(events('leah', { ...booked, on: '2024-03-01' }, { ...off, on: '2024-05-03' }).length, 0)
    assert.equal(events('leah', { ...booked, on: '2024-03-01' }, { ...off, on: '2024-05-04' }).length, 1)
  })

  it('is nothing for whoever must not learn times and places, and for the other until she says it is safe', () => {
    const hit = domestic('2024-05-01', { alleged: 'dan' })
    assert.deepEqual(events('dan', booked, off, hit), [])
    assert.deepEqual(events('leah', booked, hit), [])
    assert.equal(events('leah', booked, hit, safe('2024-05-02')).length, 1)
    assert.deepEqual(events('leah', booked, hit, safe('2024-05-02', 'leah', { safe: 'no' })), [])
  })

  it('is nothing after a death, an adoption, a removal or the end of a pregnancy, called off or not', () => {
    const pregnant = on('2024-03-01', 'pregnancy', { by: 'midwifery', mother: 'leah', unborn: 'bump' })
    const scan = { ...booked, appointment: 'scan', person: 'leah' }
    const ended = on('2024-06-01', 'pregnancy-ended', { by: 'midwifery', unborn: 'bump' })
    assert.equal(events('leah', pregnant, scan).length, 1)
    assert.deepEqual(events('leah', pregnant, scan, ended), [])
    assert.deepEqual(events('leah', pregnant, scan, ended, { ...off, appointment: 'scan' }), [])
    assert.equal(events('leah', pregnant, booked, scan, ended).length, 1, 'what is not about it stays')
    for (const end of [
      on('2024-06-01', 'death', { person: 'maya' }),
      on('2024-06-01', 'adopted', { child: 'maya' }),
      on('2024-06-01', 'came-into-care', { child: 'maya' }),
    ]) {
      assert.deepEqual(events('leah', booked, end), [], JSON.stringify(end))
      assert.deepEqual(events('leah', booked, off, end), [], JSON.stringify(end))
    }
  })

  it('has nothing that this person may not see', () => {
    assert.deepEqual(events('leah', { ...booked, hiddenFrom: 'leah' }), [])
    assert.deepEqual(events('leah', { ...booked, sight: 'hospital' }), [])
    assert.deepEqual(events('leah', { ...booked, person: 'dan' }), [])
    assert.deepEqual(events('leah', { ...booked, clinic: 'Sexual health' }), [])
  })
})
