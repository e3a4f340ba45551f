import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'
import { atWorkAs } from './trial-facts.ts'
import {
  beginFamily,
  conference,
  dayFrom,
  meeting,
  plainText as text,
  thingOf as thing,
  wordsIn,
} from './trial-thing.ts'

let trial: TrialHoldfast

before(async () => {
  trial = await trialHoldfast()
})
after(() => trial.end())

const begin = () => beginFamily(trial)
const linesOf = (record: string, kind: 'done-elsewhere' | 'set-aside') => wordsIn(trial, record, kind)

describe('setting aside', () => {
  it('takes a reason, signed in the visitor’s role, that all who may see the thing can read', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const record = await begin()
    const address = await thing(leila, record, meeting)
    assert.match(await (await leila.post(`${address}/set-aside`, { reason: ' ' })).text(), /id="reason-error"/u)
    const answer = await leila.post(`${address}/set-aside`, { reason: 'They moved to Leeds.' })
    assert.match(
      text(await leila.text(answer.headers.get('location') ?? '')),
      new RegExp(`It is set aside\\..*No longer owed: ${meeting}`, 'u'),
    )
    const [line] = await linesOf(record, 'set-aside')
    assert.deepEqual(
      [line?.signedBy, line?.reason, line?.by],
      [['social-worker'], 'They moved to Leeds.', 'social-care/rowan-team'],
    )
    const siobhan = await atWorkAs(trial, 'Siobhan Keane')
    assert.match(text(await siobhan.text(address)), /Reason “They moved to Leeds\.”, signed by the social worker/u)
  })

  it('of what is statutory takes two people, and until the second has signed it stays owed', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const siobhan = await atWorkAs(trial, 'Siobhan Keane')
    const record = await begin()
    const address = await thing(leila, record, conference)
    assert.match(
      text(await leila.text(address)),
      /This takes two signatures, since it is statutory: yours, and that of somebody else, such as the head of service\. Until both have signed it stays owed\./u,
    )
    const first = await leila.post(`${address}/set-aside`, { reason: 'The grandmother takes him.' })
    const after = text(await leila.text(first.headers.get('location') ?? ''))
    assert.match(after, /Saved You have signed\. It stays owed until somebody else signs too\./u)
    assert.match(after, /You have signed\. Somebody else must sign too/u)
    await leila.post(`${address}/set-aside`, { reason: 'Again.' })
    assert.equal((await linesOf(record, 'set-aside')).length, 1, 'nobody signs for two')
    const shown = text(await siobhan.text(address))
    assert.match(shown, /Leila Haddadi, social worker, signed on [^:]*: The grandmother takes him\./u)
    const fields = { 'as-post': 'social-care/rowan-team team-manager' }
    const second = await siobhan.post(`${address}/set-aside`, fields)
    assert.match(
      text(await siobhan.text(second.headers.get('location') ?? '')),
      new RegExp(`Both have signed: it is set aside\\. (?:To do now: .*)?No longer owed: .*${conference}`, 'u'),
    )
    const lines = await linesOf(record, 'set-aside')
    assert.deepEqual(
      lines.map(({ signedBy }) => signedBy),
      [['social-worker'], ['social-worker', 'team-manager']],
    )
    assert.match(lines[1]?.text ?? '', /^Second signature\. The first is that of Leila Haddadi, social worker on /u)
  })

  it('is never signed by those in default alone', async () => {
    const record = await begin()
    const judith = await atWorkAs(trial, 'Judith Arkwright-Bose')
    const address = await thing(judith, record, conference)
    assert.match(text(await judith.text(address)), /that of somebody else who does not owe it/u)
    await judith.post(`${address}/set-aside`, { reason: 'x', 'as-post': 'social-care service-manager' })
    await judith.post(`${address}/set-aside`, { reason: 'x', 'as-post': 'social-care safeguarding-lead' })
    assert.equal((await linesOf(record, 'set-aside')).length, 1)
    assert.match(text(await judith.text(address)), /late|due/u)
  })

  it('is not taken by the form of any other page, where one could sign for two', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const record = await begin()
    const fields = {
      kind: 'set-aside',
      key: 'abcdefghijkl',
      rule: 'conference-held',
      thing: 'talk',
      reason: 'x',
      on: dayFrom(trial, 0),
    }
    const answer = await leila.post(`/families/${record}/record`, {
      ...fields,
      signedBy: ['social-worker', 'team-manager'],
    })
    assert.equal(answer.status, 404)
    assert.deepEqual(await linesOf(record, 'set-aside'), [])
  })
})
