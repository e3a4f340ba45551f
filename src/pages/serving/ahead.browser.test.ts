import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { shortName } from '../address.ts'
import { barriers, sideways, type TrialBrowser, trialBrowser } from '../trial-browser.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'
import { recordOf } from './trial-facts.ts'

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

const sheetsIn = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/gu) ?? []).length

describe('what lies ahead, before a browser', () => {
  it('is right on a telephone, and the sheet for the fridge is one sheet', { timeout: 120_000 }, () =>
    browser.within({ viewport: { width: 360, height: 800 } }, async page => {
      await page.goto(`${browser.base}/sign-in`)
      await page.locator('button[value="ruth.adeyemi"]').press('Enter')
      await page.waitForURL('**/today')
      const record = recordOf(holdfast, '01')
      const family = `${browser.base}/families/${record}`
      await page.goto(`${family}/ahead/reaching`)
      assert.equal(await sideways(page), 0)
      assert.deepEqual(await barriers(page), [])
      for (const path of [
        'ahead',
        `ahead/sheet/${shortName(record, 'leah')}`,
        `ahead/sheet/${shortName(record, 'jay')}`,
      ]) {
        await page.goto(`${family}/${path}`)
        assert.equal(await sideways(page), 0, path)
        assert.deepEqual(await barriers(page), [], path)
        if (path !== 'ahead') assert.equal(sheetsIn(await page.pdf({ format: 'A4' })), 1, path)
      }
    }),
  )
})
