import { constants } from 'node:fs'
import { open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/* Small files beside the database that only the user who runs Holdfast may read. */

const synced = async (
  path: string,
  write: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>,
  flags: number,
) => {
  const handle = await open(path, flags, 0o600)
  try {
    await write(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const { O_CREAT, O_RDONLY, O_TRUNC, O_WRONLY } = constants

/** Makes a name in a folder last through a power cut. */
export const syncFolder = (folder: string): Promise<void> => synced(folder, async () => {}, O_RDONLY)

/** Writes a file as a whole or not at all; once it returns, the file is on the disk. */
export const keepFile = async (path: string, text: string): Promise<void> => {
  const half = `${path}.${process.pid}.half`
  await synced(half, handle => handle.writeFile(text), O_CREAT | O_TRUNC | O_WRONLY)
  await rename(half, path)
  await syncFolder(dirname(path))
}

/** The text of a kept file, or nothing when there is none. */
export const findKept = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
