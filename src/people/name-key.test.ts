import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nameKey } from './name-key.ts'

describe('the key of a name', () => {
  it('is one for the ways in which people spell it', () => {
    for (const name of ['Zoë O’Neill-Smith', "zoe o'neill smith", ' ZOE  ONEILL SMITH '])
      assert.equal(nameKey(name), 'zoe oneill smith')
  })

  it('is another for another name', () => {
    assert.notEqual(nameKey('Ann Lee'), nameKey('Anna Lee'))
    assert.equal(nameKey('李 小龙'), '李 小龙')
  })
})
