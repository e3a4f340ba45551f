import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { roleInWords } from '../people/role.ts'
import { given } from './given.ts'
import { rules } from './rules.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const death = { kind: 'death', on: '2019-05-07 10:00', by: 'hospital/royal' }
const suspected = { ...death, suspected: 'yes' }
const panel = { kind: 'death-notified', on: '2019-05-13', by: 'social-care', to: 'national-panel' }
const review = { kind: 'rapid-review', on: '2019-05-30', by: 'partnership' }

describe('after a child has died', () => {
  it('those who must know hear of it within 24 hours', () => {
    given(maya, death).due('death-notified', '2019-05-08')
    given(maya, death, { kind: 'death-notified', on: '2019-05-07', by: 'hospital/royal', to: 'child-death-review' })
      .on('2019-05-08')
      .kept('death-notified')
    given(maya, death).on('2019-05-09').late('death-notified')
  })

  it('the family has one person to ring', () => {
    given(maya, death).due('family-contact-named', '2019-05-08')
    given(maya, death, { kind: 'family-contact-named', on: '2019-05-08', by: 'hospital/royal' })
      .on('2019-05-08')
      .kept('family-contact-named')
  })

  it('an adult’s death asks for none of it', () => {
    const jo = { kind: 'person', person: 'jo', as: 'adult' }
    for (const name of ['death-notified', 'family-contact-named', 'panel-notified', 'rapid-review-sent'])
      given(maya, jo, { ...suspected, person: 'jo' }).silent(name)
    given(maya, jo, { ...death, person: 'jo' }).silent('death-notified')
    given(maya, jo, { ...death, person: 'jo' }).silent('family-contact-named')
  })

  it('nothing of it is ever owed by the family', () => {
    for (const { afterDeath, owner, ladder, hears } of rules.filter(rule => rule.afterDeath))
      assert.ok(afterDeath && ![owner, ...ladder, ...hears].includes('parent'), roleInWords(owner))
  })
})

describe('where abuse or neglect is known or suspected', () => {
  it('the national Panel hears within five working days', () => {
    given(maya, suspected).due('panel-notified', '2019-05-14')
    given(maya, suspected, panel).on('2019-05-13').kept('panel-notified')
    given(maya, { kind: 'incident', on: '2019-05-07', by: 'hospital', type: 'injury', seriousHarm: 'yes' }).due(
      'panel-notified',
      '2019-05-14',
    )
  })

  it('an enquiry says so where the entry of the death does not', () => {
    const discussion = { kind: 'strategy-discussion', on: '2019-05-08', by: 'social-care' }
    given(maya, death, discussion).due('panel-notified', '2019-05-14')
    given(maya, { ...death, suspected: 'no' }, discussion).silent('panel-notified')
    given(maya, death).silent('panel-notified')
  })

  it('the rapid review is sent 15 working days later', () => {
    given(maya, suspected, panel).due('rapid-review-sent', '2019-06-04')
    given(maya, suspected, panel, review).on('2019-05-30').kept('rapid-review-sent')
    given(maya, death).silent('rapid-review-sent')
    const decision = { kind: 'decision', on: '2019-05-13', by: 'social-care', reason: 'A known illness' }
    given(maya, suspected, decision).silent('rapid-review-sent')
  })
})

describe('a review that was opened', () => {
  const opened = { kind: 'review-opened', on: '2019-06-10', by: 'partnership' }

  it('names its panel and asks the family', () => {
    given(maya, suspected, opened).due('review-panel-and-family', '2019-07-01')
    given(maya, suspected, opened, { ...opened, on: '2019-06-20', panel: 'A. Chair', familyInvited: 'yes' })
      .on('2019-06-20')
      .kept('review-panel-and-family')
  })

  it('is nothing where none was opened', () => {
    given(maya, suspected).silent('review-panel-and-family')
  })
})
