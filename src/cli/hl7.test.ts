import assert from 'node:assert/strict'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { missed, visit } from '../intake/hl7/trial-messages.ts'
import type { Agency } from '../people/service.ts'
import { createFeed } from '../store/feeds.ts'
import { sealingKey } from '../store/sealing.ts'
import { openStore } from '../store/store.ts'
import { type TrialCommands, trialCommands } from './trial-command.ts'

let on: TrialCommands
let inbox: string
const { HOLDFAST_DATA } = process.env

const makeFeeds = async (key: Buffer): Promise<void> => {
  const store = openStore({ owner: on.owner, reader: on.owner, recorder: on.owner }, { sealingKey: key })
  const of = { partnership: 1, name: 'Royal', agency: 'hospital/royal' as Agency }
  await createFeed(store, { ...of, id: 'royal', sort: 'hl7' })
  await createFeed(store, { ...of, id: 'clinics', sort: 'sheet' })
  await store.close()
}

/** Puts a file into the inbox, some time ago. */
const put = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(inbox, name)
  await writeFile(path, bytes)
  await utimes(path, 1e9, 1e9)
  return path
}

const stored = async (): Promise<number> => Number((await on.ask('select count(*) from message'))[0]?.['count'])

before(async () => {
  on = await trialCommands()
  const data = join(on.folder, 'data')
  process.env['HOLDFAST_DATA'] = data
  inbox = join(on.folder, 'inbox')
  await mkdir(inbox)
  await on.good('partnership', 'add', 'Northmoor')
  await makeFeeds(await sealingKey(data))
})
after(async () => {
  if (HOLDFAST_DATA === undefined) delete process.env['HOLDFAST_DATA']
  else process.env['HOLDFAST_DATA'] = HOLDFAST_DATA
  await on.drop()
})

describe('holdfast hl7', () => {
  it('takes in a file of many messages, and names what is none by its line', async () => {
    const file = join(on.folder, 'many.hl7')
    await writeFile(file, Buffer.concat([Buffer.from('hello\r'), missed('F1'), visit('A05'), missed('F2')]))
    const { status, out } = await on.run('hl7', file, '--feed', 'royal')
    assert.deepEqual([status, out], [1, `${file}: 3 messages taken, 1 not\n  line 1 is not HL7\n`])
    assert.equal(await stored(), 3)
  })
  it('takes in each file of a folder once, and none of those that are still being sent', async () => {
    await put('a.hl7', missed('D1'))
    await put('b.hl7', Buffer.concat([missed('D2'), missed('D3')]))
    await put('c.hl7.part', missed('D4'))
    await put('.hidden', missed('D5'))
    await mkdir(join(inbox, 'older'))
    assert.match(await on.good('hl7', inbox, '--feed', 'royal'), /inbox: 2 new files\n$/u)
    assert.equal(await stored(), 6)
    assert.match(await on.good('hl7', inbox, '--feed', 'royal'), /inbox: 0 new files\n$/u)
    await put('b.hl7', Buffer.concat([missed('D2'), missed('D3'), missed('D6')]))
    assert.match(await on.good('hl7', inbox, '--feed', 'royal'), /inbox: 1 new file\n$/u)
    assert.equal(await stored(), 9)
  })
  it('removes what it took where that is wanted, and keeps a file of which something was not taken', async () => {
    await put('d.hl7', missed('R1'))
    await put('e.hl7', Buffer.concat([Buffer.from('hello\r'), missed('R2')]))
    assert.equal((await on.run('hl7', inbox, '--feed', 'royal', '--remove')).status, 1)
    const names = await readdir(inbox)
    assert.deepEqual([names.includes('d.hl7'), names.includes('e.hl7')], [false, true])
  })
  it('says what it cannot do', async () => {
    await on.refused(/--feed is missing/u, 'hl7', inbox)
    await on.refused(/FILE is missing/u, 'hl7', '--feed', 'royal')
    await on.refused(/There is no feed "northfield"/u, 'hl7', inbox, '--feed', 'northfield')
    await on.refused(/takes sheet, and no hl7/u, 'hl7', inbox, '--feed', 'clinics')
    await on.refused(/There is no file/u, 'hl7', join(inbox, 'nothing'), '--feed', 'royal')
    await on.refused(/99999 is not a port/u, 'hl7', '--port', '99999', '--feed', 'royal')
    await on.refused(/TLS needs both/u, 'hl7', '--port', '0', '--feed', 'royal', '--cert', join(inbox, 'a.hl7'))
  })
})
