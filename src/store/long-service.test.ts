import assert from 'node:assert/strict'
import { it } from 'node:test'
import { trialFamily } from './trial-family.ts'

// PostgreSQL counts and tidies its tables by itself, at any hour.
it('an append goes on after the tables were counted, tidied and widened under an open connection', async () => {
  const family = await trialFamily()
  const concern = { kind: 'concern', on: '2026-06-12', by: 'social-care/rowan-team', harm: 'yes' }
  const first = await family.write({ ...concern, text: 'One.' })
  for (const statement of ['vacuum analyze record', 'vacuum analyze', 'alter table record add column later int'])
    await family.ask(statement)
  assert.equal(await family.write({ ...concern, text: 'Two.' }), first + 1)
  await family.drop()
})
