import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { derive } from '../../src/duties/derive.ts'
import { rules } from '../../src/duties/rules.ts'
import { noSettings } from '../../src/duties/settings.ts'
import { readChronology } from '../../src/intake/sheets/chronology-file.ts'
import { exampleFamily } from '../../src/intake/sheets/example-family.ts'
import { exampleLines } from '../../src/intake/sheets/example-lines.ts'
import { kinds } from '../../src/record/entry.ts'
import { picture } from '../../src/record/picture.ts'
import { dutiesPage } from './duties.ts'
import { entriesPage } from './entries.ts'
import { entrySchema } from './entry-schema.ts'
import { howToSay } from './how-to-say.ts'

const page = entriesPage()
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gsu'))].map(match => match[1] ?? '')
const read = async (text: string) => {
  const result = await readChronology(new TextEncoder().encode(text), 'chronology')
  assert.ok('entries' in result, `${text}\n${JSON.stringify(result)}`)
  return result.entries
}

describe('docs/entries.md', () => {
  test('has an example that is sound and raises duties', async () => {
    const [example = ''] = blocks('jsonl')
    const entries = await read(example)
    assert.equal(entries.length, exampleFamily.length)
    const late = derive(picture(entries), noSettings).map(duty => duty.rule.name)
    assert.ok(late.includes('conference-held'), late.join(', '))
  })

  test('has a sound example for each kind, and of CSV', async () => {
    assert.equal(blocks('json').length, Object.keys(kinds).length)
    for (const block of blocks('json')) await read(block)
    for (const block of blocks('csv')) await read(block)
  })

  test('says how each phrase is said, in entries that are sound', async () => {
    for (const { lines } of howToSay)
      for (const line of lines) await read(JSON.stringify({ on: '2024-06-01', by: 'social-care', ...line }))
  })

  test('says of every field what it is', () => {
    for (const [kind, { schema }] of Object.entries(kinds))
      for (const [name, field] of Object.entries<z.ZodType>(schema.shape))
        assert.ok((field.description ?? '').length > 2, `${kind}.${name}`)
  })

  test('links to places that it has', () => {
    const places = new Set(
      [...page.matchAll(/^#+ (.+)$/gmu)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
          .replaceAll(' ', '-'),
      ),
    )
    for (const [, place = ''] of page.matchAll(/\]\(#([^)]+)\)/gu)) assert.ok(places.has(place), place)
  })
})

describe('docs/entries.schema.json', () => {
  const schema = z.fromJSONSchema(entrySchema() as Parameters<typeof z.fromJSONSchema>[0])
  const passes = (line: object): boolean => schema.safeParse(line).success

  test('passes every example', () => {
    for (const [kind, line] of Object.entries(exampleLines)) assert.ok(passes({ kind, ...line }), kind)
    for (const line of exampleFamily) assert.ok(passes(line), JSON.stringify(line))
  })

  test('refuses what would be refused', () => {
    const sound = { kind: 'attended', on: '2019-05-13', by: 'gp' }
    assert.ok(passes(sound))
    for (const wrong of [
      { kind: 'atended' },
      { by: 'nobody' },
      { on: undefined },
      { seen: 'maybe' },
      { zzz: '1' },
      { child: [] },
      { text: '' },
    ])
      assert.ok(!passes({ ...sound, ...wrong }), JSON.stringify(wrong))
  })
})

test('docs/duties.md holds every rule once', () => {
  const duties = dutiesPage()
  for (const { name } of rules) assert.equal(duties.split(`\n### ${name}\n`).length, 2, name)
})
