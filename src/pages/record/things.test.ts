import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { picture } from '../../record/picture.ts'
import { namingIn } from '../family-on-day.ts'
import { inventedFamily, type Line, oneYear } from '../invented.ts'
import { everyThing, findThing, latestEntries, thingInWords, thingsOf } from './things.ts'

const standing = (...lines: readonly Line[]) => picture(inventedFamily([...oneYear, ...lines]).entries)
const refer: Line = { kind: 'referral-made', on: '2019-05-01', by: 'school', referral: 'r-1', to: 'social-care' }

describe('the things of a record', () => {
  it('are offered open ones first, and of each the latest first', () => {
    const stands = standing(
      refer,
      { ...refer, referral: 'r-2', on: '2019-05-20' },
      { ...refer, referral: 'r-3', on: '2019-06-01' },
      { kind: 'referral-answered', on: '2019-06-03', by: 'social-care', referral: 'r-3' },
    )
    assert.deepEqual(
      thingsOf(stands, ['referral']).map(({ id, isOpen }) => [id, isOpen]),
      [
        ['r-2', true],
        ['r-1', true],
        ['r-3', false],
      ],
    )
  })

  it('are closed by what settles them, and not by an answer that does not', () => {
    const asked: Line = { kind: 'question-asked', on: '2019-05-01', by: 'family', question: 'why' }
    const answered: Line = { kind: 'question-answered', on: '2019-05-02', by: 'gp', question: 'why' }
    const isOpen = (...lines: readonly Line[]) => thingsOf(standing(...lines), ['question'])[0]?.isOpen
    assert.equal(isOpen(asked), true)
    assert.equal(isOpen(asked, { ...answered, understood: 'no' }), true)
    assert.equal(isOpen(asked, answered), false)
  })

  it('are each told by an entry, its day and its agency', () => {
    const stands = standing(refer)
    const found = findThing(stands, 'r-1')
    assert.ok(found !== undefined)
    assert.equal(
      thingInWords(found, namingIn(stands)),
      "A referral was made to children's social care, 1 May 2019 (the school)",
    )
    assert.equal(findThing(stands, 'nowhere'), undefined)
  })

  it('stand there once each, though several entries speak of one', () => {
    const ids = everyThing(standing(refer, { ...refer, on: '2019-05-02' })).map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
  })

  it('are also the latest entries, for telling somebody of them', () => {
    const latest = latestEntries(standing(refer), 3)
    assert.equal(latest.length, 3)
    assert.ok(latest.every(({ by }) => by.kind !== 'told' && by.kind !== 'person'))
    assert.ok(latest.every(({ by }, index) => by.day <= (latest[index - 1]?.by.day ?? by.day)))
  })
})
