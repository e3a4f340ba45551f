import type { Day } from '../calendar/day.ts'
import { type Agency, agencyInWords, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { conferenceIdOf } from './minutes.ts'
import { earliest, endedBy, firstAbout } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type View = EntryOf<'view-given'>
type Met = EntryOf<'meeting-held' | 'conference-held' | 'strategy-discussion'>

/** Something at which practitioners met: its id, and who was there. */
interface Meeting {
  readonly id: string
  readonly held: Met
}

const meetings = (picture: Picture): readonly Meeting[] =>
  [
    ...all(picture, 'meeting-held').map(held => ({ id: held.meeting ?? held.root, held })),
    ...all(picture, 'conference-held').map(held => ({ id: conferenceIdOf(picture, held), held })),
    ...all(picture, 'strategy-discussion').map(held => ({ id: held.discussion ?? held.root, held })),
  ].sort((one, other) => one.held.day - other.held.day)

/** The meeting that a view is about: the one it names, else the last before it, where it is not about something else. */
const meetingOf = (held: readonly Meeting[], view: View | EntryOf<'views-weighed'>): Meeting | undefined =>
  view.meeting !== undefined
    ? held.find(one => one.id === view.meeting)
    : view.about === undefined
      ? held.findLast(one => one.held.day <= view.day)
      : undefined

const whose = (view: View): Agency => view.agency ?? view.by
const differs = (view: View): boolean => view.answer !== 'agree' || view.differsFrom !== undefined

const byMeeting = (picture: Picture): ReadonlyMap<Meeting, readonly View[]> => {
  const held = meetings(picture)
  const found = new Map<Meeting, View[]>()
  for (const view of all(picture, 'view-given')) {
    const meeting = meetingOf(held, view)
    if (meeting === undefined) continue
    found.set(meeting, [...(found.get(meeting) ?? []), view])
  }
  return found
}

/** Who was there and has not said yet; the family is not asked in this way. */
const unsaid = ({ held }: Meeting, views: readonly View[]): readonly Agency[] =>
  (held.present ?? []).filter(
    agency => serviceOfAgency(agency) !== 'family' && !views.some(view => sameAgency(whose(view), agency)),
  )

/** The last view, once everybody there has said theirs. */
const lastOf = (meeting: Meeting, views: readonly View[]): View | undefined =>
  unsaid(meeting, views).length > 0 ? undefined : views.at(-1)

// Where a meeting does not ask for views none is counted as missing. Whoever only disagreed was not asked; that somebody
// wrote that they agree shows that all are.
const viewsAsked = rule({
  name: 'views-after-meeting',
  catalogue: 'R-MTG-9',
  says: 'Say whether you agree, disagree, or had a concern that was not addressed',
  label: 'local setting',
  source: ownDefault('two working days after the meeting, where it asks for views'),
  limit: { workingDays: 2 },
  owner: 'everyone-who-agreed',
  ladder: ['supervisor', 'safeguarding-lead'],
  heard: 'when-late',
  find: (picture, owe) => {
    if (all(picture, 'view-given').length === 0) return
    for (const [meeting, views] of byMeeting(picture)) {
      const { id, held } = meeting
      if (!views.some(view => view.answer === 'agree')) continue
      const watchers = unsaid(meeting, views)
      const of = watchers.map(agencyInWords).join(', ')
      const done = lastOf(meeting, views)
      for (const child of childrenOf(picture, held))
        owe({ child, thing: id, because: [held], since: held.day, done, watchers, ...(of === '' ? {} : { of }) })
    }
  },
})

const isWeighed = (view: View, meeting: Meeting | undefined, entry: EntryOf<'views-weighed'>): boolean =>
  (entry.meeting === undefined || entry.meeting === (meeting?.id ?? view.meeting)) &&
  (entry.about === undefined || view.about === undefined || entry.about === view.about)

/** They met about the child again, or the one who differed agrees now. */
const settledOtherwise = (picture: Picture, view: View, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstAbout(
      picture,
      all(picture, 'view-given'),
      child,
      day,
      entry => !differs(entry) && sameAgency(whose(entry), whose(view)),
    ),
    firstAbout(picture, all(picture, 'strategy-discussion'), child, day),
    firstAbout(
      picture,
      all(picture, 'meeting-held'),
      child,
      day,
      entry => entry.present?.some(agency => sameAgency(agency, whose(view))) === true,
    ),
  )

const disagreementWeighed = rule({
  name: 'disagreement-weighed',
  catalogue: 'beyond',
  says: 'Write how both views were weighed, and what follows for the child',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault('two working days after somebody differs on record'),
  limit: { workingDays: 2 },
  owner: 'team-manager',
  ladder: ['service-manager', 'safeguarding-lead'],
  find: (picture, owe) => {
    const views = all(picture, 'view-given').filter(differs)
    if (views.length === 0) return
    const held = meetings(picture)
    for (const view of views) {
      const meeting = meetingOf(held, view)
      for (const child of view.child ?? (meeting === undefined ? picture.subject : childrenOf(picture, meeting.held))) {
        const after = (view.day + 1) as Day
        const weighed = all(picture, 'views-weighed').find(
          entry => entry.day >= view.day && isWeighed(view, meeting, entry) && isAbout(picture, entry, child),
        )
        const challenged = firstAbout(picture, all(picture, 'challenge-raised'), child, view.day)
        const done = earliest(weighed, settledOtherwise(picture, view, child, after))
        owe({
          child,
          thing: view.root,
          because: meeting === undefined ? [view] : [view, meeting.held],
          since: view.day,
          watchers: [whose(view)],
          ...endedBy(done, challenged),
        })
      }
    }
  },
})

/** What each practitioner thinks, and that a view which differs is weighed (review 5.27). */
export const viewRules: readonly Rule[] = [viewsAsked, disagreementWeighed]
