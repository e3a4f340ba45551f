import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const first = {
  kind: 'instruction',
  on: '2018-12-14',
  by: 'hospital/st-brannocs',
  medicine: 'Hydrocortisone',
  dose: '2.5 mg three times a day',
}
const other = { ...first, on: '2019-03-04', by: 'hospital/northfield', dose: '5 mg three times a day' }
const conflict = { kind: 'instruction-conflict', on: '2019-03-04', by: 'health-visiting', medicine: 'hydrocortisone' }
const settled = {
  kind: 'instruction-settled',
  on: '2019-03-04',
  by: 'hospital/st-brannocs',
  medicine: 'Hydrocortisone',
}
const agreed = { kind: 'medicines-agreed', on: '2019-03-06', by: 'hospital/st-brannocs' }

describe('one list of medicines', () => {
  it('is owed two working days after a second agency speaks of one medicine, or a conflict is reported', () => {
    given(child, first, other).due('medicines-agreed', '2019-03-06')
    given(child, conflict).due('medicines-agreed', '2019-03-06')
  })

  it('ends with the list, and a later change asks for a new one', () => {
    given(child, first, other, agreed).on('2019-03-06').kept('medicines-agreed')
    const change = { ...first, on: '2019-04-01', dose: '3 mg three times a day' }
    given(child, first, other, agreed, change).due('medicines-agreed', '2019-03-06', '2019-04-03')
    given(child, first, other, change).due('medicines-agreed', '2019-03-06')
  })

  it('is asked for by any medicine of a second agency once the child has complex needs', () => {
    const antibiotic = { ...other, by: 'gp/elm-road', medicine: 'Amoxicillin', dose: '5 ml for five days' }
    given(child, first, antibiotic).silent('medicines-agreed')
    const diagnosis = { kind: 'diagnosis', on: '2018-12-14', by: 'hospital/northfield', complex: 'yes' }
    given(child, diagnosis, first, antibiotic).due('medicines-agreed', '2019-03-06')
    given(child, { ...diagnosis, on: '2019-03-05' }, first, antibiotic).silent('medicines-agreed')
    given(child, diagnosis, antibiotic).silent('medicines-agreed')
  })

  it('stays silent with one prescriber, and when an instruction is only said again', () => {
    given(child, first, { ...first, on: '2019-02-01', dose: '3 mg' }).silent('medicines-agreed')
    given(child, first, { ...other, by: 'hospital' }).silent('medicines-agreed')
    given(child, first, { ...other, by: 'family' }).silent('medicines-agreed')
    given(child, first, other, agreed, { ...other, on: '2019-04-01', dose: '5mg three times a day' }).due(
      'medicines-agreed',
      '2019-03-06',
    )
  })
})

describe('two instructions that differ', () => {
  it('may be a dose and a word to stop; one that ended by itself differs from nothing', () => {
    const stopped = {
      kind: 'medicine-stopped',
      on: '2019-03-04',
      by: 'hospital/northfield',
      medicine: 'Hydrocortisone',
    }
    given(child, first, stopped).due('instruction-settled', '2019-03-04')
    given(child, first, { ...stopped, by: 'hospital/st-brannocs' }).silent('instruction-settled')
    given(child, { ...first, until: '2019-01-01' }, other).silent('instruction-settled')
    given(child, { ...first, until: '2019-03-04' }, other).due('instruction-settled', '2019-03-04')
  })

  it('are settled by a signed list only for what stands on it', () => {
    const named = { ...first, id: 'first' }
    const list = { ...agreed, instructions: 'first' }
    given(child, named, other, list).on('2019-03-06').keptLate('instruction-settled')
    const insulin = { ...other, medicine: 'Insulin', on: '2019-03-04' }
    const more = { ...insulin, by: 'hospital/st-brannocs', dose: '4 units' }
    given(child, named, other, insulin, more, list).on('2019-03-06').late('instruction-settled', { thing: 'insulin' })
  })

  it('are settled the same day', () => {
    given(child, first, other).due('instruction-settled', '2019-03-04')
    given(child, first, other).on('2019-03-05').late('instruction-settled')
    given(child, conflict).due('instruction-settled', '2019-03-04')
    given(child, first, conflict, other).due('instruction-settled', '2019-03-04')
  })

  it('end with the word that settles them, with one list, or when the doses agree', () => {
    given(child, first, other, settled).on('2019-03-04').kept('instruction-settled')
    given(child, first, other, agreed).on('2019-03-06').keptLate('instruction-settled')
    given(child, first, other, { ...other, on: '2019-03-05', dose: '2.5MG three times a day' })
      .on('2019-03-05')
      .keptLate('instruction-settled')
    given(child, first, other, { ...settled, medicine: 'Iron' })
      .on('2019-03-05')
      .late('instruction-settled')
  })

  it('are a new conflict when somebody says the other dose again after it was settled', () => {
    const again = { ...other, on: '2019-03-11' }
    given(child, first, other, { ...settled, dose: first.dose }, again).due(
      'instruction-settled',
      '2019-03-04',
      '2019-03-11',
    )
    given(child, first, other, { ...settled, dose: first.dose }, { ...again, dose: first.dose }).due(
      'instruction-settled',
      '2019-03-04',
    )
  })

  it('are none for one agency that changes its own dose, for one dose in other letters, or for another medicine', () => {
    given(child, first, { ...first, on: '2019-02-01', dose: '3 mg' }).silent('instruction-settled')
    given(child, first, { ...other, dose: '2.5MG three times a day' }).silent('instruction-settled')
    given(child, first, { ...other, medicine: 'Iron' }).silent('instruction-settled')
  })
})
