import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Day, Moment } from '../calendar/day.ts'
import { getDay } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import type { Post, PractitionerId } from '../people/practitioner.ts'
import type { OpenedDay, Opening } from '../store/openings.ts'
import { noFinding, openedTable, recordOpeningsPage, unusualOpeningsPage } from './openings.ts'

const day: Day = getDay('2026-11-25')
const at = (clock: string): Moment => momentAt(day, clock)
const posts = [{ agency: 'housing', role: 'housing-officer' } as Post]
const one: OpenedDay = {
  ...{ day, practitioner: 'p-1' as PractitionerId, name: 'Wendell Ings', posts, way: 'glass', times: 3 },
  ...{ pages: ['chronology', 'now'], first: at('09:05'), last: at('16:40'), reason: 'A child alone <b>now</b>.' },
}
const opening: Opening = {
  ...{ opening: 7, record: 'bcdfghjkmn', practitioner: 'p-1' as PractitionerId, name: 'Wendell Ings', posts },
  ...{ at: at('09:05'), way: 'glass', reason: 'A child alone.', review: undefined },
}
const list = async (rows: readonly OpenedDay[], all = rows.length, page = 1) =>
  String(await openedTable({ rows, all, page }, number => `/log?page=${number}`))
const unusual = async (
  rows: readonly Opening[],
  problems: Parameters<typeof unusualOpeningsPage>[0]['problems'] = [],
) => String(await unusualOpeningsPage({ around: {}, csrf: 'c-1', log: { rows, all: rows.length, page: 1 }, problems }))

describe('who has opened a record', () => {
  it('is said by day and person: as what, by which way, which pages, how often', async () => {
    const page = await list([one])
    for (const words of [
      '25 November 2026',
      'Wendell Ings, housing officer',
      'Opened without belonging',
      'Chronology, now',
      '3 times, 09:05 to 16:40',
    ])
      assert.ok(page.includes(words), words)
    assert.ok(page.includes('A child alone &lt;b&gt;now&lt;/b&gt;.'))
    assert.ok((await list([{ ...one, times: 1, last: one.first }])).includes('1 time, 09:05<'))
  })

  it('has 200 rows on a page, and the way to the others', async () => {
    const page = await list(
      Array.from({ length: 200 }, () => one),
      412,
      2,
    )
    assert.match(page, /Rows 201 to 400 of 412/u)
    assert.match(page, /href="\/log\?page=3"/u)
    assert.doesNotMatch(await list([one]), /Rows/u)
  })

  it('says so when nobody has', async () => {
    assert.match(await list([]), /Nobody has opened this record yet/u)
    assert.match(
      String(await recordOpeningsPage({ around: {}, record: 'bcdfghjkmn', log: { rows: [], all: 0, page: 1 } })),
      /Who has opened record bcdfghjkmn/u,
    )
  })
})

describe('an opening without belonging', () => {
  it('is ended by one press, or in words', async () => {
    const page = await unusual([opening])
    assert.match(page, /name="csrf" value="c-1"><input type="hidden" name="opening" value="7">/u)
    assert.match(page, /value="nothing" name="do"[\s\S]*Seen, nothing to follow/u)
    assert.match(page, /<label class="govuk-label" for="finding-7">/u)
  })

  it('opens at the field that was left empty', async () => {
    const page = await unusual([opening], [noFinding(7)])
    assert.match(page, /<title>Error: /u)
    assert.match(page, /href="#finding-7"/u)
    assert.match(page, /<details class="govuk-details" open/u)
  })

  it('has no button any more once it was looked at', async () => {
    const page = await unusual([{ ...opening, review: { finding: 'Seen, nothing to follow', by: 'Crispin Yeo' } }])
    assert.match(page, /Seen, nothing to follow<\/strong><br><span class="holdfast-quiet">Crispin Yeo/u)
    assert.doesNotMatch(page, /<button/u)
  })

  it('says what would be here', async () => {
    assert.match(await unusual([]), /None yet\./u)
  })
})
