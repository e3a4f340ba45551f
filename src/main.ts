import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import type { Server } from 'node:http'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createAdaptorServer } from '@hono/node-server'
import { settingsFrom } from './duties/settings.ts'
import { readChronology } from './intake/sheets/chronology-file.ts'
import { app } from './pages/app.ts'
import { stylesheet } from './pages/kit/stylesheet.ts'
import { type Family, familyNumber, type Partnership } from './pages/partnership.ts'
import { faultInWords } from './pages/your-file.ts'
import { familiesIn } from './record/agency-record.ts'
import type { Entry } from './record/entry.ts'

const usage = `npm start                     shows the example families
npm start -- FILE             shows a chronology file of your own (CSV, XLSX or JSON Lines)
npm start -- --port N [FILE]  answers at another port than 3000 (or set PORT)
npm start -- --help           says this`

/** What was asked in a way that cannot be done; said on the terminal, and the process ends with 2. */
class Refusal extends Error {}

interface Asked {
  readonly file: string | undefined
  readonly port: number
  readonly help: boolean
}

const options = { port: { type: 'string', short: 'p' }, help: { type: 'boolean', short: 'h' } } as const

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

const readAsked = (args: readonly string[]): Asked => {
  const { values, positionals } = parsed(args)
  if (positionals.length > 1) throw new Refusal(`One file at a time, please.\n\n${usage}`)
  const { PORT } = process.env
  return {
    file: positionals[0],
    port: readPort(values.port ?? (PORT || '3000')),
    help: values.help ?? false,
  }
}

const largest = 64 * 1024 * 1024

const whyUnreadable: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file: check its name and folder.',
  EACCES: 'You may not read this file: change its permissions, or copy it to where you may.',
  EPERM: 'You may not read this file: change its permissions, or copy it to where you may.',
}

const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new Refusal(`${path} is a folder. Name one chronology file in it.`)
    if (found.size > largest) throw new Refusal(`${path} is larger than 64 MB. Split it into one file a family.`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof Refusal) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Refusal(`${path} cannot be read. ${whyUnreadable[code] ?? `The computer says ${code || 'no more'}.`}`)
  }
}

const mostFaults = 50

const entriesOf = async (path: string): Promise<readonly Entry[]> => {
  const read = await readChronology(await bytesOf(path), basename(path))
  if ('entries' in read) return read.entries
  const shown = read.faults.slice(0, mostFaults).map(fault => `  ${faultInWords(fault)}`)
  const rest = read.faults.length - shown.length
  const more = rest > 0 ? `\n  … and ${rest} more` : ''
  throw new Refusal(`${path} cannot be shown yet. Nothing of it was taken. To mend:\n${shown.join('\n')}${more}`)
}

const examples = join(import.meta.dirname, '..', 'examples')
const ofAgencies = 'partnership.jsonl'

/** The invented families: a file each, and what their agencies keep. */
const exampleFamilies = async (): Promise<Partnership> => {
  const files = existsSync(examples) ? (await readdir(examples)).filter(name => name.endsWith('.jsonl')).sort() : []
  const agencies = files.includes(ofAgencies) ? await entriesOf(join(examples, ofAgencies)) : []
  const read = await Promise.all(files.filter(name => name !== ofAgencies).map(name => entriesOf(join(examples, name))))
  const families = numbered(read.flatMap(entries => familiesIn(entries, agencies)).map(family => family.entries))
  return { families, settings: settingsFrom(agencies), example: true }
}

const ownFamilies = async (path: string): Promise<Partnership> => {
  const entries = await entriesOf(path)
  const families = numbered(familiesIn(entries).map(family => family.entries))
  if (families.length === 0) throw new Refusal(`${path} holds what agencies keep, and no family.`)
  return { families, settings: settingsFrom(entries), example: false }
}

const numbered = (records: readonly (readonly Entry[])[]): readonly Family[] =>
  records.map((entries, index) => ({ id: familyNumber(index + 1), entries }))

const portsTried = 20

const listenAt = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => resolve(true))
  })

/** Listens at the first free port from the one that was asked, and says which. */
const listen = async (server: Server, port: number): Promise<number> => {
  for (let tried = port; tried < port + portsTried && tried <= 65_535; tried += 1) {
    if (await listenAt(server, tried)) return portOf(server)
    console.log(`Port ${tried} is taken.`)
  }
  throw new Refusal(`No port from ${port} to ${port + portsTried - 1} is free. Choose another with --port N.`)
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const stopOnSignal = (server: Server): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      server.close()
      server.closeAllConnections()
    })
}

const lookFirst = ({ families, example }: Partnership, port: number): string => {
  const [first] = families
  if (first === undefined)
    return `There are no examples here. Add a file of your own at http://localhost:${port}/your-file`
  const invented = example ? 'Everybody in it is invented.\n' : ''
  return `${invented}Look first at what became of every promise: http://localhost:${port}/families/${first.id}/threads
Then choose an earlier day there, to see what was known on it.`
}

const serve = async ({ file, port }: Asked): Promise<void> => {
  const partnership = file === undefined ? await exampleFamilies() : await ownFamilies(file)
  stylesheet()
  const server = createAdaptorServer({ fetch: app(partnership).fetch }) as Server
  stopOnSignal(server)
  const answering = await listen(server, port)
  console.log(
    `Holdfast is at http://localhost:${answering}\n${lookFirst(partnership, answering)}\nStop it with Ctrl-C.`,
  )
}

const main = async (): Promise<void> => {
  try {
    const asked = readAsked(process.argv.slice(2))
    if (asked.help) console.log(usage)
    else await serve(asked)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}

await main()
