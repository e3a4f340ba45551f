import { rm } from 'node:fs/promises'
import { startCluster } from './embedded.ts'

/*
 * Keeps a cluster for a run of tests until that run closes our input. The operating system closes it however the run
 * ends: in good order, by Ctrl-C, or killed.
 */

const [, , folder] = process.argv
if (folder === undefined) throw new Error('trial-keeper.ts FOLDER')

const cluster = await startCluster({ folder, durable: false })
// Nobody listens any more when the run has ended meanwhile.
process.stdout.on('error', () => {})
process.stdout.write('ready\n')
process.stdin.resume()
await new Promise(resolve => process.stdin.once('close', resolve))
await cluster.stop()
for (const one of new Set([folder, cluster.folder])) await rm(one, { recursive: true, force: true })
