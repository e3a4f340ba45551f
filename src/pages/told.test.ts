import assert from 'node:assert/strict'
import { it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { noSettings } from '../duties/settings.ts'
import { familyOnDay } from './family-on-day.ts'
import { inventedFamily, type Line, oneYear } from './invented.ts'
import { toldInBrief } from './told.ts'

const brief = (day: string, ...more: readonly Line[]) => {
  const look = familyOnDay(inventedFamily([...oneYear, ...more]), noSettings, getDay(day))
  const duty = look.duties.find(({ rule }) => rule.name === 'conference-held')
  assert.ok(duty)
  return toldInBrief(look, duty)
}
const told = { kind: 'told', on: '2019-05-14', by: 'social-care', of: 'talk-1', to: 'police' }
const had = { kind: 'acknowledged', on: '2019-05-16', by: 'police', of: 'talk-1', to: 'police' }

it('says nothing where no notice is on the record', () => {
  assert.equal(brief('2019-05-20'), '')
})

it('shames nobody: what was told and not answered is not yet acknowledged', () => {
  assert.equal(brief('2019-05-20', told), 'told 14 May, not yet acknowledged')
})

it('says who has it from the day they said so', () => {
  assert.equal(brief('2019-05-15', told, had), 'told 14 May, not yet acknowledged')
  assert.equal(brief('2019-05-20', told, had), 'acknowledged 16 May')
})
