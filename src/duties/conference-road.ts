import { dueFrom, type Limit } from '../calendar/limit.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { ThingId } from '../record/field.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import type { ConferenceStanding } from '../record/strategy-standing.ts'
import { earliest } from './reading.ts'
import type { Owed } from './rule.ts'

/** Within what time the conference is held, from the discussion that started the enquiry. It is statutory: nobody sets it. */
export const conferenceLimit: Limit = { workingDays: 15 }

/** The last day on which a conference may be held. */
export const lastDueOf = ({ start }: ConferenceStanding) => dueFrom(start.day, conferenceLimit)

/** A conference that is to be held: it was decided, and not only an enquiry begun. */
export type Decided = ConferenceStanding & { readonly decided: Entry }

/** The conferences that were decided. */
export const decidedOnes = (picture: Picture): readonly Decided[] =>
  picture.conferences.filter((one): one is Decided => one.decided !== undefined)

/** What every step from the decision to the conference says. */
export const roadBase = (conference: Decided): Pick<Owed, 'child' | 'thing' | 'because' | 'since' | 'watchers'> => ({
  child: conference.child,
  thing: conference.id,
  because: [conference.decided],
  since: conference.decided.day,
  watchers: conference.agreedBy,
})

/** The entry with which the road ends: the conference was held, or is not needed. */
export const endOfRoad = (conference: ConferenceStanding): Entry | undefined =>
  earliest(conference.held, conference.notNeeded)

/** The booking that holds; a provisional one is not a booking. */
export const confirmed = (conference: ConferenceStanding): EntryOf<'conference-booked'> | undefined =>
  conference.booked.find(booking => booking.provisional !== true)

/** Whether an id is one by which entries speak of a conference. */
export const isNamed = (conference: ConferenceStanding, id: ThingId | undefined): boolean =>
  id !== undefined && conference.names.includes(id)

/** The invitations to a conference: those that name it, and those from the decision on that name no meeting. */
export const invitationsTo = (picture: Picture, conference: Decided): readonly EntryOf<'invitation-sent'>[] =>
  all(picture, 'invitation-sent').filter(
    entry =>
      isNamed(conference, entry.meeting) ||
      (entry.meeting === undefined && entry.day >= conference.decided.day && isAbout(picture, entry, conference.child)),
  )

const organisers = new Set(['social-care', 'conference-unit', 'family'])

/** The agencies that do not organise conferences, and so are asked to them and told of them. */
export const partnersOf = (agencies: readonly Agency[]): readonly Agency[] =>
  agencies.filter(agency => !organisers.has(serviceOfAgency(agency)))
