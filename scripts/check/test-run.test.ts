import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, describe, test } from 'node:test'

/** The test run itself, in a small house of its own. */
const house = mkdtempSync(join(tmpdir(), 'holdfast-test-run-'))
after(() => rmSync(house, { recursive: true }))

const scripts = resolve(import.meta.dirname, '..')
const own = (path: string): boolean => !path.endsWith('.test.ts')
cpSync(scripts, join(house, 'scripts'), { recursive: true, filter: own })
writeFileSync(join(house, 'package.json'), '{ "type": "module" }')
symlinkSync(resolve(scripts, '../node_modules'), join(house, 'node_modules'))

const passing = "import { test } from 'node:test'\ntest('well', () => {})\n"
const failing = "import { test } from 'node:test'\ntest('unwell', () => { throw new Error('no') })\n"
const leaving = `${passing}test('gone', () => process.exit(0))\n`

/** What starts a database, as files of the small house. */
const database = (): Readonly<Record<string, string>> => {
  const folder = resolve(scripts, '../src/store/server')
  const names = readdirSync(folder).filter(own)
  return Object.fromEntries(names.map(name => [`src/store/server/${name}`, readFileSync(join(folder, name), 'utf8')]))
}

const saying = `
  import { existsSync } from 'node:fs'
  import { test } from 'node:test'
  const { HOLDFAST_TRIAL_CLUSTER: folder } = process.env
  test('well', () => console.log('cluster ' + folder + (existsSync(folder ?? '') ? ' is there' : '')))`

/** Runs these test files and gives the exit code and the counts at the end. */
const running = (files: Readonly<Record<string, string>>, ...parts: readonly string[]) => {
  rmSync(join(house, 'src'), { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(house, dirname(path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  // A runner that thinks itself inside a test reports to nobody.
  const { NODE_TEST_CONTEXT: _, HOLDFAST_TRIAL_CLUSTER: __, ...env } = process.env
  const ended = spawnSync(process.execPath, ['scripts/test.ts', ...parts], { cwd: house, env, encoding: 'utf8' })
  const count = (name: string) => new RegExp(`^ℹ ${name} (\\d+)$`, 'mu').exec(ended.stdout)?.[1]
  return {
    code: ended.status,
    tests: count('tests'),
    pass: count('pass'),
    fail: count('fail'),
    said: ended.stderr,
    out: ended.stdout,
  }
}

describe('the test run', () => {
  test('gives one sum for the pure files and the others', () => {
    const { said, out: _, ...sum } = running({ 'src/record/a.test.ts': passing, 'src/pages/kit/b.test.ts': passing })
    assert.deepEqual(sum, { code: 0, tests: '2', pass: '2', fail: '0' })
    assert.equal(said, '')
  })
  test('fails when a test fails, pure or not', () => {
    const one = running({ 'src/record/a.test.ts': failing, 'src/pages/kit/b.test.ts': passing })
    const other = running({ 'src/record/a.test.ts': passing, 'src/pages/kit/b.test.ts': failing })
    assert.deepEqual([one.code, one.fail, other.code, other.fail], [1, '1', 1, '1'])
  })
  test('fails when a file holds no test', () => {
    const { code, fail } = running({ 'src/record/a.test.ts': 'export {}', 'src/pages/kit/b.test.ts': 'export {}' })
    assert.deepEqual([code, fail], [1, '2'])
  })
  test('fails when a test leaves early with an exit code of nought', () => {
    const pure = running({ 'src/record/a.test.ts': leaving, 'src/record/b.test.ts': passing })
    assert.deepEqual([pure.code, pure.fail], [1, undefined])
    assert.match(pure.said, /before every test file had reported/u)
    const other = running({ 'src/pages/kit/a.test.ts': leaving })
    assert.deepEqual([other.code, other.fail], [1, '1'])
  })
  test('runs only the files that are asked for', () => {
    const files = { 'src/record/a.test.ts': passing, 'src/pages/kit/b.test.ts': failing }
    assert.deepEqual([running(files, 'src/record/a.test.ts').code, running(files, 'record').tests], [0, '1'])
  })
  test('shares one database among the tests that may ask for one, and leaves nothing of it', () => {
    const { out } = running({ ...database(), 'src/pages/a.test.ts': saying, 'src/cli/b.test.ts': saying })
    const [one, other] = [...out.matchAll(/^cluster (\S+) is there$/gmu)].map(([, folder]) => folder)
    assert.ok(one !== undefined && one === other, out)
    assert.equal(existsSync(one), false)
  })
  test('starts no database for tests that know of none', () => {
    assert.match(running({ 'src/pages/kit/a.test.ts': saying }).out, /^cluster undefined$/mu)
  })
  test('fails when it is asked for a file that is not there, or when there is none', () => {
    assert.equal(running({ 'src/record/a.test.ts': passing }, 'src/record/b.test.ts').code, 1)
    assert.equal(running({}).code, 1)
  })
})
