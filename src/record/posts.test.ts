import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Agency } from '../people/service.ts'
import { deskPosts, postsIn, reachOf } from './posts.ts'
import { readEntry } from './read-entry.ts'

const post = (by: string, id: string, more: Readonly<Record<string, unknown>>) => {
  const result = readEntry({ kind: 'post', on: '2024-01-02', by, post: id, ...more })
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}

const ada = post('health-visiting', 'hv-1', {
  role: 'health-visitor',
  practitioner: 'Ada Lowe',
  telephone: '01632 960001',
  outOfHours: 'Night line',
})
const bea = post('health-visiting', 'hv-2', {
  role: 'health-visitor',
  practitioner: 'Bea Marsh',
  telephone: '01632 960002',
})
const duty = post('social-care/duty', 'duty', { role: 'duty-social-worker', telephone: '01632 960003' })
const night = post('emergency-duty', 'edt', { role: 'duty-social-worker', telephone: '01632 960004' })
const posts = postsIn([ada, bea, duty, night])
const reach = (agency: string, practitioner?: string) => reachOf(posts, { agency: agency as Agency, practitioner })

describe('how somebody is reached', () => {
  it('is by the number of the post that they hold', () => {
    assert.deepEqual(reach('health-visiting', 'Bea Marsh'), { telephone: '01632 960002' })
    assert.deepEqual(reach('health-visiting', 'Ada Lowe'), { telephone: '01632 960001', outOfHours: 'Night line' })
  })

  it('is by whoever answers for their agency when they hold none, and never by a colleague’s number', () => {
    assert.deepEqual(reach('health-visiting', 'Cy Dunn'), { outOfHours: 'Night line' })
    assert.deepEqual(reach('health-visiting'), { outOfHours: 'Night line' })
    assert.deepEqual(reach('midwifery', 'Ada Lowe'), {})
  })

  it('goes by the last word on a post', () => {
    const later = post('health-visiting', 'hv-1', { on: '2024-05-01', role: 'health-visitor', practitioner: 'Cy Dunn' })
    const now = postsIn([later, ada])
    assert.deepEqual(reachOf(now, { agency: 'health-visiting' as Agency, practitioner: 'Ada Lowe' }), {})
  })
})

describe('a desk', () => {
  it('is every post of its role with a telephone, in one service where that is named', () => {
    assert.deepEqual(new Set(deskPosts(posts, 'duty-social-worker')), new Set([duty, night]))
    assert.deepEqual(deskPosts(posts, 'duty-social-worker', 'social-care' as Agency), [duty])
    assert.deepEqual(deskPosts(postsIn([ada, bea]), 'duty-social-worker'), [])
  })
})
