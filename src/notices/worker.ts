import type { Day } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { tellOfEmergencies } from '../store/emergency-review.ts'
import { clearOld } from '../store/sessions.ts'
import type { Store } from '../store/store.ts'
import { tick } from '../store/tick.ts'
import { drain } from './drain.ts'
import type { Mailer } from './mail.ts'
import { queueReminders } from './to-family/queue.ts'
import { sendToFamilies } from './to-family/send.ts'
import type { FamilySenders } from './to-family/sender.ts'

/** What the worker has to do with. */
export interface Work {
  readonly store: Store
  /** Nothing when no mail server is set: then notices stay in the inbox. */
  readonly mailer: Mailer | undefined
  /** How families are written to; nothing where no family is. */
  readonly families?: FamilySenders | undefined
  /** What is done once a day, such as writing the heads of the chains outside the database. */
  readonly daily: () => Promise<void>
  /** Hears of a fault; it is tried again at the next turn. */
  readonly fault: (error: unknown) => void
}

/** The worker while it runs. */
export interface Worker {
  /** Looks for what is to be sent at once, since something was just written. */
  readonly wake: () => void
  readonly stop: () => Promise<void>
}

const second = 1000
const turns = {
  sending: 15 * second,
  ticking: 60 * second,
  clearing: 3600 * second,
  reminding: 3600 * second,
  writing: 60 * second,
}

/** Something done again and again, never twice at once; a fault does not end it. */
export const repeat = (every: number, run: () => Promise<unknown>, fault: (error: unknown) => void) => {
  let running: Promise<unknown> | undefined
  const turn = (): void => {
    running ??= run()
      .catch(fault)
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(turn, every)
  const end = (): Promise<unknown> | undefined => {
    clearInterval(timer)
    return running
  }
  return { turn, end }
}

/** Starts what happens by itself: days that come, notices to send, what is only kept for a while. */
export const startWorker = ({ store, mailer, families, daily, fault }: Work): Worker => {
  let lastDay: Day | undefined
  const oncePerDay = async () => {
    const day = londonDay(store.now())
    if (day === lastDay) return
    await tellOfEmergencies(store)
    await daily()
    lastDay = day
  }
  const ticking = repeat(turns.ticking, () => tick(store).then(oncePerDay), fault)
  const sending = repeat(turns.sending, async () => mailer && drain(store, mailer), fault)
  const clearing = repeat(turns.clearing, () => clearOld(store), fault)
  const reminding = repeat(turns.reminding, async () => families && queueReminders(store), fault)
  const writing = repeat(turns.writing, async () => families && sendToFamilies(store, families), fault)
  ticking.turn()
  reminding.turn()
  clearing.turn()
  return {
    wake: sending.turn,
    stop: async () => {
      await Promise.all([ticking.end(), sending.end(), clearing.end(), reminding.end(), writing.end()])
    },
  }
}
