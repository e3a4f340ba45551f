import type { Day } from '../calendar/day.ts'
import type { Limit } from '../calendar/limit.ts'
import { type Agency, agencyInWords, sameAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { MeetingStanding } from '../record/meeting-standing.ts'
import { isAtWork } from '../record/network-standing.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { invitationsArrive } from './meeting-invitation.ts'
import { conferenceIdOf, type Held, minutesFor, minutesOf, minutesSent } from './minutes.ts'
import { earliest, endedBy, receiptsOf, whenAllTold } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

type Called = MeetingStanding & { readonly called: EntryOf<'meeting-called'> }
const calledOnes = (picture: Picture): readonly Called[] =>
  picture.meetings.filter((one): one is Called => one.called !== undefined)

const base = ({ id, called }: Called, agencies: readonly Agency[]): Omit<Owed, 'child'> => ({
  thing: id,
  because: [called],
  since: called.day,
  agency: called.by,
  of: agencies.map(agencyInWords).join(', '),
})

const invitationsTo = ({ invitations }: MeetingStanding) =>
  [...new Set(invitations.map(({ entry }) => entry))] as EntryOf<'invitation-sent'>[]

const names = (agencies: readonly Agency[] | undefined, agency: Agency): boolean =>
  agencies !== undefined && (agencies.includes(agency) || agencies.some(one => sameAgency(one, agency)))

/** Whether a meeting asks an agency, calls it itself, or leaves it out with a reason. */
const accountsFor = ({ called, invitations }: Called, agency: Agency): boolean =>
  names(called.invited, agency) ||
  sameAgency(called.by, agency) ||
  (called.reason !== undefined && names(called.leftOut, agency)) ||
  invitations.some(({ to, entry }) => entry.day < called.day && sameAgency(to, agency))

/** Whom the record names at work with the child on the day, and the list does not account for. */
const forgotten = ({ network }: Picture, meeting: Called, child: PersonId): readonly Agency[] => {
  const missing: Agency[] = []
  for (const one of network)
    if (!accountsFor(meeting, one.agency) && isAtWork(one, child, meeting.called.day) && !missing.includes(one.agency))
      missing.push(one.agency)
  return missing
}

/** A meeting that is called again under its id after it was cancelled is on again. */
const overSince = ({ called }: Called, ends: readonly (Entry | undefined)[]): Entry | undefined =>
  earliest(...ends.filter(entry => entry !== undefined && entry.day >= called.day))

const meetingListComplete = rule({
  name: 'meeting-asks-all',
  catalogue: 'R-MTG-1',
  says: 'Invite whoever works with the child, or write why they are left out',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('the day on which the meeting is called'),
  limit: { sameDay: true },
  owner: 'organiser',
  find: (picture, owe) => {
    if (picture.network.length === 0) return
    for (const meeting of calledOnes(picture)) {
      if (meeting.called.invited === undefined) continue
      for (const child of childrenOf(picture, meeting.called)) {
        const missing = forgotten(picture, meeting, child)
        if (missing.length === 0) continue
        const done = whenAllTold(invitationsTo(meeting), missing, meeting.called.day)
        owe({
          ...base(meeting, missing),
          child,
          ...endedBy(done, overSince(meeting, [meeting.held, meeting.cancelled])),
        })
      }
    }
  },
})

const leftOutTold = rule({
  name: 'left-out-agency-told',
  catalogue: 'R-MTG-3',
  says: 'Tell whoever is not asked that the meeting takes place',
  label: 'local setting',
  source: ownDefault('the day on which the meeting is called; the review proposes that all agencies are told (5.26)'),
  limit: { sameDay: true },
  owner: 'organiser',
  find: (picture, owe) => {
    for (const meeting of calledOnes(picture)) {
      const { called, id } = meeting
      if (called.leftOut === undefined) continue
      const receipts = [...receiptsOf(picture, [id, called.id, called.root]), ...invitationsTo(meeting)]
      const done = whenAllTold(receipts, called.leftOut, called.day)
      for (const child of childrenOf(picture, called))
        owe({ ...base(meeting, called.leftOut), child, ...endedBy(done, overSince(meeting, [meeting.cancelled])) })
    }
  },
})

/** Something that was held, for one child, and is owed minutes. */
interface Minuted extends Held {
  readonly child: PersonId
  readonly entry: EntryOf<'meeting-held' | 'conference-held'>
  readonly asked: readonly Agency[]
  readonly step: string
  readonly limit: Limit | undefined
}

/** Conferences count their minutes from the day they were held, like meetings, and have longer. */
const forConference: Limit = { workingDays: 15 }

const invitedTo = ({ invitations }: MeetingStanding): readonly Agency[] => invitations.map(({ to }) => to)

const minutedMeetings = (picture: Picture): readonly Minuted[] =>
  picture.meetings.flatMap(meeting => {
    const { id, held: entry, called, type } = meeting
    if (entry === undefined) return []
    const { day, by, present } = entry
    const asked = [...(present ?? []), ...(called?.invited ?? []), ...invitedTo(meeting)]
    const limit = type === 'conference' ? forConference : undefined
    return childrenOf(picture, entry).map(child => ({ id, day, by, child, entry, asked, step: '', limit }))
  })

/** Conferences by their own kind of entry; one that is reconvened under its id has minutes of its own. */
const minutedConferences = (picture: Picture): readonly Minuted[] => {
  const held = new Map<string, readonly Day[]>()
  return all(picture, 'conference-held').flatMap(entry => {
    const { day, by, present } = entry
    const id = conferenceIdOf(picture, entry)
    const meeting = picture.meetings.find(one => one.id === id)
    const asked = [...(present ?? []), ...(meeting === undefined ? [] : invitedTo(meeting))]
    return childrenOf(picture, entry).flatMap(child => {
      const name = `${id}|${child}`
      const before = held.get(name) ?? (meeting?.held === undefined ? [] : [meeting.held.day])
      if (before.includes(day)) return []
      held.set(name, [...before, day])
      const step = before.length === 0 ? '' : `${before.length + 1}`
      return [{ id, day, by, child, entry, asked, step, limit: forConference }]
    })
  })
}

const meetingMinutes = rule({
  name: 'meeting-minutes-sent',
  catalogue: 'R-MTG-5',
  says: 'Send the minutes and actions to all who were asked, the GP and the paediatricians',
  label: 'local setting',
  source: ownDefault('five working days after a meeting, fifteen after a conference; local procedures differ'),
  limit: { workingDays: 5 },
  owner: 'meeting-chair',
  heard: 'when-late',
  find: (picture, owe) => {
    const find = minutesOf(picture)
    for (const one of [...minutedMeetings(picture), ...minutedConferences(picture)]) {
      const { id, child, step, entry, day, by, asked, limit } = one
      const done = minutesSent(find(one, child), minutesFor(picture, child, one, asked))
      owe({ child, thing: id, step, because: [entry], since: day, agency: by, done, limit })
    }
  },
})

/** Meetings: everybody is asked, the invitation arrives, and what was said goes to all (review 5.20, 5.26). */
export const meetingRules: readonly Rule[] = [meetingListComplete, invitationsArrive, leftOutTold, meetingMinutes]
