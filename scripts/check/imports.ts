import { posix } from 'node:path'
import type { Source } from './sources.ts'

/** One import of a file. A whole `import type` is gone when Node runs the file; all else loads what it names. */
export interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const names = String.raw`(?:[\w$]+|\*(?:\s*as\s+[\w$]+)?|(?:[\w$]+\s*,\s*)?\{[^}]*\}|[\w$]+\s*,\s*\*\s*as\s+[\w$]+)`
const text = String.raw`['"]([^'"\n]+)['"]`
/** Biome writes every import at the start of a line, so no string or comment inside a line is taken for one. */
const statement = new RegExp(
  String.raw`^(?:import|export)\s+(type\s+)?${names}\s*from\s*${text}|^import\s+${text}|\bimport\(\s*${text}`,
  'gmu',
)

const target = (from: string, written: string): string =>
  written.startsWith('.') ? posix.join(posix.dirname(from), written) : written

/** What a file imports: paths from the root for its own files, and the name as written for all else. */
export const importsOf = ({ path, text }: Source): readonly Import[] =>
  [...text.matchAll(statement)].map(([, type, from, bare, dynamic]) => ({
    from: path,
    to: target(path, from ?? bare ?? dynamic ?? ''),
    typeOnly: type !== undefined,
  }))

/** Whether an import names a file of ours and not a package or a part of Node. */
export const isOwn = (to: string): boolean => /\.(?:ts|js|json)$/u.test(to) && !to.startsWith('node:')

/** The npm package that an import names, or nothing for our own files and for Node's modules. */
export const findPackage = (to: string): string | undefined =>
  isOwn(to) || to.startsWith('node:') ? undefined : /^(?:@[^/]+\/)?[^/]+/u.exec(to)?.[0]
