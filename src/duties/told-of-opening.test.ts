import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Practitioner } from '../people/practitioner.ts'
import { givenStaff, kinTo, works } from './given-staff.ts'
import { toldOfOpening } from './told-of-opening.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', nhs: '9990000018' }
const holds = {
  kind: 'worker-starts',
  on: '2019-01-07',
  by: 'social-care/rowan',
  role: 'social-worker',
  practitioner: 'Hannah Boyle',
}

const opener = works('Wendell Ings', 'housing housing-officer')
const hannah = works('Hannah Boyle', 'social-care/rowan social-worker')
const jocasta = works('Jocasta Flint', 'housing safeguarding-lead')
const crispin = works('Crispin Yeo', 'partnership information-governance-lead')
const judith = works('Judith Bose', 'social-care safeguarding-lead')

const told = (staff: readonly Practitioner[], who: Practitioner = opener) =>
  toldOfOpening(givenStaff(staff).with(maya, holds).on('2019-02-06').asked, who).map(
    ({ practitioner, agency, role }) => practitioner ?? `${agency} ${role}`,
  )

describe('who is told that somebody opened a record without belonging', () => {
  it('is the safeguarding lead where the opener works, the information-governance lead, and the family’s lead', () => {
    assert.deepEqual(told([opener, hannah, jocasta, crispin, judith]), ['Jocasta Flint', 'Crispin Yeo', 'Hannah Boyle'])
  })

  it('is the lead of the whole service where the place has none, and never that of another place', () => {
    const alder = works('Kit Marsh', 'social-care/alder social-worker')
    const rowan = works('Rona Kay', 'social-care/rowan safeguarding-lead')
    assert.deepEqual(told([alder, rowan, judith, crispin], alder), ['Judith Bose', 'Crispin Yeo'])
  })

  it('knows a safeguarding lead by each title in use', () => {
    const gp = works('Dr Okafor', 'gp/elm-road gp')
    const lead = works('Dr Haddon', 'gp/elm-road practice-safeguarding-lead')
    assert.deepEqual(told([gp, lead, crispin], gp), ['Dr Haddon', 'Crispin Yeo'])
  })

  it('is the desk where nobody sits, so that it waits there', () => {
    assert.deepEqual(told([opener]), ['housing safeguarding-lead', 'partnership information-governance-lead'])
  })

  it('is never the opener, and each only once', () => {
    assert.deepEqual(told([jocasta, crispin], jocasta), ['housing safeguarding-lead', 'Crispin Yeo'])
    const both = works('Crispin Yeo', 'partnership information-governance-lead', 'housing safeguarding-lead')
    assert.deepEqual(told([opener, both, hannah]), ['Crispin Yeo', 'Hannah Boyle'])
  })

  it('is nobody in whose family the child is', () => {
    const kin = kinTo(jocasta, { nhs: '9990000018' })
    assert.deepEqual(told([opener, kin, crispin]), ['housing safeguarding-lead', 'Crispin Yeo'])
  })
})
