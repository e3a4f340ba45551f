import { parseArgs } from 'node:util'
import { Refusal } from './refusal.ts'

/** How npm start is used. */
export const usage = `npm start                     starts Holdfast: its database, the example families, the pages
npm start -- --fresh          the same, with the example families moved to this week again
npm start -- --port N         answers at another port than 3000 (or set PORT)
npm start -- --data DIR       keeps its data in another folder than ./data (or set HOLDFAST_DATA)
npm start -- FILE             only shows a chronology file of your own (CSV, XLSX or JSON Lines); nothing is stored
npm start -- --help           says this

DATABASE_URL                  uses a PostgreSQL of your own (docs/installing.md)`

/** What npm start was asked for. */
export interface Asked {
  readonly file: string | undefined
  readonly port: number
  readonly fresh: boolean
  readonly data: string | undefined
  readonly help: boolean
}

const options = {
  port: { type: 'string', short: 'p' },
  help: { type: 'boolean', short: 'h' },
  fresh: { type: 'boolean' },
  data: { type: 'string' },
} as const

const readPort = (text: string): number => {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw new Refusal(`${text} is not a port: choose a whole number from 1 to 65535, or 0 for any that is free.`)
}

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new Refusal(
      `${error instanceof Error ? error.message.split('. ')[0] : 'That was not understood'}.\n\n${usage}`,
    )
  }
}

/** Reads the words after npm start. Throws Refusal for what cannot be done. */
export const readAsked = (args: readonly string[]): Asked => {
  const { values, positionals } = parsed(args)
  if (positionals.length > 1) throw new Refusal(`One file at a time, please.\n\n${usage}`)
  const { PORT } = process.env
  return {
    file: positionals[0],
    port: readPort(values.port ?? (PORT || '3000')),
    fresh: values.fresh ?? false,
    data: values.data,
    help: values.help ?? false,
  }
}
