import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, idOf, plainly, recordOf } from './trial-facts.ts'
import { addressOf, asRead, type Ids, idsOf, marksOf, routesOf } from './trial-routes.ts'

/* Wendell Ings, a housing officer outside every family, refers children. The desk of social care answers them. */

let trial: TrialHoldfast
let wendell: AtWork
let desk: AtWork
before(async () => {
  trial = await trialHoldfast()
  wendell = await trial.signInAs('wendell.ings')
  desk = await trial.signInAs('amina.farouk')
})
after(() => trial.end())

let forms = 0
const form = (more: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  forms += 1
  const child = { nhs: '', name: '', born: '', address: '' }
  return {
    ...child,
    to: 'social-care',
    harm: 'yes',
    reason: 'The stairwell was dark and cold.',
    key: `abcdefghi${100 + forms}`,
    ...more,
  }
}

const refer = (fields: Readonly<Record<string, string>>) => wendell.post('/refer', fields)

const tobi = { nhs: '9990111294', name: 'Tobi Nyman-Okoro', born: '2022-12-09' }

const owedIn = async (record: string) =>
  (
    await askTrial(
      trial,
      `select rule || ' ' || owner as owed from duty d where partnership = $1 and record = $2 and ended is null
       and exists (select from content c where c.partnership = d.partnership and c.record = d.record
         and c.number = any (d.because) and c.by = 'housing' and c.content like '%stairwell%') order by 1`,
      record,
    )
  ).map(({ owed }) => owed)

const raised = [
  'child-seen-by-anyone social-worker',
  'referral-decided duty-social-worker',
  'referral-followed-up referrer',
  'strategy-discussion-held team-manager',
]

/** What Wendell finds of a record by every address there is. */
const findsNothing = async (record: string): Promise<void> => {
  const marks = (await marksOf(trial, record)).filter(mark => !mark.includes('stairwell') && mark !== tobi.name)
  const ids: Ids = await idsOf(trial, record)
  for (const route of routesOf(trial).filter(
    ({ method, path }) => method === 'GET' && !path.startsWith('/what-happened'),
  )) {
    const answer = await wendell.get(addressOf(route, ids))
    if (route.path.startsWith('/families/')) assert.equal(answer.status, 404, route.path)
    const page = asRead(await answer.text())
    assert.deepEqual(
      marks.filter(mark => page.includes(mark)),
      [],
      route.path,
    )
  }
  for (const words of ['stairwell', 'Tobi', 'referral'])
    assert.match(await (await wendell.post('/search', { words })).text(), /[Nn]othing/u)
}

const opensRecord = async (record: string, name: string): Promise<readonly unknown[]> =>
  (
    await askTrial(
      trial,
      'select why from may_open where partnership = $1 and record = $2 and practitioner = $3',
      record,
      await idOf(trial, name),
    )
  ).map(({ why }) => why)

describe('a housing officer outside every family', () => {
  it('is told of a known child that they are possibly known, and nothing more, whoever it is', async () => {
    const before = await askTrial(
      trial,
      'select (select count(*) from chain) + (select count(*) from desk_item) as rows, $1::int',
    )
    const known = [
      { nhs: tobi.nhs, name: tobi.name },
      { name: tobi.name, born: tobi.born },
      { nhs: '9990123454', name: 'Somebody Else' },
      { name: 'Tobi Nyman-Okoro', born: '2001-01-01' },
    ]
    const pages = await Promise.all(
      known.map(async child => {
        const fields = form(child)
        const answer = await refer(fields)
        assert.equal(answer.status, 200)
        return (await plainly(answer)).replaceAll(/<input type="hidden"[^>]*>/gu, '')
      }),
    )
    assert.equal(new Set(pages).size, 1)
    assert.match(pages[0] ?? '', /<h1>Possibly known: send it to the desk<\/h1>/u)
    assert.doesNotMatch(pages[0] ?? '', /\/families\/[a-z0-9]{10}/u)
    assert.deepEqual(
      await askTrial(trial, 'select (select count(*) from chain) + (select count(*) from desk_item) as rows, $1::int'),
      before,
    )
  })

  it('refers a child who is surely known: the duties arise in the record, and he can read none of it', async () => {
    const record = recordOf(trial, '12')
    assert.deepEqual(await owedIn(record), [])
    const fields = form({ nhs: tobi.nhs, name: tobi.name })
    const page = await (await refer({ ...fields, desk: 'yes' })).text()
    assert.match(page, /<h1>Your referral is sent<\/h1>/u)
    assert.deepEqual(await owedIn(record), raised)
    assert.deepEqual(await opensRecord(record, 'Wendell Ings'), [])
    await findsNothing(record)
    const log = await askTrial(trial, 'select from opening where partnership = $1 and record = $2', record)
    assert.deepEqual(log, [])
  })

  it('is written once, however often he presses, and it stands under his name', async () => {
    const record = recordOf(trial, '12')
    const fields = { ...form({ nhs: tobi.nhs, name: tobi.name, reason: 'The stairwell, again.' }), desk: 'yes' }
    await Promise.all([refer(fields), refer(fields), refer(fields)])
    const rows = await askTrial(
      trial,
      `select h.writer, c.content::jsonb->>'author' as author from chain h join content c using (partnership, record, number)
       where h.partnership = $1 and record = $2 and c.kind = 'referral-made' and c.content like '%again.%'`,
      record,
    )
    assert.deepEqual(rows, [{ writer: await idOf(trial, 'Wendell Ings'), author: 'Wendell Ings, housing officer' }])
  })

  it('reaches the duty desk of social care, which may open the record', async () => {
    const record = recordOf(trial, '12')
    assert.deepEqual(await opensRecord(record, 'Amina Farouk'), ['owes'])
    assert.equal((await desk.get(`/families/${record}`)).status, 200)
    assert.match(asRead(await desk.text('/inbox')), /Tobi Nyman-Okoro/u)
  })

  it('begins a record of a child who is not known, which the desk can open and he cannot', async () => {
    const child = { name: 'Wanda Quillfeather', born: '2024-03-05', address: '9 Lamb Yard' }
    const answer = await refer(form(child))
    assert.match(await answer.text(), /It is on the record from now/u)
    const [row] = await askTrial(
      trial,
      `select record from person where partnership = $1 and name_key like '%quillfeather%'`,
    )
    const record = String(Object.values(row ?? {})[0])
    assert.deepEqual(await owedIn(record), raised)
    assert.equal((await desk.get(`/families/${record}`)).status, 200)
    assert.deepEqual(await opensRecord(record, 'Wendell Ings'), [])
    await findsNothing(record)
  })
})

describe('a referral of a child who is only possibly known', () => {
  const lying = () => askTrial(trial, 'select item from desk_item where partnership = $1')
  const told = () => askTrial(trial, `select to_role from notice where partnership = $1 and template = 'desk'`)

  it('lies before the desk once, which is told once, however often it is sent', async () => {
    const fields = {
      ...form({ name: 'Tobi Nyman-Okoro', born: '2001-01-01', reason: 'A stairwell elsewhere.' }),
      desk: 'yes',
    }
    for (const answer of await Promise.all([refer(fields), refer(fields)])) assert.equal(answer.status, 200)
    await refer(fields)
    assert.equal((await lying()).length, 1)
    assert.deepEqual(await told(), [{ to_role: 'duty-social-worker' }])
    for (const path of ['/desk', '/inbox', '/today', '/drafts'])
      assert.doesNotMatch(await wendell.text(path), /stairwell elsewhere/u)
    assert.equal((await wendell.get('/desk')).status, 404)
    assert.match(await desk.text('/desk'), /stairwell elsewhere/u)
  })

  it('is written where the desk says, once, with its duties', async () => {
    const record = recordOf(trial, '12')
    const [item] = (await lying()).map(row => String(Object.values(row)[0]))
    const placed = { item: item ?? '', record, person: 'tobi' }
    await Promise.all([desk.post('/desk', placed), desk.post('/desk', placed)])
    await desk.post('/desk', { ...placed, record: '', person: '' })
    const rows = await askTrial(
      trial,
      `select c.record from chain h join content c using (partnership, record, number)
       where h.partnership = $1 and c.kind = 'referral-made' and c.content like '%stairwell elsewhere%'`,
    )
    assert.deepEqual(rows, [{ record }])
    assert.doesNotMatch(await desk.text('/desk'), /stairwell elsewhere/u)
    await findsNothing(record)
  })

  it('takes the number of no real person, neither for a new record nor before the desk', async () => {
    const real = { nhs: '943 476 5919', name: 'Tobi Nyman-Okoro', born: '2001-01-01' }
    for (const fields of [form(real), { ...form(real), desk: 'yes' }, form({ ...real, name: 'Nobody Known' })]) {
      const answer = await refer(fields)
      assert.equal(answer.status, 400)
      assert.match(await answer.text(), /It is an NHS number of a real person/u)
    }
    assert.equal((await lying()).length, 1)
  })
})
