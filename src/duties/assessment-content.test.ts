import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const leah = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
const opened = { kind: 'assessment-opened', on: '2019-03-01', by: 'social-care', assessment: 'a' }
const finished = { kind: 'assessment-finished', on: '2019-04-12', by: 'social-care', assessment: 'a' }

describe('the questions that every assessment asks', () => {
  const some = {
    kind: 'assessment-prompts',
    on: '2019-03-20',
    by: 'social-care',
    assessment: 'a',
    childhood: 'answered',
  }
  const all = {
    ...some,
    on: '2019-04-10',
    age: 'answered',
    ownHistory: 'not-known',
    domesticAbuse: 'answered',
    events: 'answered',
    adaptation: 'answered',
    means: 'answered',
  }

  it('are answered before it is authorised, once somebody began', () => {
    given(maya, opened, some).due('assessment-prompts-answered', '2019-05-08')
    given(maya, opened, some, finished).due('assessment-prompts-answered', '2019-04-12')
    given(maya, opened, finished).silent('assessment-prompts-answered')
  })

  it('may be “not known” when it is said who is asked', () => {
    given(maya, opened, some, finished, all).on('2019-04-13').late('assessment-prompts-answered')
    given(maya, opened, some, finished, { ...all, ask: 'Her old social worker' })
      .on('2019-04-12')
      .kept('assessment-prompts-answered')
  })
})

describe('every agency that works with the child', () => {
  const gp = { kind: 'worker-starts', on: '2019-01-07', by: 'gp' }
  const school = { kind: 'worker-starts', on: '2019-01-07', by: 'school/hill' }
  const nothing = { kind: 'assessment-contribution', on: '2019-03-10', by: 'gp', assessment: 'a', nothing: 'yes' }

  it('contributes to the assessment, and “nothing” is an answer', () => {
    given(maya, gp, school, opened, nothing).due('assessment-contributions', '2019-03-15', '2019-03-15')
    given(maya, gp, school, opened, nothing).on('2019-03-10').kept('assessment-contributions', { step: 'gp' })
    given(maya, gp, school, opened, nothing).on('2019-03-18').late('assessment-contributions', { step: 'school/hill' })
  })

  it('is missed from the list of those who did', () => {
    const listed = { ...finished, contributions: 'gp' }
    given(maya, gp, school, opened, listed)
      .on('2019-04-12')
      .noLongerOwes('assessment-contributions', { step: 'school/hill' })
    given(maya, gp, opened, finished).silent('assessment-contributions')
  })
})

describe('the records of a parent’s own childhood', () => {
  const known = {
    kind: 'exploitation',
    on: '2014-03-01',
    by: 'police',
    person: 'leah',
    state: 'concern',
    child: 'leah',
  }

  it('are asked for when the record says that there are some', () => {
    given(maya, leah, known, opened).due('childhood-records-read', '2019-03-08')
    given(maya, leah, opened).silent('childhood-records-read')
  })

  it('are not asked for where the mother is the child of this record', () => {
    const young = { kind: 'person', person: 'leah', born: '2003-02-01', subject: 'yes' }
    const robin = { kind: 'pregnancy', on: '2019-02-01', by: 'midwifery', unborn: 'robin', mother: 'leah' }
    given(young, known, robin, { ...opened, type: 'pre-birth' }).silent('childhood-records-read')
  })

  it('end when they were read, or there are none', () => {
    const read = { kind: 'childhood-records', on: '2019-03-06', by: 'social-care', person: 'leah' }
    given(maya, leah, known, opened, { ...read, answer: 'none' })
      .on('2019-03-06')
      .kept('childhood-records-read')
    given(maya, leah, known, opened, { ...read, answer: 'asked' })
      .on('2019-03-11')
      .late('childhood-records-read')
  })
})

describe('the child and the parents', () => {
  it('are heard before an assessment is authorised', () => {
    given(maya, opened, finished).due('child-and-parents-heard', '2019-04-12', '2019-04-12')
    const unborn = { kind: 'person', person: 'maya', as: 'unborn', expected: '2019-08-01', subject: 'yes' }
    given(unborn, opened, finished).silent('child-and-parents-heard', { step: 'child' })
  })

  it('are heard in their own words, or at least seen and spoken with', () => {
    const voice = { kind: 'child-voice', on: '2019-03-20', by: 'school/hill' }
    given(maya, opened, finished, voice).on('2019-03-20').kept('child-and-parents-heard', { step: 'child' })
    const seen = { kind: 'contact', on: '2019-03-22', by: 'social-care', seen: 'maya' }
    given(maya, opened, finished, seen).on('2019-03-22').kept('child-and-parents-heard', { step: 'child' })
    const view = { kind: 'family-view', on: '2019-03-20', by: 'social-care', person: 'leah' }
    given(maya, opened, finished, view).on('2019-03-20').kept('child-and-parents-heard', { step: 'parents' })
    given(maya, opened, { ...finished, on: '2019-03-19' }, view)
      .on('2019-03-20')
      .keptLate('child-and-parents-heard', { step: 'parents' })
  })
})
