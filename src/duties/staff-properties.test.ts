import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, daysBetween, getDay } from '../calendar/day.ts'
import type { Practitioner, PractitionerId } from '../people/practitioner.ts'
import { withAgencies } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { visibleTo } from '../record/sight.ts'
import type { Asked } from './asked.ts'
import { derive } from './derive.ts'
import { kinTo, works } from './given-staff.ts'
import { hearsAsReferrer, whoMayOpen } from './may-open.ts'
import { readersOf } from './recipient.ts'
import { sceneOf } from './scene.ts'
import { nextDay, recipientKey, tellings } from './tell.ts'

const read = (line: string): Entry => {
  const result = readEntry(JSON.parse(line) as Record<string, unknown>)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}
const example = (name: string): readonly Entry[] =>
  readFileSync(new URL(`../../examples/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(read)

const agencies = example('partnership')

/** Everybody to whom the agencies' record gives a post, in every post of theirs. */
const practitioners: readonly Practitioner[] = [
  ...Map.groupBy(
    agencies.filter(entry => entry.kind === 'post'),
    entry => entry.practitioner,
  ),
].flatMap(([name, posts]) =>
  name === undefined ? [] : [works(name, ...posts.map(({ agency, by, role }) => `${agency ?? by} ${role}`))],
)

interface Family {
  readonly name: string
  readonly entries: readonly Entry[]
  readonly from: Day
  readonly days: number
}

const familyOf = (name: string, from: string, to: string): Family => ({
  ...{ name, entries: example(name), from: getDay(from) },
  days: daysBetween(getDay(from), getDay(to)),
})

/** Restricts some of the entries, so that not everybody may see everything. */
const restricted = (entries: readonly Entry[]): readonly Entry[] =>
  entries.map((entry, index) => (index % 9 === 4 ? ({ ...entry, sight: ['police', 'team-manager'] } as Entry) : entry))

const families: readonly Family[] = [
  familyOf('01', '2018-01-01', '2019-08-31'),
  familyOf('08', '2026-01-01', '2026-12-31'),
  familyOf('09', '2026-09-01', '2026-12-31'),
  familyOf('10', '2025-09-01', '2026-12-31'),
  familyOf('11', '2026-06-01', '2026-12-31'),
].flatMap(family => [family, { ...family, name: `${family.name}, restricted`, entries: restricted(family.entries) }])

const cases = new Map(
  families.map(family => {
    const stands = picture(withAgencies(family.entries, agencies))
    return [family.name, { stands, duties: derive(stands) }]
  }),
)

const askOf = (family: Family, days: number, staff = practitioners): Asked => {
  const held = cases.get(family.name)
  assert.ok(held !== undefined)
  return { ...held, practitioners: staff, agencies, day: addDays(family.from, days % family.days) }
}

const anyFamily = fc.constantFrom(...families)
const anyDay = fc.nat({ max: 10_000 })
const opened = (asked: Asked) => whoMayOpen(asked).map(({ practitioner, why }) => `${practitioner}: ${why}`)
const told = (asked: Asked) => tellings(asked).map(({ key, state, to }) => `${key} ${state} ${recipientKey(to)}`)

const stranger = works('Zuzana Nobody', 'youth-justice/elsewhere team-lead', 'voluntary/elsewhere safeguarding-lead')

describe('what holds for any record, any day and any staff', () => {
  it('a stranger opens nothing and is told nothing, and for others nothing changes by her', () => {
    fc.assert(
      fc.property(anyFamily, anyDay, (family, days) => {
        const [alone, together] = [askOf(family, days), askOf(family, days, [...practitioners, stranger])]
        assert.deepEqual(opened(together), opened(alone))
        assert.deepEqual(told(together), told(alone))
      }),
      { numRuns: 60 },
    )
  })

  it('everybody who is told may open the record, and everybody at a desk that is told, but for who only referred', () => {
    fc.assert(
      fc.property(anyFamily, anyDay, (family, days) => {
        const asked = askOf(family, days)
        const open = new Set(whoMayOpen(asked).map(one => one.practitioner))
        const outside = hearsAsReferrer(asked.duties)
        for (const { to } of tellings(asked).filter(telling => !outside(telling)))
          for (const reader of readersOf(sceneOf(asked), to)) assert.ok(open.has(reader), reader)
      }),
      { numRuns: 60 },
    )
  })

  it('nobody is told of what they may not see', () => {
    const postsOf = new Map(practitioners.map(({ id, posts }) => [id, posts]))
    fc.assert(
      fc.property(anyFamily, anyDay, (family, days) => {
        for (const { to, because } of tellings(askOf(family, days))) {
          const posts = to.practitioner === undefined ? [to] : (postsOf.get(to.practitioner) ?? [])
          assert.equal(visibleTo(because, { posts }).length, because.length)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('whoever is kin opens nothing and is told nothing, whatever her posts', () => {
    fc.assert(
      fc.property(anyFamily, anyDay, fc.nat(), (family, days, index) => {
        const asked = askOf(family, days)
        const open = whoMayOpen(asked)
        const one = open[index % Math.max(open.length, 1)]
        const known = [...asked.stands.people.values()].find(
          ({ name, born }) => name !== undefined && born !== undefined,
        )
        if (one === undefined || known?.name === undefined || known.born === undefined) return
        const kin = { name: known.name, born: known.born }
        const staff = practitioners.map(each => (each.id === one.practitioner ? kinTo(each, kin) : each))
        const without = askOf(family, days, staff)
        assert.ok(!whoMayOpen(without).some(({ practitioner }) => practitioner === one.practitioner))
        assert.ok(!tellings(without).some(({ to }) => to.practitioner === one.practitioner))
      }),
      { numRuns: 60 },
    )
  })

  it('nothing changes before the next day on which something does', () => {
    fc.assert(
      fc.property(anyFamily, anyDay, (family, days) => {
        const asked = askOf(family, days)
        const next = nextDay(asked, asked.day) ?? addDays(asked.day, 40)
        for (const day of [addDays(asked.day, 1), addDays(next, -1)]) {
          if (day >= next || day <= asked.day) continue
          const later = { ...asked, day }
          assert.deepEqual(told(later), told(asked))
          assert.deepEqual(opened(later), opened(asked))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('nobody is told the same thing twice, and nobody opens it for two reasons', () => {
    fc.assert(
      fc.property(anyFamily, anyDay, (family, days) => {
        const asked = askOf(family, days)
        const words = told(asked)
        assert.equal(new Set(words).size, words.length)
        const ids = whoMayOpen(asked).map(({ practitioner }) => practitioner)
        assert.equal(new Set(ids).size, ids.length)
      }),
      { numRuns: 60 },
    )
  })

  it('the order in which practitioners are listed makes no difference', () => {
    fc.assert(
      fc.property(
        anyFamily,
        anyDay,
        fc.shuffledSubarray([...practitioners], { minLength: practitioners.length }),
        (family, days, shuffled) => {
          const [one, other] = [askOf(family, days), askOf(family, days, shuffled)]
          assert.deepEqual(opened(other), opened(one))
          assert.deepEqual([...told(other)].sort(), [...told(one)].sort())
        },
      ),
      { numRuns: 30 },
    )
  })

  it('whoever left the family opens it no more unless she owes, manages or is told something', () => {
    const hannah = works('Hannah Boyle', 'social-care social-worker')
    const staff = [...practitioners.filter(one => one.id !== ('Hannah Boyle' as PractitionerId)), hannah]
    const why = (day: string) => {
      const [family] = families
      assert.ok(family !== undefined)
      const asked = askOf(family, daysBetween(family.from, getDay(day)), staff)
      return whoMayOpen(asked).find(({ practitioner }) => practitioner === hannah.id)?.why
    }
    assert.equal(why('2019-04-29'), 'network')
    assert.notEqual(why('2019-04-30'), 'network')
  })
})
