import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import { works } from '../duties/given-staff.ts'
import { noSettings } from '../duties/settings.ts'
import type { Notice } from '../store/notices.ts'
import { app } from './app.ts'
import { familyOnDay } from './family-on-day.ts'
import { inboxPage } from './inbox.ts'
import { inventedFamily, inventedPartnership, type Line } from './invented.ts'
import { mineIn } from './mine.ts'
import { todayPage } from './today.ts'
import { todayLists } from './today-lists.ts'

const hal = works('Hal Fenn', 'social-care/rowan social-worker')

/** A plan that was neglected for months, and a conference that was decided on Monday. */
const lines: readonly Line[] = [
  { kind: 'person', person: 'kid', name: 'Kit Brook', born: '2018-06-06', as: 'child', subject: 'yes' },
  { kind: 'worker-starts', on: '2019-01-07', by: 'social-care/rowan', role: 'social-worker', practitioner: 'Hal Fenn' },
  { kind: 'plan-started', on: '2019-01-14', by: 'social-care/rowan', plan: 'p1', type: 'child-in-need' },
  {
    ...{ kind: 'strategy-discussion', on: '2019-06-10', by: 'social-care/rowan', section47: 'yes' },
    ...{ outcome: 'conference', present: 'social-care; police; health-visiting' },
  },
]
const today = getDay('2019-06-12')
const family = { ...inventedFamily(lines), today }
const look = familyOnDay(family, noSettings)
const mine = mineIn(look, { me: hal, practitioners: [hal], agencies: [] })
const own = mine.owed.map(([{ duty }]) => duty.key)

/** The sentences of things to do on a page, in their order. */
const sentences = (html: string): readonly string[] =>
  [...html.matchAll(/href="[^"]*\/duties\/\w{12}[^"]*">([^<]*)</gu)]
    .map(([, words = '']) => words)
    .filter(words => words !== 'or say why not')

const onFamily = async () =>
  sentences(await (await app(inventedPartnership(lines)).request('/families/01?day=2019-06-12')).text())

const onToday = async () => {
  const lists = todayLists([{ ...mine, record: '01', look: () => look }], today, () => undefined)
  const html = String(
    await todayPage({ around: {}, day: today, hasFamilies: true, agenciesLate: 0, lists, told: () => '' }),
  )
  return sentences(html.split('id="waiting"')[0] ?? '')
}

const inInbox = async () => {
  const notice: Notice = {
    ...{ notice: 7, record: '01', template: 'duties', made: momentAt(today, '09:00'), own: true, opening: undefined },
    ...{ desk: { agency: null, role: null }, lateWith: undefined, acknowledged: [] },
    of: own.map(key => ({ record: '01', key, state: 'late' })),
  }
  const asked = { around: {}, csrf: '', today, leadsGovernance: false, had: [] }
  return sentences(String(await inboxPage({ ...asked, waiting: [{ notice, look }] })))
}

/** Those of one list that stand in the other too, in the order of the first. */
const common = (one: readonly string[], other: readonly string[]) => one.filter(words => other.includes(words))

describe('the order of what is owed', () => {
  it('is the same on the page of the family, on Today and in the inbox', async () => {
    const [ofFamily, ofToday, ofInbox] = [await onFamily(), await onToday(), await inInbox()]
    assert.ok(ofToday.length > 5)
    assert.ok(common(ofFamily, ofToday).length >= 2)
    assert.deepEqual(common(ofFamily, ofToday), common(ofToday, ofFamily))
    assert.deepEqual(common(ofInbox, ofToday), common(ofToday, ofInbox))
  })

  it('begins with the conference of Monday, before what has been late for months', async () => {
    const [first, second] = await onToday()
    assert.match(first ?? '', /Make an interim safety plan/u)
    assert.match(second ?? '', /Pass the conference decision/u)
  })
})
