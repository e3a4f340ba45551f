import type { Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { timesInCare } from './looked-after.ts'
import { caseClosed } from './open-case.ts'
import { concerns, conferencesHeld, type Protected, protectionPlans } from './protection-plan.ts'
import { earliest, endedBy, firstAbout, receiptsOf } from './reading.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'

type Move = EntryOf<'moves-area'>

/** The child protection plan of a child on a day, also one that only its conference shows. */
const protectedOn = (picture: Picture, child: PersonId, day: Day): Protected | undefined =>
  protectionPlans(picture).find(
    ({ plan, start, child: whose }) =>
      whose === child && start.day <= day && (plan.ended === undefined || plan.ended.day > day),
  )

/** The moves of families whom social care knows, and assessments made elsewhere, for each child. */
const moves = (picture: Picture): readonly { readonly move: Move; readonly child: PersonId }[] =>
  all(picture, 'moves-area').flatMap(move =>
    childrenOf(picture, move)
      .filter(
        child =>
          move.assessedOnly === true ||
          openToSocialCareOn(picture, child, move.day) ||
          protectedOn(picture, child, move.day) !== undefined,
      )
      .map(child => ({ move, child })),
  )

const accepted = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  firstAbout(picture, all(picture, 'responsibility-accepted'), child, day)

/** The new area works with the child by its own entries: it opened an assessment, wrote a plan or took the referral on. */
const takenOn = (picture: Picture, child: PersonId, { day, by }: Move): Entry | undefined => {
  const before = new Set([by, ...picture.entries.flatMap(entry => (entry.day < day ? [entry.by] : []))])
  return earliest(
    ...(['assessment-opened', 'plan-agreed', 'plan-started', 'referral-accepted'] as const).map(kind =>
      firstAbout<Entry>(
        picture,
        all(picture, kind),
        child,
        day,
        entry => serviceOfAgency(entry.by) === 'social-care' && !before.has(entry.by),
      ),
    ),
  )
}

const ofMoving = /\b(?:mov(?:ed?|es|ing)|transferr?(?:ed)?|left the|relocat\w*|out of (?:the )?area)\b/iu

/** A case that is closed since the family moved is handed to nobody by that: the new area still has to accept it. */
const closedForMove = (closed: Entry | undefined): boolean =>
  closed?.kind === 'plan-ended' && ofMoving.test(`${closed.reason ?? ''} ${closed.text ?? ''}`)

/** Another area's social care was told: of the move itself, by a referral or a letter, or by asking. */
const areaTold = (picture: Picture, child: PersonId, { id, root, day }: Move): Entry | undefined => {
  const isAway = (agency: string | undefined) =>
    agency !== undefined && serviceOfAgency(agency as Move['by']) === 'social-care'
  return earliest(
    ...receiptsOf(picture, [id, root]).filter(entry => entry.kind === 'told' && entry.day >= day),
    firstAbout(picture, all(picture, 'referral-made'), child, day, entry => isAway(entry.to)),
    firstAbout(picture, all(picture, 'enquiry-made'), child, day, entry => isAway(entry.to)),
    firstAbout(picture, all(picture, 'letter-sent'), child, day, entry => entry.to.some(isAway)),
    accepted(picture, child, day),
  )
}

const areasTold = rule({
  name: 'areas-told-of-move',
  catalogue: 'R-XB-1',
  says: 'Tell the old and the new area, send the record, and say who is responsible now',
  label: 'local procedure',
  source: procedure(
    'Dorset notification and transfer of information: other agencies told of a move within five working days',
  ),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const { move, child } of moves(picture)) {
      const { root, day } = move
      owe({ child, thing: root, because: [move], since: day, done: areaTold(picture, child, move) })
    }
  },
})

/** A child in care who is placed in another area stays with the area that placed them. */
const isInCare = (picture: Picture, child: PersonId, { day }: Move): boolean =>
  timesInCare(picture).some(
    one => one.child === child && one.start.day <= day && (one.plan.ended === undefined || one.plan.ended.day > day),
  )

/** A conference in the new area takes the child over as well as a letter does. */
const conferenceAfter = (picture: Picture, child: PersonId, { day }: Move): Entry | undefined =>
  conferencesHeld(picture).find(entry => entry.day > day && concerns(picture, entry, [child], child))

const responsibilityAccepted = rule({
  name: 'responsibility-accepted',
  catalogue: 'R-XB-1',
  says: 'Have the new area accept the case in writing; until then it stays ours',
  label: 'local setting',
  source: ownDefault(
    'ten working days after the move; that the old area stays responsible until then is local procedure',
  ),
  limit: { workingDays: 10 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe) => {
    for (const { move, child } of moves(picture)) {
      if (move.assessedOnly === true || isInCare(picture, child, move)) continue
      const done = earliest(
        accepted(picture, child, move.day),
        conferenceAfter(picture, child, move),
        takenOn(picture, child, move),
      )
      const closed = caseClosed(picture, child, move.day)
      const over = closedForMove(closed) ? undefined : closed
      owe({ child, thing: move.root, because: [move], since: move.day, ...endedBy(done, over) })
    }
  },
})

const transferIn = rule({
  name: 'transfer-in-conference-held',
  catalogue: 'R-XB-2',
  says: 'Hold the transfer-in conference for the child with a child protection plan',
  label: 'local procedure',
  source: procedure(
    'Tees and Norfolk transfer-in procedures: within 15 working days of the written information; the old area stays responsible until then',
  ),
  limit: { workingDays: 15 },
  owner: 'service-manager',
  ladder: ['head-of-service', 'partnership-executive'],
  hears: ['social-worker', 'conference-administrator'],
  find: (picture, owe) => {
    for (const { move, child } of moves(picture)) {
      const moved = protectedOn(picture, child, move.day)
      if (moved === undefined || move.assessedOnly === true) continue
      const told = areaTold(picture, child, move)
      const since = told === undefined || told.kind === 'responsibility-accepted' ? move.day : told.day
      const held = conferenceAfter(picture, child, move)
      const ends = endedBy(held, moved.plan.ended)
      owe({ child, thing: move.root, because: [move, moved.start], since, agency: move.agency, ...ends })
    }
  },
})

/** A family that moves between areas is never between two stools (review 2.3, 5.1). */
export const movingRules: readonly Rule[] = [areasTold, responsibilityAccepted, transferIn]
