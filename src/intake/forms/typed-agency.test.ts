import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Role, roleInWords, roles } from '../../people/role.ts'
import { type Agency, agencyInWords, type Service, services } from '../../people/service.ts'
import { placeOf, typedAgency, typedAudience, typedRole } from './typed-agency.ts'

const agencies = ['hospital/royal', 'gp/elm-road', 'school/st-anne', 'social-care/westmoor', 'health-visiting']

describe('an agency as people type it', () => {
  it('is read back from the words in which a page names it', () => {
    for (const agency of [...Object.keys(services), ...agencies])
      assert.equal(typedAgency(agencyInWords(agency as Agency)), agency)
  })

  it('is read in other words for it too', () => {
    const typed: Readonly<Record<string, string>> = {
      'Children’s social care': 'social-care',
      'social care': 'social-care',
      CAMHS: 'mental-health',
      'the Royal Hospital': 'hospital/royal',
      'Elm Road GP': 'gp/elm-road',
      'hospital/Royal': 'hospital/royal',
    }
    for (const [text, agency] of Object.entries(typed)) assert.equal(typedAgency(text), agency, text)
  })

  it('comes back as it was typed where it names none, and is then said to be wrong', () => {
    for (const text of ['heath visiting', 'Dr Osei', 'Aunt Jo, the hospital']) assert.equal(typedAgency(text), text)
  })

  it('has a place or team of its own beside it, of no service when none was chosen', () => {
    assert.equal(placeOf('hospital', ' Royal '), 'hospital/Royal')
    assert.equal(placeOf('hospital/royal', 'St Anne'), 'hospital/St Anne')
    assert.equal(placeOf(undefined, 'Sunshine Club'), 'other/Sunshine Club')
  })
})

describe('a role as people type it', () => {
  it('is read back from the words in which a page names it', () => {
    for (const role of Object.keys(roles) as Role[]) assert.equal(typedRole(roleInWords(role)), role)
  })

  it('goes before an agency where either may be meant', () => {
    assert.equal(typedAudience('Health visitor'), 'health-visitor')
    assert.equal(typedAudience('health visiting'), 'health-visiting' satisfies Service)
    assert.equal(typedAudience('Leah'), 'Leah')
  })
})
