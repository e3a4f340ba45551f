import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findKept, keepFile } from './kept-file.ts'
import { ServerRefusal } from './refusal.ts'
import type { Place } from './seat.ts'

/* The address of the Holdfast that runs, in a small file, so that a second start can name it. */

const fileOf = (place: Place): string => join(place.folder, 'running.json')

/** Writes down where this Holdfast answers. */
export const announce = (place: Place, address: string): Promise<void> =>
  keepFile(fileOf(place), `${JSON.stringify({ address, pid: process.pid })}\n`)

/** Takes the address away: nobody answers there any more. */
export const withdraw = (place: Place): Promise<void> => rm(fileOf(place), { force: true })

const addressIn = (text: string): string | undefined => {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && 'address' in read ? String(read.address) : undefined
  } catch {
    return undefined
  }
}

/** The address of the Holdfast that runs, if one has said it. */
export const findAddress = async (place: Place): Promise<string | undefined> => {
  const text = await findKept(fileOf(place))
  return text === undefined ? undefined : addressIn(text)
}

/** The refusal of a second start. */
export const alreadyRunning = async (place: Place): Promise<ServerRefusal> => {
  const address = await findAddress(place)
  if (address === undefined)
    return new ServerRefusal(
      'starting-or-stopping',
      `Another Holdfast starts, stops or is at work with this data folder (${place.folder}). Wait until it is done, or choose another folder.`,
    )
  return new ServerRefusal(
    'already-running',
    `Holdfast is already running at ${address} with this data folder (${place.folder}). Use that one, or stop it first, or choose another folder.`,
  )
}
