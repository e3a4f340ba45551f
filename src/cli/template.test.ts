import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { template } from './template.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-template-'))
})
after(() => rm(folder, { recursive: true }))

const write = process.stderr.write
const quietly = async (args: readonly string[]): Promise<number> => {
  process.stderr.write = () => true
  try {
    return await template(args)
  } finally {
    process.stderr.write = write
  }
}

test('a template is written to a file that is not there, and never over one that is', async () => {
  for (const format of ['csv', 'xlsx', 'jsonl']) {
    const file = join(folder, `chronology.${format}`)
    assert.equal(await quietly([format, file]), 0)
    const bytes = await readFile(file)
    assert.ok(bytes.length > 1000)
    assert.equal(await quietly([format, file]), 2)
    assert.deepEqual(await readFile(file), bytes)
  }
})

test('a call that is wrong is refused', async () => {
  for (const args of [[], ['pdf'], ['xlsx'], ['csv', 'a', 'b'], ['csv', join(folder, 'no', 'such.csv')]])
    assert.equal(await quietly(args), 2)
})
