import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import type { Day } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { wordsOfLetter } from './letter.ts'
import { letterToParent, letterToService, type MayBeSaid, type ToParent } from './letter-after-miss.ts'
import { letterAsDocument } from './letter-as-document.ts'

type Line = Readonly<Record<string, unknown>>
const by = 'hospital/royal'

const entryOf = (line: Line) => {
  const read = readEntry(line)
  assert.ok('entry' in read, JSON.stringify(read))
  return read.entry
}

const family: readonly Line[] = [
  {
    kind: 'person',
    person: 'maya',
    name: 'Maya Ellis',
    born: '2018-06-06',
    as: 'child',
    subject: 'yes',
    nhs: '9990000018',
  },
  { kind: 'person', person: 'leah', name: 'Leah Ellis', born: '1998-02-01', as: 'adult' },
  { kind: 'person', person: 'rob', name: 'Robert Kane', born: '1990-02-01', as: 'adult' },
  { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' },
  { kind: 'relationship', person: 'rob', is: 'father', of: 'maya', responsibility: 'yes' },
  { kind: 'lives-at', on: '2019-01-01', by: 'social-care', person: 'maya; leah', address: '14 Mill Row' },
  { kind: 'lives-at', on: '2019-01-01', by: 'social-care', person: 'rob', address: '3 Beech Close' },
  {
    kind: 'appointment-booked',
    on: '2019-04-26',
    by,
    appointment: 'eyes-4',
    clinic: 'the eye clinic',
    when: '2019-05-20 10:20',
  },
  {
    ...{ kind: 'was-not-brought', on: '2019-04-24', by, appointment: 'eyes-3', clinic: 'the eye clinic' },
    reason: 'Leah says that Rob took the car',
  },
]
const stands = picture(family.map(entryOf))
const review = (words: Line = {}): EntryOf<'notes-reviewed'> => {
  const said = { purpose: 'To see whether the patch helps.', harm: 'She may lose sight in one eye.', next: 'rebook' }
  const line = { kind: 'notes-reviewed', on: '2019-04-29', by, appointment: 'eyes-3', ...said, ...words }
  return entryOf(line) as EntryOf<'notes-reviewed'>
}
const appointmentOf = (id: string) => {
  const found = stands.appointments.find(one => (one.id as string) === id)
  assert.ok(found)
  return found
}
const said = (words: Line = {}): MayBeSaid => ({
  ...{
    stands,
    everybody: stands,
    child: 'maya' as PersonId,
    appointment: appointmentOf('eyes-3'),
    missedOn: appointmentOf('eyes-3').missed?.day as Day,
  },
  ...{ today: review().day, review: review(words), next: appointmentOf('eyes-4'), telephone: '01632 960 100' },
})
const leah: ToParent = {
  ...{ person: 'leah' as PersonId, address: '14 Mill Row', namesTimeAndPlace: true },
  copies: ['the GP practice', 'health visiting'],
}
const rob: ToParent = { ...leah, person: 'rob' as PersonId, address: '3 Beech Close' }
const wordsTo = (to: ToParent, words: Line = {}): string => wordsOfLetter(letterToParent(said(words), to).letter)

describe('the letter to a parent after a missed appointment', () => {
  it('says kindly what it was for, what may happen without it, what comes next and how to be helped', () => {
    const words = wordsTo(leah, { mattersBy: '2019-06-01' })
    assert.match(words, /Dear Leah Ellis,/u)
    assert.match(words, /Maya had an appointment on 24 April 2019 at the eye clinic\. We did not see Maya that day\./u)
    assert.match(words, /there is often a good reason\. Please tell us, so that we can help/u)
    assert.match(words, /To see whether the patch helps\.[\s\S]*She may lose sight in one eye\./u)
    assert.match(words, /seen by 1 June 2019/u)
    assert.match(words, /new appointment: 20 May 2019 at 10:20, at the eye clinic, Royal hospital/u)
    assert.match(words, /01632 960 100[\s\S]*Ring 111/u)
    assert.match(words, /A copy of this letter goes to the GP practice and health visiting/u)
    assert.doesNotMatch(words, /not brought|failed|missed|DNA|non-attend|did not attend/iu)
  })

  it('holds nothing of the other parent: no name, no address, no reason, whoever it is for', () => {
    const toLeah = wordsTo(leah)
    assert.doesNotMatch(toLeah, /Rob|Kane|Beech|father|the car/iu)
    const toRob = wordsTo(rob)
    assert.doesNotMatch(toRob, /Leah|Mill Row|mother|the car/iu)
    assert.match(toRob, /Dear Robert Kane/u)
  })

  it('leaves out what somebody wrote of the other parent, and says that it did', () => {
    for (const harm of [
      'Robert did not bring her.',
      'Her father must give the drops.',
      'The drops are at 3 beech  close.',
      'As Kane was told.',
      'Please ask Rob.',
    ]) {
      const { letter, leftOut } = letterToParent(said({ harm }), leah)
      assert.ok(!wordsOfLetter(letter).includes(harm), harm)
      assert.deepEqual(leftOut, ['what may happen without it'])
    }
    assert.deepEqual(
      letterToParent(said({ harm: 'Leah knows that Maya Ellis may lose sight. Robins are birds.' }), leah).leftOut,
      [],
    )
  })

  it('leaves out the name of somebody of whom the reader may not know at all', () => {
    const partner = entryOf({ kind: 'person', person: 'sam', name: 'Samuel Oake', as: 'adult', hiddenFrom: 'rob' })
    const everybody = picture([...family.map(entryOf), partner])
    const harm = 'Samuel was told that she may lose sight.'
    assert.equal(letterToParent({ ...said({ harm }), everybody }, rob).leftOut.length, 1)
  })

  it('names no time and no place to whom neither may be told', () => {
    const words = wordsTo(
      { ...rob, namesTimeAndPlace: false },
      { mattersBy: '2019-06-01', purpose: 'The eye clinic on Mondays.' },
    )
    assert.doesNotMatch(words, /eye clinic|Royal|20 May|24 April|10:20|1 June|Monday/u)
    assert.match(words, /Maya had a health appointment/u)
    assert.match(words, /She may lose sight in one eye/u)
  })

  it('asks after discharge without shutting the door', () => {
    const { letter } = letterToParent({ ...said({ next: 'discharge' }), next: undefined }, leah)
    assert.match(wordsOfLetter(letter), /If you would like one, tell us: Maya can be seen/u)
  })

  it('is written in short words and short sentences', () => {
    const sentences = wordsTo(leah)
      .split(/[.?!\n]+/u)
      .map(one => one.trim())
      .filter(one => one !== '')
    const lengths = sentences.map(one => one.split(/\s+/u).length)
    assert.ok(Math.max(...lengths) <= 24, String(Math.max(...lengths)))
    assert.ok(lengths.reduce((sum, one) => sum + one, 0) / lengths.length < 12)
  })
})

describe('the copy to a service', () => {
  it('says who, what, the harm, what is planned and what is asked; no reason, and no parent by name', () => {
    const words = wordsOfLetter(letterToService(said(), 'gp/elm-road' as Agency, true))
    assert.match(words, /Maya Ellis, born 6 June 2018, 10 months old, NHS 999 000 0018/u)
    assert.match(words, /was not brought to the eye clinic, Royal hospital, on 24 April 2019/u)
    assert.match(words, /She may lose sight in one eye[\s\S]*20 May 2019 at 10:20/u)
    assert.match(words, /Please follow this up/u)
    assert.match(words, /online/u)
    assert.doesNotMatch(words, /Leah|Rob|Mill Row|Beech|the car/u)
  })
})

/** What the files in a zip archive hold, by its directory at the end (APPNOTE 4.3.12). */
const filesIn = (bytes: Uint8Array): readonly string[] => {
  const zip = Buffer.from(bytes)
  const files: string[] = []
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const [method, size, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(start, start + size)
    files.push((method === 0 ? data : inflateRawSync(data)).toString())
  }
  return files
}

describe('the letter as a document', () => {
  it('opens as Office Open XML and holds the words of the letter and nobody else’s name', async () => {
    const bytes = await letterAsDocument(letterToParent(said(), leah).letter)
    const text = filesIn(bytes).join('\n')
    assert.match(text, /Dear Leah Ellis,/u)
    assert.match(text, /She may lose sight in one eye\./u)
    assert.doesNotMatch(text, /Kane|Beech|the car/u)
  })
})
