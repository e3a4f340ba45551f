import assert from 'node:assert/strict'
import { test } from 'node:test'
import { undeclaredImports, unlistedDependencies } from './dependencies.ts'

const packages = { dependencies: { hono: '1.0.0' }, devDependencies: { '@x/y': '1.0.0' } }
const held = (page: string) => [
  { path: 'package.json', text: JSON.stringify(packages) },
  { path: 'docs/dependencies.md', text: page },
]
const page = (...[run, build]: readonly [string, string]) =>
  [
    '# Title',
    '',
    '## To run',
    '',
    '| package | why |',
    '| --- | --- |',
    run,
    '',
    '## To build and test',
    '',
    build,
    '',
  ].join('\n')

test('every dependency stands in the list, in its own half', () => {
  assert.deepEqual(unlistedDependencies(held(page('| `hono` | pages |', '| `@x/y` | tests |'))), [])
  assert.equal(unlistedDependencies(held(page('| `@x/y` | tests |', '| `hono` | pages |'))).length, 4)
})

test('a dependency without a reason is found, and a reason without a dependency', () => {
  assert.equal(unlistedDependencies(held(page('', '| `@x/y` | tests |'))).length, 1)
  assert.equal(unlistedDependencies(held(page('| `hono` |  |', '| `@x/y` | tests |'))).length, 1)
  assert.equal(
    unlistedDependencies(held(page('| `hono` | pages |\n| `zod` | input |', '| `@x/y` | tests |'))).length,
    1,
  )
})

test('the product may not import what only tests have', () => {
  const of = (path: string, text: string) => undeclaredImports([...held(''), { path, text }]).length
  assert.equal(of('src/pages/a.ts', "import { Hono } from 'hono/tiny'"), 0)
  assert.equal(of('src/pages/a.ts', "import { a } from '@x/y'"), 1)
  assert.equal(of('src/pages/a.test.ts', "import { a } from '@x/y'"), 0)
  assert.equal(of('src/pages/a.ts', "import { a } from './b.ts'\nimport 'node:fs'"), 0)
})
