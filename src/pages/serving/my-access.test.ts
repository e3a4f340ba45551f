import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isoDay } from '../../calendar/day.ts'
import type { PersonId } from '../../record/field.ts'
import { hashOfToken } from '../../sharing/session.ts'
import { append } from '../../store/append.ts'
import { findCalendar, makeCalendar } from '../../store/calendars.ts'
import type { Line } from '../../store/line.ts'
import { shortName } from '../address.ts'
import { todayOf } from './served.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, idOf, recordOf } from './trial-facts.ts'
import {
  type AtPage,
  atPage,
  cardIn,
  parentByCode,
  parentByPress,
  parentByWord,
  refsIn,
  sendMy,
} from './trial-parent.ts'

let trial: TrialHoldfast
let record = ''
before(async () => {
  trial = await trialHoldfast()
  record = recordOf(trial, '01')
})
after(() => trial.end())

const write = (...lines: readonly Line[]) =>
  append(trial.store, { partnership: trial.partnership, record, lines, writer: 'import' })

const today = (): string => isoDay(todayOf(trial.served))

const entriesNow = async (): Promise<number> => {
  const rows = await askTrial(trial, 'select last from record where partnership = $1 and record = $2', record)
  return Number(rows[0]?.['last'])
}

const ruth = () => trial.signInAs('ruth.adeyemi')
const place = () => `/families/${record}/parents-page`
const leahRef = () => shortName(record, 'leah')

describe('signing in', () => {
  let card = { number: '', code: '' }
  const word = 'green kettle 7'
  before(async () => {
    const answer = await (await ruth()).post(place(), { do: 'code', person: leahRef() })
    card = cardIn(await answer.text())
  })

  it('takes a code that was shown once, and a word that the parent chooses', async () => {
    assert.match(card.number, /^\d{8}$/u)
    assert.doesNotMatch(await (await ruth()).text(place()), new RegExp(card.code, 'u'))
    const page = await (await sendMy(trial, '/my/code', { code: card.code.toUpperCase().replaceAll('-', ' ') })).text()
    assert.match(page, new RegExp(card.number, 'u'))
    for (const easy of ['12345', '123456', 'aaaaaaa', card.number])
      assert.equal((await sendMy(trial, '/my/word', { code: card.code, word: easy })).status, 400, easy)
    assert.match(await (await parentByCode(trial, card.code, word)).text(), /Hello Leah/u)
  })

  it('takes a code once, and after that the number with the word', async () => {
    assert.equal((await sendMy(trial, '/my/word', { code: card.code, word })).status, 403)
    const answer = await parentByWord(trial, `${card.number.slice(0, 4)} ${card.number.slice(4)}`, word)
    assert.equal(answer.status, 303)
    const cookie = answer.headers.get('set-cookie') ?? ''
    assert.match(cookie, /^my=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u)
    assert.equal((await parentByWord(trial, card.number, 'green kettle 8')).status, 403)
  })

  it('is slowed down when it goes wrong again and again, whether there is such a number or not', async () => {
    for (const number of ['00000001', card.number]) {
      const all: number[] = []
      for (let tries = 0; tries < 8; tries += 1) all.push((await parentByWord(trial, number, `wrong ${tries}`)).status)
      assert.deepEqual([all[0], all.at(-1)], [403, 429], number)
    }
  })

  it('with a new code closes every device, and the old word is good no more', async () => {
    const old = await parentByPress(trial)
    const fresh = cardIn(await (await (await ruth()).post(place(), { do: 'code', person: leahRef() })).text())
    assert.match(await old.text(), /Open my page/u)
    assert.equal(fresh.number, card.number)
    const rows = await askTrial(trial, 'select hash from parent_secret where partnership = $1')
    assert.deepEqual(rows, [])
  })
})

describe('the page is not there', () => {
  const off = async (leah: AtPage): Promise<string> => {
    const page = await leah.text()
    assert.match(page, /This page is not here now/u)
    for (const words of ['Maya', 'Hello', 'clinic', '01632', 'Ruth']) assert.doesNotMatch(page, new RegExp(words, 'u'))
    assert.match(page, /999[\s\S]*111[\s\S]*GP/u)
    return page
  }

  it('while induced illness is suspected, or it was decided not to tell: the same words, at once, whatever is asked', async () => {
    const leah = await parentByPress(trial)
    const on = today()
    const [visit = ''] = refsIn(await leah.text(), 'help')
    const perplexing = { kind: 'perplexing-presentation', by: 'hospital/st-brannocks' }
    await write({ ...perplexing, on: `${on} 00:10`, step: 'suspected' })
    const one = await off(leah)
    const before = await entriesNow()
    await leah.post('/my/help', { visit, choice: 'cost' })
    assert.equal(await entriesNow(), before)
    await write({ ...perplexing, on: `${on} 00:20`, step: 'not-so' })
    assert.match(await leah.text(), /Hello Leah/u)
    await write({ id: 'hush', kind: 'not-told', on, by: 'social-care', person: 'leah', reason: 'Not safe for Maya' })
    assert.equal(await off(leah), one)
    const ruths = await (await ruth()).text(place())
    assert.match(ruths, /It is not there now/u)
    await write({ kind: 'told', on, by: 'social-care', of: 'hush', to: 'leah' })
    assert.match(await leah.text(), /Hello Leah/u)
  })

  it('while the phone is not safe: asked again, and no is an answer', async () => {
    const leah = await parentByPress(trial)
    const on = today()
    const asked = { kind: 'phone-safety-asked', by: 'health-visiting', person: 'leah', alone: 'yes' }
    await write({ ...asked, on: `${on} 00:10`, safe: 'no', way: 'paper' })
    await off(leah)
    const paper = await (await ruth()).text(`${place()}/paper?person=${leahRef()}`)
    assert.match(paper, /Hello Leah[\s\S]*What is next/u)
    assert.doesNotMatch(paper, /<form|We can’t come/u)
    await write({ ...asked, on: `${on} 00:20`, safe: 'yes', way: 'page' })
    assert.match(await leah.text(), /Hello Leah/u)
  })
})

describe('another parent', () => {
  const jayRef = () => shortName(record, 'jay')

  it('has a page by a decision of its own, of which nothing shows on the first', async () => {
    const [leah, staff] = [await parentByPress(trial), await ruth()]
    const before = await leah.text()
    await staff.post(place(), { do: 'open', person: jayRef(), language: 'en' })
    assert.deepEqual(
      await askTrial(trial, `select access from parent_access where partnership = $1 and person = 'jay'`),
      [],
    )
    const asked = { kind: 'phone-safety-asked', on: today(), by: 'health-visiting', person: 'jay', alone: 'yes' }
    await write({ ...asked, safe: 'yes', way: 'page' })
    const card = cardIn(await (await staff.post(place(), { do: 'open', person: jayRef(), language: 'en' })).text())
    assert.notEqual(card.code, '')
    const jay = await parentByCode(trial, card.code, 'river stone 4')
    const page = await jay.text()
    assert.match(page, /Hello Jay/u)
    for (const words of [
      /Leah/u,
      /clinic/u,
      /hospital,/u,
      /01632/u,
      /Ruth/u,
      /What is next/u,
      /tired/u,
      /\d{1,2}:\d{2}/u,
    ])
      assert.doesNotMatch(page, words)
    const after = await leah.text()
    assert.equal(after.replaceAll(leah.csrf, ''), before.replaceAll(leah.csrf, ''))
  })

  it('is nobody’s to know but those who work with the parents', async () => {
    const dates = await askTrial(
      trial,
      `select distinct p.name from may_open m join practitioner p using (partnership, practitioner)
      join post o using (partnership, practitioner) where m.partnership = $1 and m.record = $2 and o.agency like 'police%'`,
      record,
    )
    const [officer] = dates
    if (officer === undefined) return
    const found = trial.served.examples?.find(one => one.name === officer['name'])
    const police = await trial.signInAs(found?.id ?? '')
    assert.doesNotMatch(await police.text(place()), /Leah|Jay|card/u)
    assert.doesNotMatch(await police.text(`/families/${record}/chronology`), /page of their own/u)
  })
})

describe('devices', () => {
  it('are listed by what they are, and each can be closed', async () => {
    const android =
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36'
    const [leah, other] = [await parentByPress(trial), await parentByPress(trial, android)]
    const page = await leah.text('/my/devices')
    assert.match(page, /Android, Chrome/u)
    const card = page.slice(page.indexOf('Android, Chrome'))
    const device = /name="device" value="(\w+)"/u.exec(card)?.[1] ?? ''
    await leah.post('/my/devices', { device })
    assert.match(await other.text(), /Open my page/u)
    assert.match(await leah.text(), /Hello Leah/u)
    assert.equal((await leah.post('/my/devices', { device: 'nothing' })).status, 404)
  })

  it('are all closed in one act, by staff or by the parent, and it is on the record', async () => {
    const jay = await askTrial(trial, `select access from parent_access where partnership = $1 and person = 'jay'`)
    assert.equal(jay.length, 1)
    await (await ruth()).post(place(), { do: 'close', person: shortName(record, 'jay') })
    await makeCalendar(
      trial.store,
      { partnership: trial.partnership, practitioner: await idOf(trial, 'Ruth Adeyemi') },
      {
        ...{ record, person: 'leah' as PersonId, secret: hashOfToken('a secret of a calendar') },
      },
    )
    const [leah, other] = [await parentByPress(trial), await parentByPress(trial)]
    const answer = await leah.post('/my/close-everything')
    assert.match(await answer.text(), /Everything is closed/u)
    for (const one of [leah, other, atPage(trial, '')]) assert.match(await one.text(), /Open my page/u)
    assert.equal(await findCalendar(trial.store, hashOfToken('a secret of a calendar')), undefined)
    const closed = await askTrial(
      trial,
      `select content::jsonb->>'closedBy' as by from content where partnership = $1 and record = $2 and kind = 'parent-page-closed' order by number`,
      record,
    )
    assert.deepEqual(
      closed.map(({ by }) => by),
      ['practitioner', 'parent'],
    )
    assert.equal(
      (await sendMy(trial, '/my/example', { person: trial.served.exampleParents?.[0]?.id ?? '' })).status,
      404,
    )
  })
})
