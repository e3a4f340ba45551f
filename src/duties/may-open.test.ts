import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { givenStaff, kinTo, works } from './given-staff.ts'
import { kinOnRecord } from './may-open.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', nhs: '9990000018' }
const rowan = { by: 'social-care/rowan', role: 'social-worker' }
const holds = { kind: 'worker-starts', on: '2019-01-07', ...rowan, practitioner: 'Hannah Boyle' }
const left = { ...holds, kind: 'worker-leaves', on: '2019-04-30' }

const hannah = works('Hannah Boyle', 'social-care/rowan social-worker')
const kit = works('Kit Marsh', 'social-care/rowan social-worker')
const alder = works('Priya Rao', 'social-care/alder social-worker')
const siobhan = works('Siobhan Keane', 'social-care/rowan team-manager')
const marcus = works('Marcus Bell', 'social-care/alder team-manager')
const judith = works('Judith Bose', 'social-care service-manager')
const officer = works('Nadia Rahman', 'police police-officer')
const visitor = works('Ruth Adeyemi', 'health-visiting health-visitor')
const everyone = [hannah, kit, alder, siobhan, marcus, judith, officer, visitor]

describe('who works with a family', () => {
  it('may open it from the first day until the last', () => {
    const family = givenStaff(everyone).with(maya, holds, left)
    assert.equal(family.on('2019-01-06').mayOpen('Hannah Boyle'), undefined)
    assert.equal(family.on('2019-01-07').mayOpen('Hannah Boyle'), 'network')
    assert.equal(family.on('2019-04-29').mayOpen('Hannah Boyle'), 'network')
    assert.equal(family.on('2019-04-30').mayOpen('Hannah Boyle'), undefined)
  })

  it('opens it by name, and nobody else of her team does', () => {
    const family = givenStaff(everyone).with(maya, holds).on('2019-02-01')
    assert.deepEqual(family.opens, ['Hannah Boyle', 'Judith Bose', 'Siobhan Keane'])
  })

  it('is known by her name however it is written, with or without what stands after a comma', () => {
    const shah = works('Mr Shah', 'hospital/royal consultant')
    const rahman = works('Dr Rahman, neurology', 'hospital/royal consultant')
    const at = { kind: 'worker-starts', on: '2019-01-07', by: 'hospital/royal', role: 'consultant' }
    const seen = (practitioner: string) =>
      givenStaff([shah, rahman])
        .with(maya, { ...at, practitioner })
        .on('2019-02-01').opens
    assert.deepEqual(seen('mr  SHAH, eyes'), ['Mr Shah'])
    assert.deepEqual(seen('Dr Rahman'), ['Dr Rahman, neurology'])
    assert.deepEqual(seen('Dr Rahman, neurology'), ['Dr Rahman, neurology'])
  })

  it('two of one family name are told apart by what stands after the comma', () => {
    const at = { kind: 'worker-starts', on: '2019-01-07', by: 'hospital/royal', role: 'consultant' }
    const both = [works('Shah, Amir', 'hospital/royal consultant'), works('Shah, Zara', 'hospital/royal consultant')]
    const family = givenStaff(both).with(maya, { ...at, practitioner: 'Shah, Zara' })
    assert.deepEqual(family.on('2019-02-01').opens, ['Shah, Zara'])
  })

  it('holds it as a desk when nobody is named, or nobody who works here', () => {
    for (const practitioner of [undefined, 'Somebody Else']) {
      const line = practitioner === undefined ? { ...holds, practitioner: undefined } : { ...holds, practitioner }
      const family = givenStaff(everyone).with(maya, JSON.parse(JSON.stringify(line)))
      assert.equal(family.on('2019-02-01').mayOpen('Hannah Boyle'), 'network')
      assert.equal(family.on('2019-02-01').mayOpen('Kit Marsh'), 'network')
      assert.equal(family.on('2019-02-01').mayOpen('Priya Rao'), undefined)
    }
  })

  it('a bare service that names nobody means its one place, and none of several', () => {
    const unnamed = { kind: 'worker-starts', on: '2019-01-07', by: 'social-care', role: 'social-worker' }
    assert.equal(givenStaff([hannah, kit]).with(maya, unnamed).on('2019-02-01').mayOpen('Kit Marsh'), 'network')
    assert.equal(givenStaff([kit, alder]).with(maya, unnamed).on('2019-02-01').mayOpen('Kit Marsh'), undefined)
  })

  it('leads without anybody having written that she started, until she declines', () => {
    const named = {
      kind: 'lead-named',
      on: '2019-02-04',
      by: 'health-visiting',
      lead: 'lead-health-practitioner',
      practitioner: 'Ruth Adeyemi',
    }
    const accepted = {
      kind: 'lead-accepted',
      on: '2019-02-05',
      by: 'health-visiting',
      lead: 'lead-health-practitioner',
    }
    const declined = {
      kind: 'lead-declined',
      on: '2019-02-06',
      by: 'health-visiting',
      lead: 'lead-health-practitioner',
    }
    const family = givenStaff(everyone).with(maya, named, accepted)
    assert.equal(family.on('2019-02-03').mayOpen('Ruth Adeyemi'), undefined)
    assert.equal(family.on('2019-06-03').mayOpen('Ruth Adeyemi'), 'network')
    assert.equal(givenStaff(everyone).with(maya, named, declined).on('2019-06-03').mayOpen('Ruth Adeyemi'), undefined)
  })

  it('and has left her post, by the agencies’ record, opens nothing more until she is back', () => {
    const gone = { kind: 'worker-leaves', on: '2019-03-01', ...rowan, practitioner: 'Hannah Boyle' }
    const back = { kind: 'post', on: '2019-05-01', ...rowan, post: 'sw', practitioner: 'Hannah Boyle' }
    const started = { ...holds, practitioner: 'hannah  boyle' }
    const after = (on: string, ...words: object[]) =>
      givenStaff(everyone, words as never)
        .with(maya, started)
        .on(on)
        .mayOpen('Hannah Boyle')
    assert.equal(after('2019-02-28', gone), 'network')
    assert.equal(after('2019-03-01', gone), undefined)
    assert.equal(after('2019-05-02', gone, back), 'network')
  })

  it('has left it even where the post was written down on the same day', () => {
    const gone = { kind: 'worker-leaves', on: '2019-03-01', ...rowan, practitioner: 'Kit Marsh' }
    const post = { kind: 'post', on: '2019-03-01', ...rowan, post: 'sw', practitioner: 'Kit Marsh' }
    for (const words of [
      [gone, post],
      [post, gone],
    ]) {
      const family = givenStaff(everyone, words).with(maya, { ...holds, practitioner: 'Somebody Else' })
      assert.equal(family.on('2019-03-01').mayOpen('Kit Marsh'), undefined)
      assert.equal(family.on('2019-03-01').mayOpen('Hannah Boyle'), 'network')
    }
  })

  it('opens nothing by a leaver’s correction that was never so', () => {
    const gone = { id: 'gone', kind: 'worker-leaves', on: '2019-03-01', ...rowan, practitioner: 'Hannah Boyle' }
    const other = { ...gone, id: 'gone-2', corrects: 'gone', practitioner: 'Kit Marsh' }
    const family = givenStaff(everyone, [gone, other]).with(maya, { ...holds, practitioner: 'hannah boyle' })
    assert.equal(family.on('2019-04-01').mayOpen('Hannah Boyle'), 'network')
  })
})

describe('cover', () => {
  const away = { kind: 'worker-away', on: '2019-02-04', until: '2019-02-15', ...rowan, practitioner: 'Hannah Boyle' }
  const cover = { kind: 'cover', on: '2019-02-01', ...rowan, practitioner: 'Kit Marsh' }

  it('opens a family while the absence lasts, whichever record holds it', () => {
    for (const [theirs, own] of [
      [[away, cover], []],
      [[away], [cover]],
      [[], [away, cover]],
    ] as const) {
      const family = givenStaff(everyone, theirs).with(maya, holds, ...own)
      assert.equal(family.on('2019-02-03').mayOpen('Kit Marsh'), undefined)
      assert.equal(family.on('2019-02-04').mayOpen('Kit Marsh'), 'cover')
      assert.equal(family.on('2019-02-15').mayOpen('Kit Marsh'), 'cover')
      assert.equal(family.on('2019-02-16').mayOpen('Kit Marsh'), undefined)
      assert.equal(family.on('2019-02-10').mayOpen('Hannah Boyle'), 'network')
    }
  })

  it('may be somebody of the agency in another role, and opens nothing by being for somebody else', () => {
    const byManager = { ...cover, practitioner: 'Marcus Bell', agency: 'social-care' }
    const family = givenStaff(everyone, [away, byManager]).with(maya, holds)
    assert.equal(family.on('2019-02-05').mayOpen('Marcus Bell'), 'cover')
    const other = { ...away, practitioner: 'Kit Marsh' }
    const wrong = givenStaff(everyone, [other, byManager]).with(maya, holds)
    assert.equal(wrong.on('2019-02-05').mayOpen('Marcus Bell'), undefined)
  })

  it('by somebody who has left her own post since opens nothing', () => {
    const gone = { kind: 'worker-leaves', on: '2019-02-07', ...rowan, practitioner: 'Kit Marsh' }
    const family = givenStaff(everyone, [away, cover, gone]).with(maya, holds)
    assert.equal(family.on('2019-02-06').mayOpen('Kit Marsh'), 'cover')
    assert.equal(family.on('2019-02-07').mayOpen('Kit Marsh'), undefined)
  })

  it('that names nobody is the desk', () => {
    const family = givenStaff(
      everyone,
      [away, { ...cover, practitioner: undefined }].map(line => JSON.parse(JSON.stringify(line))),
    )
    assert.equal(family.with(maya, holds).on('2019-02-05').mayOpen('Kit Marsh'), 'cover')
    assert.equal(family.with(maya, holds).on('2019-02-05').mayOpen('Priya Rao'), undefined)
  })

  it('for one who left opens until somebody starts in her place', () => {
    const stands = { ...cover, on: '2019-05-01' }
    const next = { ...holds, on: '2019-06-03', practitioner: 'Priya Rao', by: 'social-care' }
    const family = givenStaff(everyone).with(maya, holds, left, stands, next)
    assert.equal(family.on('2019-04-30').mayOpen('Kit Marsh'), undefined)
    assert.equal(family.on('2019-05-20').mayOpen('Kit Marsh'), 'cover')
    assert.equal(family.on('2019-06-03').mayOpen('Kit Marsh'), undefined)
    assert.equal(family.on('2019-06-03').mayOpen('Priya Rao'), 'network')
  })
})

describe('who manages', () => {
  it('opens what her own team holds, and never another’s', () => {
    const family = givenStaff(everyone).with(maya, holds).on('2019-02-01')
    assert.equal(family.mayOpen('Siobhan Keane'), 'manages')
    assert.equal(family.mayOpen('Marcus Bell'), undefined)
    assert.equal(family.mayOpen('Judith Bose'), 'manages')
  })

  it('is known by the post of the one she manages where the record says only the service', () => {
    const bare = { ...holds, by: 'social-care' }
    const family = givenStaff(everyone).with(maya, bare).on('2019-02-01')
    assert.equal(family.mayOpen('Siobhan Keane'), 'manages')
    assert.equal(family.mayOpen('Marcus Bell'), undefined)
  })

  it('no more once nobody of her agency works with the family and nothing is owed', () => {
    const family = givenStaff(everyone).with(maya, holds, left)
    assert.equal(family.on('2019-04-29').mayOpen('Judith Bose'), 'manages')
    assert.equal(family.on('2019-05-20').mayOpen('Judith Bose'), undefined)
  })

  it('of a hospital opens what that hospital holds', () => {
    const nurses = [works('Colette', 'hospital/royal named-nurse'), works('Tove', 'hospital/wharnley named-nurse')]
    const consultant = { kind: 'worker-starts', on: '2019-01-07', by: 'hospital/royal', role: 'consultant' }
    assert.deepEqual(givenStaff(nurses).with(maya, consultant).on('2019-02-01').opens, ['Colette'])
  })
})

describe('who owes something, or is told that it is late', () => {
  const decided = { kind: 'referral-made', on: '2019-03-04', by: 'school/elm', to: 'social-care', referral: 'r1' }
  const desk = works('Amina Farouk', 'social-care/duty duty-social-worker')
  const manager = works('Derek Oller', 'social-care/duty team-manager')
  const lead = works('Helen Garrick', 'school/elm designated-safeguarding-lead')
  const staff = [...everyone, desk, manager, lead]

  it('opens the record from the day it is owed until it is done', () => {
    const answer = {
      kind: 'referral-decided',
      on: '2019-03-05',
      by: 'social-care/duty',
      referral: 'r1',
      decision: 'No further action',
    }
    const family = givenStaff(staff).with(maya, decided)
    assert.equal(family.on('2019-03-03').mayOpen('Amina Farouk'), undefined)
    assert.equal(family.on('2019-03-04').mayOpen('Amina Farouk'), 'owes')
    const told = { kind: 'referral-answered', on: '2019-03-05', by: 'social-care/duty', referral: 'r1' }
    const done = givenStaff(staff).with(maya, decided, answer, told)
    assert.equal(done.on('2019-06-03').mayOpen('Amina Farouk'), undefined)
  })

  it('opens it as a rung of the ladder only when it is late; whoever referred hears, and opens nothing', () => {
    const family = givenStaff(staff).with(maya, decided)
    assert.equal(family.on('2019-03-05').mayOpen('Derek Oller'), undefined)
    assert.equal(family.on('2019-03-06').mayOpen('Derek Oller'), 'is told')
    assert.equal(family.on('2019-03-06').mayOpen('Helen Garrick'), undefined, 'she asks what became of it')
    assert.equal(family.on('2019-03-06').mayOpen('Nadia Rahman'), undefined)
  })

  it('is nobody for a child who has died', () => {
    const family = givenStaff(staff).with(maya, decided, { kind: 'death', on: '2019-03-05', by: 'hospital' })
    assert.equal(family.on('2019-03-04').mayOpen('Amina Farouk'), 'owes')
    assert.equal(family.on('2019-03-05').mayOpen('Amina Farouk'), undefined)
  })
})

describe('nobody opens a record in which they or their kin appear', () => {
  it('not by name, not by desk, not by what they owe', () => {
    const aunt = kinTo(hannah, { nhs: '999 000 0018' })
    const family = givenStaff([aunt, kit, siobhan, judith]).with(maya, holds).on('2019-02-01')
    assert.equal(kinOnRecord(family.asked.stands, aunt), true)
    assert.equal(family.mayOpen('Hannah Boyle'), undefined)
    assert.equal(family.mayOpen('Kit Marsh'), 'network', 'her desk holds it')
    assert.ok(family.told.every(({ to }) => to.practitioner !== aunt.id))
  })

  it('and a namesake born on another day is no kin', () => {
    const other = kinTo(hannah, { name: 'Maya', born: getDay('2018-06-07') })
    assert.equal(givenStaff([other]).with(maya, holds).on('2019-02-01').mayOpen('Hannah Boyle'), 'network')
  })
})
