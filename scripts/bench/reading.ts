import { addDays, isoDay, type Moment } from '../../src/calendar/day.ts'
import { isoMoment, londonDay } from '../../src/calendar/moment.ts'
import { readBatch } from '../../src/intake/feeds/reading.ts'
import type { Agency } from '../../src/people/service.ts'
import type { PersonId } from '../../src/record/field.ts'
import { append } from '../../src/store/append.ts'
import { asRecorder } from '../../src/store/asking.ts'
import { createFeed, type Feed, receive } from '../../src/store/feeds.ts'
import { learn } from '../../src/store/matching.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { trialKey } from '../../src/store/trial.ts'
import { emptyOne } from './databases.ts'
import { madeUpLines } from './made-up-family.ts'
import { clock, inPlace, madeUpPartnership, teamStarts, written } from './made-up-partnership.ts'
import { interleaved, line, median } from './printed.ts'

const [families, rounds, sideBySide] = [150, 12, 6]
const names = Array.from({ length: families }, (_, n) => `bench7${String(n).padStart(4, '0')}`)
const some = teamStarts.slice(0, 4)
const begun = [...some, ...madeUpLines(20 - some.length)].map(inPlace)
const child = (begun.find(one => one['kind'] === 'person')?.['person'] ?? 'maya') as PersonId

const fill = async (store: Store): Promise<Feed> => {
  const { partnership } = await madeUpPartnership(store, 300)
  for (const record of names)
    await written(store, { partnership, record, begins: true, lines: begun, writer: 'import', replayed: true })
  const feed = await createFeed(store, {
    ...{ partnership, id: 'royal', name: 'Royal', agency: 'hospital/royal' as Agency, sort: 'hl7', authority: 'RQ8' },
  })
  const learnt = names.map(record => ({
    ...{ feed: feed.id, authority: 'RQ8', number: record, record, person: child, how: 'bench', by: 'bench' },
  }))
  await asRecorder(store, { partnership }, client => learn(client, partnership, learnt))
  return feed
}

const time = (moment: number): string => isoMoment(moment as Moment).replaceAll(/[-: ]/gu, '')

/** A booking and a miss of the day before, for every family. */
const messagesOf = (round: number): readonly Buffer[] => {
  const now = clock()
  const start = `^^^${time(now - 86_400_000 - round * 60_000)}`
  const one = (event: string, record: string, made: number) =>
    [
      `MSH|^~\\&|PAS|ROYAL|HOLDFAST|NB|${time(made)}||SIU^${event}|${round}${record}${event}|P|2.4`,
      `SCH|${record}-${round}||||||||||${start}`,
      `PID|1||${record}^^^RQ8^MR`,
      'AIL|1||Kidney clinic',
    ].join('\r')
  return [
    ...names.map(name => one('S12', name, now - 40 * 86_400_000)),
    ...names.map(name => one('S26', name, now - 3_600_000)),
  ].map(text => Buffer.from(text))
}

const readAll = async (store: Store, feed: Feed): Promise<void> => {
  while (
    (
      await readBatch(store, feed.partnership, error => {
        throw error
      })
    ).read > 0
  );
}

const linesOf = (round: number) => {
  const today = londonDay(clock())
  const common = { by: 'hospital/northfield', child, clinic: 'Kidney clinic', appointment: `bare-${round}` }
  return [
    { ...common, kind: 'appointment-booked', on: isoDay(addDays(today, -40)), when: isoDay(addDays(today, -1)) },
    { ...common, kind: 'was-not-brought', on: isoDay(addDays(today, -1)) },
  ]
}

/** The same entries, appended without a message. */
const bare = async (store: Store, { partnership }: Feed, round: number): Promise<void> => {
  const waiting = names.map(record => ({ record }))
  const work = async () => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop())
      for (const each of linesOf(round))
        await append(store, { partnership, record: one.record, lines: [each], writer: 'import' })
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
}

/** Messages of a hospital read into many families, beside the same entries appended without them. */
export const reading = async (): Promise<void> => {
  const store = openStore(await emptyOne('reading'), { now: clock, sealingKey: trialKey })
  const feed = await fill(store)
  const messages = families * 2
  const { read, appended } = await interleaved(
    {
      read: async round => {
        await receive(
          store,
          feed,
          messagesOf(round).map(bytes => ({ bytes })),
        )
        await readAll(store, feed)
      },
      appended: round => bare(store, feed, round),
    },
    rounds,
  )
  const rate = (times: readonly number[]) => (messages / median(times)) * 1000
  line(
    `messages received and read a second, over ${families} families`,
    Math.round(rate(read)).toLocaleString('en'),
    'goal 300',
  )
  line('  the same entries appended without messages: a second', Math.round(rate(appended)).toLocaleString('en'))
  line('  as a part of that', `${((median(appended) / median(read)) * 100).toFixed(0)} %`, 'goal at least 50 %')
  await store.close()
}
