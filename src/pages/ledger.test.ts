import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { app } from './app.ts'
import { inventedPartnership, type Line, oneYear } from './invented.ts'

const page = async (query: string, ...more: readonly Line[]) =>
  (await app(inventedPartnership([...oneYear, ...more])).request(`/families/01/ledger${query}`)).text()
const rows = (html: string) => html.match(/<li class="holdfast-duty">[\s\S]*?<\/li>/gu) ?? []
const rowOf = (html: string, sentence: string) => rows(html).find(row => row.includes(sentence)) ?? ''

describe('what happened here', () => {
  it('says of every duty how it stands, because of what, whose it is, by when and by whose clock', async () => {
    const row = rowOf(await page(''), 'Hold the initial child protection conference')
    for (const words of [
      '8 days late',
      'Because a strategy discussion was held',
      'Service manager',
      '4 June 2019, within 15 working days (statutory)',
      '8 days late: 8 days, 6 working days',
      'head of service, partnership executive, children&#39;s social care, the police, health visiting',
    ])
      assert.ok(row.includes(words), `${words} in ${row}`)
  })

  it('calls a number of ours a local setting', async () => {
    assert.match(
      rowOf(await page(''), 'Do what was agreed'),
      /23 October 2018, within 1 working day \(local setting\)/u,
    )
  })

  it('says what ended it', async () => {
    const row = rowOf(await page(''), 'Do what was agreed')
    assert.match(row, /kept 6 months late/u)
    assert.match(
      row,
      /<dt>Ended by<\/dt><dd><a [^>]*>a strategy discussion was held and decided on a conference<\/a> on 13 May 2019/u,
    )
  })

  it('says who was told', async () => {
    const told = { kind: 'told', on: '2019-05-14', by: 'social-care', of: 'talk-1', to: 'police', way: 'e-mail' }
    assert.match(
      rowOf(await page('', told), 'Hold the initial'),
      /<dt>Told<\/dt><dd>(?:the )?police (?:was|were) told on 14 May 2019/u,
    )
  })

  it('can be narrowed to what is late, owed or kept, with links', async () => {
    const html = await page('')
    const all = rows(html).length
    assert.match(html, new RegExp(`aria-current="true">All \\(${all}\\)`, 'u'))
    for (const state of ['late', 'owed', 'kept']) {
      const narrowed = rows(await page(`?state=${state}`))
      const count = new RegExp(`state=${state}"[^>]*>\\w+ \\((\\d+)\\)`, 'u').exec(html)?.[1]
      assert.equal(narrowed.length, Number(count), state)
      assert.ok(narrowed.length < all)
    }
    assert.equal(rows(await page('?state=nonsense')).length, all)
  })

  it('says what would be here when nothing was owed', async () => {
    assert.match(await page('?day=2018-08-27'), /There is none\. What somebody agrees/u)
  })
})

describe('a day that is past', () => {
  const late = {
    kind: 'was-not-brought',
    on: '2018-11-05',
    written: '2019-02-01',
    by: 'hospital/royal',
    appointment: 'late-1',
    clinic: 'the knee clinic',
  }

  it('is shown as it was known then', async () => {
    assert.doesNotMatch(await page('?day=2018-12-01', late), /knee clinic/u)
  })

  it('is shown on all that is known now when that is asked', async () => {
    const html = await page('?day=2018-12-01&facts=yes', late)
    assert.match(html, /Everything that had happened by 1 December 2018, on all that is known now/u)
    assert.match(html, /knee clinic/u)
    assert.match(html, /Not known on that day/u)
    assert.doesNotMatch(html, /Nothing that was written later/u)
    assert.match(html, /Some of it was not known on that day\./u)
    assert.doesNotMatch(html, /13 May 2019/u)
    assert.doesNotMatch(html, /\/duties\/\w{12}\?day/u)
    assert.match(html, /href="\/families\/01\/ledger\?day=2018-12-01">Show what was known on that day/u)
  })

  it('keeps how it is read when another day is chosen', async () => {
    assert.match(
      await page('?day=2018-12-01&facts=yes&state=late'),
      /name="facts" value="yes"[\s\S]*name="state" value="late"/u,
    )
  })
})

describe('what a correction took back', () => {
  const corrected: Line = {
    kind: 'attended',
    id: 'came',
    corrects: 'miss-1',
    on: '2018-10-22',
    written: '2018-11-20',
    by: 'hospital/royal',
    appointment: 'eyes-1',
  }

  it('is listed apart, and no longer as owed', async () => {
    assert.doesNotMatch(await page('', corrected), /Do what was agreed/u)
    const html = await page('?state=back', corrected)
    assert.match(rowOf(html, 'Do what was agreed'), /taken back/u)
    assert.doesNotMatch(await page('?state=back&day=2018-11-01', corrected), /Do what was agreed/u)
  })
})

describe('a long record', () => {
  it('comes in pages of two hundred', async () => {
    const many = Array.from({ length: 260 }, (_, index) => ({
      kind: 'referral-made',
      on: `2019-0${1 + (index % 5)}-${10 + (index % 18)}`,
      by: 'police',
      referral: `r-${index}`,
      to: 'social-care',
    }))
    const html = await page('', ...many)
    assert.equal(rows(html).length, 200)
    assert.match(html, /aria-label="Pagination"[\s\S]*href="\/families\/01\/ledger\?page=2"/u)
  })
})
