import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseRules } from '../scripts/check/house.ts'
import { readSources } from '../scripts/check/sources.ts'

const files = readSources(`${import.meta.dirname}/..`)

for (const { says, find } of houseRules) {
  test(says, () => assert.deepEqual(find(files), []))
}
