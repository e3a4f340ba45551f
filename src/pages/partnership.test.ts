import assert from 'node:assert/strict'
import { it } from 'node:test'
import { familiesIn } from '../record/agency-record.ts'
import { inventedFamily, oneYear } from './invented.ts'
import { familyNumber } from './partnership.ts'

const entries = (...lines: Parameters<typeof inventedFamily>[0]) => inventedFamily(lines).entries

it('gives families numbers that say nothing of anybody', () => {
  assert.deepEqual([1, 12, 104].map(familyNumber), ['01', '12', '104'])
})

it('parts a file into its records', () => {
  const records = familiesIn(
    entries(
      { kind: 'contact', on: '2019-01-01', by: 'gp', record: 'a' },
      { kind: 'contact', on: '2019-01-02', by: 'gp', record: 'b' },
    ),
  )
  assert.deepEqual(
    records.map(({ entries: own }) => own.length),
    [1, 1],
  )
})

it('reads what the agencies keep of their workers with each family they work with, and shows it as no family', () => {
  const away = {
    kind: 'worker-away',
    on: '2019-02-01',
    by: 'social-care',
    practitioner: 'Hal Fenn',
    record: 'agencies',
  }
  const records = familiesIn(entries(...oneYear, away))
  assert.equal(records.length, 1)
  assert.ok(records[0]?.entries.some(entry => entry.kind === 'worker-away'))
})
