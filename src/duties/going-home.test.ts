import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'pip', born: '2024-03-01', subject: 'yes' }
const admitted: Line = { kind: 'admission', on: '2024-06-03', by: 'hospital/royal' }
const home: Line = { kind: 'discharge', on: '2024-06-07', by: 'hospital/royal', id: 'd1' }
const noted: Line = { kind: 'ward-observation', on: '2024-06-04', by: 'hospital/royal', about: 'visiting', id: 'w1' }
const met: Line = { kind: 'meeting-held', on: '2024-06-06', by: 'hospital/royal', type: 'discharge' }
const plan: Line = { kind: 'plan-started', on: '2024-05-01', by: 'social-care', type: 'child-protection' }

describe('going home when the ward is worried', () => {
  it('is talked about with social care before it', () => {
    given(child, admitted, noted, home).due('discharge-meeting-held', '2024-06-07')
    given(child, admitted, noted, met, home).on('2024-06-07').kept('discharge-meeting-held')
    given(child, admitted, noted, home, { ...met, on: '2024-06-12' })
      .on('2024-06-12')
      .keptLate('discharge-meeting-held')
    given(child, plan, admitted, home).due('discharge-meeting-held', '2024-06-07')
  })

  it('is talked about between the birth and going home, where no admission is written', () => {
    const robin: Line = { kind: 'pregnancy', on: '2024-01-08', by: 'midwifery', unborn: 'robin', mother: 'leah' }
    const before: Line = { kind: 'person', person: 'robin', subject: 'yes' }
    const born: Line = { kind: 'birth', on: '2024-06-03', by: 'hospital/royal', unborn: 'robin' }
    given(before, robin, plan, born, met, home).on('2024-06-06').kept('discharge-meeting-held')
    given(before, robin, plan, born, home).on('2024-06-08').late('discharge-meeting-held')
    given(before, robin, plan, born, { ...met, on: '2024-05-27' }, home)
      .on('2024-06-08')
      .late('discharge-meeting-held')
  })

  it('falls due five working days after the worry while the child stays', () => {
    given(child, admitted, noted).due('discharge-meeting-held', '2024-06-11')
  })

  it('needs no meeting otherwise: a stay of a child whom nobody worries about, or good news', () => {
    given(child, admitted, home).silent('discharge-meeting-held')
    given(child, admitted, { ...noted, worry: 'no' }, home).silent('discharge-meeting-held')
  })
})

describe('the discharge checklist', () => {
  const complex = { ...home, complex: 'yes' }

  it('is gone through before a child with complex needs goes home', () => {
    given(child, admitted, complex).due('discharge-checked', '2024-06-07')
    const checked = { kind: 'discharge-checked', on: '2024-06-07', by: 'hospital/royal' }
    given(child, admitted, checked, complex).on('2024-06-07').kept('discharge-checked')
    given(child, admitted, complex, { ...checked, on: '2024-06-10' })
      .on('2024-06-10')
      .keptLate('discharge-checked')
    given(child, admitted, met, complex).on('2024-06-07').kept('discharge-checked')
  })

  it('is not asked of every stay', () => {
    given(child, admitted, home).silent('discharge-checked')
  })
})

describe('the plan for after hospital', () => {
  const letter = { kind: 'letter-sent', on: '2024-06-10', by: 'hospital/royal', about: 'd1', to: 'gp; health-visiting' }

  it('reaches the GP and the health visitor in five working days', () => {
    given(child, plan, admitted, home).due('discharge-plan-received', '2024-06-14')
    given(child, plan, admitted, home, letter).on('2024-06-11').kept('discharge-plan-received')
    given(child, plan, admitted, home, { ...letter, on: '2024-06-20' })
      .on('2024-06-20')
      .keptLate('discharge-plan-received')
    given(child, plan, admitted, home, { ...letter, to: 'housing' })
      .on('2024-06-17')
      .late('discharge-plan-received')
  })

  it('is known to those who saw the family afterwards', () => {
    const gp = { kind: 'contact', on: '2024-06-10', by: 'gp' }
    given(child, plan, admitted, home, gp, { ...gp, by: 'health-visiting' })
      .on('2024-06-11')
      .kept('discharge-plan-received')
  })

  it('is not chased for a child with nothing open and no lasting illness', () => {
    given(child, admitted, home).silent('discharge-plan-received')
  })
})

describe('what the ward noted', () => {
  const told = { kind: 'told', on: '2024-06-05', by: 'hospital/royal', of: 'w1', to: 'health-visiting; social-care' }

  it('is told in two working days', () => {
    given(child, admitted, noted).due('ward-observation-shared', '2024-06-06')
    given(child, admitted, noted, told).on('2024-06-06').kept('ward-observation-shared')
    given(child, admitted, noted, { ...told, on: '2024-06-12' })
      .on('2024-06-12')
      .keptLate('ward-observation-shared')
    given(child, plan, admitted, noted, { ...told, to: 'health-visiting' })
      .on('2024-06-07')
      .late('ward-observation-shared')
  })

  it('is good news that nobody need pass on', () => {
    given(child, admitted, { ...noted, worry: 'no' }).silent('ward-observation-shared')
  })
})
