import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { usualRole } from '../record/network-standing.ts'
import type { ReferralStanding } from '../record/referral-standing.ts'
import { all, childrenOf, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { inTurn } from './in-turn.ts'
import { decidedBy, firstOfKinds, leadIn } from './looked-at.ts'
import { earliest } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'
import { nextSeen } from './seen.ts'

/*
 * What did not come about, and must not be the end of it: a visit that reached nobody, help that a service declined to
 * give, a child who came home (beyond.md: the child not seen; a referral without an answer).
 */

type Attempt = EntryOf<'contact'>

interface NoReply {
  readonly child: PersonId
  readonly entry: Attempt
}

const isVisit = ({ way, reached, letIn, by }: Attempt): boolean =>
  (reached === false || letIn === false) && (way === undefined || way === 'visit') && serviceOfAgency(by) !== 'family'

/** Visits that reached nobody, child by child and agency by agency. */
const noReplies = (picture: Picture): Iterable<readonly NoReply[]> => {
  const visits = all(picture, 'contact').filter(isVisit)
  const each = visits.flatMap(entry => childrenOf(picture, entry).map(child => ({ child, entry })))
  return Map.groupBy(each, ({ child, entry }) => `${child} ${entry.by}`).values()
}

/** The agency tried again, or anybody has seen the child since. */
const triedAgain = (picture: Picture, { child, entry }: NoReply): Entry | undefined =>
  earliest(
    firstSince(picture, 'contact', { child, day: entry.day }, one => one !== entry && one.by === entry.by),
    nextSeen(picture, child, entry.day),
    firstOfKinds(picture, [...decidedBy, 'referral-made'], child, entry.day),
  )

const visitTriedAgain = rule({
  name: 'visit-tried-again',
  catalogue: 'beyond',
  says: 'Make another visit: nobody was reached',
  label: 'local setting',
  source: ownDefault('five working days; it says nothing about the family, whose hours may not be ours'),
  limit: { workingDays: 5 },
  owner: 'lead-practitioner',
  ladder: ['team-lead', 'safeguarding-lead'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const visits of noReplies(picture))
      inTurn(
        visits,
        ({ entry }) => entry,
        (visit, ordinal) => {
          const { child, entry } = visit
          const usual = usualRole(entry.by)
          return owe({
            ...{ child, thing: `no-reply-${entry.by}`, step: `${ordinal}`, because: [entry], since: entry.day },
            ...{ agency: entry.by, owner: usual === 'other' ? undefined : usual, done: triedAgain(picture, visit) },
          })
        },
      )
  },
})

const refusalsAtTheDoor = (picture: Picture): readonly NoReply[] =>
  all(picture, 'contact')
    .filter(({ letIn }) => letIn === false)
    .flatMap(entry => childrenOf(picture, entry).map(child => ({ child, entry })))

/** Who decides what it means: social care where it has the child, else whoever looks after safeguarding there. */
const decider = (picture: Picture, { child, entry }: NoReply): Pick<Owed, 'owner' | 'agency'> =>
  openToSocialCareOn(picture, child, entry.day) || serviceOfAgency(entry.by) === 'social-care'
    ? { owner: 'team-manager' }
    : { owner: leadIn(entry), agency: entry.by }

const refusedAtTheDoor = rule({
  name: 'refused-at-the-door-decided',
  catalogue: 'beyond',
  says: 'Decide what it means for the child that nobody was let in, and how the child is seen',
  label: 'local setting',
  source: ownDefault(
    'one working day; nobody has to let a helper in, and the child is seen all the same where there is cause',
  ),
  limit: { workingDays: 1 },
  owner: 'team-manager',
  find: (picture, owe) => {
    for (const visits of Map.groupBy(refusalsAtTheDoor(picture), ({ child }) => child).values())
      inTurn(
        visits,
        ({ entry }) => entry,
        (visit, ordinal) => {
          const { child, entry } = visit
          return owe({
            ...{ child, thing: 'not-let-in', step: `${ordinal}`, because: [entry], since: entry.day },
            ...decider(picture, visit),
            done: earliest(
              nextSeen(picture, child, entry.day),
              firstOfKinds(picture, [...decidedBy, 'referral-made', 'decision', 'legal-step'], child, entry.day),
            ),
          })
        },
      )
  },
})

/** Others were asked, those who decide looked again, or the family did not want it after all. */
const otherHelp = (picture: Picture, child: PersonId, { made }: ReferralStanding, declined: Entry): Entry | undefined =>
  earliest(
    firstSince(picture, 'referral-made', { child, day: declined.day }, one => one !== made),
    firstOfKinds(
      picture,
      [...decidedBy, 'referral-accepted', 'meeting-held', 'plan-updated', 'decision', 'consent-refused'],
      child,
      declined.day,
    ),
    firstOfKinds(picture, ['challenge-raised', 'help-arranged', 'help-offered'], child, declined.day),
  )

const declinedMadeUpFor = rule({
  name: 'declined-referral-made-up-for',
  catalogue: 'beyond',
  says: 'Find other help, or challenge it: the service declined the referral',
  label: 'local setting',
  source: ownDefault('five working days after the service declined'),
  limit: { workingDays: 5 },
  owner: 'referrer',
  ladder: ['safeguarding-lead', 'team-manager'],
  find: (picture, owe) => {
    for (const referral of all(picture, 'referral-declined').length === 0 ? [] : picture.referrals) {
      const { declined, made, id } = referral
      if (declined === undefined || made === undefined) continue
      for (const child of referral.children)
        owe({
          ...{ child, thing: id, because: [declined, made], since: declined.day, agency: made.by },
          done: otherHelp(picture, child, referral, declined),
        })
    }
  },
})

const childComeHomeSeen = rule({
  name: 'child-come-home-seen',
  catalogue: 'beyond',
  says: 'See the child at home: they have come back from care',
  label: 'local setting',
  source: ownDefault('five working days after the child came home'),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const entry of all(picture, 'left-care'))
      for (const child of childrenOf(picture, entry))
        owe({
          ...{ child, thing: 'home-from-care', step: entry.root, because: [entry], since: entry.day },
          done: firstSince(
            picture,
            'contact',
            { child, day: entry.day },
            one => one.seen?.includes(child) === true && one.where !== 'hospital' && one.where !== 'school',
          ),
        })
  },
})

/** What did not come about is followed on. */
export const followOnRules: readonly Rule[] = [visitTriedAgain, refusedAtTheDoor, declinedMadeUpFor, childComeHomeSeen]
