import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { getDay, type Moment } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import { attemptWindow, longestWait, networkOf, senderOf, waitFor, waitInWords } from './attempts.ts'

const now = momentAt(getDay('2026-03-02'), '09:00')
const ago = (seconds: number): Moment => (now - seconds * 1000) as Moment
const times = (count: number, at: Moment = now): readonly Moment[] => Array.from({ length: count }, () => at)
const waits = (failures: { name?: readonly Moment[]; address?: readonly Moment[] }) =>
  waitFor({ name: [], address: [], ...failures }, now)

describe('after a failed sign-in', () => {
  it('nobody waits for five mistypings of a name, nor for fifty from one address', () => {
    assert.equal(waits({}), 0)
    assert.equal(waits({ name: times(5) }), 0)
    assert.equal(waits({ address: times(50) }), 0)
  })

  it('the wait doubles from one second with each further one', () => {
    assert.deepEqual(
      [6, 7, 8, 9, 10].map(count => waits({ name: times(count) })),
      [1, 2, 4, 8, 16],
    )
    assert.deepEqual(
      [51, 52, 53].map(count => waits({ address: times(count) })),
      [1, 2, 4],
    )
  })

  it('the wait is never longer than a quarter of an hour, and never for good', () => {
    assert.equal(waits({ name: times(1000) }), longestWait)
    assert.equal(waits({ address: times(100_000) }), longestWait)
    assert.equal(waits({ name: times(1000, ago(attemptWindow / 1000)) }), 0)
  })

  it('the wait runs from the last failure, and the longer of two waits counts', () => {
    assert.equal(waits({ name: [...times(9, ago(300)), ago(6)] }), 10)
    assert.equal(waits({ name: [...times(9, ago(300)), ago(16)] }), 0)
    assert.equal(waits({ name: times(7), address: times(54) }), 8)
    assert.equal(waits({ name: times(8), address: times(52) }), 4)
  })

  it('failures of more than a quarter of an hour ago do not count', () => {
    assert.equal(waits({ name: [...times(20, ago(901)), ...times(5)] }), 0)
    assert.equal(waits({ name: [...times(20, ago(901)), ...times(6)] }), 1)
  })

  it('half a second is said as a whole one, so that the wait is over when it was said to be', () => {
    assert.equal(waits({ name: times(6, ago(0.5)) }), 1)
  })

  it('whoever tries a name as often as it lets them has few tries an hour', () => {
    const tried: Moment[] = []
    const hour = 3600 * 1000
    for (let at = now as number; at < now + hour; ) {
      const wait = waitFor({ name: tried, address: [] }, at as Moment)
      if (wait === 0) tried.push(at as Moment)
      at += Math.max(wait * 1000, 100)
    }
    assert.ok(tried.length > 10 && tried.length < 70, `${tried.length}`)
  })

  it('whoever waited as long as was said may try', () => {
    const failures = fc.array(fc.integer({ min: 0, max: 1200 }).map(ago), { maxLength: 40 })
    fc.assert(
      fc.property(failures, failures, (name, address) => {
        const wait = waitFor({ name, address }, now)
        assert.ok(wait >= 0 && wait <= longestWait)
        assert.equal(waitFor({ name, address }, (now + wait * 1000) as Moment), 0)
      }),
    )
  })
})

describe('a wait in words', () => {
  it('is said in seconds up to a minute and a half, then in minutes, never too short', () => {
    assert.deepEqual([1, 40, 90, 91, 120, 121, 900].map(waitInWords), [
      '1 second',
      '40 seconds',
      '90 seconds',
      '2 minutes',
      '2 minutes',
      '3 minutes',
      '15 minutes',
    ])
  })
})

describe('an address', () => {
  it('is one of IPv4, however it is written', () => {
    assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
    assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
  })

  it('is the network of one of IPv6', () => {
    assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2')
    assert.equal(networkOf('2001:DB8:1:2::9'), '2001:db8:1:2')
    assert.equal(networkOf('2001:db8::9'), '2001:db8:0:0')
    assert.equal(networkOf('::1'), '0:0:0:0')
    assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0')
    assert.notEqual(networkOf('2001:db8:1:3::9'), networkOf('2001:db8:1:2::9'))
  })

  it('is left as it is when it is none', () => assert.equal(networkOf('unknown'), 'unknown'))
})

describe('where a request comes from', () => {
  it('is the connection, whatever the visitor writes', () => {
    assert.equal(senderOf('198.51.100.1', undefined), '198.51.100.1')
    assert.equal(senderOf('198.51.100.1', '192.0.2.7'), '198.51.100.1')
    assert.equal(senderOf('127.0.0.1', undefined), '127.0.0.1')
    assert.equal(senderOf('::1', ''), '::1')
  })

  it('is what a server in front on this computer says, and not what the visitor told that server', () => {
    for (const here of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      assert.equal(senderOf(here, '192.0.2.7'), '192.0.2.7', here)
      assert.equal(senderOf(here, '203.0.113.9, 192.0.2.7'), '192.0.2.7', here)
    }
  })
})
