import assert from 'node:assert/strict'
import { it } from 'node:test'
import { html } from 'hono/html'
import { getDay } from '../calendar/day.ts'
import { noSettings } from '../duties/settings.ts'
import type { FamilyAsked, FamilyPage } from './family-frame.ts'
import { familyOnDay } from './family-on-day.ts'
import { inventedFamily, oneYear } from './invented.ts'
import { keptPage } from './kept-pages.ts'

const family = inventedFamily(oneYear)
const askedOn = (day: string): FamilyAsked => ({
  look: familyOnDay(family, noSettings, getDay(day)),
  query: () => undefined,
  wrong: undefined,
  around: {},
})

/** A page that counts how often it is made. */
const counted = () => {
  let made = 0
  const page: FamilyPage = ({ look }) => {
    made += 1
    return { title: 'Counted', here: '', body: html`<p>${look.day}</p>` }
  }
  return { page, made: () => made }
}

it('is made once for one look and one address', () => {
  const { page, made } = counted()
  const asked = askedOn('2019-05-01')
  const first = keptPage(page, '/once')(asked)
  assert.equal(keptPage(page, '/once')({ ...asked }), first)
  assert.equal(made(), 1)
})

it('is made anew for another look, another address, and a record that goes on', () => {
  const { page, made } = counted()
  const asked = askedOn('2019-05-02')
  keptPage(page, '/anew')(asked)
  keptPage(page, '/anew?from=2019-01-01')(asked)
  keptPage(page, '/anew')({ ...asked, live: true })
  const other = inventedFamily(oneYear)
  keptPage(page, '/anew')({ ...asked, look: familyOnDay(other, noSettings, getDay('2019-05-02')) })
  assert.equal(made(), 4)
})

it('is not kept when a day was typed that is none', () => {
  const { page, made } = counted()
  const asked = { ...askedOn('2019-05-03'), wrong: { typed: 'soon', problem: 'is not a day' } }
  keptPage(page, '/wrong')(asked)
  keptPage(page, '/wrong')(asked)
  assert.equal(made(), 2)
})

it('forgets the oldest when very many are kept', () => {
  const { page, made } = counted()
  const asked = askedOn('2019-05-04')
  keptPage(page, '/first')(asked)
  for (let n = 0; n < 600; n++) keptPage(page, `/many/${n}`)(asked)
  assert.equal(made(), 601)
  keptPage(page, '/many/599')(asked)
  assert.equal(made(), 601)
  keptPage(page, '/first')(asked)
  assert.equal(made(), 602)
})
