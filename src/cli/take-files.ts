import { stat } from 'node:fs/promises'
import { countOf } from '../calendar/words.ts'
import type { Store } from '../store/store.ts'
import { type Answer, said } from './answer.ts'
import { fileProblem } from './read-file.ts'
import { readWhatCame } from './read-what-came.ts'
import { Refusal } from './start/refusal.ts'
import { rememberTaken, watched } from './taken-files.ts'

/** What is said of a file that was taken, and whether all of it was. */
export interface Told {
  readonly words: string
  readonly whole: boolean
}

/** What is to be taken, and how one file of it is. */
export interface FilesAsked {
  /** A file or a folder. */
  readonly path: string
  readonly watch?: boolean | undefined
  readonly remove?: boolean | undefined
  readonly take: (file: string) => Promise<Told>
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    throw new Refusal(fileProblem(path, error))
  }
}

const takeFolder = async (store: Store, { path, watch = false, remove = false, take }: FilesAsked): Promise<Answer> => {
  let [files, whole] = [0, true]
  for await (const file of watched(path, watch)) {
    const told = await take(file.path)
    await readWhatCame(store)
    await rememberTaken(path, file, remove && told.whole)
    process.stdout.write(`${told.words}\n`)
    files += 1
    whole &&= told.whole
  }
  return said(`${path}: ${countOf(files, 'new file')}`, whole ? 0 : 1)
}

/** Takes a file, or each file of a folder once, and reads what came. Throws Refusal for a path that is not there. */
export const takeFiles = async (store: Store, asked: FilesAsked): Promise<Answer> => {
  if (await isFolder(asked.path)) return takeFolder(store, asked)
  const told = await asked.take(asked.path)
  await readWhatCame(store)
  return said(told.words, told.whole ? 0 : 1)
}
