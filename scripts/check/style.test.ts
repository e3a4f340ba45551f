import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Source } from './sources.ts'
import { badNames, clockReads, longFiles, realNumbers, silencedChecks, withoutDoc } from './style.ts'

const file = (path: string, text = ''): Source => ({ path, text })

/** How many findings each of several texts gives, one a text, as one file at that path. */
const counts = (find: (files: readonly Source[]) => readonly string[], path: string, ...texts: readonly string[]) =>
  texts.map(text => find([file(path, text)]).length)

test('a name is in kebab-case and says what the thing is', () => {
  const well = ['src/duties/was-not-brought.ts', 'src/pages/kit/_page.scss', 'src/people/team-manager.ts', 'bin/a.js']
  assert.deepEqual(badNames(well.map(path => file(path))), [])
  const bad = ['src/pages/TodayPage.ts', 'src/utils/day.ts', 'src/record/date-helpers.ts', 'src/cli/types.ts']
  assert.deepEqual(
    bad.map(path => badNames([file(path)]).length),
    [1, 1, 1, 1],
  )
  assert.equal(badNames([file('src/pages/case-manager.ts')]).length, 1)
})

test('a file of 300 lines is enough, unless a reason stands for it, and as long as it does', () => {
  const lines = (count: number) => 'x\n'.repeat(count)
  assert.deepEqual(longFiles([file('src/record/a.ts', lines(300))], {}), [])
  assert.equal(longFiles([file('src/record/a.ts', lines(301))], {}).length, 1)
  assert.deepEqual(longFiles([file('src/record/a.ts', lines(301))], { 'src/record/a.ts': 'why' }), [])
  assert.equal(longFiles([file('src/record/a.ts', lines(9))], { 'src/record/a.ts': 'why' }).length, 1)
})

test('a check that is switched off is found, and the word "any" in a sentence is not', () => {
  const off = ['const a: any = 1', 'f(a as any)', 'let a: any', 'a: any[]', '// @ts-ignore', '/* biome-ignore x */']
  assert.deepEqual(counts(silencedChecks, 'src/a.ts', ...off), [1, 1, 1, 1, 1, 1])
  assert.deepEqual(counts(silencedChecks, 'src/a.ts', '/** An id: any short word, as any other. */'), [0])
})

test('only main, store, cli and tests read the clock', () => {
  const reads = ['new Date()', 'Date.now()', 'Temporal.Now.instant()']
  assert.deepEqual(counts(clockReads, 'src/pages/kit/holdfast.js', ...reads), [1, 1, 1])
  for (const path of ['src/main.ts', 'src/store/append.ts', 'src/cli/replay.ts', 'src/record/a.test.ts'])
    assert.deepEqual(counts(clockReads, path, ...reads), [0, 0, 0])
  assert.deepEqual(counts(clockReads, 'src/pages/a.ts', 'const newDate = 1', 'toDate.nowhere'), [0, 0])
})

test('an exported function of a pure folder has a doc comment', () => {
  const functions = [
    'export const a = (b: Day): Day => b',
    'export const a = <T>(b: T): T => b',
    'export const a = b => b',
    'export const a: Find = (b) => b',
    'export function a() {}',
  ]
  assert.deepEqual(counts(withoutDoc, 'src/record/a.ts', ...functions), [1, 1, 1, 1, 1])
  const said = functions.map(text => `/** What it gives. */\n${text}`)
  assert.deepEqual(counts(withoutDoc, 'src/record/a.ts', ...said), [0, 0, 0, 0, 0])
  assert.deepEqual(
    counts(withoutDoc, 'src/record/a.ts', 'export const a = 1', "export const a = rule({ b: '' })"),
    [0, 0],
  )
  assert.deepEqual(counts(withoutDoc, 'src/pages/a.ts', ...functions), [0, 0, 0, 0, 0])
})

test('a number in an example that reads like an NHS number begins with 999', () => {
  assert.deepEqual(counts(realNumbers, 'examples/a.jsonl', '9434765919', '943 476 5919', '"943-476-5919"'), [1, 1, 1])
  const well = ['9990000018', '999 000 0018', '07700 900123', '2019-05-13T10:30', '+44 7700 900123', '12345678901']
  assert.deepEqual(counts(realNumbers, 'examples/a.jsonl', ...well), [0, 0, 0, 0, 0, 0])
})
