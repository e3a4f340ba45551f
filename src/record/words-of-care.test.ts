import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PersonId } from './field.ts'
import { readEntry } from './read-entry.ts'
import { sightFor } from './sight.ts'
import { entryInWords } from './words.ts'

const read = (line: Readonly<Record<string, unknown>>) => {
  const result = readEntry({ on: '2024-05-01', by: 'hospital', child: 'lev', ...line })
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}
const said = (line: Readonly<Record<string, unknown>>) => entryInWords(read(line), (id: PersonId) => id)

describe('an injury in words', () => {
  it('says what was seen and where, and how far it is explained', () => {
    assert.equal(
      said({ kind: 'injury', what: 'a bruise', where: 'left ear' }),
      'an injury or mark (a bruise; left ear) was seen on lev, with no explanation recorded',
    )
    assert.equal(said({ kind: 'injury', explained: 'no' }), 'an injury or mark was seen on lev, not explained')
    assert.equal(said({ kind: 'injury', explanation: 'fell', explained: 'yes' }), 'an injury or mark was seen on lev')
  })
})

describe('a list in words', () => {
  it('is named by the agency, or by what it is where another agency writes', () => {
    assert.equal(
      said({ kind: 'registration-ended', by: 'gp', with: 'gp' }),
      'lev was taken off the list of the GP practice',
    )
    assert.equal(
      said({ kind: 'registration-ended', by: 'social-care', with: 'dentist' }),
      'lev was taken off the list of the dentist',
    )
  })
})

describe('what does not agree about an illness', () => {
  it('is for those who lead for the child’s health, social care and police, never for a parent or the school', () => {
    const entry = read({ kind: 'perplexing-presentation', step: 'noticed' })
    const sees = (agency: string, role: string) => sightFor({ posts: [{ agency, role } as never] })(entry)
    assert.equal(sees('social-care', 'social-worker'), true)
    assert.equal(sees('hospital/other', 'named-doctor'), true)
    assert.equal(sees('school/oak', 'designated-safeguarding-lead'), false)
    assert.equal(sightFor({ person: 'tess' as PersonId })(entry), false)
  })
})
