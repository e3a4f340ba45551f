import { type Kind, kinds } from '../../record/entry.ts'
import type { common } from '../../record/kind.ts'
import { nearestAmong } from '../../record/near.ts'

/** The fields of a kind in the order in which a sheet shows them: when and by whom, what, then the words and the rest. */
export const fieldsOfKind = (kind: Kind): readonly string[] => [...first, ...Object.keys(kinds[kind].fields), ...last]

const first = ['id', 'on', 'written', 'by', 'author', 'child'] as const
const last = ['text', 'sight', 'hiddenFrom', 'corrects', 'record'] as const satisfies readonly (keyof typeof common)[]

/** Every column that a sheet may have, whatever kinds it holds; `kind` is the first. */
export const columns: readonly string[] = [
  'kind',
  ...new Set([...first, ...Object.values(kinds).flatMap(kind => Object.keys(kind.fields)), ...last]),
]

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/gu, '')
const byLetters = new Map(columns.map(column => [letters(column), column]))

/** The column that a heading names, whatever its case, spaces and hyphens ("Hidden from"), or nothing. */
export const findColumn = (heading: string): string | undefined => byLetters.get(letters(heading.slice(0, 60)))

/** The columns with names nearest to a heading that names none. */
export const nearestColumns = nearestAmong(columns)
