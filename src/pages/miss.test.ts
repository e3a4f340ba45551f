import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { shortName } from './address.ts'
import { app } from './app.ts'
import { inventedPartnership, type Line, people } from './invented.ts'

const by = 'hospital/royal'
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const home = { kind: 'lives-at', on: '2019-01-01', by: 'social-care', person: 'wyn; liv', address: '14 Mill Row' }
const booked = { kind: 'appointment-booked', on: '2019-04-01', by, appointment: 'eyes', when: '2019-04-24 10:00' }
const miss = { kind: 'was-not-brought', on: '2019-04-24', by, appointment: 'eyes', clinic: 'the eye clinic' }
const letter = { kind: 'letter-sent', on: '2019-04-02', by, about: 'eyes', to: 'liv', id: 'letter' }
const later = { kind: 'contact', on: '2019-05-20', by: 'health-visiting', way: 'visit' }

const pageOf = async (...lines: readonly Line[]) => {
  const web = app(inventedPartnership([...people, plan, home, booked, miss, later, ...lines]))
  return (await web.request(`/families/01/misses/${shortName('01', 'eyes')}`)).text()
}
const plain = (html: string) => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')
const wordsOf = async (...lines: readonly Line[]) => plain(await pageOf(...lines))

const excused: Readonly<Record<string, readonly [readonly Line[], RegExp]>> = {
  'that the clinic cancelled': [
    [{ kind: 'appointment-cancelled', on: '2019-04-23', by, appointment: 'eyes', cancelledBy: 'clinic' }],
    /the clinic called it off/u,
  ],
  'that clashed with another': [
    [{ kind: 'attended', on: '2019-04-24 10:30', by: 'hospital/northfield', appointment: 'fits' }],
    /two appointments at one time/u,
  ],
  'for which the family had no way to get there': [
    [{ kind: 'barrier-reported', on: '2019-04-26', by, barrier: 'no-transport', appointment: 'eyes' }],
    /no way to get there/u,
  ],
  'whose letter went to the old address': [
    [{ ...letter, address: '3 Beech Close' }],
    /the letter went to an old address/u,
  ],
  'whose letter came back': [
    [letter, { kind: 'letter-returned', on: '2019-05-02', by, letter: 'letter' }],
    /the letter did not arrive/u,
  ],
  'on a day in hospital': [[{ kind: 'admission', on: '2019-04-23', by }], /in hospital that day/u],
}

describe('the page of a missed appointment', () => {
  it('says that it counts where nothing excuses it, and what is then owed', async () => {
    const words = await wordsOf()
    assert.match(words, /Whether it counts It counts as missed/u)
    assert.match(words, /The consultant reads the notes and says the harm \d+ weeks late/u)
  })

  for (const [which, [lines, why]] of Object.entries(excused))
    it(`counts against nobody what was missed ${which}`, async () => {
      const words = await wordsOf(...lines)
      assert.match(words, /Whether it counts It counts against nobody:/u)
      assert.match(words, why)
      assert.match(words, /says the harm nothing owed Not owed: this miss counts against nobody/u)
      assert.match(words, /The allocated worker is told nothing owed/u)
    })

  it('counts again what a check contradicts', async () => {
    const [lines] = excused['for which the family had no way to get there'] ?? [[]]
    const check = { kind: 'reason-checked', on: '2019-05-03', by, appointment: 'eyes', answer: 'contradicted' }
    assert.match(await wordsOf(...lines, check), /It counts as missed/u)
  })

  it('says the harm that was written for all as a start, and what the consultant wrote in its place', async () => {
    const series = {
      kind: 'series-started',
      on: '2019-01-02',
      by,
      series: 's',
      clinic: 'the eye clinic',
      harm: 'Sight may be lost.',
    }
    const inSeries = {
      kind: 'appointment-moved',
      on: '2019-04-03',
      by,
      appointment: 'eyes',
      series: 's',
      to: '2019-04-24 10:00',
    }
    assert.match(await wordsOf(series, inSeries), /Sight may be lost\. \(written beforehand/u)
    const review = {
      kind: 'notes-reviewed',
      on: '2019-04-29',
      by,
      appointment: 'eyes',
      harm: 'Wyn may lose sight.',
      next: 'discharge',
    }
    assert.match(await wordsOf(series, inSeries, review), /without it Wyn may lose sight\. .*What follows Discharge/u)
  })

  it('says whether the new day is in time for what the consultant wrote', async () => {
    const review = {
      kind: 'notes-reviewed',
      on: '2019-04-29',
      by,
      appointment: 'eyes',
      next: 'rebook',
      mattersBy: '2019-05-31',
    }
    assert.match(await wordsOf(review), /seen by 31 May 2019\. No new day is booked/u)
    const again = { kind: 'appointment-booked', on: '2019-04-30', by, appointment: 'eyes-2', clinic: 'the eye clinic' }
    assert.match(await wordsOf(review, { ...again, when: '2019-05-28' }), /The new day is 28 May 2019\./u)
    assert.match(
      await wordsOf(review, { ...again, when: '2019-06-28' }),
      /after 31 May 2019, by which it matters: ask for a sooner one/u,
    )
  })

  it('does not let an earlier decision stand against what was known only later', async () => {
    const father = [
      { kind: 'person', person: 'dan', name: 'Dan Marl', as: 'adult' },
      { kind: 'relationship', person: 'dan', is: 'father', of: 'wyn', responsibility: 'yes' },
      { kind: 'contact-details', on: '2019-01-01', by, person: 'dan', address: '9 Tanner Yard', settled: 'yes' },
    ]
    const decided = { kind: 'copy-decided', on: '2019-05-01', by, appointment: 'eyes', person: 'dan', answer: 'send' }
    const sends = { ...decided, decidedBy: 'named-nurse' }
    const incident = { kind: 'incident', on: '2019-03-01', by: 'police', type: 'domestic', alleged: 'dan' }
    assert.match(await wordsOf(...father, incident, sends), /Dan Marl, who has parental responsibility Not sent yet/u)
    const late = { ...incident, written: '2019-05-06' }
    const held =
      /Dan Marl, who has parental responsibility Held until somebody decides Because something is known since/u
    assert.match(await wordsOf(...father, late, sends), held)
    assert.match(await wordsOf(...father, late, { ...sends, on: '2019-05-07' }), /Dan Marl[^.]*Not sent yet/u)
  })

  it('tracks each copy: sent, come back, received', async () => {
    const to = (who: string, id: string) => ({ ...letter, on: '2019-05-02', id, to: who })
    const words = await wordsOf(
      to('gp', 'to-gp'),
      to('liv', 'to-liv'),
      { kind: 'acknowledged', on: '2019-05-06', by: 'gp', of: 'to-gp', to: 'gp' },
      { kind: 'letter-returned', on: '2019-05-09', by, letter: 'to-liv', to: 'liv', address: '14 Mill Row' },
    )
    assert.match(words, /The GP practice Received 6 May 2019/u)
    assert.match(words, /Liv Quill, who has parental responsibility Came back 9 May 2019 : not received/u)
    assert.match(await wordsOf(to('liv', 'to-liv')), /Sent 2 May 2019 ; not known whether it arrived/u)
  })
})
