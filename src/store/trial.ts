import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { asSuperuser, type Connections, giveDatabase, rolesIn } from './connections.ts'
import { migrate } from './migrate.ts'
import { type Cluster, joinCluster } from './server/embedded.ts'
import { startTrialCluster } from './server/trial-cluster.ts'

/* A database for a test. Migrating takes long, so it is done once for each cluster, and every test gets a copy. */

/** The key by which tests seal. */
export const trialKey = Buffer.alloc(32, 7)

/** A fresh, migrated database that nobody else uses. */
export interface TrialStore {
  readonly connections: Connections
  /** Another database with the same in it; while it is made, nobody may be connected to this one. */
  copy(): Promise<TrialStore>
  /** Removes it, and ends whatever is still connected to it. */
  drop(): Promise<void>
}

const findTrialCluster = async (): Promise<Cluster> => {
  const { HOLDFAST_TRIAL_CLUSTER } = process.env
  const folder = HOLDFAST_TRIAL_CLUSTER || (await startTrialCluster()).folder
  const cluster = await joinCluster(folder)
  if (cluster === undefined) throw new Error(`There is no cluster for tests in ${folder}`)
  return cluster
}

const template = 'trial_template'
const half = `${template}_half`

/** Makes the migrated database that the others are copied from, under another name until it is whole. */
const makeTemplate = async (client: pg.Client, connections: Connections): Promise<void> => {
  const found = await client.query('select from pg_database where datname = $1', [template])
  if (found.rowCount !== 0) return
  await client.query(`drop database if exists ${half} with (force)`)
  await client.query(`create database ${half} template template0 encoding 'UTF8'`)
  await giveDatabase(client, half)
  await migrate({ ...connections.owner, database: half })
  await client.query(`alter database ${half} rename to ${template}`)
}

const prepare = async () => {
  const cluster = await findTrialCluster()
  const connections = await rolesIn(cluster, template)
  await asSuperuser(cluster, client => makeTemplate(client, connections))
  return { cluster, connections }
}

let prepared: ReturnType<typeof prepare> | undefined

const copyOf = async (cluster: Cluster, connections: Connections, from: string): Promise<TrialStore> => {
  const database = `trial_${randomBytes(8).toString('hex')}`
  await asSuperuser(cluster, async client => {
    await client.query(`create database ${database} template ${from}`)
    await giveDatabase(client, database)
  })
  return {
    connections: {
      owner: { ...connections.owner, database },
      reader: { ...connections.reader, database },
      recorder: { ...connections.recorder, database },
    },
    copy: () => copyOf(cluster, connections, database),
    drop: () =>
      asSuperuser(cluster, async client => {
        await client.query(`drop database if exists ${database} with (force)`)
      }),
  }
}

/** A fresh, migrated database for one test or one file of tests. End what you opened in it, then drop it. */
export const trialStore = async (): Promise<TrialStore> => {
  prepared ??= prepare()
  const { cluster, connections } = await prepared
  return copyOf(cluster, connections, template)
}
