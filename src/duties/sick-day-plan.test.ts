import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'pip', born: '2020-03-01', subject: 'yes' }
const diagnosis: Line = { kind: 'diagnosis', on: '2024-06-03', by: 'hospital/royal', complex: 'yes' }
const home: Line = { kind: 'discharge', on: '2024-06-03', by: 'hospital/royal', complex: 'yes' }
const plan = (on: string, rest: Line = {}): Line => ({
  ...{ kind: 'sick-day-plan', on, by: 'hospital/royal', steps: 'Ring the ward' },
  ...rest,
})

describe('a plan for when the child is ill', () => {
  it('is there before the child goes home with complex needs', () => {
    given(child, home).due('sick-day-plan-agreed', '2024-06-03')
    given(child, home).on('2024-06-04').late('sick-day-plan-agreed')
    given(child, plan('2024-05-31'), home).on('2024-06-03').kept('sick-day-plan-agreed')
    given(child, home, plan('2024-06-10')).on('2024-06-10').keptLate('sick-day-plan-agreed')
    const met = { kind: 'meeting-held', on: '2024-05-30', by: 'hospital/royal', type: 'discharge' }
    given(child, met, home).on('2024-06-03').kept('sick-day-plan-agreed')
    given(child, { ...met, type: 'other' }, home)
      .on('2024-06-04')
      .late('sick-day-plan-agreed')
  })

  it('is there ten working days after a diagnosis at home', () => {
    given(child, diagnosis).due('sick-day-plan-agreed', '2024-06-17')
    given(child, diagnosis, plan('2024-06-10')).on('2024-06-10').kept('sick-day-plan-agreed')
  })

  it('is none while the parent cannot say it back', () => {
    given(child, diagnosis, plan('2024-06-10', { understood: 'no' }))
      .on('2024-06-18')
      .late('sick-day-plan-agreed')
  })

  it('is one from the day on which the parent could say it back, and not from an earlier talk or one that showed the contrary', () => {
    const talk = (on: string, understood: string) => ({
      kind: 'sick-day-plan-said-back',
      on,
      by: 'health-visiting',
      understood,
    })
    const unclear = plan('2024-06-10', { understood: 'no' })
    given(child, diagnosis, unclear, talk('2024-06-12', 'yes')).on('2024-06-12').kept('sick-day-plan-agreed')
    given(child, diagnosis, unclear, talk('2024-06-20', 'yes')).on('2024-06-20').keptLate('sick-day-plan-agreed')
    given(child, diagnosis, unclear, talk('2024-06-12', 'no')).on('2024-06-18').late('sick-day-plan-agreed')
    given(child, diagnosis, talk('2024-06-08', 'yes'), unclear).on('2024-06-18').late('sick-day-plan-agreed')
  })

  it('is asked for in no child without complex needs', () => {
    given(child, { ...home, complex: 'no' }).silent('sick-day-plan-agreed')
    given(child, plan('2024-06-10')).silent('sick-day-plan-renewed')
  })

  it('is agreed anew after six months, or after a stay that nobody had planned', () => {
    given(child, diagnosis, plan('2024-06-10')).due('sick-day-plan-renewed', '2024-12-10')
    given(child, diagnosis, plan('2024-06-10'), plan('2024-12-09')).on('2024-12-09').kept('sick-day-plan-renewed')
    given(child, diagnosis, plan('2024-06-10'), plan('2025-01-09')).on('2025-01-09').keptLate('sick-day-plan-renewed')
    const clinic = { kind: 'attended', on: '2024-11-18', by: 'hospital/royal' }
    given(child, diagnosis, plan('2024-06-10'), clinic).on('2024-12-10').kept('sick-day-plan-renewed')
    given(child, diagnosis, plan('2024-06-10'), { ...clinic, on: '2024-06-18' })
      .on('2024-12-11')
      .late('sick-day-plan-renewed')
    const stay = { kind: 'admission', on: '2024-08-05', by: 'hospital/royal', emergency: 'yes' }
    const back = { kind: 'discharge', on: '2024-08-09', by: 'hospital/royal' }
    given(child, diagnosis, plan('2024-06-10'), stay, back).due('sick-day-plan-renewed', '2024-08-23')
  })
})
