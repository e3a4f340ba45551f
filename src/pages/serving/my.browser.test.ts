import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { barriers, sideways, type TrialBrowser, trialBrowser } from '../trial-browser.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial } from './trial-facts.ts'

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

const phone = { viewport: { width: 360, height: 780 } }

const openLeahs = async (page: Page): Promise<void> => {
  await page.goto(`${browser.base}/sign-in`)
  await page.getByRole('button', { name: /Leah Ellis/u }).press('Enter')
  await page.waitForURL('**/my')
}

const first = async (page: Page, form: string): Promise<string> =>
  (await page.locator(`a[href^="/my/${form}?"]`).first().getAttribute('href')) ?? ''

describe('a parent’s page on a phone of 360 pixels', () => {
  it('puts nothing in the way of anybody, never scrolls sideways, and is left by a key', { timeout: 120_000 }, () =>
    browser.within(phone, async page => {
      const look = async (path: string) => {
        const answer = await page.goto(browser.base + path)
        assert.equal(answer?.status(), 200, path)
        assert.deepEqual(await barriers(page), [], path)
        assert.equal(await sideways(page), 0, path)
      }
      await look('/my')
      await openLeahs(page)
      const forms = [await first(page, 'cannot-come'), await first(page, 'medicine'), await first(page, 'wrong')]
      for (const path of ['/my', '/my/write', '/my/devices', ...forms]) await look(path)
      await page.goto(`${browser.base}/my`)
      await page.getByRole('button', { name: 'Polski' }).press('Enter')
      await page.getByRole('heading', { name: 'Dzień dobry, Leah' }).waitFor()
      assert.deepEqual([await barriers(page), await sideways(page)], [[], 0])
      const left = page.waitForRequest(/weather/u)
      for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift')
      await left
      const open = 'select session from parent_session where partnership = $1 and ended is null'
      assert.deepEqual(await askTrial(holdfast, open), [])
    }),
  )

  it('is given by staff on a page that puts nothing in the way either', { timeout: 120_000 }, () =>
    browser.within(phone, async page => {
      await page.goto(`${browser.base}/sign-in`)
      await page.locator('button[value="ruth.adeyemi"]').press('Enter')
      await page.waitForURL('**/today')
      await page.goto(`${browser.base}/families/${holdfast.records.get('01')}/parents-page`)
      assert.deepEqual([await barriers(page), await sideways(page)], [[], 0])
      await page.getByRole('button', { name: /Give a new code.*Leah Ellis/u }).press('Enter')
      await page.getByText('Code for the first time').waitFor()
      assert.deepEqual([await barriers(page), await sideways(page)], [[], 0])
    }),
  )
})
