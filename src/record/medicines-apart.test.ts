import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, getDay, isoDay } from '../calendar/day.ts'
import type { Entry } from './entry.ts'
import type { PersonId } from './field.ts'
import { plainDose, plainName } from './medicine-standing.ts'
import { type MedicineStanding, medicinesOn, type Said } from './medicines.ts'
import { picture } from './picture.ts'
import { readEntry } from './read-entry.ts'

/*
 * Nothing that is said of a medicine is ever put together, dropped or reworded, whatever the order in which it comes: two
 * prescribers with other words both stand until somebody settles it.
 */

type Line = Readonly<Record<string, unknown>>

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result))
  return result.entry
}

const first = getDay('2026-01-05')
const last = getDay('2026-12-31')
const child = read({ kind: 'person', person: 'bea', born: '2021-03-08', subject: 'yes' })
const said: ReadonlySet<Entry['kind']> = new Set(['instruction', 'medicine-stopped'])

const agency = fc.constantFrom('hospital/royal', 'hospital/northfield', 'gp/mill')
const medicine = fc.constantFrom('Hydrocortisone', 'hydrocortisone ', 'Hydrocortisone tablets', 'Insulin')
const dose = fc.constantFrom(
  '5 mg',
  '5mg',
  '5 MG',
  '50 mg',
  '5 mg twice a day',
  '1 1/2 tablets',
  '11/2 tablets',
  'stop',
)
const when = fc.integer({ min: 0, max: 9 })

const lineOf = (kind: string, more: Line = {}): fc.Arbitrary<Line> =>
  fc.record({ kind: fc.constant(kind), by: agency, medicine, on: when }).map(one => ({ ...one, ...more }))

const instruction = fc.tuple(lineOf('instruction'), dose).map(([line, words]): Line => ({ ...line, dose: words }))
const stopped = lineOf('medicine-stopped')
const conflict = lineOf('instruction-conflict')
const settled = fc.tuple(lineOf('instruction-settled'), dose).map(([line, words]): Line => ({ ...line, dose: words }))
const list: fc.Arbitrary<Line> = fc.record({
  kind: fc.constant('medicines-agreed'),
  by: agency,
  on: when,
  instructions: fc.array(
    fc.integer({ min: 0, max: 12 }).map(at => `e-${at}`),
    { minLength: 1, maxLength: 3 },
  ),
})

const entriesOf = (lines: readonly Line[]): readonly Entry[] =>
  lines.map((line, at) => read({ ...line, id: `e-${at}`, on: isoDay(addDays(first, Number(line['on']))) }))

const medicinesIn = (entries: readonly Entry[]): readonly MedicineStanding[] =>
  medicinesOn(picture([child, ...entries]), 'bea' as PersonId, last).medicines

const wordsIn = (one: Entry): string => (one.kind === 'instruction' ? one.dose : 'stop')
const shown = (all: readonly MedicineStanding[]): readonly Said[] =>
  all.flatMap(one => [...one.standing, ...one.earlier])

describe('what prescribers say of medicines', () => {
  it('stands there once each, to the letter, whatever was settled or signed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(instruction, stopped, conflict, settled, list), { maxLength: 12 }), lines => {
        const entries = entriesOf(lines)
        const all = shown(medicinesIn(entries))
        for (const entry of entries.filter(one => said.has(one.kind))) {
          const found = all.filter(one => one.entry.id === entry.id)
          assert.deepEqual(
            found.map(one => one.words),
            [wordsIn(entry)],
          )
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('both stand, and are marked, where words differ and nobody has settled it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(instruction, stopped, conflict), { maxLength: 10 }), lines => {
        const entries = entriesOf(lines).filter(one => said.has(one.kind))
        for (const medicine of medicinesIn(entriesOf(lines))) {
          const own = entries.filter(
            one => 'medicine' in one && plainName(one.medicine ?? '') === plainName(medicine.medicine),
          )
          const by = Map.groupBy(
            own.toSorted((one, other) => one.day - other.day),
            one => one.by,
          )
          assert.equal(medicine.standing.length, by.size)
          const words = new Set(medicine.standing.map(one => plainDose(one.words)))
          assert.equal(medicine.notTheSameWords, words.size > 1)
          assert.ok(words.size < 2 || medicine.isOpen)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('is the same in whatever order it came', () => {
    const shuffled = fc
      .array(fc.oneof(instruction, stopped, conflict, settled, list), { maxLength: 10 })
      .filter(lines => new Set(lines.map(line => line['on'])).size === lines.length)
      .chain(lines =>
        fc.tuple(
          fc.constant(entriesOf(lines)),
          fc.shuffledSubarray(
            lines.map((_, at) => at),
            { minLength: lines.length },
          ),
        ),
      )
    fc.assert(
      fc.property(shuffled, ([entries, order]) => {
        const other = order.flatMap(at => entries[at] ?? [])
        const brief = (all: readonly MedicineStanding[]) =>
          all.map(one => [plainName(one.medicine), one.standing.map(each => each.entry.id), one.isOpen, one.isStopped])
        assert.deepEqual(brief(medicinesIn(other)), brief(medicinesIn(entries)))
      }),
      { numRuns: 500 },
    )
  })
})
