import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A cluster for tests, in a process of its own. */
export interface TrialCluster {
  readonly folder: string
  /** Stops it and removes everything of it. It also happens by itself when the process that started it ends. */
  stop(): Promise<void>
}

const ready = (keeper: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    keeper.stdout?.once('data', () => resolve())
    keeper.once('error', reject)
    keeper.once('exit', code => reject(new Error(`The database for the tests did not start (${code})`)))
  })

/** The tests end when they are done; that the cluster still runs does not keep them. */
const doNotWaitFor = (keeper: ChildProcess): void => {
  keeper.unref()
  for (const pipe of [keeper.stdin, keeper.stdout]) if (pipe instanceof Socket) pipe.unref()
}

/** Starts a cluster for tests in a temporary folder: quick, and with no care for power cuts. */
export const startTrialCluster = async (): Promise<TrialCluster> => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-trial-'))
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'trial-keeper.ts'), folder], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>(resolve => keeper.once('exit', () => resolve()))
  await ready(keeper)
  doNotWaitFor(keeper)
  const stop = async () => {
    keeper.ref()
    keeper.stdin?.end()
    await ended
  }
  return { folder, stop }
}
