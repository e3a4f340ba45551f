import { addDays, addMonths, type Day } from '../calendar/day.ts'
import type { Entry, EntryOf, Kind } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, openToSocialCareOn, type Picture, planOn } from '../record/standing.ts'
import { firstFromDay } from './attendance.ts'
import { childrenOfHome } from './household.ts'
import { inTurn } from './in-turn.ts'
import { decidedBy, firstOfEach, firstOfKinds, firstSeen } from './looked-at.ts'
import { earliest, endedBy } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'
import { isSchool } from './school-of.ts'

type Absence = EntryOf<'absence'>

/** School days away as far as the record says: counted, else five of every seven days. */
const lengthOf = ({ days, until, from, day }: Absence): number => {
  if (days !== undefined) return days
  const last = Math.max(until ?? day, day)
  return last === from ? 1 : Math.ceil(((last - from + 1) * 5) / 7)
}

const worries: readonly Kind[] = ['concern', 'incident', 'injury', 'referral-made', 'section47-started']

/** The last worry about a child in the weeks before a day. */
const worriedBefore = (picture: Picture, child: PersonId, day: Day, weeks: number): Entry | undefined => {
  const from = addDays(day, -7 * weeks)
  const found = worries.flatMap(kind =>
    all(picture, kind).filter(entry => entry.day >= from && entry.day <= day && isAbout(picture, entry, child)),
  )
  return found.sort((one, other) => other.day - one.day)[0]
}

const watchedFor = 12 // weeks

/** Whether somebody worries about the child already. */
const isWatched = (picture: Picture, child: PersonId, day: Day): boolean =>
  openToSocialCareOn(picture, child, day) || worriedBefore(picture, child, day, watchedFor) !== undefined

/** An absence without an accepted reason: of any length where somebody already worries, of three days for any child; of ten with a reason that nobody checked. */
const asksForSight = (picture: Picture, child: PersonId, absence: Absence): boolean => {
  const { reason, authorised, missing, day } = absence
  if (missing === true) return true
  const length = lengthOf(absence)
  const watched = isWatched(picture, child, day)
  const isExplained = authorised === true || (reason !== undefined && authorised !== false)
  if (isExplained) return length >= (watched ? 5 : 10)
  return watched || length >= 3
}

/** The day from which it is owed: at once where somebody worries, else when the days are full; of a stretch, its last day. */
const clockFrom = (picture: Picture, child: PersonId, absence: Absence): Day => {
  const { day, from, until, authorised, reason } = absence
  if (from !== day || absence.missing === true) return day
  const isUnexplained = authorised === false || (reason === undefined && authorised !== true)
  if (isUnexplained && isWatched(picture, child, day)) return day
  const full = addDays(day, isUnexplained ? 3 : 7)
  return until === undefined ? full : (Math.max(day, Math.min(until, full)) as Day)
}

/** A letter or message that went out says nothing of how the child is. */
const isWritten = ({ way }: EntryOf<'contact'>): boolean => way === 'letter' || way === 'e-mail' || way === 'text'

/** Days after an absence within which another is of one stretch; after a longer time the child was back between. */
const together = 42

/** Absences in stretches: what was let slip in one year does not stand in for what is let slip in the next. */
const stretchesIn = (absences: readonly Absence[]): readonly (readonly [Absence, ...Absence[]])[] => {
  const stretches: [Absence, ...Absence[]][] = []
  let last: Day | undefined
  for (const absence of absences) {
    const before = stretches.at(-1)
    if (before === undefined || last === undefined || absence.day > addDays(last, together)) stretches.push([absence])
    else before.push(absence)
    const end = Math.max(absence.until ?? absence.day, addDays(absence.day, Math.ceil(((absence.days ?? 1) * 7) / 5)))
    last = Math.max(last ?? end, end) as Day
  }
  return stretches
}

/** The child was seen, is back, or those who decide were told. */
const accountedFor = (picture: Picture, child: PersonId, { day, from, by }: Absence): Entry | undefined =>
  earliest(
    firstSeen(picture, child, from),
    firstFromDay(
      all(picture, 'contact'),
      from,
      entry => entry.by === by && entry.reached !== false && !isWritten(entry) && isAbout(picture, entry, child),
    ),
    firstOfKinds(picture, [...decidedBy, 'referral-made', 'child-found', 'child-voice'], child, day),
  )

const absentChildSeen = rule({
  name: 'absent-child-seen',
  catalogue: 'beyond',
  says: 'See that the child who is away from school or nursery is safe and well',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault(
    'one working day after an absence without an accepted reason (any where somebody already worries, three days for any other child), or a long one whose reason nobody checked',
  ),
  limit: { workingDays: 1 },
  owner: 'designated-safeguarding-lead',
  ladder: ['team-manager'],
  find: (picture, owe) => {
    const absences = all(picture, 'absence')
    if (absences.length === 0) return
    for (const child of new Set(absences.flatMap(entry => childrenOf(picture, entry)))) {
      const asking = absences.filter(entry => isAbout(picture, entry, child) && asksForSight(picture, child, entry))
      let step = 0
      for (const stretch of stretchesIn(asking))
        inTurn(
          stretch,
          entry => entry,
          entry => {
            step += 1
            return owe(absenceOf(picture, child, entry, `${step}`))
          },
        )
    }
  },
})

const absenceOf = (picture: Picture, child: PersonId, entry: Absence, step: string): Owed => {
  const away = all(picture, 'came-into-care').find(one => one.day >= entry.day && isAbout(picture, one, child))
  return {
    ...{ child, thing: 'absence', step, because: [entry], since: clockFrom(picture, child, entry) },
    agency: isSchool(entry.by) ? entry.by : undefined,
    ...endedBy(accountedFor(picture, child, entry), away),
  }
}

const reviewed = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(firstOfKinds(picture, [...decidedBy, 'decision', 'safety-plan'], child, day), firstSeen(picture, child, day))

type Leaving = EntryOf<'withdrawal' | 'registration-ended'>

const schools = new Set(['school', 'nursery'])

/** A child who is taken out, or off the roll of a school or nursery, as either is written. */
const leavingsIn = (picture: Picture): readonly Leaving[] => [
  ...all(picture, 'withdrawal'),
  ...all(picture, 'registration-ended').filter(
    ({ with: list, agency, by }) => schools.has(list ?? '') || (list === undefined && isSchool(agency ?? by)),
  ),
]

/** A worry about one child is a worry about those who are taken out together, and about a brother or sister at the same home. */
const worryBefore = (picture: Picture, entry: Leaving): Entry | undefined =>
  [...new Set(childrenOf(picture, entry).flatMap(child => childrenOfHome(picture, child, entry.day)))]
    .map(child => worriedBefore(picture, child, entry.day, watchedFor))
    .find(worry => worry !== undefined)

const withdrawalLookedAt = rule({
  name: 'withdrawal-looked-at',
  catalogue: 'beyond',
  says: 'Decide today what it means that the child was taken out of school or nursery so soon after a concern, and who sees the child now',
  shape: 'join',
  label: 'local setting',
  source: ownDefault(
    'the same day, where the withdrawal comes within twelve weeks of a concern, injury, incident, referral or section 47 enquiry, or while the case is open',
  ),
  limit: { sameDay: true },
  owner: 'team-manager',
  ladder: ['service-manager', 'designated-safeguarding-lead'],
  heard: 'at-once',
  find: (picture, owe) => {
    const isFirst = firstOfEach()
    for (const entry of leavingsIn(picture))
      for (const child of childrenOf(picture, entry)) {
        const { day, by } = entry
        const worry = worryBefore(picture, entry)
        if (worry === undefined && !openToSocialCareOn(picture, child, day)) continue
        if (!isFirst(child, by)) continue
        const because = worry === undefined ? ([entry] as const) : ([entry, worry] as const)
        owe({
          child,
          thing: `withdrawal-${by}`,
          because,
          since: day,
          watchers: [by],
          done: reviewed(picture, child, day),
        })
      }
  },
})

const section47On = (picture: Picture, child: PersonId, day: Day): Entry | undefined => {
  const isOf = (entry: Entry) => entry.day <= day && entry.day > addMonths(day, -3) && isAbout(picture, entry, child)
  const started =
    all(picture, 'section47-started').findLast(isOf) ??
    all(picture, 'strategy-discussion').findLast(
      entry => isOf(entry) && (entry.section47 === true || entry.outcome === 'section-47'),
    )
  if (started === undefined) return undefined
  const ended = all(picture, 'section47-concluded').some(
    entry => entry.day >= started.day && entry.day <= day && isAbout(picture, entry, child),
  )
  return ended ? undefined : started
}

const consentDecided = rule({
  name: 'withdrawal-consent-decided',
  catalogue: 'beyond',
  says: 'Decide whether the local authority consents to home education while its enquiries or the plan go on, and tell parents and school',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault(
    'two working days; section 434A of the Education Act 1996 asks for consent, and waits for regulations',
  ),
  limit: { workingDays: 2 },
  owner: 'team-manager',
  waitsFor: 'withdrawal-from-school',
  find: (picture, owe) => {
    const isFirst = firstOfEach()
    for (const entry of all(picture, 'withdrawal')) {
      if (entry.why !== 'home-education' || entry.consent === 'given' || entry.consent === 'refused') continue
      for (const child of childrenOf(picture, entry)) {
        const { day, by } = entry
        const rests = section47On(picture, child, day) ?? planOn(picture, child, day, ['child-protection'])?.started
        if (rests === undefined || !isFirst(child, by)) continue
        const done = firstFromDay(
          all(picture, 'withdrawal'),
          day,
          one =>
            one !== entry && (one.consent === 'given' || one.consent === 'refused') && isAbout(picture, one, child),
        )
        owe({ child, thing: `withdrawal-${by}`, because: [entry, rests], since: day, watchers: [by], done })
      }
    }
  },
})

/** Away from school or nursery: nobody sees the child, unless somebody goes to see (beyond.md; 2026.md, B.5). */
export const schoolAbsenceRules: readonly Rule[] = [absentChildSeen, withdrawalLookedAt, consentDecided]
