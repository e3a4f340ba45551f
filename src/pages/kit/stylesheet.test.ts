import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from 'hono/html'
import { favicon, layout } from './layout.ts'
import { stateTag } from './state-tag.ts'
import { stylesheet } from './stylesheet.ts'

const brand = /GDS Transport|@font-face|crown|gov\.uk|nhs/i

async function page(): Promise<string> {
  const body = html`<h1>Families</h1>${stateTag('7 weeks late', 'late')}`
  const dayNote = 'As it stood on 12 August 2019'
  return String(await layout({ title: 'Families', body, here: '/', dayNote, example: true, wide: true }))
}

test('the style sheet holds nothing of the brand of GOV.UK or the NHS', () => {
  assert.doesNotMatch(stylesheet(), brand)
  assert.match(stylesheet(), /--govuk-brand-colour:\s*#1d4f73/)
})

test('the style sheet is small enough for a slow line', () => {
  assert.ok(stylesheet().length < 120_000, `${stylesheet().length} characters`)
})

test('a page holds nothing of the brand of GOV.UK or the NHS', async () => {
  assert.doesNotMatch(await page(), brand)
  assert.doesNotMatch(favicon(), brand)
})

test('a page has no style and no script of its own, so that a strict policy can forbid them', async () => {
  const document = await page()
  assert.doesNotMatch(document, /<style|\sstyle=|\son[a-z]+=|javascript:/i)
  assert.deepEqual(document.match(/<script[\s\S]*?<\/script>/g), ['<script src="/holdfast.js" defer></script>'])
})

test('a page says its language, leads past its head, and marks where one is', async () => {
  const document = await page()
  assert.match(document, /<html lang="en-GB"/)
  assert.match(document, /href="#main-content" class="govuk-skip-link"[\s\S]*<main [^>]*id="main-content"/)
  assert.match(document, /href="\/" aria-current="true"/)
})

test('a page says that everybody is invented only when that is so', async () => {
  const real = String(await layout({ title: 'Families', body: html`<h1>Families</h1>` }))
  assert.match(await page(), /Everybody shown here is invented\./)
  assert.doesNotMatch(real, /invented/)
})

for (const tone of ['late', 'due', 'kept', 'open', 'set-aside'] as const) {
  test(`a tag that says ${tone} can be read: 4.5 to 1 at least`, () => {
    const rule = new RegExp(`\\.holdfast-state--${tone}\\{color:(#\\w{6});background-color:(#\\w{6})\\}`).exec(
      stylesheet(),
    )
    const [, ink = '', ground = ''] = rule ?? []
    assert.ok(contrast(ink, ground) >= 4.5, `${ink} on ${ground}`)
  })
}

/** How many times brighter the brighter of two colours is (WCAG 2.2, relative luminance). */
function contrast(one: string, other: string): number {
  const [darker = 0, brighter = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b)
  return (brighter + 0.05) / (darker + 0.05)
}

function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
