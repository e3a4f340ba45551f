import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { append } from '../../store/append.ts'
import type { Line } from '../../store/line.ts'
import { shortName } from '../address.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, atWorkAs, plainly, recordOf } from './trial-facts.ts'

const tobi = '9990111294'
const nobody = { nhs: '', name: 'Nobody Known', born: '3 May 2020' }
const reason = 'Two children of one age in the clinic that day.'

let trial: TrialHoldfast
let visitor: AtWork
let lead: AtWork

before(async () => {
  trial = await trialHoldfast()
  visitor = await trial.signInAs('ruth.adeyemi')
  lead = await trial.signInAs('crispin.yeo')
})
after(() => trial.end())

const wrong = () => recordOf(trial, '01')
const right = () => recordOf(trial, '12')
const miss: Line = {
  kind: 'was-not-brought',
  on: '2026-11-23',
  by: 'hospital/st-brannocks',
  author: 'Lorna Petrie, secretary',
  appointment: 'wrongly-booked',
  clinic: 'Squint clinic',
  child: ['maya'],
  text: 'Nobody came at ten.',
}

/** Writes a line to the wrong family; gives the address of the form that sets it apart. */
const writeWrongly = async (line: Line): Promise<string> => {
  const outcome = await append(trial.store, {
    partnership: trial.partnership,
    record: wrong(),
    lines: [line],
    writer: 'import',
  })
  assert.ok('number' in outcome, JSON.stringify(outcome))
  const [entry] = outcome.entries
  assert.ok(entry !== undefined)
  return `/families/${wrong()}/entries/${shortName(wrong(), entry.root)}/set-apart`
}

/** All pages of a chronology. */
const chronologyOf = async (who: AtWork, record: string): Promise<string> => {
  const address = `/families/${record}/chronology?page=`
  return (await Promise.all([1, 2, 3].map(page => who.text(`${address}${page}`)))).join('')
}

const keyIn = async (who: AtWork, address: string): Promise<string> => {
  const [, key = ''] = /name="key" value="([\w-]+)"/u.exec(await who.text(address)) ?? []
  return key
}

const setApart = async (address: string, child: Readonly<Record<string, string>>, who = visitor) =>
  who.post(address, { key: await keyIn(who, address), reason, nhs: '', name: '', born: '', ...child })

const contents = (record: string, kind: string) =>
  askTrial(
    trial,
    `select content::jsonb as line from content where partnership = $1 and record = $2 and kind = $3 and content like '%Squint clinic%'`,
    record,
    kind,
  )
const owed = async (record: string): Promise<number> =>
  (
    await askTrial(
      trial,
      `select key from duty where partnership = $1 and record = $2 and ended is null and key like '%wrongly-booked%'`,
      record,
    )
  ).length
const movedTo = () =>
  askTrial(trial, 'select other_record, item is not null as desk from moved where partnership = $1 order by moved')
const items = () => askTrial(trial, 'select child, lines from desk_item where partnership = $1 order by at')
const toldLead = () =>
  askTrial(
    trial,
    `select p.name from notice n join practitioner p on p.partnership = n.partnership and p.practitioner = n.to_practitioner where n.partnership = $1 and n.template = 'set-apart'`,
  )

describe('an entry on the wrong family', () => {
  it('is set apart with a reason, and by those alone who may open the record', async () => {
    const address = await writeWrongly(miss)
    assert.ok((await owed(wrong())) > 0)
    const stranger = await trial.signInAs('wendell.ings')
    const nowhere = await plainly(await stranger.get('/nowhere'))
    for (const answer of [await stranger.get(address), await stranger.post(address, { key: 'abcdefghijkl', reason })])
      assert.deepEqual([answer.status, await plainly(answer)], [404, nowhere])
    const empty = await visitor.post(address, { key: await keyIn(visitor, address), reason: ' ', nhs: '999' })
    assert.equal(empty.status, 400)
    const page = await empty.text()
    assert.match(page, /Write why it does not belong to this family/u)
    assert.match(page, /This NHS number has 3 digits/u)
    assert.match(await chronologyOf(visitor, wrong()), /Squint clinic/u)
  })

  it('leaves every page at once, is written where it belongs, and both records’ duties follow', async () => {
    const address = `/families/${wrong()}/entries/${shortName(wrong(), await rootOfMiss())}/set-apart`
    const before = await owed(right())
    const answer = await setApart(address, { nhs: tobi })
    assert.equal(answer.status, 303)
    assert.doesNotMatch(await chronologyOf(visitor, wrong()), /Squint clinic/u)
    for (const place of ['', '/threads', '/ledger'])
      assert.doesNotMatch(await visitor.text(`/families/${wrong()}${place}`), /Squint clinic/u, place)
    assert.doesNotMatch(await visitor.text('/search?words=squint'), /not brought/u)
    assert.equal(await owed(wrong()), 0)
    assert.ok((await owed(right())) > before)
    const { child: _, ...rest } = miss
    assert.deepEqual(await contents(right(), 'was-not-brought'), [{ line: { ...rest, child: ['tobi'] } }])
    assert.deepEqual(await movedTo(), [{ other_record: right(), desk: false }])
    const ffion = await atWorkAs(trial, 'Ffion Maddocks')
    const chronology = await chronologyOf(ffion, right())
    assert.match(chronology, /Squint clinic/u)
    assert.match(chronology, /Lorna Petrie, secretary, St Brannocks hospital/u)
  })

  it('says afterwards what happened, and nothing of the other family', async () => {
    const known = await setApart(await writeWrongly({ ...miss, on: '2026-11-22' }), { nhs: tobi })
    const unknown = await setApart(await writeWrongly({ ...miss, on: '2026-11-21' }), nobody)
    assert.equal(known.headers.get('location'), unknown.headers.get('location'))
    const page = await visitor.text(known.headers.get('location') ?? '')
    assert.match(page, /at once where the child you named is surely known, else by the desk/u)
    assert.doesNotMatch(page, new RegExp(`Tobi|Nyman|${right()}|999 011`, 'u'))
  })

  it('tells the information-governance lead', async () => {
    assert.deepEqual(new Set((await toldLead()).map(({ name }) => name)), new Set(['Crispin Yeo']))
    assert.equal((await toldLead()).length, 3)
  })

  it('is done once, whoever presses how often', async () => {
    const address = await writeWrongly({ ...miss, on: '2026-11-20' })
    const fields = { key: await keyIn(visitor, address), reason, nhs: tobi }
    const answers = [await visitor.post(address, fields), await visitor.post(address, fields)]
    assert.deepEqual(
      answers.map(answer => answer.headers.get('location')),
      [`/set-apart?family=${wrong()}&named=yes`, `/set-apart?family=${wrong()}&named=yes`],
    )
    assert.equal((await contents(right(), 'was-not-brought')).length, 3)
    assert.equal((await toldLead()).length, 4)
  })
})

const rootOfMiss = async (): Promise<string> => {
  const [found = {}] = await askTrial(
    trial,
    `select root from content where partnership = $1 and record = $2 and kind = 'was-not-brought' and content like '%Squint clinic%' order by number limit 1`,
    wrong(),
  )
  const { root } = found
  return String(root)
}

describe('an entry whose place nobody surely knows', () => {
  it('lies before the desk, with the child as they were named and nobody of this family', async () => {
    const rows = await items()
    assert.equal(rows.length, 1)
    const [{ child, lines } = {}] = rows
    assert.deepEqual(child, { name: 'Nobody Known', born: '2020-05-03' })
    assert.doesNotMatch(JSON.stringify(lines), /maya/u)
    const desk = await atWorkAs(trial, 'Amina Farouk')
    assert.match(await desk.text('/desk'), /Nobody Known/u)
  })

  it('is left to the information-governance lead when no child is named, or when only some may see it', async () => {
    const before = await items()
    await setApart(await writeWrongly({ ...miss, on: '2026-11-19' }), {})
    await setApart(await writeWrongly({ ...miss, on: '2026-11-18', sight: ['health-visiting', 'hospital'] }), nobody)
    assert.deepEqual(await items(), before)
    assert.equal((await lead.text('/governance/apart')).match(/Not yet written where it belongs/gu)?.length, 2)
  })
})

describe('entries set apart, before the information-governance lead', () => {
  const first = async (): Promise<string> => {
    const page = await lead.text('/governance/apart')
    const rows = page.split('<li class="holdfast-entry">').filter(row => row.includes('Not yet written'))
    return /href="(\/governance\/apart\/[^"]+)"/u.exec(rows[0] ?? '')?.[1] ?? ''
  }

  it('stand with why, by whom, and where each went', async () => {
    const page = await lead.text('/governance/apart')
    assert.ok(page.includes(reason))
    assert.match(page, /set apart by Ruth Adeyemi, health visitor/u)
    assert.match(page, new RegExp(`Written where it belongs: record ${right()}`, 'u'))
    assert.match(page, /Lies before the desk/u)
    assert.doesNotMatch(page, /Maya|Tobi/u)
  })

  it('show what they say and who had read them, which is written down as an opening', async () => {
    const page = await lead.text(await first())
    assert.match(page, /Maya Ellis was not brought/u)
    assert.match(page, /Ruth Adeyemi: opened the record, last on/u)
    assert.doesNotMatch(page, /Wendell Ings/u)
    const rows = await askTrial(
      trial,
      `select page from opening where partnership = $1 and way = 'governance' and record = $2`,
      wrong(),
    )
    assert.deepEqual(rows, [{ page: 'an entry set apart' }])
  })

  it('are written where they belong by hand, once the child is known', async () => {
    const address = await first()
    const before = (await contents(right(), 'was-not-brought')).length
    const missed = await lead.post(address, { do: 'move', ...nobody })
    assert.match(`${missed.headers.get('location')}`, /done=left$/u)
    const written = await lead.post(address, { do: 'move', nhs: tobi })
    assert.match(`${written.headers.get('location')}`, /done=written$/u)
    assert.equal((await contents(right(), 'was-not-brought')).length, before + 1)
  })

  it('are put back with a reason, and owed again', async () => {
    const address = await first()
    assert.equal((await lead.post(address, { do: 'undo', reason: '' })).status, 400)
    const before = await owed(wrong())
    const answer = await lead.post(address, { do: 'undo', reason: 'It was Maya after all.' })
    assert.equal(answer.headers.get('location'), '/governance/apart?done=undone')
    assert.match(await chronologyOf(visitor, wrong()), /Squint clinic/u)
    assert.ok((await owed(wrong())) > before)
  })
})
