import type pg from 'pg'
import { addDays, type Day, isoDay, type Moment } from '../../calendar/day.ts'
import { isoMoment, londonDay } from '../../calendar/moment.ts'
import { workingDayFrom } from '../../duties/digest.ts'
import type { PractitionerId } from '../../people/practitioner.ts'
import type { Agency } from '../../people/service.ts'
import { addPractitioner } from '../../store/accounts.ts'
import { append } from '../../store/append.ts'
import { asOwner } from '../../store/as-owner.ts'
import { createFeed, type Feed, receive } from '../../store/feeds.ts'
import type { Line } from '../../store/line.ts'
import { beginRecord, newPartnership } from '../../store/records.ts'
import { openStore, type Store } from '../../store/store.ts'
import { trialKey, trialStore } from '../../store/trial.ts'
import { readBatch } from './reading.ts'

/* For tests: an invented child on an open record, and a hospital that sends HL7 of children. */

/** An installation with one child on its record, and one feed. */
export interface TrialFeed {
  readonly store: Store
  readonly feed: Feed
  readonly partnership: number
  readonly record: string
  readonly today: Day
  readonly clerk: PractitionerId
  readonly governance: PractitionerId
  /** Sets the clock on by so many hours. */
  readonly later: (hours: number) => void
  /** Receives messages and reads them; throws what went wrong. */
  readonly take: (...messages: readonly Buffer[]) => Promise<readonly number[]>
  readonly read: () => Promise<void>
  /** The entries that a feed wrote: kind, day and what tells who did it. */
  readonly written: (record?: string) => Promise<readonly Line[]>
  readonly states: () => Promise<readonly string[]>
  readonly ask: (sql: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>
  readonly owner: pg.ClientConfig
  readonly begin: (lines: readonly Line[]) => Promise<string>
  readonly write: (...lines: readonly Line[]) => Promise<void>
  readonly end: () => Promise<void>
}

export const ada = { nhs: '9990000018', born: '2019-06-04', name: 'Ada Marsh' } as const

const adaLines = (today: Day): readonly Line[] => {
  const by = 'social-care/rowan-team'
  const before = isoDay(addDays(today, -40))
  return [
    { kind: 'person', person: 'ada', ...ada, as: 'child', subject: 'yes' },
    { kind: 'person', person: 'tess', name: 'Tess Marsh', born: '1994-02-17', as: 'adult', nhs: '9990000026' },
    { kind: 'relationship', person: 'tess', is: 'mother', of: 'ada', responsibility: 'yes' },
    { kind: 'lives-at', person: 'ada; tess', address: '3 Weir Lane, Northmoor' },
    { kind: 'worker-starts', on: before, by: 'gp/elm-road', role: 'gp' },
    { kind: 'worker-starts', on: before, by, role: 'social-worker' },
    { kind: 'plan-started', on: before, by, plan: 'p', type: 'child-protection' },
    {
      kind: 'condition',
      on: before,
      by,
      condition: 'any-miss',
      events: 'was-not-brought',
      consequence: 'conference',
      owner: 'team-manager',
    },
  ]
}

const post = (agency: string, role: string) => ({ agency, role }) as never

const people = async (store: Store, partnership: number) => {
  const add = (name: string, signIn: string, agency: string, role: string) =>
    addPractitioner(store, partnership, { name, signIn, posts: [post(agency, role)] })
  await add('Siobhan Keane', 'siobhan.keane', 'social-care/rowan-team', 'team-manager')
  await add('Yusra Haddon', 'yusra.haddon', 'gp/elm-road', 'practice-safeguarding-lead')
  await add('Cleo Clinic', 'cleo.clinic', 'hospital/royal', 'clinic')
  return {
    clerk: await add('Sam Secretary', 'sam.secretary', 'hospital/royal', 'medical-secretary'),
    governance: await add('Gil Governance', 'gil.governance', 'partnership', 'information-governance-lead'),
  }
}

/** A database for a test with a child on an open record and a feed of one hospital. */
export const trialFeed = async (): Promise<TrialFeed> => {
  const trial = await trialStore()
  const day = londonDay(Date.now() as Moment)
  let now = (Date.now() + (workingDayFrom(day) - day) * 86_400_000) as Moment
  const store = openStore(trial.connections, { now: () => now, sealingKey: trialKey })
  const partnership = await newPartnership(store, 'Northmoor')
  const staff = await people(store, partnership)
  const begin = async (lines: readonly Line[]): Promise<string> => {
    const outcome = await beginRecord(store, { partnership, lines, writer: 'import' })
    if (!('record' in outcome)) throw new Error(JSON.stringify(outcome))
    return outcome.record
  }
  const today = londonDay(now)
  const record = await begin(adaLines(today))
  const feed = await createFeed(store, {
    ...{
      partnership,
      id: 'royal',
      name: 'Royal hospital system',
      agency: 'hospital/royal' as Agency,
      sort: 'hl7',
      authority: 'RQ8',
    },
  })
  const ask: TrialFeed['ask'] = (sql, values = []) =>
    asOwner(trial.connections.owner, async client => (await client.query(sql, [...values])).rows)
  const read = async (): Promise<void> => {
    const faults: unknown[] = []
    while ((await readBatch(store, partnership, error => faults.push(error))).read > 0);
    if (faults.length > 0) throw faults[0]
  }
  return {
    ...{ store, feed, partnership, record, today, ...staff, ask, begin, read, owner: trial.connections.owner },
    later: hours => {
      now = (now + hours * 3_600_000) as Moment
    },
    take: async (...messages) => {
      const numbers = await receive(
        store,
        feed,
        messages.map(bytes => ({ bytes })),
      )
      await read()
      return numbers
    },
    written: async (of = record) =>
      (await ask(`select content from content where record = $1 and entry like 'royal-%' order by number`, [of])).map(
        ({ content }) => JSON.parse(String(content)),
      ),
    states: async () =>
      (await ask('select state, reason from message order by message')).map(one =>
        [one['state'], one['reason']].filter(part => part !== null).join(' '),
      ),
    write: async (...lines) => {
      const outcome = await append(store, { partnership, record, lines, writer: 'import' })
      if (!('number' in outcome)) throw new Error(JSON.stringify(outcome))
    },
    end: async () => {
      await store.close()
      await trial.drop()
    },
  }
}

/** What an invented HL7 message says; what is left out is as Ada has it. */
export interface Sent {
  readonly event: string
  readonly made: Moment
  readonly start?: Moment
  readonly number?: string
  readonly hospital?: string
  readonly nhs?: string
  readonly born?: string
  readonly name?: string
  readonly clinic?: string
  readonly address?: string
  readonly telephone?: string
  readonly status?: string
  readonly died?: string
  readonly more?: readonly string[]
}

const time = (moment: Moment): string => isoMoment(moment).replaceAll(/[-: ]/gu, '')

const pidOf = (sent: Sent): string => {
  const { hospital = 'R1', nhs = ada.nhs, born = ada.born, name = 'MARSH^ADA', address = '', telephone = '' } = sent
  const ids = [hospital === '' ? '' : `${hospital}^^^RQ8^MR`, nhs === '' ? '' : `${nhs}^^^NHS^NH`].filter(
    id => id !== '',
  )
  const died = sent.died === undefined ? '' : `${'|'.repeat(16)}${sent.died}|Y`
  return `PID|1||${ids.join('~')}||${name}||${born.replaceAll('-', '')}|2|||${address}||${telephone}${died}`
}

/** An HL7 message in bytes. */
export const hl7 = (sent: Sent): Buffer => {
  const { event, made, start, number = 'A1', clinic = 'Kidney clinic', status = '' } = sent
  const isAppointment = event.startsWith('SIU')
  return Buffer.from(
    [
      `MSH|^~\\&|PAS|ROYAL|HOLDFAST|NB|${time(made)}||${event}|${made}|P|2.4`,
      ...(event.startsWith('ADT') ? [`EVN||${time(made)}`] : []),
      ...(isAppointment
        ? [`SCH|${number}||||||||||^^^${start === undefined ? '' : time(start)}${'|'.repeat(14)}${status}`]
        : []),
      pidOf(sent),
      ...(isAppointment && clinic !== '' ? [`AIL|1||${clinic}`] : []),
      ...(sent.more ?? []),
    ].join('\r'),
    'utf8',
  )
}
