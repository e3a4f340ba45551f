#!/usr/bin/env node
// The command `holdfast`. It runs under whatever Node a machine has (18 or later), sees to it that Holdfast's own Node
// is there, and hands everything over to that. So it is plain JavaScript and uses nothing new.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'
const node = resolve(root, windows ? 'node_modules/node/bin/node.exe' : 'node_modules/.bin/node')

/** Brings the packages, Node among them. What npm says goes to stderr: stdout belongs to the command's own answer. */
const install = () => {
  console.error('holdfast: the first run on this machine; fetching what it needs (npm install) …')
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  })
  if (existsSync(node)) return
  console.error(`holdfast: its own Node is not there (${node}). Run "npm install" in ${root} and see what it says.`)
  process.exit(1)
}

/** Ctrl-C at a terminal reaches the child without us; any other signal is passed on, and we end as the child ends. */
const passOn = child => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
}

const endLike = (code, signal) => {
  if (signal === null) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
  // A signal that does not end this process still ends it with the number a shell would show.
  setTimeout(() => process.exit(128 + constants.signals[signal]), 100)
}

if (!existsSync(node)) install()
const child = spawn(node, [resolve(root, 'src/cli/holdfast.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
passOn(child)
child.on('error', error => {
  console.error(`holdfast: ${error.message}`)
  process.exit(1)
})
child.on('exit', endLike)
