import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TrialCommands, trialCommands } from './trial-command.ts'

let on: TrialCommands
before(async () => {
  on = await trialCommands()
  await on.good('partnership', 'add', 'Northmoor')
  const nurse = ['--agency', 'hospital/royal', '--role', 'named-nurse']
  const executive = ['--agency', 'partnership', '--role', 'partnership-executive']
  await on.good('add-practitioner', '--name', 'Tove Lund', '--sign-in', 'tove.lund', ...nurse)
  await on.good('add-practitioner', '--name', 'Annika Forsgate', '--sign-in', 'annika', ...executive)
})
after(() => on.drop())

const late = async (): Promise<number> => {
  const rows = await on.ask(`select rule from duty where rule = 'notes-reviewed-after-miss'`)
  return rows.length
}

describe('a new partnership', () => {
  it('owes what is statutory alone, and says what to do next', async () => {
    assert.match(await on.good('adopt'), /No agency has adopted a rule yet/u)
    const said = await on.good('import', on.example('02.jsonl'), '--replay')
    assert.match(said, /the rest suggests\. Next: holdfast adopt/u)
    assert.equal(await late(), 0)
  })

  it('owes what an agency has adopted, from the day that was chosen', async () => {
    const adopts = ['adopt', 'hospital/royal', '--by', 'tove.lund', '--from', '2010-01-04']
    await on.refused(/does not sign for children's social care/u, 'adopt', 'social-care', '--by', 'tove.lund')
    await on.refused(/is not the name of a rule/u, ...adopts, '--rule', 'nothing')
    assert.match(await on.good(...adopts), /hospital\/royal adopts all rules, signed by Tove Lund/u)
    assert.match(
      await on.good('adopt'),
      /hospital\/royal\n {2}4 January 2010: adopts all rules \(Tove Lund, named nurse\)/u,
    )
    await on.refused(/reason: Write why/u, ...adopts, '--give-up', '--rule', 'result-told')
  })
})

describe('a limit', () => {
  it('is set with a reason by whoever may, and its history is said', async () => {
    const set = ['limit', 'result-told', '9 working days']
    await on.refused(/Tove Lund sets no limits/u, ...set, '--by', 'tove.lund', '--reason', 'x')
    await on.refused(/reason: Write why/u, ...set, '--by', 'annika')
    await on.refused(
      /is statutory: nobody sets its limit/u,
      'limit',
      'conference-held',
      '9 days',
      '--by',
      'annika',
      '--reason',
      'x',
    )
    await on.refused(/did you mean result-told/u, 'limit', 'results-told')
    assert.match(
      await on.good(...set, '--by', 'annika', '--reason', 'Clinics asked'),
      /^result-told \(local setting; Holdfast: .*\n {2}from .*: within 9 working days, set by Annika Forsgate, partnership executive: Clinics asked$/mu,
    )
    assert.match(await on.good('limit'), /result-told/u)
  })
})
