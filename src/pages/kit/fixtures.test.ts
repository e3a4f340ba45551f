import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { raw } from 'hono/html'
import { backLink } from './back-link.ts'
import { breadcrumbs } from './breadcrumbs.ts'
import { button } from './button.ts'
import { checkboxes } from './checkboxes.ts'
import { dateInput } from './date-input.ts'
import { details } from './details.ts'
import { errorMessage } from './error-message.ts'
import { errorSummary } from './error-summary.ts'
import { exitThisPage } from './exit-this-page.ts'
import { fieldset } from './fieldset.ts'
import { fileUpload } from './file-upload.ts'
import { hint } from './hint.ts'
import { input } from './input.ts'
import { insetText } from './inset-text.ts'
import { label } from './label.ts'
import type { Markup } from './markup.ts'
import { notificationBanner } from './notification-banner.ts'
import { pagination } from './pagination.ts'
import { panel } from './panel.ts'
import { radios } from './radios.ts'
import { select } from './select.ts'
import { serviceNavigation } from './service-navigation.ts'
import { skipLink } from './skip-link.ts'
import { summaryList } from './summary-list.ts'
import { table } from './table.ts'
import { tag } from './tag.ts'
import { textarea } from './textarea.ts'
import { warningText } from './warning-text.ts'

// A fixture's options come from a file, so their type cannot be proved: each function takes them unseen.
const components = {
  'back-link': backLink,
  breadcrumbs,
  button,
  checkboxes,
  'date-input': dateInput,
  details,
  'error-message': errorMessage,
  'error-summary': errorSummary,
  'exit-this-page': exitThisPage,
  fieldset,
  'file-upload': fileUpload,
  hint,
  input,
  'inset-text': insetText,
  label,
  'notification-banner': notificationBanner,
  pagination,
  panel,
  radios,
  select,
  'service-navigation': serviceNavigation,
  'skip-link': skipLink,
  'summary-list': summaryList,
  table,
  tag,
  textarea,
  'warning-text': warningText,
} as const satisfies Record<string, (options: never) => Markup | ''>

const itsScript = "it needs GOV.UK's own script, which we do not serve"

const notSupported: Readonly<Record<string, string>> = {
  'file-upload: enhanced': itsScript,
  'file-upload: enhanced, with error message and hint': itsScript,
  'file-upload: enhanced, multiple files': itsScript,
  'file-upload: enhanced, custom wrapper classes and attributes': itsScript,
  'file-upload: translated': itsScript,
  'select: hint': 'a list with nothing to choose from is refused by its type',
}

type Fixture = { readonly name: string; readonly options: unknown; readonly html: string }

const trustedKeys = new Set(['html', 'start', 'end', 'navigationStart', 'navigationEnd'])

function fixturesOf(component: string): readonly Fixture[] {
  const place = `../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  const { fixtures }: { fixtures: readonly Fixture[] } = JSON.parse(
    readFileSync(new URL(place, import.meta.url), 'utf8'),
  )
  return fixtures.map(fixture => ({ ...fixture, options: trusting(fixture.options) }))
}

/** The options with every `html` marked as trusted, which is how our own pages pass it. */
function trusting(options: unknown): unknown {
  return JSON.parse(JSON.stringify(options), (key, value: unknown) => {
    const isTrusted = trustedKeys.has(key) || key.endsWith('Html')
    return isTrusted && typeof value === 'string' ? raw(value) : value
  })
}

const block =
  'div|p|h[1-6]|ul|ol|li|nav|section|fieldset|legend|table|caption|thead|tbody|tr|th|td|dl|dt|dd|details|summary|select|option'

/** Markup with one space for many, and none beside the tags of blocks, where no browser shows any. */
function normalised(markup: string): string {
  return markup
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ >/g, '>')
    .replaceAll(/(<[a-z][^>]*?) ?(\/?>)/g, '$1$2')
    .replaceAll(new RegExp(` ?(</?(?:${block})(?: [^>]*)?>) ?`, 'g'), '$1')
    .trim()
}

for (const [name, component] of Object.entries(components)) {
  for (const fixture of fixturesOf(name)) {
    const skip = notSupported[`${name}: ${fixture.name}`] ?? false
    test(`${name}, ${fixture.name}: ours is GOV.UK's`, { skip }, async () => {
      const ours = await component(fixture.options as never)
      assert.equal(normalised(String(ours)), normalised(fixture.html))
    })
  }
}

test('whatever is said not to be supported is a fixture that GOV.UK still publishes', () => {
  const published = Object.keys(components).flatMap(name => fixturesOf(name).map(fixture => `${name}: ${fixture.name}`))
  assert.deepEqual(
    Object.keys(notSupported).filter(name => !published.includes(name)),
    [],
  )
})

test('text is escaped in every place where a component takes text', async () => {
  const text = '<script>alert("x")</script>'
  const drawn = [
    tag({ text }),
    hint({ text }),
    radios({ name: text, items: [{ value: text, text }, { divider: text }] }),
    select({ name: text, label: { text }, items: [{ value: text, text }] }),
    table({ caption: text, head: [{ text }], rows: [[{ text }]], attributes: { 'data-x': text } }),
    textarea({ name: 'note', label: { text }, value: text }),
  ]
  for (const markup of drawn) assert.doesNotMatch(String(await markup), /<script/)
})
