import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'pip', born: '2021-03-01', subject: 'yes' }
const off: Line = { kind: 'registration-ended', on: '2024-06-03', by: 'gp/elm', reason: 'Letters came back' }

describe('a child who was taken off a list', () => {
  it('is asked after: who has the child now?', () => {
    given(child, off).due('dropped-from-list', '2024-06-10')
    given(child, off).on('2024-06-11').late('dropped-from-list')
    const on = { kind: 'registered', on: '2024-06-07', by: 'gp/oak' }
    given(child, off, on).on('2024-06-07').kept('dropped-from-list')
    given(child, off, { ...on, on: '2024-07-07' })
      .on('2024-07-08')
      .keptLate('dropped-from-list')
  })

  it('is found again by any other practice that sees the child, not by another list', () => {
    given(child, off, { kind: 'contact', on: '2024-06-05', by: 'gp/oak' }).on('2024-06-05').kept('dropped-from-list')
    given(child, off, { kind: 'registered', on: '2024-06-05', by: 'school/oak' })
      .on('2024-06-11')
      .late('dropped-from-list')
  })

  it('is found by a practice that hands over, not by a social worker who does', () => {
    const handed = { kind: 'handover', on: '2024-06-05', by: 'gp/elm' }
    given(child, off, handed).on('2024-06-05').kept('dropped-from-list')
    given(child, off, { ...handed, by: 'social-care' })
      .on('2024-06-11')
      .late('dropped-from-list')
  })

  it('is asked after no more where the entry says who has the child, or where it was an adult', () => {
    given(child, { ...off, to: 'Oak practice' }).silent('dropped-from-list')
    given(child, { ...off, person: 'tess' }).silent('dropped-from-list')
  })
})
