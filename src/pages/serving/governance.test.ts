import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addKin } from '../../store/accounts.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, atWorkAs, idOf, plainly, recordOf } from './trial-facts.ts'

const reason = 'The landlord found the child alone and rang us.'

let trial: TrialHoldfast
let lead: AtWork

before(async () => {
  trial = await trialHoldfast()
  lead = await trial.signInAs('crispin.yeo')
  const officer = await trial.signInAs('wendell.ings')
  await officer.post('/open-without-belonging', { nhs: '9990111294', reason })
  await officer.get(`/families/${recordOf(trial, '12')}`)
  const paramedic = await trial.signInAs('jo.sugden')
  await paramedic.post('/emergency', { nhs: '9990106886' })
})
after(() => trial.end())

const openingOf = async (way: string): Promise<string> => {
  const [found = {}] = await askTrial(
    trial,
    'select opening from opening where partnership = $1 and way = $2 order by opening limit 1',
    way,
  )
  const { opening } = found
  return String(opening)
}
const reviews = () => askTrial(trial, 'select finding from opening_review where partnership = $1 order by at')
const addresses = (): readonly string[] => [
  '/governance',
  '/governance/openings',
  `/governance/openings/${recordOf(trial, '12')}`,
  '/governance/settings',
  '/governance/apart',
  '/governance/records',
  `/governance/records/${recordOf(trial, '12')}`,
  `/governance/records/${recordOf(trial, '12')}/part`,
]

describe('governance', () => {
  it('is there for the information-governance lead, and for nobody else', async () => {
    for (const name of ['Ruth Adeyemi', 'Yvonne Tate', 'Wendell Ings', 'Marguerite Sands', 'Amina Farouk']) {
      const other = await atWorkAs(trial, name)
      const page = await plainly(await other.get('/nowhere'))
      for (const address of addresses())
        for (const answer of [
          await other.get(address),
          await other.post(address, { do: 'nothing', opening: '1', name: 'second-factor', value: 'on' }),
        ])
          assert.deepEqual([answer.status, await plainly(answer)], [404, page], `${name} ${address}`)
    }
    assert.deepEqual(await reviews(), [])
    assert.deepEqual(await askTrial(trial, 'select name from setting where partnership = $1'), [])
  })

  it('begins with the ways to all of it', async () => {
    const page = await lead.text('/governance')
    for (const way of ['openings', 'apart', 'records', 'settings'])
      assert.ok(page.includes(`href="/governance/${way}"`), way)
  })
})

describe('openings without belonging', () => {
  it('stand with who, as what, when, why and how, the newest first, and name no child', async () => {
    const page = await lead.text('/governance/openings')
    assert.match(
      page,
      /Jo Sugden, ambulance clinician[\s\S]*Emergency view[\s\S]*Wendell Ings, housing officer[\s\S]*Opened without belonging/u,
    )
    assert.ok(page.includes(reason))
    assert.doesNotMatch(page, /Tobi|Callum|opened before with a reason/u)
    assert.equal(page.match(/class="holdfast-entry"/gu)?.length, 2)
  })

  it('are ended with one press, or in words, and once', async () => {
    const [glass, emergency] = [await openingOf('glass'), await openingOf('emergency')]
    await lead.post('/governance/openings', { opening: glass, do: 'nothing' })
    await lead.post('/governance/openings', { opening: glass, do: 'words', finding: 'Changed my mind' })
    const empty = await lead.post('/governance/openings', { opening: emergency, do: 'words', finding: ' ' })
    assert.equal(empty.status, 400)
    assert.match(await empty.text(), /Write what you found, and what follows from it/u)
    await lead.post('/governance/openings', { opening: emergency, do: 'words', finding: 'I ring the ward.' })
    assert.deepEqual(await reviews(), [{ finding: 'Seen, nothing to follow' }, { finding: 'I ring the ward.' }])
    assert.match(await lead.text('/governance/openings'), /I ring the ward\.[\s\S]*Crispin Yeo/u)
  })

  it('of a record in which the lead’s own relative appears stand nowhere before that lead', async () => {
    const who = { partnership: trial.partnership, practitioner: await idOf(trial, 'Crispin Yeo') }
    await addKin(trial.store, who, { nhs: '9990106886' })
    assert.doesNotMatch(await lead.text('/governance/openings'), /Jo Sugden/u)
    assert.match(await lead.text(`/governance/openings/${recordOf(trial, '07')}`), /Nobody has opened this record yet/u)
    assert.equal((await lead.get(`/governance/records/${recordOf(trial, '07')}`)).status, 404)
    await askTrial(trial, 'delete from kin where partnership = $1 and practitioner = $2', who.practitioner)
    assert.match(await lead.text('/governance/openings'), /Jo Sugden/u)
  })
})

describe('who has opened a record', () => {
  const opened = (name: string) => `/families/${recordOf(trial, name)}/opened`

  it('is for the family’s lead and their manager, who find the way to it on every page of the family', async () => {
    const visitor = await atWorkAs(trial, 'Ffion Maddocks')
    assert.match(
      await visitor.text(opened('12')),
      /Wendell Ings, housing officer[\s\S]*Opened without belonging[\s\S]*The landlord found/u,
    )
    assert.ok((await visitor.text(`/families/${recordOf(trial, '12')}`)).includes(opened('12')))
    const manager = await atWorkAs(trial, 'Marcus Bellweather')
    assert.match(await manager.text(opened('07')), /Jo Sugden, ambulance clinician[\s\S]*Emergency view/u)
  })

  it('is not for the rest of the network, nor for whoever opened it without belonging', async () => {
    for (const name of ['Dr Harriet Blount', 'Ottilie Marsh', 'Wendell Ings', 'Marisol Vega']) {
      const other = await atWorkAs(trial, name)
      assert.equal((await other.get(`/families/${recordOf(trial, '12')}`)).status, 200, name)
      assert.equal((await other.get(opened('12'))).status, 404, name)
      assert.ok(!(await other.text(`/families/${recordOf(trial, '12')}`)).includes(opened('12')), name)
    }
    const stranger = await trial.signInAs('ruth.adeyemi')
    assert.equal((await stranger.get(opened('12'))).status, 404)
  })

  it('is for the information-governance lead by the record’s id, by day and person', async () => {
    const page = await lead.text(`/governance/openings/${recordOf(trial, '12')}`)
    assert.match(page, /Wendell Ings, housing officer/u)
    assert.match(page, /Ffion Maddocks/u)
    assert.doesNotMatch(page, /Tobi/u)
    const [count = {}] = await askTrial(
      trial,
      `select count(*)::int as all from opening where partnership = $1 and record = $2`,
      recordOf(trial, '12'),
    )
    const { all } = count
    assert.ok(Number(all) > (page.match(/<tr/gu)?.length ?? 0), 'several openings of a day are one row')
  })
})

describe('the settings of a partnership', () => {
  const set = (name: string, value: string) => lead.post('/governance/settings', { name, value })

  it('say that the example will never hold real families', async () => {
    assert.match(
      await lead.text('/governance/settings'),
      /This is the example partnership\. It will never hold real families/u,
    )
  })

  it('keep who set what, and what was set before', async () => {
    await set('clinical-safety-officer', 'Dr Ada Lowe, 01632 960001')
    await set('clinical-safety-officer', 'Dr Bea Marsh, 01632 960002')
    const page = await lead.text('/governance/settings')
    assert.match(page, /Dr Bea Marsh, 01632 960002<br><span class="holdfast-quiet">Crispin Yeo, /u)
    assert.match(page, /What was set before[\s\S]*Dr Ada Lowe/u)
  })

  it('are not saved empty, nor under a name that is none', async () => {
    const empty = await set('clinical-safety-case', ' ')
    assert.equal(empty.status, 400)
    assert.match(await empty.text(), /Write where it is, who signed it and when/u)
    assert.equal((await set('second-factor', 'maybe')).status, 400)
    assert.equal((await set('anything', 'on')).status, 404)
  })

  it('ask everybody for a second factor once that is on', async () => {
    const visitor = await trial.signInAs('ruth.adeyemi')
    assert.equal((await visitor.get('/search')).status, 200)
    await set('second-factor', 'on')
    assert.equal((await visitor.get('/search')).headers.get('location'), '/account/second-factor')
    assert.equal((await lead.get('/governance/settings')).headers.get('location'), '/account/second-factor')
  })
})
