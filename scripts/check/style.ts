import { pureFolders } from './flow.ts'
import { isTest, type Source } from './sources.ts'

const inSource = (files: readonly Source[]) => files.filter(({ path }) => path.startsWith('src/'))
const scripts = (files: readonly Source[]) => inSource(files).filter(({ path }) => /\.[tj]s$/u.test(path))

const kebab = /^_?[a-z0-9]+(?:-[a-z0-9]+)*$/u
const banned = ['util', 'utils', 'helper', 'helpers', 'common', 'types', 'services', 'manager', 'managers']
const isBanned = (name: string): boolean =>
  !/^team-managers?$/u.test(name) && name.split('-').some(word => banned.includes(word))

const namesOn = (path: string): readonly string[] => path.split('/').map(part => part.split('.')[0] ?? '')

/** Every file or folder whose name is not in kebab-case, or says nothing about what is inside. */
export const badNames = (files: readonly Source[]): readonly string[] =>
  files
    .filter(({ path }) => /^(?:src|scripts|bin)\//u.test(path))
    .flatMap(({ path }) => [
      ...(namesOn(path).every(name => kebab.test(name)) ? [] : [`${path} is not in kebab-case`]),
      ...(namesOn(path).some(isBanned) ? [`${path} is not named for a thing: docs/words.md has the words`] : []),
    ])

const longest = 300

/** Files that may be longer, each with the reason. */
const mayBeLong: Readonly<Record<string, string>> = {}

const lines = (text: string): number => text.split('\n').length - 1

/** Every file of src/ over 300 lines that has no reason for it, and every reason that is no longer needed. */
export const longFiles = (
  files: readonly Source[],
  allowed: Readonly<Record<string, string>> = mayBeLong,
): readonly string[] => {
  const long = scripts(files).filter(({ text }) => lines(text) > longest)
  return [
    ...long
      .filter(({ path }) => allowed[path] === undefined)
      .map(({ path, text }) => `${path} has ${lines(text)} lines; ${longest} are enough`),
    ...Object.keys(allowed)
      .filter(path => !long.some(file => file.path === path))
      .map(path => `${path} is no longer long: take it off the list in scripts/check/style.ts`),
  ]
}

interface Ban {
  readonly pattern: RegExp
  readonly what: string
}

const found = (file: Source, { pattern, what }: Ban): readonly string[] =>
  file.text
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1} ${what}: ${line.trim()}`] : []))

const silenced: Ban = {
  pattern: /(?::|\bas)\s*any\s*(?:$|[;,)=[\]|&>}])|@ts-(?:ignore|expect-error|nocheck)|biome-ignore/u,
  what: 'switches a check off',
}

/** Every line of src/ that switches off the types or a lint rule. */
export const silencedChecks = (files: readonly Source[]): readonly string[] =>
  scripts(files).flatMap(file => found(file, silenced))

const clock: Ban = {
  pattern: /\bnew Date\b|\bDate\.now\b|\bTemporal\.Now\b|\bperformance\.now\b/u,
  what: 'reads the clock',
}
const mayReadTheClock = (path: string): boolean => isTest(path) || /^src\/(?:main\.ts$|store\/|cli\/)/u.test(path)

/** Every line that makes a Date or asks the time where time is an argument. */
export const clockReads = (files: readonly Source[]): readonly string[] =>
  scripts(files).flatMap(file => (mayReadTheClock(file.path) ? [] : found(file, clock)))

const isPure = (path: string): boolean => pureFolders.some(folder => path.startsWith(`src/${folder}/`))
const exportedFunction =
  /^export (?:async )?function\b|^export const [\w$]+(?:: .+)? = (?:async )?(?:<[^=]+>)?(?:\(|[\w$]+ =>)/u

const undocumented = ({ path, text }: Source): readonly string[] => {
  const all = text.split('\n')
  return all.flatMap((line, index) =>
    exportedFunction.test(line) && !all[index - 1]?.trimEnd().endsWith('*/') ? [`${path}:${index + 1} ${line}`] : [],
  )
}

/** Every exported function of a pure folder without a doc comment. */
export const withoutDoc = (files: readonly Source[]): readonly string[] =>
  files
    .filter(({ path }) => isPure(path) && !isTest(path))
    .flatMap(undocumented)
    .map(line => `${line} … has no doc comment`)

const tenDigits = /(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])/gu

/** Every number in examples/ that reads like an NHS number and is not from the range kept for tests. */
export const realNumbers = (files: readonly Source[]): readonly string[] =>
  files
    .filter(({ path }) => path.startsWith('examples/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(tenDigits)]
        .filter(([number]) => !number.startsWith('999'))
        .map(([number]) => `${path} holds ${number}: NHS numbers in examples begin with 999`),
    )
