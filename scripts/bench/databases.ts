import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asOwner } from '../../src/store/as-owner.ts'
import { asSuperuser, type Connections, giveDatabase, rolesIn } from '../../src/store/connections.ts'
import { migrate } from '../../src/store/migrate.ts'
import { type HeldCluster, startCluster } from '../../src/store/server/embedded.ts'

/* Databases for the bench, on a cluster of its own that writes to the disk before it says so, as npm start has it. */

let started: Promise<{ readonly cluster: HeldCluster; readonly folder: string }> | undefined

const start = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
  return { cluster: await startCluster({ folder }), folder }
}

const cluster = async (): Promise<HeldCluster> => {
  started ??= start()
  return (await started).cluster
}

const make = async (name: string, template: string): Promise<Connections> => {
  const held = await cluster()
  const connections = await rolesIn(held, name)
  await asSuperuser(held, async client => {
    await client.query(`create database ${name} template ${template} encoding 'UTF8'`)
    await giveDatabase(client, name)
  })
  return connections
}

/** A migrated database with nothing in it. */
export const emptyOne = async (name: string): Promise<Connections> => {
  const connections = await make(name, 'template0')
  await migrate(connections.owner)
  return connections
}

/** A copy of a database, to which nobody may be connected. */
export const copyOf = (name: string, other: string): Promise<Connections> => make(name, other)

/** Lets the planner know what there is, as the server does by itself after a while. */
export const counted = (connections: Connections): Promise<unknown> =>
  asOwner(connections.owner, client => client.query('vacuum analyze'))

/** Stops the cluster and removes all of it. */
export const endDatabases = async (): Promise<void> => {
  if (started === undefined) return
  const { cluster, folder } = await started
  await cluster.stop()
  for (const one of new Set([folder, cluster.folder])) rmSync(one, { recursive: true, force: true })
}
