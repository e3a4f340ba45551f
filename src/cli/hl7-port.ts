import { startReading } from '../intake/feeds/start-reading.ts'
import { type Certificate, type Hl7Port, openPort } from '../intake/hl7/port.ts'
import { findPort, type Hl7Settings, type PortSetting } from '../intake/hl7/port-settings.ts'
import type { Feed } from '../store/feeds.ts'
import type { Store } from '../store/store.ts'
import { type Answer, said } from './answer.ts'
import { getPartnership } from './database.ts'
import { bytesOf } from './read-file.ts'
import { getFeed } from './sheet.ts'
import { onStop } from './start/listen.ts'
import { Refusal } from './start/refusal.ts'

/** The files of what secures a port. */
interface CertificateFiles {
  readonly cert?: string | undefined
  readonly key?: string | undefined
  readonly ca?: string | undefined
}

const read = async (file: string): Promise<Buffer> => Buffer.from(await bytesOf(file))

const certificateOf = async ({ cert, key, ca }: CertificateFiles): Promise<Certificate | undefined> => {
  if (cert === undefined && key === undefined && ca === undefined) return undefined
  if (cert === undefined || key === undefined) throw new Refusal('TLS needs both a certificate and its key.')
  return { cert: await read(cert), key: await read(key), ca: ca === undefined ? undefined : await read(ca) }
}

const fault = (error: unknown): void => {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  console.error(`A message of HL7 could not be stored, and its sender was told so${code}.`)
}

const couldNotBeRead = (error: unknown): void => {
  console.error(
    `Something that came could not be read, and is tried again: ${error instanceof Error ? error.name : 'fault'}`,
  )
}

/** What the system says of a port or a certificate that cannot be used, in words. */
const refusalOf = (port: number, error: unknown): Refusal => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (code === 'EADDRINUSE') return new Refusal(`Port ${port} for HL7 is taken.`)
  return new Refusal(`Port ${port} for HL7 cannot be opened (${code}).`)
}

interface Opening {
  readonly feed: Feed
  readonly port: number
  readonly host: string
  readonly tls: Certificate | undefined
}

const opened = async (store: Store, asked: Opening): Promise<Hl7Port> => {
  try {
    return await openPort({ store, fault, ...asked })
  } catch (error) {
    throw refusalOf(asked.port, error)
  }
}

const feedOf = async (store: Store, { partnership, feed }: PortSetting): Promise<Feed> =>
  getFeed(store, await getPartnership(store, partnership), feed, 'hl7')

/** Opens every port of the settings, or none. Throws Refusal for a feed that is not there, or a port that is taken. */
export const openPorts = async (store: Store, settings: Hl7Settings): Promise<readonly Hl7Port[]> => {
  const tls = await certificateOf(settings)
  const ports: Hl7Port[] = []
  try {
    for (const one of settings.ports)
      ports.push(await opened(store, { feed: await feedOf(store, one), port: one.port, host: settings.host, tls }))
    return ports
  } catch (error) {
    await Promise.all(ports.map(port => port.stop()))
    throw error
  }
}

/** What is said of an open port. */
export const portLine = ({ feed, port }: Hl7Port, host: string): string =>
  `HL7 of the feed "${feed.id}" is taken at ${host}:${port}`

const stopAsked = (): Promise<void> => new Promise(resolve => onStop(resolve))

interface PortAsked extends CertificateFiles {
  readonly port: string
  readonly host?: string | undefined
}

/** Answers at a port until the process is asked to stop. */
export const servePort = async (store: Store, feed: Feed, asked: PortAsked): Promise<Answer> => {
  const port = findPort(asked.port)
  if (port === undefined) throw new Refusal(`${asked.port} is not a port.`)
  const host = asked.host ?? '127.0.0.1'
  const open = await opened(store, { feed, port, host, tls: await certificateOf(asked) })
  process.stdout.write(`${portLine(open, host)}\nStop it with Ctrl-C.\n`)
  const reading = startReading({ store, wake: () => {}, fault: couldNotBeRead })
  await stopAsked()
  await open.stop()
  await reading.stop()
  return said(`The port of "${feed.id}" is closed.`)
}
