import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { beginRecord } from '../../store/records.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, atWorkAs, plainly, recordOf } from './trial-facts.ts'

const address = '/open-without-belonging'
const [tobi, ezra, callum, maya] = ['9990111294', '9990105200', '9990106886', '9990123454']
const [mother, nobody] = ['9990111367', '9990000018']
const reason = 'The landlord found the child alone and rang us.'

let trial: TrialHoldfast
let officer: AtWork

before(async () => {
  trial = await trialHoldfast()
  officer = await trial.signInAs('wendell.ings')
})
after(() => trial.end())

const openings = () => askTrial(trial, `select record, reason from opening where partnership = $1 and way = 'glass'`)
const notices = () =>
  askTrial(trial, `select notice from notice where partnership = $1 and template = 'glass' order by 1`)
const told = async () => {
  const rows = await askTrial(
    trial,
    `select name from notice n join practitioner p on p.partnership = n.partnership and p.practitioner = n.to_practitioner
     where n.partnership = $1 and template = 'glass' order by name`,
  )
  return rows.map(({ name }) => name)
}
const family = (name: string) => `/families/${recordOf(trial, name)}`
const open = (who: AtWork, nhs: string, why = reason) => who.post(address, { nhs, name: '', born: '', reason: why })

describe('opening a record without belonging', () => {
  it('says before who will be told', async () => {
    const page = await officer.text(address)
    assert.match(
      page,
      /This is written down\. Your safeguarding lead, the information-governance lead and the family’s lead are told\./u,
    )
  })

  it('takes a reason that is a sentence, and keeps what was typed when it is none', async () => {
    for (const why of ['', 'worried']) {
      const answer = await open(officer, tobi, why)
      const page = await answer.text()
      assert.equal(answer.status, 400)
      assert.match(page, /Write why you need this record now, in a sentence of at least 15 letters/u)
      assert.match(page, new RegExp(tobi, 'u'))
    }
    assert.deepEqual(await openings(), [])
  })

  it('opens it for whoever gave one, and not a moment before', async () => {
    assert.equal((await officer.get(family('12'))).status, 404)
    const answer = await open(officer, tobi)
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, family('12')])
    assert.equal((await officer.get(family('12'))).status, 200)
    assert.deepEqual(await openings(), [
      { record: recordOf(trial, '12'), reason },
      { record: recordOf(trial, '12'), reason: 'opened before with a reason' },
    ])
  })

  it('tells the safeguarding lead, the information-governance lead and the family’s lead', async () => {
    assert.deepEqual(await told(), ['Crispin Yeo', 'Ffion Maddocks', 'Jocasta Flint'])
  })

  it('tells them by name, in the inbox and for a mail', async () => {
    const waiting = await askTrial(
      trial,
      'select count(*)::int from to_send join notice using (partnership, notice) where partnership = $1 and opening is not null',
    )
    assert.deepEqual(waiting, [{ count: 3 }])
    const lead = await atWorkAs(trial, 'Jocasta Flint')
    assert.match(await lead.text('/inbox'), /Wendell Ings/u)
    assert.doesNotMatch(await lead.text('/inbox'), /Tobi|Nyman/u)
  })

  it('leaves closed what is restricted to others', async () => {
    await open(officer, callum)
    const chronology = await officer.text(`${family('07')}/chronology`)
    assert.match(chronology, /Callum Everleigh/u)
    assert.doesNotMatch(chronology, /exploitation/iu)
    const worker = await atWorkAs(trial, 'Owen Pritchard-Lowe')
    assert.match(await worker.text(`${family('07')}/chronology`), /exploitation/iu)
  })

  it('lets whoever opened it so read, and write nothing in it', async () => {
    const page = await officer.text(family('12'))
    assert.doesNotMatch(page, /href="[^"]*\/record/u)
    assert.equal((await officer.get(`${family('12')}/record?kind=concern`)).status, 404)
    const concern = { kind: 'concern', key: 'abcdefghijkl', do: 'record', on: '1 November 2026' }
    assert.equal((await officer.post(`${family('12')}/record`, concern)).status, 404)
    const chronology = await officer.text(`${family('12')}/chronology`)
    const [entry = ''] = chronology.match(/\/families\/\w+\/entries\/[\w-]+/u) ?? []
    assert.equal((await officer.get(entry)).status, 200)
    for (const way of ['correct', 'set-apart']) assert.equal((await officer.get(`${entry}/${way}`)).status, 404, way)
  })

  it('asks for no second reason while it is open, and is closed again when its day is over', async () => {
    const before = await openings()
    assert.equal((await open(officer, tobi)).status, 303)
    assert.deepEqual(await openings(), before)
    await askTrial(
      trial,
      `update may_open set until = clock_timestamp() - interval '1 second' where partnership = $1 and why = 'glass'`,
    )
    assert.equal((await officer.get(family('12'))).status, 404)
  })

  it('breaks nothing for whoever belongs already', async () => {
    const visitor = await trial.signInAs('ruth.adeyemi')
    const before = await openings()
    const answer = await open(visitor, maya)
    assert.equal(answer.headers.get('location'), family('01'))
    assert.deepEqual(await openings(), before)
  })

  it('has the reason in no address', async () => {
    const answer = await open(officer, tobi)
    assert.doesNotMatch(`${answer.headers.get('location')}`, /landlord|reason/u)
  })
})

describe('what cannot be opened', () => {
  it('is answered in the same words: no record, a relative’s, several, a parent’s number', async () => {
    const aunt = await trial.signInAs('abigail.twentyman')
    const lines = [
      { kind: 'person', person: 'p', name: 'Another', born: '2014-12-03', nhs: '9990110247', subject: 'yes' },
    ]
    await beginRecord(trial.store, { partnership: trial.partnership, lines, writer: 'import' })
    const [logged, told] = [await openings(), await notices()]
    const answers = [nobody, ezra, '9990110247', mother].map(nhs => open(aunt, nhs))
    const found = await Promise.all(answers)
    assert.deepEqual(
      found.map(answer => answer.status),
      [404, 404, 404, 404],
    )
    const pages = await Promise.all(
      found.map((answer, at) => plainly(answer, [nobody, ezra, '9990110247', mother][at] ?? '')),
    )
    assert.match(pages[0] ?? '', /Holdfast cannot open a record from this/u)
    assert.match(pages[0] ?? '', /01632 960100/u)
    assert.deepEqual(new Set(pages).size, 1)
    assert.deepEqual([await openings(), await notices()], [logged, told])
  })

  it('is the record of one’s relative, by its address too', async () => {
    const aunt = await trial.signInAs('abigail.twentyman')
    const [there, nowhere] = await Promise.all([aunt.get(family('05')), aunt.get('/families/bcdfghjkmn')])
    assert.equal(there.status, 404)
    assert.equal(await plainly(there), await plainly(nowhere))
  })
})
