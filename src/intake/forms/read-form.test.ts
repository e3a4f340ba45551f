import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import type { Post } from '../../people/practitioner.ts'
import type { Kind } from '../../record/entry.ts'
import { formValues, newOne, valuesOf } from './form-values.ts'
import { type FormContext, readForm, type Writer } from './read-form.ts'

const visitor = { agency: 'health-visiting', role: 'health-visitor' } as unknown as Post
const secretary = { agency: 'hospital/royal', role: 'medical-secretary' } as unknown as Post
const ivy: Writer = { name: 'Ivy Marsh', posts: [visitor] }
const context: FormContext = { key: 'k7m2p9', today: getDay('2019-06-13'), writer: ivy }

type Sent = Readonly<Record<string, string | readonly string[]>>
const pairs = (sent: Sent) =>
  Object.entries(sent).flatMap(([name, value]) => [value].flat().map(one => [name, one] as const))
const read = (kind: Kind, sent: Sent, more: Partial<FormContext> = {}) =>
  readForm(kind, formValues(pairs(sent)), { ...context, ...more })
const lineOf = (kind: Kind, sent: Sent, more: Partial<FormContext> = {}) => {
  const result = read(kind, sent, more)
  if ('problems' in result) throw new Error(result.problems.map(one => `${one.field} ${one.what}`).join('; '))
  return result.line
}
const fieldOf = (field: string, kind: Kind, sent: Sent, more: Partial<FormContext> = {}) =>
  lineOf(kind, sent, more)[field]
const problemsIn = (kind: Kind, sent: Sent, more: Partial<FormContext> = {}): Readonly<Record<string, string>> => {
  const result = read(kind, sent, more)
  return 'problems' in result ? Object.fromEntries(result.problems.map(({ field, what }) => [field, what])) : {}
}

describe('a form that was sent', () => {
  it('says what a line of a chronology file says, with the agency and name of whoever wrote it', () => {
    assert.deepEqual(lineOf('contact', { on: '12 June 2019', way: 'visit', seen: ['wyn', 'tom'], where: 'home' }), {
      kind: 'contact',
      by: 'health-visiting',
      author: 'Ivy Marsh, health visitor',
      on: '12 June 2019',
      way: 'visit',
      seen: ['wyn', 'tom'],
      where: 'home',
    })
  })

  it('leaves out what was left empty, and knows no control that is not of its kind', () => {
    const line = lineOf('concern', { on: 'yesterday', harm: '', text: '  ', csrf: 'x', wayward: 'y', appointment: 'z' })
    assert.deepEqual(Object.keys(line), ['kind', 'by', 'author', 'on'])
  })

  it('keeps the lines of a text as they were written', () => {
    assert.equal(fieldOf('text', 'concern', { on: 'today', text: 'Cold.\r\nHungry.' }), 'Cold.\nHungry.')
  })

  it('makes the id of something new from the form’s own name, and never from facts', () => {
    const sent = { on: 'today', to: 'social-care', referral: newOne }
    assert.equal(fieldOf('referral', 'referral-made', sent), 'referral-k7m2p9')
    assert.equal(fieldOf('unborn', 'pregnancy', { on: 'today', mother: 'liv', unborn: newOne }), 'unborn-k7m2p9')
  })

  it('takes what is typed beside a list, parted by semicolons', () => {
    const sent = { on: 'today', to: ['gp'], 'to-other': 'the Royal hospital; nursery ' }
    assert.deepEqual(fieldOf('to', 'minutes-sent', sent), ['gp', 'hospital/royal', 'nursery'])
    const told = { on: 'today', of: 'miss-1', 'to-other': 'Health visitor; Leah; the police' }
    assert.deepEqual(fieldOf('to', 'told', told), ['health-visitor', 'Leah', 'police'])
  })

  it('takes a place or team beside an agency', () => {
    assert.equal(
      fieldOf('to', 'referral-made', { on: 'today', to: 'nursery', 'to-place': 'Oak House' }),
      'nursery/Oak House',
    )
  })

  it('goes by what is known beforehand before what its writer gives', () => {
    const frame = { id: 'own', by: 'police', corrects: 'first' }
    for (const [field, value] of Object.entries(frame))
      assert.equal(fieldOf(field, 'concern', { on: 'today' }, { frame }), value)
  })
})

describe('who writes', () => {
  const both: Partial<FormContext> = { writer: { ...ivy, posts: [visitor, secretary] } }

  it('is asked where somebody has several posts', () => {
    assert.deepEqual(problemsIn('safety-plan', { on: 'today' }, both), {
      'as-post': 'Choose as which of your posts you write this',
    })
    assert.equal(
      fieldOf('by', 'safety-plan', { on: 'today', 'as-post': 'hospital/royal medical-secretary' }, both),
      'hospital/royal',
    )
  })

  it('is never a post that the writer does not hold', () => {
    const sent = { on: 'today', 'as-post': 'police police-officer' }
    assert.ok('as-post' in problemsIn('safety-plan', sent, both))
    assert.equal(fieldOf('by', 'safety-plan', sent), 'health-visiting')
  })
})

describe('what is to be mended', () => {
  it('is said field by field, in words for whoever fills in a form', () => {
    assert.deepEqual(problemsIn('referral-made', { on: '31 February 2019', 'to-place': '' }), {
      on: '“31 February 2019” is not a day: write it as 14 May 2019, 14 May 2019 10:20, about 14 May 2019, or May 2019 for some day of that month',
      to: 'Choose an answer to “To which agency?”',
    })
    assert.deepEqual(problemsIn('instruction', {}), {
      on: 'Write a day for “When did it happen?”',
      medicine: 'Write an answer to “Which medicine?”',
      dose: 'Write an answer to “How much, and how often?”',
    })
  })

  it('names no page of the docs and no list of all names', () => {
    const wrong = [
      problemsIn('minutes-sent', { on: 'today', 'to-other': 'heath visiting' }),
      problemsIn('plan-ended', { on: 'today', 'signedBy-other': 'boss' }),
      problemsIn('concern', { on: 'today', 'may-know': 'only', 'sight-other': 'nobody' }),
      problemsIn('incident', { on: 'today', type: 'odd' }),
    ]
    for (const what of wrong.flatMap(one => Object.values(one))) assert.doesNotMatch(what, /docs\/|JSON|\bline\b/u)
    assert.ok(wrong.every(one => Object.keys(one).length === 1))
  })

  it('is a day that has not come, but for who comes and goes', () => {
    const [what = ''] = Object.values(problemsIn('contact', { on: '14 June 2019' }))
    assert.match(what, /^14 June 2019 has not come yet/u)
    assert.deepEqual(problemsIn('contact', { on: '13 June 2019' }), {})
    assert.deepEqual(problemsIn('worker-away', { on: '1 July 2019' }), {})
  })
})

describe('who may know', () => {
  it('is whoever usually may, unless only some are named', () => {
    assert.equal(fieldOf('sight', 'concern', { on: 'today', 'may-know': 'usual' }), undefined)
    const only = { on: 'today', 'may-know': 'only', sight: ['gp'], 'sight-other': 'named nurse' }
    assert.deepEqual(fieldOf('sight', 'concern', only), ['gp', 'named-nurse'])
  })

  it('is never guessed: named people beside "everybody", or nobody at all, are asked about', () => {
    assert.ok('may-know' in problemsIn('concern', { on: 'today', 'may-know': 'usual', sight: ['gp'] }))
    assert.ok('may-know' in problemsIn('concern', { on: 'today', 'sight-other': 'gp' }))
    assert.ok('sight' in problemsIn('concern', { on: 'today', 'may-know': 'only' }))
  })

  it('leaves out those of the family from whom it is kept', () => {
    assert.deepEqual(fieldOf('hiddenFrom', 'concern', { on: 'today', hiddenFrom: ['jonas'] }), ['jonas'])
  })
})

describe('the values of a line', () => {
  it('say "only" where the line says who may know it, else whoever usually may', () => {
    assert.deepEqual(Object.fromEntries(valuesOf({ kind: 'concern', sight: ['gp'] })), {
      sight: ['gp'],
      'may-know': ['only'],
    })
    assert.deepEqual(Object.fromEntries(valuesOf({ kind: 'concern', harm: 'yes' })), {
      harm: ['yes'],
      'may-know': ['usual'],
    })
  })
})
