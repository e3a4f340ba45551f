import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { app } from './app.ts'
import { inventedPartnership, type Line, oneYear } from './invented.ts'

const page = async (query: string, ...more: readonly Line[]) =>
  (await app(inventedPartnership([...oneYear, ...more])).request(`/families/01${query}`)).text()
const head = (html: string) => /<header class="holdfast-family-header">[\s\S]*?<\/header>/u.exec(html)?.[0] ?? ''
const card = (html: string, heading: RegExp) =>
  html
    .match(/<li class="holdfast-card">[\s\S]*?(?=<li class="holdfast-card">|<section)/gu)
    ?.find(one => heading.test(one)) ?? ''

describe('the head of a family’s pages', () => {
  it('says the child’s name, age, plan, what is missing and who is expected', async () => {
    const html = head(await page('?day=2019-05-14'))
    for (const words of [
      'Wyn Quill',
      '11 months',
      'Born 6 June 2018',
      'Child in need plan',
      'Social worker not allocated since 30 April',
      'No lead practitioner has accepted',
      'Baby expected 15 July 2019',
    ])
      assert.ok(html.includes(words), words)
  })

  it('says only what was known on the day', async () => {
    const html = head(await page('?day=2018-11-01'))
    assert.doesNotMatch(html, /Baby|not allocated/u)
    assert.doesNotMatch(head(await page('?day=2018-08-30')), /plan/iu)
  })

  it('drops what is missing once somebody accepted', async () => {
    const lead = { kind: 'lead-accepted', on: '2019-05-20', by: 'health-visiting', lead: 'lead-practitioner' }
    assert.doesNotMatch(head(await page('', lead)), /No lead practitioner/u)
    const declined = { kind: 'lead-declined', on: '2019-05-21', by: 'health-visiting', lead: 'lead-practitioner' }
    assert.match(head(await page('', lead, declined)), /No lead practitioner/u)
  })

  it('stands directly in the page, so that it stays when one scrolls', async () => {
    assert.match(await page(''), /<main [^>]*>\s*<header class="holdfast-family-header">/u)
  })
})

describe('who is involved, who sees the child next, who saw the child last', () => {
  it('says who nobody has replaced', async () => {
    const html = card(await page('?day=2019-05-14'), /Who is involved/u)
    assert.match(html, /Social worker<\/strong> not allocated since 30 April/u)
    assert.match(html, /Health visitor<\/strong> Ivy Marsh/u)
    assert.match(card(await page('?day=2019-04-01'), /Who is involved/u), /Hal Fenn/u)
  })

  it('says the next appointment with its time, and that two clash', async () => {
    const other = {
      kind: 'appointment-booked',
      on: '2019-05-14',
      by: 'hospital/st-anne',
      when: '2019-06-20 11:00',
      clinic: 'the hip clinic',
    }
    const html = card(await page('?day=2019-05-14', other), /sees Wyn Quill next/u)
    assert.match(html, /Thursday 20 June 2019<\/time>, 10:20<\/strong> the eye clinic, Royal hospital[\s\S]*11:00/u)
    assert.match(html, /clashes with another/u)
    assert.match(card(await page('?day=2019-05-13'), /sees/u), /No appointment ahead is on the record/u)
  })

  it('says a later miss only under the sighting that it follows', async () => {
    const seen = (html: string) => card(html, /saw Wyn Quill last/u)
    assert.match(
      seen(await page('?day=2018-11-01')),
      /Thursday 18 October 2018[\s\S]*Not brought since then: 22 October/u,
    )
    const later = seen(await page('?day=2019-03-20'))
    assert.match(later, /Friday 8 March 2019[\s\S]*Before that: 18 October 2018/u)
    assert.doesNotMatch(later, /Not brought/u)
  })
})

describe('what is owed now', () => {
  const rows = (html: string) => html.match(/<li class="holdfast-duty">/gu)?.length ?? 0

  it('is five things where no more are statutory or due today, with the way to all others', async () => {
    const html = await page('')
    assert.equal(rows(html), 5)
    assert.match(html, /href="\/families\/01\/ledger\?state=owed">\d+ more that are owed/u)
  })

  it('has first what a child needs the same day, then what was agreed and what the law says, and because of what', async () => {
    const html = await page('')
    const [first = '', ...others] = html.slice(html.indexOf('class="holdfast-duty"')).split('</li>')
    assert.match(first, /Make an interim safety plan/u)
    const row = others.find(one => one.includes('Hold the initial child protection conference')) ?? ''
    assert.match(row, /8 days late/u)
    assert.match(row, /Hold the initial child protection conference/u)
    assert.match(row, /Because a strategy discussion was held and decided on a conference on 13 May 2019/u)
  })

  it('says so when nothing is', async () => {
    assert.match(await page('?day=2018-08-27'), /Nothing is owed on this day/u)
  })

  it('shows what is the same for siblings once', async () => {
    const sibling = { kind: 'person', person: 'tom', name: 'Tom Quill', born: '2016-01-01', as: 'child' }
    const talk = {
      kind: 'strategy-discussion',
      on: '2019-05-15',
      by: 'social-care',
      discussion: 'talk-2',
      child: 'wyn; tom',
      section47: 'yes',
      outcome: 'conference',
    }
    const html = await (
      await app(
        inventedPartnership([...oneYear.filter(({ kind }) => kind !== 'strategy-discussion'), sibling, talk]),
      ).request('/families/01')
    ).text()
    assert.match(html, /For Tom Quill and <a [^>]*>Wyn Quill<\/a>|For Wyn Quill and <a [^>]*>Tom Quill<\/a>/u)
  })
})

describe('a day that is past', () => {
  it('shows nothing that was written later, and says so', async () => {
    const html = await page('?day=2018-12-01')
    assert.match(html, /As it was known on 1 December 2018\. Nothing that was written later is on this page\./u)
    for (const words of ['Baby', 'strategy discussion', '13 May 2019', 'conference was', 'pregnan'])
      assert.ok(!html.includes(words), words)
  })

  it('stays the same whatever is written afterwards', async () => {
    const later: readonly Line[] = [
      { kind: 'concern', on: '2018-11-20', written: '2019-02-01', by: 'school', text: 'Late words.' },
      { kind: 'was-not-brought', on: '2018-11-05', written: '2018-12-02', by: 'hospital/royal', appointment: 'late-1' },
      { kind: 'meeting-held', on: '2019-06-12', by: 'social-care', type: 'child-in-need' },
    ]
    const main = (html: string) => html.slice(html.indexOf('holdfast-cards'))
    for (const place of ['', '/threads', '/ledger', '/chronology'])
      assert.equal(
        main(await page(`${place}?day=2018-12-01`, ...later)),
        main(await page(`${place}?day=2018-12-01`)),
        place,
      )
  })

  it('leaves nothing owed growing after a death', async () => {
    const death = { kind: 'death', on: '2019-06-20', by: 'hospital/royal', person: 'wyn' }
    const html = await page('?day=2019-12-31', death)
    assert.match(html, /Wyn Quill died on 20 June 2019\. What was owed then stands here as it was on that day/u)
    assert.match(head(html), /Died on 20 June 2019/u)
    assert.match(html, /2 weeks late[\s\S]*Hold the initial child protection conference/u)
  })
})
