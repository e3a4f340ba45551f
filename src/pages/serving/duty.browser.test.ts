import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { barriers, sideways, type TrialBrowser, trialBrowser } from '../trial-browser.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'
import { atWorkAs } from './trial-facts.ts'
import { beginFamily, conference, meeting, thingOf } from './trial-thing.ts'

let trial: TrialHoldfast
let browser: TrialBrowser
let record: string
let things: { readonly meeting: string; readonly conference: string }

before(async () => {
  trial = await trialHoldfast()
  const may = { kind: 'person', person: 'may', name: 'May Brook', born: '2021-01-10', as: 'child' }
  record = await beginFamily(trial, may)
  const leila = await atWorkAs(trial, 'Leila Haddadi')
  things = {
    meeting: await thingOf(leila, record, meeting),
    conference: await thingOf(leila, record, conference),
  }
  browser = await trialBrowser(request => trial.web.fetch(request))
})

after(async () => {
  await browser?.end()
  await trial?.end()
})

const signIn = async (page: Page, person: string): Promise<void> => {
  await page.goto(`${browser.base}/sign-in`)
  const button = page.locator(`button[value="${person}"]`)
  if (!(await button.isVisible())) await page.locator('details', { has: button }).locator('summary').click()
  await button.press('Enter')
  await page.waitForURL('**/today')
}

/** Presses a button that sends a form, and waits for the page that answers it. */
const send = async (page: Page, name: string): Promise<void> => {
  const answered = page.waitForEvent('load')
  await page.getByRole('button', { name }).click()
  await answered
}

const isClear = async (page: Page, what: string): Promise<void> => {
  assert.deepEqual(await barriers(page), [], what)
  assert.equal(await sideways(page), 0, what)
}

for (const width of [360, 1280]) {
  describe(`what can be done about a thing at ${width} pixels`, () => {
    it('stands in nobody’s way and never scrolls sideways, with and without mistakes', { timeout: 120_000 }, () =>
      browser.within({ viewport: { width, height: 900 } }, async page => {
        await signIn(page, 'leila.haddadi')
        for (const path of [things.meeting, things.conference, '/today?all=yours', '/today?all=waiting']) {
          await page.goto(browser.base + path)
          await isClear(page, path)
        }
        await page.goto(browser.base + things.meeting)
        await send(page, 'It is done')
        await isClear(page, 'a form that is not whole')
        await page.goto(`${browser.base}/families`)
        await page.getByLabel('Find by the name of a child').fill('kit')
        await send(page, 'Find')
        await isClear(page, 'families that were found')
        await page.goto(`${browser.base}/inbox`)
        await page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        await isClear(page, 'the inbox with what is acknowledged')
      }),
    )
  })
}

describe('without JavaScript and by keyboard', () => {
  const plain = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }
  const banner = async (page: Page) => (await page.locator('.govuk-notification-banner').textContent()) ?? ''

  it('a notice is acknowledged by one press', () =>
    browser.within(plain, async page => {
      await signIn(page, 'leila.haddadi')
      await page.goto(`${browser.base}/inbox`)
      const buttons = page.getByRole('button', { name: /^I have it/u })
      const before = await buttons.count()
      await buttons.first().press('Enter')
      assert.match(await banner(page), /It stands on record that you have it/u)
      assert.equal(await buttons.count(), before - 1)
    }))

  it('somebody says from Today that a thing was done already, and the other child still has it', () =>
    browser.within(plain, async page => {
      await signIn(page, 'leila.haddadi')
      await page.goto(`${browser.base}/today?all=yours`)
      const row = page.locator('.holdfast-duty', { hasText: meeting }).filter({ hasText: 'Kit Brook' })
      await row.getByRole('link', { name: meeting, exact: true }).press('Enter')
      await page.getByLabel('When').fill('yesterday')
      await page.getByLabel('Recorded in').fill('Mosaic, 44')
      await page.getByRole('button', { name: 'It is done' }).press('Enter')
      assert.match(await banner(page), /is recorded in Mosaic, 44\.[\s\S]*No longer owed:/u)
      await page.goto(`${browser.base}/today?all=yours`)
      const left = page.locator('.holdfast-duty', { hasText: meeting }).filter({ hasText: 'Brook' })
      assert.match((await left.textContent()) ?? '', /For May Brook/u)
    }))

  it('one says why not, and a second signs on the page of the thing', () =>
    browser.within(plain, async page => {
      await signIn(page, 'leila.haddadi')
      await page.goto(browser.base + things.conference)
      await page.getByLabel('Why').fill('The grandmother takes them both.')
      await page.getByRole('button', { name: 'Sign first' }).press('Enter')
      assert.match(await banner(page), /You have signed\. It stays owed until somebody else signs too/u)
      await page.getByRole('button', { name: 'Sign out' }).press('Enter')
      await signIn(page, 'siobhan.keane')
      await page.goto(browser.base + things.conference)
      assert.equal(await page.getByText('The grandmother takes them both.').first().isVisible(), true)
      await page.getByRole('radio', { name: /Team manager/u }).press('Space')
      await page.getByRole('button', { name: 'Sign too, and set it aside' }).press('Enter')
      assert.match(await banner(page), /Both have signed: it is set aside/u)
    }))

  it('“or say why not” leads to where one says it', () =>
    browser.within(plain, async page => {
      await signIn(page, 'siobhan.keane')
      await page
        .getByRole('link', { name: /^or say why not/u })
        .first()
        .press('Enter')
      assert.match(page.url(), /#set-aside$/u)
      const box = await page.locator('#set-aside').boundingBox()
      assert.ok(box !== null && box.y >= 0 && box.y < 900, JSON.stringify(box))
    }))
})
