import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { kinds } from '../../record/entry.ts'
import { readChronology } from './chronology-file.ts'
import { template } from './template.ts'

const textOf = async (format: 'csv' | 'jsonl'): Promise<string> => new TextDecoder().decode(await template(format))
const read = (text: string) => readChronology(new TextEncoder().encode(text), 'filled-in')

describe('a template', () => {
  test('that nobody filled in holds no entries and has no other fault', async () => {
    for (const format of ['csv', 'xlsx', 'jsonl'] as const) {
      const result = await readChronology(await template(format), `template.${format}`)
      assert.ok('faults' in result)
      assert.deepEqual(
        result.faults.map(({ line, what }) => [line, what.slice(0, 16)]),
        [[1, 'holds no entries']],
      )
    }
  })

  test('of JSON Lines holds an example of each kind that becomes an entry when its strokes are taken off', async () => {
    const result = await read((await textOf('jsonl')).replaceAll(/^\/\/ (?=\{)/gmu, ''))
    assert.ok('entries' in result, JSON.stringify(result))
    assert.equal(result.entries.length, Object.keys(kinds).length)
  })

  test('of CSV holds an example of each kind that becomes an entry when its note is taken off', async () => {
    const result = await read((await textOf('csv')).replaceAll(/^# example: ([a-z0-9-]+)/gmu, '$1'))
    assert.ok('entries' in result, JSON.stringify(result))
    assert.equal(result.entries.length, Object.keys(kinds).length)
  })
})
