import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'wyn', as: 'child', born: '2016-06-06' }
const talk = {
  kind: 'strategy-discussion',
  on: '2024-03-04',
  by: 'social-care',
  section47: 'yes',
  present: 'social-care; police; hospital',
  outcome: 'section-47',
}
const seen = { kind: 'contact', on: '2024-03-06', by: 'social-care', way: 'visit', seen: 'wyn' }

describe('a child in a section 47 enquiry', () => {
  it('is seen alone within ten working days', () => {
    given(child, talk).due('child-seen-alone', '2024-03-18')
    given(child, talk, seen).on('2024-03-19').late('child-seen-alone')
    given(child, talk, { ...seen, alone: 'yes' })
      .on('2024-03-06')
      .kept('child-seen-alone')
    const words = { kind: 'child-voice', on: '2024-03-07', by: 'school/hill', text: 'I do not like it there.' }
    given(child, talk, words).on('2024-03-07').kept('child-seen-alone')
  })

  it('is not asked while too small to say, and nothing is asked without an enquiry', () => {
    given({ ...child, born: '2021-06-06' }, talk).silent('child-seen-alone')
    given(child, seen).silent('child-seen-alone')
  })
})
