import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import type { Agency } from '../../people/service.ts'
import { readEntry } from '../../record/read-entry.ts'
import {
  readAdoption,
  readLaw,
  readLimit,
  readOwner,
  type Settled,
  type Settling,
  settlingPost,
  signingPosts,
} from './settle-rules.ts'

const at = (agency: string) => agency as Agency
const executive: Settling = {
  name: 'Annika Forsgate',
  post: { agency: at('partnership'), role: 'partnership-executive' },
  today: getDay('2026-05-14'),
}
const nurse: Settling = { ...executive, name: 'Tove Lund', post: { agency: at('hospital/royal'), role: 'named-nurse' } }

const lineOf = (settled: Settled) => {
  assert.ok('line' in settled, JSON.stringify(settled))
  const read = readEntry(settled.line)
  assert.ok('entry' in read, JSON.stringify(read))
  return settled.line
}
const fields = (settled: Settled): readonly string[] =>
  'problems' in settled ? settled.problems.map(one => one.field) : []
const said = (settled: Settled): string =>
  'problems' in settled ? settled.problems.map(({ what }) => what).join(' ') : ''

const whole = { rule: 'result-told', limit: '10 working days', from: '1 June 2026', reason: 'Agreed by all' }

describe('a limit of a partnership’s own', () => {
  it('is written with who set it, when, why and from which day', () => {
    assert.deepEqual(lineOf(readLimit(whole, executive)), {
      kind: 'limit-set',
      on: '2026-06-01',
      written: '2026-05-14',
      by: 'partnership',
      author: 'Annika Forsgate',
      record: 'agencies',
      role: 'partnership executive',
      rule: 'result-told',
      limit: '10 working days',
      reason: 'Agreed by all',
    })
    assert.equal(lineOf(readLimit({ ...whole, from: '' }, executive))['on'], '2026-05-14')
    lineOf(readLimit({ ...whole, limit: 'default' }, executive))
  })

  it('is refused where the rule is statutory, with words that say so', () => {
    const settled = readLimit({ ...whole, rule: 'conference-held' }, executive)
    assert.match(said(settled), /conference-held is statutory: nobody sets its limit/u)
  })

  it('is refused where it is nonsense, in the past, or without a reason', () => {
    for (const limit of ['', 'soon', '0 days', '999 weeks'])
      assert.deepEqual(fields(readLimit({ ...whole, limit }, executive)), ['limit'], limit)
    assert.deepEqual(fields(readLimit({ ...whole, from: '13 May 2026' }, executive)), ['from'])
    assert.deepEqual(fields(readLimit({ ...whole, from: 'whenever' }, executive)), ['from'])
    assert.deepEqual(fields(readLimit({ ...whole, reason: ' ' }, executive)), ['reason'])
    assert.match(said(readLimit({ ...whole, rule: 'results-told' }, executive)), /did you mean result-told/u)
  })
})

describe('adopting rules', () => {
  it('is written for the agency of whoever signs, from a day that may have passed', () => {
    const line = lineOf(readAdoption({ rules: ['all', 'result-told'], from: '2026-01-05' }, nurse))
    assert.deepEqual(
      [line['kind'], line['by'], line['rule'], line['role'], line['on']],
      ['rule-adopted', 'hospital/royal', ['all'], 'named nurse', '2026-01-05'],
    )
  })

  it('is given up with a reason', () => {
    assert.deepEqual(fields(readAdoption({ rules: ['result-told'], givesUp: true }, nurse)), ['reason'])
    const line = lineOf(readAdoption({ rules: ['result-told'], givesUp: true, reason: 'The clinic has closed' }, nurse))
    assert.deepEqual([line['kind'], line['reason']], ['rule-given-up', 'The clinic has closed'])
  })

  it('names rules that there are', () => {
    assert.deepEqual(fields(readAdoption({ rules: [] }, nurse)), ['rules'])
    assert.deepEqual(fields(readAdoption({ rules: ['nothing-like-it'] }, nurse)), ['rules'])
  })
})

describe('a law and a task', () => {
  it('a law begins on a day that somebody writes, by regulations that are named', () => {
    const asked = { law: 'information-sharing-duty', from: '30 September 2026', source: 'The regulations of 2026' }
    assert.equal(lineOf(readLaw(asked, executive))['on'], '2026-09-30')
    assert.deepEqual(fields(readLaw({ law: 'gravity', from: '', source: '' }, executive)), ['law', 'from', 'source'])
  })

  it('a task lies with a role from a day on, with a reason', () => {
    const asked = { rule: 'conference-held', role: 'conference-chair', reason: 'The unit took it over' }
    assert.equal(lineOf(readOwner(asked, executive))['role'], 'conference-chair')
    assert.deepEqual(fields(readOwner({ rule: 'conference-held', role: 'king' }, executive)), ['role', 'reason'])
  })
})

describe('who settles', () => {
  const posts = [
    { agency: at('hospital/royal'), role: 'named-nurse' },
    { agency: at('hospital/royal'), role: 'safeguarding-lead' },
    { agency: at('gp/elm-road'), role: 'gp' },
  ] as const

  it('for an agency whoever manages it or leads there on safeguarding, once for each', () => {
    assert.deepEqual(signingPosts(posts), [posts[0]])
  })

  it('for the partnership its executive or the information-governance lead', () => {
    assert.equal(settlingPost(posts), undefined)
    assert.equal(settlingPost([...posts, executive.post]), executive.post)
  })
})
