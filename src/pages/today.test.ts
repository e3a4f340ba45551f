import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { works } from '../duties/given-staff.ts'
import { noSettings } from '../duties/settings.ts'
import { familyOnDay } from './family-on-day.ts'
import { inventedFamily, type Line } from './invented.ts'
import { mineIn } from './mine.ts'
import { todayPage } from './today.ts'
import { type OnToday, todayLists } from './today-lists.ts'

const hal = works('Hal Fenn', 'social-care/rowan social-worker')
const mo = works('Mo Reed', 'social-care/rowan team-manager')

const lines = (name: string, planned: string): readonly Line[] => [
  { kind: 'person', person: 'kid', name, born: '2018-06-06', as: 'child', subject: 'yes' },
  { kind: 'worker-starts', on: '2019-01-07', by: 'social-care/rowan', role: 'social-worker', practitioner: 'Hal Fenn' },
  { kind: 'plan-agreed', on: planned, by: 'social-care/rowan', plan: 'p1', type: 'child-in-need' },
]

const looked = new Set<string>()

const onToday = (id: string, own: readonly Line[], day: string, me = hal): OnToday => {
  const look = familyOnDay({ ...inventedFamily(own, id), today: getDay(day) }, noSettings)
  return {
    ...mineIn(look, { me, practitioners: [hal, mo], agencies: [] }),
    record: id,
    look: () => {
      looked.add(id)
      return look
    },
  }
}

const page = async (families: readonly OnToday[], day: string, query: Readonly<Record<string, string>> = {}) => {
  looked.clear()
  const lists = todayLists(families, getDay(day), name => query[name])
  const asked = { around: {}, day: getDay(day), hasFamilies: families.length > 0, lists, agenciesLate: 0 }
  return String(await todayPage({ ...asked, told: () => 'told, not yet acknowledged' }))
}

const lead = (html: string): string => /holdfast-lead">([^<]*)</u.exec(html)?.[1] ?? ''
const part = (html: string, from: string, to = '</section>'): string =>
  html.split(`id="${from}"`)[1]?.split(to)[0] ?? ''
const rows = (html: string): number => html.match(/<li class="holdfast-duty">/gu)?.length ?? 0

const thirty = Array.from({ length: 30 }, (_, index) =>
  onToday(`f${index}`, lines(`Kid ${index} Brook`, index < 12 ? '2019-01-11' : '2019-02-05'), '2019-02-11'),
)

describe('Today', () => {
  it('says in its first line what day it is, how many things are mine, how many are late, and how many others wait', async () => {
    const families = [
      onToday('01', lines('Kit Brook', '2019-01-14'), '2019-02-11'),
      onToday('02', lines('Wyn Quill', '2019-02-04'), '2019-02-11'),
    ]
    assert.match(
      lead(await page(families, '2019-02-11')),
      /^Monday 11 February 2019\. (?:Two|Three|Four|Five|Six) things are yours, (?:one is|two are) late\./u,
    )
    const [one] = families
    assert.ok(one)
    const single = { ...one, owed: one.owed.slice(0, 1), waiting: one.owed.slice(0, 2) }
    assert.match(
      lead(await page([single], '2019-02-11')),
      /One thing is yours, and it is late\. Two others wait on somebody else\.$/u,
    )
  })

  it('marks at most five as now, the worst first', async () => {
    const html = await page(thirty, '2019-02-11')
    const now = part(html, 'now')
    assert.equal(rows(now), 5)
    assert.equal(now.match(/holdfast-state--late/gu)?.length, 5)
    assert.match(part(html, 'also-late'), /^>Also late \(\d+\)/u)
  })

  it('puts each thing under its family by the child’s name, with what to press and how to say why not', async () => {
    const html = await page([onToday('01', lines('Kit Brook', '2019-01-14'), '2019-02-11')], '2019-02-11')
    const now = part(html, 'now')
    assert.match(now, /<h3 class="holdfast-of-family"><a [^>]*href="\/families\/01">Kit Brook<\/a><\/h3>/u)
    assert.match(now, /1 week late|7 days late/u)
    assert.match(now, /Because a child in need plan was agreed on 14 January 2019/u)
    assert.match(now, /href="\/families\/01\/record\?kind=meeting-held[^"]*">Do it</u)
    const [, key = ''] = /href="\/families\/01\/duties\/(\w{12})">/u.exec(now) ?? []
    assert.ok(now.includes(`href="/families/01/duties/${key}#set-aside">or say why not`))
  })

  it('puts what falls due in more than two weeks under Later, and says so when nothing is due before', async () => {
    const family = onToday('01', lines('Kit Brook', '2019-01-14'), '2019-01-14')
    const far = family.owed.filter(([{ duty }]) => duty.rule.name === 'child-in-need-first-meeting')
    const html = await page([{ ...family, owed: far }], '2019-01-14')
    assert.match(part(html, 'now'), /Nothing of yours is late, or due in the next two weeks/u)
    assert.match(part(html, 'later'), /^>Later \(\d\)[\s\S]*due 4 February/u)
  })

  it('looks into no family of which nothing is shown', async () => {
    const html = await page(thirty, '2019-02-11')
    assert.ok(rows(html) <= 35 && thirty.flatMap(one => one.owed).length > rows(html))
    const shown = new Set([...html.matchAll(/href="\/families\/(f\d+)"/gu)].map(([, id]) => id))
    assert.deepEqual([...looked].sort(), [...shown].sort())
    assert.ok(looked.size < thirty.length)
  })

  it('leaves nothing behind the way to the whole list that is due today', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      onToday(`d${index}`, lines(`Kid ${index} Brook`, '2019-01-14'), '2019-02-04'),
    )
    const due = (one: OnToday) =>
      one.owed.filter(([{ duty, state }]) => state === 'open' && duty.due.day === getDay('2019-02-04'))
    const html = await page(many, '2019-02-04')
    assert.ok(many.flatMap(due).length >= 40)
    assert.equal(html.match(/\bdue today\b/gu)?.length, many.flatMap(due).length)
  })

  it('leads to the whole of a list, which comes in pages', async () => {
    const html = await page(thirty, '2019-02-11')
    const [, count = ''] = /href="\/today\?all=yours">All (\d+) things that are yours/u.exec(html) ?? []
    const first = await page(thirty, '2019-02-11', { all: 'yours' })
    const second = await page(thirty, '2019-02-11', { all: 'yours', page: '2' })
    assert.equal(rows(first), 50)
    assert.equal(rows(first) + rows(second), Number(count))
    assert.match(first, /Back to what is to be done now/u)
  })

  it('shows at most ten that I wait for, each with its child, whose it is and whether they know', async () => {
    const waiting = Array.from({ length: 14 }, (_, index) =>
      onToday(`w${index}`, lines(`Kid ${index} Brook`, '2019-01-14'), '2019-02-11', mo),
    ).map(one => ({ ...one, owed: [] }))
    const html = part(await page(waiting, '2019-02-11'), 'waiting', '</main>')
    assert.equal(rows(html), 10)
    assert.match(html, /Kid \d+ Brook[\s\S]*Social worker[\s\S]*Hal Fenn[\s\S]*told, not yet acknowledged/u)
    assert.match(html, /href="\/today\?all=waiting">All \d+ things that you wait for/u)
  })

  it('says what would be here when there is nothing', async () => {
    const none = await page([], '2019-02-11')
    assert.match(none, /Nothing is yours to do\./u)
    assert.match(none, /You work with no family here\. One is on your list from the day/u)
    const idle = await page(
      [onToday('01', lines('Kit Brook', '2019-01-14').slice(0, 2), '2019-02-11', mo)],
      '2019-02-11',
    )
    assert.match(idle, /You owe nothing now\.[\s\S]*until another proves it done/u)
    assert.match(idle, /You wait for nobody\./u)
  })
})
