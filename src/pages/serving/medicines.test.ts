import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isoDay } from '../../calendar/day.ts'
import { append } from '../../store/append.ts'
import type { Line } from '../../store/line.ts'
import { todayOf } from './served.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, atWorkAs, recordOf } from './trial-facts.ts'

let trial: TrialHoldfast
let ruth: AtWork
let maya: string
let today: string

before(async () => {
  trial = await trialHoldfast()
  today = isoDay(todayOf(trial.served))
  ruth = await trial.signInAs('ruth.adeyemi')
  maya = `/families/${recordOf(trial, '01')}/medicines`
})
after(() => trial.end())

const write = (...lines: readonly Line[]) =>
  append(trial.store, { partnership: trial.partnership, record: recordOf(trial, '01'), lines, writer: 'import' })

type Fields = Record<string, string | string[]>

/** What stands in a form as a browser would send it, without what nobody has chosen. */
const fieldsOf = (page: string): Fields => {
  const fields: Fields = {}
  for (const [tag] of page.matchAll(/<input [^>]*>/gu)) {
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`, 'u').exec(tag)?.[1]
    const name = of('name')
    if (name === undefined || of('type') === 'radio') continue
    if (of('type') === 'checkbox') {
      if (/ checked/u.test(tag)) fields[name] = [...(fields[name] ?? []), of('value') ?? '']
    } else fields[name] = of('value') ?? ''
  }
  return fields
}

/** The value of the answer with these words to the line of a medicine. */
const answerTo = (page: string, medicine: string, words: string): readonly [string, string] => {
  const group = page.split('<fieldset').find(one => one.includes(medicine)) ?? ''
  const item = group.split('govuk-radios__item').find(one => one.includes(words)) ?? ''
  return [/name="([^"]*)"/u.exec(item)?.[1] ?? '', /value="([^"]*)"/u.exec(item)?.[1] ?? '']
}

const lists = () =>
  askTrial(
    trial,
    `select content::jsonb as line from content where partnership = $1 and record = $2 and kind = 'medicines-agreed' order by number`,
    recordOf(trial, '01'),
  )

describe('a new version of the list of medicines', () => {
  it('is where the thing to do leads', async () => {
    const [duty] = [...(await ruth.text(maya)).matchAll(/href="([^"]*\/duties\/[^"]*)">Agree one list/gu)]
    assert.match(await ruth.text(duty?.[1] ?? ''), new RegExp(`href="${maya}/agree"`, 'u'))
  })

  it('is signed only when every line was confirmed by somebody', async () => {
    const page = await ruth.text(`${maya}/agree`)
    assert.doesNotMatch(page, /type="radio"[^>]* checked/u)
    const answer = await ruth.post(`${maya}/agree`, fieldsOf(page))
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /Nothing is signed yet[\s\S]*Say what stands on the list for Hydrocortisone/u)
    assert.equal((await lists()).length, 1)
  })

  it('settles what it names, in the very words, and is written once however often it is sent', async () => {
    const page = await ruth.text(`${maya}/agree`)
    const chosen = Object.fromEntries([
      answerTo(page, 'Hydrocortisone', '2.5 mg three times a day'),
      answerTo(page, 'Levetiracetam', '1 ml (100 mg) morning and night'),
    ])
    const more = { 'another-1-medicine': 'Vitamin D', 'another-1-words': '5 drops a day', 'to-other': 'school nursing' }
    const fields = { ...fieldsOf(page), ...chosen, ...more }
    for (const _ of [1, 2]) {
      const answer = await ruth.post(`${maya}/agree`, fields)
      assert.deepEqual([answer.status, answer.headers.get('location')], [303, `${maya}#list`])
    }
    const all = await lists()
    assert.equal(all.length, 2)
    const line = all[1]?.['line'] as { readonly [field: string]: unknown }
    assert.deepEqual(
      [line['version'], line['signedBy'], (line['instructions'] as string[]).length],
      ['2', 'health-visitor', 3],
    )
    assert.ok((line['to'] as string[]).includes('leah') && (line['to'] as string[]).includes('school-nursing'))
    const after = await ruth.text(maya)
    assert.match(after, /Version 2 of/u)
    assert.match(after, /Vitamin D/u)
    assert.doesNotMatch(after, /not the same words/u)
  })

  it('is not signed over what somebody said while the form was open', async () => {
    const page = await ruth.text(`${maya}/agree`)
    await write({
      kind: 'instruction',
      on: today,
      by: 'gp/elm-road',
      medicine: 'Vitamin D',
      dose: '10 drops a day',
    })
    const chosen = Object.fromEntries(
      ['Hydrocortisone', 'Levetiracetam', 'Vitamin D'].map(name => answerTo(page, name, 'Leave it off')),
    )
    const answer = await ruth.post(`${maya}/agree`, { ...fieldsOf(page), ...chosen })
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /Something was said of Vitamin D since you opened this/u)
  })

  it('must hold at least one line, so that nothing is settled by an empty one', async () => {
    const page = await ruth.text(`${maya}/agree`)
    const chosen = Object.fromEntries(
      ['Hydrocortisone', 'Levetiracetam', 'Vitamin D'].map(name => answerTo(page, name, 'Leave it off')),
    )
    const answer = await ruth.post(`${maya}/agree`, { ...fieldsOf(page), ...chosen })
    assert.match(await answer.text(), /Confirm at least one line of the list/u)
    assert.equal((await lists()).length, 2)
  })

  it('can say in other words, and that a medicine is stopped', async () => {
    const page = await ruth.text(`${maya}/agree`)
    const [name] = answerTo(page, 'Vitamin D', 'In other words')
    const chosen = Object.fromEntries([
      answerTo(page, 'Hydrocortisone', 'It is stopped'),
      answerTo(page, 'Levetiracetam', 'Leave it off'),
      answerTo(page, 'Vitamin D', 'In other words'),
    ])
    const empty = await ruth.post(`${maya}/agree`, { ...fieldsOf(page), ...chosen })
    assert.match(await empty.text(), /Write how Vitamin D is given/u)
    const answer = await ruth.post(`${maya}/agree`, {
      ...fieldsOf(page),
      ...chosen,
      [`${name}-words`]: '7 drops a day',
    })
    assert.equal(answer.status, 303)
    const after = await ruth.text(maya)
    assert.match(after, /7 drops a day/u)
    assert.match(after, /Hydrocortisone[\s\S]*Stop it[\s\S]*Levetiracetam/u)
  })

  it('settles what was said the same day and was looked at, and nothing that is said later that day', async () => {
    const said = (by: string, dose: string) =>
      write({ kind: 'instruction', on: today, by, medicine: 'Omeprazole', dose })
    await said('gp/elm-road', '10 mg a day')
    await said('hospital/royal', '20 mg a day')
    const page = await ruth.text(`${maya}/agree`)
    const off = ['Hydrocortisone', 'Levetiracetam', 'Vitamin D'].map(name => answerTo(page, name, 'Leave it off'))
    const chosen = Object.fromEntries([...off, answerTo(page, 'Omeprazole', '10 mg a day')])
    assert.equal((await ruth.post(`${maya}/agree`, { ...fieldsOf(page), ...chosen })).status, 303)
    const sheet = () => ruth.text(`${maya}/print?for=fridge`)
    assert.match(await sheet(), /Omeprazole[\s\S]*10 mg a day/u)
    await said('hospital/northfield', '40 mg a day')
    assert.doesNotMatch(await sheet(), /mg a day/u)
  })

  it('is signed by those who work in health, and by nobody else', async () => {
    const manager = await trial.signInAs('yvonne.tate')
    assert.equal((await manager.get(maya)).status, 200)
    const page = await manager.text(`${maya}/agree`)
    assert.match(page, /signed by those who work in health/u)
    assert.doesNotMatch(page, /Sign this list/u)
    assert.equal((await manager.post(`${maya}/agree`, { key: 'abcdefghijkl' })).status, 404)
  })
})

describe('what is recorded of a medicine on its own day', () => {
  it('has the moment it was written, so that what is said after a settling is not taken for settled', async () => {
    const record = maya.replace(/medicines$/u, 'record')
    const form = await ruth.text(`${record}?kind=instruction`)
    const said = { ...fieldsOf(form), on: 'today', medicine: 'Ranitidine', dose: '3 ml' }
    assert.equal((await ruth.post(record, said)).status, 303)
    const [row] = await askTrial(
      trial,
      `select content::jsonb->>'written' as written, content::jsonb->>'on' as on from content
       where partnership = $1 and record = $2 and content like '%Ranitidine%'`,
      recordOf(trial, '01'),
    )
    assert.equal(row?.['on'], today)
    assert.match(String(row?.['written']), new RegExp(`^${today} \\d\\d:\\d\\d$`, 'u'))
  })
})

describe('medicines and need to know', () => {
  it('show nothing that was written for others alone, and the list says that it has more', async () => {
    const hidden = {
      kind: 'instruction',
      id: 'for-few',
      on: today,
      by: 'hospital/royal',
      medicine: 'Zonisamide',
      dose: '3 ml',
    }
    await write({ ...hidden, sight: ['hospital'] })
    await write({
      kind: 'medicines-agreed',
      on: today,
      by: 'hospital/royal',
      version: '9',
      instructions: 'for-few',
    })
    const doctor = await atWorkAs(trial, 'Mr Shah, eyes')
    assert.match(await doctor.text(maya), /Zonisamide/u)
    for (const path of [maya, `${maya}/print?for=ward`, `${maya}/agree`])
      assert.doesNotMatch(await ruth.text(path), /Zonisamide/u, path)
    assert.match(await ruth.text(maya), /more lines than you are shown \(1\)/u)
  })
})

describe('a sheet to print', () => {
  it('has the NHS number and whose words they are for a ward, and not for school', async () => {
    const [ward, school] = await Promise.all(['ward', 'school'].map(one => ruth.text(`${maya}/print?for=${one}`)))
    assert.match(ward ?? '', /NHS 999 012 3454/u)
    assert.match(ward ?? '', /Elm Road GP practice, /u)
    assert.doesNotMatch(school ?? '', /999 012 3454|Elm Road/u)
  })

  it('never has a dose that is being checked, and has whom to ring', async () => {
    await write(
      { kind: 'instruction', on: today, by: 'hospital/royal', medicine: 'Melatonin', dose: '1 mg at night' },
      { kind: 'instruction', on: today, by: 'gp/elm-road', medicine: 'Melatonin', dose: '2 mg at night' },
    )
    for (const one of ['ward', 'school', 'fridge']) {
      const sheet = await ruth.text(`${maya}/print?for=${one}`)
      assert.match(sheet, /Melatonin[\s\S]*We are checking this\. Ring Dr Lind[\s\S]*01632 960208/u)
      assert.doesNotMatch(sheet, /mg at night/u)
      assert.match(sheet, /she needs hydrocortisone now/u)
    }
  })

  it('is there for no stranger, and for no child that is not on the record', async () => {
    const stranger = await trial.signInAs('wendell.ings')
    assert.equal((await stranger.get(`${maya}/print?for=ward`)).status, 404)
    assert.equal((await ruth.get(`${maya}/print?child=0123456789ab`)).status, 404)
  })
})
