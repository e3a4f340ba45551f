import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { app } from './app.ts'
import { inventedPartnership, type Line, people } from './invented.ts'

const by = 'hospital/royal'
const lines: readonly Line[] = [
  ...people,
  { kind: 'attended', on: '2019-01-09', by, clinic: 'the eye clinic' },
  { kind: 'was-not-brought', on: '2019-02-06', by, clinic: 'the eye clinic', appointment: 'a', reason: 'No bus came' },
  {
    kind: 'was-not-brought',
    on: '2019-03-06',
    by,
    clinic: 'the eye clinic',
    barrier: 'ill',
    reason: 'Her mother was ill',
  },
  { kind: 'appointment-booked', on: '2019-03-01', by, appointment: 'b', when: '2019-04-03' },
  { kind: 'appointment-cancelled', on: '2019-04-01', by, appointment: 'b', cancelledBy: 'clinic' },
  { kind: 'attended', on: '2019-04-10', by: 'midwifery', person: 'liv' },
  { kind: 'contact', on: '2019-05-20', by: 'health-visiting', way: 'visit', seen: 'wyn' },
]
const page = async (query = '', ...more: readonly Line[]) =>
  (await app(inventedPartnership([...lines, ...more])).request(`/families/01/offered${query}`)).text()
const plain = (html: string) => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')

describe('what was offered and kept', () => {
  it('stands by person and by service, with what a service called off and what is excused apart', async () => {
    const words = plain(await page())
    assert.match(words, /Wyn Quill 5 2 1 0 1 0 1 0/u)
    assert.match(words, /Liv Quill 1 1 0 0 0 0 0 0/u)
    assert.match(words, /Health visiting 1 1 0/u)
  })

  it('shows each figure with its entries, the family’s reason and whether anybody checked it', async () => {
    const words = plain(await page())
    assert.match(
      words,
      /Missed: 1 of 5 6 February 2019 , the eye clinic, Royal hospital The family said: “No bus came”/u,
    )
    assert.match(words, /not checked yet, which is for us to do/u)
    assert.match(words, /Does not count: ill that day\. Because wyn quill was not brought/iu)
    const check = { kind: 'reason-checked', on: '2019-02-08', by, appointment: 'a', answer: 'verified' }
    assert.match(plain(await page('', check)), /“No bus came” \(checked, and borne out\)/u)
  })

  it('leads from each figure to a place that is there', async () => {
    const html = await page()
    const anchors = [...html.matchAll(/href="#([ps]-\d[^"]*)"/gu)].map(([, name]) => name)
    assert.ok(anchors.length > 5)
    for (const name of anchors) assert.ok(html.includes(`id="${name ?? ''}"`), String(name))
  })

  it('says what was known on the day, for as long as is asked', async () => {
    assert.doesNotMatch(plain(await page('?day=2019-02-20')), /6 March 2019/u)
    assert.doesNotMatch(plain(await page('?day=2019-05-20&months=3')), /6 February 2019/u)
    assert.match(plain(await page('?day=2019-02-01&months=all')), /9 January 2019/u)
  })

  it('says what would stand here when nothing was offered', async () => {
    assert.match(plain(await page('?day=2018-12-01')), /Nothing that was offered in this time is on the record/u)
  })

  it('stands in what a meeting has in front of it', async () => {
    const html = await (await app(inventedPartnership(lines)).request('/families/01/meeting')).text()
    assert.match(plain(html), /What was offered and kept in twelve months.*Wyn Quill 5 2 1.*ask why/u)
  })
})
