import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'pip', born: '2017-03-01', subject: 'yes' }
const asthma: Line = { kind: 'diagnosis', on: '2023-03-06', by: 'gp', condition: 'Asthma', longTerm: 'yes' }
const plan: Line = { kind: 'plan-started', on: '2024-01-08', by: 'social-care', type: 'child-in-need' }
const brought = (on: string, rest: Line = {}): Line => ({
  ...{ kind: 'urgent-attendance', on, by: 'hospital/royal', condition: 'asthma', outcome: 'sent-home' },
  ...rest,
})
const review = (on: string, rest: Line = {}): Line => ({ kind: 'illness-reviewed', on, by: 'gp', ...rest })

describe('a child with a plan who is brought to urgent care', () => {
  it('is told of to the lead practitioner by the next working day', () => {
    given(child, plan, brought('2024-06-03')).due('urgent-attendance-told', '2024-06-04')
    const told = { kind: 'told', on: '2024-06-04', by: 'hospital/royal', of: 'u1', to: 'social-care' }
    given(child, plan, brought('2024-06-03', { id: 'u1' }), told)
      .on('2024-06-04')
      .kept('urgent-attendance-told')
    const late = { ...told, on: '2024-06-10' }
    given(child, plan, brought('2024-06-03', { id: 'u1' }), late)
      .on('2024-06-10')
      .keptLate('urgent-attendance-told')
  })

  it('is nobody else’s business without a plan', () => {
    given(child, brought('2024-06-03')).silent('urgent-attendance-told')
    given(child, plan, brought('2024-01-02')).silent('urgent-attendance-told')
  })
})

describe('an attack of an illness that can kill', () => {
  it('is followed within two working days by somebody who sees the child', () => {
    given(child, asthma, brought('2024-06-03')).due('seen-after-emergency', '2024-06-05')
    const seen = { kind: 'contact', on: '2024-06-05', by: 'gp', way: 'clinic', seen: 'pip' }
    given(child, asthma, brought('2024-06-03'), seen).on('2024-06-05').kept('seen-after-emergency')
    given(child, asthma, brought('2024-06-03'), { ...seen, on: '2024-06-20' })
      .on('2024-06-20')
      .keptLate('seen-after-emergency')
    given(child, brought('2024-06-03'), review('2024-06-04')).on('2024-06-04').kept('seen-after-emergency')
  })

  it('is asked anew at the next attack, which is no visit after the first', () => {
    given(child, brought('2024-06-03'), brought('2024-07-01')).due('seen-after-emergency', '2024-06-05', '2024-07-03')
    given(child, brought('2024-06-03'), brought('2024-07-01')).on('2024-06-30').late('seen-after-emergency')
    given(child, brought('2024-06-03'), brought('2024-07-01')).on('2024-07-01').noLongerOwes('seen-after-emergency')
  })

  it('counts from going home, after a night on the ward', () => {
    const ward = { kind: 'admission', on: '2024-06-03', by: 'hospital/royal', condition: 'asthma', emergency: 'yes' }
    const home = { kind: 'discharge', on: '2024-06-06', by: 'hospital/royal' }
    given(child, ward, home).due('seen-after-emergency', '2024-06-10')
  })

  it('is not every visit to urgent care', () => {
    given(child, brought('2024-06-03', { condition: 'a cut knee' })).silent('seen-after-emergency')
    given(child, asthma, brought('2024-06-03', { condition: 'a cut knee' })).silent('seen-after-emergency')
  })
})

describe('a long-term illness', () => {
  const attack = brought('2023-11-06')

  it('is reviewed within twelve months where the child was brought to urgent care', () => {
    given(child, asthma, attack).due('illness-reviewed', '2024-03-06')
    given(child, asthma, attack, review('2024-02-05')).on('2024-03-06').kept('illness-reviewed')
    given(child, asthma, attack, review('2024-05-06')).on('2024-05-06').keptLate('illness-reviewed')
  })

  it('is reviewed on the day that the last review named', () => {
    given(child, asthma, review('2024-02-05', { next: '2024-08-05' })).due('illness-reviewed', '2024-08-05')
  })

  it('is reviewed at a clinic that looks at it', () => {
    const clinic = { kind: 'attended', on: '2024-02-05', by: 'hospital/royal', clinic: 'asthma clinic' }
    given(child, asthma, attack, clinic).on('2024-03-06').kept('illness-reviewed')
    given(child, asthma, attack, { ...clinic, clinic: 'eye clinic' })
      .on('2024-03-07')
      .late('illness-reviewed')
  })

  it('is not every diagnosis, and not a record that merely says nothing', () => {
    given(child, asthma).silent('illness-reviewed')
    given(child, { ...asthma, condition: 'Chickenpox', longTerm: 'no' }, attack).silent('illness-reviewed')
    given(child, { kind: 'diagnosis', on: '2023-03-06', by: 'gp', condition: 'Tonsillitis' }, attack).silent(
      'illness-reviewed',
    )
  })
})

describe('a child who is often brought to urgent care', () => {
  const three = [brought('2024-01-15'), brought('2024-04-15'), brought('2024-06-03')]

  it('has the illness reviewed: coming often is no review', () => {
    given(child, asthma, ...three).due('illness-reviewed-after-urgent-care', '2024-06-17')
    given(child, asthma, ...three, review('2024-06-14'))
      .on('2024-06-14')
      .kept('illness-reviewed-after-urgent-care')
    given(child, asthma, ...three, review('2024-07-14'))
      .on('2024-07-14')
      .keptLate('illness-reviewed-after-urgent-care')
  })

  it('is asked nothing when it was reviewed between, has no such illness, or came three times in two years', () => {
    given(child, asthma, ...three, review('2024-05-13')).silent('illness-reviewed-after-urgent-care')
    given(child, ...three).silent('illness-reviewed-after-urgent-care')
    given(child, asthma, brought('2023-04-15'), ...three.slice(1)).silent('illness-reviewed-after-urgent-care')
  })
})
