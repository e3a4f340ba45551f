import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { works } from '../duties/given-staff.ts'
import { noSettings } from '../duties/settings.ts'
import { readDone, readSetAside } from './duty-forms.ts'
import { familyOnDay } from './family-on-day.ts'
import { inventedFamily, oneYear } from './invented.ts'

const held = familyOnDay(inventedFamily(oneYear), noSettings).duties.find(({ rule }) => rule.name === 'conference-held')
assert.ok(held)
const today = getDay('2019-06-12')
const form = (typed: Readonly<Record<string, string>>) => (name: string) => typed[name]
const done = (when: string, where = 'Mosaic, 44') => readDone(form({ when, where }), held, today)
const what = (read: object): string => ('problems' in read ? JSON.stringify(read.problems) : 'no problem')

describe('done already', () => {
  it('takes a day as people type it, and where that is recorded', () => {
    for (const when of ['4 June 2019', '2019-06-04', '4/6/19', 'Tues 4th June 2019'])
      assert.deepEqual(done(when), { done: '2019-06-04', where: 'Mosaic, 44' }, when)
    assert.deepEqual(done('yesterday'), { done: '2019-06-11', where: 'Mosaic, 44' })
  })

  it('says beside each field what is to be mended', () => {
    assert.match(
      what(done('', '')),
      /"field":"when"[^}]*such as 14 May 2019[\s\S]*"field":"where"[^}]*the system, and a reference/u,
    )
    assert.match(what(done('31 June 2019')), /31 June 2019 is not a day/u)
    assert.match(what(done('about June 2019')), /is not a day/u)
  })

  it('does not take a day to come, nor one before it was owed: neither would end it', () => {
    assert.match(what(done('13 June 2019')), /13 June 2019 has not come yet/u)
    assert.match(what(done('12 May 2019')), /It is owed since 13 May 2019/u)
    assert.equal(what(done('13 May 2019')), 'no problem')
  })
})

describe('set aside', () => {
  const { posts } = works('Mo Reed', 'social-care/rowan team-manager')
  const two = works('Mo Reed', 'social-care/rowan team-manager', 'social-care service-manager').posts

  it('takes a reason, signed in one’s only post', () => {
    assert.deepEqual(readSetAside(form({ reason: ' They moved. ' }), posts), { reason: 'They moved.', post: posts[0] })
    assert.match(what(readSetAside(form({ reason: ' ' }), posts)), /"field":"reason"/u)
  })

  it('asks in which post one signs who has several', () => {
    assert.match(what(readSetAside(form({ reason: 'x' }), two)), /"field":"as-post"/u)
    const chosen = readSetAside(form({ reason: 'x', 'as-post': 'social-care service-manager' }), two)
    assert.deepEqual(chosen, { reason: 'x', post: two[1] })
    assert.match(what(readSetAside(form({ reason: 'x', 'as-post': 'police police-officer' }), two)), /as-post/u)
  })

  it('leaves the reason to the first who signed, unless the second has more to say', () => {
    assert.deepEqual(readSetAside(form({}), posts, 'They moved.'), { reason: 'They moved.', post: posts[0] })
    assert.deepEqual(readSetAside(form({ reason: 'To Leeds.' }), posts, 'They moved.'), {
      reason: 'To Leeds.',
      post: posts[0],
    })
  })
})
