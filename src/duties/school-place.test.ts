import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const kit: Line = { kind: 'person', person: 'kit', born: '2011-03-01', subject: 'yes' }
const first: Line = { kind: 'registered', on: '2022-09-05', by: 'school/hill', with: 'school' }
const excluded: Line = { kind: 'withdrawal', on: '2024-06-03', by: 'school/hill', why: 'excluded' }
const enrolled: Line = { kind: 'registered', on: '2024-06-10', by: 'school/centre', with: 'school' }

describe('a child who has left a school', () => {
  it('has education again from the sixth day after an exclusion', () => {
    given(kit, first, excluded).due('school-place-found', '2024-06-11')
    given(kit, first, excluded, enrolled).on('2024-06-10').kept('school-place-found')
    given(kit, first, excluded, { ...enrolled, on: '2024-07-08' })
      .on('2024-07-08')
      .keptLate('school-place-found')
  })

  it('has one in ten working days otherwise, and any word of another school shows it', () => {
    const left = { ...excluded, why: 'unknown' }
    given(kit, left).due('school-place-found', '2024-06-17')
    given(kit, left, { kind: 'concern', on: '2024-06-14', by: 'school/park', text: 'Tired' })
      .on('2024-06-14')
      .kept('school-place-found')
    given(kit, left, { kind: 'concern', on: '2024-06-14', by: 'school/hill', text: 'Not seen since' })
      .on('2024-06-18')
      .late('school-place-found')
    given(kit, left, { ...left, on: '2024-06-12', next: 'Park school' })
      .on('2024-06-12')
      .kept('school-place-found')
  })

  it('has one after a move to another area, where the record has the school that was left', () => {
    const moved = { kind: 'moves-area', on: '2024-06-03', by: 'social-care', area: 'Eastshire' }
    given(kit, first, moved).due('school-place-found', '2024-06-17')
    given(kit, first, moved, enrolled).on('2024-06-10').kept('school-place-found')
    given(kit, moved).silent('school-place-found')
    given(kit, first, { ...moved, assessedOnly: 'yes' }).silent('school-place-found')
  })

  it('is not asked of home education, a known next school, a nursery, or at sixteen', () => {
    given(kit, { ...excluded, why: 'home-education' }).silent('school-place-found')
    given(kit, { ...excluded, why: 'moved', next: 'Park school' }).silent('school-place-found')
    given({ ...kit, born: '2020-10-01' }, { ...excluded, by: 'nursery/oak' }).silent('school-place-found')
    given({ ...kit, born: '2008-03-01' }, excluded).silent('school-place-found')
  })

  it('is owed no longer after a death', () => {
    given(kit, excluded, { kind: 'death', on: '2024-06-06', by: 'hospital/royal' })
      .on('2024-06-20')
      .silent('school-place-found')
  })
})
