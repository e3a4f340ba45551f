import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { isoDay, type Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import type { Role } from '../people/role.ts'
import type { Agency } from '../people/service.ts'
import { myRecords } from './read.ts'
import { addSystem, endSystem, findSystem, findSystemSecret, keepSystemToken, readSystems } from './systems.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'

let family: TrialFamily
before(async () => {
  family = await trialFamily()
})
after(() => family.drop())

const post = { agency: 'social-care/rowan-team' as Agency, role: 'team-manager' } as const

const make = (name: string, role: Role = 'team-manager') =>
  addSystem(family.store, family.partnership, { name, post: { ...post, role }, secret: 'a hash' })

const minute = 60_000

const tokenOf = async (client: string, minutes = 15): Promise<Buffer> => {
  const token = randomBytes(32)
  await keepSystemToken(family.store, client, token, (family.store.now() + minutes * minute) as Moment)
  return token
}

/** The records that are a system's. */
const opens = async (client: string): Promise<readonly string[]> => {
  const system = await findSystem(family.store, await tokenOf(client))
  if (system === undefined) throw new Error('no system')
  const { partnership, practitioner, posts } = system
  const opened = await myRecords(family.store, { asking: { partnership, practitioner }, reader: { posts } })
  return opened.map(({ record }) => record)
}

describe('a system', () => {
  it('is known by its token until that runs out, with the posts by which it reads', async () => {
    const client = await make('Records of social care')
    const found = await findSystem(family.store, await tokenOf(client))
    assert.deepEqual([found?.client, found?.name, found?.posts], [client, 'Records of social care', [post]])
    assert.equal(await findSystem(family.store, await tokenOf(client, -1)), undefined)
    assert.equal(await findSystem(family.store, randomBytes(32)), undefined)
  })

  it('is known no more once it has ended, nor is any token of it', async () => {
    const client = await make('Ended records')
    const token = await tokenOf(client)
    assert.equal(await endSystem(family.store, family.partnership, client), true)
    assert.equal(await endSystem(family.store, family.partnership, client), false)
    assert.deepEqual(
      [await findSystem(family.store, token), await findSystemSecret(family.store, client)],
      [undefined, undefined],
    )
    const listed = await readSystems(family.store, family.partnership)
    assert.equal(
      listed.some(one => one.client === client),
      false,
    )
  })

  it('reads what whoever holds its post reads, though the record names them, and nothing is told to it', async () => {
    const client = await make('Reading records')
    const worker = await make('Records of a team', 'social-worker')
    const other = await make('Records of others', 'midwife')
    const on = isoDay(londonDay(family.now))
    await family.write({ kind: 'concern', on, by: 'police', harm: 'yes', text: 'First.' })
    assert.deepEqual([await opens(client), await opens(worker), await opens(other)], [['alfie'], ['alfie'], []])
    const practitioner = (await findSystem(family.store, await tokenOf(client)))?.practitioner
    const desks = await family.ask(`select count(*)::int as told from notice where to_role = 'team-manager'`)
    const named = await family.ask(`select count(*)::int as told from notice where to_practitioner = '${practitioner}'`)
    const [{ told } = {}] = desks
    assert.deepEqual([named, Number(told) > 0], [[{ told: 0 }], true])
  })
})
