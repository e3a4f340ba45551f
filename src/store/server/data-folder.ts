import { join, resolve } from 'node:path'

const usual = join(import.meta.dirname, '..', '..', '..', 'data')

/** Where the database that comes with Holdfast keeps its data: as asked, else HOLDFAST_DATA, else `data` beside the program. */
export const dataFolder = (asked?: string): string => resolve(asked || process.env['HOLDFAST_DATA'] || usual)
