import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Line } from '../../store/line.ts'
import { shortName } from '../address.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { atWorkAs, recordOf } from './trial-facts.ts'
import { beginFamily, dayFrom } from './trial-thing.ts'

let trial: TrialHoldfast
let [ruth, leila]: AtWork[] = []
before(async () => {
  trial = await trialHoldfast()
  ruth = await atWorkAs(trial, 'Ruth Adeyemi')
  leila = await atWorkAs(trial, 'Leila Haddadi')
})
after(() => trial.end())

const plain = (html: string) => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')
const pageOf = async (who: AtWork | undefined, path: string) => plain((await who?.text(path)) ?? '')

describe('the three-hospital week of the example family', () => {
  const week = () => pageOf(ruth, `/families/${recordOf(trial, '01')}/ahead`)

  it('names each clash, the test that is done twice, and what might be put together', async () => {
    const page = await week()
    for (const words of [
      /Two at one time .{0,40}Maya Ellis: the eye clinic, Royal hospital, 10:20 Maya Ellis: the children’s blood room, St Brannocks hospital, 10:30/u,
      /No time to get from one place to the other .{0,60}the neurology clinic, Northfield hospital, 09:30 Leah Ellis: the antenatal clinic/u,
      /the dietitian, Royal hospital, 13:30 Maya Ellis: the children’s day unit, Northfield hospital, 14:45 Maya Ellis is needed at both. 45 minutes lie between them; from one place to another takes 60 \(local setting\)/u,
      /Perhaps the same test twice .*“Blood test” and “bloods”/u,
      /Perhaps on one day, at Royal hospital .*one journey instead of 3/u,
      /Perhaps on one day, at Northfield hospital/u,
    ])
      assert.match(page, words)
  })

  it('says whom to ask, by which number, with the form one press away', async () => {
    const page = (await ruth?.text(`/families/${recordOf(trial, '01')}/ahead`)) ?? ''
    assert.match(plain(page), /Ask Royal hospital for another day: 01632 960284 \(Royal eye clinic desk\)/u)
    const form = /href="([^"]*kind=change-asked[^"]*)"/u.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.doesNotMatch(form, /eyes|maya/iu, 'no id that somebody chose stands in an address')
    assert.match(await pageOf(ruth, form), /Clinic asked for another day or place/u)
  })

  it('says why each matters, how they get there, who comes and what was asked', async () => {
    const page = await week()
    assert.match(
      page,
      /10:20: the eye clinic, Royal hospital .{0,500}Why it matters Her sight may be lost .{0,60}Getting there Arranged/u,
    )
    assert.match(
      page,
      /the neurology clinic, Northfield hospital .{0,700}Needed, and not arranged yet Who comes along Ruth Adeyemi/u,
    )
    assert.match(page, /Same day as another, asked on .{0,30}: no answer yet/u)
  })

  it('is read as of a day, and by nobody who may not open the family', async () => {
    const record = recordOf(trial, '01')
    assert.match(await pageOf(ruth, `/families/${record}/ahead?day=${dayFrom(trial, -200)}`), /As it was known on/u)
    assert.equal((await leila?.get(`/families/${record}/ahead`))?.status, 404)
    assert.equal((await leila?.get(`/families/${record}/ahead/sheet/${shortName(record, 'leah')}`))?.status, 404)
  })
})

const by = 'hospital/royal'
const people: readonly Line[] = [
  { kind: 'person', person: 'tess', name: 'Tess Brook', as: 'adult' },
  { kind: 'person', person: 'dan', name: 'Daniel Marl', as: 'adult' },
  { kind: 'relationship', person: 'tess', is: 'mother', of: 'kit' },
  { kind: 'relationship', person: 'dan', is: 'father', of: 'kit' },
]
const on = (days: number) => ({ on: dayFrom(trial, days) })
const ears = (more: Line = {}): Line => ({
  ...{ kind: 'appointment-booked', ...on(-7), by, appointment: 'ears', clinic: 'the ear clinic' },
  ...{ when: `${dayFrom(trial, 14)} 09:40`, ...more },
})
const sheetFor = async (person: string, ...more: readonly Line[]) => {
  const record = await beginFamily(trial, ...people, ears(), ...more)
  return pageOf(leila, `/families/${record}/ahead/sheet/${shortName(record, person)}`)
}
const isNamed = (page: string) => /09:40/u.test(page) && /ear clinic/u.test(page)

describe('the sheet for the fridge', () => {
  it('has the time, the place and whom to ring, by first names', async () => {
    const page = await sheetFor('tess')
    assert.ok(isNamed(page), page)
    assert.match(page, /Kit: the ear clinic, Royal hospital/u)
    assert.match(page, /In an emergency: 999/u)
    assert.doesNotMatch(page, /Kit Brook: the ear/u)
  })

  it('names no time and no place to somebody who is said to have done harm', async () => {
    const hit = { kind: 'incident', ...on(-30), by: 'police', type: 'domestic', alleged: 'dan' }
    const his = await sheetFor('dan', hit)
    assert.ok(!isNamed(his) && !/09:40|ear clinic|Royal/u.test(his), his)
    assert.match(his, /Ring us: we do not write them down here/u)
    const hers = await sheetFor('tess', hit)
    assert.ok(!/09:40|ear clinic/u.test(hers), 'nor to the other, whose paper he may read')
    const asked = { kind: 'way-agreed', ...on(-1), by, person: 'tess', way: 'letter', safe: 'yes', askedAlone: 'yes' }
    assert.ok(isNamed(await sheetFor('tess', hit, asked)))
  })

  it('is not made after a death, a removal or an adoption', async () => {
    const ends: readonly Line[] = [
      { kind: 'death', ...on(-1), by, person: 'kit' },
      { kind: 'came-into-care', ...on(-1), by: 'social-care/rowan-team' },
      { kind: 'adopted', ...on(-1), by: 'social-care/rowan-team' },
    ]
    for (const end of ends) {
      const page = await sheetFor('tess', end)
      assert.match(page, /No sheet is made for Tess Brook now/u)
      assert.doesNotMatch(page, /09:40|ear clinic|What is next/u)
    }
  })

  it('tells staff that there is a reason without the reason, where they may not read it', async () => {
    const kept: Line = {
      kind: 'marac',
      ...on(-30),
      by: 'police',
      person: 'tess',
      adult: 'dan',
      step: 'heard',
      sight: ['police'],
    }
    const page = await sheetFor('dan', kept)
    assert.match(page, /Something on the record that you may not read/u)
    assert.doesNotMatch(page, /09:40|ear clinic|done harm/u)
  })

  it('has no other adult’s appointments, nothing confidential, and of their own no clinic', async () => {
    const page = await sheetFor(
      'tess',
      ears({ appointment: 'his', person: 'dan', clinic: 'the heart clinic', when: `${dayFrom(trial, 15)} 10:10` }),
      ears({ appointment: 'x', clinic: 'the sexual health clinic', when: `${dayFrom(trial, 16)} 11:10` }),
      ears({ appointment: 'own', person: 'tess', clinic: 'the skin clinic', when: `${dayFrom(trial, 17)} 12:10` }),
    )
    assert.doesNotMatch(page, /heart|10:10|sexual|11:10|skin clinic/u)
    assert.match(page, /12:10 Your own appointment/u)
  })

  it('is in the language of whoever it is for', async () => {
    const page = await sheetFor('tess', { kind: 'communication-need', person: 'tess', language: 'Polish' })
    assert.match(page, /Najbliższe wizyty/u)
    assert.ok(isNamed(page))
  })
})
