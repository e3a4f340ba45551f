import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { CapabilityStatement } from '@medplum/fhirtypes'
import { Client } from 'fhir-kit-client'
import { newPartnership } from '../../../store/records.ts'
import { openStore, type Store } from '../../../store/store.ts'
import { endSystem } from '../../../store/systems.ts'
import { type TrialStore, trialKey, trialStore } from '../../../store/trial.ts'
import { askToken, type Credentials, type Listening, listening, makeSystem, outcome, tokenFor } from './trial-system.ts'

let database: TrialStore
let trial: { readonly store: Store; readonly partnership: number }
let at: Listening
let visitors: Credentials
before(async () => {
  database = await trialStore()
  const store = openStore(database.connections, { sealingKey: trialKey })
  trial = { store, partnership: await newPartnership(store, 'Northmoor') }
  at = await listening({ store, address: '' })
  visitors = await makeSystem(trial, { agency: 'health-visiting', role: 'health-visitor' })
})
after(async () => {
  await at.close()
  await trial.store.close()
  await database.drop()
})

const ask = (path: string, { as }: { readonly as: string }): Promise<Response> =>
  fetch(`${at.address}${path}`, { headers: { authorization: `Bearer ${as}` } })

describe('a system that signs in', () => {
  const form = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${at.address}/oauth/token`, { method: 'POST', headers, body: new URLSearchParams(fields) })
  const errorOf = async (answer: Response) => `${answer.status} ${((await answer.json()) as { error: string }).error}`
  const own = ({ client, secret }: Credentials) => ({ client_id: client, client_secret: secret })
  const grant = { grant_type: 'client_credentials' }

  it('shows its secret in the header or in the form, and gets a token for a short while', async () => {
    for (const answer of [
      await askToken(at.address, visitors, { scope: 'system/*.read' }),
      await form({ ...grant, ...own(visitors) }),
    ]) {
      const { access_token, ...rest } = (await answer.json()) as Record<string, unknown>
      assert.deepEqual([answer.status, answer.headers.get('cache-control')], [200, 'no-store'])
      assert.deepEqual(rest, { token_type: 'Bearer', expires_in: 900, scope: 'system/*.rs' })
      assert.equal((await ask('/fhir/Task?_count=1', { as: String(access_token) })).status, 200)
    }
  })

  it('is refused in the words of OAuth', async () => {
    assert.equal(await errorOf(await form({ ...grant, ...own({ ...visitors, secret: 'x' }) })), '401 invalid_client')
    assert.equal(await errorOf(await form({ ...grant, client_id: 'x', client_secret: 'x' })), '401 invalid_client')
    assert.equal(await errorOf(await form(grant)), '401 invalid_client')
    assert.equal(await errorOf(await form({ ...own(visitors), grant_type: 'password' })), '400 unsupported_grant_type')
    assert.equal(await errorOf(await askToken(at.address, visitors, own(visitors))), '400 invalid_request')
    assert.equal(await errorOf(await askToken(at.address, visitors, { scope: 'patient/*.read' })), '400 invalid_scope')
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
    assert.equal(await errorOf(await fetch(`${at.address}/oauth/token`, json)), '400 invalid_request')
    assert.equal((await fetch(`${at.address}/oauth/token`)).status, 405)
  })

  it('waits when it is wrong too often, and then the right secret is not looked at', async () => {
    const tried = await makeSystem(trial, { agency: 'gp/elm-road', role: 'gp' })
    const wrong = { ...tried, secret: 'wrong' }
    for (let turn = 0; turn < 6; turn += 1) assert.equal((await askToken(at.address, wrong)).status, 401)
    const answer = await askToken(at.address, tried)
    assert.deepEqual([answer.status, answer.headers.has('retry-after')], [429, true])
  })

  it('is known no more once it has ended', async () => {
    const ended = await makeSystem(trial, { agency: 'gp/elm-road', role: 'gp' })
    const held = await tokenFor(at.address, ended)
    assert.equal((await ask('/fhir/Task', { as: held })).status, 200)
    await endSystem(trial.store, trial.partnership, ended.client)
    assert.equal(await outcome(await ask('/fhir/Task', { as: held })), '401 login')
    assert.equal((await askToken(at.address, ended)).status, 401)
  })

  it('finds where to sign in, and what is done here, without signing in', async () => {
    const open = new Client({ baseUrl: `${at.address}/fhir` })
    const metadata = (await open.capabilityStatement()) as unknown as CapabilityStatement
    assert.deepEqual([metadata.fhirVersion, metadata.rest?.[0]?.resource?.length], ['4.0.1', 8])
    const smart = (await (await fetch(`${at.address}/fhir/.well-known/smart-configuration`)).json()) as object
    assert.equal(new Map(Object.entries(smart)).get('token_endpoint'), `${at.address}/oauth/token`)
  })
})
