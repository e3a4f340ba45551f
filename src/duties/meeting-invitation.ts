import { dueFrom } from '../calendar/limit.ts'
import { type Agency, agencyInWords, sameAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { MeetingStanding } from '../record/meeting-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import { inTurn } from './in-turn.ts'
import { earliest, endedBy, isTo, receiptsOf } from './reading.ts'
import { type Owe, type Owed, ownDefault, type Rule, rule } from './rule.ts'

/** An agency that was asked to a meeting, and each word to and from it. */
interface Invited {
  readonly meeting: MeetingStanding
  readonly to: Agency
  readonly invitations: readonly EntryOf<'invitation-sent'>[]
  readonly bounces: readonly Entry[]
}

const invitedTo = (meeting: MeetingStanding): readonly Invited[] => {
  const agencies = new Set([...meeting.invitations, ...meeting.bounced].map(({ to }) => to))
  const own = meeting.called?.by ?? meeting.invitations[0]?.entry.by
  return [...agencies]
    .filter(to => own === undefined || !sameAgency(to, own))
    .map(to => ({
      meeting,
      to,
      invitations: meeting.invitations.filter(one => sameAgency(one.to, to)).map(({ entry }) => entry as Sent),
      bounces: meeting.bounced.filter(one => one.to === to).map(({ entry }) => entry),
    }))
}

type Sent = EntryOf<'invitation-sent'>

/** The meeting or conference as it was held, with the agencies that were there where the record says so. */
const heldOf = (
  picture: Picture,
  { id, held }: MeetingStanding,
): EntryOf<'meeting-held' | 'conference-held'> | undefined =>
  held ?? all(picture, 'conference-held').find(entry => entry.conference === id)

/** What took the meeting away after an entry about its invitations; one that is called again under its id is on again. */
const cancelledAfter = (picture: Picture, { meeting }: Invited, child: PersonId, trigger: Entry): Entry | undefined => {
  const conference = picture.conferences.find(one => one.id === meeting.id && one.child === child)
  const off = meeting.cancelled ?? conference?.notNeeded
  return off !== undefined && off.day >= trigger.day ? off : undefined
}

/** Another way: not the one that did not arrive, where the record says which. */
const otherWay = (one: Sent, before: Sent | undefined): boolean =>
  one !== before && (one.way === undefined || one.way !== before?.way)

/** What shows that the agency has the invitation, on or after a day. */
const reached = (picture: Picture, { meeting, to, invitations }: Invited, trigger: Entry, sent: Sent | undefined) => {
  const held = heldOf(picture, meeting)
  const theirs = [
    ...meeting.acknowledged.filter(one => sameAgency(one.to, to)).map(({ entry }) => entry),
    ...meeting.reports.filter(entry => sameAgency(entry.reporter ?? entry.by, to)),
    ...receiptsOf(picture, [meeting.id]).filter(entry => entry.kind === 'acknowledged' && isTo(entry, to)),
    ...invitations.filter(one => otherWay(one, sent)),
    ...(held?.present?.some(agency => sameAgency(agency, to)) ? [held] : []),
  ]
  return earliest(...theirs.filter(entry => entry.day >= trigger.day))
}

const base = ({ meeting, to }: Invited, sent: Sent | undefined, trigger: Entry): Omit<Owed, 'child'> => ({
  thing: meeting.id,
  step: to,
  of: agencyInWords(to),
  because: [trigger],
  since: trigger.day,
  agency: (sent ?? trigger).by,
})

/** An invitation that came back, or went to a wrong address: another way within one working day. */
const oweAfterBounce = (picture: Picture, owe: Owe, one: Invited, child: PersonId): void =>
  inTurn(
    one.bounces,
    bounce => bounce,
    (bounce, ordinal) => {
      const before = one.invitations.filter(entry => entry.day <= bounce.day)
      const sent = before[ordinal - 1] ?? before.at(-1)
      return owe({
        ...base(one, sent, bounce),
        child,
        step: ordinal === 1 ? one.to : `${one.to} ${ordinal}`,
        ...endedBy(reached(picture, one, bounce, sent), cancelledAfter(picture, one, child, bounce)),
      })
    },
  )

/**
 * An invitation with no word back: another way within two working days, asked for on the second. A record that had kept no
 * acknowledgement by then says nothing by having none; and once the meeting was held, nobody asks who had the invitation.
 */
const oweAfterSilence = (picture: Picture, owe: Owe, one: Invited, child: PersonId): void => {
  const sent = one.invitations[0]
  const keptSince = all(picture, 'invitation-acknowledged')[0]
  if (sent === undefined || sent.way === 'call' || keptSince === undefined) return
  const due = dueFrom(sent.day, { workingDays: 2 })
  if (keptSince.day > due.day) return
  const held = heldOf(picture, one.meeting)
  const over = earliest(cancelledAfter(picture, one, child, sent), held?.present === undefined ? held : undefined)
  const word = reached(picture, one, sent, sent)
  const broken = earliest(word, over)
  if (broken !== undefined && broken.day < due.day) return
  owe({ ...base(one, sent, sent), child, due, opens: due.day, ...endedBy(word, over) })
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
      for (const one of invitedTo(meeting))
        for (const child of meeting.children)
          if (one.bounces.length > 0) oweAfterBounce(picture, owe, one, child)
          else oweAfterSilence(picture, owe, one, child)
  },
})
