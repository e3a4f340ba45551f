import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { againstTheFlow, circles, impureImports } from './flow.ts'
import { importsOf } from './imports.ts'

const file = (path: string, ...lines: readonly string[]) => ({ path, text: `${lines.join('\n')}\n` })

describe('an import', () => {
  const written = [
    ["import { a } from './a.ts'", 'src/record/a.ts', false],
    ["import type { A } from './a.ts'", 'src/record/a.ts', true],
    ["import { type A } from './a.ts'", 'src/record/a.ts', false],
    ["import {\n  a,\n  b,\n} from '../people/a.ts'", 'src/people/a.ts', false],
    ["import * as a from './a.ts'", 'src/record/a.ts', false],
    ["import a, { b } from './a.ts'", 'src/record/a.ts', false],
    ["export { a } from './a.ts'", 'src/record/a.ts', false],
    ["export * from './a.ts'", 'src/record/a.ts', false],
    ["export type { A } from './a.ts'", 'src/record/a.ts', true],
    ["import './a.ts'", 'src/record/a.ts', false],
    ["const a = await import('./a.ts')", 'src/record/a.ts', false],
    ['import { z } from "zod"', 'zod', false],
    ["import assert from 'node:assert'", 'node:assert', false],
  ] as const
  for (const [text, to, typeOnly] of written)
    test(`is found in: ${text.replaceAll('\n', ' ')}`, () =>
      assert.deepEqual(importsOf(file('src/record/x.ts', text)), [{ from: 'src/record/x.ts', to, typeOnly }]))

  test('is found after an export that names no file', () =>
    assert.deepEqual(
      importsOf(file('src/record/x.ts', 'export { a }', "import type { B } from './b.ts'")).map(one => one.typeOnly),
      [true],
    ))
  test('is not made of words in a text or a comment', () =>
    assert.deepEqual(
      importsOf(
        file(
          'src/record/x.ts',
          'const a = "import { b } from \'c\'"',
          " * import { b } from 'c'",
          'export const x = 1',
        ),
      ),
      [],
    ))
})

describe('the flow', () => {
  test('lets a folder import from its own and from those before it', () =>
    assert.deepEqual(
      againstTheFlow([
        file('src/duties/plan.ts', "import { a } from '../record/plan.ts'", "import { b } from './rule.ts'"),
        file('src/main.ts', "import { app } from './pages/app.ts'", "import about from '../package.json' with {}"),
      ]),
      [],
    ))
  test('finds an import that points down it, of a type as well', () => {
    assert.deepEqual(againstTheFlow([file('src/record/plan.ts', "import { a } from '../duties/plan.ts'")]), [
      'src/record/plan.ts imports src/duties/plan.ts: record comes before duties',
    ])
    assert.equal(againstTheFlow([file('src/pages/a.ts', "import type { A } from '../main.ts'")]).length, 1)
    assert.equal(againstTheFlow([file('src/pages/kit/a.ts', "import { a } from '../../cli/a.ts'")]).length, 1)
    assert.equal(againstTheFlow([file('src/people/role.test.ts', "import '../record/entry.ts'")]).length, 1)
  })
  test('finds a file that stands nowhere in it', () => {
    assert.equal(againstTheFlow([file('src/other/a.ts')]).length, 1)
    assert.equal(againstTheFlow([file('src/cli/a.ts', "import { a } from '../other/a.ts'")]).length, 1)
  })
  test('finds an import from outside the product, unless a test makes it', () => {
    assert.equal(againstTheFlow([file('src/cli/a.ts', "import { a } from '../../scripts/a.ts'")]).length, 1)
    assert.equal(againstTheFlow([file('src/cli/a.test.ts', "import { a } from '../../scripts/a.ts'")]).length, 0)
  })
  test('finds a test that the product imports', () =>
    assert.equal(againstTheFlow([file('src/duties/a.ts', "import { given } from './given.ts'")]).length, 1))
  test('leaves the tests of the whole house alone', () =>
    assert.deepEqual(againstTheFlow([file('src/house.test.ts', "import { a } from '../scripts/a.ts'")]), []))
})

describe('a pure folder', () => {
  test('may import zod, and in tests what a test needs', () =>
    assert.deepEqual(
      impureImports([
        file('src/record/kind.ts', "import { z } from 'zod'"),
        file('src/record/kind.test.ts', "import { test } from 'node:test'"),
        file('src/cli/read.ts', "import { readFile } from 'node:fs'"),
      ]),
      [],
    ))
  test('may not import Node or any other package', () => {
    assert.equal(impureImports([file('src/record/kind.ts', "import { readFile } from 'node:fs'")]).length, 1)
    assert.equal(impureImports([file('src/calendar/day.ts', "import type { Hono } from 'hono'")]).length, 1)
  })
})

describe('a circle', () => {
  test('is found when files load each other', () =>
    assert.deepEqual(
      circles([
        file('src/record/a.ts', "import { b } from './b.ts'"),
        file('src/record/b.ts', "import { c } from './c.ts'"),
        file('src/record/c.ts', "import { a } from './a.ts'"),
      ]),
      ['src/record/a.ts → src/record/b.ts → src/record/c.ts → src/record/a.ts'],
    ))
  test('of types alone is none', () =>
    assert.deepEqual(
      circles([
        file('src/record/a.ts', "import type { B } from './b.ts'"),
        file('src/record/b.ts', "import { a } from './a.ts'"),
      ]),
      [],
    ))
  test('is not seen where two ways lead to one file', () =>
    assert.deepEqual(
      circles([
        file('src/record/a.ts', "import './b.ts'", "import './c.ts'"),
        file('src/record/b.ts', "import './c.ts'"),
        file('src/record/c.ts'),
      ]),
      [],
    ))
})
