import { dueFrom } from '../calendar/limit.ts'
import { type Agency, agencyInWords, sameAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { MeetingStanding } from '../record/meeting-standing.ts'
import { agenciesOn } from '../record/network-standing.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { invitationsArrive } from './meeting-invitation.ts'
import { conferenceIdOf, type Held, minutesFor, minutesOf, minutesSent } from './minutes.ts'
import { earliest, endedBy, whenAllTold } from './reading.ts'
import { receiptsNaming } from './receipts.ts'
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

/** Whom the record names at work with the child, and the list neither asks nor leaves out with a reason. */
const forgotten = (picture: Picture, meeting: Called, child: PersonId): readonly Agency[] => {
  const { by, day, invited, leftOut, reason } = meeting.called
  const before = meeting.invitations.filter(({ entry }) => entry.day < day).map(({ to }) => to)
  const known = [by, ...(invited ?? []), ...(reason === undefined ? [] : (leftOut ?? [])), ...before]
  return agenciesOn(picture.network, child, day).filter(agency => !known.some(one => sameAgency(one, agency)))
}

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
        owe({ ...base(meeting, missing), child, ...endedBy(done, earliest(meeting.held, meeting.cancelled)) })
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
      const receipts = [...receiptsNaming(picture, [id, called.id, called.root]), ...invitationsTo(meeting)]
      const done = whenAllTold(receipts, called.leftOut, called.day)
      for (const child of childrenOf(picture, called))
        owe({ ...base(meeting, called.leftOut), child, ...endedBy(done, meeting.cancelled) })
    }
  },
})

/** Something that was held and is owed minutes. */
interface Minuted extends Held {
  readonly entry: EntryOf<'meeting-held' | 'conference-held'>
  readonly asked: readonly Agency[]
  readonly isConference: boolean
}

const minutedMeeting = ({ id, held, called, invitations, type }: MeetingStanding): readonly Minuted[] => {
  if (held === undefined) return []
  const asked = [...(held.present ?? []), ...(called?.invited ?? []), ...invitations.map(({ to }) => to)]
  return [{ id, day: held.day, by: held.by, entry: held, asked, isConference: type === 'conference' }]
}

const minutedConferences = (picture: Picture): readonly Minuted[] =>
  all(picture, 'conference-held').map(entry => {
    const id = conferenceIdOf(picture, entry)
    const invitations = picture.meetings.find(meeting => meeting.id === id)?.invitations ?? []
    const asked = [...(entry.present ?? []), ...invitations.map(({ to }) => to)]
    return { id, day: entry.day, by: entry.by, entry, asked, isConference: true }
  })

const minuted = (picture: Picture): readonly Minuted[] =>
  [...picture.meetings.flatMap(minutedMeeting), ...minutedConferences(picture)].sort(
    (one, other) => one.day - other.day,
  )

const minutesDone = (
  picture: Picture,
  find: ReturnType<typeof minutesOf>,
  one: Minuted,
  child: PersonId,
): Entry | undefined => minutesSent(find(one, child), one.day, minutesFor(picture, child, one, one.asked))

const meetingMinutes = rule({
  name: 'meeting-minutes-sent',
  catalogue: 'R-MTG-5',
  says: 'Send the minutes and actions to all who were asked, the GP and the paediatricians',
  label: 'local setting',
  source: ownDefault('five working days after a meeting, fifteen after a conference; local procedures differ'),
  limit: { workingDays: 5 },
  owner: 'meeting-chair',
  find: (picture, owe) => {
    const find = minutesOf(picture)
    const held = new Map<string, Minuted[]>()
    for (const one of minuted(picture))
      for (const child of childrenOf(picture, one.entry)) {
        const name = `${one.id}|${child}`
        const before = held.get(name) ?? []
        if (before.some(({ day }) => day === one.day)) continue
        held.set(name, [...before, one])
        const done = minutesDone(picture, find, one, child)
        owe({
          child,
          thing: one.id,
          ...(before.length === 0 ? {} : { step: `${before.length + 1}` }),
          because: [one.entry],
          since: one.day,
          agency: one.by,
          ...(one.isConference ? { due: dueFrom(one.day, { workingDays: 15 }) } : {}),
          done,
        })
      }
  },
})

/** Meetings: everybody is asked, the invitation arrives, and what was said goes to all (review 5.20, 5.26). */
export const meetingRules: readonly Rule[] = [meetingListComplete, invitationsArrive, leftOutTold, meetingMinutes]
