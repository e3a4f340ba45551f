import { join } from 'node:path'
import { londonDay } from '../../calendar/moment.ts'
import { loadExampleFeeds } from '../../intake/example/example-feeds.ts'
import { exampleFiles } from '../../intake/example/example-files.ts'
import { exampleParents } from '../../intake/example/example-parents.ts'
import { exampleReplay, exampleVisitors, loadExample } from '../../intake/example/load-example.ts'
import { startReading } from '../../intake/feeds/start-reading.ts'
import { type Hl7Settings, readHl7Settings } from '../../intake/hl7/port-settings.ts'
import { type Mailer, mailer } from '../../notices/mail.ts'
import { type MailSettings, readMailSettings } from '../../notices/mail-settings.ts'
import { readToFamilySettings, type ToFamilySettings } from '../../notices/to-family/settings.ts'
import { startWorker } from '../../notices/worker.ts'
import { stylesheet } from '../../pages/kit/stylesheet.ts'
import { holdfast } from '../../pages/serving/app.ts'
import type { Served } from '../../pages/serving/served.ts'
import { dummyHash } from '../../sharing/password.ts'
import type { Connections } from '../../store/connections.ts'
import { embeddedConnections, urlConnections } from '../../store/connections.ts'
import { emptyDatabase } from '../../store/empty-database.ts'
import { writeHeads } from '../../store/heads.ts'
import { migrate } from '../../store/migrate.ts'
import { readPartnerships } from '../../store/records.ts'
import { sealingKey } from '../../store/sealing.ts'
import { dataFolder } from '../../store/server/data-folder.ts'
import { type HeldCluster, startCluster } from '../../store/server/embedded.ts'
import { openStore, type Store } from '../../store/store.ts'
import { openPorts, portLine } from '../hl7-port.ts'
import type { Asked } from './asked.ts'
import { close, listen, onStop, serverOf } from './listen.ts'
import { Refusal } from './refusal.ts'

const examples = join(import.meta.dirname, '..', '..', '..', 'examples')

/** The database that is served: that which comes with Holdfast, or another. */
interface Database {
  readonly connections: Connections
  /** Nothing for a PostgreSQL of one's own. */
  readonly cluster: HeldCluster | undefined
  readonly folder: string
}

const say = (line: string): void => console.log(line)

const openDatabase = async (asked: Asked): Promise<Database> => {
  const folder = dataFolder(asked.data)
  const { DATABASE_URL } = process.env
  if (DATABASE_URL) return { connections: urlConnections(DATABASE_URL), cluster: undefined, folder }
  const cluster = await startCluster({ folder, say })
  return { connections: await embeddedConnections(cluster), cluster, folder }
}

const mailSettingsOf = (): MailSettings | undefined => {
  const read = readMailSettings(process.env)
  if ('problem' in read) throw new Refusal(read.problem)
  return read.settings
}

const mailOf = (): Mailer | undefined => {
  const settings = mailSettingsOf()
  return settings && mailer(settings)
}

const toFamiliesOf = (): ToFamilySettings => {
  const read = readToFamilySettings(process.env, mailSettingsOf())
  if ('problem' in read) throw new Refusal(`${read.problem}.`)
  return read.settings
}

const hl7Of = (): Hl7Settings | undefined => {
  const read = readHl7Settings(process.env)
  if ('problem' in read) throw new Refusal(`${read.problem}.`)
  return read.settings
}

/** The example is loaded where nothing else is, and moved again where nothing but the example is. */
const prepareExample = async ({ connections, cluster, folder }: Database, { fresh }: Asked): Promise<void> => {
  if (fresh && cluster === undefined) throw new Refusal('--fresh is only for the database that comes with Holdfast.')
  const store = openStore(connections, { sealingKey: await sealingKey(folder) })
  try {
    const held = await readPartnerships(store)
    if (cluster === undefined || (held.length > 0 && !fresh)) return
    if (held.some(one => !one.example))
      throw new Refusal('--fresh would take away a partnership that is no example. Use another --data folder for it.')
    if (held.length > 0) await emptyDatabase(connections.owner)
    console.log('Loading the example families. Everybody in them is invented …')
    await loadExampleFeeds(store, await loadExample(store, examples))
  } finally {
    await store.close()
  }
}

const servedOf = async (store: Store, database: Database, address: string): Promise<Served> => {
  const [example] = (await readPartnerships(store)).filter(one => one.example)
  if (example === undefined || database.cluster === undefined) return { store, address }
  return {
    store,
    address,
    examples: await exampleVisitors(store, example.partnership),
    exampleParents: await exampleParents(store, example.partnership),
    replay: exampleReplay(await exampleFiles(examples)),
  }
}

const fault = (error: unknown): void => {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  console.error(
    `Something that happens by itself went wrong and is tried again: ${error instanceof Error ? error.name : 'fault'}${code}`,
  )
}

const howToSignIn = (served: Served): string =>
  served.examples === undefined
    ? 'Sign in with the account that you were given. The first is made by: npx holdfast add-practitioner'
    : 'Sign in there with one press as an invented person: Ruth Adeyemi, health visitor, stands first.'

interface Running {
  readonly served: Served
  readonly stop: () => Promise<void>
}

const notYet = () => new Response('Holdfast is starting: try again in a moment.', { status: 503 })

const run = async (asked: Asked, database: Database): Promise<Running> => {
  const [mails, hl7, families] = [mailOf(), hl7Of(), toFamiliesOf()]
  const store = openStore(database.connections, { sealingKey: await sealingKey(database.folder) })
  let web: ReturnType<typeof holdfast> | undefined
  const server = serverOf(request => web?.fetch(request) ?? notYet())
  const ports = hl7 === undefined ? [] : await openPorts(store, hl7)
  const closePorts = () => Promise.all(ports.map(one => one.stop()))
  const port = await listen(server, asked.port).catch(async error => {
    await closePorts()
    throw error
  })
  const address = process.env['HOLDFAST_ADDRESS'] || `http://localhost:${port}`
  const daily = async () => {
    await writeHeads(database.connections.owner, database.folder, londonDay(store.now()))
  }
  const worker = startWorker({ store, mailer: mails, families: families.senders, daily, fault })
  const reading = startReading({ store, wake: worker.wake, fault })
  const toCall = { wake: worker.wake, notifyToken: families.callbackToken }
  const served = { ...(await servedOf(store, database, address)), ...toCall, ports }
  web = holdfast(served)
  await database.cluster?.announce(address)
  const stop = async () => {
    await Promise.all([close(server), closePorts()])
    await reading.stop()
    await worker.stop()
    await store.close()
    await database.cluster?.stop()
  }
  for (const one of ports) say(portLine(one, hl7?.host ?? ''))
  return { served, stop }
}

const started = async (asked: Asked, database: Database): Promise<Running> => {
  await migrate(database.connections.owner)
  await prepareExample(database, asked)
  stylesheet()
  await dummyHash()
  return run(asked, database)
}

/** Starts the shared record: its database, the pages and what happens by itself, as one program. */
export const serveShared = async (asked: Asked): Promise<void> => {
  const database = await openDatabase(asked)
  let running: Running | undefined
  let stopping: Promise<void> | undefined
  const stop = () => (stopping ??= (running?.stop ?? (async () => database.cluster?.stop()))())
  onStop(() => {
    console.log('Stopping …')
    stop().then(() => process.exit(0))
  })
  database.cluster?.ended.then(() => {
    if (stopping !== undefined) return
    console.error(
      'The database has ended, so Holdfast ends too. Start it again: nothing that was acknowledged is lost.',
    )
    process.exit(1)
  })
  try {
    running = await started(asked, database)
  } catch (error) {
    await stop()
    throw error
  }
  console.log(`Holdfast is at ${running.served.address}\n${howToSignIn(running.served)}\nStop it with Ctrl-C.`)
}
