import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay, isoDay } from '../calendar/day.ts'
import { derive, stateOn } from '../duties/derive.ts'
import { findAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { newlyKnown } from './receipt.ts'

type Line = Readonly<Record<string, unknown>>

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}

const child = { kind: 'person', person: 'wyn', name: 'Wyn Quill', born: '2018-06-06', as: 'child', subject: 'yes' }
const plan = { kind: 'plan-agreed', on: '2018-09-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const starts = {
  kind: 'worker-starts',
  on: '2018-08-28',
  by: 'social-care',
  role: 'social-worker',
  practitioner: 'Hal Fenn',
}
const missed = {
  kind: 'was-not-brought',
  id: 'miss',
  on: '2018-10-22',
  by: 'hospital/royal',
  appointment: 'eyes',
  clinic: 'the eye clinic',
}
const decided = {
  kind: 'strategy-discussion',
  id: 'talk',
  on: '2019-05-13',
  by: 'social-care',
  section47: 'yes',
  outcome: 'conference',
}

const know = (agency: string, rule: string, ...lines: readonly Line[]): readonly string[] => {
  const entries = lines.map(read)
  const stands = picture(entries)
  const duties = derive(stands).filter(duty => duty.rule.name === rule)
  assert.ok(duties.length > 0, rule)
  const found = findAgency(agency)
  assert.ok(found)
  return newlyKnown({ stands, entries, duties, agency: found }).map(({ id }) => id)
}

const family = [child, starts, plan, missed]
const told = { kind: 'told', on: '2018-10-23', by: 'hospital/royal', of: 'miss', to: 'social-care' }

describe('what goes on record when somebody acknowledges a notice', () => {
  it('is what the duty rests on, where their agency is not on record as knowing it', () => {
    assert.deepEqual(know('social-care', 'worker-told-of-miss', ...family), ['miss'])
    assert.deepEqual(know('gp/elm-road', 'worker-told-of-miss', ...family), ['miss'])
  })

  it('is nothing that they wrote, so that nobody ends a duty of their own by opening the inbox', () => {
    assert.deepEqual(know('hospital/royal', 'worker-told-of-miss', ...family), [])
  })

  it('is nothing that they are on record as having been told, so that nothing is said twice', () => {
    assert.deepEqual(know('social-care', 'worker-told-of-miss', ...family, told), [])
    assert.deepEqual(
      know('social-care', 'worker-told-of-miss', ...family, { ...told, kind: 'acknowledged', by: 'social-care' }),
      [],
    )
  })

  it('counts for the rule that asks whether they know', () => {
    const [of = ''] = know('social-care', 'worker-told-of-miss', ...family)
    const has = { kind: 'acknowledged', on: '2018-10-22', by: 'social-care', of, to: 'social-care', way: 'inbox' }
    const states = derive(picture([...family, has].map(read)))
      .filter(duty => duty.rule.name === 'worker-told-of-miss')
      .map(duty => stateOn(duty, getDay('2018-10-30')))
    assert.deepEqual(states, ['done'])
  })

  it('is never a decision to hold a conference: there a receipt would answer a question that nobody has put', () => {
    const lines = [child, starts, decided]
    assert.deepEqual(know('conference-unit', 'conference-booked', ...lines), [])
    const asked = (more: readonly Line[]) =>
      derive(picture([...lines, ...more].map(read)))
        .filter(duty => duty.rule.name === 'conference-stall-asked-about')
        .map(duty => duty.ended && isoDay(duty.ended.day))
    const has = { kind: 'acknowledged', on: '2019-05-14', by: 'police', of: 'talk', to: 'police' }
    assert.notDeepEqual(asked([has]), asked([]), 'the rule reads receipts no more: then this needs no exception')
  })
})
