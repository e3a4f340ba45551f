import type { Day } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'
import { put, type Shelf } from './shelf.ts'

export type MeetingType = NonNullable<EntryOf<'meeting-held'>['type']>

/** A meeting as it stands: who was asked and reached, whether it was held, and its minutes. */
export interface MeetingStanding {
  readonly id: ThingId
  readonly children: readonly PersonId[]
  type?: MeetingType
  plan?: ThingId
  called?: EntryOf<'meeting-called'>
  when?: Day
  readonly invitations: { readonly to: Agency; readonly entry: Entry }[]
  readonly bounced: { readonly to: Agency; readonly entry: Entry }[]
  readonly acknowledged: { readonly to: Agency; readonly entry: Entry }[]
  readonly reports: EntryOf<'report-filed'>[]
  readonly askedToCancel: EntryOf<'cancellation-asked'>[]
  readonly moves: EntryOf<'meeting-moved'>[]
  cancelled?: EntryOf<'meeting-cancelled'>
  held?: EntryOf<'meeting-held'>
  readonly minutes: EntryOf<'minutes-sent'>[]
}

export type AboutMeeting = EntryOf<
  | 'meeting-called'
  | 'invitation-sent'
  | 'invitation-bounced'
  | 'invitation-acknowledged'
  | 'report-filed'
  | 'cancellation-asked'
  | 'meeting-moved'
  | 'meeting-cancelled'
  | 'meeting-held'
  | 'minutes-sent'
>

type Meetings = Shelf<MeetingStanding>

const made = (meetings: Meetings, id: ThingId, children: readonly PersonId[]): MeetingStanding =>
  put(meetings, {
    id,
    children,
    invitations: [],
    bounced: [],
    acknowledged: [],
    reports: [],
    askedToCancel: [],
    moves: [],
    minutes: [],
  })

const meetingOf = (meetings: Meetings, entry: AboutMeeting, children: readonly PersonId[]): MeetingStanding => {
  if (entry.meeting !== undefined) return meetings.byId.get(entry.meeting) ?? made(meetings, entry.meeting, children)
  const waiting =
    entry.kind === 'minutes-sent' ? heldLast(meetings) : meetings.inOrder.findLast(meeting => waits(meeting, entry))
  return (
    waiting ??
    (belongsToInvitations(entry) ? uncalled(meetings) : undefined) ??
    made(meetings, entry.root as string as ThingId, children)
  )
}

/** Invitations, and what comes of them, that name no meeting and find none called: they belong together. */
const belongsToInvitations = ({ kind }: AboutMeeting): boolean =>
  kind === 'invitation-sent' ||
  kind === 'invitation-bounced' ||
  kind === 'invitation-acknowledged' ||
  kind === 'report-filed'
const uncalled = (meetings: Meetings) =>
  meetings.inOrder.findLast(
    meeting => meeting.called === undefined && meeting.held === undefined && meeting.invitations.length > 0,
  )

const heldLast = (meetings: Meetings) => meetings.inOrder.findLast(meeting => meeting.held !== undefined)
const waits = (meeting: MeetingStanding, entry: AboutMeeting): boolean =>
  meeting.held === undefined &&
  meeting.cancelled === undefined &&
  meeting.called !== undefined &&
  !(entry.kind === 'meeting-held' && entry.type !== meeting.type)

/** Takes one entry about a meeting into what stands. */
export const foldMeeting = (meetings: Meetings, entry: AboutMeeting, children: readonly PersonId[]): void => {
  const meeting = meetingOf(meetings, entry, children)
  switch (entry.kind) {
    case 'meeting-called':
      meeting.called = entry
      if (meeting.moves.length === 0) meeting.when = entry.when
      typed(meeting, entry)
      return
    case 'meeting-held':
      meeting.held = entry
      typed(meeting, entry)
      return
    case 'invitation-sent':
      for (const to of entry.to) meeting.invitations.push({ to, entry })
      return
    case 'invitation-bounced':
      for (const to of entry.to) meeting.bounced.push({ to, entry })
      return
    case 'invitation-acknowledged':
      for (const to of entry.to ?? [entry.by]) meeting.acknowledged.push({ to, entry })
      return
    case 'report-filed':
      meeting.reports.push(entry)
      return
    case 'cancellation-asked':
      meeting.askedToCancel.push(entry)
      return
    case 'meeting-moved':
      meeting.moves.push(entry)
      meeting.when = entry.to
      return
    case 'meeting-cancelled':
      meeting.cancelled = entry
      return
    case 'minutes-sent':
      meeting.minutes.push(entry)
      return
  }
}

const typed = (meeting: MeetingStanding, entry: EntryOf<'meeting-called' | 'meeting-held'>): void => {
  if (entry.type !== undefined) meeting.type = entry.type
  if (entry.plan !== undefined) meeting.plan = entry.plan
}
