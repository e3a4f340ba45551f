import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Appointment, Bundle, Patient } from '@medplum/fhirtypes'
import { Client } from 'fhir-kit-client'
import { readFhir } from '../../../intake/fhir/read-fhir.ts'
import type { PractitionerId } from '../../../people/practitioner.ts'
import { append } from '../../../store/append.ts'
import { tick } from '../../../store/tick.ts'
import { type TrialHoldfast, trialHoldfast } from '../trial.ts'
import { askTrial, recordOf } from '../trial-facts.ts'
import { dayFrom } from '../trial-thing.ts'
import {
  type Credentials,
  idsIn,
  type Listening,
  listening,
  makeSystem,
  outcome,
  plainly,
  resourcesIn,
  tokenFor,
} from './trial-system.ts'

let trial: TrialHoldfast
let at: Listening
let visitors: Credentials
let managers: Credentials
let strangers: Credentials
let token: string
let managersToken: string
before(async () => {
  trial = await trialHoldfast()
  at = await listening(trial.served)
  visitors = await makeSystem(trial, { agency: 'health-visiting', role: 'health-visitor' })
  managers = await makeSystem(trial, { agency: 'social-care', role: 'team-manager' })
  strangers = await makeSystem(trial, { agency: 'hospital/nowhere', role: 'consultant' })
  await tick(trial.store)
  token = await tokenFor(at.address, visitors)
  managersToken = await tokenFor(at.address, managers)
})
after(async () => {
  await at.close()
  await trial.end()
})

const clientWith = (bearerToken: string) => new Client({ baseUrl: `${at.address}/fhir`, bearerToken })

const ask = (path: string, more: RequestInit & { readonly as?: string } = {}): Promise<Response> => {
  const { as = token, headers, ...rest } = more
  return fetch(`${at.address}${path}`, { ...rest, headers: { authorization: `Bearer ${as}`, ...headers } })
}
const bundleOf = async (path: string, as = token): Promise<Bundle> => (await (await ask(path, { as })).json()) as Bundle
/** The NHS number of the child of the review. */
const numberOfChild = async (): Promise<string> => {
  const rows = await askTrial(
    trial,
    'select nhs from person where partnership = $1 and record = $2 and child and nhs is not null order by person',
    recordOf(trial, '01'),
  )
  return String(rows[0]?.['nhs'])
}

const childSought = async (as = token): Promise<Patient> => {
  const found = await bundleOf(`/fhir/Patient?identifier=${await numberOfChild()}`, as)
  const [patient] = resourcesIn(found)
  if (patient?.resourceType !== 'Patient') throw new Error('the child was not found')
  return patient
}

describe('what a system asks by FHIR', () => {
  it('is found by a client that nobody here wrote: a child by number, and all that is given out of her', async () => {
    const client = clientWith(token)
    const system = 'https://fhir.nhs.uk/Id/nhs-number'
    const found = (await client.search({
      resourceType: 'Patient',
      searchParams: { identifier: `${system}|${await numberOfChild()}` },
    })) as unknown as Bundle
    assert.equal(found.total, 1)
    const [patient] = resourcesIn(found)
    const read = await client.read({ resourceType: 'Patient', id: patient?.id ?? '' })
    assert.deepEqual(read, patient)
    const everything = (await client.operation({
      ...{ name: 'everything', resourceType: 'Patient', id: patient?.id ?? '', method: 'GET' },
      input: { _count: 500 },
    })) as unknown as Bundle
    const types = new Set(resourcesIn(everything).map(({ resourceType }) => resourceType))
    for (const type of ['Patient', 'Appointment', 'CareTeam', 'CarePlan', 'Task', 'MedicationStatement'] as const)
      assert.ok(types.has(type), type)
  })

  it('is found by name and day of birth, and by a form whose words stand in no address', async () => {
    const { name, birthDate, id } = await childSought()
    const words = { name: name?.[0]?.text?.split(' ')[0]?.toUpperCase() ?? '', birthdate: birthDate ?? '' }
    assert.deepEqual(idsIn(await bundleOf(`/fhir/Patient?${new URLSearchParams(words)}`)), [id])
    const byForm = await ask('/fhir/Patient/_search', { method: 'POST', body: new URLSearchParams(words) })
    const text = await byForm.text()
    assert.deepEqual(idsIn(JSON.parse(text)), [id])
    assert.doesNotMatch(text.slice(0, text.indexOf('"entry"')), new RegExp(words.birthdate, 'u'))
  })

  it('is narrowed by day, by status, by what is owed and by whom', async () => {
    const { id } = await childSought()
    const all = resourcesIn(await bundleOf(`/fhir/Appointment?patient=${id}&_count=500`)) as readonly Appointment[]
    const missed = await bundleOf(`/fhir/Appointment?patient=Patient/${id}&status=noshow,cancelled&_count=500`)
    const wanted = all.filter(({ status }) => status === 'noshow' || status === 'cancelled')
    assert.deepEqual(
      idsIn(missed),
      wanted.map(one => one.id),
    )
    assert.ok(wanted.length > 0 && wanted.length < all.length)
    const day = dayFrom(trial, 0)
    const counts = ['lt', 'ge'].map(
      async prefix => (await bundleOf(`/fhir/Appointment?patient=${id}&date=${prefix}${day}`)).total,
    )
    assert.equal(
      (await Promise.all(counts)).reduce((sum = 0, one = 0) => sum + one, 0),
      all.length,
    )
    const owed = await bundleOf('/fhir/Task?owner=health-visitor&status=requested&due=le2100&_count=500')
    assert.ok((owed.total ?? 0) > 0)
    for (const one of resourcesIn(owed)) assert.match(JSON.stringify(one), /"code":"health-visitor"/u)
  })

  it('comes page by page, each thing once and none left out, and nobody’s number stands in the link', async () => {
    const client = clientWith(token)
    const whole = idsIn(await bundleOf('/fhir/Task?status=requested&_count=500'))
    const paged: string[] = []
    let bundle: unknown = await client.search({
      resourceType: 'Task',
      searchParams: { status: 'requested', _count: 7 },
    })
    while (bundle !== undefined) {
      paged.push(...idsIn(bundle as Bundle))
      assert.equal((bundle as Bundle).total, whole.length)
      bundle = await client.nextPage({ bundle: bundle as never })
    }
    assert.ok(whole.length > 20)
    assert.deepEqual(paged, whole)
    const { id } = await childSought()
    const first = await bundleOf(`/fhir/Appointment?patient=${id}&_count=1`)
    const next = first.link?.find(({ relation }) => relation === 'next')?.url ?? ''
    assert.ok(!next.includes(String(id)) && next.includes('_page='))
    const path = next.slice(at.address.length)
    assert.equal(await outcome(await ask(path, { as: managersToken })), '410 expired')
    assert.equal(await outcome(await ask(path.replace('_page=', '_page=A'))), '410 expired')
    assert.equal(await outcome(await ask(path.replace('Appointment', 'Task'))), '410 expired')
  })

  it('is written in XML that says the same', async () => {
    const { id } = await childSought()
    const path = `/fhir/Patient/${id}/$everything?_count=500`
    const asXml = await ask(path, { headers: { accept: 'application/fhir+xml' } })
    assert.match(asXml.headers.get('content-type') ?? '', /^application\/fhir\+xml/u)
    const read = readFhir(new Uint8Array(await asXml.arrayBuffer()))
    const inJson = readFhir(new TextEncoder().encode(await (await ask(path)).text()))
    assert.equal(plainly(read), plainly(inJson))
    assert.equal((await ask(`/fhir/Patient/${id}?_format=xml`)).headers.get('content-type')?.includes('xml'), true)
  })

  it('is in the log of who opened what', async () => {
    const opened = async () =>
      (await askTrial(trial, `select count(*)::int as n from opening where partnership = $1 and page = 'fhir'`))[0]?.[
        'n'
      ]
    const before = Number(await opened())
    await bundleOf('/fhir/Task?_count=1')
    const { id } = await childSought()
    await ask(`/fhir/Patient/${id}`)
    assert.equal(await opened(), before + 3)
    await bundleOf('/fhir/Task?_summary=count')
    assert.equal(await opened(), before + 3)
  })
})

describe('what is refused', () => {
  it('is told in a resource, with the element that it is about', async () => {
    const { id } = await childSought()
    const said = async (path: string, more: RequestInit = {}) => outcome(await ask(path, more))
    assert.equal(await outcome(await fetch(`${at.address}/fhir/Task`)), '401 login')
    assert.equal(await said('/fhir/Task', { headers: { authorization: 'Basic x' } }), '401 login')
    assert.equal(await said('/fhir/Patient'), '400 required')
    assert.equal(await said('/fhir/Patient?name=Maya'), '400 required')
    assert.equal(await said(`/fhir/Patient?_id=${id}&gender=female`), '400 not-supported gender')
    assert.equal(await said(`/fhir/Appointment?patient=${id}&date=yesterday`), '400 value date')
    assert.equal(await said(`/fhir/Appointment?patient=${id}&_count=few`), '400 value _count')
    assert.equal(await said('/fhir/Task?_page=nothing'), '410 expired')
    assert.equal(await said(`/fhir/Patient/${id}`, { method: 'DELETE' }), '405 not-supported')
    assert.equal(await said('/fhir/Observation'), '404 not-found')
    assert.equal(await said(`/fhir/Patient/${id}/_history/1`), '404 not-found')
    assert.equal(await said(`/fhir/Patient/${id}`, { headers: { accept: 'text/html' } }), '406 not-supported')
    assert.equal(await said(`/fhir/Patient/${id}?_format=pdf`), '406 not-supported')
    const asJson = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
    assert.equal(await said('/fhir/Patient/_search', asJson), '415 structure')
  })

  it('is refused in the same words whether there is such a child or not', async () => {
    const { id } = await childSought()
    const as = await tokenFor(at.address, strangers)
    const none = `${'b'.repeat(10)}-${'0'.repeat(12)}`
    for (const path of [
      '/fhir/Patient/:id',
      '/fhir/Patient/:id/$everything',
      '/fhir/Task/:id',
      '/fhir/Patient?_id=:id',
      '/fhir/Appointment?patient=:id',
    ]) {
      const [held, other] = await Promise.all(
        [id, none].map(async one => (await ask(path.replace(':id', String(one)), { as })).text()),
      )
      assert.equal(held?.replaceAll(String(id), ''), other?.replaceAll(none, ''))
    }
    assert.equal((await bundleOf(`/fhir/Patient?identifier=${await numberOfChild()}`, as)).total, 0)
    for (const type of ['Task', 'Communication', 'Appointment?date=ge1900'])
      assert.equal((await bundleOf(`/fhir/${type}`, as)).total, 0, type)
  })
})

describe('what a system may not see', () => {
  it('stands nowhere: in no list, no count and no answer', async () => {
    const record = recordOf(trial, '01')
    const { id } = await childSought()
    const everything = (as: string) => bundleOf(`/fhir/Patient/${id}/$everything?_count=500`, as)
    const before = [await everything(token), await everything(managersToken)] as const
    const sight = ['social-worker', 'team-manager']
    const on = dayFrom(trial, -2)
    const lines = [
      {
        kind: 'appointment-booked',
        on,
        by: 'social-care',
        child: 'maya',
        clinic: 'A guarded clinic',
        when: dayFrom(trial, 9),
        sight,
      },
      { kind: 'instruction', on, by: 'hospital/royal', child: 'maya', medicine: 'Guardedol', dose: '1 mg', sight },
      {
        kind: 'question-asked',
        on,
        by: 'family',
        child: 'maya',
        question: 'q-guarded',
        to: 'health-visitor',
        text: 'Who?',
        sight,
      },
    ]
    const written = await append(trial.store, {
      ...{ partnership: trial.partnership, record, lines },
      writer: 'import' as PractitionerId,
    })
    assert.ok('number' in written)
    const [visitor, manager] = [await everything(token), await everything(managersToken)]
    assert.ok((manager.total ?? 0) >= (before[1].total ?? 0) + 2)
    assert.equal(visitor.total, before[0].total)
    assert.deepEqual(idsIn(visitor), idsIn(before[0]))
    for (const word of ['A guarded clinic', 'Guardedol']) assert.ok(JSON.stringify(manager).includes(word), word)
    assert.ok(!/guarded/iu.test(JSON.stringify(visitor)))
    for (const one of resourcesIn(manager).filter(({ id: own }) => !idsIn(visitor).includes(String(own))))
      assert.equal((await ask(`/fhir/${one.resourceType}/${one.id}`)).status, 404)
  })
})
