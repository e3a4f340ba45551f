import type { Day } from '../calendar/day.ts'
import type { Due } from '../calendar/limit.ts'
import { dueFrom } from '../calendar/limit.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { ThingId } from '../record/field.ts'
import { agenciesOn } from '../record/network-standing.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import type { ConferenceStanding } from '../record/strategy-standing.ts'
import { earliest, firstAbout, firstFrom, nextStep, noLonger, receiptsOf, whenAllTold } from './reading.ts'
import { type Duty, type Owed, ownDefault, procedure, type Rule, rule, workingTogether } from './rule.ts'

const ended = (conference: ConferenceStanding): Entry | undefined => earliest(conference.held, conference.notNeeded)

type Decided = ConferenceStanding & { readonly decided: Entry }
const decidedOnes = (picture: Picture): readonly Decided[] =>
  picture.conferences.filter((one): one is Decided => one.decided !== undefined)

const base = (conference: Decided): Pick<Owed, 'child' | 'thing' | 'because' | 'since' | 'watchers'> => ({
  child: conference.child,
  thing: conference.id,
  because: [conference.decided],
  since: conference.decided.day,
  watchers: conference.agreedBy,
})

const conferenceHeld = rule({
  name: 'conference-held',
  catalogue: 'R-ICPC-1',
  says: 'Hold the initial child protection conference',
  label: 'statutory',
  source: workingTogether(
    'initial child protection conference within 15 working days of the strategy discussion that started the section 47 enquiry',
  ),
  limit: { workingDays: 15 },
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
  find: (picture, owe) => {
    for (const conference of decidedOnes(picture))
      owe({ ...base(conference), done: conference.passedOn, ...noLonger(ended(conference)) })
  },
})

const confirmed = (conference: ConferenceStanding) => conference.booked.find(booking => booking.provisional !== true)

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
      if (before !== undefined)
        owe({ ...base(conference), ...nextStep(before), done: confirmed(conference), ...noLonger(ended(conference)) })
    }
  },
})

const isOf = (duty: Duty, conference: ConferenceStanding): boolean =>
  duty.thing === conference.id && duty.child === conference.child

/** The day of the conference: as booked, else the last day on which it may be held. */
const dayOf = (conference: ConferenceStanding): Day => confirmed(conference)?.when ?? lastDay(conference)
const lastDay = (conference: ConferenceStanding): Day => dueFrom(conference.start.day, conferenceHeld.limit).day

const workingDaysBefore = (conference: ConferenceStanding, days: number): Due => {
  const day = addWorkingDays(dayOf(conference), -days)
  return { day: Math.max(day, conference.decided?.day ?? day) as Day, basis: dueFrom(day, { workingDays: 0 }).basis }
}

const organisers = new Set(['social-care', 'conference-unit', 'family'])
const partners = (picture: Picture, conference: Decided): readonly Agency[] =>
  [
    ...new Set([...agenciesOn(picture.network, conference.child, conference.decided.day), ...conference.agreedBy]),
  ].filter(agency => !organisers.has(serviceOfAgency(agency)))

const named = (conference: ConferenceStanding, id: ThingId | undefined): boolean =>
  id !== undefined && conference.names.includes(id)

const invitations = (picture: Picture, conference: Decided) =>
  all(picture, 'invitation-sent').filter(
    entry =>
      named(conference, entry.meeting) ||
      (entry.meeting === undefined && entry.day >= conference.decided.day && isAbout(picture, entry, conference.child)),
  )

const conferenceInvitations = rule({
  name: 'conference-invitations',
  catalogue: 'R-ICPC-4',
  says: 'Invite everybody who works with the child, and the family, to the conference',
  label: 'local setting',
  source: ownDefault('five working days before the conference'),
  limit: { workingDays: 5 },
  owner: 'conference-administrator',
  ladder: ['conference-unit-manager', 'service-manager'],
  find: (picture, owe) => {
    for (const conference of decidedOnes(picture)) {
      const done = whenAllTold(invitations(picture, conference), partners(picture, conference), conference.decided.day)
      const projected = confirmed(conference) === undefined
      owe({
        ...base(conference),
        due: workingDaysBefore(conference, 5),
        projected,
        done,
        ...noLonger(ended(conference)),
      })
    }
  },
})

const conferenceReports = rule({
  name: 'conference-reports',
  catalogue: 'R-ICPC-5',
  says: 'Hand in the report for the conference',
  label: 'local procedure',
  source: procedure(
    'Liverpool and East Riding child protection procedures: reports two working days before an initial conference',
  ),
  limit: { workingDays: 2 },
  owner: 'everyone-who-agreed',
  ladder: ['safeguarding-lead', 'conference-chair'],
  find: (picture, owe) => {
    for (const conference of decidedOnes(picture)) {
      const asked = [...new Set(invitations(picture, conference).flatMap(entry => entry.to))]
      const due = workingDaysBefore(conference, 2)
      const projected = confirmed(conference) === undefined
      const reports = all(picture, 'report-filed').filter(
        entry =>
          (entry.meeting === undefined || named(conference, entry.meeting)) && entry.day >= conference.decided.day,
      )
      if (asked.length === 0)
        owe({ ...base(conference), due, projected, done: reports[0], ...noLonger(ended(conference)) })
      for (const agency of asked) {
        const done = reports.find(entry => (entry.reporter ?? entry.by) === agency)
        owe({
          ...base(conference),
          step: agency,
          agency,
          owner: 'safeguarding-lead',
          due,
          projected,
          done,
          ...noLonger(ended(conference)),
        })
      }
    }
  },
})

const conferenceDelayAgreed = rule({
  name: 'conference-delay-agreed',
  catalogue: 'R-ICPC-7',
  says: 'Agree, with the conference chair, why the conference will be late, and until when',
  label: 'local procedure',
  source: procedure(
    'Greater Manchester initial child protection conference procedure: delay agreed by manager and chair before the time is up',
  ),
  limit: { workingDays: 15 },
  owner: 'service-manager',
  ladder: ['head-of-service', 'partnership-executive'],
  find: (picture, owe) => {
    for (const conference of decidedOnes(picture)) {
      const due = dueFrom(conference.start.day, conferenceHeld.limit)
      const late = conference.booked.find(booking => booking.when > due.day)
      const opens = Math.max(conference.decided.day, Math.min(late?.day ?? due.day, addWorkingDays(due.day, -2))) as Day
      owe({ ...base(conference), due, opens, done: conference.delayAgreed, ...noLonger(ended(conference)) })
    }
  },
})

const interimSafetyPlan = rule({
  name: 'interim-safety-plan',
  catalogue: 'R-ICPC-8',
  says: 'Make an interim safety plan that says who does what until the conference, and share it',
  label: 'local procedure',
  source: procedure(
    'Greater Manchester initial child protection conference procedure: interim plan with clear roles at once',
  ),
  limit: { sameDay: true },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const conference of decidedOnes(picture)) {
      const done = firstAbout(picture, all(picture, 'safety-plan'), conference.child, conference.start.day)
      owe({ ...base(conference), done, ...noLonger(ended(conference)) })
    }
  },
})

/** The days on which something moved on the road to a conference, until it is booked for good. */
const moves = (picture: Picture, conference: Decided): readonly Entry[] =>
  [
    conference.decided,
    conference.passedOn,
    ...conference.booked,
    invitations(picture, conference)[0],
    ended(conference),
    conference.delayAgreed,
  ]
    .filter(entry => entry !== undefined)
    .sort((one, other) => one.day - other.day)

const stallNamed = rule({
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
      const last = confirmed(conference) ?? ended(conference)
      for (const [ordinal, step] of steps.entries()) {
        if (last !== undefined && step.day >= last.day) break
        const due = dueFrom(step.day, limitOn(step.day))
        const next = steps.find(other => other.day > step.day)
        if (next !== undefined && next.day <= due.day) continue
        const answered = firstFrom(
          [...receiptsOf(picture, conference.names), ...all(picture, 'challenge-raised')],
          step.day,
        )
        owe({
          ...base(conference),
          step: `${ordinal + 1}`,
          because: [step],
          since: step.day,
          opens: due.day,
          due,
          done: answered,
          ...noLonger(next),
        })
        if (next === undefined) break
      }
    }
  },
})

const conferenceRequestAnswered = rule({
  name: 'conference-request-answered',
  catalogue: 'R-ICPC-10',
  says: 'Agree to the conference that a partner asks for, or refuse with the reason',
  label: 'local setting',
  source: ownDefault('two working days; that a partner may ask is local procedure in Bolton and Cambridgeshire'),
  limit: { workingDays: 2 },
  owner: 'service-manager',
  ladder: ['head-of-service', 'partnership-executive'],
  find: (picture, owe) => {
    for (const asked of all(picture, 'conference-asked-for'))
      for (const child of asked.child ?? picture.subject) {
        const answered = firstAbout(picture, all(picture, 'conference-request-answered'), child, asked.day)
        const decided = picture.conferences.find(
          one => one.child === child && one.decided !== undefined && one.decided.day >= asked.day,
        )?.decided
        owe({
          child,
          thing: asked.conference ?? asked.root,
          because: [asked],
          since: asked.day,
          done: earliest(answered, decided),
          watchers: [asked.by],
        })
      }
  },
})

const partnersToldNoConference = rule({
  name: 'partners-told-no-conference',
  catalogue: 'R-ICPC-11',
  says: 'Tell every partner why there will be no conference, and that each may ask for one',
  label: 'local setting',
  source: ownDefault('one working day; that partners are told is local procedure on Teesside'),
  limit: { workingDays: 1 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const conference of picture.conferences) {
      const { notNeeded, child, id, agreedBy } = conference
      if (notNeeded === undefined) continue
      const tell = agreedBy.filter(agency => !organisers.has(serviceOfAgency(agency)))
      const done = whenAllTold(
        receiptsOf(picture, [notNeeded.id, notNeeded.root, ...conference.names]),
        tell,
        notNeeded.day,
      )
      owe({ child, thing: id, because: [notNeeded], since: notNeeded.day, done, watchers: agreedBy })
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
  stallNamed,
  conferenceRequestAnswered,
  partnersToldNoConference,
]
