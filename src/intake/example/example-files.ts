import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Line } from './moved-by.ts'

/** One file of the examples: a family, or what the agencies of the partnership keep. */
export interface ExampleFile {
  /** 01, 02 …, or partnership. */
  readonly name: string
  readonly lines: readonly Line[]
}

const ending = '.jsonl'

const read = async (folder: string, file: string): Promise<ExampleFile> => {
  const texts = (await readFile(join(folder, file), 'utf8')).split('\n').filter(text => text.trim() !== '')
  return { name: basename(file, ending), lines: texts.map(text => JSON.parse(text) as Line) }
}

/** The files of the folder of examples, in the order of their names; throws what the file system throws. */
export const exampleFiles = async (folder: string): Promise<readonly ExampleFile[]> => {
  const files = (await readdir(folder)).filter(file => file.endsWith(ending)).sort()
  return Promise.all(files.map(file => read(folder, file)))
}
