import { readFile } from 'node:fs/promises'
import { Refusal } from './start/refusal.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'

/** Why a file cannot be read or written, in words that say what to do. */
export const fileProblem = (file: string, error: unknown, doing: 'read' | 'written' = 'read'): string => {
  const code = codeOf(error)
  if (code === 'ENOENT')
    return doing === 'read' ? `There is no file "${file}".` : `There is no folder for "${file}": make it first.`
  if (code === 'EISDIR') return `"${file}" is a folder: name one file in it.`
  if (code === 'ENOSPC' || code === 'EDQUOT') return `"${file}" cannot be written: the disk is full.`
  return `"${file}" cannot be ${doing} (${code}).`
}

/** Whether an error is one of the file system's. */
export const isOfFiles = (error: unknown): boolean => error instanceof Error && 'syscall' in error && 'path' in error

/** What a file holds. Throws Refusal when it cannot be read. */
export const bytesOf = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file)
  } catch (error) {
    throw new Refusal(fileProblem(file, error))
  }
}
