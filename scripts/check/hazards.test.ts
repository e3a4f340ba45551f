import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hazardsWithoutTest } from './hazards.ts'

const files = (cell: string) => [
  { path: 'docs/hazards.md', text: `| hazard | guard | test |\n| --- | --- | --- |\n| A | B | ${cell} |\n` },
  { path: 'src/a.test.ts', text: "it('keeps what it said', () => {})" },
]

test('a hazard names a test that is there, or says that there is none', () => {
  assert.deepEqual(hazardsWithoutTest(files('`src/a.test.ts`: keeps what it said')), [])
  assert.deepEqual(hazardsWithoutTest(files('no test')), [])
})

test('a test that is not there is found', () => {
  assert.equal(hazardsWithoutTest(files('`src/a.test.ts`: loses what it said')).length, 1)
  assert.equal(hazardsWithoutTest(files('`src/b.test.ts`: keeps what it said')).length, 1)
  assert.equal(hazardsWithoutTest(files('somewhere')).length, 1)
})
