import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, it } from 'node:test'
import { rules } from '../../../src/duties/rules.ts'
import { beyond } from './beyond.ts'
import { catalogueRows } from './catalogue.ts'
import { answerTo, unanswered } from './coverage.ts'
import { answeredOtherwise, features } from './features.ts'
import { review } from './review.ts'

describe('what answers what', () => {
  it('has all 342 things that the review names and all 161 rows of the catalogue, and every one is answered', () => {
    assert.equal(review.length, 342)
    assert.equal(new Set(catalogueRows).size, 161)
    assert.deepEqual(unanswered(), [])
  })

  it('names no row that is not there, and no feature that stands nowhere', () => {
    const rows = new Set(catalogueRows)
    const named = [...review.flatMap(([, , ...answers]) => answers), ...Object.keys(answeredOtherwise)]
    assert.deepEqual(
      named.filter(name => !rows.has(name) && !Object.hasOwn(features, name)),
      [],
    )
    const root = new URL('../../../', import.meta.url)
    assert.deepEqual(
      Object.values(features).filter(({ where }) => !existsSync(new URL(where, root))),
      [],
    )
  })

  it('puts every rule that comes from other reviews beside the pattern it answers', () => {
    const named = new Set(beyond.flatMap(([, ...answers]) => answers))
    assert.deepEqual(
      rules.filter(({ catalogue, name }) => catalogue === 'beyond' && !named.has(name)).map(({ name }) => name),
      [],
    )
  })

  it('answers a row by its own rules first', () => {
    assert.deepEqual(
      answerTo('R-ICPC-1').rules.map(({ name }) => name),
      ['conference-held'],
    )
  })
})
