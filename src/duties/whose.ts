import type { PractitionerId } from '../people/practitioner.ts'
import type { Asked } from './asked.ts'
import { chainOf } from './chain.ts'
import { type Recipient, readersOf, sightOfRecipients } from './recipient.ts'
import type { Duty } from './rule.ts'
import { sceneOf } from './scene.ts'

/** With whom a duty lies on a day. */
export interface Whose {
  /** The practitioners and desks with whom it lies; nobody where the record and the desks know none. */
  readonly at: readonly Recipient[]
  /** Whether they owe it themselves, or have it because nobody who owes it can be told. */
  readonly themselves: boolean
  /** Everybody who finds it before them: those who are named, and those who sit at these desks. */
  readonly practitioners: readonly PractitionerId[]
}

/**
 * Tells with whom each duty of a record lies on a day: with those whom `tellings` tells first that it is owed. Whoever
 * stands in for somebody has theirs; what nobody can be told of lies with the next rung, so that it is on some list.
 */
export const whoseOn = (asked: Asked): ((duty: Duty) => Whose) => {
  const scene = sceneOf(asked)
  const sees = sightOfRecipients(scene)
  return duty => {
    const { owes, themselves } = chainOf(scene, duty, to => sees(to, duty.because))
    const practitioners = [...new Set(owes.flatMap(to => readersOf(scene, to)))]
    return { at: owes, themselves, practitioners }
  }
}
