import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { writeHeads } from '../store/heads.ts'
import { type TrialCommands, trialCommands } from './trial-command.ts'

let on: TrialCommands
before(async () => {
  on = await trialCommands()
})
after(() => on.drop())

const worker = ['--agency', 'social-care/rowan-team', '--role', 'social-worker']
const manager = ['--agency', 'social-care/rowan-team', '--role', 'team manager']

describe('a first installation, command by command', () => {
  it('has nothing before a partnership is begun', async () => {
    await on.refused(
      /There is no partnership yet. Begin with: holdfast partnership add NAME/u,
      'import',
      on.example('02.jsonl'),
    )
  })

  it('begins a partnership', async () => {
    assert.equal(await on.good('partnership', 'add', 'Northmoor'), 'Partnership 1 is begun: Northmoor\n')
    assert.equal(await on.good('partnership', 'list'), '1  Northmoor\n')
  })

  it('gives practitioners accounts and posts', async () => {
    const name = ['--name', 'Tomasz Wrona', '--sign-in', 'Tomasz.Wrona', '--email', 'tomasz@example.org']
    assert.equal(await on.good('add-practitioner', ...name, ...worker), '"tomasz.wrona" can sign in now.\n')
    await on.good('add-practitioner', '--name', 'Siobhan Keane', '--sign-in', 'siobhan.keane', ...manager)
    await on.good('add-post', 'siobhan.keane', '--agency', 'partnership', '--role', 'information-governance-lead')
    const rows = await on.ask(`select a.sign_in, a.email, o.role, a.password like '$argon2id$%' as hashed from account a
      join practitioner p using (account) join post o using (partnership, practitioner) order by 1, 3`)
    assert.deepEqual(rows, [
      { sign_in: 'siobhan.keane', email: null, role: 'information-governance-lead', hashed: true },
      { sign_in: 'siobhan.keane', email: null, role: 'team-manager', hashed: true },
      { sign_in: 'tomasz.wrona', email: 'tomasz@example.org', role: 'social-worker', hashed: true },
    ])
  })

  it('refuses a sign-in name that is taken, a bad password, and what it does not know', async () => {
    const other = ['add-practitioner', '--name', 'Another', '--sign-in']
    await on.refused(/taken/u, ...other, 'tomasz.wrona', ...worker)
    await on.refused(/"hospitle" is not an agency/u, ...other, 'another', '--agency', 'hospitle', '--role', 'midwife')
    await on.refused(/did you mean midwife/u, ...other, 'another', '--agency', 'midwifery', '--role', 'midwive')
    await on.refused(/no sign-in name: it may have letters without accents/u, ...other, 'an other', ...worker)
    await on.refused(/no e-mail address/u, ...other, 'another', ...worker, '--email', 'nowhere')
    const short = await on.runWith({ HOLDFAST_PASSWORD: 'short' }, ...other, 'another', ...worker)
    assert.deepEqual([short.status, short.err], [2, 'The password has 5 characters: use 12 or more.\n'])
    const none = await on.runWith({ HOLDFAST_PASSWORD: '' }, ...other, 'another', ...worker)
    assert.deepEqual(
      [none.status, none.err],
      [2, 'There is no terminal to ask for the password: set HOLDFAST_PASSWORD.\n'],
    )
    assert.equal((await on.ask('select from account')).length, 2)
  })

  it('loads a chronology, once', async () => {
    await on.good('import', on.example('partnership.jsonl'), '--replay')
    const said = await on.good('import', on.example('02.jsonl'), '--replay')
    const [, record = ''] = /^ {2}([a-z0-9]{10}): 132 entries taken; \d+ notices? written$/mu.exec(said) ?? []
    assert.deepEqual(await on.ask(`select record, last, replayed from record where record <> 'agencies'`), [
      { record, last: 132, replayed: 132 },
    ])
    assert.deepEqual(
      await on.ask(`select distinct name from may_open join practitioner using (partnership, practitioner) order by 1`),
      [{ name: 'Siobhan Keane' }, { name: 'Tomasz Wrona' }],
    )
    assert.match(
      await on.good('import', on.example('02.jsonl'), '--replay'),
      /: taken before, and not again; 0 notices written/u,
    )
    assert.equal((await on.ask('select from record')).length, 2)
  })

  it('takes nothing of a file in which anything is wrong', async () => {
    const file = join(on.folder, 'wrong.jsonl')
    const missed = { kind: 'was-not-brought', on: '2019-05-13', by: 'hospital/royal' }
    const real = { kind: 'person', person: 'p', name: 'P', nhs: '9434765919' }
    await writeFile(
      file,
      [missed, { ...missed, on: 'never' }, { kind: 'atended' }].map(line => `${JSON.stringify(line)}\n`).join(''),
    )
    await on.refused(
      /2 things are wrong, and nothing was taken\.\n {2}line 2, on: .*\n {2}line 3, kind: /u,
      'import',
      file,
    )
    await writeFile(file, [missed, real].map(line => `${JSON.stringify(line)}\n`).join(''))
    await on.refused(/line 2, nhs: is an NHS number of a real person/u, 'import', file)
    await on.refused(/There is no file/u, 'import', join(on.folder, 'nowhere'))
    assert.equal((await on.ask('select from record')).length, 2)
  })

  it('changes passwords, second factors and who works here', async () => {
    const [before] = await on.ask(`select password from account where sign_in = 'tomasz.wrona'`)
    await on.ask(`update account set secret = 'x', secret_since = now() where sign_in = 'tomasz.wrona'`)
    await on.good('set-password', 'tomasz.wrona')
    await on.good('reset-second-factor', 'tomasz.wrona')
    const [now] = await on.ask(`select password, secret, secret_since from account where sign_in = 'tomasz.wrona'`)
    const { password, ...second } = now ?? {}
    assert.ok(password !== undefined && password !== before?.['password'])
    assert.deepEqual(second, { secret: null, secret_since: null })
    await on.refused(/Nobody has the sign-in name "nobody"/u, 'set-password', 'nobody')
  })

  it('verifies, disposes and makes anew', async () => {
    const [{ record = '' } = {}] = await on.ask(`select record from record where record <> 'agencies'`)
    const heads = await writeHeads(on.owner, on.folder, londonDay(Date.now() as Moment))
    assert.match(
      await on.good('verify', '--heads', heads),
      /^Looked at 325 entries in 2 records of 1 partnership, .*\nEverything is as it was written\.$/mu,
    )
    const people = ['--by', 'tomasz.wrona', '--second', 'siobhan.keane']
    await on.refused(/--reason is missing/u, 'dispose', String(record), '14', ...people)
    await on.refused(/There is no entry 999/u, 'dispose', String(record), '999', '--reason', 'why', ...people)
    await on.refused(/"x" is not the number of an entry/u, 'dispose', String(record), 'x', '--reason', 'why', ...people)
    await on.refused(
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
      await on.good('dispose', String(record), '14', '--reason', 'Wrong family', ...people),
      /^The words of entry 14 of record .* are gone for good/u,
    )
    assert.match(
      await on.good('verify', '--heads', heads),
      /Disposed of:\n.*entry 14: disposed of on .*: Wrong family\.\nEverything is as it was written\.$/mu,
    )
    await on.wait()
    await on.ask('delete from duty where key = (select min(key) from duty)')
    const broken = await on.run('verify')
    assert.deepEqual([broken.status, broken.err], [1, ''])
    assert.match(broken.out, /Broken:\n {2}Partnership 1, record .*: a rebuild would change 1 of its duties/u)
    assert.equal(await on.good('rebuild', String(record)), '1 record made anew; 1 duty changed.\n')
    assert.equal(await on.good('rebuild'), '1 record made anew; 0 duties changed.\n')
    await on.refused(/There is no record nowhere/u, 'rebuild', 'nowhere')
  })

  it('ends somebody’s work', async () => {
    await on.good('end-practitioner', 'tomasz.wrona')
    await on.refused(/"tomasz.wrona" does not work in partnership 1, or no longer/u, 'end-practitioner', 'tomasz.wrona')
  })
})
