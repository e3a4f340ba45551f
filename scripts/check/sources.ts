import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A file of the project as text, its path from the root, with forward slashes. */
export interface Source {
  readonly path: string
  readonly text: string
}

const read = [
  '{src,scripts,bin}/**/*.{ts,js,sql,scss}',
  'examples/**/*.{csv,json,jsonl,md,ndjson,txt}',
  'docs/{dependencies,hazards}.md',
  'package.json',
]

/** Every file that the house rules read, in order of path. */
export const readSources = (root: string): readonly Source[] =>
  globSync(read, { cwd: root })
    .map(path => ({ path: path.split(sep).join('/'), text: readFileSync(join(root, path), 'utf8') }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))

/** What tests stand on: the words in which they are written (given…), and what they try (trial…). */
const forTests = /^src\/.*(?:^|\/)(?:given|trial)(?:-[a-z-]+)?\.ts$/u

/** Whether a file is a test, or for tests alone. */
export const isTest = (path: string): boolean => path.endsWith('.test.ts') || forTests.test(path)
