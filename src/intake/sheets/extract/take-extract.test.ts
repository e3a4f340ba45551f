import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, type Day, isoDay } from '../../../calendar/day.ts'
import { londonDay } from '../../../calendar/moment.ts'
import type { Agency } from '../../../people/service.ts'
import { answerGone, readGone, readTakes } from '../../../store/extracts.ts'
import { createFeed, type Feed } from '../../../store/feeds.ts'
import { type TrialFamily, trialFamily } from '../../../store/trial-family.ts'
import { takeExtract } from './take-extract.ts'

const people = 'pers_person_id,pers_forename,pers_surname,pers_dob,pers_common_child_id'
const alfie = 'P1,Alfie,Dunmore,2020-10-03,9990102686'
const plans =
  'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_latest_category'
const visits = 'cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen'

describe('taking the council’s extract', () => {
  let family: TrialFamily
  let feed: Feed
  let today: Day
  const ago = (days: number) => isoDay(addDays(today, -days))
  before(async () => {
    family = await trialFamily()
    today = londonDay(family.now)
    const made = { id: 'council', name: 'Council', agency: 'social-care' as Agency, sort: 'extract' } as const
    feed = await createFeed(family.store, { partnership: family.partnership, ...made, authority: 'LA' })
  })
  after(() => family.drop())

  const take = async (tables: Readonly<Record<string, readonly string[]>>) => {
    const files = Object.entries({ ssd_person: [people, alfie], ...tables }).map(([name, lines]) => ({
      name: `${name}.csv`,
      bytes: new TextEncoder().encode(lines.join('\n')),
    }))
    return (await takeExtract(family.store, feed, files, 'command')).counts
  }
  const entries = async (kind: string) =>
    (
      await family.ask(`select content from content where kind = $1 and entry like 'council-%' order by number`, [kind])
    ).map(({ content }) => JSON.parse(String(content)) as Record<string, string>)

  it('writes what a row says of a child on an open record, once, and nothing the same night again', async () => {
    const rows = { ssd_cp_plans: [plans, `5,P1,${ago(9)},,NEG`], ssd_cp_visits: [visits, `8,P1,${ago(4)},Y`] }
    assert.deepEqual(await take(rows), {
      written: 2,
      mended: 0,
      typed: 0,
      same: 0,
      gone: 0,
      unread: 0,
      others: 0,
      asked: 0,
    })
    const [plan] = await entries('plan-started')
    assert.deepEqual(plan, {
      ...{ id: 'council-ssd_cp_plans-5-started', kind: 'plan-started', on: ago(9), by: 'social-care', child: 'alfie' },
      ...{ type: 'child-protection', category: 'neglect', plan: 'ssd_cp_plans-5' },
    })
    assert.equal((await entries('contact'))[0]?.['seen'], 'alfie')
    assert.deepEqual(await take(rows), {
      written: 0,
      mended: 0,
      typed: 0,
      same: 2,
      gone: 0,
      unread: 0,
      others: 0,
      asked: 0,
    })
  })

  it('mends an entry whose row has changed, and adds what has come to it', async () => {
    const rows = { ssd_cp_plans: [plans, `5,P1,${ago(8)},${ago(1)},NEG`] }
    const counts = await take(rows)
    assert.deepEqual([counts.written, counts.mended], [1, 1])
    assert.equal((await entries('plan-started')).at(-1)?.['corrects'], 'council-ssd_cp_plans-5-started')
    assert.equal((await entries('plan-ended'))[0]?.['plan'], 'ssd_cp_plans-5')
    assert.equal((await take(rows)).same, 2)
  })

  it('does not write twice what somebody typed here, and speaks of the same plan afterwards', async () => {
    await family.write({
      id: 'typed',
      kind: 'plan-started',
      on: ago(30),
      by: 'social-care/rowan-team',
      type: 'child-in-need',
      plan: 'cin-1',
    })
    const heading = 'cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date'
    assert.equal((await take({ ssd_cin_plans: [heading, `3,P1,${ago(30)},`] })).typed, 1)
    const ended = await take({ ssd_cin_plans: [heading, `3,P1,${ago(30)},${ago(2)}`] })
    assert.deepEqual([ended.written, ended.same], [1, 1])
    assert.equal((await entries('plan-ended')).at(-1)?.['plan'], 'cin-1')
  })

  it('answers the referral that another agency made here, by its own id', async () => {
    await family.write({
      kind: 'referral-made',
      on: ago(6),
      by: 'health-visiting',
      to: 'social-care',
      referral: 'hv-1',
    })
    const heading = 'cine_referral_id,cine_person_id,cine_referral_date'
    await take({ ssd_cin_episodes: [heading, `1,P1,${ago(5)}`] })
    assert.equal((await entries('referral-received'))[0]?.['referral'], 'hv-1')
  })

  it('shows a row that is gone to a person, once, and takes nothing away', async () => {
    const counts = await take({ ssd_cp_visits: [visits, `9,P1,${ago(3)},Y`] })
    assert.equal(counts.gone, 1)
    assert.deepEqual(
      (await readGone(family.store, feed)).map(({ source }) => source),
      ['ssd_cp_visits/8'],
    )
    assert.equal((await entries('contact')).length, 2)
    await answerGone(family.store, feed, 'ssd_cp_visits/8', family.worker)
    assert.equal((await take({ ssd_cp_visits: [visits, `9,P1,${ago(3)},Y`] })).gone, 0)
    assert.deepEqual(await readGone(family.store, feed), [])
  })

  it('shows an end that was taken back', async () => {
    await take({ ssd_cp_plans: [plans, `5,P1,${ago(8)},,NEG`] })
    assert.deepEqual(
      (await readGone(family.store, feed)).map(({ source }) => source),
      ['ssd_cp_plans/5#ended'],
    )
    await answerGone(family.store, feed, 'ssd_cp_plans/5#ended', family.worker)
  })

  it('matches nobody on less than NHS number and day of birth: it asks, and keeps nothing of others', async () => {
    const files = {
      ssd_person: [
        people,
        'P7,Alfie,Dunmore,2020-10-04,9990102686',
        'P8,Nobody,Here,2019-01-01,9990000018',
        'P9,Kirsty,Dunmore,1994-02-17,9990102759',
      ],
      ssd_cp_visits: [visits, `70,P7,${ago(3)},Y`, `80,P8,${ago(3)},Y`, `90,P9,${ago(3)},Y`],
    }
    const counts = await take(files)
    // An adult of an open record is no child of it.
    assert.deepEqual([counts.written, counts.asked, counts.others], [0, 1, 2])
    const kept = JSON.stringify(await family.ask('select * from extract_row'))
    assert.doesNotMatch(kept, /\/(?:70|80|90)"/)
    assert.equal((await family.ask('select * from message')).length, 1)
  })

  it('knows a child again by the council’s number once it was learnt', async () => {
    const counts = await take({ ssd_person: [people, 'P1,,,,'], ssd_cp_visits: [visits, `10,P1,${ago(2)},N`] })
    assert.equal(counts.written, 1)
    assert.equal((await entries('contact')).at(-1)?.['seen'], undefined)
  })

  it('matches nobody again of whom somebody has said that it is another', async () => {
    await family.ask(`update feed_match set ended = now(), ended_by = 'somebody' where number = 'P1'`)
    const counts = await take({ ssd_cp_visits: [visits, `11,P1,${ago(1)},N`] })
    assert.deepEqual([counts.written, counts.asked], [0, 1])
  })

  it('keeps each taking with its numbers', async () => {
    const [last] = await readTakes(family.store, feed)
    assert.equal(last?.counts.asked, 1)
  })
})
