import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Post } from '../people/practitioner.ts'
import type { Role } from '../people/role.ts'
import type { Agency } from '../people/service.ts'
import { chronology } from './chronology.ts'
import type { Entry } from './entry.ts'
import type { PersonId } from './field.ts'
import { readEntry } from './read-entry.ts'
import { audienceOf, sightFor, sightOf, visibleTo } from './sight.ts'

const read = (line: Readonly<Record<string, unknown>>): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}
const post = (agency: string, role: Role): Post => ({ agency: agency as Agency, role })

const officer = post('police', 'police-officer')
const visitor = post('health-visiting', 'health-visitor')
const seen = { id: 'seen', kind: 'concern', on: '2019-03-04', by: 'school/elm', text: 'A concern' }
const secret = { ...seen, id: 'secret', by: 'social-care/rowan', sight: ['police'] }
const ids = (entries: readonly Entry[]) => entries.map(entry => entry.id)

describe('a reader', () => {
  it('sees what all in the network may see, and what a word of her posts names', () => {
    const entries = [seen, secret].map(read)
    assert.deepEqual(ids(visibleTo(entries, { posts: [visitor] })), ['seen'])
    assert.deepEqual(ids(visibleTo(entries, { posts: [officer] })), ['seen', 'secret'])
    assert.deepEqual(ids(visibleTo(entries, {})), ['seen'])
  })

  it('in two posts sees what either of them sees', () => {
    const other = { ...secret, id: 'other', sight: ['midwifery'] }
    const entries = [secret, other].map(read)
    assert.deepEqual(ids(visibleTo(entries, { posts: [officer] })), ['secret'])
    assert.deepEqual(ids(visibleTo(entries, { posts: [officer, post('midwifery', 'midwife')] })), ['secret', 'other'])
  })

  it('sees what her own agency wrote, or its bare service, and not what another team of it wrote', () => {
    const mine = [post('social-care/rowan', 'social-worker')]
    const byAll = { ...secret, id: 'bare', by: 'social-care' }
    const byOthers = { ...secret, id: 'alder', by: 'social-care/alder' }
    assert.deepEqual(ids(visibleTo([secret, byAll, byOthers].map(read), { posts: mine })), ['secret', 'bare'])
  })

  it('in a role called as a service is called opens nothing of that service', () => {
    const forGps = read({ ...secret, id: 'gps', sight: ['gp'] })
    assert.deepEqual(ids(visibleTo([forGps], { posts: [post('gp/elm-road', 'practice-safeguarding-lead')] })), ['gps'])
    assert.deepEqual(ids(visibleTo([forGps], { posts: [post('urgent-care/111', 'gp')] })), [])
    const byOther = read({ ...secret, id: 'by-other', by: 'other' })
    assert.deepEqual(ids(visibleTo([byOther], { posts: [post('therapy', 'other')] })), [])
  })

  it('sees no version of an entry when one of them is closed to her', () => {
    const first = read(secret)
    const again = read({ ...seen, id: 'again', by: 'social-care/rowan', corrects: 'secret' })
    const whole = [first, again]
    assert.deepEqual(ids(visibleTo(whole, { posts: [visitor] })), [])
    assert.deepEqual(ids(visibleTo(whole, { posts: [officer] })), ['secret', 'again'])
  })

  it('sees no version of it however often it was corrected, whichever is closed to her', () => {
    const versions = ['v1', 'v2', 'v3', 'v4'].map((id, at) => ({
      ...seen,
      id,
      ...(at > 0 ? { corrects: `v${at}` } : {}),
    }))
    for (const closed of versions) {
      const entries = versions.map(one => read(one === closed ? { ...one, sight: ['police'], by: 'social-care' } : one))
      for (const order of [entries, entries.toReversed()]) {
        assert.deepEqual(ids(visibleTo(order, { posts: [visitor] })), [], closed.id)
        assert.equal(visibleTo(order, { posts: [officer] }).length, 4)
      }
    }
  })

  it('is not told of the last version either, in a chronology that has forgotten the first', () => {
    const open = { ...seen, id: 'again', by: 'social-care/rowan', corrects: 'secret' }
    const [latest] = chronology([secret, open].map(read))
    assert.ok(latest !== undefined && latest.id === 'again')
    assert.equal(sightFor({ posts: [visitor] })(latest), false)
    assert.equal(sightFor({ posts: [officer] })(latest), true)
    assert.equal(sightFor({ posts: [visitor] })(read(seen)), true)
  })

  it('who acts for somebody sees nothing that is hidden from them', () => {
    const hidden = read({ ...seen, id: 'hidden', hiddenFrom: 'jonas' })
    assert.deepEqual(ids(visibleTo([hidden], { person: 'tamsin' as PersonId })), ['hidden'])
    assert.deepEqual(ids(visibleTo([hidden], { person: 'kit' as PersonId, actsFor: ['jonas' as PersonId] })), [])
  })
})

describe('the sight of an entry', () => {
  it('is its own, else that of its kind, else all in the network', () => {
    assert.deepEqual(sightOf({ kind: 'concern', sight: ['police'] }), ['police'])
    assert.equal(sightOf({ kind: 'concern' }), undefined)
    assert.ok(sightOf({ kind: 'clares-law' })?.includes('domestic-abuse'))
  })

  it('is the same asked in two words, as the database asks it', () => {
    const words = ['police', 'midwife', 'gp', 'other', 'social-care', 'social-care/rowan', 'therapy'] as const
    const agencies = ['police', 'social-care', 'social-care/rowan', 'gp/elm', 'gp', 'other', 'therapy'] as const
    const roles = ['police-officer', 'midwife', 'gp', 'other', 'social-worker'] as const
    const posts = fc.array(
      fc.tuple(fc.constantFrom(...agencies), fc.constantFrom(...roles)).map(([agency, role]) => post(agency, role)),
      { maxLength: 3 },
    )
    const sight = fc.option(fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }))
    fc.assert(
      fc.property(posts, sight, fc.constantFrom(...agencies), (held, wanted, by) => {
        const entry = read({ ...seen, by, ...(wanted === null ? {} : { sight: wanted }) })
        const audience = audienceOf(held)
        const asked =
          sightOf(entry) === undefined ||
          (sightOf(entry) ?? []).some(word => audience.includes(word)) ||
          audience.includes(entry.by)
        assert.equal(visibleTo([entry], { posts: held }).length === 1, asked)
      }),
    )
  })
})
