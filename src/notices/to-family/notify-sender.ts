import { NotifyClient } from 'notifications-node-client'
import type { FamilySender, SendOutcome } from './sender.ts'

/** By which templates GOV.UK Notify sends: each is one field, ((message)), and for e-mail ((subject)). */
export interface NotifySettings {
  readonly apiKey: string
  /** Another address than GOV.UK's own, for tests. */
  readonly base?: string | undefined
  readonly textTemplate?: string | undefined
  readonly emailTemplate?: string | undefined
}

interface Answered {
  readonly data?: { readonly id?: unknown }
}

const taken = (answer: Answered): SendOutcome => {
  const id = answer.data?.id
  return { taken: typeof id === 'string' ? id : undefined }
}

/** Only the status goes on: the service's own words repeat the number. Too many, or a fault of theirs, passes by. */
const outcomeOf = (error: unknown): SendOutcome => {
  const status = (error as { response?: { status?: unknown } }).response?.status
  if (typeof status !== 'number') return { again: 'no connection' }
  return status === 429 || status >= 500 ? { again: `notify ${status}` } : { refused: `notify ${status}` }
}

const clientOf = ({ apiKey, base }: NotifySettings): NotifyClient =>
  base === undefined ? new NotifyClient(apiKey) : new NotifyClient(base, apiKey)

/** Texts by GOV.UK Notify; nothing without a template. */
export const notifyTexts = (settings: NotifySettings): FamilySender | undefined => {
  const { textTemplate } = settings
  if (textTemplate === undefined) return undefined
  const client = clientOf(settings)
  return {
    send: ({ to, text, reference }) =>
      client.sendSms(textTemplate, to, { personalisation: { message: text }, reference }).then(taken, outcomeOf),
  }
}

/** E-mails by GOV.UK Notify; nothing without a template. */
export const notifyEmails = (settings: NotifySettings): FamilySender | undefined => {
  const { emailTemplate } = settings
  if (emailTemplate === undefined) return undefined
  const client = clientOf(settings)
  return {
    send: ({ to, subject, text, reference }) =>
      client
        .sendEmail(emailTemplate, to, { personalisation: { message: text, subject }, reference })
        .then(taken, outcomeOf),
  }
}
