import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2015-06-06' }
const booked = (appointment: string, when: string, series = 'eyes') => ({
  kind: 'appointment-booked',
  on: '2019-01-02',
  by: 'hospital/royal',
  appointment,
  series,
  when,
})
const off = (appointment: string, on: string, more = {}) => ({
  kind: 'appointment-cancelled',
  on,
  by: 'hospital/royal',
  appointment,
  cancelledBy: 'family',
  ...more,
})
const moved = (appointment: string, on: string, to: string) => ({
  kind: 'appointment-moved',
  on,
  by: 'hospital/royal',
  appointment,
  to,
  movedBy: 'family',
})
const first = [booked('e1', '2019-02-05'), off('e1', '2019-02-04')]
const second = [booked('e2', '2019-03-05'), off('e2', '2019-03-05')]

describe('late changes of appointments by the family', () => {
  it('ask for a review of the notes after two in one series', () => {
    given(child, ...first, ...second).due('notes-reviewed-after-late-changes', '2019-03-12')
    given(child, ...first, booked('e2', '2019-03-05'), moved('e2', '2019-03-04', '2019-03-19')).due(
      'notes-reviewed-after-late-changes',
      '2019-03-11',
    )
  })

  it('ask for it after three in six months across series', () => {
    const others = [
      booked('f1', '2019-03-05', 'fits'),
      off('f1', '2019-03-05'),
      booked('t1', '2019-04-02', 'teeth'),
      off('t1', '2019-04-01'),
    ]
    given(child, ...first, ...others.slice(0, 2)).silent('notes-reviewed-after-late-changes')
    given(child, ...first, ...others).due('notes-reviewed-after-late-changes', '2019-04-08')
    given(child, booked('e1', '2018-09-04'), off('e1', '2018-09-04'), ...others).silent(
      'notes-reviewed-after-late-changes',
    )
  })

  it('ask for nothing of a child with many clinics well kept', () => {
    const kept = Array.from({ length: 9 }, (_, place) => ({
      kind: 'attended',
      on: `2019-02-${10 + place}`,
      by: 'hospital/royal',
      series: 'eyes',
    }))
    given(child, ...first, ...second, ...kept).silent('notes-reviewed-after-late-changes')
    given(child, ...first, ...second, ...kept.slice(1)).due('notes-reviewed-after-late-changes', '2019-03-12')
  })

  it('end with a review of the notes at that clinic', () => {
    const review = { kind: 'notes-reviewed', on: '2019-03-08', by: 'hospital/royal' }
    given(child, ...first, ...second, review)
      .on('2019-03-08')
      .kept('notes-reviewed-after-late-changes')
    given(child, ...first, ...second, { ...review, by: 'hospital/northfield' })
      .on('2019-03-13')
      .late('notes-reviewed-after-late-changes')
  })

  it('never count a change asked for ahead, one of the clinic’s own, or one that was excused', () => {
    const ahead = [booked('e2', '2019-03-05'), off('e2', '2019-03-01')]
    given(child, ...first, ...ahead).silent('notes-reviewed-after-late-changes')
    const clinics = [booked('e2', '2019-03-05'), off('e2', '2019-03-05', { cancelledBy: 'clinic' })]
    given(child, ...first, ...clinics).silent('notes-reviewed-after-late-changes')
    const excused = { kind: 'appointment-excused', on: '2019-03-06', by: 'hospital/royal', appointment: 'e2' }
    given(child, ...first, ...second, { ...excused, because: 'ill' }).silent('notes-reviewed-after-late-changes')
    const admitted = { kind: 'admission', on: '2019-03-04', by: 'hospital/northfield' }
    given(child, ...first, ...second, admitted).silent('notes-reviewed-after-late-changes')
  })

  it('count once more only after the review', () => {
    const third = [booked('e3', '2019-04-02'), off('e3', '2019-04-02')]
    const fourth = [booked('e4', '2019-05-01'), off('e4', '2019-05-01')]
    const review = { kind: 'notes-reviewed', on: '2019-03-08', by: 'hospital/royal' }
    given(child, ...first, ...second, ...third, ...fourth).due('notes-reviewed-after-late-changes', '2019-03-12')
    given(child, ...first, ...second, ...third, ...fourth, review).due(
      'notes-reviewed-after-late-changes',
      '2019-03-12',
      '2019-05-09',
    )
  })
})
