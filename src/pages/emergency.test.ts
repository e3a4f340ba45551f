import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import type { AgreedList } from '../record/agreed-list.ts'
import type { InEmergency } from '../record/emergency.ts'
import type { Said, Word } from '../record/medicines.ts'
import { readEntry } from '../record/read-entry.ts'
import type { SickDayPlanStanding } from '../record/sick-day-plan.ts'
import { emergencyPage, emergencySearchPage } from './emergency.ts'
import { soughtTyped } from './sought-child.ts'

const read = (line: Readonly<Record<string, unknown>>) => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}

const instruction = read({
  kind: 'instruction',
  on: '2026-01-05',
  by: 'hospital/royal',
  medicine: 'Insulin',
  dose: '4 units',
})
const list = read({ kind: 'medicines-agreed', on: '2026-02-05', by: 'hospital/royal', version: '3' })
assert.ok(instruction.kind === 'instruction' && list.kind === 'medicines-agreed')
const saidOf = (entry: Word, words: string): Said => ({ entry, words, fate: 'stands', by: undefined })
const agreed: AgreedList = {
  ...{ entry: list, version: '3', signedBy: 'lead-paediatrician', to: [], receipts: [], lines: undefined },
  ...{ notShown: 0, since: [], older: [] },
}

const short5 = { kind: 'instruction', on: '2026-03-01', by: 'gp/mill', medicine: 'Amoxicillin', dose: '5 ml' }

const nothing: InEmergency = {
  ...{ name: undefined, born: undefined, nhs: undefined, sickDayPlan: undefined, list: undefined },
  ...{ allergies: [], medicines: [], plans: [], ring: [] },
}
const doctor = { who: 'consultant', name: 'Dr Lind', where: 'Royal hospital', telephone: '01632 960001' }
const page = async (more: Partial<InEmergency> = {}) =>
  String(await emergencyPage({ around: {}, look: { ...nothing, ...more }, day: getDay('2026-05-04') }))

describe('a medicine in the emergency view', () => {
  const given = { medicine: 'Insulin', open: false, said: saidOf(instruction, '4 units') } as const
  const open = { medicine: 'Insulin', open: true } as const

  it('stands with its dose, and who wrote it when', async () => {
    assert.match(
      await page({ medicines: [given] }),
      /4 units<br><span class="holdfast-quiet">Written by Royal hospital on 5 January 2026/u,
    )
  })

  it('says whom to ring when it is in question, and to change nothing', async () => {
    const document = await page({ medicines: [open], ring: [doctor] })
    assert.match(
      document,
      /We are checking this: ring Dr Lind, <a [^>]*href="tel:01632960001">01632 960001<\/a>, before you change anything/u,
    )
    assert.match(await page({ medicines: [open] }), /ring the hospital’s switchboard before you change anything/u)
  })

  it('warns beside the plan for sick days too', async () => {
    const plan = read({
      kind: 'sick-day-plan',
      on: '2026-01-05',
      by: 'hospital/royal',
      steps: 'Give the dose on the card.',
    })
    assert.ok(plan.kind === 'sick-day-plan')
    const standing: SickDayPlanStanding = {
      ...{ plan, agreedBy: [plan.by], saidBack: 'not-clear', saidBackIn: undefined, to: [], receipts: [], older: [] },
    }
    assert.match(await page({ sickDayPlan: standing }), /could not say it back when they were asked/u)
    assert.match(await page({ sickDayPlan: standing, medicines: [open] }), /A dose is being checked/u)
    assert.doesNotMatch(await page({ sickDayPlan: standing, medicines: [given] }), /A dose is being checked/u)
  })

  it('sends to the list when that settled it and the record does not say how', async () => {
    const document = await page({ medicines: [{ medicine: 'Insulin', open: false, said: undefined }], list: agreed })
    assert.match(document, /The dose is not written here\. It is on the list of all medicines of 5 February 2026/u)
    assert.doesNotMatch(document, /4 units/u)
  })

  it('says that it was stopped, and when an instruction ends by itself', async () => {
    const stop = read({ kind: 'medicine-stopped', on: '2026-03-05', by: 'gp/mill', medicine: 'Insulin' })
    const short = read({ ...short5, until: '2026-03-05' })
    assert.ok(stop.kind === 'medicine-stopped' && short.kind === 'instruction')
    const one = (said: Said) => page({ medicines: [{ medicine: 'Insulin', open: false, said }] })
    assert.match(await one(saidOf(stop, 'stop')), /Stopped<br><span class="holdfast-quiet">Said by Mill GP/u)
    assert.match(await one(saidOf(short, '5 ml')), /5 ml, until 5 March 2026: that day is over/u)
  })

  it('stands below what the child must not have, and that nothing is written of that', async () => {
    const allergy = read({
      ...{ kind: 'allergy', on: '2026-01-05', by: 'gp/mill', substance: 'Penicillin', state: 'suspected' },
      reaction: 'A rash',
    })
    const none = read({ kind: 'allergy', on: '2026-01-05', by: 'gp/mill', state: 'none-known' })
    assert.ok(allergy.kind === 'allergy' && none.kind === 'allergy')
    assert.match(await page({ allergies: [allergy] }), /<strong>Penicillin<\/strong> \(suspected\): A rash/u)
    assert.match(await page({ allergies: [none] }), /None known: asked on 5 January 2026 by Mill GP/u)
    assert.match(await page(), /No allergy is written here\. That does not mean that there is none/u)
  })

  it('is not said to be none when none is written', async () => {
    assert.match(await page(), /That does not mean that the child takes nothing/u)
  })
})

describe('the emergency view', () => {
  it('says what it does not know', async () => {
    const document = await page()
    for (const words of [
      'The child you looked for',
      'No plan for sick days is written here',
      'No plan is written here',
      '999',
    ])
      assert.ok(document.includes(words), words)
  })

  it('dials a number that is pressed, and leaves words as words', async () => {
    const document = await page({ ring: [{ ...doctor, outOfHours: 'Switchboard, ask for the registrar' }] })
    assert.match(document, /href="tel:01632960001"[\s\S]*; at night and weekends: Switchboard, ask for the registrar/u)
    assert.match(
      await page({ ring: [{ who: 'health visitor', name: undefined, where: 'health visiting' }] }),
      /No telephone number is recorded/u,
    )
  })

  it('dials a number that stands among words, and the emergency number', async () => {
    const document = await page({
      ring: [{ ...doctor, outOfHours: 'Switchboard, 01632 960200; in danger 999; room 12345' }],
    })
    for (const number of ['01632960200', '999']) assert.ok(document.includes(`href="tel:${number}"`), number)
    assert.doesNotMatch(document, /tel:12345/u)
  })

  it('asks for a child by number, or by name and day of birth, with what was typed', async () => {
    const typed = soughtTyped(name => ({ nhs: '999', name: '<Bea>', born: '' })[name])
    const problems = [{ field: 'nhs', what: 'This NHS number has 3 digits, an NHS number has 10' }]
    const document = String(await emergencySearchPage({ around: {}, csrf: 'c-1', typed, problems }))
    assert.match(document, /value="&lt;Bea&gt;"/u)
    assert.match(document, /href="#nhs"/u)
    assert.doesNotMatch(document, /<textarea/u)
  })
})
