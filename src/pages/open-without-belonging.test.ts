import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { openingTyped, openWithoutBelongingPage, readOpening } from './open-without-belonging.ts'

const typed = (fields: Readonly<Record<string, string>>) => openingTyped(name => fields[name])
const read = (fields: Readonly<Record<string, string>>) => readOpening(typed(fields))
const wrong = (fields: Readonly<Record<string, string>>) => {
  const found = read(fields)
  return 'problems' in found ? found.problems.map(({ field }) => field) : []
}
const reason = 'The child is alone at home.'

describe('what opens a record without belonging', () => {
  it('is a child and a reason', () => {
    assert.deepEqual(read({ nhs: '999 000 0018', reason: ` ${reason} ` }), { sought: { nhs: '9990000018' }, reason })
    assert.deepEqual(read({ name: 'Bea Marsh', born: '8 March 2021', reason }), {
      sought: { name: 'Bea Marsh', born: getDay('2021-03-08') },
      reason,
    })
  })

  it('is no child by name alone, and no reason of one word', () => {
    assert.deepEqual(wrong({ name: 'Bea Marsh', reason }), ['nhs'])
    assert.deepEqual(wrong({ nhs: '9990000018', reason: 'worried' }), ['reason'])
    assert.deepEqual(wrong({ nhs: '9990000018', reason: ' '.repeat(40) }), ['reason'])
    assert.deepEqual(wrong({}), ['nhs', 'reason'])
  })
})

describe('its page', () => {
  it('says how long the record stays open, and whose setting that is', async () => {
    const page = String(await openWithoutBelongingPage({ around: {}, csrf: 'c-1', typed: typed({}), hours: 24 }))
    assert.match(page, /stays open to you for 24 hours \(local setting\)/u)
    assert.doesNotMatch(page, /cannot open a record/u)
  })

  it('keeps what was typed, as text', async () => {
    const asked = {
      around: {},
      csrf: 'c-1',
      typed: typed({ name: '<b>', reason: '</textarea><b>' }),
      hours: 24,
      desks: [],
    }
    const page = String(await openWithoutBelongingPage(asked))
    assert.match(page, /value="&lt;b&gt;"/u)
    assert.match(page, /&lt;\/textarea&gt;&lt;b&gt;<\/textarea>/u)
    assert.match(page, /Holdfast cannot open a record from this/u)
  })
})
