import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'
import { type ConferenceStanding, daysOpen, openConference } from './strategy-standing.ts'

export type AboutConference = EntryOf<
  | 'strategy-discussion'
  | 'section47-started'
  | 'section47-concluded'
  | 'decision'
  | 'conference-request-answered'
  | 'conference-passed-on'
  | 'conference-booked'
  | 'conference-delay-agreed'
  | 'conference-held'
  | 'conference-not-needed'
  | 'meeting-held'
>

type Conferences = ConferenceStanding[]
/** A conference in the making: what is read-only for rules is filled here. */
type Making = { -readonly [K in keyof ConferenceStanding]: ConferenceStanding[K] }

const idIn = (entry: AboutConference): ThingId | undefined =>
  'conference' in entry ? entry.conference : entry.kind === 'meeting-held' ? entry.meeting : undefined

/** Whether an entry starts a section 47 enquiry, from which fifteen working days count. */
const startsEnquiry = (entry: AboutConference): boolean =>
  entry.kind === 'section47-started' ||
  (entry.kind === 'strategy-discussion' &&
    (entry.section47 === true || (entry.section47 === undefined && entry.outcome === 'section-47')))

/** Whether an entry decides that a conference is to be held. */
const decides = (entry: AboutConference): boolean =>
  (entry.kind === 'strategy-discussion' && entry.outcome === 'conference') ||
  (entry.kind === 'section47-concluded' && entry.outcome === 'conference') ||
  (entry.kind === 'decision' && entry.decides === 'conference') ||
  (entry.kind === 'conference-request-answered' && entry.answer === 'agreed')

const agreedBy = (entry: AboutConference): readonly Agency[] => [
  ...new Set(entry.kind === 'strategy-discussion' ? [entry.by, ...(entry.present ?? [])] : [entry.by]),
]

const find = (conferences: Conferences, entry: AboutConference, child: PersonId): Making | undefined => {
  const id = idIn(entry)
  const named = id === undefined ? undefined : conferences.find(one => one.child === child && one.names.includes(id))
  return named ?? openConference(conferences, child)
}

const open = (conferences: Conferences, entry: AboutConference, child: PersonId): Making => {
  const held = openConference(conferences, child)
  if (held !== undefined && !isLongPast(held, entry)) return held
  const id =
    idIn(entry) ??
    (entry.kind === 'strategy-discussion' ? entry.discussion : undefined) ??
    (entry.root as string as ThingId)
  const made: ConferenceStanding = { id, names: [id], child, start: entry, agreedBy: [], booked: [] }
  conferences.push(made)
  return made
}

/**
 * The children of whom the end of an enquiry speaks: those it names, else all with whom the enquiry began. Who writes the
 * end of what was started for two children together seldom names them again.
 */
export const childrenOfEnquiry = (
  conferences: readonly ConferenceStanding[],
  entry: AboutConference,
  children: readonly PersonId[],
): readonly PersonId[] => {
  if (entry.kind !== 'section47-concluded' || entry.child !== undefined) return children
  const starts = children.flatMap(child => openConference(conferences, child)?.start ?? [])
  const together = conferences.filter(one => starts.includes(one.start)).map(one => one.child)
  return [...new Set([...children, ...together])]
}

/** An enquiry of another year whose end nobody wrote: what is decided now begins a road of its own, with its own days. */
const isLongPast = ({ start, decided }: ConferenceStanding, { day }: AboutConference): boolean =>
  decided === undefined && day - start.day > daysOpen.enquiry

const ofReview = (entry: AboutConference): boolean => entry.kind === 'conference-held' && entry.type === 'review'

/** A later discussion or decision of social care that wants neither an enquiry nor a conference ends the enquiry that went on. */
const endsEnquiry = (conference: Making, entry: AboutConference): boolean => {
  if (conference.decided !== undefined || conference.start === (entry as Entry)) return false
  if (entry.day <= conference.start.day || startsEnquiry(entry)) return false
  return entry.kind === 'strategy-discussion'
    ? entry.section47 !== true && isLesser(entry.outcome)
    : entry.kind === 'decision' && serviceOfAgency(entry.by) === 'social-care' && isLesser(entry.decides)
}

const isLesser = (outcome: string | undefined): boolean =>
  outcome === 'no-further-action' || outcome === 'child-in-need'

/** A child who has a plan has no initial conference: a review conference does what one would. */
const reviewed = (conferences: Conferences, entry: EntryOf<'conference-held'>, child: PersonId): void => {
  const held: Making | undefined = openConference(conferences, child)
  if (held !== undefined && entry.quorate !== false && entry.day >= held.start.day) held.held = entry
}

const follow = (conference: Making, entry: AboutConference): void => {
  switch (entry.kind) {
    case 'conference-passed-on':
      conference.passedOn ??= entry
      return
    case 'conference-booked':
      conference.booked.push(entry)
      conference.passedOn ??= entry
      return
    case 'conference-delay-agreed':
      conference.delayAgreed ??= entry
      return
    case 'conference-held':
    case 'meeting-held':
      if (entry.kind === 'meeting-held' || entry.quorate !== false) conference.held ??= entry
      return
    case 'conference-not-needed':
      conference.notNeeded ??= entry
      return
    case 'section47-concluded':
      if (entry.outcome !== 'conference') conference.notNeeded ??= entry
      return
  }
}

/** Takes one entry into the road to a conference, for each child. A decision taken twice is one conference. */
export const foldConference = (
  conferences: Conferences,
  entry: AboutConference,
  children: readonly PersonId[],
): void => {
  if (entry.kind === 'conference-held' && ofReview(entry)) {
    for (const child of children) reviewed(conferences, entry, child)
    return
  }
  for (const child of children) {
    const going: Making | undefined = openConference(conferences, child)
    if (going !== undefined && endsEnquiry(going, entry)) going.notNeeded = entry
    if (startsEnquiry(entry) || decides(entry)) step(open(conferences, entry, child), entry)
    const held = find(conferences, entry, child)
    if (held !== undefined) follow(called(held, entry), entry)
    if (held !== undefined && held.held === (entry as Entry)) endLongPast(conferences, held.held, child)
  }
}

/** What was held at last answers an enquiry of another year too. */
const endLongPast = (conferences: Conferences, held: NonNullable<Making['held']>, child: PersonId): void => {
  for (const one of conferences as Making[])
    if (one.child === child && one.held === undefined && one.notNeeded === undefined && isLongPast(one, held))
      one.held = held
}

/** Notes the id by which an entry calls the conference. */
const called = (conference: Making, entry: AboutConference): Making => {
  const id = idIn(entry)
  if (id !== undefined && !conference.names.includes(id)) conference.names.push(id)
  return conference
}

const step = (conference: Making, entry: AboutConference): void => {
  if (decides(entry) && conference.decided === undefined) conference.decided = entry as Entry
  conference.agreedBy = [...new Set([...conference.agreedBy, ...agreedBy(entry)])]
}
