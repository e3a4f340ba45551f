import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { app } from './app.ts'
import { inventedPartnership, type Line, oneYear } from './invented.ts'

const page = async (query: string, ...more: readonly Line[]) =>
  (await app(inventedPartnership([...oneYear, ...more])).request(`/families/01/chronology${query}`)).text()
const items = (html: string) =>
  html.match(/<li class="holdfast-entry"[\s\S]*?(?=<li class="holdfast-entry"|<\/ol>|$)/gu) ?? []
const itemWith = (html: string, words: string) => items(html).find(item => item.includes(words)) ?? ''

describe('the chronology', () => {
  it('stands in order of day, by month, each entry with who wrote it and in its own words', async () => {
    const html = await page('')
    assert.deepEqual(
      [...html.matchAll(/<h3 class="holdfast-month">([^<]*)/gu)].map(([, month]) => month),
      [
        'Who the people are',
        'August 2018',
        'September 2018',
        'October 2018',
        'December 2018',
        'March 2019',
        'April 2019',
        'May 2019',
        'June 2019',
      ],
    )
    const miss = itemWith(html, 'was not brought to the eye clinic')
    assert.match(miss, /22 October 2018/u)
    assert.match(miss, /Written by Royal hospital/u)
    assert.match(miss, /Nobody came\./u)
  })

  it('says when something was written later than it happened', async () => {
    const late = { kind: 'concern', on: '2019-01-10', written: '2019-02-01', by: 'school', author: 'Ms Hale' }
    assert.match(await page('', late), /Written by Ms Hale, the school on 1 February 2019/u)
    assert.doesNotMatch(await page('?day=2019-01-31', late), /Ms Hale/u)
  })

  it('folds receipts under what they are of', async () => {
    const html = await page('')
    assert.match(itemWith(html, 'to the eye clinic'), /1 receipt[\s\S]*ocial care (?:was|were) told, 23 October 2018/u)
    assert.equal(items(html).length, oneYear.length - 3 - 1)
  })

  it('folds receipts of a thing under the first entry about it, and lets others stand alone', async () => {
    const ofThing = { kind: 'acknowledged', on: '2019-05-15', by: 'police', of: 'talk-1', to: 'police' }
    const alone = { kind: 'told', on: '2019-05-16', by: 'police', of: 'nothing-here', to: 'liv' }
    const html = await page('', ofThing, alone)
    assert.match(itemWith(html, 'strategy discussion'), /olice said that they have it/u)
    assert.match(itemWith(html, '16 May 2019'), /was told/u)
  })

  it('prints a family member’s reply wherever the entry is', async () => {
    const reply = {
      kind: 'reply',
      on: '2018-10-25',
      by: 'family',
      of: 'miss-1',
      person: 'liv',
      text: 'The bus did not come.',
    }
    assert.match(
      itemWith(await page('', reply), 'to the eye clinic'),
      /Liv Quill replied, 25 October 2018[\s\S]*The bus did not come/u,
    )
  })
})

describe('a correction', () => {
  const corrected = {
    kind: 'was-not-brought',
    id: 'miss-1b',
    corrects: 'miss-1',
    on: '2018-10-24',
    written: '2018-11-20',
    by: 'hospital/royal',
    appointment: 'eyes-1',
    clinic: 'the ear clinic',
    text: 'It was the other clinic.',
  }
  const again = { ...corrected, id: 'miss-1c', corrects: 'miss-1b', on: '2018-10-25', written: '2018-12-05' }

  it('stands in the place of the entry, with what it said before', async () => {
    const item = itemWith(await page('', corrected), 'ear clinic')
    assert.match(item, /24 October 2018/u)
    assert.match(
      item,
      /Corrected on 20 November 2018 by Royal hospital\. Before, it was: [^<]*eye clinic, 22 October 2018\./u,
    )
    assert.match(item, /Nobody came\./u)
  })

  it('keeps every version when it is corrected again', async () => {
    const item = itemWith(await page('', corrected, again), '25 October 2018')
    assert.match(
      item,
      /Corrected on 5 December 2018[\s\S]*24 October 2018[\s\S]*Corrected on 20 November 2018[\s\S]*22 October 2018/u,
    )
  })

  it('is not known before it was written', async () => {
    assert.doesNotMatch(await page('?day=2018-11-19', corrected), /ear clinic|Corrected/u)
  })

  it('says nothing of a version that was set apart, nor of the setting apart', async () => {
    const apart = { kind: 'set-apart', on: '2018-12-01', by: 'partnership', entry: 'miss-1', reason: 'Another family' }
    const html = await page('', { ...corrected, corrects: 'other' }, apart)
    assert.doesNotMatch(html, /Nobody came|Another family|set apart/u)
  })
})

describe('a long chronology', () => {
  const many = Array.from({ length: 450 }, (_, index) => ({
    kind: 'contact',
    id: `call-${index}`,
    on: `2019-0${1 + Math.floor(index / 90)}-10 ${10 + (index % 10)}:${10 + (index % 50)}`,
    by: 'police',
    text: `Call ${index}.`,
  }))

  it('comes in pages of two hundred entries', async () => {
    const html = await page('', ...many)
    assert.equal(items(html).length + 3, 200)
    assert.match(html, /Entries 1 to 200 of 4\d\d/u)
    assert.match(html, /href="\/families\/01\/chronology\?page=3"/u)
  })

  it('opens at the page on which a linked entry stands', async () => {
    const html = await page('?page=3', ...many)
    const anchor = /<li class="holdfast-entry" id="e-(\w{12})"/u.exec(html)?.[1]
    assert.match(await page(`?entry=${anchor}`, ...many), new RegExp(`id="e-${anchor}"`, 'u'))
    assert.match(await page('?entry=nothing', ...many), /Entries 1 to 200/u)
  })

  it('says what would be here when nothing is', async () => {
    const empty = await (await app(inventedPartnership([])).request('/families/01/chronology')).text()
    assert.match(empty, /Nothing was on the record by this day/u)
  })
})
