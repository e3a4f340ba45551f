import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { familyLeads, leadsOrManages } from './family-lead.ts'
import type { Line } from './given.ts'
import { givenStaff, kinTo, works } from './given-staff.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', nhs: '9990000018' }
const at = { on: '2019-01-07', by: 'social-care/rowan' }
const holds = { kind: 'worker-starts', ...at, role: 'social-worker', practitioner: 'Hannah Boyle' }
const visits = {
  kind: 'worker-starts',
  on: '2019-01-07',
  by: 'health-visiting',
  role: 'health-visitor',
  practitioner: 'Ruth Adeyemi',
}
const named = {
  kind: 'lead-named',
  on: '2019-02-04',
  by: 'health-visiting',
  lead: 'lead-practitioner',
  practitioner: 'Ruth Adeyemi',
}
const accepted = { ...named, kind: 'lead-accepted', on: '2019-02-05', practitioner: undefined }
const declined = { ...accepted, kind: 'lead-declined' }

const hannah = works('Hannah Boyle', 'social-care/rowan social-worker')
const ruth = works('Ruth Adeyemi', 'health-visiting health-visitor')
const siobhan = works('Siobhan Keane', 'social-care/rowan team-manager')
const marcus = works('Marcus Bell', 'social-care/alder team-manager')
const judith = works('Judith Bose', 'social-care service-manager')
const nurse = works('Colette Amoako', 'health-visiting named-nurse')
const everyone = [hannah, ruth, siobhan, marcus, judith, nurse]

const asked = (on: string, ...family: readonly Line[]) =>
  givenStaff(everyone)
    .with(...[maya, ...family].map(line => JSON.parse(JSON.stringify(line))))
    .on(on).asked

describe('a family’s lead', () => {
  it('is the lead practitioner who accepted', () => {
    assert.deepEqual(familyLeads(asked('2019-02-06', holds, visits, named, accepted)), ['Ruth Adeyemi'])
  })

  it('is the social worker by name while nobody has accepted, and after a refusal', () => {
    assert.deepEqual(familyLeads(asked('2019-02-04', holds, visits, named)), ['Hannah Boyle'])
    assert.deepEqual(familyLeads(asked('2019-02-04', holds, visits, named, accepted)), ['Hannah Boyle'])
    assert.deepEqual(familyLeads(asked('2019-02-06', holds, visits, named, declined)), ['Hannah Boyle'])
  })

  it('is nobody where neither is known', () => {
    assert.deepEqual(familyLeads(asked('2019-02-06', visits)), [])
    const left = { ...holds, kind: 'worker-leaves', on: '2019-03-01' }
    assert.deepEqual(familyLeads(asked('2019-03-02', holds, left)), [])
  })

  it('is nobody in whose family the child is', () => {
    const kin = givenStaff([kinTo(hannah, { nhs: '9990000018' }), siobhan])
    assert.deepEqual(familyLeads(kin.with(maya, holds).on('2019-02-06').asked), [])
  })
})

describe('who may know who has opened a record', () => {
  it('is whoever leads, and the managers of those who work with the family', () => {
    const may = leadsOrManages(asked('2019-02-06', holds, visits, named, accepted))
    assert.deepEqual([...may].sort(), ['Judith Bose', 'Ruth Adeyemi', 'Siobhan Keane'])
  })

  it('is nobody else of the network: neither a visitor who does not lead, nor a named nurse, nor another team', () => {
    assert.deepEqual([...leadsOrManages(asked('2019-02-06', holds, visits))].sort(), [
      'Hannah Boyle',
      'Judith Bose',
      'Siobhan Keane',
    ])
  })
})
