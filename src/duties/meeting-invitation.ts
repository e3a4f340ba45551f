import { dueFrom } from '../calendar/limit.ts'
import { type Agency, agencyInWords, sameAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { MeetingStanding } from '../record/meeting-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import type { ConferenceStanding } from '../record/strategy-standing.ts'
import { inTurn } from './in-turn.ts'
import { earliest, endedBy, firstAbout, isTo, receiptsOf } from './reading.ts'
import { type Owe, type Owed, ownDefault, type Rule, rule } from './rule.ts'

/** An agency that was asked to a meeting, each word to and from it, and the child for whom it is owed. */
interface Invited {
  readonly meeting: MeetingStanding
  readonly to: Agency
  readonly child: PersonId
  readonly invitations: readonly Sent[]
  readonly bounces: readonly Bounced[]
}

type Sent = EntryOf<'invitation-sent'>
type Bounced = EntryOf<'invitation-bounced'>

/** One e-mail, one duty: of the children whom a meeting is about, the first by name who is still the family's. */
const childFor = ({ people }: Picture, { children, invitations, bounced }: MeetingStanding): PersonId | undefined => {
  const sorted = [...children].sort()
  const from = (invitations[0] ?? bounced[0])?.entry.day
  const isHere = (child: PersonId) => {
    const gone = people.get(child)?.death ?? people.get(child)?.gone
    return gone === undefined || from === undefined || gone.day > from
  }
  return sorted.find(isHere) ?? sorted[0]
}

const nobody: readonly Invited[] = []

const invitedTo = (picture: Picture, meeting: MeetingStanding): readonly Invited[] => {
  if (meeting.invitations.length + meeting.bounced.length === 0) return nobody
  const agencies = new Set([...meeting.invitations, ...meeting.bounced].map(({ to }) => to))
  const own = meeting.called?.by ?? meeting.invitations[0]?.entry.by
  const child = childFor(picture, meeting)
  if (child === undefined) return nobody
  return [...agencies]
    .filter(to => own === undefined || !sameAgency(to, own))
    .map(to => ({
      meeting,
      to,
      child,
      invitations: meeting.invitations.filter(one => sameAgency(one.to, to)).map(({ entry }) => entry as Sent),
      bounces: meeting.bounced.filter(one => one.to === to).map(({ entry }) => entry as Bounced),
    }))
}

/** The conference for a child that a meeting is, by whichever of its names the invitations call it. */
const conferenceOf = (picture: Picture, { meeting, child }: Invited): ConferenceStanding | undefined =>
  picture.conferences.find(one => one.child === child && one.names.includes(meeting.id))

type Held = EntryOf<'meeting-held' | 'conference-held'>

/** Whether its invitations name no meeting: they were to something, and nobody says to what. */
const isNameless = ({ meeting, invitations, bounces }: Invited): boolean =>
  meeting.called === undefined && [...invitations, ...bounces].every(entry => entry.meeting === undefined)

/** The conference that was held next for the child: invitations that name no meeting were to that. */
const nextConference = (picture: Picture, one: Invited, trigger: Entry): Held | undefined =>
  isNameless(one) ? firstAbout(picture, all(picture, 'conference-held'), one.child, trigger.day) : undefined

/** The meeting or conference as it was held, with the agencies that were there where the record says so. */
const heldOf = (picture: Picture, one: Invited, trigger: Entry): Held | undefined =>
  one.meeting.held ??
  conferenceOf(picture, one)?.held ??
  all(picture, 'conference-held').find(entry => entry.conference === one.meeting.id) ??
  nextConference(picture, one, trigger)

/** What took the meeting away after an entry about its invitations; one that is called again under its id is on again. */
const cancelledAfter = (picture: Picture, one: Invited, trigger: Entry): Entry | undefined => {
  const off = one.meeting.cancelled ?? conferenceOf(picture, one)?.notNeeded
  return earliest(off !== undefined && off.day >= trigger.day ? off : undefined, nextConference(picture, one, trigger))
}

/** Another way: not the one that did not arrive, where the record says which. */
const otherWay = (one: Sent, before: Sent | undefined): boolean =>
  one !== before && (one.way === undefined || one.way !== before?.way)

/** What shows that the agency has the invitation, on or after a day. */
const reached = (picture: Picture, one: Invited, trigger: Entry, sent: Sent | undefined) => {
  const { meeting, to, invitations } = one
  const held = heldOf(picture, one, trigger)
  const theirs = [
    ...meeting.acknowledged.filter(one => sameAgency(one.to, to)).map(({ entry }) => entry),
    ...meeting.reports.filter(entry => sameAgency(entry.reporter ?? entry.by, to)),
    ...receiptsOf(picture, [meeting.id]).filter(entry => entry.kind === 'acknowledged' && isTo(entry, to)),
    ...invitations.filter(invitation => otherWay(invitation, sent)),
    ...(held?.present?.some(agency => sameAgency(agency, to)) ? [held] : []),
  ]
  return earliest(...theirs.filter(entry => entry.day >= trigger.day))
}

const base = ({ meeting, to, child }: Invited, sent: Sent | undefined, trigger: Entry): Owed => ({
  child,
  thing: meeting.id,
  step: to,
  of: agencyInWords(to),
  because: [trigger],
  since: trigger.day,
  agency: (sent ?? trigger).by,
})

/** An invitation that came back, or went to a wrong address: another way within one working day. */
const oweAfterBounce = (picture: Picture, owe: Owe, one: Invited): void =>
  inTurn(
    one.bounces,
    bounce => bounce,
    (bounce, ordinal) => {
      const before = one.invitations.filter(entry => entry.day <= bounce.day)
      const sent = before[ordinal - 1] ?? before.at(-1)
      return owe({
        ...base(one, sent, bounce),
        step: ordinal === 1 ? one.to : `${one.to} ${ordinal}`,
        ...endedBy(reached(picture, one, bounce, sent), cancelledAfter(picture, one, bounce)),
      })
    },
  )

/**
 * An invitation with no word back: another way within two working days, asked for on the second. A record that had kept no
 * acknowledgement by then says nothing by having none; and once the meeting was held, nobody asks who had the invitation.
 */
const oweAfterSilence = (picture: Picture, owe: Owe, one: Invited): void => {
  const sent = one.invitations[0]
  const keptSince = all(picture, 'invitation-acknowledged')[0]
  if (sent === undefined || sent.way === 'call' || keptSince === undefined) return
  const limit = { workingDays: 2 }
  const due = dueFrom(sent.day, limit)
  if (keptSince.day > due.day) return
  const held = heldOf(picture, one, sent)
  const over = earliest(cancelledAfter(picture, one, sent), held?.present === undefined ? held : undefined)
  const word = reached(picture, one, sent, sent)
  const broken = earliest(word, over)
  if (broken !== undefined && broken.day < due.day) return
  owe({ ...base(one, sent, sent), limit, opens: due.day, ...endedBy(word, over) })
}

/** Nobody is missed because an invitation did not arrive (review 5.20). */
export const invitationsArrive: Rule = rule({
  name: 'invitation-arrived',
  catalogue: 'R-MTG-2',
  says: 'Make sure that the invitation arrives, by another way',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault('one working day after an invitation comes back; two where no word comes'),
  limit: { workingDays: 1 },
  owner: 'organiser',
  ladder: ['safeguarding-lead', 'team-manager'],
  find: (picture, owe) => {
    for (const meeting of picture.meetings)
      for (const one of invitedTo(picture, meeting))
        if (one.bounces.length > 0) oweAfterBounce(picture, owe, one)
        else oweAfterSilence(picture, owe, one)
  },
})
