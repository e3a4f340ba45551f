import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, isoDay } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import type { Role } from '../people/role.ts'
import { readTold } from './notices.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'

let family: TrialFamily
before(async () => {
  family = await trialFamily()
})
after(() => family.drop())

const rule = 'strategy-discussion-held'

/** Who was told of what stands under the key of a duty, as somebody of a role may know it. */
const toldOf = async (key: string, role: Role): Promise<readonly string[]> => {
  const posts = [{ agency: 'social-care/rowan-team', role }] as never
  const asking = { partnership: family.partnership, practitioner: family.worker }
  const rows = await readTold(family.store, { asking, reader: { posts } }, family.record, [key])
  return rows.map(({ agency, role: to, state }) => `${agency} ${to} ${state}`)
}

const keys = async (): Promise<readonly string[]> =>
  (await family.ask(`select distinct key from told where record = 'alfie' and key like '${rule}|%' order by key`)).map(
    ({ key }) => String(key),
  )

describe('who was told of a duty', () => {
  it('is known to whoever may see what it rests on, and to nobody who sees another thing under the same key', async () => {
    const on = isoDay(addDays(londonDay(family.now), -1))
    const before = await keys()
    await family.write({ kind: 'concern', on, by: 'police', harm: 'yes', sight: ['police', 'team-manager'] })
    const [key = ''] = (await keys()).filter(one => !before.includes(one))
    assert.deepEqual(await toldOf(key, 'team-manager'), ['social-care/rowan-team team-manager owed'])
    assert.deepEqual(await toldOf(key, 'social-worker'), [])
  })

  it('is known to all in the network where all may see it', async () => {
    const on = isoDay(londonDay(family.now))
    await family.write({ kind: 'question-asked', on, by: 'family', question: 'q', to: 'social-worker', text: 'When?' })
    const key = (
      await family.ask(`select key from told where record = 'alfie' and key like 'question-answered|%'`)
    ).map(one => String(Object.values(one)[0]))
    assert.equal((await toldOf(key[0] ?? '', 'social-worker')).length, 1)
  })

  it('is known of what was narrowed since to those alone who may still see it', async () => {
    const on = isoDay(londonDay(family.now))
    const before = await keys()
    const held = { kind: 'strategy-discussion', by: 'social-care/rowan-team', outcome: 'section-47' }
    await family.write({ ...held, on: isoDay(addDays(londonDay(family.now), -1)) })
    await family.write({ kind: 'concern', id: 'open', on, by: 'police', harm: 'yes', text: 'First.' })
    const [key = ''] = (await keys()).filter(one => !before.includes(one))
    assert.notDeepEqual(await toldOf(key, 'social-worker'), [])
    await family.write({
      kind: 'concern',
      corrects: 'open',
      on,
      by: 'police',
      harm: 'yes',
      sight: ['police', 'team-manager'],
    })
    assert.deepEqual(await toldOf(key, 'social-worker'), [])
    assert.notDeepEqual(await toldOf(key, 'team-manager'), [])
  })
})
