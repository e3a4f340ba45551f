import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'ivy', as: 'child', born: '2015-02-01', subject: 'yes' }
const absence = { kind: 'absence', on: '2024-04-15', by: 'school/oak' }
const concern = { kind: 'concern', on: '2024-04-02', by: 'school/oak', text: 'A bruise' }
const seen = { kind: 'contact', on: '2024-04-16', by: 'school/oak', way: 'visit', seen: 'ivy' }

describe('absence from school or nursery', () => {
  it('has somebody see the child the next day where there is a worry, after three days for any child', () => {
    given(child, concern, absence).due('absent-child-seen', '2024-04-16')
    given(child, { ...absence, days: 4 }).due('absent-child-seen', '2024-04-19')
    given(child, concern, absence, seen).on('2024-04-16').kept('absent-child-seen')
    given(child, concern, absence, { ...seen, by: 'social-care' })
      .on('2024-04-16')
      .kept('absent-child-seen')
    given(child, concern, absence, { ...seen, on: '2024-04-25' })
      .on('2024-04-25')
      .keptLate('absent-child-seen')
  })

  it('of a long time has its reason checked', () => {
    given(child, { ...absence, days: 12, reason: 'Ill' })
      .on('2024-05-07')
      .late('absent-child-seen')
    given(child, concern, { ...absence, days: 6, reason: 'Ill' })
      .on('2024-05-07')
      .late('absent-child-seen')
  })

  it('counts nothing against a family whose child is ill or away for a day', () => {
    given(child, absence).silent('absent-child-seen')
    given(child, { ...absence, days: 4, reason: 'Chickenpox' }).silent('absent-child-seen')
    given(child, concern, { ...absence, reason: 'Ill' }).silent('absent-child-seen')
  })
})

describe('a withdrawal from school', () => {
  const withdrawal = { kind: 'withdrawal', on: '2024-04-15', by: 'school/oak', why: 'home-education' }
  const section47 = { kind: 'section47-started', on: '2024-04-08', by: 'social-care' }

  it('within weeks of a concern goes to the team manager the same day', () => {
    given(child, concern, withdrawal).due('withdrawal-looked-at', '2024-04-15')
    given(child, section47, withdrawal).due('withdrawal-looked-at', '2024-04-15')
    given(child, concern, withdrawal, {
      kind: 'threshold-reviewed',
      on: '2024-04-15',
      by: 'social-care',
      decision: 'step-up',
    })
      .on('2024-04-15')
      .kept('withdrawal-looked-at')
  })

  it('of brothers and sisters together is looked at for each, though the worry was about one', () => {
    const brother = { kind: 'person', person: 'sam', as: 'child', born: '2017-02-01' }
    given(child, brother, concern, { ...withdrawal, child: 'ivy; sam' }).due(
      'withdrawal-looked-at',
      '2024-04-15',
      '2024-04-15',
    )
  })

  it('is owed once where it is said twice, and where the school writes only that the roll has ended', () => {
    given(child, concern, withdrawal, { ...withdrawal, on: '2024-04-22' }).due('withdrawal-looked-at', '2024-04-15')
    const ended = { kind: 'registration-ended', on: '2024-04-15', by: 'school/oak' }
    given(child, concern, ended).due('withdrawal-looked-at', '2024-04-15')
    given(child, concern, { ...ended, with: 'gp', by: 'gp' }).silent('withdrawal-looked-at')
  })

  it('of a family about whom nobody worries is theirs to decide', () => {
    given(child, withdrawal).silent('withdrawal-looked-at')
    given(child, { ...concern, on: '2023-04-02' }, withdrawal).silent('withdrawal-looked-at')
  })

  it('asks for consent during section 47 enquiries once that law has begun, and not before', () => {
    const begun = { kind: 'law-begins', on: '2024-01-01', by: 'partnership', law: 'withdrawal-from-school' }
    given(child, begun, section47, withdrawal).due('withdrawal-consent-decided', '2024-04-17')
    given(child, begun, section47, withdrawal, { ...withdrawal, on: '2024-04-16', consent: 'refused' })
      .on('2024-04-16')
      .kept('withdrawal-consent-decided')
    given(child, section47, withdrawal).silent('withdrawal-consent-decided')
    given(child, begun, withdrawal).silent('withdrawal-consent-decided')
    given(child, begun, section47, { ...withdrawal, why: 'moved' }).silent('withdrawal-consent-decided')
  })
})

describe('an absence of another year', () => {
  const away = { ...absence, days: 5, authorised: 'no' }

  it('is a question of its own, though nobody answered the first', () => {
    given(child, away, { ...away, on: '2025-03-10' }).due('absent-child-seen', '2024-04-19', '2025-03-14')
    given(child, away, { ...away, on: '2024-04-29' }).due('absent-child-seen', '2024-04-19')
  })

  it('is not answered by a letter', () => {
    const wrote = { kind: 'contact', on: '2024-04-16', by: 'school/oak', way: 'letter' }
    given(child, concern, absence, wrote).on('2024-04-17').late('absent-child-seen')
    given(child, concern, absence, { ...wrote, way: 'call' })
      .on('2024-04-17')
      .kept('absent-child-seen')
  })
})

describe('a brother who is taken out of another school after a worry about his sister', () => {
  const brother = { kind: 'person', person: 'sam', as: 'child', born: '2012-02-01' }
  const home = (person: string, address: string) => ({ kind: 'lives-at', person, address })
  const out = { kind: 'withdrawal', on: '2024-05-13', by: 'school/high', child: 'sam', why: 'home-education' }

  it('is thought of too, where they live together', () => {
    given(child, brother, home('ivy', '2 Mill Row'), home('sam', '2 Mill Row'), concern, out)
      .on('2024-05-14')
      .late('withdrawal-looked-at', { child: 'sam' })
  })

  it('is his family’s affair where he lives elsewhere', () => {
    given(child, brother, home('ivy', '2 Mill Row'), home('sam', 'his father’s'), concern, out).silent(
      'withdrawal-looked-at',
    )
  })

  it('is not taken to have left before a visit that found nobody in', () => {
    const tried = { kind: 'contact', on: '2024-05-11', by: 'school/oak', reached: 'no' }
    given(child, concern, tried, { ...out, on: 'about 2024-05-13', child: 'ivy' }).due(
      'withdrawal-looked-at',
      '2024-05-16',
    )
  })
})
