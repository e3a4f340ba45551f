import { noteSent, type ToSend, takeToSend } from '../store/notices.ts'
import type { Store } from '../store/store.ts'
import { type Mailer, mayTryAgain } from './mail.ts'

const mostAttempts = 8

/** After how many minutes an attempt that failed is made again: 2, 4, 8 …, a local setting. */
const pause = (attempt: number): number => 2 ** attempt

const send = async (store: Store, mailer: Mailer, one: ToSend): Promise<void> => {
  if (one.email === undefined) return noteSent(store, one, 'no e-mail address: it stays in the inbox', undefined)
  const outcome = await mailer.send({ to: one.email, link: '/inbox' })
  const again = mayTryAgain(outcome) && one.attempt < mostAttempts ? pause(one.attempt) : undefined
  await noteSent(store, one, outcome, again)
}

/** Sends what is due by e-mail, each attempt and what came of it on record. Gives how many were tried. */
export const drain = async (store: Store, mailer: Mailer): Promise<number> => {
  let tried = 0
  for (let batch = await takeToSend(store); batch.length > 0; batch = await takeToSend(store)) {
    for (const one of batch) await send(store, mailer, one)
    tried += batch.length
  }
  return tried
}
