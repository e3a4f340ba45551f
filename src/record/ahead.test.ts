import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import { aheadFor, aheadOf, deskOf } from './ahead.ts'
import { family, id, type Line, on, read } from './given-family.ts'
import { picture } from './picture.ts'
import { postsIn } from './posts.ts'
import { sameTestIn } from './same-test.ts'

const today = getDay('2024-06-03')
const booked = (appointment: string, when: string, more: Line = {}): Line =>
  on('2024-05-01', 'appointment-booked', {
    by: 'hospital/royal',
    appointment,
    when,
    clinic: `the ${appointment} clinic`,
    ...more,
  })
const stands = (...lines: readonly Line[]) => picture([...family, ...lines].map(read))
const ahead = (...lines: readonly Line[]) => aheadOf(stands(...lines), today)
const ids = (...lines: readonly Line[]) => ahead(...lines).planned.map(({ appointment }) => appointment.id)
const clashes = (...lines: readonly Line[]) =>
  ahead(...lines).clashes.map(({ why, one, other }) => `${why}: ${one.appointment.id}, ${other.appointment.id}`)

const eyes = booked('eyes', '2024-06-11 09:30')

describe('what lies ahead', () => {
  it('is what has a day to come and no outcome, in order of day and time', () => {
    const ears = booked('ears', '2024-06-11 09:00')
    const past = booked('past', '2024-06-02')
    assert.deepEqual(ids(eyes, ears, past, booked('now', '2024-06-03')), ['now', 'ears', 'eyes'])
  })

  it('is not what was called off, kept or missed, unless it was booked or moved anew', () => {
    const off = on('2024-05-20', 'appointment-cancelled', {
      by: 'hospital/royal',
      appointment: 'eyes',
      cancelledBy: 'clinic',
    })
    const moved = on('2024-05-21', 'appointment-moved', {
      by: 'hospital/royal',
      appointment: 'eyes',
      to: '2024-06-20 10:00',
    })
    assert.deepEqual(ids(eyes, off), [])
    assert.deepEqual(ids(eyes, off, moved), ['eyes'])
    const missed = (day: string) => on(day, 'was-not-brought', { by: 'hospital/royal', appointment: 'eyes' })
    assert.deepEqual(ids(booked('eyes', '2024-05-10'), missed('2024-05-10'), moved), ['eyes'])
    assert.deepEqual(ids(booked('eyes', '2024-06-03'), missed('2024-06-03')), [])
  })

  it('is nobody’s who died, was adopted or will not be born', () => {
    assert.deepEqual(ids(eyes, on('2024-06-01', 'death')), [])
    assert.deepEqual(ids(eyes, on('2024-06-01', 'adopted')), [])
    assert.deepEqual(ids(eyes, on('2024-06-01', 'death', { person: 'noah' })), ['eyes'])
    const unborn = on('2024-03-01', 'pregnancy', { by: 'midwifery', mother: 'leah', unborn: 'bump' })
    const scan = booked('scan', '2024-06-20', { child: 'bump' })
    assert.deepEqual(ids(unborn, scan), ['scan'])
    assert.deepEqual(ids(unborn, scan, on('2024-06-01', 'pregnancy-ended', { by: 'midwifery', unborn: 'bump' })), [])
  })
})

describe('two that cannot both be kept', () => {
  it('are at one time or overlap, for one child or for two whom one person brings', () => {
    assert.deepEqual(clashes(eyes, booked('ears', '2024-06-11 09:45')), ['same-time: eyes, ears'])
    assert.deepEqual(clashes(eyes, booked('ears', '2024-06-11 09:45', { child: 'noah' })), ['same-time: eyes, ears'])
    assert.deepEqual(clashes(eyes, booked('ears', '2024-06-11 09:45', { person: 'leah' })), ['same-time: eyes, ears'])
    assert.deepEqual(clashes(eyes, booked('ears', '2024-06-11 10:00')), [])
    assert.deepEqual(clashes(eyes, booked('ears', '2024-06-12 09:30')), [])
  })

  it('leave no time to travel between two sites', () => {
    const far = (time: string) => booked('hormones', `2024-06-11 ${time}`, { by: 'hospital/st-brannocks' })
    assert.deepEqual(clashes(eyes, far('10:59')), ['no-time-to-travel: eyes, hormones'])
    assert.deepEqual(clashes(eyes, far('11:00')), [])
    const [clash] = ahead(eyes, far('10:30')).clashes
    assert.equal(clash?.minutesBetween, 30)
    assert.deepEqual(
      clashes({ ...eyes, site: 'Eye house' }, booked('ears', '2024-06-11 10:30', { site: 'Main building' })),
      ['no-time-to-travel: eyes, ears'],
    )
    const near = aheadOf(stands(eyes, far('10:30')), today, { ...ahead().settings, travelMinutes: 20 })
    assert.deepEqual(near.clashes, [])
  })

  it('may be so where a time is not known at two sites', () => {
    assert.deepEqual(clashes(eyes, booked('hormones', '2024-06-11', { by: 'hospital/st-brannocks' })), [
      'time-not-known: hormones, eyes',
    ])
    assert.deepEqual(clashes(eyes, booked('ears', '2024-06-11')), [])
  })

  it('are not of two children who live apart', () => {
    const apart = on('2024-01-01', 'lives-at', { person: 'noah', address: '2 Hill Road' })
    const home = on('2024-01-01', 'lives-at', { person: 'maya', address: '1 Elm Road' })
    assert.deepEqual(clashes(eyes, booked('ears', '2024-06-11 09:45', { child: 'noah' }), apart, home), [])
  })

  it('are named beside the meetings of that day', () => {
    const meeting = on('2024-05-20', 'meeting-called', {
      by: 'social-care',
      meeting: 'm',
      type: 'core-group',
      when: '2024-06-11',
    })
    const conference = on('2024-05-20', 'conference-booked', {
      by: 'conference-unit',
      conference: 'c',
      when: '2024-06-11',
    })
    const decided = on('2024-05-19', 'strategy-discussion', {
      by: 'social-care',
      discussion: 'c',
      outcome: 'conference',
    })
    assert.deepEqual(
      ahead(eyes, meeting).meetings.map(({ what }) => what),
      ['meeting'],
    )
    assert.deepEqual(
      ahead(eyes, decided, conference).meetings.map(({ what }) => what),
      ['conference'],
    )
    assert.deepEqual(ahead(eyes, { ...meeting, when: '2024-06-12' }).meetings, [])
    assert.deepEqual(ahead(eyes, { ...meeting, type: 'professionals' }).meetings, [])
    const off = on('2024-05-21', 'meeting-cancelled', { by: 'social-care', meeting: 'm' })
    assert.deepEqual(ahead(eyes, meeting, off).meetings, [])
  })
})

describe('the same test twice', () => {
  const here = booked('a', '2024-06-11 09:30', { purpose: 'Blood test before the hormone clinic' })
  const there = (more: Line) =>
    booked('b', '2024-06-18 09:30', { by: 'hospital/northfield', purpose: 'Bloods for the epilepsy medicine', ...more })
  const words = (...lines: readonly Line[]) => ahead(...lines).sameTests.map(one => one.words.join(' / '))

  it('is at two places within some weeks, and says by which words', () => {
    assert.deepEqual(words(here, there({})), ['Blood test / Bloods'])
    assert.deepEqual(words(here, there({ when: '2024-07-23' })), ['Blood test / Bloods'])
    assert.deepEqual(words(here, there({ when: '2024-07-24' })), [])
    assert.deepEqual(words(here, there({ by: 'hospital/royal' })), [])
    assert.deepEqual(words(here, there({ child: 'noah' })), [])
    assert.deepEqual(words(here, there({ purpose: 'MRI scan of the head' })), [])
  })

  it('is also one that was done elsewhere not long ago', () => {
    const done = on('2024-05-28', 'result-awaited', { by: 'hospital/northfield', test: 'blood test' })
    assert.deepEqual(words(here, done), ['blood test / Blood test'])
    assert.deepEqual(words(here, { ...done, on: '2024-04-01' }), [])
    assert.deepEqual(words(here, { ...done, by: 'hospital/royal' }), [])
  })

  it('is told by the words in use', () => {
    assert.deepEqual(sameTestIn('MRI scan', 'magnetic resonance imaging'), ['MRI', 'magnetic resonance'])
    assert.deepEqual(sameTestIn('Pressure of the eyes', 'eye pressure'), ['Pressure of the eyes', 'eye pressure'])
    assert.deepEqual(sameTestIn('Growth and diet', 'growth, and diet'), ['Growth and diet', 'growth, and diet'])
    assert.equal(sameTestIn('the eye clinic', 'the ear clinic'), undefined)
    assert.equal(sameTestIn('', ''), undefined)
    assert.equal(sameTestIn('direct', 'CT scan'), undefined)
  })
})

describe('what might be put together', () => {
  const bundles = (...lines: readonly Line[]) =>
    ahead(...lines).bundles.map(({ planned }) => planned.map(({ appointment }) => appointment.id).join(', '))

  it('is at one site on days that lie near each other', () => {
    assert.deepEqual(bundles(eyes, booked('ears', '2024-06-13 11:00')), ['eyes, ears'])
    assert.deepEqual(bundles(eyes, booked('ears', '2024-06-25 11:00')), ['eyes, ears'])
    assert.deepEqual(bundles(eyes, booked('ears', '2024-06-26 11:00')), [])
    assert.deepEqual(bundles(eyes, booked('ears', '2024-06-11 11:00')), [])
    assert.deepEqual(bundles(eyes, booked('ears', '2024-06-13', { by: 'hospital/northfield' })), [])
    assert.deepEqual(bundles(eyes, booked('ears', '2024-06-13', { child: 'noah' })), ['eyes, ears'])
  })

  it('names each appointment once', () => {
    const many = ['2024-06-13', '2024-06-20', '2024-06-27', '2024-07-04'].map((day, place) => booked(`n${place}`, day))
    assert.deepEqual(bundles(eyes, ...many), ['eyes, n0, n1', 'n2, n3'])
  })

  it('says whom to ask: the booking desk, else the secretary', () => {
    const post = (by: string, role: string, telephone: string) =>
      read({ kind: 'post', on: '2024-01-01', by, record: 'agencies', post: role, role, telephone })
    const posts = postsIn([
      post('hospital/royal', 'medical-secretary', '01632 960001'),
      post('hospital/royal', 'clinic', '01632 960002'),
      post('hospital/northfield', 'medical-secretary', '01632 960003'),
    ])
    assert.equal(deskOf(posts, 'hospital/royal' as Agency)?.telephone, '01632 960002')
    assert.equal(deskOf(posts, 'hospital/northfield' as Agency)?.telephone, '01632 960003')
    assert.equal(deskOf(posts, 'hospital/fernhill' as Agency), undefined)
  })
})

describe('getting there', () => {
  const first = (...lines: readonly Line[]) => ahead(eyes, ...lines).planned[0]
  const bus = on('2024-05-20', 'barrier-reported', { barrier: 'no-transport' })
  const taxi = on('2024-05-22', 'help-arranged', { barrier: 'no-transport' })

  it('shows as arranged only what was arranged', () => {
    assert.equal(first()?.transport, undefined)
    assert.equal(first(bus)?.transport, 'needed')
    assert.equal(first(bus, taxi)?.transport, 'arranged')
    assert.equal(first(bus, { ...taxi, accepted: 'no' })?.transport, 'not-wanted')
    assert.equal(first({ ...bus, on: '2024-05-25' }, taxi)?.transport, 'needed')
    assert.equal(first(bus, { ...taxi, appointment: 'ears' })?.transport, 'needed')
    assert.equal(first({ ...bus, appointment: 'ears' })?.transport, undefined)
    assert.equal(first({ ...bus, until: '2024-06-01' })?.transport, undefined)
    assert.equal(first({ ...bus, barrier: 'cost' }, { ...taxi, barrier: undefined })?.transport, 'arranged')
    assert.equal(first({ ...bus, barrier: 'ill' })?.transport, undefined)
  })

  it('says who comes along, and whether an interpreter is booked', () => {
    const comes = on('2024-05-22', 'coming-along', { appointment: 'eyes', who: 'Ruth Adeyemi' })
    assert.deepEqual(
      first(comes)?.along.map(({ who }) => who),
      ['Ruth Adeyemi'],
    )
    assert.deepEqual(first(comes, { ...comes, on: '2024-05-23', coming: 'no' })?.along, [])
    assert.deepEqual(first({ ...comes, appointment: 'ears' })?.along, [])
    const need = { kind: 'communication-need', person: 'leah', interpreter: 'yes' }
    assert.equal(first()?.interpreter, undefined)
    assert.equal(first(need)?.interpreter, 'not-booked')
    assert.equal(ahead({ ...eyes, interpreter: 'yes' }, need).planned[0]?.interpreter, 'booked')
  })

  it('says what was asked of the clinic, and what it answered', () => {
    const asked = on('2024-05-22', 'change-asked', { appointment: 'eyes', to: 'hospital/royal' })
    assert.equal(first(asked)?.change?.answer, undefined)
    const no = on('2024-05-23', 'change-answered', {
      by: 'hospital/royal',
      appointment: 'eyes',
      answer: 'not-possible',
    })
    assert.equal(first(asked, no)?.change?.answer?.kind, 'change-answered')
    const moved = on('2024-05-23', 'appointment-moved', { by: 'hospital/royal', appointment: 'eyes', to: '2024-06-20' })
    assert.equal(first(asked, moved)?.change?.answer?.kind, 'appointment-moved')
    assert.equal(first({ ...asked, on: '2024-05-24' }, no)?.change?.answer, undefined)
  })

  it('says why it matters in the words of the clinic', () => {
    const series = on('2024-01-01', 'series-started', {
      by: 'hospital/royal',
      series: 's',
      harm: 'She may lose her sight',
    })
    assert.equal(ahead({ ...eyes, series: 's' }, series).planned[0]?.matters, 'She may lose her sight')
  })
})

describe('what a parent is shown of it', () => {
  const shown = (person: string, ...lines: readonly Line[]) => {
    const all = stands(...lines)
    return aheadFor(all, aheadOf(all, today), id(person)).map(({ appointment }) => appointment.id)
  }

  it('is the children’s and their own, and no other adult’s', () => {
    assert.deepEqual(shown('leah', eyes, booked('own', '2024-06-20', { person: 'leah' })), ['eyes', 'own'])
    assert.deepEqual(shown('leah', eyes, booked('his', '2024-06-20', { person: 'dan' })), ['eyes'])
  })

  it('is never a confidential clinic, nor a young person’s own', () => {
    assert.deepEqual(shown('leah', booked('x', '2024-06-20', { clinic: 'Sexual health clinic' })), [])
    assert.deepEqual(shown('leah', booked('x', '2024-06-20', { purpose: 'Contraception' })), [])
    const sixteen = { kind: 'person', person: 'ava', born: '2008-06-01', as: 'child' }
    assert.deepEqual(shown('leah', sixteen, booked('x', '2024-06-20', { child: 'ava' })), [])
    assert.deepEqual(shown('ava', sixteen, booked('x', '2024-06-20', { child: 'ava' })), ['x'])
    assert.deepEqual(shown('leah', { ...sixteen, born: '2008-06-21' }, booked('x', '2024-06-20', { child: 'ava' })), [
      'x',
    ])
  })
})
