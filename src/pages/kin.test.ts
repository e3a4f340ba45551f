import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { kinInWords, kinSection, readKin } from './kin.ts'

const read = (fields: Readonly<Record<string, string>>) => readKin(name => fields[name])
const born = { 'born-day': '3', 'born-month': '5', 'born-year': '1990' }
const fieldsWrong = (fields: Readonly<Record<string, string>>) => {
  const found = read(fields)
  return 'problems' in found ? found.problems.map(({ field }) => field) : []
}

describe('somebody whose record a practitioner must not open', () => {
  it('is known by an NHS number alone, however it is typed', () => {
    assert.deepEqual(read({ nhs: ' 999 000 0018 ' }), { kin: { nhs: '9990000018' } })
  })

  it('is known by a name and a day of birth', () => {
    assert.deepEqual(read({ name: ' Nia Adeyemi ', ...born }), {
      kin: { name: 'Nia Adeyemi', born: getDay('1990-05-03') },
    })
  })

  it('is kept with all that was typed', () => {
    const found = read({ nhs: '9990000018', name: 'Nia', ...born })
    assert.deepEqual(found, { kin: { nhs: '9990000018', name: 'Nia', born: getDay('1990-05-03') } })
    assert.deepEqual(read({ nhs: '9990000018', name: 'Nia' }), { kin: { nhs: '9990000018', name: 'Nia' } })
  })

  it('is not known by a name alone or a day of birth alone, which fit others too', () => {
    assert.deepEqual(fieldsWrong({ name: 'Nia' }), ['born-day'])
    assert.deepEqual(fieldsWrong(born), ['name'])
    assert.deepEqual(fieldsWrong({}), ['nhs'])
  })

  it('is not known by what cannot be so; what was typed comes back with why', () => {
    const typed = { nhs: '999 000 0019', name: 'Nia', 'born-day': '31', 'born-month': '2', 'born-year': '1990' }
    const found = read(typed)
    assert.ok('problems' in found)
    assert.deepEqual(
      found.problems.map(({ field }) => field),
      ['nhs', 'born-day'],
    )
    assert.match(found.problems[0]?.what ?? '', /^Check the NHS number: the last digit does not fit/u)
    assert.deepEqual(found.typed, typed)
    const short = read({ nhs: '999' })
    assert.match('problems' in short ? (short.problems[0]?.what ?? '') : '', /^This NHS number has 3 digits/u)
    assert.deepEqual(fieldsWrong({ name: 'Nia', ...born, 'born-year': '90' }), ['born-day'])
    assert.deepEqual(fieldsWrong({ name: 'Nia', ...born, 'born-month': '' }), ['born-day'])
    assert.deepEqual(fieldsWrong({ name: 'Nia', ...born, 'born-day': '3.5' }), ['born-day'])
  })

  it('is shown by what is known', () => {
    assert.equal(kinInWords({ nhs: '9990000018' }), 'NHS number 999 000 0018')
    assert.equal(
      kinInWords({ name: 'Nia', born: getDay('1990-05-03'), nhs: '9990000018' }),
      'Nia, born 3 May 1990, NHS number 999 000 0018',
    )
  })
})

describe('the list of such people', () => {
  const section = async (asked: Partial<Parameters<typeof kinSection>[0]> = {}) =>
    String(await kinSection({ held: [], problems: [], csrf: 'c-1', ...asked }))

  it('says that nobody stands there, until somebody does', async () => {
    assert.match(await section(), /Nobody stands here yet\./u)
  })

  it('has a button beside each that says whom it takes off', async () => {
    const document = await section({ held: [{ key: 'k-7', kin: { nhs: '9990000018' } }] })
    const [form = ''] = document.match(/<form method="post" action="\/account\/kin\/remove">[\s\S]*?<\/form>/u) ?? []
    assert.match(form, /name="csrf" value="c-1"><input type="hidden" name="kin" value="k-7">/u)
    assert.match(form, /Take off<span class="govuk-visually-hidden">: NHS number 999 000 0018/u)
  })

  it('keeps what was typed, with what is to be mended beside it', async () => {
    const found = read({ name: '<Nia>', 'born-day': '31', 'born-month': '2', 'born-year': '1990' })
    assert.ok('problems' in found)
    const document = await section(found)
    assert.match(document, /name="name"[^>]*value="&lt;Nia&gt;"/u)
    assert.match(document, /name="born-day"[^>]*value="31"/u)
    assert.match(document, /id="born-error"[\s\S]*?Enter a real day of birth/u)
  })
})
