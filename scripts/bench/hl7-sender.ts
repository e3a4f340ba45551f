import { missed } from '../../src/intake/hl7/trial-messages.ts'
import { type TrialSender, trialSender } from '../../src/intake/hl7/trial-sender.ts'

/** What the senders are told to do: each so many messages, with so many of them unanswered at a time. */
export interface Sending {
  readonly senders: number
  readonly each: number
  readonly unanswered: number
}

const sendAll = async (sender: TrialSender, { each, unanswered }: Sending, next: () => Uint8Array): Promise<void> => {
  for (let n = 0; n < Math.min(each, unanswered); n += 1) sender.send(next())
  for (let answered = 1; answered <= each; answered += 1) {
    const answer = await sender.answer()
    if (!answer.includes('MSA|AA|')) throw new Error(answer)
    if (answered + unanswered <= each) sender.send(next())
  }
}

/** Senders to a port, in this process as the driver of the bare inserts is, so that both wait for their turn alike. */
export const sendersTo = (port: number) => {
  const open: TrialSender[] = []
  let made = 0
  const next = () => {
    made += 1
    return missed(`B${made}`)
  }
  const send = async (sending: Sending): Promise<void> => {
    while (open.length < sending.senders) open.push(await trialSender(port))
    await Promise.all(open.slice(0, sending.senders).map(sender => sendAll(sender, sending, next)))
  }
  const end = async (): Promise<void> => {
    await Promise.all(open.map(sender => sender.end()))
  }
  return { send, end }
}
