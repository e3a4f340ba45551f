import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Day, getDay } from '../calendar/day.ts'
import type { Practitioner } from '../people/practitioner.ts'
import { withAgencies } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { visibleTo } from '../record/sight.ts'
import { derive } from './derive.ts'
import type { Line } from './given.ts'
import { works } from './given-staff.ts'
import { recipientKey } from './tell.ts'
import { type HeardBySight, heardBySight } from './tell-by-sight.ts'

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}

const heard = (
  entries: readonly Entry[],
  practitioners: readonly Practitioner[],
  day: Day,
  agencies: readonly Entry[] = [],
): HeardBySight =>
  heardBySight({
    ...{ entries, practitioners, day, agencies },
    fold: seen => {
      const stands = picture(withAgencies(seen, agencies))
      return { stands, duties: derive(stands) }
    },
  })

/** Everything that somebody is told, and why they may open the record. */
const toldTo = ({ tellings, mayOpen }: HeardBySight, { id, posts }: Practitioner): readonly string[] => {
  const desks = new Set<string>([id, ...posts.map(({ agency, role }) => `${agency}|${role}`)])
  return [
    ...tellings
      .filter(({ to }) => desks.has(recipientKey(to)))
      .map(({ key, state, to }) => `${key} ${state} ${recipientKey(to)}`),
    ...mayOpen.filter(({ practitioner }) => practitioner === id).map(({ why }) => why),
  ].sort()
}

const tess = works('Tess Lowry', 'social-care/rowan team-manager')
const pat = works('Pat Ashe', 'probation probation-practitioner')
const day = getDay('2026-06-02')

const child = { kind: 'person', person: 'maya', name: 'Maya', born: '2020-02-03', subject: 'yes' }
const rowan = {
  by: 'social-care/rowan',
  kind: 'worker-starts',
  on: '2026-05-01',
  role: 'social-worker',
  practitioner: 'A. Amin',
}
const hidden = { kind: 'concern', on: '2026-06-01T08:00', by: 'probation', harm: 'yes', sight: ['probation'] }
const known = { kind: 'concern', on: '2026-06-01T09:00', by: 'health-visiting', harm: 'yes' }

describe('whoever may not see all of a record', () => {
  const strategy = (lines: readonly Line[], who: Practitioner) =>
    toldTo(heard(lines.map(read), [tess, pat], day), who).filter(word => word.startsWith('strategy-discussion-held'))

  it('is told of what they may see, though something that they may not came before it', () => {
    const owed = ['strategy-discussion-held|maya|significant-harm|1 owed social-care/rowan|team-manager']
    assert.deepEqual(strategy([child, rowan, known], tess), owed)
    assert.deepEqual(strategy([child, rowan, hidden, known], tess), owed)
    assert.deepEqual(strategy([child, rowan, known, hidden], tess), owed)
  })

  it('is told nothing of what rests only on what they may not see', () => {
    assert.deepEqual(strategy([child, rowan, hidden], tess), [])
  })

  it('is told nothing of somebody whom they do not know to be there', () => {
    const sister = {
      kind: 'person',
      person: 'bea',
      name: 'Bea',
      born: '2022-02-03',
      subject: 'yes',
      sight: ['probation'],
    }
    const both = { ...known, child: ['maya', 'bea'] }
    assert.deepEqual(
      strategy([child, rowan, both], tess).map(word => word.split('|')[1]),
      strategy([child, sister, rowan, both], tess).map(word => word.split('|')[1]),
    )
  })

  it('hears in place of somebody who is away, whoever may know of that', () => {
    const cover = {
      kind: 'worker-away',
      on: '2026-06-01',
      by: 'social-care/rowan',
      practitioner: 'Tess Lowry',
      role: 'team-manager',
    }
    const lines = [child, rowan, known, { ...cover, sight: ['probation'] }]
    const told = heard(lines.map(read), [tess, pat], day).tellings.filter(({ key }) => key.startsWith('strategy-'))
    assert.notDeepEqual(told, [])
  })
})

const example = (name: string): readonly Entry[] =>
  readFileSync(new URL(`../../examples/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => read(JSON.parse(line)))

const agencies = example('partnership')
const staff: readonly Practitioner[] = [
  ...Map.groupBy(
    agencies.filter(entry => entry.kind === 'post'),
    entry => entry.practitioner,
  ),
].flatMap(([name, posts]) =>
  name === undefined ? [] : [works(name, ...posts.map(({ agency, by, role }) => `${agency ?? by} ${role}`))],
)
const routes = /^(?:worker-|cover|handover|lead-)/u

/** The same record with some of its entries for one service alone. */
const restricted = (entries: readonly Entry[], places: readonly number[], word: string): readonly Entry[] => {
  const some = new Set(places.map(place => entries[place % entries.length]))
  return entries.map(entry =>
    some.has(entry) && !routes.test(entry.kind) ? ({ ...entry, sight: [word], by: word } as unknown as Entry) : entry,
  )
}

const anyRecord = fc.record({
  name: fc.constantFrom('01', '08', '10'),
  places: fc.array(fc.nat(250), { minLength: 1, maxLength: 12 }),
  daysBefore: fc.nat(400),
  word: fc.constantFrom('probation', 'police', 'hospital'),
})

describe('for any record', () => {
  const families = new Map(['01', '08', '10'].map(name => [name, example(name)]))
  let compared = 0

  it('each hears what they would hear, were what they may not see not there', () => {
    fc.assert(
      fc.property(anyRecord, ({ name, places, daysBefore, word }) => {
        const entries = families.get(name) ?? []
        const all = restricted(entries, places, word)
        const on = (Math.max(...entries.map(entry => entry.day)) - daysBefore) as Day
        const whole = heard(all, staff, on, agencies)
        const seenBy = new Map(staff.map(who => [who, visibleTo(all, who)]))
        const groups = Map.groupBy(staff, who =>
          seenBy
            .get(who)
            ?.map(({ id }) => id)
            .join(),
        )
        for (const group of groups.values()) {
          const seen = seenBy.get(group[0] as Practitioner) ?? []
          if (seen.length === all.length) continue
          const part = heard(seen, staff, on, agencies)
          for (const who of group) {
            assert.deepEqual(toldTo(whole, who), toldTo(part, who), who.name)
            compared += toldTo(part, who).length
          }
        }
      }),
      { numRuns: 60 },
    )
    assert.ok(compared > 1000, `${compared}`)
  })
})
