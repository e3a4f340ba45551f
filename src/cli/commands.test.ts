import assert from 'node:assert/strict'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { findPlace } from '../store/server/seat.ts'
import { trialStore } from '../store/trial.ts'
import { addressIn, runApart, type TrialCommands, trialCommands } from './trial-command.ts'

let on: TrialCommands
before(async () => {
  on = await trialCommands()
  await on.good('partnership', 'add', 'Northmoor')
  await on.good('import', on.example('02.jsonl'))
})
after(() => on.drop())

const commands = join(import.meta.dirname, 'commands.ts')

describe('a backup by command', () => {
  it('goes into a file and comes back from it', async () => {
    const file = join(on.folder, 'backup')
    assert.match(
      await on.good('backup', file),
      /holds 1 partnership, 2 records, 133 entries, 0 practitioners, \d+ notices?, and the heads/u,
    )
    await on.refused(/already: give another name/u, 'backup', file)
    await on.refused(/make it first/u, 'backup', join(on.folder, 'no', 'folder'))
    await on.refused(/There is something in this database already/u, 'restore', file)
    const empty = await trialStore()
    const back = await on.runWith(addressIn(empty), 'restore', file)
    assert.deepEqual([back.status, back.err], [0, ''])
    assert.match(back.out, /^The backup of .* is back: 1 partnership, 2 records, 133 entries/u)
    assert.match(back.out, /Everything is as it was written\.\n$/u)
    await empty.drop()
  })

  it('is refused with another passphrase, and when it is no backup', async () => {
    const empty = await trialStore()
    const other = { ...addressIn(empty), HOLDFAST_BACKUP_PASSPHRASE: 'none of those words' }
    const said = await on.runWith(other, 'restore', join(on.folder, 'backup'))
    assert.deepEqual([said.status, said.err], [2, 'The file was sealed with another passphrase.\n'])
    assert.equal((await on.runWith(addressIn(empty), 'restore', commands)).status, 2)
    await empty.drop()
  })
})

describe('a command that cannot be understood', () => {
  it('is told how it is used', async () => {
    await on.refused(/^There is no command "verfy"\.\n\nHoldfast: /u, 'verfy')
    await on.refused(/^Unknown option '--head'\.\n\nholdfast verify \[--heads FILE\]/u, 'verify', '--head', 'x')
    await on.refused(/^"b" is one word too many\.\n\nholdfast backup FILE/u, 'backup', 'a', 'b')
    await on.refused(/^FILE is missing\.\n\nholdfast import FILE/u, 'import')
    await on.refused(/^Say add or list\./u, 'partnership')
    await on.refused(
      /^There is no partnership 9: --partnership N, one of these\.\n {2}1 {2}Northmoor/u,
      'rebuild',
      '--partnership',
      '9',
    )
    await on.refused(/is no file of heads/u, 'verify', '--heads', commands)
  })

  it('is described with all others', async () => {
    const help = await on.good('--help')
    const source = await readFile(commands, 'utf8')
    const names = [...source.matchAll(/^ {2}'?([a-z-]+)'?(?:,|: \w+,)$/gmu)].map(([, name]) => name)
    assert.ok(names.length >= 14)
    for (const name of names) assert.match(help, new RegExp(`^holdfast ${name}\\b`, 'mu'))
  })
})

describe('a fault', () => {
  it('is told of without a word of what was to be written', async () => {
    await on.ask('alter table partnership add constraint never check (length(name) < 20)')
    const { status, err } = await on.run('partnership', 'add', 'A name that is far too long')
    assert.equal(status, 1)
    assert.match(err, /^There was a fault: \w+ \(23514\)\.\n\s+at /u)
    assert.ok(!err.includes('far too long'))
  })

  it('is told in other words when there is no such database', async () => {
    const nowhere = { DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/none' }
    const { status, err } = await runApart(nowhere, 'verify')
    assert.equal(status, 1)
    assert.match(err, /^The database cannot be reached \(ECONNREFUSED\)/u)
    const bad = await on.runWith({ DATABASE_URL: 'no address' }, 'verify')
    assert.deepEqual([bad.status, /DATABASE_URL is not the address/u.test(bad.err)], [2, true])
  })
})

describe('the database that comes with Holdfast', () => {
  it('is started for a command, and stopped after it', async () => {
    const env = { DATABASE_URL: '' }
    const data = join(on.folder, 'data')
    const nothing = await runApart(env, 'verify', '--data', data)
    assert.deepEqual([nothing.status, /^Nothing is kept in .*data yet/u.test(nothing.err)], [2, true])
    assert.ok(!(await readdir(on.folder)).includes('data'))
    assert.equal((await runApart(env, 'partnership', 'add', 'Northmoor', '--data', data)).status, 0)
    const listed = await runApart({ ...env, HOLDFAST_DATA: data }, 'partnership', 'list')
    assert.deepEqual([listed.status, listed.out], [0, '1  Northmoor\n'])
    // As root they lie elsewhere.
    await rm(findPlace(data)?.folder ?? data, { recursive: true })
  })
})
