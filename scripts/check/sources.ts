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

/** The words in which tests are written, and what they stand on. */
const forTests: ReadonlySet<string> = new Set([
  'src/duties/given.ts',
  'src/duties/given-staff.ts',
  'src/store/trial.ts',
  'src/store/trial-family.ts',
  'src/cli/trial-command.ts',
  'src/pages/serving/trial.ts',
  'src/pages/serving/trial-facts.ts',
  'src/pages/trial-browser.ts',
])

/** Whether a file is a test, or for tests alone. */
export const isTest = (path: string): boolean => path.endsWith('.test.ts') || forTests.has(path)
