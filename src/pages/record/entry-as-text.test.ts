import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleLines } from '../../intake/sheets/example-lines.ts'
import type { Kind } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import type { Naming } from '../../record/wording.ts'
import { inventedFamily, type Line } from '../invented.ts'
import { entryAsText } from './entry-as-text.ts'

const names: Readonly<Record<string, string>> = { '': 'Wyn Quill', wyn: 'Wyn Quill', liv: 'Liv Quill' }
const name: Naming = (person: PersonId) => names[person] ?? person
const textOf = (line: Line): string =>
  inventedFamily([line])
    .entries.map(entry => entryAsText(entry, name))
    .join()

describe('an entry as text', () => {
  it('says what happened, when, who wrote it, every field in words and its own words', () => {
    const line = {
      ...{ kind: 'contact', id: 'visit-1', on: '2019-06-12 14:30', written: '2019-06-13', by: 'health-visiting' },
      ...{
        author: 'Ivy Marsh, health visitor',
        way: 'visit',
        with: ['liv'],
        seen: ['wyn'],
        alone: 'no',
        where: 'home',
      },
      text: 'Wyn sat on the mat.\nLiv smiled.',
    }
    assert.equal(
      textOf(line),
      `Wyn Quill was seen at home
When: 12 June 2019 at 14:30
Written: 13 June 2019
Written by: health visiting, Ivy Marsh, health visitor
About: Wyn Quill
With whom? Liv Quill
Was it a visit or a call? Visit
Which children were seen? Wyn Quill
Was the child seen alone? No
Where? Home
In their own words:
Wyn sat on the mat.
Liv smiled.
In Holdfast: visit-1`,
    )
  })

  it('takes along who may know it', () => {
    const secret = textOf({
      kind: 'concern',
      on: '2019-06-12',
      by: 'school',
      sight: 'gp; named-nurse',
      hiddenFrom: 'liv',
    })
    assert.match(secret, /Only these may know this: the GP practice; named nurse\nNot to be known to: Liv Quill/u)
    assert.match(
      textOf({ kind: 'clares-law', on: '2019-06-12', by: 'police', step: 'asked' }),
      /Only these may know this/u,
    )
    assert.doesNotMatch(textOf({ kind: 'concern', on: '2019-06-12', by: 'school' }), /may know|known to/u)
  })

  it('names agencies, roles and people to whom something went', () => {
    const line = { kind: 'letter-sent', on: '2019-06-12', by: 'hospital/royal', to: 'gp; midwife; liv; Dr Osei' }
    assert.match(textOf(line), /To whom\? the GP practice; midwife; Liv Quill; Dr Osei/u)
  })

  it('is there for every kind, and holds every field that was written', () => {
    for (const [kind, line] of Object.entries(exampleLines) as [Kind, Line][]) {
      const text = textOf({ on: '2024-05-02', by: 'police', ...line, kind })
      assert.match(text, /^\p{Lu}.*\nWhen: /u, kind)
      assert.doesNotMatch(text, /undefined|\[object|NaN/u, kind)
      const own = Object.keys(line).filter(field => !['on', 'by', 'text', 'record'].includes(field))
      assert.ok(text.split('\n').length >= own.length + 3, `${kind}: ${text}`)
    }
  })
})
