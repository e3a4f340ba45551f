import type { Day } from '../calendar/day.ts'
import { type Due, dueFrom } from '../calendar/limit.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Agency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { agenciesOn } from '../record/network-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import {
  confirmed,
  type Decided,
  decidedOnes,
  endOfRoad,
  invitationsTo,
  isNamed,
  lastDueOf,
  partnersOf,
  roadBase,
} from './conference-road.ts'
import { earliest, firstAbout, noLonger, receiptsOf, whenAllTold } from './reading.ts'
import { type Owed, ownDefault, procedure, type Rule, rule } from './rule.ts'

/** So many working days before the conference: as booked, else as late as it may be held; never before it was decided. */
const workingDaysBefore = (conference: Decided, days: number): Pick<Owed, 'due' | 'projected'> => {
  const booked = confirmed(conference)
  const day = addWorkingDays(booked?.when ?? lastDueOf(conference).day, -days)
  const due: Due = {
    day: Math.max(day, conference.decided.day) as Day,
    basis: dueFrom(day, { workingDays: 0 }).basis,
  }
  return { due, projected: booked === undefined }
}

const partnersIn = (picture: Picture, { child, decided, agreedBy }: Decided): readonly Agency[] =>
  partnersOf([...new Set([...agenciesOn(picture.network, child, decided.day), ...agreedBy])])

/** Everybody who works with the child is asked to the conference. */
export const conferenceInvitations: Rule = rule({
  name: 'conference-invitations',
  catalogue: 'R-ICPC-4',
  says: 'Invite everybody who works with the child, and the family, to the conference',
  label: 'local setting',
  source: ownDefault('five working days before the conference'),
  limit: { workingDays: 5 },
  clock: 'five working days before the conference',
  owner: 'conference-administrator',
  ladder: ['conference-unit-manager', 'service-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const conference of decidedOnes(picture)) {
      const done = whenAllTold(
        invitationsTo(picture, conference),
        partnersIn(picture, conference),
        conference.decided.day,
      )
      owe({
        ...roadBase(conference),
        ...workingDaysBefore(conference, 5),
        done,
        ...noLonger(endOfRoad(conference)),
      })
    }
  },
})

const reportsFor = (picture: Picture, conference: Decided): readonly EntryOf<'report-filed'>[] =>
  all(picture, 'report-filed').filter(
    entry => (entry.meeting === undefined || isNamed(conference, entry.meeting)) && entry.day >= conference.decided.day,
  )

/** Whoever was asked hands in a report; while nobody was, the first report will do. */
export const conferenceReports: Rule = rule({
  name: 'conference-reports',
  catalogue: 'R-ICPC-5',
  says: 'Hand in the report for the conference',
  label: 'local procedure',
  source: procedure(
    'Liverpool and East Riding child protection procedures: reports two working days before an initial conference',
  ),
  limit: { workingDays: 2 },
  clock: 'two working days before the conference',
  owner: 'everyone-who-agreed',
  ladder: ['safeguarding-lead', 'conference-chair'],
  find: (picture, owe) => {
    for (const conference of decidedOnes(picture)) {
      const asked = [...new Set(invitationsTo(picture, conference).flatMap(entry => entry.to))]
      const reports = reportsFor(picture, conference)
      const base = { ...roadBase(conference), ...workingDaysBefore(conference, 2), ...noLonger(endOfRoad(conference)) }
      if (asked.length === 0) owe({ ...base, done: reports[0] })
      for (const agency of asked) {
        const done = reports.find(entry => (entry.reporter ?? entry.by) === agency)
        owe({ ...base, step: agency, agency, owner: 'safeguarding-lead', done })
      }
    }
  },
})

/** A partner asks for a conference and is answered. */
export const conferenceRequestAnswered: Rule = rule({
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

/** Partners learn that there will be no conference, and why. */
export const partnersToldNoConference: Rule = rule({
  name: 'partners-told-no-conference',
  catalogue: 'R-ICPC-11',
  says: 'Tell every partner why there will be no conference, and that each may ask for one',
  label: 'local setting',
  source: ownDefault('one working day; that partners are told is local procedure on Teesside'),
  limit: { workingDays: 1 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const conference of picture.conferences) {
      const { notNeeded, child, id, agreedBy, names } = conference
      if (notNeeded === undefined) continue
      const receipts = receiptsOf(picture, [notNeeded.id, notNeeded.root, ...names])
      const done: Entry | undefined = whenAllTold(receipts, partnersOf(agreedBy), notNeeded.day)
      owe({ child, thing: id, because: [notNeeded], since: notNeeded.day, done, watchers: agreedBy })
    }
  },
})
