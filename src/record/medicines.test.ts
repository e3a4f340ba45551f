import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import type { PersonId } from './field.ts'
import { type Medicines, medicinesOn } from './medicines.ts'
import { picture } from './picture.ts'
import { readEntry } from './read-entry.ts'

type Line = Readonly<Record<string, unknown>>

const read = (line: Line) => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}

const child = { kind: 'person', person: 'bea', born: '2021-03-08', subject: 'yes' }
const told = (on: string, by: string, dose: string, more: Line = {}): Line => ({
  ...{ kind: 'instruction', on, by, medicine: 'Hydrocortisone', dose, ...more },
})
const stopped = (on: string, by: string): Line => ({ kind: 'medicine-stopped', on, by, medicine: 'Hydrocortisone' })
const list = (on: string, instructions?: string, more: Line = {}): Line => ({
  ...{ kind: 'medicines-agreed', on, by: 'hospital/royal', signedBy: 'lead-paediatrician', version: '2' },
  ...(instructions === undefined ? {} : { instructions }),
  ...more,
})

const lookOn = (day: string, ...lines: readonly Line[]): Medicines =>
  medicinesOn(picture([child, ...lines].map(read)), 'bea' as PersonId, getDay(day))
const look = (...lines: readonly Line[]): Medicines => lookOn('2026-06-01', ...lines)
const one = (...lines: readonly Line[]) => {
  const [medicine] = look(...lines).medicines
  assert.ok(medicine !== undefined)
  return medicine
}
const wordsOf = (...lines: readonly Line[]) => one(...lines).standing.map(said => said.words)

const royal = told('2026-01-05', 'hospital/royal', '2.5 mg three times a day', { id: 'royal-1' })
const north = told('2026-02-05', 'hospital/northfield', '5 mg three times a day', { id: 'north-1' })

describe('what was said of a medicine', () => {
  it('stands side by side, in the words of each, until somebody settles it', () => {
    const both = one(royal, north)
    assert.deepEqual(
      both.standing.map(said => [said.entry.by, said.words]),
      [
        ['hospital/northfield', '5 mg three times a day'],
        ['hospital/royal', '2.5 mg three times a day'],
      ],
    )
    assert.deepEqual([both.notTheSameWords, both.isOpen], [true, true])
    const settled = { kind: 'instruction-settled', on: '2026-02-06', by: 'hospital/royal', medicine: 'hydrocortisone' }
    const after = one(royal, north, { ...settled, dose: '2.5 mg three times a day' })
    assert.deepEqual(
      after.standing.map(said => said.words),
      ['2.5 mg three times a day'],
    )
    assert.deepEqual(
      after.earlier.map(said => [said.words, said.fate, said.by?.kind]),
      [
        ['5 mg three times a day', 'settled', 'instruction-settled'],
        ['2.5 mg three times a day', 'settled', 'instruction-settled'],
      ],
    )
    assert.equal(after.isOpen, false)
  })

  it('is in question again when it was written after it was settled, though it bears the same day', () => {
    const settled = {
      kind: 'instruction-settled',
      on: '2026-02-06',
      by: 'hospital/royal',
      medicine: 'Hydrocortisone',
      dose: '2.5 mg three times a day',
    }
    const at = (line: Line, time: string) => ({ ...line, on: '2026-02-06', written: `2026-02-06 ${time}` })
    assert.equal(one(royal, at(north, '09:00'), at(settled, '11:00')).isOpen, false)
    assert.equal(one(royal, at(settled, '11:00'), at(north, '16:00')).isOpen, true)
  })

  it('is replaced by what the same prescriber says later, and by nobody else’s', () => {
    const later = told('2026-03-05', 'hospital/royal', '3 mg three times a day')
    const both = one(royal, north, later)
    assert.deepEqual(
      both.standing.map(said => said.words),
      ['3 mg three times a day', '5 mg three times a day'],
    )
    assert.deepEqual(
      both.earlier.map(said => [said.words, said.fate]),
      [['2.5 mg three times a day', 'replaced']],
    )
  })

  it('is compared by its words alone: other words for one amount are not the same', () => {
    const half = (dose: string) => one(royal, told('2026-02-05', 'gp', dose)).notTheSameWords
    assert.equal(half('2.5MG three times  a day'), false)
    assert.equal(half('2.5 mg 3 times a day'), true)
    assert.equal(half('0.25 ml of 10 mg/ml three times a day'), true)
    assert.equal(
      one(told('2026-01-05', 'gp', '1 1/2 tablets'), told('2026-01-06', 'hospital', '11/2 tablets')).isOpen,
      true,
    )
    const ways = [told('2026-01-05', 'gp', '5 mg', { route: 'by mouth' }), told('2026-01-06', 'hospital', '5 mg')]
    assert.equal(one(...ways).notTheSameWords, false)
    assert.equal(
      one(...ways, told('2026-01-07', 'hospital', '5 mg', { route: 'into the muscle' })).notTheSameWords,
      true,
    )
  })

  it('stays beside what a later list says that names no lines, when another departs from it', () => {
    assert.deepEqual(wordsOf(royal, list('2026-01-06'), north), ['5 mg three times a day', '2.5 mg three times a day'])
    assert.equal(one(royal, list('2026-01-06'), north).isOpen, true)
    assert.deepEqual(wordsOf(royal, north, list('2026-02-06')), [])
  })

  it('may be to stop it: beside a dose of somebody else that is two words, and alone the end of it', () => {
    assert.equal(one(royal, stopped('2026-03-05', 'hospital/royal')).isStopped, true)
    const both = one(royal, north, stopped('2026-03-05', 'hospital/royal'))
    assert.deepEqual([both.isStopped, both.isOpen], [false, true])
    assert.deepEqual(
      both.standing.map(said => said.words),
      ['stop', '5 mg three times a day'],
    )
  })

  it('is over after its last day, and then at odds with nobody', () => {
    const short = told('2026-01-05', 'gp', '5 ml', { until: '2026-01-10' })
    assert.deepEqual([lookOn('2026-01-10', short).medicines[0]?.standing.length, one(short).standing.length], [1, 0])
    assert.equal(one(short).earlier[0]?.fate, 'over')
    assert.equal(one(short, north).isOpen, false)
  })

  it('is no prescriber’s when the family says it, and stands beside theirs', () => {
    const both = one(royal, told('2026-02-05', 'family', 'half a tablet'))
    assert.deepEqual([both.standing.length, both.family.length, both.isOpen], [1, 1, false])
  })

  it('names others that begin alike and puts nothing together', () => {
    const { medicines } = look(royal, told('2026-02-05', 'gp', '5 mg', { medicine: 'Hydrocortisone tablets' }))
    assert.deepEqual(
      medicines.map(medicine => medicine.alike),
      [['Hydrocortisone tablets'], ['Hydrocortisone']],
    )
  })

  it('is in question while a parent’s question about it is', () => {
    const asks = {
      kind: 'question-asked',
      on: '2026-02-05',
      by: 'hospital/royal',
      question: 'q',
      medicine: 'hydrocortisone',
    }
    assert.equal(one(royal, asks).questions.length, 1)
    assert.equal(one(royal, { ...asks, medicine: 'Insulin' }).isOpen, false)
    const answer = { kind: 'question-answered', on: '2026-02-06', by: 'hospital/royal', question: 'q' }
    assert.equal(one(royal, asks, answer).isOpen, false)
  })

  it('has by it that it was not collected, and who says that two differ', () => {
    const missed = { kind: 'medicine-not-collected', on: '2026-02-05', by: 'gp', medicine: 'hydrocortisone' }
    const conflict = {
      kind: 'instruction-conflict',
      on: '2026-02-05',
      by: 'health-visiting',
      medicine: 'Hydrocortisone',
    }
    const both = one(royal, missed, conflict)
    assert.deepEqual([both.notCollected.length, both.conflict?.by, both.isOpen], [1, 'health-visiting', true])
  })
})

describe('the signed list', () => {
  it('settles what stands on it, in its very words, and nothing else', () => {
    const after = one(royal, north, list('2026-02-06', 'north-1'))
    assert.deepEqual(
      after.standing.map(said => said.words),
      ['5 mg three times a day'],
    )
    assert.equal(after.isOpen, false)
    const insulin = [
      told('2026-01-05', 'gp', '4 units', { medicine: 'Insulin' }),
      told('2026-01-06', 'hospital/royal', '6 units', { medicine: 'Insulin' }),
    ]
    const { medicines, agreed, isOpen } = look(royal, north, ...insulin, list('2026-02-06', 'north-1'))
    assert.deepEqual(
      medicines.map(medicine => medicine.isOpen),
      [false, true],
    )
    assert.equal(isOpen, true)
    assert.deepEqual(
      agreed?.lines?.map(line => [line.medicine, line.dose]),
      [['Hydrocortisone', '5 mg three times a day']],
    )
    assert.deepEqual([agreed?.version, agreed?.signedBy, agreed?.notShown], ['2', 'lead-paediatrician', 0])
  })

  it('settles nothing that was said on its day and perhaps after it, unless that was looked at', () => {
    const sameDay = { ...north, on: '2026-02-06' }
    const signed = list('2026-02-06', 'royal-1')
    const both = one(royal, sameDay, signed)
    assert.deepEqual([both.standing.length, both.isOpen], [2, true])
    assert.equal(one(royal, sameDay, { ...signed, instead: 'north-1' }).isOpen, false)
    const clock = (line: Line, time: string) => ({ ...line, on: `2026-02-06 ${time}` })
    assert.equal(one(royal, clock(north, '10:00'), clock(signed, '14:05')).isOpen, false)
    assert.equal(one(royal, clock(north, '16:00'), clock(signed, '14:05')).isOpen, true)
    const written = (line: Line, time: string) => ({ ...line, on: '2026-02-06', written: `2026-02-06 ${time}` })
    assert.equal(one(royal, written(north, '10:00'), written(signed, '14:05')).isOpen, false)
    assert.equal(one(royal, written(north, '16:00'), clock(signed, '14:05')).isOpen, true)
    assert.equal(one(royal, sameDay, { ...sameDay, id: 'north-2', dose: royal['dose'] }, signed).isOpen, false)
  })

  it('settles nothing while its own lines differ', () => {
    assert.equal(one(royal, north, list('2026-02-06', 'north-1; royal-1')).isOpen, true)
  })

  it('says how many of its lines are not shown', () => {
    assert.equal(look(royal, list('2026-02-06', 'royal-1; hidden')).agreed?.notShown, 1)
  })

  it('is no longer what stands when a prescriber says something else, or a line is corrected', () => {
    const signed = [royal, list('2026-02-06', 'royal-1')]
    const later = told('2026-03-05', 'hospital/royal', '3 mg three times a day')
    assert.deepEqual([one(...signed).notAsListed, one(...signed).isOpen], [false, false])
    assert.deepEqual([one(...signed, later).notAsListed, one(...signed, later).isOpen], [true, true])
    assert.equal(look(...signed, later).agreed?.since.length, 1)
    const corrected = { ...royal, id: 'royal-2', corrects: 'royal-1', dose: '25 mg', written: '2026-02-10' }
    assert.equal(one(...signed, corrected).notAsListed, true)
  })

  it('has who holds it, and the lists before it', () => {
    const has = list('2026-02-06', 'royal-1', { id: 'list-2', to: 'gp; family' })
    const toldSchool = { kind: 'told', on: '2026-02-07', by: 'hospital/royal', of: 'list-2', to: 'school' }
    const { agreed } = look(royal, list('2026-01-06', undefined, { version: '1' }), has, toldSchool)
    assert.deepEqual([agreed?.to, agreed?.receipts.length], [['gp', 'family'], 1])
    assert.deepEqual(
      agreed?.older.map(older => older.version),
      ['1'],
    )
  })
})

describe('an allergy', () => {
  const allergy = (on: string, more: Line): Line => ({ kind: 'allergy', on, by: 'hospital/royal', ...more })

  it('stands by its last word, and is never hidden by somebody who knows of none', () => {
    const states = (...lines: readonly Line[]) => look(...lines).allergies.map(one => one.substance ?? one.state)
    const penicillin = allergy('2026-01-05', { substance: 'Penicillin' })
    const none = allergy('2026-02-05', { state: 'none-known' })
    assert.deepEqual(states(none), ['none-known'])
    assert.deepEqual(states(penicillin, none), ['Penicillin'])
    assert.deepEqual(states(penicillin, allergy('2026-03-05', { substance: 'penicillin', state: 'ruled-out' })), [])
  })
})
