import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { startCluster } from './embedded.ts'
import { findRefusal, type ServerRefusal } from './refusal.ts'

/* What somebody can mend is said in words. Each test spoils one thing and puts it back. */

const temporary = mkdtempSync(join(tmpdir(), 'holdfast-refusal-'))
const made = join(temporary, 'made')
let home = ''

before(async () => {
  const cluster = await startCluster({ folder: made, durable: false })
  home = cluster.folder
  await cluster.stop()
})
after(() => {
  for (const folder of [temporary, home]) rmSync(folder, { recursive: true, force: true })
})

const refused = (folder: string, code: ServerRefusal['code'], words: RegExp): Promise<void> =>
  assert.rejects(startCluster({ folder, durable: false }), (error: ServerRefusal): boolean => {
    assert.equal(error.code, code, error.message)
    assert.match(error.message, words)
    return true
  })

/** Changes a file beside the data while something is tried. */
const spoiled = async (name: string, text: string, act: () => Promise<void>): Promise<void> => {
  const path = join(home, name)
  const kept = readFileSync(path)
  writeFileSync(path, text)
  await act()
  writeFileSync(path, kept)
}

describe('a database that cannot be had', () => {
  it('is no folder', async () => {
    writeFileSync(join(temporary, 'file'), '')
    await refused(join(temporary, 'file'), 'no-folder', /file is no folder/u)
    await refused(join(temporary, 'file', 'below'), 'no-folder', /below is no folder/u)
  })

  it('was made by another version of PostgreSQL', () =>
    spoiled('postgres/PG_VERSION', '17\n', () =>
      refused(made, 'other-version', /made by PostgreSQL 17, and this Holdfast brings 18/u),
    ))

  it('has another password than the one that is kept', () =>
    spoiled('superuser-password', 'guessed', () => refused(made, 'wrong-password', /is not that of the database/u)))

  it('has lost its password', async () => {
    const password = readFileSync(join(home, 'superuser-password'))
    rmSync(join(home, 'superuser-password'))
    await refused(made, 'wrong-password', /superuser-password is missing/u)
    writeFileSync(join(home, 'superuser-password'), password)
  })

  it('does not start, and says what PostgreSQL said', () =>
    spoiled('postgres/postgresql.conf', 'shared_buffers = plenty\n', () =>
      refused(made, 'would-not-start', /shared_buffers[\s\S]*DATABASE_URL/u),
    ))

  it('belongs to another user: to root when an ordinary user comes, to that user when root does', async () => {
    const folder = join(temporary, 'other')
    mkdirSync(join(folder, 'postgres'), { recursive: true })
    writeFileSync(join(folder, 'where-the-data-lie.txt'), '')
    await refused(folder, 'other-owner', /belong to another user/u)
  })

  it('lies on a full disk', () => {
    const refusal = findRefusal('initdb: hello\nFATAL:  could not extend file: No space left on device\n', '/data')
    assert.equal(refusal?.code, 'disk-full')
    assert.match(refusal?.message ?? '', /The disk that holds \/data is full[\s\S]*says: FATAL/u)
  })

  it('is there again once everything is put back', async () => {
    const cluster = await startCluster({ folder: made, durable: false })
    await cluster.stop()
    assert.equal(cluster.folder, home)
  })
})
