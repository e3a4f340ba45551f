import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { isoDay } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import { readEntry } from '../record/read-entry.ts'
import { ledger } from './ledger.ts'

const read = (line: string): Entry => {
  const result = readEntry(JSON.parse(line))
  if ('problems' in result) throw new Error(line)
  return result.entry
}

const story = readFileSync(new URL('../../examples/01.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(read)

/** The ledger of replay.md at the death: due day, row of the catalogue, working days and days late while it stayed open. */
const owed = `
2018-01-22 R-CSE-1 393 567
2018-05-25 R-DA-5 307 444
2018-05-30 R-DA-4 305 439
2018-08-06 R-PRO-2 257 371
2018-09-04 R-DIS-3 237 342
2018-09-10 R-LP-1 233 336
2018-09-19 R-VOI-2 226 327
2018-10-22 R-STR-5 203 294
2018-10-23 R-CTG-2 138 202
2018-12-05 R-CIN-8 171 250
2018-12-17 R-UNB-1 163 238
2019-01-08 R-UNB-4 150 216
2019-01-16 R-ASM-10 144 208
2019-02-05 R-MTG-2 130 188
2019-02-07 R-CTG-2 64 95
2019-02-13 R-REF-4 124 180
2019-02-18 R-REF-4 121 175
2019-02-21 R-UNB-2 118 172
2019-03-06 R-MED-1 109 159
2019-03-19 R-PRO-3 100 146
2019-03-20 R-ASM-8 99 145
2019-03-25 R-APT-12 96 140
2019-04-23 R-REF-5 13 20
2019-04-25 R-APT-1 75 109
2019-04-30 R-SUP-1 72 104
2019-05-01 R-ALL-1 71 103
2019-05-01 R-APT-2 71 103
2019-05-03 R-APT-3 69 101
2019-05-09 R-NEG-1 66 95
2019-05-13 R-ICPC-8 64 91
2019-05-14 R-ICPC-2 63 90
2019-05-15 R-ICPC-3 62 89
2019-05-16 R-ICPC-9 61 88
2019-05-20 R-STR-5 59 84
2019-05-23 R-ASM-11 56 81
2019-05-24 R-CIN-2 55 80
2019-05-28 R-ALL-1 54 76
2019-05-28 R-ICPC-4 54 76
2019-05-31 R-ICPC-5 51 73
2019-06-04 R-ICPC-1 49 69
2019-06-04 R-ICPC-7 49 69
2019-07-26 R-UNB-5 11 17`
  .trim()
  .split('\n')

const listed = new Set(owed.map(row => row.split(' ')[1]))
// What further rules find in the same record stands beside these, and is no part of the list.
const rows = ledger(story).rows.filter(
  row => (row.state === 'late' || row.state === 'done-late') && listed.has(row.duty.rule.catalogue),
)
const line = (row: (typeof rows)[number]) =>
  `${isoDay(row.duty.due.day)} ${row.duty.rule.catalogue} ${row.workingDaysLate} ${row.daysLate}`

describe('the replay of the example case', () => {
  it('gives the ledger at the death, each row with its due day and its lateness, and nothing else of these rules late', () => {
    // The three that the strategy discussion of 13 May ended late stop counting then; all others count to the death.
    assert.deepEqual([...new Set(rows.map(line))].sort(), [...owed].sort())
  })

  it('had twenty-nine of them due before the second strategy discussion, eleven before Christmas 2018', () => {
    const due = owed.map(row => row.slice(0, 10))
    assert.equal(due.filter(day => day < '2019-05-13').length, 29)
    assert.equal(due.filter(day => day < '2018-12-25').length, 11)
  })

  it('owes what was decided for both children to both', () => {
    const held = rows.filter(row => row.duty.rule.name === 'conference-held').map(row => row.duty.child)
    assert.deepEqual(held.sort(), ['maya', 'robin'])
  })
})
