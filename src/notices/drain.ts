import type { Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { noteSent, type Sent, takeDigests, takeToSend } from '../store/sending.ts'
import type { Store } from '../store/store.ts'
import { type Mailer, type MailOutcome, type Message, mayTryAgain } from './mail.ts'

const mostAttempts = 8

/** After how many minutes an attempt that failed is made again: 2, 4, 8 …, a local setting. */
const pause = (attempt: number): number => 2 ** attempt

const note = async (store: Store, notices: readonly Sent[], outcome: string, mayAgain = false): Promise<void> => {
  for (const one of notices) {
    const again = mayAgain && one.attempt < mostAttempts ? pause(one.attempt) : undefined
    await noteSent(store, one, outcome, again)
  }
}

interface Letter {
  readonly emails: readonly string[]
  readonly notices: readonly Sent[]
  readonly waiting?: Message['waiting']
}

/** Writes to everybody at a desk; it has arrived when it has reached one of them. */
const sendTo = async (mailer: Mailer, { emails, waiting }: Letter): Promise<MailOutcome | undefined> => {
  let outcome: MailOutcome | undefined
  for (const to of emails) {
    const one = await mailer.send({ to, link: '/inbox', ...(waiting && { waiting }) })
    if (outcome !== 'accepted') outcome = one
  }
  return outcome
}

/**
 * Sends one message about some notices. Each is looked at again now: of what has ended since, by a deed, a death or an
 * adoption, nothing is sent.
 */
const send = async (store: Store, mailer: Mailer, letter: Letter): Promise<void> => {
  const [over, standing] = [letter.notices.filter(one => !one.stands), letter.notices.filter(one => one.stands)]
  await note(store, over, 'nothing of it is owed any more: not sent')
  if (standing.length === 0) return
  const outcome = await sendTo(mailer, letter)
  if (outcome === undefined) return note(store, standing, 'no e-mail address: it stays in the inbox')
  return note(store, standing, outcome, mayTryAgain(outcome))
}

const sendAtOnce = async (store: Store, mailer: Mailer): Promise<number> => {
  let tried = 0
  for (let batch = await takeToSend(store); batch.length > 0; batch = await takeToSend(store)) {
    for (const one of batch) await send(store, mailer, { emails: one.emails, notices: [one] })
    tried += batch.length
  }
  return tried
}

/** Nobody is written to on a day on which nobody works, but for what cannot wait. */
const isMorning = (now: Moment): boolean => isWorkingDay(londonDay(now))

const sendDigests = async (store: Store, mailer: Mailer): Promise<number> => {
  if (!isMorning(store.now())) return 0
  const digests = await takeDigests(store)
  for (const { email, notices, families, things } of digests)
    await send(store, mailer, { emails: email === undefined ? [] : [email], notices, waiting: { families, things } })
  return digests.length
}

/**
 * Sends what is due by e-mail, each attempt and what came of it on record: what cannot wait, one by one, and once its time
 * has come the mail of the morning, one to each address. Gives how many messages were tried.
 */
export const drain = async (store: Store, mailer: Mailer): Promise<number> =>
  (await sendAtOnce(store, mailer)) + (await sendDigests(store, mailer))
