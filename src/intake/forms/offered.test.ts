import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Service, services } from '../../people/service.ts'
import { type Kind, kinds } from '../../record/entry.ts'
import { groups, isListed, isOffered, labelOf, whyNotOffered } from './offered.ts'
import { questionOf } from './questions.ts'
import { askedFields } from './read-form.ts'
import { usualKinds } from './usual-kinds.ts'

const everyKind = Object.keys(kinds) as Kind[]
const offered = everyKind.filter(isOffered)

describe('the kinds that people record by form', () => {
  it('are all kinds, but for those that say why they are not', () => {
    for (const kind of everyKind) assert.notEqual(isOffered(kind), whyNotOffered(kind) !== undefined, kind)
    assert.ok(offered.length > 100)
  })

  it('are named in a line that is read once, each by another', () => {
    const labels = offered.map(labelOf)
    assert.equal(new Set(labels).size, labels.length)
    for (const label of labels) assert.ok(label.length <= 55 && /^[A-Z]/u.test(label), label)
  })

  it('stand each in one group, but for those that are written from the thing to do itself', () => {
    const listed = groups.flatMap(group => group.kinds)
    assert.deepEqual([...listed].sort(), offered.filter(isListed).sort())
    assert.deepEqual(
      offered.filter(kind => !isListed(kind)),
      ['done-elsewhere', 'set-aside'],
    )
  })

  it('begin, for every service, with a few that its people write', () => {
    for (const service of Object.keys(services) as Service[]) {
      const usual = usualKinds(service)
      assert.ok(usual.length >= 2 && usual.length <= 12 && usual.every(isListed), service)
      assert.equal(new Set(usual).size, usual.length, service)
    }
  })
})

describe('the questions of a form', () => {
  it('are asked in plain words: no name of a field, no id, no word of the code', () => {
    for (const kind of offered)
      for (const field of askedFields(kind)) {
        const question = questionOf(kind, field)
        assert.match(question, /^[A-Z]/u, `${kind}.${field}: ${question}`)
        assert.doesNotMatch(question, /\bid\b|\bids\b|if left out|entry means/u, `${kind}.${field}: ${question}`)
        assert.notEqual(question.toLowerCase(), field.toLowerCase() === 'name' ? '' : field.toLowerCase())
      }
  })

  it('differ within one form, so that no two fields look alike', () => {
    for (const kind of offered) {
      const questions = askedFields(kind).map(field => questionOf(kind, field))
      assert.equal(new Set(questions).size, questions.length, `${kind}: ${questions.join(' | ')}`)
    }
  })
})
