import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isNamed, readWords, searchPage } from './search.ts'

describe('a name that is looked for', () => {
  it('is found by the beginning of any of its parts, in any order and spelling', () => {
    for (const words of ['tobi', 'Nym', 'okoro tobi', 'nyman-okoro', 'TOBI'])
      assert.ok(isNamed('Tobi Nyman-Okoro', words), words)
    assert.ok(isNamed('Hoàng Minh Anh', 'hoang'))
  })

  it('is not found by a middle, by a word too many, or by nothing', () => {
    for (const words of ['obi', 'tobi ellis', '', '  ', '-']) assert.ok(!isNamed('Tobi Nyman-Okoro', words), words)
    assert.ok(!isNamed(undefined, 'tobi'))
  })
})

describe('the page of search', () => {
  it('keeps the words, as text and no longer than they need to be', async () => {
    const words = readWords(` <i>${'x'.repeat(500)} `)
    assert.equal(words.length, 200)
    const page = String(await searchPage({ around: {}, csrf: 'c-1', words: '<i>', families: [] }))
    assert.match(page, /value="&lt;i&gt;"/u)
  })
})
