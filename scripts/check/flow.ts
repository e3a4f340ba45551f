import { findPackage, type Import, importsOf, isOwn } from './imports.ts'
import { isTest, type Source } from './sources.ts'

/** The folders that know no clock, no database, no network and no Node. */
export const pureFolders = ['calendar', 'people', 'record', 'duties'] as const

/** The folders of src/ in the one direction in which they are read (design, section 4). */
export const flow = [
  ...pureFolders,
  'store',
  'sharing',
  'notices',
  'intake',
  'giving',
  'pages',
  'cli',
  'main.ts',
] as const

type Step = (typeof flow)[number]

const findStep = (path: string): Step | undefined => flow.find(step => step === path.split('/')[1])
const rank = (step: Step): number => flow.indexOf(step)
const isPure = (step: Step): boolean => (pureFolders as readonly string[]).includes(step)

/** Tests that stand directly in src/ look at the whole house and may import anything. */
const looksAtAll = (path: string): boolean => isTest(path) && path.split('/').length === 2

const inSource = (files: readonly Source[]): readonly Source[] =>
  files.filter(({ path }) => /^src\/.*\.[tj]s$/u.test(path) && !looksAtAll(path))

/** Every import in src/ that points down the flow or out of it, and every file that stands in no step of it. */
export const againstTheFlow = (files: readonly Source[]): readonly string[] =>
  inSource(files).flatMap(file => {
    const step = findStep(file.path)
    if (step === undefined) return [`${file.path} stands in no step of the flow: ${flow.join(', ')}`]
    return importsOf(file).flatMap(one => wrongWay(one, step))
  })

const wrongWay = ({ from, to }: Import, step: Step): readonly string[] => {
  if (!isOwn(to)) return []
  if (!to.startsWith('src/'))
    return isTest(from) || to.endsWith('.json') ? [] : [`${from} imports ${to}, which is no part of the product`]
  const other = findStep(to)
  if (other === undefined) return [`${from} imports ${to}, which stands in no step of the flow`]
  if (isTest(to) && !isTest(from)) return [`${from} imports ${to}, which is for tests`]
  return rank(other) <= rank(step) ? [] : [`${from} imports ${to}: ${step} comes before ${other}`]
}

/** Every import of Node or of a package in a pure folder; zod alone is allowed, and tests may import what they need. */
export const impureImports = (files: readonly Source[]): readonly string[] =>
  inSource(files)
    .filter(({ path }) => !isTest(path) && isPure(findStep(path) ?? 'main.ts'))
    .flatMap(importsOf)
    .filter(({ to }) => !isOwn(to) && findPackage(to) !== 'zod')
    .map(({ from, to }) => `${from} imports ${to}: a pure folder imports zod and nothing else from outside`)

type Graph = ReadonlyMap<string, readonly string[]>

/** What each file loads when it runs. */
const loads = (files: readonly Source[]): Graph =>
  new Map(
    files.map(file => [
      file.path,
      importsOf(file)
        .filter(({ to, typeOnly }) => isOwn(to) && !typeOnly)
        .map(({ to }) => to),
    ]),
  )

/** Every circle of files in src/ that load each other at run time; circles of types alone do no harm. */
export const circles = (files: readonly Source[]): readonly string[] => {
  const graph = loads(inSource(files))
  const left = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path)
    if (start >= 0) found.push([...way.slice(start), path].join(' → '))
    if (start >= 0 || left.has(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...way, path])
    left.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}
