import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { PersonId } from '../../record/field.ts'
import { append } from '../../store/append.ts'
import { findOneChild } from '../../store/finding.ts'
import type { Line } from '../../store/line.ts'
import { beginRecord } from '../../store/records.ts'
import { shortName } from '../address.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, atWorkAs, recordOf } from './trial-facts.ts'

const records = '/governance/records'
const tobi = '9990111294'

let trial: TrialHoldfast
let lead: AtWork
let visitor: AtWork
/** A second record of Tobi, begun by mistake. */
let second: string

before(async () => {
  trial = await trialHoldfast()
  lead = await trial.signInAs('crispin.yeo')
  visitor = await atWorkAs(trial, 'Ffion Maddocks')
  const outcome = await beginRecord(trial.store, {
    partnership: trial.partnership,
    writer: 'import',
    lines: [
      { kind: 'person', person: 'child-7', name: 'Tobi Nyman-Okoro', born: '2022-12-09', nhs: tobi, subject: 'yes' },
      { kind: 'concern', on: '2026-11-20', by: 'housing', text: 'The stairwell was dark.' },
      { kind: 'worker-starts', on: '2026-11-20', by: 'housing', role: 'housing-officer', practitioner: 'Wendell Ings' },
    ],
  })
  assert.ok('record' in outcome)
  second = outcome.record
})
after(() => trial.end())

const first = () => recordOf(trial, '12')
const short = (record: string, person: string) => shortName(record, person)
const keyOn = (page: string): string => /name="key" value="([\w-]+)"/u.exec(page)?.[1] ?? ''
const chronology = async (who: AtWork, record: string) => who.text(`/families/${record}/chronology`)
const write = (record: string, ...lines: readonly Line[]) =>
  append(trial.store, { partnership: trial.partnership, record, lines, writer: 'import' })
const namedInOpenings = (record: string) =>
  askTrial(trial, `select page from opening where partnership = $1 and record = $2 and way = 'governance'`, record)

describe('finding records that belong together', () => {
  it('shows ids alone, and writes no opening', async () => {
    const page = await (await lead.post(records, { record: '', nhs: tobi, name: '', born: '' })).text()
    for (const record of [first(), second]) assert.ok(page.includes(`href="${records}/${record}"`), record)
    assert.doesNotMatch(page, /Nyman/u)
    assert.deepEqual(await namedInOpenings(first()), [])
  })

  it('goes to a record by its id, where names are shown and the opening is written down', async () => {
    const answer = await lead.post(records, { record: first(), nhs: '', name: '', born: '' })
    assert.equal(answer.headers.get('location'), `${records}/${first()}`)
    assert.match(await lead.text(`${records}/${first()}`), /Tobi Nyman-Okoro, born 9 December 2022 \(tobi\)/u)
    assert.deepEqual(await namedInOpenings(first()), [{ page: 'joining and parting' }])
    assert.equal((await lead.get(`${records}/bcdfghjkmn`)).status, 404)
    assert.equal((await lead.get(`${records}/agencies`)).status, 404)
  })

  it('says what is missing', async () => {
    const answer = await lead.post(records, { record: '', nhs: '', name: 'Tobi', born: '' })
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /Enter the NHS number, or the name and the day of birth/u)
    assert.equal((await lead.get(`${records}/${first()}/join?with=`)).status, 400)
  })
})

describe('joining two records of one child', () => {
  const step = () => `${records}/${first()}/join?with=${second}`
  const fields = (key: string) => ({ key, with: second, person: short(second, 'child-7'), as: short(first(), 'tobi') })

  it('says first who had read what, and who may open the record then', async () => {
    const officer = await trial.signInAs('wendell.ings')
    await officer.get(`/families/${second}`)
    const page = await lead.text(step())
    assert.match(page, /Wendell Ings: opened the record/u)
    assert.match(page, /Who may read them then[\s\S]*Ffion Maddocks[\s\S]*Wendell Ings/u)
    assert.doesNotMatch(await chronology(visitor, first()), /stairwell/u)
  })

  it('is nothing until both children are chosen', async () => {
    const answer = await lead.post(`${records}/${first()}/join`, { key: keyOn(await lead.text(step())), with: second })
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /Choose the child whose entries are read here too/u)
  })

  it('reads the other one too, as one child, and what is written there later stays there', async () => {
    const answer = await lead.post(`${records}/${first()}/join`, fields(keyOn(await lead.text(step()))))
    assert.equal(answer.headers.get('location'), `${records}/${first()}?done=join`)
    assert.match(await chronology(visitor, first()), /stairwell/u)
    const page = await visitor.text(`/families/${first()}`)
    assert.doesNotMatch(page, /With Tobi/u)
    await write(second, { kind: 'concern', on: '2026-11-25', by: 'housing', text: 'The lift was out.' })
    assert.doesNotMatch(await chronology(visitor, first()), /The lift was out/u)
    const shown = await lead.text(`${records}/${first()}`)
    assert.match(shown, new RegExp(`in record <a class="govuk-link" href="${records}/${second}">`, 'u'))
    assert.match(await lead.text(`${records}/${second}`), new RegExp(`Read by: [\\s\\S]*${first()}`, 'u'))
  })

  it('is found as one record from then on', async () => {
    assert.deepEqual(await findOneChild(trial.store, trial.partnership, { nhs: tobi }), {
      record: first(),
      person: 'tobi',
    })
  })

  it('opens this record to whoever works with the child by what was read, and the other to nobody', async () => {
    assert.equal((await visitor.get(`/families/${second}`)).status, 404)
    const officer = await trial.signInAs('wendell.ings')
    assert.equal((await officer.get(`/families/${first()}`)).status, 200)
  })

  it('leaves out what is set apart here of the other one, which keeps it', async () => {
    const [, entry = ''] = /id="e-(\w+)">(?:(?!id="e-)[\s\S])*stairwell/u.exec(await chronology(visitor, first())) ?? []
    const address = `/families/${first()}/entries/${entry}/set-apart`
    await visitor.post(address, { key: keyOn(await visitor.text(address)), reason: 'Not of this child.' })
    assert.doesNotMatch(await chronology(visitor, first()), /stairwell/u)
    const officer = await trial.signInAs('wendell.ings')
    assert.match(await chronology(officer, second), /stairwell/u)
    const apart = await lead.text('/governance/apart')
    assert.match(apart, /An entry that this record read from another/u)
    const [, one = ''] = /href="(\/governance\/apart\/[^"]+)"/u.exec(apart) ?? []
    assert.match(await lead.text(one), /stairwell was dark[\s\S]*Wendell Ings: opened the record/u)
    await lead.post(one, { do: 'undo', reason: 'It is of this child.' })
    assert.match(await chronology(visitor, first()), /stairwell/u)
  })

  it('is undone with a reason, having said who had read it meanwhile', async () => {
    const address = `${records}/${first()}/unjoin?with=${second}&person=${short(second, 'child-7')}`
    const page = await lead.text(address)
    assert.match(page, /Ffion Maddocks: opened the record/u)
    const empty = await lead.post(`${records}/${first()}/unjoin`, {
      key: keyOn(page),
      with: second,
      person: short(second, 'child-7'),
      reason: '',
    })
    assert.equal(empty.status, 400)
    const answer = await lead.post(`${records}/${first()}/unjoin`, {
      key: keyOn(page),
      with: second,
      person: short(second, 'child-7'),
      reason: 'Two boys of one name.',
    })
    assert.equal(answer.headers.get('location'), `${records}/${first()}?done=unjoin`)
    assert.doesNotMatch(await chronology(visitor, first()), /stairwell/u)
    const officer = await trial.signInAs('wendell.ings')
    assert.equal((await officer.get(`/families/${first()}`)).status, 404)
  })
})

describe('two children with one id', () => {
  it('are never read as one', async () => {
    const page = await lead.text(`${records}/${recordOf(trial, '10')}/join?with=${recordOf(trial, '11')}`)
    const clash = { kind: 'person', person: 'layla', name: 'Another Layla', born: '2020-01-01', as: 'child' }
    await write(recordOf(trial, '10'), clash)
    const answer = await lead.post(`${records}/${recordOf(trial, '10')}/join`, {
      key: keyOn(page),
      with: recordOf(trial, '11'),
      person: short(recordOf(trial, '11'), 'layla'),
      as: 'nobody',
    })
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /call two different people by the same id/u)
  })
})

describe('a record of a child’s own', () => {
  it('begins with who they are, reads all that is held of them, and leaves the family’s as it is', async () => {
    const family = recordOf(trial, '04')
    const person = short(family, 'gia-bao')
    await write(family, { kind: 'concern', on: '2026-11-20', by: 'school', child: ['gia-bao'], text: 'Thin shoes.' })
    const page = await lead.text(`${records}/${family}/part?person=${person}`)
    assert.match(page, /A record of their own begins for Hoàng Gia Bảo/u)
    const answer = await lead.post(`${records}/${family}/part`, { key: keyOn(page), person })
    const [, own = ''] = /records\/(\w{10})\?done=part$/u.exec(answer.headers.get('location') ?? '') ?? []
    assert.notEqual(own, family)
    const worker = await atWorkAs(trial, 'Leila Haddadi')
    const told = await chronology(worker, own)
    assert.match(told, /Hoàng Gia Bảo/u)
    assert.match(told, /Thin shoes/u)
    assert.match(await chronology(worker, family), /Thin shoes/u)
    const found = await findOneChild(trial.store, trial.partnership, { nhs: '9990104433' })
    assert.deepEqual(found, { record: own, person: 'gia-bao' as PersonId })
  })
})

describe('one person under two names', () => {
  const same = (act: string) => `${records}/${second}/${act}`
  const people = () => ({ person: short(second, 'kid'), as: short(second, 'child-7') })

  it('is one from then on, and two again when that is undone', async () => {
    await write(second, { kind: 'person', person: 'kid', name: 'Toby Okoro', born: '2022-12-09', as: 'child' })
    const query = new URLSearchParams(people())
    const page = await lead.text(`${same('same')}?${query}`)
    assert.match(page, /are read as one person from now on/u)
    await lead.post(same('same'), { key: keyOn(page), ...people() })
    assert.doesNotMatch(await lead.text(`${records}/${second}`), /Toby Okoro/u)
    const undo = await lead.text(`${same('not-same')}?${query}`)
    await lead.post(same('not-same'), { key: keyOn(undo), ...people() })
    assert.match(await lead.text(`${records}/${second}`), /Toby Okoro/u)
  })

  it('is not one with itself', async () => {
    const one = short(second, 'kid')
    const answer = await lead.get(`${same('same')}?person=${one}&as=${one}`)
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /Choose two different people of this record/u)
  })
})
