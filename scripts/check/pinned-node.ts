import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The first major version of Node that runs this source as it stands. */
const needed = 26

const candidates = ['node_modules/node/bin/node', 'node_modules/node/bin/node.exe']

/** The Node that package.json pins, below a folder, or nothing while it is not installed. */
export const findPinnedNode = (root: string): string | undefined =>
  candidates.map(path => resolve(root, path)).find(path => existsSync(path))

/**
 * Goes on in this process if its Node is new enough; else runs the same command with the pinned Node and exits as that
 * did. Node 22 and 24 read TypeScript too, and would fail later and less plainly.
 */
export const usePinnedNode = (root: string): void => {
  if (Number(process.versions.node.split('.')[0]) >= needed) return
  const pinned = findPinnedNode(root)
  if (pinned === undefined) {
    console.error(
      `This needs Node ${needed}; this is ${process.version}. Run "npm install" here first: it brings its own.`,
    )
    process.exit(1)
  }
  const { status } = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' })
  process.exit(status ?? 1)
}
