import type { MailSettings } from '../mail-settings.ts'
import { mailSender } from './mail-sender.ts'
import { notifyEmails, notifyTexts } from './notify-sender.ts'
import type { FamilySenders } from './sender.ts'

/** How messages go to families here, and the token with which GOV.UK Notify says what became of them. */
export interface ToFamilySettings {
  readonly senders: FamilySenders
  readonly callbackToken: string | undefined
}

const filled = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text)

/** Whether a text is a key of GOV.UK Notify: a name, and two UUIDs. */
const isKey = (text: string): boolean => /^[\w-]+-[0-9a-f-]{36}-[0-9a-f-]{36}$/u.test(text)

/** The settings, or what is wrong with them without any value: these are secrets. */
export type ToFamilySettingsRead = { readonly settings: ToFamilySettings } | { readonly problem: string }

const sendersOf = (
  apiKey: string | undefined,
  environment: Environment,
  mail: MailSettings | undefined,
): FamilySenders => {
  const own = mail === undefined ? undefined : mailSender(mail)
  if (apiKey === undefined) return { email: own }
  const base = filled(environment['NOTIFY_ADDRESS'])
  const [textTemplate, emailTemplate] = [environment['NOTIFY_TEXT_TEMPLATE'], environment['NOTIFY_EMAIL_TEMPLATE']].map(
    filled,
  )
  const notify = { apiKey, base, textTemplate, emailTemplate }
  return { text: notifyTexts(notify), email: notifyEmails(notify) ?? own }
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads NOTIFY_API_KEY, NOTIFY_TEXT_TEMPLATE, NOTIFY_EMAIL_TEMPLATE and NOTIFY_CALLBACK_TOKEN. Without the key nothing goes
 * by text, and e-mails go by the server of the mail to staff, where one is set.
 */
export const readToFamilySettings = (
  environment: Environment,
  mail: MailSettings | undefined,
): ToFamilySettingsRead => {
  const apiKey = filled(environment['NOTIFY_API_KEY'])
  const callbackToken = filled(environment['NOTIFY_CALLBACK_TOKEN'])
  if (apiKey !== undefined && !isKey(apiKey)) return { problem: 'NOTIFY_API_KEY has to be a key of GOV.UK Notify' }
  if (callbackToken !== undefined && callbackToken.length < 10)
    return { problem: 'NOTIFY_CALLBACK_TOKEN has to have ten characters or more' }
  return { settings: { senders: sendersOf(apiKey, environment, mail), callbackToken } }
}
