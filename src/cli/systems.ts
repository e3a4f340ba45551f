import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import { hashPassword } from '../sharing/password.ts'
import { newToken } from '../sharing/session.ts'
import { addSystem as add, endSystem as end, type ListedSystem, readSystems } from '../store/systems.ts'
import { type Answer, said } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { getPost } from './practitioners.ts'
import { getFeed } from './sheet.ts'
import { Refusal } from './start/refusal.ts'
import { databaseOptions, needed, readGiven } from './words-given.ts'

/** How the commands about systems are used. */
export const systemsHelp = `holdfast add-system NAME --agency AGENCY --role ROLE [--feed ID] [--partnership N] [--data DIR]

  Lets another system ask by FHIR, and prints the name and the secret with which it signs in. The secret is shown this once.
  It reads what whoever holds the post may read, and is told of nothing in place of a person.
  NAME      what the log of openings calls it
  --agency  whose system it is, such as hospital/royal
  --role    for whom it reads: health-visitor, consultant, gp …
  --feed    the feed of FHIR into which it may send; without one it only reads

holdfast list-systems [--partnership N] [--data DIR]

  Says which systems there are, and for whom they read.

holdfast end-system CLIENT [--partnership N] [--data DIR]

  Ends a system: its secret and every token of it hold no more.
`

const options = {
  ...databaseOptions,
  agency: { type: 'string' },
  role: { type: 'string' },
  feed: { type: 'string' },
} as const

/** `holdfast add-system`: says the secret, once. */
export const addSystem = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options, words: ['NAME'], help: systemsHelp })
  const name = needed(words[0], 'NAME', systemsHelp)
  const post = getPost(values, systemsHelp)
  return withStore(values, async ({ store }) => {
    const partnership = await getPartnership(store, values.partnership)
    const feed = values.feed === undefined ? undefined : await getFeed(store, partnership, values.feed, 'fhir')
    const secret = newToken()
    const client = await add(store, partnership, { name, post, feed: feed?.id, secret: await hashPassword(secret) })
    return said(
      `client_id      ${client}\nclient_secret  ${secret}\n\nThe secret is shown this once. What the system may open it can open within a minute.`,
    )
  })
}

const lineOf = ({ client, name, feed, posts }: ListedSystem): string => {
  const read = posts.map(({ role, agency }) => `${roleInWords(role)} in ${agencyInWords(agency)}`).join(' and ')
  return `${client}  ${name}: reads as ${read}${feed === undefined ? '' : `, sends into "${feed}"`}`
}

/** `holdfast list-systems`: says which there are. */
export const listSystems = async (args: readonly string[]): Promise<Answer> => {
  const { values } = readGiven(args, { options: databaseOptions, words: [], help: systemsHelp })
  return withStore(values, async ({ store }) => {
    const systems = await readSystems(store, await getPartnership(store, values.partnership))
    return said(systems.length === 0 ? 'There is no system yet.' : systems.map(lineOf).join('\n'))
  })
}

/** `holdfast end-system`: says what holds now. */
export const endSystem = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options: databaseOptions, words: ['CLIENT'], help: systemsHelp })
  const client = needed(words[0], 'CLIENT', systemsHelp)
  return withStore(values, async ({ store }) => {
    const ended = await end(store, await getPartnership(store, values.partnership), client)
    if (!ended) throw new Refusal(`There is no system "${client}": \`holdfast list-systems\` names them.`)
    return said(`"${client}" has ended: its secret and its tokens hold no more.`)
  })
}
