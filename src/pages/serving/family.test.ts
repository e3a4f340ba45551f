import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { append } from '../../store/append.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, recordOf } from './trial-facts.ts'

let trial: TrialHoldfast
let visitor: AtWork
let address = ''

before(async () => {
  trial = await trialHoldfast()
  visitor = await trial.signInAs('ruth.adeyemi')
  address = `/families/${recordOf(trial, '01')}`
})
after(() => trial.end())

const write = (text: string) =>
  append(trial.store, {
    partnership: trial.partnership,
    record: recordOf(trial, '01'),
    lines: [{ kind: 'child-voice', on: '2026-11-20', by: 'school/st-aidans', text }],
    writer: 'import',
  })

const openings = async (): Promise<unknown> => {
  const counting = 'select count(*)::int as all from opening where partnership = $1 and record = $2'
  const [row] = await askTrial(trial, counting, recordOf(trial, '01'))
  const { all } = row ?? {}
  return all
}

describe('a page of a family that is asked for again', () => {
  it('says the same, and each time stands in the log', async () => {
    const before = Number(await openings())
    const first = await visitor.text(`${address}/chronology`)
    assert.equal(await visitor.text(`${address}/chronology`), first)
    assert.equal(await openings(), before + 2)
  })

  it('says what was written since', async () => {
    const last = `${address}/chronology?from=2026-11-20&to=2026-11-20`
    assert.ok(!(await visitor.text(last)).includes('The tide was out'))
    const outcome = await write('The tide was out.')
    assert.ok('number' in outcome, JSON.stringify(outcome))
    assert.ok((await visitor.text(last)).includes('The tide was out'))
  })

  it('is not shown to a second session with the words of the first', async () => {
    const other = await trial.signInAs('ruth.adeyemi')
    const csrfIn = (page: string) => /name="csrf" value="([^"]+)"/u.exec(page)?.[1]
    const [one, two] = [csrfIn(await visitor.text(address)), csrfIn(await other.text(address))]
    assert.ok(one !== undefined && two !== undefined)
    assert.notEqual(one, two)
  })
})
