import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { shortName } from './address.ts'
import { app } from './app.ts'
import { inventedPartnership, type Line, oneYear } from './invented.ts'
import { accountPages } from './invented-accounts.ts'
import { barriers, sideways, type TrialBrowser, trialBrowser } from './trial-browser.ts'

/** A second child, a correction, a reply and many entries, so that every part of a page is there to be looked at. */
const busy: readonly Line[] = [
  ...oneYear,
  { kind: 'person', person: 'tom', name: 'Tom Quill', born: '2016-01-01', as: 'child' },
  { kind: 'reply', on: '2018-10-25', by: 'family', of: 'miss-1', person: 'liv', text: 'The bus did not come.' },
  { kind: 'concern', id: 'worry', on: '2019-02-01', by: 'school', text: 'Thin coat.' },
  {
    kind: 'concern',
    id: 'worry-2',
    corrects: 'worry',
    on: '2019-02-02',
    written: '2019-02-05',
    by: 'school',
    text: 'Thin coat, cold day.',
  },
  ...Array.from({ length: 240 }, (_, index) => ({
    kind: 'contact',
    id: `call-${index}`,
    on: `2019-0${1 + (index % 5)}-${10 + (index % 18)}`,
    by: ['police', 'school', 'gp/elm-road', 'hospital/royal'][index % 4] ?? 'police',
    text: `Call ${index}.`,
  })),
]

const pages = [
  '/',
  '/families/01',
  '/families/01?day=2018-12-01',
  '/families/01?day=31+February+2019',
  '/families/01/threads',
  '/families/01/threads?from=2019-05-10',
  '/families/01/ledger',
  '/families/01/offered',
  `/families/01/misses/${shortName('01', 'eyes-1')}`,
  '/families/01/five-factors',
  '/families/01/ledger?facts=yes&day=2019-03-01',
  '/families/01/chronology',
  '/your-file',
  '/nowhere',
  ...Object.keys(accountPages),
]

let trial: TrialBrowser
let base: string

before(async () => {
  const web = app(inventedPartnership(busy))
  for (const [path, page] of Object.entries(accountPages)) web.get(path, c => c.html(page()))
  trial = await trialBrowser(web.fetch)
  base = trial.base
})

after(() => trial?.end())

const within: TrialBrowser['within'] = (options, look) => trial.within(options, look)

const dutyOn = async (page: Page): Promise<string> => {
  await page.goto(`${base}/families/01`)
  return (await page.locator('.holdfast-duty__what a').first().getAttribute('href')) ?? ''
}

for (const width of [360, 1280]) {
  describe(`every page at ${width} pixels`, () => {
    it('puts nothing in the way of anybody, as far as axe can tell', { timeout: 120_000 }, () =>
      within({ viewport: { width, height: 900 } }, async page => {
        for (const path of [...pages, await dutyOn(page)]) {
          await page.goto(base + path)
          assert.deepEqual(await barriers(page), [], path)
        }
      }),
    )

    it('never scrolls sideways', () =>
      within({ viewport: { width, height: 900 } }, async page => {
        for (const path of [...pages, await dutyOn(page)]) {
          await page.goto(base + path)
          assert.equal(await sideways(page), 0, path)
        }
      }))

    it('loads without anything that the policy stops', () =>
      within({ viewport: { width, height: 900 } }, async page => {
        const complaints: string[] = []
        page.on('console', message => complaints.push(message.text()))
        page.on('pageerror', error => complaints.push(error.message))
        for (const path of pages.filter(one => !/February|nowhere/u.test(one))) await page.goto(base + path)
        assert.deepEqual(complaints, [])
      }))
  })
}

describe('without JavaScript', () => {
  const plain = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }

  it('a day is chosen by typing it', () =>
    within(plain, async page => {
      await page.goto(`${base}/families/01`)
      await page.getByLabel('As it was known on').fill('1 December 2018')
      await page.getByRole('button', { name: 'Show this day' }).click()
      assert.equal(page.url(), `${base}/families/01?day=2018-12-01`)
      assert.equal(await page.getByText('Nothing that was written later is on this page.').count(), 1)
    }))

  it('a day is chosen with the slider and the button', () =>
    within(plain, async page => {
      await page.goto(`${base}/families/01/threads?day=2019-05-14`)
      await page.getByRole('slider').focus()
      await page.keyboard.press('ArrowLeft')
      await page.getByRole('button', { name: 'Show this day' }).click()
      assert.equal(page.url(), `${base}/families/01/threads?day=2019-05-13`)
    }))

  it('a duty is opened from the list, and an entry from the duty', () =>
    within(plain, async page => {
      await page.goto(`${base}/families/01`)
      await page.getByRole('link', { name: 'Hold the initial child protection conference' }).first().click()
      assert.match(page.url(), /\/families\/01\/duties\/\w{12}$/u)
      await page
        .getByRole('link', { name: /A strategy discussion was held/u })
        .first()
        .click()
      const [, anchor = ''] = page.url().split('#')
      assert.equal(await page.locator(`#${anchor}`).isVisible(), true)
    }))

  it('a thread and a mark of the picture are opened by clicking on them', () =>
    within(plain, async page => {
      await page.goto(`${base}/families/01/threads`)
      await page.locator('.days a.thread.hangs text').first().click()
      assert.match(page.url(), /\/duties\/\w{12}$/u)
      await page.goto(`${base}/families/01/threads`)
      await page.locator('.days a.mark.cross').first().click()
      assert.match(page.url(), /\/chronology\?entry=\w{12}#e-\w{12}$/u)
    }))

  it('the table is turned page by page', () =>
    within(plain, async page => {
      await page.goto(`${base}/families/01/threads`)
      await page.getByRole('link', { name: 'Next page' }).click()
      assert.match(page.url(), /page=2$/u)
      assert.match((await page.locator('caption').textContent()) ?? '', /rows 101 to 200/u)
    }))

  it('a wrong day is said beside its field', () =>
    within(plain, async page => {
      await page.goto(`${base}/families/01/ledger`)
      await page.getByLabel('As it was known on').fill('31 February 2019')
      await page.getByRole('button', { name: 'Show this day' }).click()
      assert.match((await page.locator('#day-error').textContent()) ?? '', /31 February 2019 is not a day/u)
    }))

  it('a file of one’s own is sent and shown', () =>
    within(plain, async page => {
      const line = '{"kind":"person","person":"kit","name":"Kit Brook","born":"2020-01-10","subject":"yes"}'
      await page.goto(`${base}/your-file`)
      await page
        .getByLabel('Chronology file')
        .setInputFiles({ name: 'own.jsonl', mimeType: 'application/json', buffer: Buffer.from(line) })
      await page.getByRole('button', { name: 'Show this file' }).click()
      assert.equal(await page.getByRole('heading', { name: 'Kit Brook' }).count(), 1)
    }))
})

describe('with JavaScript', () => {
  it('the slider says its day while it moves and asks for it when it rests', () =>
    within({ viewport: { width: 1280, height: 900 } }, async page => {
      await page.goto(`${base}/families/01?day=2019-05-14`)
      await page.getByRole('slider').focus()
      await page.keyboard.press('ArrowLeft')
      assert.equal(await page.locator('output').textContent(), '13 May 2019')
      assert.equal(await page.getByRole('slider').getAttribute('aria-valuetext'), '13 May 2019')
      await page.waitForURL('**/families/01?day=2019-05-13')
    }))
})

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
const labelBoxes =
  "[...document.querySelectorAll('.days a.thread text, .days a.more text')].map(one => one.getBoundingClientRect().toJSON())"

describe('the look of a page', () => {
  it('keeps the head of the family in sight on a large screen', () =>
    within({ viewport: { width: 1280, height: 900 } }, async page => {
      await page.goto(`${base}/families/01/chronology`)
      await page.evaluate('window.scrollTo(0, 3000)')
      const box = await page.locator('.holdfast-family-header').boundingBox()
      assert.ok(box !== null && box.y >= -1 && box.y < 10, JSON.stringify(box))
    }))

  it('has the table before the picture on a narrow screen, and the picture scrolls in its own frame', () =>
    within({ viewport: { width: 360, height: 900 } }, async page => {
      await page.goto(`${base}/families/01/threads`)
      const [table, picture] = await Promise.all([
        page.locator('.holdfast-threads-table').boundingBox(),
        page.locator('.holdfast-threads').boundingBox(),
      ])
      assert.ok((table?.y ?? 0) < (picture?.y ?? 0))
      const scrolls = await page.evaluate(
        "(([f]) => f.scrollWidth > f.clientWidth)(document.querySelectorAll('.holdfast-threads'))",
      )
      assert.equal(scrolls, true)
    }))

  it('has no two labels of the picture that cover each other, in the letters that are drawn', () =>
    within({ viewport: { width: 1280, height: 900 } }, async page => {
      for (const query of ['', '?from=2019-06-06', '?from=2014-06-13']) {
        await page.goto(`${base}/families/01/threads${query}`)
        const labels = (await page.evaluate(labelBoxes)) as readonly Box[]
        assert.ok(labels.length > 0)
        for (const [index, one] of labels.entries())
          for (const other of labels.slice(index + 1))
            assert.ok(
              one.right <= other.left ||
                other.right <= one.left ||
                one.bottom - 3 <= other.top ||
                other.bottom - 3 <= one.top,
              JSON.stringify([one, other]),
            )
      }
    }))

  it('fits the picture on a sheet of paper', () =>
    within({ viewport: { width: 1000, height: 900 } }, async page => {
      await page.emulateMedia({ media: 'print' })
      await page.goto(`${base}/families/01/threads`)
      const [frame, names, days] = await Promise.all(
        ['.holdfast-threads', '.names', '.days'].map(one => page.locator(one).boundingBox()),
      )
      assert.ok((names?.width ?? 0) + (days?.width ?? 0) <= (frame?.width ?? 0) + 1)
      assert.ok(Math.abs((names?.height ?? 0) - (days?.height ?? 1)) < 2)
    }))
})
