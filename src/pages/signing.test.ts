import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { works } from '../duties/given-staff.ts'
import { noSettings } from '../duties/settings.ts'
import { authorOf } from '../intake/forms/read-form.ts'
import type { Practitioner } from '../people/practitioner.ts'
import { familyOnDay } from './family-on-day.ts'
import { inventedFamily, type Line, oneYear } from './invented.ts'
import { type Signer, signingOf } from './signing.ts'

// The conference is statutory, and owed by the service manager.
const owner = works('Ann Bose', 'social-care service-manager')
const other = works('Mo Reed', 'social-care team-manager')
const owning = [owner, works('Jan Bell', 'social-care service-manager')]

const signer = (who: Practitioner): Signer => ({
  ...{ name: who.name, posts: who.posts, owes: owning.some(one => one.id === who.id) },
  owing: new Set(owning.flatMap(one => one.posts.map(post => authorOf(one, post)))),
})

const word = (by: Practitioner, more: Line = {}): Line => {
  const [post] = by.posts
  assert.ok(post)
  return {
    ...{ kind: 'set-aside', on: '2019-05-20', by: post.agency, author: authorOf(by, post), rule: 'conference-held' },
    ...{ thing: 'talk-1', signedBy: post.role, reason: 'The grandmother takes her.', ...more },
  }
}

const signing = (rule: string, who: Practitioner, ...words: readonly Line[]) => {
  const look = familyOnDay(inventedFamily([...oneYear, ...words]), noSettings)
  const duty = look.duties.find(one => one.rule.name === rule)
  assert.ok(duty)
  return { duty, ...signingOf(look, duty, signer(who)) }
}

describe('setting aside', () => {
  it('takes one signature, and two where it is statutory', () => {
    assert.equal(signing('conference-held', other).two, true)
    assert.equal(signing('conference-passed-on', other).two, true)
    assert.equal(signing('child-in-need-first-meeting', other).two, false)
  })

  it('shows a second signer what the first wrote, and may be signed by them', () => {
    const { first, mayNot } = signing('conference-held', other, word(owner))
    assert.deepEqual([first?.reason, mayNot], ['The grandmother takes her.', undefined])
  })

  it('is never signed twice by one', () => {
    assert.equal(signing('conference-held', other, word(other)).mayNot, 'signed first')
  })

  it('is never signed by those in default alone', () => {
    const [, second] = owning
    assert.ok(second)
    assert.equal(signing('conference-held', second, word(owner)).mayNot, 'both owe it')
    assert.equal(signing('conference-held', second, word(other)).mayNot, undefined)
  })

  it('stays owed with one signature, and is set aside with two', () => {
    assert.equal(signing('conference-held', other, word(owner)).duty.ended?.how, undefined)
    const both = word(other, { signedBy: 'service-manager; team-manager' })
    const { duty, first } = signing('conference-held', other, word(owner), both)
    assert.equal(duty.ended?.how, 'set-aside')
    assert.equal(first?.author, 'Ann Bose, service manager')
  })
})
