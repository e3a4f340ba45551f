import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p', type: 'child-in-need' }
const worker = (on: string, practitioner: string) => ({ kind: 'worker-starts', on, by: 'social-care', practitioner })
const two = [worker('2018-12-03', 'Hal Fenn'), worker('2019-02-04', 'Ida Moss')]

describe('workers who change', () => {
  it('are three in twelve months before anybody asks why', () => {
    given(maya, plan, ...two, worker('2019-05-06', 'Jon Lake')).due('continuity-reviewed', '2019-05-20')
    given(maya, plan, ...two).silent('continuity-reviewed')
    given(maya, plan, ...two, worker('2019-12-09', 'Jon Lake')).silent('continuity-reviewed')
    given(maya, plan, ...two, worker('2019-05-06', 'Ida Moss')).silent('continuity-reviewed')
    const reviewed = { kind: 'continuity-reviewed', on: '2019-05-14', by: 'social-care' }
    given(maya, plan, ...two, worker('2019-05-06', 'Jon Lake'), reviewed)
      .on('2019-05-14')
      .kept('continuity-reviewed')
  })

  it('are told to the family and the plan within two working days', () => {
    given(maya, plan, ...two).due('worker-change-told', '2019-02-06')
    given(maya, plan, ...two.slice(0, 1)).silent('worker-change-told')
    const came = { kind: 'contact', on: '2019-02-05', by: 'social-care', way: 'visit' }
    given(maya, plan, ...two, came)
      .on('2019-02-05')
      .kept('worker-change-told')
    given(maya, plan, ...two, { kind: 'handover', on: '2019-01-31', by: 'social-care' }).silent('worker-change-told')
  })
})

describe('a service that ends or pauses', () => {
  const left = { kind: 'worker-leaves', on: '2019-05-03', by: 'family-support' }

  it('tells the family and the plan, at latest the same day', () => {
    given(maya, plan, left).due('service-ending-told', '2019-05-03')
    given(maya, plan, { kind: 'service-ends', on: '2019-05-03', by: 'family-support' }).due(
      'service-ending-told',
      '2019-05-03',
    )
    given(maya, left).silent('service-ending-told')
    given(maya, plan, { ...left, by: 'health-visiting' }).silent('service-ending-told')
  })

  it('has told when somebody else of it came, a meeting was held, or word went out', () => {
    given(maya, plan, left, { kind: 'worker-starts', on: '2019-05-06', by: 'family-support', practitioner: 'Kit' })
      .on('2019-05-06')
      .keptLate('service-ending-told')
    const named = { ...left, id: 'left' }
    given(maya, plan, named, { kind: 'told', on: '2019-05-03', by: 'family-support', of: 'left', to: 'social-care' })
      .on('2019-05-03')
      .kept('service-ending-told')
    given(maya, plan, left, { kind: 'meeting-held', on: '2019-04-29', by: 'social-care' }).silent('service-ending-told')
  })
})

describe('the lead of a child with complex needs', () => {
  const complex = { kind: 'diagnosis', on: '2019-03-01', by: 'hospital/royal', complex: 'yes' }
  const named = { kind: 'lead-named', on: '2019-03-04', by: 'social-care', lead: 'lead-practitioner' }

  it('has the skills, or something is done about what is missing', () => {
    const skills = { kind: 'lead-skills', on: '2019-03-08', by: 'social-care', match: 'no' }
    const plan = { ...skills, on: '2019-03-12', plan: 'A day with the nurse' }
    given(maya, complex, named, skills).due('lead-skills-matched', '2019-03-15')
    given(maya, complex, named).silent('lead-skills-matched')
    given(maya, complex, named, { ...skills, match: 'yes' }).silent('lead-skills-matched')
    given(maya, complex, named, skills, plan).on('2019-03-12').kept('lead-skills-matched')
    given(maya, complex, named, skills, { ...named, on: '2019-03-18' })
      .on('2019-03-18')
      .keptLate('lead-skills-matched')
  })

  it('offers a parent under 25 somebody who goes along', () => {
    const leah = { kind: 'person', person: 'leah', as: 'adult', born: '2000-11-20' }
    const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
    given(maya, leah, mother, complex).due('navigator-offered', '2019-03-15')
    given(maya, { ...leah, born: '1990-01-01' }, mother, complex).silent('navigator-offered')
    const offered = { kind: 'help-offered', on: '2019-03-10', by: 'social-care', navigator: 'yes', answer: 'declined' }
    given(maya, leah, mother, complex, offered).on('2019-03-10').kept('navigator-offered')
  })
})
