import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { houseRules } from './check/house.ts'
import { usePinnedNode } from './check/pinned-node.ts'
import { readSources } from './check/sources.ts'

/*
 * npm run check: everything but the tests, a line a check, the details only where one fails. It changes nothing.
 */

const root = resolve(import.meta.dirname, '..')
usePinnedNode(root)

/** What a check found wrong, as it is to be printed; empty when all is well. */
type Finding = string
interface Check {
  readonly name: string
  readonly find: () => Promise<Finding>
}

const bin = (path: string): string => resolve(root, 'node_modules', path)

/** A check that is a program of its own, run by this same Node and silent when it ends well. */
const program = (name: string, script: string, ...args: readonly string[]): Check => ({
  name,
  find: () =>
    new Promise(done => {
      const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
      const said: Buffer[] = []
      child.stdout.on('data', (part: Buffer) => said.push(part))
      child.stderr.on('data', (part: Buffer) => said.push(part))
      child.on('error', error => done(error.message))
      child.on('close', code => done(code === 0 ? '' : Buffer.concat(said).toString().trim() || `ended with ${code}`))
    }),
})

const docs = resolve(root, 'scripts/docs.ts')
const programs: readonly Check[] = [
  program('types', bin('typescript/bin/tsc'), '-p', '.'),
  program('types of the pure folders', bin('typescript/bin/tsc'), '-p', 'tsconfig.pure.json'),
  program(
    'lint and format',
    bin('@biomejs/biome/bin/biome'),
    'check',
    '--error-on-warnings',
    '--diagnostic-level=warn',
  ),
  ...(existsSync(docs) ? [program('docs made from the code are up to date', docs, '--check')] : []),
]

const house = (): readonly Check[] => {
  const files = readSources(root)
  return houseRules.map(({ says, find }) => ({ name: says, find: async () => find(files).join('\n') }))
}

const run = async ({ name, find }: Check): Promise<boolean> => {
  const start = performance.now()
  const finding = await find()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${finding === '' ? '✔' : '✖'} ${name} (${seconds} s)`)
  if (finding !== '') console.log(finding.replaceAll(/^/gmu, '    '))
  return finding === ''
}

// The programs start first and run beside each other; the house rules are quick and run while those do.
const outcomes = await Promise.all([...programs, ...house()].map(run))
const failed = outcomes.filter(well => !well).length
console.log(
  failed === 0 ? `\nAll ${outcomes.length} checks are well.` : `\n${failed} of ${outcomes.length} checks failed.`,
)
process.exitCode = failed === 0 ? 0 : 1
