import { addDays, type Day, isoDay, type Moment } from '../../calendar/day.ts'
import { isoMoment, londonDay, momentAt } from '../../calendar/moment.ts'
import type { Agency } from '../../people/service.ts'
import { type OpenChild, readOpenChildren } from '../../store/extracts.ts'
import { createFeed, type Feed, type NewFeed, receive } from '../../store/feeds.ts'
import { setSheetColumns } from '../../store/sheets.ts'
import type { Store } from '../../store/store.ts'
import type { ColumnMap } from '../sheets/appointments/mapping.ts'
import { readSheetFile, takeSheetFile } from '../sheets/appointments/take-sheet.ts'
import { caseOfTheReview } from './living-example.ts'
import type { LoadedExample } from './load-example.ts'

/* What systems of the example send: a hospital by HL7, one by sheets, and the council's extract. Everybody in it is invented. */

type Made = Omit<NewFeed, 'partnership'>

const royal: Made = {
  ...{ id: 'royal-clinics', name: 'Royal clinic system', agency: 'hospital/royal' as Agency, sort: 'hl7' },
  authority: 'RQ8',
}
const northfield: Made = {
  ...{
    id: 'northfield-lists',
    name: 'Northfield clinic lists',
    agency: 'hospital/northfield' as Agency,
    sort: 'sheet',
  },
  authority: 'RNX',
}
const council: Made = {
  ...{ id: 'council', name: 'The council’s nightly extract', agency: 'social-care' as Agency, sort: 'extract' },
  authority: 'LA',
}

/** A child as a message of the example names them. */
interface Named {
  readonly number: string
  readonly nhs: string
  readonly name: string
  readonly born: Day
}

/** Appointments of the example, by what is sent of them. */
interface Sent extends Named {
  readonly event: string
  readonly appointment: string
  readonly start: Moment
  readonly clinic: string
  readonly status: string
}

const time = (moment: Moment): string => isoMoment(moment).replaceAll(/[-: ]/gu, '')

const messageOf = (made: Moment, sent: Sent): Buffer =>
  Buffer.from(
    [
      `MSH|^~\\&|PAS|ROYAL|HOLDFAST|EX|${time(made)}||${sent.event}|${sent.appointment}-${sent.status}|P|2.4`,
      `SCH|${sent.appointment}||||||||||^^^${time(sent.start)}${'|'.repeat(14)}${sent.status}`,
      `PID|1||${sent.number}^^^RQ8^MR~${sent.nhs}^^^NHS^NH||${sent.name}||${isoDay(sent.born).replaceAll('-', '')}`,
      `AIL|1||${sent.clinic}`,
    ].join('\r'),
  )

/** One of each that a hospital's desk meets: what is surely known, what may be, what is nobody's, what is not taken in, and what is broken. */
const messagesOf = (now: Moment, maya: Named): readonly Buffer[] => {
  const today = londonDay(now)
  const at = (days: number, clock: string) => momentAt(addDays(today, days), clock)
  const eyes = { event: 'SIU^S12', clinic: 'Eye clinic', status: 'Booked' }
  const stranger: Named = { number: 'RX77', nhs: '9990000050', name: 'QUILL^ROBIN', born: addDays(today, -2100) }
  const sent: readonly Sent[] = [
    { ...maya, ...eyes, appointment: 'RO-2001', start: at(23, '09:30') },
    { ...maya, ...eyes, appointment: 'RO-2002', start: at(30, '11:00'), clinic: 'Hearing clinic' },
    { ...maya, ...eyes, event: 'SIU^S14', appointment: 'RO-2002', start: at(30, '11:00'), status: 'X7' },
    { ...maya, ...eyes, appointment: 'RO-2003', start: at(16, '10:00'), number: 'RX78', born: addDays(maya.born, 1) },
    { ...stranger, ...eyes, appointment: 'RO-2004', start: at(9, '14:00') },
    { ...stranger, ...eyes, appointment: 'RO-2005', start: at(9, '15:00'), clinic: 'Sexual health clinic' },
  ]
  return [
    ...sent.map((one, place) => messageOf((now - (sent.length - place) * 60_000) as Moment, one)),
    Buffer.from('A line that is no message'),
  ]
}

const columns: ColumnMap = {
  columns: {
    ...{ nhsno: 'nhs', hospno: 'hospital-number', surname: 'surname', forename: 'forename', dob: 'born' },
    ...{ apptdate: 'day', appttime: 'time', clinic: 'clinic', outcome: 'outcome' },
  },
  dates: 'day-first',
}

const sheetOf = (now: Moment, { nhs, born }: Named): Uint8Array => {
  const today = londonDay(now)
  const rows = [
    'NHS No,Hosp No,Surname,Forename,DOB,Appt Date,Appt Time,Clinic,Outcome',
    `${nhs},N4410,Ellis,Maya,${isoDay(born)},${isoDay(addDays(today, 37))},10:15,Dietitian,`,
    `9990000050,N4411,Quill,Robin,${isoDay(addDays(today, -2100))},${isoDay(addDays(today, 5))},09:00,Dietitian,`,
  ]
  return new TextEncoder().encode(`${rows.join('\n')}\n`)
}

const sendSheet = async (store: Store, feed: Feed, maya: Named): Promise<void> => {
  const now = store.now()
  await setSheetColumns(store, feed, columns, 'import')
  const read = await readSheetFile(sheetOf(now, maya), feed, { made: now, map: columns })
  if (!('faults' in read)) await takeSheetFile(store, feed, read, `example-${now}`)
}

const findMaya = (children: readonly OpenChild[], { records }: LoadedExample): Named | undefined => {
  const maya = children.find(({ record, person }) => record === records.get(caseOfTheReview) && person === 'maya')
  if (maya?.nhs === undefined || maya.born === undefined) return undefined
  return { number: 'RX12', nhs: maya.nhs, name: 'ELLIS^MAYA', born: maya.born }
}

/** Makes the feeds of the example, and has each send something; it is read once reading has begun. */
export const loadExampleFeeds = async (store: Store, loaded: LoadedExample): Promise<void> => {
  const { partnership } = loaded
  const maya = findMaya(await readOpenChildren(store, partnership), loaded)
  if (maya === undefined) return
  const clinics = await createFeed(store, { partnership, ...royal })
  await receive(
    store,
    clinics,
    messagesOf(store.now(), maya).map(bytes => ({ bytes })),
  )
  await sendSheet(store, await createFeed(store, { partnership, ...northfield }), maya)
  await createFeed(store, { partnership, ...council })
}
