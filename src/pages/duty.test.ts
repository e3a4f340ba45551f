import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noSettings } from '../duties/settings.ts'
import { shortName } from './address.ts'
import { app } from './app.ts'
import { familyOnDay } from './family-on-day.ts'
import { inventedFamily, inventedPartnership, type Line, oneYear } from './invented.ts'

const keyOf = (rule: string, lines: readonly Line[]) =>
  familyOnDay(inventedFamily(lines), noSettings).duties.find(duty => duty.rule.name === rule)?.key ?? rule

const ask = (rule: string, query: string, ...more: readonly Line[]) => {
  const name = shortName('01', keyOf(rule, oneYear))
  return app(inventedPartnership([...oneYear, ...more])).request(`/families/01/duties/${name}${query}`)
}
const page = async (rule: string, query = '', ...more: readonly Line[]) => (await ask(rule, query, ...more)).text()
const row = (html: string, key: string) =>
  new RegExp(`<dt class="govuk-summary-list__key">${key}</dt>\\s*<dd [^>]*>([\\s\\S]*?)</dd>`, 'u').exec(html)?.[1] ??
  ''

describe('one duty', () => {
  it('says what it rests on, each entry with the way to it', async () => {
    const html = await page('condition-acted-on')
    const rests = row(html, 'Rests on')
    assert.equal(rests.match(/href="\/families\/01\/chronology\?entry=(\w{12})#e-\1"/gu)?.length, 2)
    assert.match(rests, /15 October 2018, children&#39;s social care[\s\S]*22 October 2018, Royal/u)
  })

  it('says whose it is, and that nobody holds the post', async () => {
    assert.equal(row(await page('conference-passed-on'), 'Whose it is'), 'Social worker: not allocated since 30 April')
  })

  it('says by which clock and source, and when that was checked', async () => {
    const html = await page('conference-held')
    assert.equal(row(html, 'Since'), '13 May 2019')
    assert.equal(row(html, 'Due'), '4 June 2019')
    assert.equal(row(html, 'Clock'), 'Within 15 working days (statutory)')
    assert.match(row(html, 'Source'), /^Working Together to Safeguard Children 2018/u)
    assert.match(row(html, 'Source checked on'), /^\d+ \w+ 20\d\d$/u)
    assert.match(row(html, 'When it is late it goes to'), /^Head of service, then partnership executive$/u)
  })

  it('says when it would first have been shown, and shown as late', async () => {
    assert.equal(
      row(await page('conference-held'), 'Holdfast would have shown it'),
      'From 13 May 2019, as late from 5 June 2019',
    )
    assert.equal(
      row(await page('conference-held', '?day=2019-05-20'), 'Holdfast would have shown it'),
      'From 13 May 2019',
    )
  })

  it('says what ended it, and until then nothing of it', async () => {
    assert.match(row(await page('condition-acted-on'), 'Ended by'), /A strategy discussion was held/u)
    assert.equal(row(await page('condition-acted-on', '?day=2019-05-12'), 'Ended by'), '')
  })

  it('says when nobody is recorded as told', async () => {
    assert.match(row(await page('conference-held'), 'Told'), /No notice of it is on the record/u)
  })

  it('is not there before it was known', async () => {
    assert.equal((await ask('conference-held', '?day=2019-05-12')).status, 404)
  })

  it('has the same address whatever is written later', async () => {
    const more = { kind: 'contact', on: '2019-07-01', by: 'police', with: 'liv' }
    assert.equal((await ask('conference-held', '', more)).status, 200)
  })

  it('keeps its page when a correction took it back, and says which entry did', async () => {
    const corrected = {
      kind: 'attended',
      id: 'came',
      corrects: 'miss-1',
      on: '2018-10-22',
      written: '2018-11-20',
      by: 'hospital/royal',
      appointment: 'eyes-1',
    }
    const html = await page('condition-acted-on', '', corrected)
    assert.match(
      html,
      /This was shown once\. What was learnt later took it back\. The entry that did it: <a [^>]*>[^<]*came to the appointment/u,
    )
    assert.match(html, /taken back/u)
  })
})
