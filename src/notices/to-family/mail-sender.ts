import { type MailOutcome, mayTryAgain, outcomeOfMail, transportTo } from '../mail.ts'
import type { MailSettings } from '../mail-settings.ts'
import type { FamilySender, SendOutcome } from './sender.ts'

const said = (outcome: MailOutcome): SendOutcome => (mayTryAgain(outcome) ? { again: outcome } : { refused: outcome })

/** E-mails by the partnership's own server. It says at once whether it takes one; that it arrived nobody says. */
export const mailSender = ({ server, from }: MailSettings): FamilySender => {
  const transport = transportTo(server)
  return {
    send: ({ to, subject, text }) => {
      const headers = { 'Auto-Submitted': 'auto-generated' }
      const mail = { from, to: { name: '', address: to }, subject, text, headers, xMailer: false as const }
      return transport.sendMail(mail).then(
        (): SendOutcome => ({ taken: undefined }),
        error => said(outcomeOfMail(error)),
      )
    },
  }
}
