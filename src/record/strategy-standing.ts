import type { Day } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'

type Discussion = EntryOf<'strategy-discussion'>

/** A strategy discussion: one entry, or several that share its id when children had different outcomes. */
export interface DiscussionStanding {
  readonly id: ThingId
  readonly first: Discussion
  readonly entries: Discussion[]
  /** The children with a recorded outcome. */
  readonly outcomes: Map<PersonId, Discussion>
}

/** A conference that was decided for a child, and each step on the way to it. */
export interface ConferenceStanding {
  readonly id: ThingId
  /** Every id by which entries speak of it: its own, and the one that the conference unit gave it. */
  readonly names: ThingId[]
  readonly child: PersonId
  /** The strategy discussion that started the section 47 enquiry: the clock counts from it, and no later one moves it. */
  readonly start: Entry
  /** The entry that decided that a conference is to be held; none while the enquiry goes on. */
  decided?: Entry
  /** Who agreed it, and is asked whether they accept a delay. */
  readonly agreedBy: readonly Agency[]
  passedOn?: Entry
  readonly booked: EntryOf<'conference-booked'>[]
  delayAgreed?: EntryOf<'conference-delay-agreed'>
  held?: EntryOf<'conference-held' | 'meeting-held'>
  notNeeded?: Entry
}

/** Days after which an enquiry or a conference whose end nobody wrote keeps no case open. */
export const daysOpen = { enquiry: 90, decided: 365 }

/** Whether a conference is decided on or an enquiry goes on for its child on a day. What nobody ended does not go on for years. */
export const conferencePendsOn = ({ start, decided, held, notNeeded }: ConferenceStanding, day: Day): boolean => {
  if (start.day > day) return false
  const end = held ?? notNeeded
  if (end !== undefined && end.day <= day) return false
  return decided !== undefined && decided.day <= day
    ? day - decided.day <= daysOpen.decided
    : day - start.day <= daysOpen.enquiry
}

/** Takes one strategy discussion into what stands. */
export const foldDiscussion = (
  discussions: Map<ThingId, DiscussionStanding>,
  entry: Discussion,
  children: readonly PersonId[],
): DiscussionStanding => {
  const id = entry.discussion ?? (entry.root as string as ThingId)
  const held: DiscussionStanding = discussions.get(id) ?? { id, first: entry, entries: [], outcomes: new Map() }
  held.entries.push(entry)
  for (const child of children) held.outcomes.set(child, entry)
  discussions.set(id, held)
  return held
}

/** The conference for a child that an entry without an id means: the last one that is neither held nor given up. */
export const openConference = (
  conferences: readonly ConferenceStanding[],
  child: PersonId,
): ConferenceStanding | undefined =>
  conferences.findLast(
    conference => conference.child === child && conference.held === undefined && conference.notNeeded === undefined,
  )
