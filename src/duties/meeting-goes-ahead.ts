import type { Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { MeetingStanding } from '../record/meeting-standing.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { earliest, endedBy, isFor } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Called = MeetingStanding & { readonly called: EntryOf<'meeting-called'> }

/** A meeting of a plan that a parent asked to cancel, or did not come to. */
const isAskedOff = (meeting: MeetingStanding): meeting is Called =>
  meeting.askedToCancel.length > 0 &&
  meeting.called !== undefined &&
  (meeting.plan !== undefined || meeting.type === 'child-in-need' || meeting.type === 'core-group')

/** The day for which the meeting was called when the parent asked. */
const dayCalled = ({ called, moves }: Called, asked: Entry): Day =>
  moves.findLast(move => move.day < asked.day)?.to ?? called.when

/** Only the team manager moves it, with a reason, by five working days at most. */
const properlyMoved = ({ moves }: Called, asked: Entry, when: Day): Entry | undefined =>
  moves.find(
    move =>
      move.day >= asked.day &&
      move.movedBy === 'team-manager' &&
      move.reason !== undefined &&
      move.to <= addWorkingDays(when, 5),
  )

const heldFor = (picture: Picture, meeting: Called, child: PersonId, day: Day): Entry | undefined =>
  all(picture, 'meeting-held').find(
    held =>
      (held === meeting.held || held.meeting === meeting.id) &&
      held.day >= day &&
      isFor(picture, held, childrenOf(picture, meeting.called), child),
  )

/** A meeting about a child is not called off by whoever it may trouble (review 5.18, 5.29). */
export const meetingGoesAhead: Rule = rule({
  name: 'meeting-goes-ahead',
  catalogue: 'R-CIN-4',
  says: 'Hold the meeting on its day without the parent, ask what the parent wants said; only the team manager may move it',
  label: 'local setting',
  source: ownDefault(
    'on the day it was called for, or within five working days if the team manager moves it; after Teesside’s review conferences, where only the chair may change the date',
  ),
  limit: { sameDay: true },
  clock: 'on the day of the meeting',
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const meeting of picture.meetings) {
      if (!isAskedOff(meeting)) continue
      const [asked] = meeting.askedToCancel
      if (asked === undefined) continue
      const when = dayCalled(meeting, asked)
      const since = Math.min(asked.day, when) as Day
      const plan = picture.plans.find(one => one.id === meeting.plan)
      for (const child of childrenOf(picture, meeting.called)) {
        const held = heldFor(picture, meeting, child, since)
        owe({
          child,
          thing: meeting.id,
          because: [asked, meeting.called],
          since,
          due: { day: when, basis: 'table' },
          ...endedBy(earliest(held, properlyMoved(meeting, asked, when)), plan?.ended),
        })
      }
    }
  },
})
