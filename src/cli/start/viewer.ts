import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { settingsFrom, withAllAdopted } from '../../duties/settings.ts'
import { readChronology } from '../../intake/sheets/chronology-file.ts'
import { app } from '../../pages/app.ts'
import { stylesheet } from '../../pages/kit/stylesheet.ts'
import { type Family, familyNumber, type Partnership } from '../../pages/partnership.ts'
import { faultInWords } from '../../pages/your-file.ts'
import { familiesIn } from '../../record/agency-record.ts'
import type { Entry } from '../../record/entry.ts'
import { close, listen, onStop, serverOf } from './listen.ts'
import { Refusal } from './refusal.ts'

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

const numbered = (records: readonly (readonly Entry[])[]): readonly Family[] =>
  records.map((entries, index) => ({ id: familyNumber(index + 1), entries }))

const ownFamilies = async (path: string): Promise<Partnership> => {
  const entries = await entriesOf(path)
  const families = numbered(familiesIn(entries).map(family => family.entries))
  if (families.length === 0) throw new Refusal(`${path} holds what agencies keep, and no family.`)
  return { families, settings: withAllAdopted(settingsFrom(entries)), example: false }
}

/** Shows a chronology file of one's own on this computer; nothing is stored. */
export const viewFile = async (file: string, port: number): Promise<void> => {
  const partnership = await ownFamilies(file)
  stylesheet()
  const server = serverOf(app(partnership).fetch)
  onStop(() => {
    close(server).catch(() => {})
    server.closeAllConnections()
  })
  const answering = await listen(server, port)
  const first = partnership.families[0]?.id ?? '01'
  console.log(`Holdfast is at http://localhost:${answering}
Look first at what became of every promise: http://localhost:${answering}/families/${first}/threads
Then choose an earlier day there, to see what was known on it.
Stop it with Ctrl-C.`)
}
