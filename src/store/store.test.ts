import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { PractitionerId } from '../people/practitioner.ts'
import { asReader } from './asking.ts'
import { openStore } from './store.ts'
import { trialStore } from './trial.ts'

const nobody = { partnership: 1, practitioner: 'nobody' as PractitionerId }

describe('a connection that the server ends in the middle of a transaction', () => {
  it('fails what was asked on it, and nothing else', async () => {
    const { connections, drop } = await trialStore()
    const store = openStore(connections)
    const asked = asReader(store, nobody, async client => {
      await client.query('set local idle_in_transaction_session_timeout = 20')
      await wait(200)
      await client.query('select 1')
    })
    await assert.rejects(asked)
    const { rows } = await store.reader.query('select 1 as one')
    assert.deepEqual(rows, [{ one: 1 }])
    await store.close()
    await drop()
  })
})
