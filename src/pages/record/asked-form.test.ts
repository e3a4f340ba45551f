import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { derive } from '../../duties/derive.ts'
import { valuesOf } from '../../intake/forms/form-values.ts'
import { picture } from '../../record/picture.ts'
import { shortName } from '../address.ts'
import { inventedFamily, type Line, oneYear } from '../invented.ts'
import { recordAddress, valuesAsked } from './asked-form.ts'
import { formsForDuty } from './form-for-duty.ts'

const stands = picture(inventedFamily(oneYear).entries)
const of = { family: 'k3m9', stands }
const queryOf = (address: string) => new URL(address, 'https://example.org').searchParams

describe('the address of a form that is filled in beforehand', () => {
  const miss = { kind: 'contact', values: valuesOf({ about: 'eyes-1', with: ['liv'], way: 'call' }) } as const

  it('holds no id that somebody chose, and no words', () => {
    const address = recordAddress('k3m9', miss)
    assert.doesNotMatch(address, /eyes|liv|wyn/u)
    assert.match(address, /^\/families\/k3m9\/record\?kind=contact&with=[0-9a-f]{12}&way=call&about=[0-9a-f]{12}$/u)
    const medicine = { kind: 'instruction-settled', values: valuesOf({ medicine: 'Hydrocortisone' }) } as const
    assert.match(
      recordAddress('k3m9', medicine),
      /^\/families\/k3m9\/record\?kind=instruction-settled&medicine=[0-9a-f]{12}$/u,
    )
  })

  it('leads back to the same values on the same record', () => {
    assert.deepEqual(
      valuesAsked('contact', queryOf(recordAddress('k3m9', miss)), of),
      new Map([
        ['with', ['liv']],
        ['way', ['call']],
        ['about', ['eyes-1']],
      ]),
    )
  })

  it('knows a medicine of the record by its short name, and no other', () => {
    const told = { kind: 'instruction', on: '2019-01-08', by: 'gp', medicine: 'Hydrocortisone', dose: '5 mg' }
    const query = queryOf(
      recordAddress('k3m9', { kind: 'instruction-settled', values: valuesOf({ medicine: 'Hydrocortisone' }) }),
    )
    const on = (...more: readonly Line[]) => ({
      family: 'k3m9',
      stands: picture(inventedFamily([...oneYear, ...more]).entries),
    })
    assert.deepEqual(valuesAsked('instruction-settled', query, on(told)).get('medicine'), ['Hydrocortisone'])
    assert.equal(valuesAsked('instruction-settled', query, on()).get('medicine'), undefined)
  })

  it('does so for the things, people and agencies of every form for a duty', () => {
    const forms = derive(stands).flatMap(duty => formsForDuty(duty, stands))
    assert.ok(forms.length > 20)
    for (const form of forms) {
      const back = valuesAsked(form.kind, queryOf(recordAddress('k3m9', form)), of)
      for (const [field, values] of back) assert.deepEqual(values, form.values.get(field))
      for (const field of ['child', 'appointment', 'plan', 'conference', 'meeting', 'seen'])
        assert.deepEqual(back.get(field), form.values.get(field), `${form.kind}.${field}`)
    }
  })

  it('fills in nothing that is not on the record as the reader may see it', () => {
    const query = new URLSearchParams({
      about: shortName('k3m9', 'hidden'),
      seen: shortName('other', 'wyn'),
      way: 'call',
    })
    assert.deepEqual(valuesAsked('contact', query, of), new Map([['way', ['call']]]))
  })

  it('takes no control that is not a field of the kind', () => {
    assert.deepEqual(
      valuesAsked('contact', new URLSearchParams({ by: 'police', csrf: 'x', id: 'y', harm: 'yes' }), of),
      new Map(),
    )
  })
})
