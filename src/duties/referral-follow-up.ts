import { addDays, type Day } from '../calendar/day.ts'
import { dueFrom } from '../calendar/limit.ts'
import { sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { ReferralStanding } from '../record/referral-standing.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { firstFromDay } from './attendance.ts'
import { answerLimit, answerTo, decisionIn, isOwn, isWithSocialCare, referralOf } from './decision-on-referral.ts'
import { earliest, endedBy, firstAbout, firstFrom } from './reading.ts'
import { type Duty, type Owed, ownDefault, type Rule, rule } from './rule.ts'

type Made = ReferralStanding & { readonly made: EntryOf<'referral-made'> }

/** A referral that an agency made to another; a family that asked for help is never told to chase. */
const wasMade = (referral: ReferralStanding | undefined): referral is Made =>
  referral?.made !== undefined && !isOwn(referral) && serviceOfAgency(referral.made.by) !== 'family'

/** The referrer asked again, or challenged. */
const askedAgain = (picture: Picture, { id, made }: Made, child: PersonId, since: Day): Entry | undefined => {
  const isTheirs = (entry: Entry) => sameAgency(entry.by, made.by) && isAbout(picture, entry, child)
  return earliest(
    firstFrom(all(picture, 'referral-chased'), since, entry =>
      entry.referral === undefined ? isTheirs(entry) : entry.referral === id,
    ),
    firstFromDay(
      all(picture, 'contact'),
      since,
      entry =>
        sameAgency(entry.by, made.by) && entry.reached !== false && isWithSocialCare(entry, [id, made.id, made.root]),
    ),
    firstAbout(
      picture,
      all(picture, 'challenge-raised'),
      child,
      since,
      entry => isTheirs(entry) && isSocialCare(entry.to),
    ),
  )
}

/** Something that the referrer waits for: what it rests on, when it was due, and what came in the end. */
interface Awaited {
  readonly step: 'decision' | 'answer'
  readonly because: Owed['because']
  readonly due: Day
  readonly came: Entry | undefined
  readonly cameOn: Day | undefined
}

const decisionAwaited = ({ because, due, ended }: Duty): Awaited => ({
  step: 'decision',
  because,
  due: due.day,
  came: ended?.entry,
  cameOn: ended?.day,
})

const answerAwaited = (picture: Picture, referral: Made, duty: Duty): Awaited | undefined => {
  const decision = decisionIn(duty, referral)
  if (decision === undefined) return undefined
  const came = answerTo(picture, decision)
  const due = dueFrom(decision.day, answerLimit).day
  return { step: 'answer', because: [decision.entry, referral.made], due, came, cameOn: came?.day }
}

type FollowUp = Omit<Owed, 'child' | 'thing' | 'agency' | 'watchers'>

const whenLate = (picture: Picture, referral: Made, child: PersonId, awaited: Awaited | undefined): FollowUp[] => {
  if (awaited === undefined) return []
  const { step, because, due, came, cameOn } = awaited
  if (cameOn !== undefined && cameOn <= due) return []
  const ends = endedBy(askedAgain(picture, referral, child, due), came)
  return [{ step, because, since: due, opens: addDays(due, 1), ...ends }]
}

const whenNotSatisfied = (picture: Picture, referral: Made, child: PersonId): FollowUp[] => {
  const theirs = (entry: EntryOf<'referral-answered'>) => entry.referral === referral.id || entry === referral.answered
  const answer = all(picture, 'referral-answered').find(entry => entry.satisfied === false && theirs(entry))
  if (answer === undefined) return []
  const better = firstFrom(
    all(picture, 'referral-answered'),
    addDays(answer.day, 1),
    entry => entry.satisfied !== false && theirs(entry),
  )
  const ends = endedBy(askedAgain(picture, referral, child, answer.day), better)
  return [{ step: 'not-satisfied', because: [answer, referral.made], since: answer.day, ...ends }]
}

/** The referrer's own duty when no decision or no answer came by its day, or the answer does not satisfy. */
export const referralFollowedUp: Rule = rule({
  name: 'referral-followed-up',
  catalogue: 'R-REF-3',
  says: 'Ask what became of the referral, and challenge if nothing gets better for the child',
  layer: 2,
  label: 'local setting',
  source: ownDefault('one working day; that the referrer follows up is statutory (Working Together)'),
  limit: { workingDays: 1 },
  owner: 'referrer',
  ladder: ['safeguarding-lead', 'agency-manager'],
  find: (picture, owe, first) => {
    const find = referralOf(picture)
    const unhappy = all(picture, 'referral-answered').some(entry => entry.satisfied === false)
    for (const duty of first('referral-decided')) {
      const referral = find(duty)
      if (!wasMade(referral)) continue
      const { child } = duty
      const followUps = [
        ...whenLate(picture, referral, child, decisionAwaited(duty)),
        ...whenLate(picture, referral, child, answerAwaited(picture, referral, duty)),
        ...(unhappy ? whenNotSatisfied(picture, referral, child) : []),
      ]
      const watchers = referral.to === undefined ? [] : [referral.to]
      for (const followUp of followUps)
        owe({ ...followUp, child, thing: referral.id, agency: referral.made.by, watchers })
    }
  },
})
