import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { isoDay } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import { append } from '../../store/append.ts'
import { shortName } from '../address.ts'
import { barriers, sideways, type TrialBrowser, trialBrowser } from '../trial-browser.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'

let holdfast: TrialHoldfast
let browser: TrialBrowser
let maya: string

before(async () => {
  holdfast = await trialHoldfast()
  const by = { by: 'housing', on: '2026-06-01', record: 'agencies' }
  const lines = [
    { ...by, kind: 'recommendation', recommendation: 'r-1', text: 'Ask after the child who was not brought' },
    { ...by, kind: 'recommendation', recommendation: 'r-2', review: 'The review of 2026' },
    { ...by, kind: 'recommendation-kept', recommendation: 'r-2', evidence: 'Nine in ten' },
    { ...by, kind: 'training', practitioner: 'Somebody Else' },
    { ...by, kind: 'quarterly-return', quarter: 'April to June' },
  ]
  await append(holdfast.store, { partnership: holdfast.partnership, record: 'agencies', lines, writer: 'import' })
  maya = `/families/${holdfast.records.get('01')}`
  browser = await trialBrowser(request => holdfast.web.fetch(request))
})

after(async () => {
  await browser?.end()
  await holdfast?.end()
})

const signIn = async (page: Page, signInName: string): Promise<void> => {
  await page.goto(`${browser.base}/sign-in`)
  // Most people are behind a heading that opens: there nothing can be pressed while it is closed.
  for (const more of await page.locator('details:not([open]) > summary').all()) await more.press('Enter')
  await page.locator(`button[value="${signInName}"]`).press('Enter')
  await page.waitForURL('**/today')
}

const own = ['/account', '/account/password', '/drafts', '/nowhere']

const missOfMaya = (): string => `${maya}/misses/${shortName(maya.split('/')[2] ?? '', 'neurology-3')}`

/** Pages by whoever may ask for them; those of a family are added where they are hers. */
const pagesOf = (): Readonly<Record<string, readonly string[]>> => ({
  'ruth.adeyemi': [
    ...['/today', '/families', '/inbox', '/search?words=appointment', '/refer', '/open-without-belonging', ...own],
    ...[
      '',
      '/chronology',
      '/chronology?whole=yes&by=police',
      '/threads',
      '/ledger',
      '/offered',
      '/people',
      '/meeting',
      '/medicines',
      '/medicines/agree',
      '/medicines/print?for=ward',
      '/record',
    ].map(path => maya + path),
    ...['contact', 'referral-made', 'strategy-discussion', 'clares-law'].map(kind => `${maya}/record?kind=${kind}`),
  ],
  'yusra.haddon': [
    '/misses',
    missOfMaya(),
    `${missOfMaya()}/letters/gp`,
    `${maya}/five-factors`,
    `${maya}/record?kind=medical-neglect-review`,
  ],
  'yvonne.tate': [`${maya}/opened`, '/today', maya],
  'crispin.yeo': [
    '/governance',
    '/governance/openings',
    '/governance/settings',
    '/governance/apart',
    '/governance/records',
    '/desk',
    '/rules/conference-held',
    '/rules/result-told',
    '/rules/limits',
    '/rules/editions',
  ],
  'jo.sugden': ['/emergency', '/today'],
  'colette.amoako': ['/rules', '/rules?words=zebra', '/rules/adopt', '/rules/adopt?rule=result-told'],
  'annika.forsgate': ['/agencies', '/agencies/write/recommendation', '/agencies/write/practice-audited'],
  'jocasta.flint': ['/agencies', '/agencies/write/recommendation-kept', '/agencies/write/training'],
  'graham.setterfield': ['/agencies', '/agencies/write/harm-wording'],
  'wendell.ings': ['/today', '/families', '/inbox'],
})

for (const width of [360, 1280]) {
  describe(`every page of the shared record at ${width} pixels`, () => {
    it('puts nothing in the way of anybody, and never scrolls sideways', { timeout: 240_000 }, async () => {
      for (const [person, paths] of Object.entries(pagesOf()))
        await browser.within({ viewport: { width, height: 900 } }, async page => {
          await signIn(page, person)
          for (const path of paths) {
            const answer = await page.goto(browser.base + path)
            assert.notEqual(answer?.status(), 500, path)
            if (path !== '/nowhere') assert.equal(answer?.status(), 200, path)
            assert.deepEqual(await barriers(page), [], path)
            assert.equal(await sideways(page), 0, path)
          }
        })
    })
  })
}

describe('without JavaScript and by keyboard', () => {
  const plain = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }
  const today = () => isoDay(londonDay(holdfast.store.now()))
  const banner = async (page: Page) => (await page.locator('.govuk-notification-banner').textContent()) ?? ''

  it('somebody goes from Today to the form of a thing to do, saves it, and is told what came of it', () =>
    browser.within(plain, async page => {
      await signIn(page, 'ruth.adeyemi')
      await page
        .getByRole('link', { name: /^Do it/u })
        .first()
        .press('Enter')
      assert.match(page.url(), /\/record\?kind=/u)
      await page.locator('textarea[name="text"]').fill('Told by telephone.')
      await page.getByRole('button', { name: 'Save to the record' }).press('Enter')
      assert.match(page.url(), /\/entries\/\w{12}\?saved=yes$/u)
      assert.match(await banner(page), /ends \d things? that (?:was|were) owed/u)
    }))

  it('a form that is not whole says what is wrong beside its fields and keeps what was typed', () =>
    browser.within(plain, async page => {
      await signIn(page, 'ruth.adeyemi')
      await page.goto(`${browser.base}${maya}/record?kind=concern`)
      await page.locator('input[name="on"]').fill('31 February 2026')
      await page.locator('textarea[name="text"]').fill('Zoë has a thin coat')
      await page.getByRole('button', { name: 'Save to the record' }).press('Enter')
      assert.match(await page.title(), /^Error: /u)
      assert.match((await page.locator('.govuk-error-message').first().textContent()) ?? '', /31 February 2026/u)
      assert.equal(await page.locator('textarea[name="text"]').inputValue(), 'Zoë has a thin coat')
      await page.locator('input[name="on"]').fill(today())
      await page.getByRole('button', { name: 'Save to the record' }).press('Enter')
      assert.match(await banner(page), /This raises|It is on the record/u)
      assert.match(await page.locator('#as-text').inputValue(), /Zoë has a thin coat/u)
    }))
})
