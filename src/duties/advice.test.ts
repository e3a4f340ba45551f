import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'pip', born: '2020-03-01', subject: 'yes' }
const advice: Line = { kind: 'advice-given', on: '2024-06-03', by: 'hospital/royal', advice: 'a1', contrary: 'yes' }
const review: Line = { kind: 'advice-reviewed', on: '2024-06-03', by: 'hospital/royal', parentRung: 'yes' }
const belief: Line = { kind: 'medicine-belief', on: '2024-06-03', by: 'hospital/royal', medicine: 'Hydrocortisone' }

describe('advice that differs from the plan', () => {
  it('is reviewed by a senior the same day, and the parent rung back', () => {
    given(child, advice).due('contrary-advice-reviewed', '2024-06-03')
    given(child, advice, review).on('2024-06-03').kept('contrary-advice-reviewed')
    given(child, advice, { ...review, on: '2024-06-05' })
      .on('2024-06-05')
      .keptLate('contrary-advice-reviewed')
    given(child, advice, { ...review, parentRung: 'no' })
      .on('2024-06-04')
      .late('contrary-advice-reviewed')
    given(child, advice, { kind: 'instruction-settled', on: '2024-06-03', by: 'hospital/royal', medicine: 'x' })
      .on('2024-06-03')
      .kept('contrary-advice-reviewed')
  })

  it('is no concern while it agrees with the plan', () => {
    given(child, { ...advice, contrary: 'no' }).silent('contrary-advice-reviewed')
  })
})

describe('a belief that a medicine was not given', () => {
  it('is tested before it is said as a fact', () => {
    given(child, belief).due('medicine-belief-tested', '2024-06-10')
    given(child, belief, { ...belief, on: '2024-06-07', state: 'not-borne-out' })
      .on('2024-06-07')
      .kept('medicine-belief-tested')
    given(child, belief, { ...belief, on: '2024-06-20', evidence: 'level' })
      .on('2024-06-20')
      .keptLate('medicine-belief-tested')
  })

  it('is one question, however often it is said, and none when it came with its evidence', () => {
    given(child, belief, { ...belief, on: '2024-06-05' }).due('medicine-belief-tested', '2024-06-10')
    given(child, { ...belief, evidence: 'level; collection' }).silent('medicine-belief-tested')
  })
})
