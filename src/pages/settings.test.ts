import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Moment } from '../calendar/day.ts'
import type { SetOnce } from '../store/settings.ts'
import { readSetting, type SettingsAsked, settingsPage } from './settings.ts'

const read = (fields: Readonly<Record<string, string>>) => readSetting(name => fields[name])
const set = (name: string, value: string): SetOnce => ({
  name,
  value,
  by: 'Crispin Yeo',
  at: 1_795_600_000_000 as Moment,
})
const page = async (more: Partial<SettingsAsked> = {}) =>
  String(await settingsPage({ around: {}, csrf: 'c-1', example: false, history: [], ...more }))

const all = [
  set('second-factor', 'on'),
  set('clinical-safety-case', 'The shared drive, version 3'),
  set('clinical-safety-officer', 'Dr Ada Lowe'),
  set('joint-controllers', 'Signed by all five'),
  set('impact-assessment', 'Signed on 3 May 2026'),
]

describe('a setting', () => {
  it('is read by its name, with what was typed', () => {
    assert.deepEqual(read({ name: 'impact-assessment', value: ' Signed ' }), {
      set: { name: 'impact-assessment', value: 'Signed' },
    })
    assert.deepEqual(read({ name: 'second-factor', value: 'off' }), { set: { name: 'second-factor', value: 'off' } })
  })

  it('is none without a value, and none by another name', () => {
    for (const fields of [
      { name: 'impact-assessment', value: ' ' },
      { name: 'second-factor', value: '' },
    ])
      assert.ok('problems' in (read(fields) ?? {}), fields.name)
    assert.equal(read({ name: 'toString', value: 'on' }), undefined)
  })
})

describe('the settings of a partnership', () => {
  it('say what is still missing before real families', async () => {
    const [, missing = ''] = /is still missing:<\/p>([\s\S]*?)<\/ul>/u.exec(await page({ history: all.slice(2) })) ?? []
    assert.match(missing, /Clinical safety case/u)
    assert.match(missing, /Second factor for all staff/u)
    assert.doesNotMatch(missing, /officer|impact|controllers/u)
  })

  it('say when nothing is, unless the second factor is off', async () => {
    assert.match(await page({ history: all }), /This partnership may hold real families/u)
    assert.doesNotMatch(await page({ history: [set('second-factor', 'off'), ...all] }), /may hold real families\./u)
  })

  it('show what was set last, by whom and when, and what was set before', async () => {
    const document = await page({ history: [set('clinical-safety-officer', 'Dr Bea Marsh'), ...all] })
    assert.match(document, /<p>Dr Bea Marsh<br><span class="holdfast-quiet">Crispin Yeo, 25 November 2026, \d\d:\d\d/u)
    assert.match(document, /What was set before[\s\S]*Dr Ada Lowe/u)
  })

  it('keep what was typed beside what is wrong with it', async () => {
    const problems = [{ field: 'second-factor', what: 'Choose whether all staff need a second factor' }]
    assert.match(await page({ problems }), /href="#second-factor"[\s\S]*id="second-factor-error"/u)
  })
})
