import { join } from 'node:path'
import type pg from 'pg'
import { findKept } from './kept-file.ts'
import { ServerRefusal } from './refusal.ts'
import type { Place } from './seat.ts'

/** The name of the role that may do anything; it does nothing but make the others and their database. */
export const superuserName = 'postgres'

/** Where its password is kept. */
export const passwordFile = (place: Place): string => join(place.folder, 'superuser-password')

/** How the superuser connects to a cluster. A missing password is a refusal: no other can be made for data that are there. */
export const superuserOf = async (place: Place): Promise<pg.ClientConfig> => {
  const password = await findKept(passwordFile(place))
  if (password === undefined)
    throw new ServerRefusal(
      'wrong-password',
      `${passwordFile(place)} is missing, and without it nobody gets into the database. Put it back from a copy of the folder.`,
    )
  return { host: place.sockets, port: 5432, user: superuserName, password, database: 'postgres', ssl: false }
}
