import { createTransport } from 'nodemailer'
import { isThisComputer, type MailSettings } from './mail-settings.ts'

/** What became of one message: what the server answered by its code, and never in its words. */
export type MailOutcome = 'accepted' | 'no connection' | `refused ${string}`

/** The one message that Holdfast sends: that something waits, where, and in the morning how much of it. */
export interface Message {
  readonly to: string
  readonly link: string
  /** Of how many families, and how many things; of whom and what, never. */
  readonly waiting?: { readonly families: number; readonly things: number }
}

/** Sends the one message that Holdfast sends. */
export interface Mailer {
  /** Throws MailError when the link could say of whom it is; every other failure is an outcome. */
  readonly send: (message: Message) => Promise<MailOutcome>
}

/** A message that is refused before it is sent; the error names nobody. */
export class MailError extends Error {
  readonly code = 'mail.not-a-plain-link'

  constructor() {
    super('the link of a mail is one word below the address of Holdfast: with more, it could say of whom it is')
    this.name = 'MailError'
  }
}

const subject = 'Something is waiting in Holdfast'

const second = 1000

/** How long the server may take, in milliseconds; local settings. */
const patience = {
  dnsTimeout: 10 * second,
  connectionTimeout: 10 * second,
  greetingTimeout: 10 * second,
  socketTimeout: 20 * second,
} as const

const authOf = ({ username, password }: URL) =>
  username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }

// Over smtp:// a message to another computer goes out only after STARTTLS, unless the address says ?ignoreTLS=true.
/** A connection to a mail server, opened for each message. */
export const transportTo = (server: string) => {
  const url = new URL(server)
  const secure = url.protocol === 'smtps:'
  const ignoreTLS = url.searchParams.get('ignoreTLS') === 'true'
  return createTransport({
    host: url.hostname.replaceAll(/[[\]]/gu, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ignoreTLS,
    requireTLS: !secure && !ignoreTLS && !isThisComputer(server),
    ...authOf(url),
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

const linkTo = (address: string, link: string): string => {
  if (!/^\/[a-z-]*$/u.test(link)) throw new MailError()
  return new URL(link, address).href
}

const noConnection: ReadonlySet<unknown> = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EPROTOCOL'])

/** What went wrong, by its code alone: the server's own words often repeat the recipient. */
export const outcomeOfMail = (error: unknown): MailOutcome => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  if (noConnection.has(code)) return 'no connection'
  if (typeof responseCode === 'number') return `refused ${responseCode}`
  return `refused ${typeof code === 'string' && /^E[A-Z]+$/u.test(code) ? code : 'unsent'}`
}

const isOneAddress = (to: string): boolean => /^[^\s<>,;:"@]+@[^\s<>,;:"@]+$/u.test(to)

/** Since yesterday morning, in two numbers: three things of two families. */
const howMuch = ({ waiting }: Message): string => {
  if (waiting === undefined || waiting.things === 0) return 'Something is waiting for you in Holdfast.'
  const { families, things } = waiting
  const of = families === 1 ? 'one family' : `${families} families`
  return `New in Holdfast: ${things === 1 ? 'one thing' : `${things} things`}, of ${of}.`
}

/** A mailer to one server. It opens a connection for each message, so there is nothing to close. */
export function mailer({ server, from, address }: MailSettings): Mailer {
  const transport = transportTo(server)
  const send: Mailer['send'] = async message => {
    const { to, link } = message
    const text = `${howMuch(message)} Sign in to read it:\n${linkTo(address, link)}\n`
    if (!isOneAddress(to)) return 'refused address'
    // RFC 3834, 5: so that no out-of-office message answers it.
    const headers = { 'Auto-Submitted': 'auto-generated' }
    const mail = { from, to: { name: '', address: to }, subject, text, headers, xMailer: false as const }
    return transport.sendMail(mail).then(() => 'accepted' as const, outcomeOfMail)
  }
  return { send }
}

/** Whether the same message may go through later: nobody answered, or the server said "not now" (RFC 5321, 4.2.1). */
export const mayTryAgain = (outcome: MailOutcome): boolean =>
  outcome === 'no connection' || /^refused (?:4\d\d|503)$/u.test(outcome)
