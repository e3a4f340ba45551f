import type { Day } from '../calendar/day.ts'
import { dueFrom } from '../calendar/limit.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Entry } from '../record/entry.ts'
import { all, type Picture } from '../record/standing.ts'
import {
  confirmed,
  type Decided,
  decidedOnes,
  endOfRoad,
  invitationsTo,
  lastDueOf,
  roadBase,
} from './conference-road.ts'
import { earliest, firstAbout, firstFrom, noLonger, receiptsOf } from './reading.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'

/** A conference that will be late is late by agreement, and until a day. */
export const conferenceDelayAgreed: Rule = rule({
  name: 'conference-delay-agreed',
  catalogue: 'R-ICPC-7',
  says: 'Agree, with the conference chair, why the conference will be late, and until when',
  label: 'local procedure',
  source: procedure(
    'Greater Manchester initial child protection conference procedure: delay agreed by manager and chair before the time is up',
  ),
  limit: { workingDays: 15 },
  clock: 'by the last day on which the conference may be held',
  owner: 'service-manager',
  ladder: ['head-of-service', 'partnership-executive'],
  find: (picture, owe) => {
    for (const conference of decidedOnes(picture)) {
      const due = lastDueOf(conference)
      const late = conference.booked.find(booking => booking.when > due.day)
      const opens = Math.max(conference.decided.day, Math.min(late?.day ?? due.day, addWorkingDays(due.day, -2))) as Day
      owe({
        ...roadBase(conference),
        due,
        opens,
        done: conference.delayAgreed,
        ...noLonger(endOfRoad(conference)),
      })
    }
  },
})

/** Who keeps the child safe until the conference. */
export const interimSafetyPlan: Rule = rule({
  name: 'interim-safety-plan',
  catalogue: 'R-ICPC-8',
  says: 'Make an interim safety plan that says who does what until the conference, and share it',
  label: 'local procedure',
  source: procedure(
    'Greater Manchester initial child protection conference procedure: interim plan with clear roles at once',
  ),
  limit: { sameDay: true },
  owner: 'social-worker',
  heard: 'at-once',
  find: (picture, owe) => {
    for (const conference of decidedOnes(picture)) {
      const done = firstAbout(picture, all(picture, 'safety-plan'), conference.child, conference.start.day)
      owe({ ...roadBase(conference), done, ...noLonger(endOfRoad(conference)) })
    }
  },
})

/** The days on which something moved on the road to a conference, until it is booked for good. */
const moves = (picture: Picture, conference: Decided): readonly Entry[] =>
  [
    conference.decided,
    conference.passedOn,
    ...conference.booked,
    invitationsTo(picture, conference)[0],
    endOfRoad(conference),
    conference.delayAgreed,
  ]
    .filter(entry => entry !== undefined)
    .sort((one, other) => one.day - other.day)

/** Somebody answered the question, or challenged what does not move. */
const answerTo = (picture: Picture, { names }: Decided, { day }: Entry): Entry | undefined =>
  earliest(firstFrom(receiptsOf(picture, names), day), firstFrom(all(picture, 'challenge-raised'), day))

/** A road on which nothing moves is named to all who agreed on it, from outside social care too. */
export const stallAskedAbout: Rule = rule({
  name: 'conference-stall-asked-about',
  catalogue: 'R-ICPC-9',
  says: 'Tell everybody who agreed the conference that it has not moved, and ask each whether they accept the delay',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault('three working days without a step towards the conference'),
  limit: { workingDays: 3 },
  owner: 'everyone-who-agreed',
  ladder: ['supervisor', 'safeguarding-lead'],
  find: (picture, owe, _, limitOn) => {
    for (const conference of decidedOnes(picture)) {
      const steps = moves(picture, conference)
      const last = confirmed(conference) ?? endOfRoad(conference)
      for (const [ordinal, step] of steps.entries()) {
        if (last !== undefined && step.day >= last.day) break
        const due = dueFrom(step.day, limitOn(step.day))
        const next = steps.find(other => other.day > step.day)
        if (next !== undefined && next.day <= due.day) continue
        owe({
          ...roadBase(conference),
          step: `${ordinal + 1}`,
          because: [step],
          since: step.day,
          opens: due.day,
          done: answerTo(picture, conference, step),
          ...noLonger(next),
        })
        if (next === undefined) break
      }
    }
  },
})
