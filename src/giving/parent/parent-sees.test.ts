import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { getDay } from '../../calendar/day.ts'
import { noSettings } from '../../duties/settings.ts'
import { type Example, exampleLines } from '../../intake/sheets/example-lines.ts'
import type { Entry, Kind } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { readEntry } from '../../record/read-entry.ts'
import { isMover } from '../../record/sight.ts'
import { mayShow } from './may-show.ts'
import { parentSees } from './parent-sees.ts'
import type { ChildPlaced, ParentSees } from './seen.ts'

type Line = Readonly<Record<string, unknown>>

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(`${JSON.stringify(line)} ${JSON.stringify(result.problems)}`)
  return result.entry
}

const example = readFileSync(new URL('../../../examples/01.jsonl', import.meta.url), 'utf8')
const today = getDay('2019-05-16')
const lines: readonly Line[] = example
  .trim()
  .split('\n')
  .map(text => JSON.parse(text) as Line)
const byNow = lines.filter(line => line['on'] === undefined || String(line['on']).slice(0, 10) <= '2019-05-16')
const base = byNow.map(read)

interface Asking {
  readonly person?: string
  readonly places?: boolean
  readonly askedFrom?: number
}

const seesOf = (
  entries: readonly Entry[],
  { person = 'leah', places = true, askedFrom = 13 }: Asking = {},
): ParentSees =>
  parentSees(entries, { person: person as PersonId, today, askedFrom, posts: [], settings: noSettings, places })

const sees = (more: readonly Line[], asking: Asking = {}): ParentSees =>
  seesOf([...base, ...more.map(line => read({ on: '2019-05-02', by: 'health-visiting', ...line }))], asking)

const placed = (more: readonly Line[], asking: Asking = {}): ChildPlaced => {
  const found = sees(more, asking).children.find(child => child.id === 'maya')?.placed
  assert.ok(found !== undefined)
  return found
}

describe('what a parent sees', () => {
  it('is their own child, what is next, who is who, the plan, the count', () => {
    const { name, children } = seesOf(base)
    assert.equal(name, 'Leah Ellis')
    assert.deepEqual(
      children.map(child => child.name),
      ['Maya Ellis'],
    )
    const { visits, sickDay, plans, count } = placed([])
    assert.deepEqual(
      visits.map(visit => visit.appointment),
      ['hormones-5'],
    )
    assert.match(sickDay?.steps ?? '', /hydrocortisone/u)
    assert.deepEqual(
      plans.map(plan => plan.type),
      ['child-in-need'],
    )
    assert.ok(count.offered > count.kept && count.kept > 0)
  })

  it('has a clash named as ours, whatever was booked by whom', () => {
    const other = { kind: 'appointment-booked', by: 'hospital/royal', appointment: 'hip', clinic: 'the hip scan' }
    const { visits } = placed([{ ...other, when: '2019-06-11 10:00' }])
    assert.deepEqual(
      visits.map(visit => visit.clashes),
      [
        [{ clinic: 'the hip scan', why: 'no-time-to-travel' }],
        [{ clinic: 'the hormone clinic', why: 'no-time-to-travel' }],
      ],
    )
  })

  it('has no dose of a medicine while anything about it is open', () => {
    const agreed = { kind: 'instruction', by: 'hospital/st-brannocks', medicine: 'Rescue inhaler', dose: '2 puffs' }
    const dose = (...more: readonly Line[]) =>
      sees([agreed, ...more]).children[0]?.medicines.find(one => one.medicine === 'Rescue inhaler')
    const shown = dose()
    assert.deepEqual(shown?.checking === false && shown.dose, '2 puffs')
    const others = [
      { kind: 'instruction-conflict', medicine: 'rescue inhaler' },
      { kind: 'instruction', by: 'gp/elm-road', medicine: 'Rescue inhaler', dose: '4 puffs' },
      { kind: 'question-asked', by: 'family', person: 'Jay Mercer', text: 'How much of the rescue inhaler?' },
    ]
    for (const one of others) assert.deepEqual(dose(one), { medicine: 'Rescue inhaler', checking: true }, one.kind)
  })

  it('has a result as owed until a clinician told it, and never what it says', () => {
    const told = { kind: 'result-told', by: 'hospital/northfield', result: 'head-scan', text: 'It was a grey shadow.' }
    const [owed] = placed([]).results
    assert.deepEqual([owed?.told, owed?.late], [undefined, true])
    const back = ['result-back', 'result-read'].map(kind => ({ kind, result: 'head-scan', text: 'A grey shadow.' }))
    assert.deepEqual(placed(back).results, placed([]).results)
    const after = placed([told])
    assert.equal(after.results[0]?.told, getDay('2019-05-02'))
    assert.doesNotMatch(JSON.stringify(after), /grey shadow/u)
  })

  it('has of what people take on only what somebody wrote in plain words for the family', () => {
    const undertaking = {
      kind: 'undertaking-given',
      owner: 'health-visitor',
      undertaking: 'taxi',
      about: 'Check on Jay',
    }
    assert.deepEqual(placed([undertaking]).promises, [])
    const plain = 'Ruth finds a taxi to the eye clinic'
    const promises = placed([{ ...undertaking, plain, due: '2019-05-20' }]).promises
    assert.deepEqual([promises[0]?.what, promises[0]?.owner], [plain, 'health-visitor'])
    const declined = { kind: 'undertaking-declined', on: '2019-05-03', undertaking: 'taxi', reason: 'None' }
    assert.deepEqual(placed([{ ...undertaking, plain }, declined]).promises, [])
  })

  it('names no social worker before there is a plan that the family knows of', () => {
    const worker = { kind: 'worker-starts', by: 'social-care', role: 'social-worker', practitioner: 'Nia Fenn' }
    assert.ok(placed([worker]).people.some(one => one.name === 'Nia Fenn'))
    const before = base.filter(entry => !entry.kind.startsWith('plan-'))
    const [child] = seesOf([...before, read({ on: '2019-05-02', ...worker })]).children
    assert.equal(
      child?.placed?.people.some(one => one.role === 'social-worker'),
      false,
    )
  })

  it('names nobody who works with an adult, or for the police, probation or a refuge', () => {
    const roles = ['police-officer', 'probation-practitioner', 'domestic-abuse-adviser', 'midwife', 'housing-officer']
    const more = roles.map(role => ({ kind: 'worker-starts', role, practitioner: `Somebody of ${role}` }))
    assert.deepEqual(placed(more), placed([]))
  })
})

describe('a young person', () => {
  const ten = { kind: 'person', person: 'maya', born: '2006-03-01' }
  const asked = (more: Line) => ({ kind: 'young-person-asked', by: 'school-nursing', person: 'maya', ...more })

  it('is asked before a parent sees their appointments, results and count, from the age that is set', () => {
    const silent = placed([ten])
    assert.deepEqual([silent.visits, silent.results, silent.count.lines], [[], [], []])
    assert.ok(silent.plans.length > 0)
    assert.deepEqual(placed([ten], { askedFrom: 14 }).visits.length, 1)
    assert.equal(placed([ten, asked({ agrees: 'yes' })]).visits.length, 1)
    assert.equal(placed([ten, asked({ agrees: 'yes', parent: 'jay' })]).visits.length, 0)
    const later = { ...asked({ agrees: 'no' }), on: '2019-05-03' }
    assert.equal(placed([ten, asked({ agrees: 'yes' }), later]).visits.length, 0)
  })

  it('has confidential appointments of which nothing is shown, whatever else is written about them', () => {
    const about = { by: 'hospital/royal', appointment: 'own', clinic: 'the young people’s clinic' }
    const booked = { kind: 'appointment-booked', ...about, when: '2019-05-20 10:00', confidential: 'yes' }
    const moved = { kind: 'appointment-moved', on: '2019-05-03', ...about, to: '2019-05-21 10:00', movedBy: 'clinic' }
    const agreed = asked({ agrees: 'yes' })
    assert.deepEqual(sees([ten, agreed, booked, moved]), sees([ten, agreed]))
    const named = { ...booked, confidential: undefined, clinic: 'the sexual health clinic' }
    assert.deepEqual(sees([ten, agreed, named]), sees([ten, agreed]))
  })
})

const shown: ReadonlySet<string> = new Set<string>(mayShow)
const inFamily: Readonly<Record<string, string>> = { bea: 'maya', tess: 'leah', rob: 'jay' }
const renamed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(renamed)
  return typeof value === 'string' ? (inFamily[value] ?? value) : value
}

/** The same things as in the record, so that what is hidden speaks of what is shown. */
const ofRecord: Readonly<Record<string, string>> = {
  appointment: 'hormones-5',
  series: 'hormones',
  medicine: 'Hydrocortisone',
  result: 'head-scan',
  plan: 'need-plan',
}

const inRecord = (kind: Kind, n: number): Line => {
  const example: Example = exampleLines[kind]
  const own = Object.entries(example).map(([field, value]) => [field, ofRecord[field] ?? renamed(value)] as const)
  return {
    ...Object.fromEntries(own),
    kind,
    id: `extra-${n}`,
    on: `2019-0${1 + (n % 5)}-1${n % 7}`,
    by: 'police',
    record: undefined,
  }
}

const movers = new Set(['set-apart', 'set-apart-undone', 'taken-over', 'taken-over-undone'])
const kindsNow = (Object.keys(exampleLines) as Kind[]).filter(kind => !movers.has(kind))

/** Hidden by its kind, by name from the parent or from a child for whom she acts, or by a sight of its own. */
const hidings: readonly Line[] = [{ hiddenFrom: 'leah' }, { hiddenFrom: 'maya' }, { sight: 'police' }]

const hidden = fc
  .tuple(fc.constantFrom(...kindsNow), fc.nat(34), fc.constantFrom(...hidings))
  .map(([kind, n, hiding]) => ({ ...inRecord(kind, n), ...(shown.has(kind) ? hiding : {}) }))

const runs = { numRuns: 150 }

describe('whatever a parent may not see', () => {
  it('changes nothing on the page, not by a byte: kinds that are not on the list, and what is hidden from them', () => {
    const before = JSON.stringify(seesOf(base))
    fc.assert(
      fc.property(fc.array(hidden, { minLength: 1, maxLength: 12 }), list => {
        const more = list.map(line => read(line)).filter(entry => !isMover(entry))
        assert.equal(JSON.stringify(seesOf([...base, ...more])), before)
      }),
      runs,
    )
  })

  it('holds for every kind that is not on the list, one by one', () => {
    const before = JSON.stringify(seesOf(base))
    for (const [at, kind] of kindsNow.entries())
      for (const hiding of shown.has(kind) ? hidings : [{}])
        assert.equal(JSON.stringify(seesOf([...base, read({ ...inRecord(kind, at), ...hiding })])), before, kind)
  })

  it('is what another adult said, or is said of them, on the list or not', () => {
    const before = JSON.stringify(seesOf(base))
    const said = [
      { kind: 'family-view', by: 'family', author: 'Jay Mercer', person: 'jay', text: 'She lies.' },
      { kind: 'barrier-reported', barrier: 'clash', appointment: 'hormones-5', person: 'jay' },
      { kind: 'miss-disputed', by: 'family', appointment: 'neurology-3', person: 'jay' },
      { kind: 'appointment-booked', by: 'hospital/royal', person: 'jay', when: '2019-05-20 10:00', clinic: 'his own' },
      { kind: 'appointment-booked', by: 'hospital/royal', child: 'robin', when: '2019-05-20', clinic: 'a scan' },
      { kind: 'parent-page-opened', person: 'jay', child: 'maya' },
      { kind: 'phone-safety-asked', person: 'jay', alone: 'yes', safe: 'yes' },
    ]
    for (const one of said) assert.equal(JSON.stringify(sees([one])), before, one.kind)
  })

  it('is another child’s, of whom they are no parent', () => {
    const cousin = { kind: 'person', person: 'pip', name: 'Pip Holt', as: 'child' }
    const visit = { kind: 'appointment-booked', child: 'pip; maya', when: '2019-05-20 10:00', clinic: 'a group' }
    assert.equal(JSON.stringify(sees([cousin, visit])), JSON.stringify(seesOf(base)))
  })
})

describe('a parent who must not learn times and places', () => {
  it('finds none: no visit, no date, nobody’s number, no place', () => {
    const jay = seesOf(base, { person: 'jay', places: false })
    assert.deepEqual(
      jay.children.map(child => child.placed),
      [undefined],
    )
    const agencies = [...new Set(base.map(entry => entry.by))].filter(by => by.includes('/'))
    const text = JSON.stringify(jay)
    for (const word of [...agencies, 'clinic', 'Ruth', '01632', 'hospital']) assert.ok(!text.includes(word), word)
  })

  it('finds none whatever is booked, moved or written meanwhile', () => {
    const before = JSON.stringify(seesOf(base, { person: 'jay', places: false }))
    const any = fc.constantFrom<Line>(
      { kind: 'appointment-booked', when: '2019-05-20 10:00', clinic: 'x', site: 'West wing' },
      { kind: 'appointment-moved', appointment: 'hormones-5', to: '2019-05-21 11:00', movedBy: 'clinic' },
      { kind: 'worker-starts', role: 'school-nurse', practitioner: 'Ola Reed' },
      { kind: 'sick-day-plan', steps: 'Ring the ward', ring: '01632 960204' },
      { kind: 'family-view', person: 'jay', text: 'At the nursery on Mondays' },
      { kind: 'undertaking-given', undertaking: 'u', plain: 'A taxi at nine' },
    )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), more => {
        assert.equal(JSON.stringify(sees(more, { person: 'jay', places: false })), before)
      }),
      { numRuns: 40 },
    )
  })
})
