import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { loadExampleFeeds } from '../../intake/example/example-feeds.ts'
import { readBatch } from '../../intake/feeds/reading.ts'
import { barriers, sideways, type TrialBrowser, trialBrowser } from '../trial-browser.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'
import { recordOf } from './trial-facts.ts'

/* Journeys that end on pages which no address shows: looked at where they are reached, without JavaScript and by keyboard. */

let holdfast: TrialHoldfast
let browser: TrialBrowser

before(async () => {
  holdfast = await trialHoldfast()
  browser = await trialBrowser(request => holdfast.web.fetch(request))
})
after(async () => {
  await browser?.end()
  await holdfast?.end()
})

/** Nothing in the way of anybody, on a telephone and on a desk. */
const looksRight = async (page: Page): Promise<void> => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    assert.equal(await sideways(page), 0, `${await page.title()} at ${width}`)
    assert.deepEqual(await barriers(page), [], `${await page.title()} at ${width}`)
  }
}

const as = (person: string, journey: (page: Page) => Promise<void>) =>
  browser.within({ viewport: { width: 1280, height: 900 } }, async page => {
    // axe is a script, so that scripts cannot be off: ours is not loaded.
    await page.route('**/holdfast.js', route => route.abort())
    await page.goto(`${browser.base}/sign-in`)
    const button = page.locator(`button[value="${person}"]`)
    // Most of the invented people stand behind the name of their service.
    if (!(await button.isVisible())) await page.locator('details', { has: button }).locator('summary').press('Enter')
    await button.press('Enter')
    await page.waitForURL('**/today')
    await journey(page)
  })

/** Presses a key on something that leads to another page, and waits until that page is whole, with its style. */
const enter = async (page: Page, what: Locator): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), what.press('Enter')])
}
const press = (page: Page, name: string | RegExp) => enter(page, page.getByRole('button', { name }).first())
const follow = (page: Page, name: string | RegExp) => enter(page, page.getByRole('link', { name }).first())

describe('in an emergency', () => {
  it('a child is looked up by number, and what is wrong with it is said first', { timeout: 120_000 }, () =>
    as('jo.sugden', async page => {
      await follow(page, 'Emergency')
      await page.getByLabel('NHS number').fill('999 011 1295')
      await press(page, 'Show the emergency view')
      assert.match(await page.title(), /^Error: /u)
      await looksRight(page)
      await page.getByLabel('NHS number').fill('999 000 0018')
      await press(page, 'Show the emergency view')
      assert.equal(await page.getByText('Nothing is shown for this').count(), 1)
      await looksRight(page)
      await page.getByLabel('NHS number').fill('999 011 1294')
      await press(page, 'Show the emergency view')
      assert.equal(await page.getByRole('heading', { name: 'Tobi Nyman-Okoro' }).count(), 1)
      await looksRight(page)
    }),
  )
})

describe('what the information-governance lead hears of', () => {
  it('an opening without belonging is made, and looked at the next day in one press', {
    timeout: 120_000,
  }, async () => {
    await as('wendell.ings', async page => {
      await page.goto(`${browser.base}/open-without-belonging`)
      await page.getByLabel('NHS number').fill('999 000 0018')
      await page.getByLabel('Why do you need this record now?').fill('The landlord found the child alone.')
      await press(page, 'Open the record')
      assert.equal(await page.getByText('Holdfast cannot open a record from this').count(), 1)
      await looksRight(page)
      await page.getByLabel('NHS number').fill('999 011 1294')
      await press(page, 'Open the record')
      assert.equal(page.url(), `${browser.base}/families/${recordOf(holdfast, '12')}`)
    })
    await as('crispin.yeo', async page => {
      await follow(page, 'Governance')
      await follow(page, 'Openings without belonging')
      await looksRight(page)
      await press(page, 'Seen, nothing to follow')
      assert.equal(await page.locator('.holdfast-entry strong').first().textContent(), 'Seen, nothing to follow')
      await follow(page, recordOf(holdfast, '12'))
      await looksRight(page)
    })
  })

  it('an entry is set apart from its own page, and put back', { timeout: 120_000 }, async () => {
    const family = `/families/${recordOf(holdfast, '01')}`
    await as('ruth.adeyemi', async page => {
      await page.goto(`${browser.base}${family}/chronology`)
      const anchor = await page.locator('.holdfast-entry').last().getAttribute('id')
      await page.goto(`${browser.base}${family}/entries/${anchor?.slice(2)}`)
      await follow(page, 'It does not belong to this family')
      await press(page, 'Set it apart')
      assert.match(await page.title(), /^Error: /u)
      await looksRight(page)
      await page.getByLabel('Why does it not belong here?').fill('It is about another child.')
      await press(page, 'Set it apart')
      assert.equal(await page.getByRole('heading', { name: 'It is set apart' }).count(), 1)
      await looksRight(page)
      await follow(page, 'Back to the family')
      await page.goto(`${browser.base}${family}/chronology`)
      assert.equal(await page.locator(`#${anchor}`).count(), 0)
    })
    await as('crispin.yeo', async page => {
      await page.goto(`${browser.base}/governance/apart`)
      await looksRight(page)
      await enter(page, page.locator('.holdfast-entry__what a').first())
      await looksRight(page)
      await press(page, 'Put it back')
      await looksRight(page)
      await page.getByLabel('Why does it belong to this record after all?').fill('It was this child.')
      await press(page, 'Put it back')
      assert.equal(await page.getByText('It stands in its record again').count(), 1)
    })
  })

  it('two records are looked at side by side before they are read as one', { timeout: 120_000 }, () =>
    as('crispin.yeo', async page => {
      await page.goto(`${browser.base}/governance/records`)
      await page.getByLabel('Record').fill(recordOf(holdfast, '12'))
      await press(page, 'Find')
      await looksRight(page)
      await page.getByLabel('The other record').fill('nothing')
      await press(page, 'Look at both')
      assert.match(await page.title(), /^Error: /u)
      await page.getByLabel('The other record').fill(recordOf(holdfast, '06'))
      await press(page, 'Look at both')
      await looksRight(page)
      await press(page, 'Read it too')
      assert.equal(await page.locator('.govuk-error-message').count(), 1)
      await looksRight(page)
    }),
  )
})

describe('what other systems send', () => {
  before(async () => {
    await loadExampleFeeds(holdfast.store, { partnership: holdfast.partnership, records: holdfast.records, people: [] })
    const fault = (error: unknown) => assert.fail(String(error))
    while ((await readBatch(holdfast.store, holdfast.partnership, fault)).read > 0);
  })

  it('waits for the hospital, with what its codes mean', { timeout: 120_000 }, () =>
    as('desmond.achebe', async page => {
      await follow(page, 'Feeds')
      await looksRight(page)
      await follow(page, 'Royal clinic system')
      await looksRight(page)
      await follow(page, 'What waits for somebody')
      assert.equal(await page.getByRole('button', { name: 'It is this child' }).count(), 1)
      await looksRight(page)
      await follow(page, 'Could not be read')
      await looksRight(page)
      await page.goto(`${browser.base}/feeds/royal-clinics/mapping`)
      await looksRight(page)
      await page.getByLabel('X7').selectOption({ label: 'Nobody came, and nobody had said so before' })
      await press(page, 'Keep as a new edition, and try it')
      await looksRight(page)
      await press(page, 'Put this edition in force')
      await page.goto(`${browser.base}/feeds/new`)
      await press(page, 'Make this feed')
      assert.match(await page.title(), /^Error: /u)
      await looksRight(page)
    }),
  )

  it('is looked at row by row before a sheet is taken', { timeout: 120_000 }, () =>
    as('lorna.petrie', async page => {
      await page.goto(`${browser.base}/feeds/northfield-lists/sheets`)
      await looksRight(page)
      const rows =
        'NHS No,DOB,Appt Date,Clinic,Outcome\n9990000018,01/02/2019,04/11/2031,Eyes,Q1\nx,01/02/2019,04/11/2031,Eyes,\n'
      await page
        .getByLabel('Sheet of appointments')
        .setInputFiles({ name: 'l.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
      await press(page, 'Look at this sheet')
      assert.equal(await page.getByRole('button', { name: 'Take 1 row' }).count(), 1)
      await looksRight(page)
      await follow(page, 'Change which heading is what')
      await looksRight(page)
      await press(page, 'Show what each row becomes')
      await press(page, 'Take 1 row')
      assert.equal(await page.getByText('1 row taken').count(), 1)
    }),
  )

  it('is the council’s extract, and disclosures for the lead on governance', { timeout: 120_000 }, async () => {
    await as('judith.arkwrightbose', async page => {
      await page.goto(`${browser.base}/feeds/council/extract`)
      await looksRight(page)
    })
    await as('crispin.yeo', async page => {
      await page.goto(`${browser.base}/governance/disclosures`)
      await looksRight(page)
    })
  })
})
