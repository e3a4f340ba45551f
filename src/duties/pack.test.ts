import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { lawsToBegin } from '../record/adoption.ts'
import { laws, packOf, packs } from './pack.ts'
import { cautionOn, editionOn, ownDefault, procedure, rule, workingTogether } from './rule.ts'
import { rules } from './rules.ts'

const made = (source: ReturnType<typeof workingTogether> | ReturnType<typeof procedure>) =>
  rule({
    name: 'made-up',
    catalogue: 'design',
    says: 'Do it',
    label: 'statutory',
    source,
    limit: { days: 10 },
    owner: 'gp',
    find: () => {},
  })

describe('the edition by which a day is judged', () => {
  const judged = (day: string) => {
    const { edition, judgedBy } = editionOn(made(workingTogether('a clock')), getDay(day))
    return `${/\d{4}/u.exec(edition.document)?.[0]} ${judgedBy}`
  }
  const caution = (day: string, source = workingTogether('a clock')) => cautionOn(made(source), getDay(day))

  it('is the one in force, the earliest before all, and the last that was read where there is a later one', () => {
    assert.deepEqual(['2017-01-01', '2018-07-04', '2023-12-14', '2023-12-15', '2026-03-18', '2026-03-19'].map(judged), [
      '2018 earliest',
      '2018 in force',
      '2018 in force',
      '2023 in force',
      '2023 in force',
      '2023 unconfirmed',
    ])
  })

  it('says what is not sure of it', () => {
    assert.equal(caution('2017-01-01'), 'judged by the earliest guidance that we hold')
    assert.equal(caution('2024-01-01'), undefined)
    assert.equal(caution('2026-03-19'), '2023 text, not yet confirmed in the 2026 edition')
    assert.equal(cautionOn(made(procedure('Westmoor procedures')), getDay('2026-11-01')), undefined)
    assert.equal(cautionOn(made(ownDefault('made up')), getDay('2026-11-01')), undefined)
  })
})

describe('the packs', () => {
  it('stand in order of their days, each later one saying what it changed', () => {
    const days = packs.map(({ from }) => getDay(from))
    assert.deepEqual(
      days,
      days.toSorted((one, other) => one - other),
    )
    assert.ok(packs.slice(1).every(({ changed }) => changed.length > 0))
  })

  it('that have not been read are cited by no rule', () => {
    const cited = rules.flatMap(({ name, source }) =>
      source.flatMap(({ document }) => (packOf(document)?.read === 'not read' ? [name] : [])),
    )
    assert.deepEqual(cited, [])
    assert.ok(rules.some(({ source }) => source.some(({ document }) => packOf(document) !== undefined)))
  })

  it('hold every law that may begin', () => {
    assert.deepEqual(Object.keys(laws).sort(), [...lawsToBegin].sort())
  })
})
