import type { Day } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import type { Asked } from './asked.ts'
import { type Chain, chainOf } from './chain.ts'
import { climbsOn } from './climb.ts'
import { stateOn } from './derive.ts'
import { agenciesHear, holdersFor } from './holder.ts'
import { onceForEach } from './once.ts'
import { eachRecipient, type Recipient, recipientKey, sightOfRecipients } from './recipient.ts'
import type { Duty } from './rule.ts'
import { type Scene, sceneOf } from './scene.ts'

export type { Asked } from './asked.ts'
export { nextDay } from './next-day.ts'
export { type Recipient, recipientKey } from './recipient.ts'

/** What somebody is told of a duty: that it is owed, that it is late, and how far its lateness has climbed (`late-2` is the first rung). */
export type TellingState = 'owed' | 'late' | `late-${number}`

/** Somebody is told something of a duty. */
export interface Telling {
  /** The key of the duty. */
  readonly key: string
  readonly duty: Duty
  readonly state: TellingState
  readonly to: Recipient
  /** Why they hear it: they owe it, its lateness has climbed to them or they stand in for who owes it, or they watch or wait for it. */
  readonly part: 'owes' | 'climbs' | 'watches'
  /** With whom it is late, for the rungs of the ladder. */
  readonly lateWith: Recipient | undefined
  /** Whether no notice of it is made: it is theirs from this day, and nobody needs to hear of it while it is in time. */
  readonly quiet: boolean
  readonly because: readonly Entry[]
}

/** Whether anybody is told of a duty on a day: it is owed in earnest, not counted from a step that is not done, and the child lives. */
const isTold = (duty: Duty, day: Day): boolean => {
  if (duty.projected || (duty.frozen !== undefined && duty.frozen <= day)) return false
  const state = stateOn(duty, day)
  return state === 'open' || state === 'late'
}

type Heard = Pick<Telling, 'state' | 'to' | 'part'> & { readonly lateWith?: Recipient | undefined }

const owed = ({ owes, themselves }: Chain, late: boolean): readonly Heard[] =>
  owes.flatMap(to => {
    const part = themselves ? 'owes' : 'climbs'
    const first: Heard = { state: 'owed', to, part }
    return late ? [first, { state: 'late', to, part }] : [first]
  })

/** Whoever has heard it already is not told again by a higher rung: its days pass, and the next one hears. */
const climbed = ({ owes, rungs }: Chain, duty: Duty, day: Day): readonly Heard[] => {
  const heard = new Set(owes.map(recipientKey))
  return rungs.flatMap((rung, index) => {
    if (climbsOn(duty, index + 1) > day) return []
    const fresh = rung.filter(to => !heard.has(recipientKey(to)))
    for (const to of fresh) heard.add(recipientKey(to))
    return fresh.map((to): Heard => ({ state: `late-${index + 2}`, to, part: 'climbs', lateWith: owes[0] }))
  })
}

const watched = (scene: Scene, duty: Duty, { owes }: Chain, maySee: (to: Recipient) => boolean): readonly Heard[] => {
  const heard = new Set(owes.map(recipientKey))
  return agenciesHear(scene, { duty, role: duty.owner, at: duty.watchers })
    .filter(to => maySee(to) && !heard.has(recipientKey(to)))
    .map(to => ({ state: 'late', to, part: 'watches' }))
}

/** Whoever waits for it to do their own part hears of it the day it opens, and not again. */
const waited = (scene: Scene, duty: Duty, { owes }: Chain, maySee: (to: Recipient) => boolean): readonly Heard[] => {
  if (duty.rule.hears.length === 0) return []
  const heard = new Set(owes.map(recipientKey))
  return eachRecipient(duty.rule.hears.flatMap(role => holdersFor(scene, { duty, role, at: [] })))
    .filter(to => maySee(to) && !heard.has(recipientKey(to)))
    .map(to => ({ state: 'owed', to, part: 'watches' }))
}

const heardOf = (scene: Scene, duty: Duty, maySee: (to: Recipient) => boolean): readonly Heard[] => {
  const chain = chainOf(scene, duty, maySee)
  const waiting = waited(scene, duty, chain, maySee)
  if (scene.day <= duty.due.day) return [...owed(chain, false), ...waiting]
  return [...owed(chain, true), ...waiting, ...climbed(chain, duty, scene.day), ...watched(scene, duty, chain, maySee)]
}

const tell = (asked: Asked): readonly Telling[] => {
  const scene = sceneOf(asked)
  const sees = sightOfRecipients(scene)
  return asked.duties
    .filter(duty => isTold(duty, asked.day))
    .flatMap(duty => {
      const { key, because, rule } = duty
      return heardOf(scene, duty, to => sees(to, because)).map(({ state, to, part, lateWith }) => {
        const quiet = rule.heard === 'when-late' && state === 'owed'
        return { key, duty, state, to, part, lateWith, quiet, because }
      })
    })
}

/**
 * Every telling that is due by a day, for the duties that are open or late on it: whoever owes it when it opens and when
 * it is late, then rung by rung, and those who watch it once when it is late. Nobody is told of a duty without sight of
 * all it rests on. Asked twice with the same words it answers at once.
 */
export const tellings = onceForEach(tell)
