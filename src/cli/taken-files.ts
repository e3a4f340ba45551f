import { hash } from 'node:crypto'
import { appendFile, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bytesOf, fileProblem } from './read-file.ts'
import { Refusal } from './start/refusal.ts'

/* The files of a folder that were not taken yet: each once by what is in it, and none while it is being written. */

/** A file to be taken. */
export interface NewFile {
  readonly path: string
  /** By which it is known again: no word of it, and not its name. */
  readonly mark: string
}

const listName = '.holdfast-taken'
const [quiet, between] = [2000, 3000]

const readTaken = async (folder: string): Promise<ReadonlySet<string>> => {
  try {
    return new Set((await readFile(join(folder, listName), 'utf8')).split('\n'))
  } catch {
    return new Set()
  }
}

const isWanted = (name: string): boolean => !name.startsWith('.') && !/\.(?:tmp|part|partial|filepart)$/iu.test(name)

const filesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    const all = await readdir(folder, { withFileTypes: true })
    return all
      .filter(one => one.isFile() && isWanted(one.name))
      .map(({ name }) => join(folder, name))
      .sort()
  } catch (error) {
    throw new Refusal(fileProblem(folder, error))
  }
}

// Whoever writes a file has done so once it stays as it is for a while. A file may also be taken away meanwhile.
const isQuiet = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs >= quiet
}

const newIn = async function* (folder: string, waits: boolean): AsyncGenerator<NewFile> {
  const taken = await readTaken(folder)
  for (const path of await filesIn(folder)) {
    if (!(await isQuiet(path))) {
      if (!waits) continue
      await sleep(quiet)
    }
    const mark = hash('sha256', await bytesOf(path))
    if (!taken.has(mark)) yield { path, mark }
  }
}

/** The new files of a folder, by name; with `watch` it goes on looking for more. Throws Refusal when it cannot be read. */
export const watched = async function* (folder: string, watch: boolean): AsyncGenerator<NewFile> {
  do {
    yield* newIn(folder, !watch)
    if (watch) await sleep(between)
  } while (watch)
}

/** Remembers that a file was taken, or removes it. */
export const rememberTaken = async (folder: string, { path, mark }: NewFile, remove: boolean): Promise<void> => {
  try {
    await (remove ? unlink(path) : appendFile(join(folder, listName), `${mark}\n`))
  } catch (error) {
    throw new Refusal(fileProblem(remove ? path : join(folder, listName), error, 'written'))
  }
}
