import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import type { Line } from './given.ts'
import { family, givenStaff, holds, maya, plan, staff } from './given-staff.ts'
import { type DayNotice, mostOfDay, type News, noticesOfDay } from './notices-of-day.ts'
import { standingOf } from './ranking.ts'
import { recipientKey } from './recipient.ts'

const told = (day: string, record: string, ...lines: readonly Line[]): readonly News[] =>
  givenStaff(staff)
    .with(...lines)
    .on(day)
    .told.map(one => ({ ...one, record }))

/** All that is told by a day and was not by the day before. */
const fresh = (day: string, before: string, record: string, ...lines: readonly Line[]): readonly News[] => {
  const name = ({ key, state, to }: News) => [key, state, recipientKey(to)].join()
  const known = new Set(told(before, record, ...lines).map(name))
  return told(day, record, ...lines).filter(one => !known.has(name(one)))
}

const to = (who: string, notices: readonly DayNotice[]) => notices.filter(one => recipientKey(one.to) === who)
const manager = 'social-care/rowan|team-manager'
const concern = { kind: 'concern', on: '2019-01-19', by: 'health-visiting', harm: 'yes' }

describe('the notices of a day', () => {
  it('are one for each reader and family, however much became news, the worst first', () => {
    const lines = [
      ...family,
      { kind: 'pregnancy', on: '2019-02-18', by: 'gp/elm-road', mother: 'bea', expected: '2019-09-09' },
    ]
    const day = getDay('2019-02-19')
    const own = to(
      'Hannah Boyle',
      noticesOfDay([...told('2019-02-19', 'a', ...lines), ...told('2019-02-19', 'b', ...family)], day),
    )
    assert.deepEqual(own.map(({ bundle, record }) => `${bundle} ${record}`).sort(), ['family a', 'family b'])
    const [first] = own
    assert.ok(first !== undefined && first.of.length > 1)
    assert.equal(new Set(first.of.map(({ record }) => record)).size, 1)
  })

  it('say nothing of what is owed and in time, where nobody needs to hear of it before it is late', () => {
    const opens = told('2019-01-14', 'a', ...family).filter(({ key }) => key.startsWith('child-in-need-first-meeting'))
    assert.deepEqual(
      opens.map(({ state }) => state),
      ['owed'],
    )
    assert.deepEqual(noticesOfDay(opens, getDay('2019-01-14')), [])
    const late = fresh('2019-02-05', '2019-02-04', 'a', ...family)
    assert.ok(to('Hannah Boyle', noticesOfDay(late, getDay('2019-02-05'))).length === 1)
  })

  it('on a Saturday are those of a child who may come to harm today; the others wait for Monday', () => {
    const lines = [...family, concern]
    const saturday = noticesOfDay(told('2019-01-19', 'a', ...lines), getDay('2019-01-19'))
    assert.ok(saturday.length > 0)
    assert.ok(saturday.every(one => one.interrupts))
    assert.deepEqual([...new Set(saturday.flatMap(({ of }) => of.map(({ duty }) => duty.rule.heard)))], ['at-once'])
    const monday = noticesOfDay(told('2019-01-21', 'a', ...lines), getDay('2019-01-21'))
    assert.ok(monday.length > saturday.length)
  })

  it('put what is late with one worker before her manager as one list, over all her families', () => {
    const day = '2019-02-05'
    const news = ['a', 'b', 'c'].flatMap(record => fresh(day, '2019-02-04', record, ...family))
    const lists = to(manager, noticesOfDay(news, getDay(day))).filter(({ bundle }) => bundle === 'late')
    assert.equal(lists.length, 1)
    const [list] = lists
    assert.deepEqual([...new Set(list?.of.map(({ record }) => record))].sort(), ['a', 'b', 'c'])
    assert.equal(list?.lateWith?.practitioner, 'Hannah Boyle')
    assert.equal(list?.record, undefined)
  })

  it('keep what is late with another worker in another list', () => {
    const kits = [maya, { ...holds, practitioner: 'Kit Marsh' }, plan]
    const day = '2019-02-05'
    const news = [...fresh(day, '2019-02-04', 'a', ...family), ...fresh(day, '2019-02-04', 'b', ...kits)]
    const lists = to(manager, noticesOfDay(news, getDay(day))).filter(({ bundle }) => bundle === 'late')
    assert.deepEqual(lists.map(({ lateWith }) => lateWith?.practitioner).sort(), ['Hannah Boyle', 'Kit Marsh'])
  })

  it('are never more than a few: the rest is one list, nothing is dropped, and the worst families stand for themselves', () => {
    const day = '2019-02-05'
    const records = Array.from({ length: 20 }, (_, index) => `r${index}`)
    const news = records.flatMap(record => fresh(day, '2019-02-04', record, ...family))
    const own = to('Hannah Boyle', noticesOfDay(news, getDay(day)))
    assert.equal(own.length, mostOfDay + 1)
    assert.equal(own.at(-1)?.bundle, 'further')
    const wanted = news.filter(one => recipientKey(one.to) === 'Hannah Boyle' && !one.quiet)
    assert.equal(own.flatMap(({ of }) => of).length, wanted.length)
    assert.equal(
      own.some(({ of }) => of.some(one => standingOf(one.duty, getDay(day)) === 'no longer owed')),
      false,
    )
  })
})
