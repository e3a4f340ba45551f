import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import { english } from './english.ts'
import { polish } from './polish.ts'

const isPlain = (value: unknown): value is string | readonly unknown[] | Readonly<Record<string, unknown>> =>
  typeof value === 'string' || (typeof value === 'object' && value !== null)

/** Every sentence of a language; where something is put into one, a short word stands in its place. */
const sentencesOf = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'function' && path !== '.day') return sentencesOf(value('Maya', 'May'), path)
  if (typeof value === 'string') return [[path, value]]
  if (!isPlain(value)) return []
  return Object.entries(value).flatMap(([name, one]) => sentencesOf(one, `${path}.${name}`))
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}’']+/gu) ?? []

/** How many syllables a word of English has: its runs of vowels, without an e that is not heard. */
const syllables = (word: string): number => {
  const heard = word
    .replaceAll(/[’']/gu, '')
    .replace(/(?:[^laeiouy]|[^aeiou]l)e(?:s|d)?$/u, sign => sign.slice(0, -1).replace(/e$/u, ''))
  return Math.max(1, heard.match(/[aeiouy]+/gu)?.length ?? 1)
}

/** The grade of an American school at which a text is read (Flesch and Kincaid, 1975): 4 is a child of nine or ten. */
const gradeOf = (sentences: readonly string[]): number => {
  const each = sentences.flatMap(text => text.split(/(?<=[.?!:])\s+/u)).filter(text => wordsIn(text).length > 0)
  const words = each.flatMap(wordsIn)
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (words.length / each.length) + 11.8 * (sounds / words.length) - 15.59
}

const fixed = sentencesOf(english).filter(([path]) => !/^\.(?:code|dir|own)$/u.test(path))

describe('the words of a parent’s page', () => {
  it('are those that a child of nine reads', () => {
    const grade = gradeOf(fixed.map(([, text]) => text))
    assert.ok(grade < 4, `grade ${grade.toFixed(1)}`)
    assert.ok(gradeOf(['The multidisciplinary safeguarding partnership coordinates interagency interventions.']) > 12)
  })

  it('have no sentence that is hard by itself', () => {
    const hard = fixed
      .flatMap(([path, text]) => text.split(/(?<=[.?!:])\s+/u).map(one => [path, one] as const))
      .filter(([, text]) => wordsIn(text).length > 24 || (wordsIn(text).length > 7 && gradeOf([text]) > 8))
    assert.deepEqual(hard, [])
  })

  it('are all there in Polish, each with what is put into it', () => {
    const names = (list: readonly (readonly [string, string])[]) => list.map(([path]) => path)
    assert.deepEqual(names(sentencesOf(polish)), names(sentencesOf(english)))
    const without = sentencesOf(polish).filter(([, text]) => text.trim() === '')
    assert.deepEqual(without, [])
    assert.equal(polish.day(getDay('2026-05-14')), 'czwartek, 14 maja 2026')
    assert.equal(english.day(getDay('2026-05-14')), 'Thursday 14 May 2026')
  })

  it('hold no name of Holdfast’s own for things, and none that shame', () => {
    for (const [path, text] of fixed)
      assert.doesNotMatch(text, /\b(?:DNA|did not attend|client|case|compliance|failed|non-)\b/iu, path)
  })
})
