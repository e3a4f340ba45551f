import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { getDay } from '../calendar/day.ts'
import {
  type FormValues,
  formValues,
  newOne,
  otherControl,
  placeControl,
  valuesOf,
} from '../intake/forms/form-values.ts'
import { isOffered } from '../intake/forms/offered.ts'
import { askedFields, fieldShape, frameFields, readForm } from '../intake/forms/read-form.ts'
import { lineOf } from '../intake/sheets/file-form.ts'
import type { Post } from '../people/practitioner.ts'
import { type Entry, type Kind, kinds } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import type { Picture } from '../record/standing.ts'
import { namingIn } from './family-on-day.ts'
import { inventedFamily, type Line, oneYear } from './invented.ts'
import { sentByBrowser } from './record/sent-by-browser.ts'
import { chooseKindPage, type RecordForm, recordFormPage } from './record-something.ts'

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('entry' in result) return result.entry
  throw new Error(JSON.stringify(result.problems))
}
const standing = (lines: readonly Line[]): Picture => picture(inventedFamily(lines).entries)

const ivy = {
  name: 'Ivy Marsh',
  posts: [{ agency: 'health-visiting', role: 'health-visitor' }] as unknown as readonly Post[],
}
const today = getDay('2019-06-13')
const year = standing(oneYear)
const formOn = (stands: Picture, kind: Kind, more: Partial<RecordForm> = {}): RecordForm => ({
  ...{ kind, stands, name: namingIn(stands), writer: ivy, day: today, action: '/record', csrf: 'c', key: 'k7m2p9' },
  ...more,
})
const pageOf = async (form: RecordForm): Promise<string> => String(await recordFormPage(form).body)
const drawn = (kind: Kind, more: Partial<RecordForm> = {}) => pageOf(formOn(year, kind, more))
const heldIn = (page: string): FormValues => formValues(sentByBrowser(page))
const offered = (Object.keys(kinds) as Kind[]).filter(isOffered)

const linesOf = (file: string): readonly Line[] =>
  readFileSync(new URL(`../../examples/${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))

describe('a file that is entered form by form', () => {
  const files = [...Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))]
  for (const file of files) {
    it(`gives the same entries: ${file}.jsonl`, async () => {
      const lines = linesOf(file)
      const stands = standing(lines)
      const forms = lines.map(line => ({ line, entry: read(line) })).filter(({ entry }) => isOffered(entry.kind))
      assert.ok(forms.length > lines.length / 2)
      for (const { line, entry } of forms) {
        const frame = Object.fromEntries(frameFields.flatMap(field => (field in line ? [[field, line[field]]] : [])))
        const page = await pageOf(formOn(stands, entry.kind, { sent: valuesOf(lineOf(entry)) }))
        const result = readForm(entry.kind, heldIn(page), { key: 'k7m2p9', today: getDay('2026-11-25'), frame })
        assert.deepEqual('entry' in result ? result.entry : result.problems, entry)
      }
    })
  }
})

/** Anything that somebody may type or have sent: marks of HTML, semicolons, lines, a word of no list. */
const typed = fc.oneof(
  fc.constantFrom('<b>"x"</b> & ’', 'one; two', 'two\nlines', 'heath visiting', newOne, '31 February', 'ẞ𝄞'),
  fc.string({ minLength: 1 }).filter(text => text.trim() !== '' && !/[\r\n]/u.test(text)),
)

const controlsOf = (kind: Kind) =>
  fc.record(
    Object.fromEntries(
      askedFields(kind).map(field => {
        const { sort } = fieldShape(kind, field)
        return [
          field,
          sort === 'list' ? fc.uniqueArray(typed, { minLength: 1, maxLength: 3 }) : typed.map(one => [one]),
        ]
      }),
    ),
  )

const anyForm = fc
  .constantFrom(...offered)
  .chain(kind => controlsOf(kind).map(values => ({ kind, values: new Map(Object.entries(values)) })))

describe('a form that comes back', () => {
  it('holds everything that stood in it, whatever that was', async () => {
    await fc.assert(
      fc.asyncProperty(anyForm, async ({ kind, values }) => {
        const held = heldIn(await drawn(kind, { sent: values }))
        for (const [field, texts] of values) assert.deepEqual(held.get(field), texts, `${kind}.${field}`)
      }),
      { numRuns: 300 },
    )
  })

  it('holds what was typed beside a list too, and who may know it', async () => {
    const sent = new Map([
      ['to', ['gp']],
      [otherControl('to'), ['heath visiting; “Royal”']],
      ['may-know', ['only']],
      [otherControl('sight'), ['named nurce']],
    ])
    const held = heldIn(await drawn('minutes-sent', { sent }))
    for (const [control, texts] of sent) assert.deepEqual(held.get(control), texts)
    const referred = heldIn(await drawn('referral-made', { sent: new Map([[placeControl('to'), ['Oak House']]]) }))
    assert.deepEqual(referred.get(placeControl('to')), ['Oak House'])
  })

  it('adds nothing that is usual to what was left empty', async () => {
    const held = heldIn(await drawn('contact', { sent: new Map() }))
    assert.deepEqual(held.get('on'), [''])
    assert.equal(held.has('may-know'), false)
  })

  it('says at its top, beside each field and in its title what is to be mended, in the order of the page', async () => {
    const sent = formValues([['on', '31 February 2019']])
    const result = readForm('referral-made', sent, { key: 'k', today, writer: ivy })
    const form = formOn(year, 'referral-made', { sent, problems: 'problems' in result ? result.problems : [] })
    const page = await pageOf(form)
    assert.equal(recordFormPage(form).title, 'Error: Refer to another agency')
    assert.deepEqual(
      [...page.matchAll(/<a href="(#[^"]*)">/gu)].map(([, href]) => href),
      ['#on', '#to'],
    )
    assert.match(page, /<p id="on-error" class="govuk-error-message">[\s\S]*?“31 February 2019” is not a day/u)
    assert.match(page, /<p id="to-error" class="govuk-error-message">/u)
    assert.match(page, /aria-describedby="on-hint on-error"/u)
  })

  it('leads to a control that is there, for whatever is wrong', async () => {
    for (const kind of offered) {
      const fields = [...askedFields(kind), 'as-post', 'may-know']
      const writer = { ...ivy, posts: [...ivy.posts, ...ivy.posts] }
      const problems = fields.map(field => ({ field, what: `Mend ${field}` }))
      const page = await drawn(kind, { sent: new Map(), problems, writer })
      const ids = new Set([...page.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => `#${id}`))
      const links = [...page.matchAll(/<a href="(#[^"]*)">/gu)].map(([, href = '']) => href)
      assert.equal(links.length, fields.length, kind)
      for (const href of links) assert.ok(ids.has(href), `${kind}: ${href}`)
    }
  })
})

describe('a new form', () => {
  it('is dated today, but for what may always have been so', async () => {
    assert.deepEqual(heldIn(await drawn('contact')).get('on'), ['13 June 2019'])
    assert.deepEqual(heldIn(await drawn('lives-at')).get('on'), ['13 June 2019'])
    assert.deepEqual(heldIn(await drawn('communication-need')).get('on'), [''])
  })

  it('begins something new, unless it goes on with the only one that is open', async () => {
    assert.deepEqual(heldIn(await drawn('referral-made')).get('referral'), [newOne])
    assert.deepEqual(heldIn(await drawn('plan-updated')).get('plan'), ['plan-1'])
    assert.deepEqual(heldIn(await drawn('conference-booked')).get('conference'), ['talk-1'])
    assert.deepEqual(heldIn(await drawn('condition-acted-on')).get('condition'), ['if-missed'])
    const two = standing([
      ...oneYear,
      { kind: 'plan-agreed', on: '2019-06-01', by: 'school', plan: 'p2', type: 'early-help' },
    ])
    assert.deepEqual(heldIn(await pageOf(formOn(two, 'plan-updated'))).get('plan'), [''])
  })

  it('is filled in with what is known, and usual for the rest', async () => {
    const filled = valuesOf({ about: 'eyes-1', purpose: 'after-a-miss', child: ['wyn'] })
    const held = heldIn(await drawn('contact', { filled }))
    assert.deepEqual(held.get('about'), ['eyes-1'])
    assert.deepEqual(held.get('purpose'), ['after-a-miss'])
    assert.deepEqual(held.get('on'), ['13 June 2019'])
  })

  it('carries the session’s text, its own name and its kind, and one button or two', async () => {
    const page = await drawn('contact')
    for (const control of ['csrf', 'key', 'kind'])
      assert.match(page, new RegExp(`type="hidden" name="${control}"`, 'u'))
    assert.doesNotMatch(page, /Keep as a draft/u)
    assert.match(await drawn('contact', { keepsDrafts: true }), /value="draft" name="do"/u)
  })

  it('offers nobody who is not born as seen, met or heard', async () => {
    const page = await drawn('contact')
    assert.doesNotMatch(page, /name="(?:seen|with)" type="checkbox" value="cub"/u)
    assert.match(page, /name="child" type="checkbox" value="cub"/u)
  })

  it('says who usually knows a kind that not everybody sees', async () => {
    assert.match(await drawn('concern'), /Everybody who works with the family/u)
    assert.match(await drawn('clares-law'), /Those who usually may know this: children&#39;s social care, the police/u)
  })

  it('can be drawn on a record that holds nothing yet', async () => {
    for (const kind of offered) assert.match(await pageOf(formOn(standing([]), kind)), /Save to the record/u, kind)
  })
})

const labelsIn = (page: string) => new Set([...page.matchAll(/<label[^>]*\sfor="([^"]*)"/gu)].map(([, id]) => id))
const shownControls = (page: string) =>
  [...page.matchAll(/<(?:input|select|textarea)([^>]*)>/gu)]
    .map(([, tag = '']) => tag)
    .filter(tag => !/type="hidden"/u.test(tag))

describe('every form', () => {
  it('has a label for every control, a question over every group, and no id twice', async () => {
    for (const kind of offered) {
      const page = await drawn(kind)
      const labels = labelsIn(page)
      const ids = [...page.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id)
      assert.equal(new Set(ids).size, ids.length, kind)
      for (const tag of shownControls(page))
        assert.ok(labels.has(/\sid="([^"]*)"/u.exec(tag)?.[1] ?? ''), `${kind}: ${tag}`)
      assert.equal(page.split('<fieldset').length, page.split('<legend').length, kind)
    }
  })

  it('has no style and no script of its own', async () => {
    for (const kind of offered)
      assert.doesNotMatch(await drawn(kind), /<style|\sstyle=|\son[a-z]+=|<script|javascript:/iu)
  })
})

describe('choosing what to record', () => {
  const page = async (agency: string) =>
    String(
      await chooseKindPage({
        posts: [{ agency, role: 'other' }] as unknown as readonly Post[],
        address: kind => `/record?kind=${kind}`,
      }).body,
    )

  it('begins with what the reader’s own service records most', async () => {
    const [first = ''] = (await page('police')).split('Everything')
    assert.deepEqual([...first.matchAll(/kind=([a-z-]+)/gu)].map(([, kind]) => kind).slice(0, 3), [
      'incident',
      'concern',
      'clares-law',
    ])
  })

  it('leads to every kind that is for choosing, and to no other', async () => {
    const all = new Set([...(await page('other')).matchAll(/kind=([a-z0-9-]+)/gu)].map(([, kind]) => kind))
    assert.deepEqual([...all].sort(), offered.filter(kind => kind !== 'done-elsewhere' && kind !== 'set-aside').sort())
  })
})
