import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { app } from './app.ts'
import { inventedPartnership, type Line, oneYear } from './invented.ts'

const page = async (query: string, ...more: readonly Line[]) =>
  (await app(inventedPartnership([...oneYear, ...more])).request(`/families/01/threads${query}`)).text()
const picture = (html: string) => /<svg class="days"[\s\S]*?<\/svg>/u.exec(html)?.[0] ?? ''
const table = (html: string) => /<table[\s\S]*?<\/table>/u.exec(html)?.[0] ?? ''

describe('the picture', () => {
  it('has a title and a description, and every mark and thread is a link that says what it is', async () => {
    const svg = picture(await page(''))
    assert.match(svg, /role="group" aria-labelledby="threads-title threads-about"/u)
    assert.match(
      svg,
      /<title id="threads-title">What was promised, and what became of it<\/title><desc id="threads-about">[^<]+<\/desc>/u,
    )
    const links = svg.match(/<a [^>]*>/gu) ?? []
    assert.ok(links.length > 15)
    assert.equal(links.length, svg.match(/<a [^>]*><title>[^<]+<\/title>/gu)?.length)
  })

  it('draws what somebody agreed with a full line and what a rule works out apart, and says so', async () => {
    const html = await page('')
    const svg = picture(html)
    assert.match(
      svg,
      /class="thread hangs promised"[^>]*><title>Hold the initial child protection conference, for Wyn Quill: service manager, due 4 June 2019, 8 days late</u,
    )
    assert.match(svg, /class="thread hangs derived"[^>]*><title>[^<]*\(worked out by a rule\)</u)
    assert.match(html, /somebody agreed it<\/li>/u)
    assert.match(html, /worked out by a rule, agreed by nobody<\/li>/u)
  })

  it('says its day in full, within its width', async () => {
    assert.match(picture(await page('')), /class="today-name" [^>]*text-anchor="end">12 June 2019</u)
  })

  it('draws only what was known on the day that is chosen', async () => {
    const html = await page('?day=2018-12-01')
    for (const words of ['conference was', 'strategy discussion', '2019', 'pregnancy'])
      assert.ok(!picture(html).includes(words) && !table(html).includes(words), words)
    assert.match(picture(html), /class="thread hangs promised"[^>]*><title>Do what was agreed/u)
  })

  it('works for a week, a year and five years', async () => {
    for (const from of ['2019-06-06', '2018-06-13', '2014-06-13']) {
      const svg = picture(await page(`?from=${from}`))
      assert.match(svg, /class="today"/u)
      assert.ok((svg.match(/class="tick"/gu)?.length ?? 0) >= 5, from)
    }
  })

  it('takes a stretch that ends before its day, and forgets one that makes no sense', async () => {
    const html = await page('?from=2018-10-01&to=2018-10-31')
    assert.match(html, /From 1 October 2018 to 31 October 2018/u)
    assert.doesNotMatch(picture(html), /class="today"/u)
    for (const query of ['?from=2019-06-01&to=2018-01-01', '?from=31+February', '?to=soon'])
      assert.match(await page(query), /From 28 August 2018 to 12 June 2019/u)
  })

  it('says what would be here when nothing is', async () => {
    const empty = await (await app(inventedPartnership([])).request('/families/01/threads')).text()
    assert.match(empty, /Nothing of this stretch of days is on the record/u)
  })
})

describe('the table below', () => {
  it('says the same: every entry of the days, with what was owed because of it and what became of it', async () => {
    const html = await page('')
    const rows = table(html).match(/<tr /gu)?.length ?? 0
    assert.match(html, new RegExp(`The same as a table: rows ${rows - 1}`, 'u'))
    assert.match(
      table(html),
      /13 May 2019[\s\S]*A strategy discussion was held[\s\S]*Hold the initial child protection conference<\/a> <strong [^>]*>8 days late<\/strong><span [^>]*>Service manager; due 4 June 2019; somebody agreed it/u,
    )
    for (const [, key] of picture(html).matchAll(/\/duties\/(\w{12})/gu))
      assert.match(table(html), new RegExp(`/duties/${key}`, 'u'))
  })

  it('comes in pages of a hundred rows', async () => {
    const many = Array.from({ length: 240 }, (_, index) => ({
      kind: 'concern',
      id: `c-${index}`,
      on: `2019-0${1 + (index % 5)}-${10 + (index % 18)}`,
      by: 'school',
    }))
    const html = await page('', ...many)
    assert.equal(table(html).match(/<tr /gu)?.length, 101)
    assert.match(html, /href="\/families\/01\/threads\?from=2018-08-28&amp;page=2"/u)
    assert.match(await page('?page=3', ...many), /rows 201 to 2\d\d of 2\d\d/u)
  })
})
