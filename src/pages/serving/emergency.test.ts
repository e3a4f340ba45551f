import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isoDay, type Moment } from '../../calendar/day.ts'
import type { Post } from '../../people/practitioner.ts'
import { addKin } from '../../store/accounts.ts'
import { append } from '../../store/append.ts'
import { asReader } from '../../store/asking.ts'
import { openEmergency } from '../../store/emergency.ts'
import { tellOfEmergencies } from '../../store/emergency-review.ts'
import type { Line } from '../../store/line.ts'
import { todayOf } from './served.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, atWorkAs, idOf, plainly, recordOf } from './trial-facts.ts'

const address = '/emergency'
const [tobi, samir, ezra, mother, nobody] = ['9990111294', '9990106045', '9990105200', '9990111367', '9990000018']

let trial: TrialHoldfast
let paramedic: AtWork

before(async () => {
  trial = await trialHoldfast()
  paramedic = await trial.signInAs('jo.sugden')
})
after(() => trial.end())

const looks = () => askTrial(trial, `select opening from opening where partnership = $1 and way = 'emergency'`)
const lookUp = (who: AtWork, nhs: string) => who.post(address, { nhs, name: '', born: '' })
const shown = async (nhs: string, who = paramedic) => (await lookUp(who, nhs)).text()
const write = (record: string, ...lines: readonly Line[]) =>
  append(trial.store, { partnership: trial.partnership, record, lines, writer: 'import' })

const texts = async (record: string): Promise<readonly string[]> => {
  const rows = await askTrial(
    trial,
    `select content::jsonb->>'text' as text from content where partnership = $1 and record = $2 and content::jsonb ? 'text'`,
    record,
  )
  return rows.map(({ text }) => String(text))
}

describe('the emergency view', () => {
  it('is there for those who answer emergencies, and for nobody else', async () => {
    for (const name of ['Ruth Adeyemi', 'Wendell Ings', 'Crispin Yeo', 'Dr Okafor']) {
      const other = await atWorkAs(trial, name)
      const [asked, sent, nowhere] = await Promise.all([other.get(address), lookUp(other, tobi), other.get('/nowhere')])
      assert.deepEqual([asked.status, sent.status], [404, 404], name)
      const page = await plainly(nowhere)
      assert.deepEqual([await plainly(asked), await plainly(sent)], [page, page], name)
    }
    for (const name of ['Jo Sugden', 'Calum Strachan'])
      assert.equal((await (await atWorkAs(trial, name)).get(address)).status, 200)
    assert.deepEqual(await looks(), [])
  })

  it('asks the posts in the database too, whatever the program let through', async () => {
    const ruth = { partnership: trial.partnership, practitioner: await idOf(trial, 'Ruth Adeyemi') }
    const paramedics: readonly Post[] = [{ agency: 'ambulance', role: 'ambulance-clinician' } as Post]
    const read = await openEmergency(
      trial.store,
      { asking: ruth, reader: { posts: paramedics } },
      recordOf(trial, '12'),
    )
    assert.deepEqual(read, [])
    assert.deepEqual(await looks(), [])
  })

  it('shows the sick-day plan, the medicines, and who to ring, and asks for no reason', async () => {
    const page = await shown(tobi)
    for (const words of [
      'Tobi Nyman-Okoro',
      'rescue medicine as on the card',
      'Levetiracetam',
      '2.5 ml morning and night',
      'Dr Ishaan Batra',
      '01632 960242',
      '01632 960999',
    ])
      assert.ok(page.includes(words), words)
  })

  it('finds a child by name and day of birth, and by neither alone', async () => {
    const born = { nhs: '', name: 'tobi  nyman okoro', born: '9 December 2022' }
    assert.match(await (await paramedic.post(address, born)).text(), /Levetiracetam/u)
    for (const one of ['name', 'born']) {
      const answer = await paramedic.post(address, { ...born, [one]: '' })
      assert.equal(answer.status, 400)
      assert.match(await answer.text(), /Enter the NHS number, or the name and the day of birth/u)
    }
  })

  it('holds no address, no worry and nobody of the household', async () => {
    const [page, said] = await Promise.all([shown(tobi), texts(recordOf(trial, '12'))])
    assert.doesNotMatch(page, /Toll House|Sluice Lane|Solveig|Chidi/u)
    assert.ok(said.length > 5)
    for (const text of said) assert.ok(!page.includes(text), text)
  })

  it('names a plan by its type alone', async () => {
    const page = await shown('9990106886')
    assert.match(page, /Child in need plan/u)
    assert.doesNotMatch(page, /exploitation|Deeks/iu)
  })

  it('writes every look into the log', async () => {
    const before = await looks()
    await shown(tobi)
    await shown(tobi)
    assert.equal((await looks()).length, before.length + 2)
  })
})

describe('a child with three hospitals in an emergency', () => {
  const maya = '9990123454'

  it('has the plan, whether her mother can say it back, allergies, and who to ring day and night', async () => {
    const page = await shown(maya)
    for (const words of [
      'she needs hydrocortisone now',
      'The parent said it back in their own words',
      'Penicillin',
      'Levetiracetam',
      '1 ml (100 mg) morning and night',
      '01632 960208',
      'ask for the paediatric registrar on call',
    ])
      assert.ok(page.includes(words), words)
    assert.ok(page.indexOf('When ill') < page.indexOf('Allergies'))
  })

  it('has no dose of the medicine on which two hospitals differ', async () => {
    const page = await shown(maya)
    assert.match(page, /Hydrocortisone[\s\S]*We are checking this: ring Dr Lind/u)
    assert.doesNotMatch(page, /mg three times a day|mg twice a day/u)
  })

  it('sees at once what was stopped', async () => {
    await write(recordOf(trial, '01'), {
      ...{
        kind: 'medicine-stopped',
        on: isoDay(todayOf(trial.served)),
        by: 'hospital/northfield',
        medicine: 'Levetiracetam',
      },
      sight: ['hospital', 'ambulance', 'gp'],
    })
    assert.match(await shown(maya), /Levetiracetam[\s\S]*We are checking this/u)
  })
})

describe('a medicine in question', () => {
  const conflict = {
    kind: 'instruction-conflict',
    on: '2026-11-24',
    by: 'community-nursing',
    medicine: 'levetiracetam',
    text: 'The bottle says 3.',
  }

  it('is never shown with a dose', async () => {
    assert.match(await shown(tobi), /2\.5 ml/u)
    const record = recordOf(trial, '12')
    await write(record, {
      kind: 'instruction',
      on: '2026-11-24',
      by: 'gp/millrace',
      medicine: 'Levetiracetam',
      dose: '3 ml morning and night',
    })
    const page = await shown(tobi)
    assert.match(page, /We are checking this: ring Dr Ishaan Batra, .*01632 960242.* before you change anything/u)
    assert.doesNotMatch(page, /2\.5 ml|3 ml/u)
    await write(record, conflict)
    assert.doesNotMatch(await shown(tobi), /2\.5 ml|3 ml/u)
    await write(record, {
      kind: 'instruction-settled',
      on: '2026-11-25',
      by: 'hospital/wharnley',
      medicine: 'Levetiracetam',
      dose: '3 ml morning and night',
    })
    assert.match(await shown(tobi), /3 ml morning and night/u)
  })

  it('is read under the sight of whoever looks', async () => {
    const record = recordOf(trial, '06')
    await write(record, {
      kind: 'instruction',
      on: '2026-11-24',
      by: 'hospital/wharnley',
      medicine: 'Glucagon',
      dose: '1 mg',
      sight: ['hospital'],
    })
    assert.doesNotMatch(await shown(samir), /Glucagon/u)
    assert.match(await shown(samir, await emergencyDoctor()), /Glucagon/u)
  })
})

/** Somebody of an emergency department. */
const emergencyDoctor = async (): Promise<AtWork> => {
  const [found = {}] = await askTrial(
    trial,
    `select p.name from post o join practitioner p using (partnership, practitioner)
     where o.partnership = $1 and o.role = 'emergency-clinician' limit 1`,
  )
  const { name } = found
  return atWorkAs(trial, String(name))
}

describe('what is not shown in an emergency', () => {
  it('is answered in the same words: nobody, a relative, a parent', async () => {
    const who = { partnership: trial.partnership, practitioner: await idOf(trial, 'Jo Sugden') }
    await addKin(trial.store, who, { nhs: ezra })
    const before = await looks()
    const numbers = [nobody, ezra, mother]
    const answers = await Promise.all(numbers.map(nhs => lookUp(paramedic, nhs)))
    assert.deepEqual(
      answers.map(answer => answer.status),
      [404, 404, 404],
    )
    const pages = await Promise.all(answers.map((answer, at) => plainly(answer, numbers[at] ?? '')))
    assert.match(pages[0] ?? '', /Nothing is shown for this/u)
    assert.equal(new Set(pages).size, 1)
    assert.deepEqual(await looks(), before)
  })

  it('is closed by every other way as well', async () => {
    const record = recordOf(trial, '12')
    assert.equal((await paramedic.get(`/families/${record}`)).status, 404)
    const asking = { partnership: trial.partnership, practitioner: await idOf(trial, 'Jo Sugden') }
    const rows = await asReader(
      trial.store,
      asking,
      async client => (await client.query('select number from content where record = $1', [record])).rows,
    )
    assert.deepEqual(rows, [])
  })
})

describe('the morning after', () => {
  const tomorrow = () => (trial.store.now() + 86_400_000) as Moment
  const told = () =>
    askTrial(
      trial,
      `select n.opening::int, p.name from notice n left join practitioner p on p.partnership = n.partnership and p.practitioner = n.to_practitioner where n.partnership = $1 and n.template = 'emergency'`,
    )

  it('the information-governance lead is told of each child that somebody looked up, once', async () => {
    assert.equal(await tellOfEmergencies(trial.store), 0)
    const later = { ...trial.store, now: tomorrow }
    const first = await tellOfEmergencies(later)
    assert.ok(first >= 3)
    const notices = await told()
    assert.equal(notices.length, first)
    assert.ok(notices.every(({ name }) => name === 'Crispin Yeo'))
    assert.equal(await tellOfEmergencies(later), 0)
    assert.deepEqual(await told(), notices)
  })

  it('nobody is told of what was already looked at', async () => {
    await shown('9990102686')
    const [last = {}] = await askTrial(
      trial,
      `select max(opening)::int as opening from opening where partnership = $1 and way = 'emergency'`,
    )
    const { opening } = last
    const lead = await trial.signInAs('crispin.yeo')
    await lead.post('/governance/openings', { opening: String(opening), do: 'nothing' })
    assert.equal(await tellOfEmergencies({ ...trial.store, now: tomorrow }), 0)
  })
})
