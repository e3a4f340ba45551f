import { findPackage, importsOf } from './imports.ts'
import { isTest, type Source } from './sources.ts'

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const textOf = (files: readonly Source[], path: string): string => files.find(file => file.path === path)?.text ?? ''
const packageOf = (files: readonly Source[]): Package => JSON.parse(textOf(files, 'package.json') || '{}')

/** The names in the first column of a section's table, those that have a reason beside them. */
const listedIn = (page: string, heading: string): readonly string[] => {
  const section = page.split(/^## /mu).find(part => part.startsWith(heading)) ?? ''
  return [...section.matchAll(/^\| `([^`]+)` \| [^|\s][^|]* \|$/gmu)].map(([, name]) => name ?? '')
}

const missing = (wanted: readonly string[], held: readonly string[]) => wanted.filter(name => !held.includes(name))

const compare = (names: readonly string[], listed: readonly string[], heading: string): readonly string[] => [
  ...missing(names, listed).map(
    name => `${name} is in package.json and has no reason in docs/dependencies.md under "${heading}"`,
  ),
  ...missing(listed, names).map(
    name => `${name} stands in docs/dependencies.md under "${heading}" and not in package.json`,
  ),
]

/** Every difference between package.json and the list of reasons. */
export const unlistedDependencies = (files: readonly Source[]): readonly string[] => {
  const { dependencies = {}, devDependencies = {} } = packageOf(files)
  const page = textOf(files, 'docs/dependencies.md')
  return [
    ...compare(Object.keys(dependencies), listedIn(page, 'To run'), 'To run'),
    ...compare(Object.keys(devDependencies), listedIn(page, 'To build and test'), 'To build and test'),
  ]
}

/** Every package that the product imports and that an installation without development packages would lack. */
export const undeclaredImports = (files: readonly Source[]): readonly string[] => {
  const declared = Object.keys(packageOf(files).dependencies ?? {})
  return files
    .filter(({ path }) => /^src\/.*\.ts$/u.test(path) && !isTest(path))
    .flatMap(importsOf)
    .filter(({ to }) => !declared.includes(findPackage(to) ?? declared[0] ?? ''))
    .map(({ from, to }) => `${from} imports ${to}, which is not among the dependencies of package.json`)
}
