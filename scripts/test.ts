import { globSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type EventData, run } from 'node:test'
import { spec, type TestEvent } from 'node:test/reporters'
import { pureFolders } from './check/flow.ts'
import { usePinnedNode } from './check/pinned-node.ts'

/*
 * npm test [-- part of a path …]: the tests of the pure folders in this one process, where sixty files take half a
 * second, all others in a process each. A test file that reports nothing is a failure: in one process a test that
 * leaves early would otherwise take the rest with it, unseen. Tests that may want a database share one cluster, which is
 * stopped and removed when the run ends, however it ends.
 */

const root = resolve(import.meta.dirname, '..')
usePinnedNode(root)

const isPure = (file: string): boolean => pureFolders.some(folder => file.startsWith(`src/${folder}/`))

// The parts of pages know of no record, and their tests are run often.
const wantsDatabase = (file: string): boolean =>
  file.startsWith('src/') && !isPure(file) && !file.startsWith('src/pages/kit/')

const allFiles = (): readonly string[] =>
  globSync('{src,scripts}/**/*.test.ts', { cwd: root })
    .map(path => path.split(sep).join('/'))
    .sort()

/** The files whose path holds any of the parts asked for, all when none is; a part that fits no file ends the run. */
const chosen = (files: readonly string[], parts: readonly string[]): readonly string[] => {
  const unknown = parts.filter(part => !files.some(file => file.includes(part)))
  if (files.length === 0 || unknown.length > 0) {
    console.error(files.length === 0 ? 'No test file was found.' : `No test file fits ${unknown.join(', ')}.`)
    outcome = 'bad'
    process.exit()
  }
  return parts.length === 0 ? files : files.filter(file => parts.some(part => file.includes(part)))
}

const plainPart = (part: string): string => {
  const path = relative(root, resolve(root, part))
  return path.startsWith('..') ? part : path.split(sep).join('/')
}

const limit = 120_000
const full = (files: readonly string[]) => files.map(file => resolve(root, file))

const startCluster = async () => (await import('../src/store/server/trial-cluster.ts')).startTrialCluster()

async function* eventsOf(files: readonly string[]): AsyncGenerator<TestEvent> {
  const [pure, others] = [files.filter(isPure), files.filter(file => !isPure(file))]
  if (pure.length > 0) yield* run({ files: full(pure), isolation: 'none', cwd: root, timeout: limit })
  const cluster = others.some(wantsDatabase) ? await startCluster() : undefined
  if (cluster !== undefined) Object.assign(process.env, { HOLDFAST_TRIAL_CLUSTER: cluster.folder })
  try {
    if (others.length > 0) yield* run({ files: full(others), concurrency: 2, cwd: root, timeout: limit })
  } finally {
    await cluster?.stop()
  }
}

/** Node's own closing lines, one a count. */
const count = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) ([\d.]+)$/u
const findCount = (event: TestEvent): readonly [string, number] | undefined => {
  if (event.type !== 'test:diagnostic' || event.data.nesting !== 0) return undefined
  const parts = count.exec(event.data.message)
  return parts === null ? undefined : [parts[1] ?? '', Number(parts[2])]
}

/**
 * The file that an event shows to have reported. In a process of its own a file reports when it comes to its end; in
 * this one process, by its first test. A file without tests passes as one test named by its path, and that is none.
 */
const findReported = (event: TestEvent): string | undefined => {
  if (event.type === 'test:summary') return event.data.file
  if (event.type === 'test:fail') return event.data.entryFile ?? event.data.file
  if (event.type !== 'test:pass' || event.data.entryFile !== undefined) return undefined
  return event.data.name === event.data.file ? undefined : event.data.file
}

const noReport = Object.assign(new Error(), { cause: 'no test of this file was reported to its end', stack: '' })

const silent = (file: string): EventData.TestFail => ({
  name: `${file} reports its tests`,
  nesting: 0,
  testNumber: 0,
  testId: 0,
  parentId: undefined,
  tags: [],
  file: resolve(root, file),
  line: 1,
  column: 1,
  details: { duration_ms: 0, error: noReport },
})

const diagnostic = (message: string): TestEvent => ({
  type: 'test:diagnostic',
  data: { nesting: 0, level: 'info', message },
})

const isClosing = (event: TestEvent): boolean => event.type === 'test:summary' && event.data.file === undefined

/**
 * Both runs as one: their events, a failure for every file that was silent, and the sums of their counts. The counts
 * stand at the very end, after the list of failures that the reporter writes at a closing event.
 */
async function* oneRun(files: readonly string[]): AsyncGenerator<TestEvent> {
  const sums = new Map<string, number>()
  const add = (name: string, value: number) => sums.set(name, (sums.get(name) ?? 0) + value)
  const reported = new Set<string>()
  let closing: TestEvent | undefined
  for await (const event of eventsOf(files)) {
    const counted = findCount(event)
    reported.add(findReported(event) ?? '')
    if (counted !== undefined) add(...counted)
    else if (isClosing(event)) closing = event
    else yield event
  }
  for (const file of files.filter(one => !reported.has(resolve(root, one)))) {
    add('tests', 1)
    add('fail', 1)
    yield { type: 'test:fail', data: silent(file) }
  }
  if (closing !== undefined) yield closing
  for (const [name, sum] of sums) yield diagnostic(`${name} ${sum}`)
  outcome = sums.get('fail') === 0 && sums.get('cancelled') === 0 ? 'good' : 'bad'
}

// Until the sums are known the run has failed, however it ends: a test may leave the process with an exit code of nought.
let outcome: 'good' | 'bad' | undefined
process.on('exit', () => {
  if (outcome === undefined) console.error('\nThe run ended before every test file had reported.')
  process.exitCode = outcome === 'good' ? 0 : 1
})
const files = chosen(allFiles(), process.argv.slice(2).map(plainPart))
await pipeline(Readable.from(oneRun(files)), new spec(), process.stdout, { end: false })
