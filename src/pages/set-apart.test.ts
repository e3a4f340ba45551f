import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { apartTyped, isSetApartPage, readApart } from './set-apart.ts'

const read = (fields: Readonly<Record<string, string>>) => readApart(apartTyped(name => fields[name]))
const wrong = (fields: Readonly<Record<string, string>>) => {
  const found = read(fields)
  return 'problems' in found ? found.problems.map(({ field }) => field) : []
}

describe('an entry that does not belong', () => {
  it('takes a reason, and the right child if one is known', () => {
    assert.deepEqual(read({ reason: 'Another child.' }), { reason: 'Another child.', child: undefined })
    assert.deepEqual(read({ reason: 'Another child.', nhs: '9990000018' }), {
      reason: 'Another child.',
      child: { nhs: '9990000018' },
    })
  })

  it('takes no child who is only half named', () => {
    assert.deepEqual(wrong({ reason: 'x', name: 'Bea' }), ['nhs'])
    assert.deepEqual(wrong({ nhs: '9990000018' }), ['reason'])
    assert.deepEqual(wrong({ nhs: '12', reason: '' }), ['reason', 'nhs'])
  })

  it('is said to have gone on in the same words whether or not the other record is there', async () => {
    const page = async (named: boolean) => String(await isSetApartPage({ around: {}, family: 'bcdfghjkmn', named }))
    assert.match(await page(true), /It is written again where it belongs/u)
    assert.match(await page(false), /Nobody has said yet where it belongs/u)
  })
})
