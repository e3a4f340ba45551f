import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { writeHeads } from '../store/heads.ts'
import { findPlace } from '../store/server/seat.ts'
import { openStore } from '../store/store.ts'
import { tick } from '../store/tick.ts'
import { type TrialStore, trialStore } from '../store/trial.ts'
import { answer, type Said } from './commands.ts'

/* The commands as somebody runs them, on a PostgreSQL that DATABASE_URL names. */

const command = join(import.meta.dirname, 'holdfast.ts')

const addressOf = (config: pg.ClientConfig): string => {
  const { user = '', password, database = '', host = '', port = 5432 } = config
  return `postgresql://${user}:${encodeURIComponent(String(password))}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
}

const secrets = { HOLDFAST_PASSWORD: 'four plain words together', HOLDFAST_BACKUP_PASSPHRASE: 'and four more of them' }

/** A command in a process of its own, as at a terminal. */
const runApart = (env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Said> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      env: { ...process.env, ...secrets, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { out: '', err: '' }
    child.stdout.on('data', words => {
      said.out += words
    })
    child.stderr.on('data', words => {
      said.err += words
    })
    child.on('error', reject)
    child.on('close', status => resolve({ status: status ?? -1, ...said }))
  })

let trial: TrialStore
let folder = ''
before(async () => {
  trial = await trialStore()
  folder = await mkdtemp(join(tmpdir(), 'holdfast-command-'))
})
after(async () => {
  await rm(folder, { recursive: true })
  await trial.drop()
})

const addressIn = ({ connections }: TrialStore) => ({ DATABASE_URL: addressOf(connections.owner) })

const runWith = (env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Said> => {
  Object.assign(process.env, secrets, addressIn(trial), env)
  return answer(args)
}
const run = (...args: readonly string[]): Promise<Said> => runWith({}, ...args)

const good = async (...args: readonly string[]): Promise<string> => {
  const { status, out, err } = await run(...args)
  assert.deepEqual([status, err], [0, ''], `${args.join(' ')}: ${out}${err}`)
  return out
}

const refused = async (words: RegExp, ...args: readonly string[]): Promise<void> => {
  const { status, out, err } = await run(...args)
  assert.deepEqual([status, out], [2, ''], `${args.join(' ')}: ${err}`)
  assert.match(err, words)
}

const ask = async (sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client(trial.connections.owner)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** What a running Holdfast does by itself. */
const nothingWaits = async (): Promise<void> => {
  const store = openStore(trial.connections)
  await tick(store)
  await store.close()
}

const example = (name: string): string => join(import.meta.dirname, '..', '..', 'examples', name)
const worker = ['--agency', 'social-care/rowan-team', '--role', 'social-worker']
const manager = ['--agency', 'social-care/rowan-team', '--role', 'team manager']

describe('a first installation, command by command', () => {
  it('has nothing before a partnership is begun', async () => {
    await refused(
      /There is no partnership yet. Begin with: holdfast partnership add NAME/u,
      'import',
      example('02.jsonl'),
    )
  })

  it('begins a partnership', async () => {
    assert.equal(await good('partnership', 'add', 'Northmoor'), 'Partnership 1 is begun: Northmoor\n')
    assert.equal(await good('partnership', 'list'), '1  Northmoor\n')
  })

  it('gives practitioners accounts and posts', async () => {
    const name = ['--name', 'Tomasz Wrona', '--sign-in', 'Tomasz.Wrona', '--email', 'tomasz@example.org']
    assert.equal(await good('add-practitioner', ...name, ...worker), '"tomasz.wrona" can sign in now.\n')
    await good('add-practitioner', '--name', 'Siobhan Keane', '--sign-in', 'siobhan.keane', ...manager)
    await good('add-post', 'siobhan.keane', '--agency', 'partnership', '--role', 'information-governance-lead')
    const rows = await ask(`select a.sign_in, a.email, o.role, a.password like '$argon2id$%' as hashed from account a
      join practitioner p using (account) join post o using (partnership, practitioner) order by 1, 3`)
    assert.deepEqual(rows, [
      { sign_in: 'siobhan.keane', email: null, role: 'information-governance-lead', hashed: true },
      { sign_in: 'siobhan.keane', email: null, role: 'team-manager', hashed: true },
      { sign_in: 'tomasz.wrona', email: 'tomasz@example.org', role: 'social-worker', hashed: true },
    ])
  })

  it('refuses a sign-in name that is taken, a bad password, and what it does not know', async () => {
    const other = ['add-practitioner', '--name', 'Another', '--sign-in']
    await refused(/taken/u, ...other, 'tomasz.wrona', ...worker)
    await refused(/"hospitle" is not an agency/u, ...other, 'another', '--agency', 'hospitle', '--role', 'midwife')
    await refused(/did you mean midwife/u, ...other, 'another', '--agency', 'midwifery', '--role', 'midwive')
    await refused(/no spaces/u, ...other, 'an other', ...worker)
    await refused(/no e-mail address/u, ...other, 'another', ...worker, '--email', 'nowhere')
    const short = await runWith({ HOLDFAST_PASSWORD: 'short' }, ...other, 'another', ...worker)
    assert.deepEqual([short.status, short.err], [2, 'The password has 5 characters: use 12 or more.\n'])
    const none = await runWith({ HOLDFAST_PASSWORD: '' }, ...other, 'another', ...worker)
    assert.deepEqual(
      [none.status, none.err],
      [2, 'There is no terminal to ask for the password: set HOLDFAST_PASSWORD.\n'],
    )
    assert.equal((await ask('select from account')).length, 2)
  })

  it('loads a chronology, once', async () => {
    await good('import', example('partnership.jsonl'), '--replay')
    const said = await good('import', example('02.jsonl'), '--replay')
    const [, record = ''] = /^ {2}([a-z0-9]{10}): 132 entries taken; \d+ notices? written$/mu.exec(said) ?? []
    assert.deepEqual(await ask(`select record, last, replayed from record where record <> 'agencies'`), [
      { record, last: 132, replayed: 132 },
    ])
    assert.deepEqual(
      await ask(`select distinct name from may_open join practitioner using (partnership, practitioner) order by 1`),
      [{ name: 'Siobhan Keane' }, { name: 'Tomasz Wrona' }],
    )
    assert.match(
      await good('import', example('02.jsonl'), '--replay'),
      /: taken before, and not again; 0 notices written/u,
    )
    assert.equal((await ask('select from record')).length, 2)
  })

  it('takes nothing of a file in which anything is wrong', async () => {
    const file = join(folder, 'wrong.jsonl')
    const missed = { kind: 'was-not-brought', on: '2019-05-13', by: 'hospital/royal' }
    const real = { kind: 'person', person: 'p', name: 'P', nhs: '9434765919' }
    await writeFile(
      file,
      [missed, { ...missed, on: 'never' }, { kind: 'atended' }].map(line => `${JSON.stringify(line)}\n`).join(''),
    )
    await refused(
      /2 things are wrong, and nothing was taken\.\n {2}line 2, on: .*\n {2}line 3, kind: /u,
      'import',
      file,
    )
    await writeFile(file, [missed, real].map(line => `${JSON.stringify(line)}\n`).join(''))
    await refused(/line 2, nhs: is an NHS number of a real person/u, 'import', file)
    await refused(/There is no file/u, 'import', join(folder, 'nowhere'))
    assert.equal((await ask('select from record')).length, 2)
  })

  it('changes passwords, second factors and who works here', async () => {
    const [before] = await ask(`select password from account where sign_in = 'tomasz.wrona'`)
    await ask(`update account set secret = 'x', secret_since = now() where sign_in = 'tomasz.wrona'`)
    await good('set-password', 'tomasz.wrona')
    await good('reset-second-factor', 'tomasz.wrona')
    const [now] = await ask(`select password, secret, secret_since from account where sign_in = 'tomasz.wrona'`)
    const { password, ...second } = now ?? {}
    assert.ok(password !== undefined && password !== before?.['password'])
    assert.deepEqual(second, { secret: null, secret_since: null })
    await refused(/Nobody has the sign-in name "nobody"/u, 'set-password', 'nobody')
  })

  it('verifies, disposes and makes anew', async () => {
    const [{ record = '' } = {}] = await ask(`select record from record where record <> 'agencies'`)
    const heads = await writeHeads(trial.connections.owner, folder, londonDay(Date.now() as Moment))
    assert.match(
      await good('verify', '--heads', heads),
      /^Looked at 292 entries in 2 records of 1 partnership, .*\nEverything is as it was written\.$/mu,
    )
    const people = ['--by', 'tomasz.wrona', '--second', 'siobhan.keane']
    await refused(/--reason is missing/u, 'dispose', String(record), '14', ...people)
    await refused(/There is no entry 999/u, 'dispose', String(record), '999', '--reason', 'why', ...people)
    await refused(/"x" is not the number of an entry/u, 'dispose', String(record), 'x', '--reason', 'why', ...people)
    await refused(
      /Two different people/u,
      'dispose',
      String(record),
      '14',
      '--reason',
      'why',
      '--by',
      'tomasz.wrona',
      '--second',
      'tomasz.wrona',
    )
    assert.match(
      await good('dispose', String(record), '14', '--reason', 'Wrong family', ...people),
      /^The words of entry 14 of record .* are gone for good/u,
    )
    assert.match(
      await good('verify', '--heads', heads),
      /Disposed of:\n.*entry 14: disposed of on .*: Wrong family\.\nEverything is as it was written\.$/mu,
    )
    await nothingWaits()
    await ask('delete from duty where key = (select min(key) from duty)')
    const broken = await run('verify')
    assert.deepEqual([broken.status, broken.err], [1, ''])
    assert.match(broken.out, /Broken:\n {2}Partnership 1, record .*: a rebuild would change 1 of its duties/u)
    assert.equal(await good('rebuild', String(record)), '1 record made anew; 1 duty changed.\n')
    assert.equal(await good('rebuild'), '1 record made anew; 0 duties changed.\n')
    await refused(/There is no record nowhere/u, 'rebuild', 'nowhere')
  })

  it('ends somebody’s work', async () => {
    await good('end-practitioner', 'tomasz.wrona')
    await refused(/"tomasz.wrona" does not work in partnership 1, or no longer/u, 'end-practitioner', 'tomasz.wrona')
  })
})

describe('a backup by command', () => {
  it('goes into a file and comes back from it', async () => {
    const file = join(folder, 'backup')
    assert.match(
      await good('backup', file),
      /holds 1 partnership, 2 records, 292 entries, 2 practitioners, \d+ notices?, and the heads/u,
    )
    await refused(/already: give another name/u, 'backup', file)
    await refused(/make it first/u, 'backup', join(folder, 'no', 'folder'))
    await refused(/There is something in this database already/u, 'restore', file)
    const empty = await trialStore()
    const back = await runWith(addressIn(empty), 'restore', file)
    assert.deepEqual([back.status, back.err], [0, ''])
    assert.match(back.out, /^The backup of .* is back: 1 partnership, 2 records, 292 entries/u)
    assert.match(back.out, /Everything is as it was written\.\n$/u)
    await empty.drop()
  })

  it('is refused with another passphrase, and when it is no backup', async () => {
    const empty = await trialStore()
    const other = { ...addressIn(empty), HOLDFAST_BACKUP_PASSPHRASE: 'none of those words' }
    const said = await runWith(other, 'restore', join(folder, 'backup'))
    assert.deepEqual([said.status, said.err], [2, 'The file was sealed with another passphrase.\n'])
    assert.equal((await runWith(addressIn(empty), 'restore', command)).status, 2)
    await empty.drop()
  })
})

describe('a command that cannot be understood', () => {
  it('is told how it is used', async () => {
    await refused(/^There is no command "verfy"\.\n\nHoldfast: /u, 'verfy')
    await refused(/^Unknown option '--head'\.\n\nholdfast verify \[--heads FILE\]/u, 'verify', '--head', 'x')
    await refused(/^"b" is one word too many\.\n\nholdfast backup FILE/u, 'backup', 'a', 'b')
    await refused(/^FILE is missing\.\n\nholdfast import FILE/u, 'import')
    await refused(/^Say add or list\./u, 'partnership')
    await refused(
      /^There is no partnership 9: --partnership N, one of these\.\n {2}1 {2}Northmoor/u,
      'rebuild',
      '--partnership',
      '9',
    )
    await refused(/is no file of heads/u, 'verify', '--heads', command)
  })

  it('is described with all others', async () => {
    const help = await good('--help')
    const source = await readFile(join(import.meta.dirname, 'commands.ts'), 'utf8')
    const names = [...source.matchAll(/^ {2}'?([a-z-]+)'?(?:,|: \w+,)$/gmu)].map(([, name]) => name)
    assert.ok(names.length >= 14)
    for (const name of names) assert.match(help, new RegExp(`^holdfast ${name}\\b`, 'mu'))
  })
})

describe('a fault', () => {
  it('is told of without a word of what was to be written', async () => {
    await ask('alter table partnership add constraint never check (length(name) < 20)')
    const { status, err } = await run('partnership', 'add', 'A name that is far too long')
    assert.equal(status, 1)
    assert.match(err, /^There was a fault: \w+ \(23514\)\.\n\s+at /u)
    assert.ok(!err.includes('far too long'))
  })

  it('is told in other words when there is no such database', async () => {
    const nowhere = { DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/none' }
    const { status, err } = await runApart(nowhere, 'verify')
    assert.equal(status, 1)
    assert.match(err, /^The database cannot be reached \(ECONNREFUSED\)/u)
    const bad = await runWith({ DATABASE_URL: 'no address' }, 'verify')
    assert.deepEqual([bad.status, /DATABASE_URL is not the address/u.test(bad.err)], [2, true])
  })
})

describe('the database that comes with Holdfast', () => {
  it('is started for a command, and stopped after it', async () => {
    const env = { DATABASE_URL: '' }
    const data = join(folder, 'data')
    const nothing = await runApart(env, 'verify', '--data', data)
    assert.deepEqual([nothing.status, /^Nothing is kept in .*data yet/u.test(nothing.err)], [2, true])
    assert.ok(!(await readdir(folder)).includes('data'))
    assert.equal((await runApart(env, 'partnership', 'add', 'Northmoor', '--data', data)).status, 0)
    const listed = await runApart({ ...env, HOLDFAST_DATA: data }, 'partnership', 'list')
    assert.deepEqual([listed.status, listed.out], [0, '1  Northmoor\n'])
    // As root they lie elsewhere.
    await rm(findPlace(data)?.folder ?? data, { recursive: true })
  })
})
