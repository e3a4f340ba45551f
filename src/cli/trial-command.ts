import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { asOwner } from '../store/as-owner.ts'
import { openStore } from '../store/store.ts'
import { tick } from '../store/tick.ts'
import { type TrialStore, trialStore } from '../store/trial.ts'
import { answer, type Said } from './commands.ts'

/* The commands as somebody runs them, on a PostgreSQL that DATABASE_URL names. */

const addressOf = (config: pg.ClientConfig): string => {
  const { user = '', password, database = '', host = '', port = 5432 } = config
  return `postgresql://${user}:${encodeURIComponent(String(password))}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
}

const secrets = { HOLDFAST_PASSWORD: 'four plain words together', HOLDFAST_BACKUP_PASSPHRASE: 'and four more of them' }

const command = join(import.meta.dirname, 'holdfast.ts')

/** A command in a process of its own, as at a terminal. */
export const runApart = (env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Said> =>
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

/** The environment in which a command works on a database for a test. */
export const addressIn = ({ connections }: TrialStore) => ({ DATABASE_URL: addressOf(connections.owner) })

const example = (name: string): string => join(import.meta.dirname, '..', '..', 'examples', name)

const runOn = (trial: TrialStore) => {
  const runWith = (env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Said> => {
    Object.assign(process.env, secrets, addressIn(trial), env)
    return answer(args)
  }
  /** A command that comes to its end; gives what it says. */
  const good = async (...args: readonly string[]): Promise<string> => {
    const { status, out, err } = await runWith({}, ...args)
    assert.deepEqual([status, err], [0, ''], `${args.join(' ')}: ${out}${err}`)
    return out
  }
  /** A command that is refused, in these words. */
  const refused = async (words: RegExp, ...args: readonly string[]): Promise<void> => {
    const { status, out, err } = await runWith({}, ...args)
    assert.deepEqual([status, out], [2, ''], `${args.join(' ')}: ${err}`)
    assert.match(err, words)
  }
  return { runWith, run: (...args: readonly string[]) => runWith({}, ...args), good, refused }
}

/** A database for a test, a folder for its files, and the commands on them. */
export const trialCommands = async () => {
  const trial = await trialStore()
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-command-'))
  const { owner } = trial.connections
  return {
    ...runOn(trial),
    ...{ folder, owner, example },
    ask: (sql: string): Promise<readonly Record<string, unknown>[]> =>
      asOwner(owner, async client => (await client.query(sql)).rows),
    /** What a running Holdfast does by itself. */
    wait: async (): Promise<void> => {
      const store = openStore(trial.connections)
      await tick(store)
      await store.close()
    },
    drop: async (): Promise<void> => {
      await rm(folder, { recursive: true })
      await trial.drop()
    },
  }
}

/** The commands on a database for a test. */
export type TrialCommands = Awaited<ReturnType<typeof trialCommands>>
