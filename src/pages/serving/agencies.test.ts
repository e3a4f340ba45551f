import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, isoDay } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import { append } from '../../store/append.ts'
import type { Line } from '../../store/line.ts'
import { tick } from '../../store/tick.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, recordOf } from './trial-facts.ts'

let trial: TrialHoldfast
let executive: AtWork
let lead: AtWork
let otherLead: AtWork
let clinics: AtWork
let visitor: AtWork

before(async () => {
  trial = await trialHoldfast()
  executive = await trial.signInAs('annika.forsgate')
  lead = await trial.signInAs('ruth.ellwanger')
  otherLead = await trial.signInAs('jocasta.flint')
  clinics = await trial.signInAs('graham.setterfield')
  visitor = await trial.signInAs('ruth.adeyemi')
})
after(() => trial.end())

const on = (days: number): string => isoDay(addDays(londonDay(trial.store.now()), days))
const last = async () => {
  const [row] = await askTrial(
    trial,
    `select content from content where partnership = $1 and record = 'agencies' order by number desc limit 1`,
  )
  return JSON.parse(String(row?.['content'])) as Readonly<Record<string, unknown>>
}
const write = (...lines: readonly Line[]) =>
  append(trial.store, { partnership: trial.partnership, record: 'agencies', lines, writer: 'import' })
const words = 'Every letter of a clinic goes to the midwife too'
const recommends = (fields: Readonly<Record<string, string>> = {}) =>
  executive.post('/agencies/write/recommendation', { text: words, agency: 'midwifery', ...fields })

describe('what agencies owe', () => {
  it('is there for those who manage, lead on safeguarding or act for the partnership, and for nobody else', async () => {
    for (const who of [executive, lead, otherLead, clinics]) {
      assert.equal((await who.get('/agencies')).status, 200)
      for (const page of ['/today', '/account']) assert.match(await who.text(page), /href="\/agencies"/u)
    }
    assert.equal((await visitor.get('/agencies')).status, 404)
    for (const page of ['/today', '/account']) assert.doesNotMatch(await visitor.text(page), /href="\/agencies"/u)
  })

  it('is written by forms, each for those whose it is: no other form is shown or taken', async () => {
    const forms = async (who: AtWork) =>
      [...(await who.text('/agencies')).matchAll(/href="\/agencies\/write\/([a-z-]+)">[A-Z]/gu)].map(([, kind]) => kind)
    assert.deepEqual(await forms(executive), ['recommendation', 'recommendation-kept', 'practice-audited'])
    assert.deepEqual(await forms(lead), ['recommendation', 'recommendation-kept', 'training', 'quarterly-return'])
    assert.deepEqual(await forms(clinics), ['harm-wording'])
    const before = await last()
    for (const [who, kind] of [
      [visitor, 'recommendation'],
      [lead, 'practice-audited'],
      [lead, 'harm-wording'],
      [executive, 'training'],
      [clinics, 'quarterly-return'],
    ] as const) {
      assert.equal((await who.get(`/agencies/write/${kind}`)).status, 404, kind)
      assert.equal((await who.post(`/agencies/write/${kind}`, { text: words })).status, 404, kind)
    }
    assert.deepEqual(await last(), before)
  })
})

describe('a recommendation', () => {
  it('is refused beside its field, with what was typed', async () => {
    const answer = await recommends({ text: '', due: 'soonish', review: 'Review of 2026' })
    assert.equal(answer.status, 400)
    const html = await answer.text()
    assert.match(html, /href="#text"[\s\S]*href="#due"[\s\S]*value="Review of 2026"[\s\S]*value="soonish"/u)
  })

  it('is seen by the partnership and the agency that owes it, late from the day after it was due', async () => {
    assert.equal((await recommends({ on: on(-40), due: on(-10) })).status, 303)
    const line = await last()
    assert.deepEqual(
      [line['kind'], line['by'], line['agency'], line['author'], line['record']],
      ['recommendation', 'partnership', 'midwifery', 'Annika Forsgate, partnership executive', 'agencies'],
    )
    for (const who of [executive, lead]) assert.match(await who.text('/agencies'), new RegExp(`${words}[\\s\\S]*late`))
    assert.doesNotMatch(await otherLead.text('/agencies'), new RegExp(words))
    assert.match(await lead.text('/today'), /One thing that is of no family is late/u)
    assert.doesNotMatch(await otherLead.text('/today'), /of no family/u)
  })

  it('is heard of in the inbox, in words that say nothing of it', async () => {
    await tick(trial.store)
    const inbox = await lead.text('/inbox')
    assert.match(inbox, /What agencies owe[\s\S]*owes by its own record is late/u)
    assert.doesNotMatch(inbox, new RegExp(words))
    const [, notice] =
      /action="\/inbox\/(\d+)"[^>]*>(?:(?!<\/form>)[\s\S])*/u.exec(
        inbox.slice(inbox.indexOf('owes by its own record')),
      ) ?? []
    assert.equal((await otherLead.post(`/inbox/${notice}`, {})).status, 404)
    assert.equal((await lead.post(`/inbox/${notice}`, {})).status, 303)
  })

  it('stands on the page of no family', async () => {
    const maya = `/families/${recordOf(trial, '01')}`
    for (const page of ['', '/chronology', '/ledger', '/people'])
      assert.doesNotMatch(await visitor.text(maya + page), new RegExp(words), page)
    for (const page of ['/families/agencies', '/families/agencies/ledger', '/families/agencies/chronology'])
      for (const who of [visitor, lead, executive]) assert.equal((await who.get(page)).status, 404, page)
  })

  it('is kept by the agency that owes it, and by no other; then it is looked at again', async () => {
    const { recommendation } = await last()
    const form = { recommendation: String(recommendation), evidence: 'Nine letters in ten' }
    assert.equal((await otherLead.post('/agencies/write/recommendation-kept', form)).status, 400)
    assert.equal((await lead.post('/agencies/write/recommendation-kept', { ...form, evidence: '' })).status, 400)
    assert.equal((await lead.post('/agencies/write/recommendation-kept', form)).status, 303)
    assert.match(await lead.text('/agencies'), /Nine letters in ten/u)
    assert.doesNotMatch(await lead.text('/today'), /of no family/u)
    const audited = { recommendation: String(recommendation), inPractice: 'yes' }
    assert.equal((await executive.post('/agencies/write/practice-audited', audited)).status, 303)
  })

  it('that an agency writes for another stays its own', async () => {
    await otherLead.post('/agencies/write/recommendation', { text: 'Ours', agency: 'police' })
    assert.equal((await last())['agency'], 'housing')
  })

  it('is written once, however often the form is sent', async () => {
    const count = async () =>
      (await askTrial(trial, `select from content where record = 'agencies' and partnership = $1`)).length
    const key = /name="key" value="([^"]*)"/u.exec(await executive.text('/agencies/write/recommendation'))?.[1] ?? ''
    const before = await count()
    for (let times = 0; times < 2; times += 1) await recommends({ key })
    assert.equal(await count(), before + 1)
  })
})

describe('training', () => {
  it('that is late is named in the agency alone; the partnership reads how much is late there', async () => {
    const post = {
      kind: 'post',
      on: on(-90),
      by: 'housing',
      post: 'h-x',
      role: 'housing-officer',
      practitioner: 'Noor Dale',
    }
    const kept = { kind: 'training', on: on(-60), by: 'police', practitioner: 'Somebody Else' }
    await write({ ...post, record: 'agencies' }, { ...kept, record: 'agencies' })
    const taken = { practitioner: 'Wendell Ings', topics: 'escalation' }
    assert.equal((await otherLead.post('/agencies/write/training', taken)).status, 303)
    assert.deepEqual((await last())['topics'], 'escalation')
    assert.match(await otherLead.text('/agencies'), /Noor Dale: \d/u)
    assert.doesNotMatch(await lead.text('/agencies'), /Noor Dale/u)
    const whole = await executive.text('/agencies')
    assert.doesNotMatch(whole, /Noor Dale/u)
    assert.match(whole, /Housing[\s\S]*trainings? late/u)
  })
})

describe('a clinic', () => {
  it('writes what a missed appointment may do, for its own hospital', async () => {
    const wording = {
      clinic: 'sleep clinic',
      harm: 'Breathing may stop at night',
      critical: 'yes',
      other: 'sleep; snoring',
    }
    assert.equal((await clinics.post('/agencies/write/harm-wording', wording)).status, 303)
    assert.deepEqual([(await last())['by'], (await last())['critical']], ['hospital/st-brannocks', 'yes'])
    assert.match(await clinics.text('/agencies'), /Sleep clinic[\s\S]*Breathing may stop at night/u)
    assert.doesNotMatch(await lead.text('/agencies'), /Breathing may stop/u)
  })
})
