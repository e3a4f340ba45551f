import type { Entry } from '../record/entry.ts'
import type { ConferenceStanding } from '../record/strategy-standing.ts'
import {
  conferenceInvitations,
  conferenceReports,
  conferenceRequestAnswered,
  partnersToldNoConference,
} from './conference-people.ts'
import { conferenceLimit, confirmed, decidedOnes, endOfRoad, roadBase } from './conference-road.ts'
import { conferenceDelayAgreed, interimSafetyPlan, stallAskedAbout } from './conference-safety.ts'
import { nextStep, noLonger } from './reading.ts'
import { type Duty, ownDefault, procedure, type Rule, rule, workingTogether } from './rule.ts'

const conferenceHeld = rule({
  name: 'conference-held',
  catalogue: 'R-ICPC-1',
  says: 'Hold the initial child protection conference',
  label: 'statutory',
  source: workingTogether(
    'initial child protection conference within 15 working days of the strategy discussion that started the section 47 enquiry',
  ),
  limit: conferenceLimit,
  owner: 'service-manager',
  ladder: ['head-of-service', 'partnership-executive'],
  find: (picture, owe) => {
    for (const conference of picture.conferences) {
      const { child, id, start, decided, held, agreedBy } = conference
      const because: readonly [Entry, ...Entry[]] =
        decided === undefined || decided === start ? [start] : [start, decided]
      owe({
        child,
        thing: id,
        because,
        since: start.day,
        done: held,
        watchers: agreedBy,
        ...noLonger(conference.notNeeded),
      })
    }
  },
})

const conferencePassedOn = rule({
  name: 'conference-passed-on',
  catalogue: 'R-ICPC-2',
  says: 'Pass the conference decision to the conference unit',
  label: 'local procedure',
  source: procedure('Bolton child protection conference procedure: request to the unit within one working day'),
  limit: { workingDays: 1 },
  owner: 'social-worker',
  // In the review the person who books rooms was never told, and nobody asked why (5.23).
  hears: ['conference-administrator'],
  find: (picture, owe) => {
    for (const conference of decidedOnes(picture))
      owe({ ...roadBase(conference), done: conference.passedOn, ...noLonger(endOfRoad(conference)) })
  },
})

const isOf = (duty: Duty, conference: ConferenceStanding): boolean =>
  duty.thing === conference.id && duty.child === conference.child

const conferenceBooked = rule({
  name: 'conference-booked',
  catalogue: 'R-ICPC-3',
  says: 'Book the conference: day, chair and place',
  layer: 2,
  label: 'local setting',
  source: ownDefault('one working day after the request; a provisional booking is not a booking'),
  limit: { workingDays: 1 },
  owner: 'conference-administrator',
  ladder: ['conference-unit-manager', 'service-manager'],
  find: (picture, owe, first) => {
    for (const conference of decidedOnes(picture)) {
      const before = first('conference-passed-on').find(duty => isOf(duty, conference))
      if (before === undefined) continue
      const ends = { done: confirmed(conference), ...noLonger(endOfRoad(conference)) }
      owe({ ...roadBase(conference), ...nextStep(before), ...ends })
    }
  },
})

/** The road to the initial child protection conference, a step at a time (review 5.23). */
export const conferenceRules: readonly Rule[] = [
  conferenceHeld,
  conferencePassedOn,
  conferenceBooked,
  conferenceInvitations,
  conferenceReports,
  conferenceDelayAgreed,
  interimSafetyPlan,
  stallAskedAbout,
  conferenceRequestAnswered,
  partnersToldNoConference,
]
