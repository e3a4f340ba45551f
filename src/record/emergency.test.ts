import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { type InEmergency, inEmergency, ofOneChild, type Read } from './emergency.ts'
import type { Entry } from './entry.ts'
import type { PersonId } from './field.ts'
import { picture } from './picture.ts'
import { postsIn } from './posts.ts'
import { readEntry } from './read-entry.ts'

type Line = Readonly<Record<string, unknown>>

const read = (line: Line): Entry => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}

const bea = { kind: 'person', person: 'bea', name: 'Bea Marsh', born: '2021-03-08', nhs: '9990000018' }
const of = (child: string, line: Line): Line => ({ ...line, child: [child] })
const her = (line: Line): Line => of('bea', line)
const steroid = (by: string, dose: string, on = '2026-01-05'): Line =>
  her({ kind: 'instruction', on, by, medicine: 'Hydrocortisone', dose })

const asRead = (record: string, lines: readonly Line[], people: readonly string[] = ['bea']): Read => ({
  record,
  entries: lines.map(read),
  people: people as readonly PersonId[],
})

const posts = [
  {
    by: 'hospital/royal',
    post: 'c',
    role: 'consultant',
    practitioner: 'Dr Lind',
    telephone: '01632 960001',
    outOfHours: 'Switchboard',
  },
  { by: 'social-care/duty', post: 'd', role: 'duty-social-worker', telephone: '01632 960002' },
  { by: 'emergency-duty', post: 'e', role: 'duty-social-worker', telephone: '01632 960003' },
].map(post => read({ kind: 'post', on: '2025-01-06', ...post }))

const today = getDay('2026-05-04')
const lookAt = (...reads: readonly Read[]): InEmergency =>
  inEmergency(picture(ofOneChild(reads)), today, postsIn(posts))
const look = (...lines: readonly Line[]): InEmergency => lookAt(asRead('one', [bea, ...lines]))
const dosesOf = (one: InEmergency) => one.medicines.map(held => (held.open ? 'open' : held.said?.words))

describe('the emergency view of a child', () => {
  it('says who the child is, and the plan for sick days that stands', () => {
    const plan = (on: string, steps: string) => her({ kind: 'sick-day-plan', on, by: 'hospital/royal', steps })
    const one = look(plan('2026-01-05', 'Old'), plan('2026-03-05', 'Ring the ward'))
    assert.deepEqual([one.name, one.nhs, one.sickDayPlan?.plan.steps], ['Bea Marsh', '9990000018', 'Ring the ward'])
    assert.equal(look().sickDayPlan, undefined)
  })

  it('holds nothing of a brother or sister', () => {
    const ned = { kind: 'person', person: 'ned', name: 'Ned Marsh', born: '2023-03-08' }
    const his = of('ned', { kind: 'instruction', on: '2026-01-05', by: 'gp', medicine: 'Insulin', dose: '4 units' })
    const one = look(
      ned,
      his,
      of('ned', { kind: 'plan-started', on: '2026-01-05', by: 'social-care', type: 'child-protection' }),
    )
    assert.deepEqual([one.medicines, one.plans], [[], []])
  })

  it('says the type of a plan and nothing else of it', () => {
    const started = her({
      kind: 'plan-started',
      on: '2026-01-05',
      by: 'social-care',
      type: 'child-protection',
      category: 'neglect',
    })
    assert.deepEqual(look(started).plans, [{ type: 'child-protection', endWritten: undefined }])
    const ended = her({ kind: 'plan-ended', on: '2026-03-05', by: 'social-care' })
    assert.deepEqual(look(started, ended).plans, [{ type: 'child-protection', endWritten: getDay('2026-03-05') }])
  })
})

describe('a dose in the emergency view', () => {
  it('is what was written last', () => {
    assert.deepEqual(dosesOf(look(steroid('hospital/royal', '2.5 mg'))), ['2.5 mg'])
  })

  it('is never shown while two agencies differ, or somebody says that they do', () => {
    const two = [steroid('hospital/royal', '2.5 mg'), steroid('gp/mill', '5 mg', '2026-02-05')]
    const conflict = her({ kind: 'instruction-conflict', on: '2026-02-05', by: 'school', medicine: 'hydrocortisone' })
    assert.deepEqual(dosesOf(look(...two)), ['open'])
    assert.deepEqual(dosesOf(look(steroid('hospital/royal', '2.5 mg'), conflict)), ['open'])
    const settled = her({
      kind: 'instruction-settled',
      on: '2026-02-06',
      by: 'hospital/royal',
      medicine: 'Hydrocortisone',
      dose: '5 mg',
    })
    assert.deepEqual(dosesOf(look(...two, conflict, settled)), ['5 mg'])
  })

  it('is never shown while a parent’s question about it, or about a dose at large, has no answer', () => {
    const asks = (text: string) => her({ kind: 'question-asked', on: '2026-02-05', by: 'family', question: 'q', text })
    const answer = her({ kind: 'question-answered', on: '2026-02-06', by: 'hospital/royal', question: 'q' })
    const told = steroid('hospital/royal', '2.5 mg')
    assert.deepEqual(dosesOf(look(told, asks('Is hydrocortisone given with food?'))), ['open'])
    assert.deepEqual(dosesOf(look(told, asks('Which dose is right?'))), ['open'])
    assert.deepEqual(dosesOf(look(told, asks('When is the next meeting?'))), ['2.5 mg'])
    assert.deepEqual(dosesOf(look(told, asks('Which dose is right?'), answer)), ['2.5 mg'])
    assert.deepEqual(dosesOf(look(told, asks('Which dose is right?'), { ...answer, understood: 'no' })), ['open'])
  })

  it('is another medicine’s when the question names that one alone', () => {
    const insulin = her({ kind: 'instruction', on: '2026-01-05', by: 'gp', medicine: 'Insulin', dose: '4 units' })
    const asks = her({ kind: 'question-asked', on: '2026-02-05', by: 'family', text: 'How much insulin at night?' })
    const one = look(steroid('hospital/royal', '2.5 mg'), insulin, asks)
    assert.deepEqual(dosesOf(one).sort(), ['2.5 mg', 'open'])
  })

  it('is open when two records of the child differ, whatever each calls her', () => {
    const other = [
      { ...bea, person: 'b2' },
      of('b2', { kind: 'instruction', on: '2026-03-05', by: 'gp/mill', medicine: 'Hydrocortisone', dose: '5 mg' }),
    ]
    const one = asRead('one', [bea, steroid('hospital/royal', '2.5 mg')])
    assert.deepEqual(dosesOf(lookAt(one, asRead('two', other, ['b2']))), ['open'])
    assert.deepEqual(dosesOf(lookAt(asRead('two', other, ['b2']), one)), ['open'])
  })

  it('is that of the signed list of its own record, and of no other record that calls an entry the same', () => {
    const line = { ...steroid('hospital/royal', '2.5 mg'), id: 'dose' }
    const other = { ...steroid('gp/mill', '5 mg', '2026-02-05'), id: 'other' }
    const list = her({ kind: 'medicines-agreed', on: '2026-02-06', by: 'hospital/royal', instructions: 'dose' })
    assert.deepEqual(dosesOf(look(line, other, list)), ['2.5 mg'])
    const two = [asRead('one', [bea, { ...line, id: 'other' }, { ...other, id: 'dose' }]), asRead('two', [bea, list])]
    assert.deepEqual(dosesOf(lookAt(...two)), ['open'])
  })

  it('does not stand when it was corrected, even to something else', () => {
    const wrong = { ...steroid('hospital/royal', '25 mg'), id: 'dose' }
    const right = { ...steroid('hospital/royal', '2.5 mg'), id: 'dose-2', corrects: 'dose', written: '2026-01-06' }
    assert.deepEqual(dosesOf(look(wrong, right)), ['2.5 mg'])
    const call = {
      ...her({ kind: 'contact', on: '2026-01-05', by: 'hospital/royal', corrects: 'dose', written: '2026-01-06' }),
    }
    assert.deepEqual(dosesOf(look(wrong, call)), [])
  })
})

describe('who is rung in an emergency', () => {
  const starts = (by: string, role: string, practitioner: string, child = 'bea') =>
    of(child, { kind: 'worker-starts', on: '2026-01-05', by, role, practitioner })
  const rung = (...lines: readonly Line[]) => look(...lines).ring.map(one => one.name ?? one.who)

  it('is whoever treats the child, her workers, and the emergency duty team', () => {
    const one = look(
      starts('hospital/royal', 'consultant', 'Dr Lind'),
      starts('social-care/rowan', 'social-worker', 'Kit Marsh'),
    )
    assert.deepEqual(
      one.ring.map(({ who, name, telephone }) => [who, name, telephone]),
      [
        ['consultant', 'Dr Lind', '01632 960001'],
        ['social worker', 'Kit Marsh', undefined],
        ['emergency duty team', undefined, '01632 960003'],
      ],
    )
  })

  it('is the duty desk where the child has no social worker', () => {
    assert.deepEqual(rung(), ['duty social worker', 'emergency duty team'])
  })

  it('is nobody who has left, and nobody of another role', () => {
    const left = her({
      kind: 'worker-leaves',
      on: '2026-02-05',
      by: 'hospital/royal',
      role: 'consultant',
      practitioner: 'Dr Lind',
    })
    const lines = [starts('hospital/royal', 'consultant', 'Dr Lind'), left, starts('police', 'police-officer', 'Nadia')]
    assert.deepEqual(rung(...lines), ['duty social worker', 'emergency duty team'])
  })

  it('is a brother’s or sister’s worker only where she has none of her own', () => {
    const ned = { kind: 'person', person: 'ned', name: 'Ned Marsh', born: '2023-03-08' }
    const his = starts('health-visiting', 'health-visitor', 'Ruth', 'ned')
    assert.ok(rung(ned, his).includes('Ruth'))
    assert.ok(!rung(ned, his, starts('health-visiting', 'health-visitor', 'Ada')).includes('Ruth'))
  })
})
