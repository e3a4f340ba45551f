import { isSecure } from '../sharing/session.ts'

/** By which server mail goes out, from whom, and where this Holdfast is reached. */
export interface MailSettings {
  /** smtp://… or smtps://…, with user and password where the server wants them. */
  readonly server: string
  readonly from: string
  readonly address: string
}

/** The settings of mail, nothing when no server is set, or what is wrong with them in words for whoever set them. */
export type MailSettingsRead = { readonly settings: MailSettings | undefined } | { readonly problem: string }

const hosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether an address leads to this very computer, so that nothing of what is sent to it leaves it. */
export const isThisComputer = (address: string): boolean =>
  URL.canParse(address) && hosts.has(new URL(address).hostname)

const isServer = (text: string): boolean =>
  URL.canParse(text) && /^smtps?:$/u.test(new URL(text).protocol) && new URL(text).hostname !== ''

const isFrom = (text: string): boolean => /^(?:[^\s<>@,]+@[^\s<>@,]+|[^<>@,\r\n]*<[^\s<>@,]+@[^\s<>@,]+>)$/u.test(text)

const isAddress = (text: string): boolean => isSecure(text) || (/^http:/u.test(text) && isThisComputer(text))

const whyNot = ({ server, from, address }: MailSettings): string | undefined => {
  if (!isServer(server)) return 'SMTP_URL has to begin with smtp:// or smtps:// and name a server'
  if (!isFrom(from)) return 'MAIL_FROM has to be the e-mail address from which Holdfast writes'
  if (!isAddress(address)) return 'HOLDFAST_ADDRESS has to be the https:// address at which people open Holdfast'
  return undefined
}

/** Reads SMTP_URL, MAIL_FROM and HOLDFAST_ADDRESS; what is wrong is said without the value, which may hold a password. */
export function readMailSettings(environment: Readonly<Record<string, string | undefined>>): MailSettingsRead {
  const { SMTP_URL: server = '', MAIL_FROM: from = '', HOLDFAST_ADDRESS: address = '' } = environment
  if (server === '') return { settings: undefined }
  const settings = { server, from, address }
  const problem = whyNot(settings)
  return problem === undefined ? { settings } : { problem }
}
