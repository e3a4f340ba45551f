import { isoMoment } from '../calendar/moment.ts'
import { agencyInWords, findAgency } from '../people/service.ts'
import { createFeed, type Feed, FeedRefusal, readFeeds, type Sort, sorts } from '../store/feeds.ts'
import type { Store } from '../store/store.ts'
import { type Answer, said } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { Refusal } from './start/refusal.ts'
import { databaseOptions, needed, readGiven } from './words-given.ts'

/** How `holdfast feed` is used. */
export const feedHelp = `holdfast feed add ID --name NAME --agency AGENCY --sort SORT [--authority A] [--charset C] [--hours N]
                  [--partnership N] [--data DIR]
holdfast feed list [--partnership N] [--data DIR]

  Makes a feed, by which a system of an agency sends to Holdfast, or lists those that there are.
  ID           its short name: small letters, figures and hyphens
  --agency     whose system it is, such as hospital/royal
  --sort       hl7, fhir, sheet or extract
  --authority  who gave the numbers that are sent without one: the ODS code of a hospital
  --charset    the signs of a message that does not say them
  --hours      after how many hours what matches nobody is destroyed; 72 unless said
`

const options = {
  ...databaseOptions,
  name: { type: 'string' },
  agency: { type: 'string' },
  sort: { type: 'string' },
  authority: { type: 'string' },
  charset: { type: 'string' },
  hours: { type: 'string' },
} as const

type Values = ReturnType<typeof readGiven<typeof options>>['values']

const sortOf = (text: string): Sort => {
  const sort = sorts.find(one => one === text)
  if (sort === undefined) throw new Refusal(`"${text}" is no sort of feed: write ${sorts.join(', ')}.`)
  return sort
}

const hoursOf = (text: string | undefined): { readonly hours?: number } => {
  if (text === undefined) return {}
  const hours = Number(text)
  if (!Number.isInteger(hours) || hours < 1 || hours > 720)
    throw new Refusal('--hours is a whole number from 1 to 720.')
  return { hours }
}

const lineOf = ({ id, name, agency, sort, made, ended }: Feed): string =>
  `  ${id}: ${name}, ${sort}, of ${agencyInWords(agency)} (${agency}), since ${isoMoment(made)}${ended === undefined ? '' : ', ended'}`

const add = async (store: Store, partnership: number, id: string, values: Values): Promise<string> => {
  const agency = findAgency(needed(values.agency, '--agency', feedHelp))
  if (agency === undefined) throw new Refusal(`"${values.agency}" is no agency: write one such as hospital/royal.`)
  const asked = {
    ...{ partnership, id, agency, name: needed(values.name, '--name', feedHelp) },
    ...{ sort: sortOf(needed(values.sort, '--sort', feedHelp)), ...hoursOf(values.hours) },
    ...(values.authority === undefined ? {} : { authority: values.authority }),
    ...(values.charset === undefined ? {} : { charset: values.charset }),
  }
  try {
    return `Made:\n${lineOf(await createFeed(store, asked))}`
  } catch (error) {
    if (error instanceof FeedRefusal) throw new Refusal(error.message)
    throw error
  }
}

const list = async (store: Store, partnership: number): Promise<string> => {
  const feeds = await readFeeds(store, partnership)
  return feeds.length === 0 ? 'There is no feed yet: `holdfast feed add` makes one.' : feeds.map(lineOf).join('\n')
}

/** `holdfast feed`: makes a feed, or lists those that there are. */
export const feed = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options, words: ['add or list', 'ID'], help: feedHelp })
  const [verb, id] = words
  if (verb !== 'add' && verb !== 'list') throw new Refusal(`Write "feed add" or "feed list".\n\n${feedHelp}`)
  return withStore(values, async ({ store }) => {
    const partnership = await getPartnership(store, values.partnership)
    if (verb === 'list') return said(await list(store, partnership))
    return said(await add(store, partnership, needed(id, 'ID', feedHelp), values))
  })
}
