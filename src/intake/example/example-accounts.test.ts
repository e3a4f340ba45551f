import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import type { Entry } from '../../record/entry.ts'
import { readEntry } from '../../record/read-entry.ts'
import { exampleAccounts } from './example-accounts.ts'
import { exampleFiles } from './example-files.ts'
import { featured, relatives } from './featured.ts'
import { livingExample } from './living-example.ts'
import type { Line } from './moved-by.ts'

const read = (line: Line): Entry => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify([line, result]))
  return result.entry
}

const files = await exampleFiles(join(import.meta.dirname, '../../../examples'))
const living = livingExample(files, getDay('2026-12-09'))
const agencies = living.agencies.map(read)
const families = living.families.map(family => family.lines.map(read))
const accounts = exampleAccounts(agencies, families)
const accountOf = (name: string) => accounts.find(account => account.name === name)

const post = (by: string, practitioner: string, more: Line = {}): Entry =>
  read({ kind: 'post', on: '2026-01-05', by, post: 'one', role: 'social-worker', practitioner, ...more })
const starts = (by: string, practitioner: string): Entry =>
  read({ kind: 'worker-starts', on: '2026-02-02', by, role: 'social-worker', practitioner })
const postsOf = (...given: Parameters<typeof exampleAccounts>) =>
  exampleAccounts(...given).map(account => account.posts.map(one => `${one.role} ${one.agency}`))

describe('the accounts of the examples', () => {
  it('are one for everybody who holds a post or works with a family, and none for a desk', () => {
    const named = [...agencies, ...families.flat()].flatMap(entry =>
      (entry.kind === 'post' && entry.role !== 'clinic') || entry.kind === 'worker-starts'
        ? (entry.practitioner ?? [])
        : [],
    )
    assert.deepEqual(accounts.map(account => account.name).sort(), [...new Set(named)].sort())
    assert.ok(!accounts.some(account => /desk|office/u.test(account.name)))
  })

  it('have names to sign in with that nobody else has', () => {
    const names = accounts.map(account => account.signIn)
    assert.equal(new Set(names).size, names.length)
    for (const name of names) assert.match(name, /^[a-z]+\.[a-z]+$/u)
    assert.equal(accountOf('Ruth Adeyemi')?.signIn, 'ruth.adeyemi')
    assert.equal(accountOf('Mr Shah, eyes')?.signIn, 'mr.shah')
    assert.equal(accountOf('Inês Carvalho')?.signIn, 'ines.carvalho')
    assert.equal(accountOf('Sister Oluchi Ikande')?.signIn, 'oluchi.ikande')
  })

  it('begin with those worth being first, each with why, and Ruth before all', () => {
    const first = accounts.filter(account => account.featured !== undefined)
    assert.deepEqual(
      first.map(account => account.name),
      Object.keys(featured),
    )
    assert.deepEqual(accounts.slice(0, first.length), first)
    assert.equal(accounts[0]?.name, 'Ruth Adeyemi')
  })

  it('know of a relative, who is in one of the families and with whom she does not work', () => {
    const [name = '', kin = []] = Object.entries(relatives)[0] ?? []
    assert.deepEqual(accountOf(name)?.kin, kin)
    const holding = families.filter(family =>
      family.some(entry => entry.kind === 'person' && kin.some(one => one.nhs === entry.nhs?.replaceAll(' ', ''))),
    )
    assert.equal(holding.length, 1)
    assert.ok(!holding.flat().some(entry => 'practitioner' in entry && entry.practitioner === name))
  })
})

describe('the posts of an account', () => {
  it('are those of the agencies’ record and those of the families, each once', () => {
    assert.deepEqual(postsOf([post('midwifery', 'A B')], [[starts('gp/mill', 'A B'), starts('gp/mill', 'A B')]]), [
      ['social-worker midwifery', 'social-worker gp/mill'],
    ])
    assert.deepEqual(postsOf([], [[starts('gp', 'A B')], [starts('gp', 'C D')]]).length, 2)
  })

  it('are one where a family knows the service and the agencies know the place', () => {
    const placed = post('social-care/north', 'A B')
    assert.deepEqual(postsOf([placed], [[starts('social-care', 'A B')]]), [['social-worker social-care/north']])
    assert.deepEqual(postsOf([placed], [[starts('social-care', 'A B')], [starts('social-care/north', 'A B')]]), [
      ['social-worker social-care/north', 'social-worker social-care'],
    ])
  })

  it('go with the post when its holder changes', () => {
    const given = [post('gp', 'A B'), post('gp', 'C D', { on: '2026-03-02' })]
    assert.deepEqual(
      exampleAccounts(given, []).map(account => account.name),
      ['C D'],
    )
    assert.deepEqual(
      exampleAccounts(given.toReversed(), []).map(account => account.name),
      ['C D'],
    )
  })
})
