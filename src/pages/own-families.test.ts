import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import { noSettings } from '../duties/settings.ts'
import { type FamilySummary, summarise } from './families.ts'
import { familyOnDay } from './family-on-day.ts'
import { inventedFamily, type Line, oneYear } from './invented.ts'
import { type OwnFamiliesAsked, ownFamiliesPage } from './own-families.ts'

const summary = (lines: readonly Line[], id: string): FamilySummary =>
  summarise(familyOnDay({ ...inventedFamily(lines, id), today: getDay('2019-06-12') }, noSettings))
const kid = (name: string, id: string): FamilySummary =>
  summary([{ kind: 'person', person: 'kid', name, born: '2018-01-10', as: 'child', subject: 'yes' }], id)

const late = summary(oneYear, '01')
const calm = kid('Kit Brook', '02')

const page = async (more: Partial<OwnFamiliesAsked> = {}) =>
  String(await ownFamiliesPage({ around: {}, csrf: 'token', families: [calm, late], openForAWhile: [], ...more }))

describe('the families that are one’s own', () => {
  it('stand the longest late first, each with what is late and what falls due', async () => {
    const html = await page()
    assert.match(html, /Two families are yours\./u)
    assert.ok(html.indexOf('Wyn Quill') < html.indexOf('Kit Brook'))
    assert.match(html, /months late[\s\S]*Longest late: [\s\S]*more things are late/u)
    assert.match(html, /href="\/families\/02">Kit Brook, 1 year 5 months</u)
  })

  it('are found by any part of a child’s name, however it is spelled, in a form that leaves no name in an address', async () => {
    assert.match(await page(), /<form class="holdfast-find" method="post" action="\/families"/u)
    for (const name of ['wyn', 'QUILL', 'quill wyn', 'Wýn']) {
      const html = await page({ name })
      assert.match(html, /Wyn Quill/u, name)
      assert.doesNotMatch(html, /Kit Brook/u, name)
    }
    assert.match(await page({ families: [kid('Zoë Brook', '03')], name: 'zoe' }), /Zoë Brook/u)
  })

  it('are all shown when nothing is asked for, and when nobody is called so that is said with what was typed', async () => {
    assert.match(await page({ name: ' , ' }), /Two families are yours/u)
    const none = await page({ name: '<Mo>' })
    assert.match(none, /No child of your families is called &lt;Mo&gt;\. Only families that are yours/u)
    assert.match(none, /value="&lt;Mo&gt;"/u)
  })

  it('are not found by the name of a parent', async () => {
    assert.match(await page({ name: 'Liv' }), /No child of your families is called Liv/u)
  })

  it('come in pages when there are very many', async () => {
    const many = Array.from({ length: 130 }, (_, index) => kid(`Kid ${index} Brook`, `f${index}`))
    const rows = (html: string) => html.match(/class="holdfast-duty"/gu)?.length
    assert.equal(rows(await page({ families: many })), 100)
    assert.equal(rows(await page({ families: many, page: '2' })), 30)
    assert.match(await page({ families: many, name: 'kid' }), /The first 100 are shown: write more of the name/u)
  })

  it('say what would be here when there is none, and ask for no name then', async () => {
    const html = await page({ families: [] })
    assert.match(html, /No family is yours yet\. One stands here from the day/u)
    assert.doesNotMatch(html, /holdfast-find/u)
  })

  it('stand apart from those opened with a reason, which say nothing but the name and until when', async () => {
    const until = momentAt(getDay('2019-06-13'), '14:05')
    const openForAWhile = [{ address: '/families/zz', family: 'Ada Lund', until }]
    const html = await page({ openForAWhile })
    const [, apart = ''] = html.split('Opened with a reason')
    assert.match(apart, /href="\/families\/zz">Ada Lund<\/a>[\s\S]*open to you until 13 June 2019 at 14:05/u)
    assert.doesNotMatch(apart, /late|due/u)
    assert.doesNotMatch(await page(), /Opened with a reason/u)
  })
})
