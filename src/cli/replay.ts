import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Day, findDay } from '../calendar/day.ts'
import { dayWithWeekday } from '../calendar/words.ts'
import { type Ledger, lastDay, ledger } from '../duties/ledger.ts'
import { settingsFrom, withAllAdopted } from '../duties/settings.ts'
import { readChronology } from '../intake/sheets/chronology-file.ts'
import { type Agency, agencyInWords, findAgency } from '../people/service.ts'
import { agenciesRecord, familiesIn, ownOfAgencies } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { type Naming, namesIn } from '../record/wording.ts'
import { faultsInWords } from './faults.ts'
import { rowAsJson } from './ledger-json.ts'
import { rowAsText } from './ledger-text.ts'
import { whatStood } from './stood.ts'

export const replayHelp = `holdfast replay FILE [--as-at DATE] [--known-to AGENCY] [--json] [--check]

  Prints every duty that a chronology raises: who owed it, by when, why, and what became of it.
  FILE          JSON Lines, CSV or XLSX, as docs/entries.md describes
  --as-at DATE  reads it on that day: 2019-05-13; the last day of the file if left out
  --known-to A  only what that agency knew: health-visiting, hospital/royal
  --json        the same as JSON, one object a duty (docs/ledger.md)
  --check       only says whether the file is sound
`

interface Wanted {
  readonly file: string
  readonly asAt: Day | undefined
  readonly knownTo: Agency | undefined
  readonly json: boolean
  readonly check: boolean
}

const options = {
  'as-at': { type: 'string' },
  'known-to': { type: 'string' },
  json: { type: 'boolean' },
  check: { type: 'boolean' },
} as const

/** What the words after `replay` ask for, or what is wrong with them. */
const wanted = (args: readonly string[]): Wanted | string => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) return 'Name one file. The template is made by: holdfast template csv'
  const asAt = values['as-at'] === undefined ? undefined : findDay(values['as-at'].trim())
  if (values['as-at'] !== undefined && asAt === undefined)
    return `--as-at: "${values['as-at']}" is not a day: write it as 2019-05-13`
  const knownTo = values['known-to'] === undefined ? undefined : findAgency(values['known-to'])
  if (values['known-to'] !== undefined && knownTo === undefined)
    return `--known-to: "${values['known-to']}" is not an agency: write a service, or service/name such as hospital/royal`
  return { file, asAt, knownTo, json: values.json ?? false, check: values.check ?? false }
}

const asked = (args: readonly string[]): Wanted | string => {
  try {
    return wanted(args)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const refuse = (words: string): number => {
  process.stderr.write(`${words}\n`)
  return 2
}

const progress = (record: string | undefined, size: number) => {
  if (size < 1500) return {}
  const say = (done: number, of: number) => {
    if (done % 50 === 0 || done === of)
      process.stderr.write(`\r${record ?? 'replaying'}: day ${done} of ${of}${done === of ? '\n' : ''}`)
  }
  return { progress: say }
}

/** In the agencies' own record no child is named: what is owed there is owed for all of them. */
const naming = (book: Ledger, record: string | undefined): Naming =>
  record === agenciesRecord ? () => 'all children' : namesIn(book.picture.people, book.picture.subject[0])

const print = (asking: Wanted, entries: readonly Entry[]): void => {
  const settings = withAllAdopted(settingsFrom(entries))
  const asAt = asking.asAt ?? lastDay(entries)
  const question = { asAt, settings, history: true, ...(asking.knownTo && { knownTo: asking.knownTo }) }
  const records = [...familiesIn(entries), { record: agenciesRecord, entries: ownOfAgencies(entries) }]
  const books = records
    .map(one => ({ ...one, book: ledger(one.entries, { ...question, ...progress(one.record, one.entries.length) }) }))
    .filter(({ record, book }) => record !== agenciesRecord || book.rows.length > 0)
  if (asking.json) {
    const rows = books.flatMap(({ book, record }) =>
      book.rows.map(row => JSON.stringify(rowAsJson(row, naming(book, record), record))),
    )
    process.stdout.write(rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`)
    return
  }
  for (const { book, record, entries: own } of books) process.stdout.write(`${asText(asking, book, record, own)}\n`)
}

const asText = (asking: Wanted, book: Ledger, record: string | undefined, entries: readonly Entry[]): string => {
  const name = naming(book, record)
  const knowing = asking.knownTo === undefined ? {} : { knownTo: asking.knownTo }
  const then = picture(entries, { ...knowing, knownOn: book.asAt })
  const late = book.rows.filter(row => row.state === 'late').length
  const head = [
    `${record === undefined ? '' : `${record}: `}what was owed, read on ${dayWithWeekday(book.asAt)}${asking.knownTo === undefined ? '' : `, as known to ${agencyInWords(asking.knownTo)}`}`,
    ...(record === agenciesRecord
      ? []
      : ['What stood on that day, as known then:', ...whatStood(then, book.asAt, name).map(line => `  ${line}`)]),
    `${book.rows.length === 1 ? '1 duty' : `${book.rows.length} duties`}, ${late} of them late and still owed. When an entry arrived is taken from when it was written.`,
  ]
  return [...head, '', ...book.rows.map(row => `${rowAsText(row, name)}\n`)].join('\n')
}

const bytesOf = async (file: string): Promise<Uint8Array | string> => {
  try {
    return await readFile(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return code === 'ENOENT'
      ? `There is no file "${file}".`
      : code === 'EISDIR'
        ? `"${file}" is a folder: name one file in it.`
        : `"${file}" cannot be read (${code ?? 'unknown'}).`
  }
}

/** `holdfast replay`: prints the ledger of a chronology file. Gives the exit status: 0, or 2 when the call or the file is wrong. */
export const replay = async (args: readonly string[]): Promise<number> => {
  const asking = asked(args)
  if (typeof asking === 'string') return refuse(`${asking}\n\n${replayHelp}`)
  const bytes = await bytesOf(asking.file)
  if (typeof bytes === 'string') return refuse(bytes)
  const result = await readChronology(bytes, basename(asking.file))
  if ('faults' in result) return refuse(faultsInWords(asking.file, result.faults))
  if (asking.check)
    process.stdout.write(
      `${asking.file} is sound: ${result.entries.length === 1 ? '1 entry' : `${result.entries.length} entries`}.\n`,
    )
  else print(asking, result.entries)
  return 0
}
