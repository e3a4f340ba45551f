import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, type Day, isoDay } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { derive } from '../duties/derive.ts'
import { settingsFrom } from '../duties/settings.ts'
import { withAgencies } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { append } from '../store/append.ts'
import { asRecorder } from '../store/asking.ts'
import type { Line } from '../store/line.ts'
import { beginRecord, newPartnership } from '../store/records.ts'
import { openStore, type Store } from '../store/store.ts'
import { type TrialStore, trialStore } from '../store/trial.ts'
import { exampleLines } from '../store/trial-family.ts'
import { valuesOf } from './forms/form-values.ts'
import { isOffered } from './forms/offered.ts'
import { readForm } from './forms/read-form.ts'
import { lineOf } from './sheets/file-form.ts'

/* One record, three ways in: replayed from its file, written to the store, entered form by form. */

const names = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']

let trial: TrialStore
let store: Store
let partnership = 0
let today: Day
let agencies: readonly Entry[] = []
const families = new Map<string, readonly Line[]>()

before(async () => {
  trial = await trialStore()
  store = openStore(trial.connections)
  today = londonDay(store.now())
  partnership = await newPartnership(store, 'Northmoor')
  const lines = await exampleLines('partnership')
  await append(store, { partnership, record: 'agencies', lines, writer: 'import' })
  agencies = lines.map(read)
  for (const name of names) families.set(name, await exampleLines(name))
})
after(async () => {
  await store.close()
  await trial.drop()
})

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}

/** What `holdfast replay` derives. */
const replayed = (lines: readonly Line[]): readonly string[] =>
  derive(picture(withAgencies(lines.map(read), agencies)), settingsFrom(agencies))
    .map(({ key, owner, agency, opens, due, ended, projected }) => {
      const end = ended === undefined ? [] : [isoDay(ended.day), ended.how]
      return [key, owner, agency ?? '', isoDay(opens), isoDay(due.day), ...end, projected].join(' ')
    })
    .sort()

const stored = (record: string): Promise<readonly string[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(
      `select concat_ws(' ', key, owner, coalesce(agency, ''), opens, due, ended, how, projected::text) as duty from duty
       where partnership = $1 and record = $2`,
      [partnership, record],
    )
    return rows.map(({ duty }) => String(duty)).sort()
  })

/** Writes lines to a new record, so many at once; gives its id. */
const written = async (lines: readonly Line[], atOnce: number, arrives: 'then' | 'now' = 'then'): Promise<string> => {
  const writing = { partnership, writer: 'import', replayed: arrives === 'then' } as const
  const first = await beginRecord(store, { ...writing, lines: lines.slice(0, atOnce) })
  if (!('record' in first)) throw new Error(JSON.stringify(first))
  for (let at = atOnce; at < lines.length; at += atOnce)
    await append(store, { ...writing, record: first.record, lines: lines.slice(at, at + atOnce) })
  return first.record
}

const fileOf = (name: string): readonly Line[] => families.get(name) ?? []

/** In an order that has nothing to do with what happened, and is the same each time. */
const shuffled = (lines: readonly Line[]): readonly Line[] => {
  const place = (line: Line) =>
    [...JSON.stringify(line)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7)
  return [...lines].sort((one, other) => place(one) - place(other))
}

describe('the duties of a file', () => {
  for (const name of names)
    it(`are those of the store, written at once in its order or in none: ${name}`, async () => {
      const wanted = replayed(fileOf(name))
      assert.ok(wanted.length > 5)
      assert.deepEqual(await stored(await written(fileOf(name), 1000)), wanted)
      assert.deepEqual(await stored(await written(shuffled(fileOf(name)), 1000)), wanted)
    })

  for (const name of ['03', '05', '07', '09'])
    it(`are those of the store, line by line, arriving now: ${name}`, async () => {
      const wanted = replayed(fileOf(name))
      assert.deepEqual(await stored(await written(fileOf(name), 1, 'now')), wanted)
      assert.deepEqual(await stored(await written(shuffled(fileOf(name)), 1, 'now')), wanted)
    })
})

const frame = ['id', 'written', 'by', 'author', 'corrects', 'record'] as const

/** The line that a form makes of what a line says, where there is such a form. */
const asForm = (raw: Line): Line => {
  const { kind } = read(raw)
  if (!isOffered(kind)) return raw
  const line: Line = lineOf(read(raw))
  const own = Object.fromEntries(
    Object.entries(line).filter(([field]) => !(frame as readonly string[]).includes(field)),
  )
  const held = Object.fromEntries(
    frame.flatMap(field => (typeof line[field] === 'string' ? [[field, line[field]]] : [])),
  )
  const sent = valuesOf(own as Readonly<Record<string, string | readonly string[]>>)
  const form = readForm(kind, sent, { key: 'abcdefghijkl', today: addDays(today, 365), frame: held })
  if ('problems' in form) throw new Error(`${kind}: ${JSON.stringify(form.problems)}`)
  return form.line
}

describe('what is entered form by form', () => {
  for (const name of names)
    it(`makes the same entries, and the same duties in the store: ${name}`, async () => {
      const lines = fileOf(name)
      const forms = lines.map(asForm)
      for (const [at, line] of forms.entries())
        assert.deepEqual(read(line), read(lines[at] ?? {}), JSON.stringify(line))
      assert.deepEqual(await stored(await written(forms, 1000)), replayed(lines))
    })

  it('is entered in forms at all', () => {
    const all = names.flatMap(fileOf)
    assert.ok(all.filter(line => isOffered(read(line).kind)).length > all.length * 0.95)
  })
})
