import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { getDay } from '../calendar/day.ts'
import { type FormValues, formValues } from '../intake/forms/form-values.ts'
import { isOffered } from '../intake/forms/offered.ts'
import { readForm } from '../intake/forms/read-form.ts'
import type { Post } from '../people/practitioner.ts'
import { type Kind, kinds } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { namingIn } from './family-on-day.ts'
import { withHeaders } from './guard.ts'
import { inventedFamily, oneYear } from './invented.ts'
import { favicon, layout } from './kit/layout.ts'
import { stylesheet } from './kit/stylesheet.ts'
import { entryAsText } from './record/entry-as-text.ts'
import { chooseKindPage, type RecordForm, type RecordPage, recordFormPage } from './record-something.ts'
import { barriers, sideways, type TrialBrowser, trialBrowser } from './trial-browser.ts'

// The pages of a family are put together elsewhere; here each form stands in the plain frame, on one invented family.
const { entries } = inventedFamily([
  ...oneYear,
  { kind: 'person', person: 'tom', name: 'Tom Quill', born: '2016-01-01', as: 'child' },
])
const stands = picture(entries)
const name = namingIn(stands)
const today = getDay('2019-06-13')
const writer = {
  name: 'Ivy Marsh',
  posts: [
    { agency: 'health-visiting', role: 'health-visitor' },
    { agency: 'hospital/royal', role: 'medical-secretary' },
  ] as unknown as readonly Post[],
}
const key = 'k7m2p9'

const framed = (c: Context, { title, body }: RecordPage) =>
  c.html(layout({ title, body: html`<h1>Wyn Quill</h1>${body}`, wide: true }))
const form = (kind: Kind, more: Partial<RecordForm> = {}): RecordForm => ({
  ...{ kind, stands, name, writer, day: today, key, csrf: 'c', action: `/record?kind=${kind}`, keepsDrafts: true },
  ...more,
})

const answer = (c: Context, kind: Kind, sent: FormValues) => {
  const read = readForm(kind, sent, { key, today, writer })
  if ('problems' in read) return framed(c, recordFormPage(form(kind, { sent, problems: read.problems })))
  return framed(c, { title: 'Saved', body: html`<pre>${entryAsText(read.entry, name)}</pre>` })
}

const web = new Hono()
web.use(withHeaders)
web.get('/holdfast.css', c => c.body(stylesheet(), 200, { 'Content-Type': 'text/css; charset=utf-8' }))
web.get('/favicon.svg', c => c.body(favicon(), 200, { 'Content-Type': 'image/svg+xml' }))
web.get('/choose', c => framed(c, chooseKindPage({ posts: writer.posts, address: kind => `/record?kind=${kind}` })))
web.get('/record', c => framed(c, recordFormPage(form(c.req.query('kind') as Kind))))
web.post('/record', async c =>
  answer(
    c,
    c.req.query('kind') as Kind,
    formValues((await c.req.formData()) as unknown as Iterable<[string, unknown]>),
  ),
)

let trial: TrialBrowser
let base: string

before(async () => {
  trial = await trialBrowser(web.fetch)
  base = trial.base
})

after(() => trial?.end())

const within: TrialBrowser['within'] = (options, look) => trial.within(options, look)

const openAll = "document.querySelectorAll('details').forEach(one => { one.open = true })"
const every = (Object.keys(kinds) as Kind[]).filter(isOffered)
/** A form of each sort of control: lists short and long, boxes, days, places, things, people, and who may know it. */
const oneOfEach = [
  'contact',
  'referral-made',
  'condition',
  'agreed-rule',
  'strategy-discussion',
  'exploitation',
  'pregnancy',
] as const

for (const width of [360, 1280]) {
  const narrow = { viewport: { width, height: 900 } }
  describe(`a form at ${width} pixels`, () => {
    it('puts nothing in the way of anybody, with all of it open', { timeout: 120_000 }, () =>
      within(narrow, async page => {
        for (const path of ['/choose', ...oneOfEach.map(kind => `/record?kind=${kind}`)]) {
          await page.goto(base + path)
          await page.evaluate(openAll)
          assert.deepEqual(await barriers(page), [], path)
        }
      }),
    )

    it('does so with something to mend too', { timeout: 120_000 }, () =>
      within(narrow, async page => {
        for (const kind of ['referral-made', 'conference-delay-agreed', 'lives-at']) {
          await page.goto(`${base}/record?kind=${kind}`)
          await page.getByRole('button', { name: 'Save to the record' }).click()
          assert.match(await page.title(), /^Error: /u, kind)
          assert.deepEqual(await barriers(page), [], kind)
        }
      }),
    )

    it('never scrolls sideways, whatever is recorded', { timeout: 120_000 }, () =>
      within(narrow, async page => {
        for (const path of ['/choose', ...every.map(kind => `/record?kind=${kind}`)]) {
          await page.goto(base + path)
          await page.evaluate(openAll)
          assert.equal(await sideways(page), 0, path)
        }
      }),
    )
  })
}

describe('without JavaScript', () => {
  const plain = { javaScriptEnabled: false, viewport: { width: 360, height: 900 } }

  it('a visit is chosen, written and saved', () =>
    within(plain, async page => {
      await page.goto(`${base}/choose`)
      await page.getByRole('link', { name: 'Visit or call' }).first().click()
      await page.getByLabel('When did it happen?').fill('Wed 12th June 2019 at 2.30pm')
      await page.getByRole('group', { name: 'Which children were seen?' }).getByLabel('Wyn Quill').check()
      await page.getByRole('group', { name: 'Did you reach them?' }).getByLabel('Yes').check()
      await page.getByLabel('In your own words').fill('Wyn sat on the mat.\nLiv smiled.')
      await page.getByLabel('Health visitor, health visiting').check()
      await page.getByRole('button', { name: 'Save to the record' }).click()
      const saved = (await page.locator('pre').textContent()) ?? ''
      assert.match(saved, /^Wyn Quill was seen\nWhen: 12 June 2019 at 14:30\n/u)
      assert.match(saved, /Written by: health visiting, Ivy Marsh, health visitor/u)
      assert.match(saved, /In their own words:\nWyn sat on the mat\.\nLiv smiled\./u)
    }))

  it('what is to be mended leads to its field, and nothing that was typed is lost', () =>
    within(plain, async page => {
      await page.goto(`${base}/record?kind=referral-made`)
      await page.getByLabel('When did it happen?').fill('31 February 2019')
      await page.getByLabel('What is it about').fill('Wyn is “hungry” & cold <again>')
      await page.getByRole('button', { name: 'Save to the record' }).click()
      await page.getByRole('alert').getByRole('link', { name: '31 February 2019' }).click()
      assert.match(page.url(), /#on$/u)
      assert.equal(await page.getByLabel('When did it happen?').inputValue(), '31 February 2019')
      assert.equal(await page.getByLabel('What is it about').inputValue(), 'Wyn is “hungry” & cold <again>')
      assert.equal(await page.locator('#to-error').count(), 1)
      assert.equal(await page.locator('#as-post-error').count(), 1)
    }))

  it('every control can be reached and set by the keyboard alone', () =>
    within(plain, async page => {
      await page.goto(`${base}/record?kind=question-answered`)
      const controls = await page
        .locator('form :is(input:not([type=hidden]), select, textarea, button, summary)')
        .count()
      const met = new Set<string>()
      await page.locator('#on').focus()
      for (let press = 0; press < controls; press += 1) {
        met.add(await page.evaluate('document.activeElement.name || document.activeElement.tagName'))
        await page.keyboard.press('Tab')
      }
      for (const control of ['on', 'child', 'question', 'understood', 'text', 'may-know', 'SUMMARY', 'as-post', 'do'])
        assert.ok(met.has(control), `${control} is met: ${[...met].join(', ')}`)
    }))
})
