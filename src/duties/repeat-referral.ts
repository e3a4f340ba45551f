import { addMonths } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { inTurn } from './in-turn.ts'
import { decidedBy, firstOfKinds } from './looked-at.ts'
import { earliest, firstAbout } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Made = EntryOf<'referral-made'>

/** Each child's referrals to social care by others, in order of the day; what one agency sends on one day is one. */
const referralsOf = (picture: Picture): ReadonlyMap<PersonId, readonly Made[]> => {
  const referrals = new Map<PersonId, Made[]>()
  for (const entry of all(picture, 'referral-made')) {
    if (!isSocialCare(entry.to) || isSocialCare(entry.by)) continue
    for (const child of childrenOf(picture, entry)) {
      const held = referrals.get(child) ?? []
      const last = held.at(-1)
      if (last?.day !== entry.day || last.by !== entry.by) held.push(entry)
      referrals.set(child, held)
    }
  }
  return referrals
}

/** How many referrals of twelve months ask for one look at all of them. */
const enough = 3

/** The referrals that are the third of twelve months, or a later one of them. */
const thirds = (made: readonly Made[]): readonly Made[] =>
  made.filter((last, place) => {
    const first = made[place + 1 - enough]
    return first !== undefined && first.day > addMonths(last.day, -12)
  })

/** A referral, with those of the twelve months before it, the latest first. */
const together = (made: readonly Made[], last: Made): readonly [Made, ...Made[]] => {
  const from = addMonths(last.day, -12)
  const before = made.slice(0, made.indexOf(last)).filter(one => one.day > from)
  return [last, ...before.reverse()]
}

const managers: ReadonlySet<Role> = new Set(['team-manager', 'service-manager', 'head-of-service'])

/** A manager decided, or social care did more than decide on this one alone. */
const lookedAt = (picture: Picture, child: PersonId, { day }: Made): Entry | undefined =>
  earliest(
    firstOfKinds(picture, decidedBy, child, day),
    firstAbout(
      picture,
      all(picture, 'referral-decided'),
      child,
      day,
      ({ signedBy }) => signedBy !== undefined && managers.has(signedBy),
    ),
    firstAbout(picture, all(picture, 'supervision'), child, day, ({ by }) => isSocialCare(by)),
  )

/**
 * Several people who are worried one after another are not each answered as the first, nor as one who only bears a grudge. Where this one
 * is of another person than the last within ninety days, the front door is asked to look at both already.
 */
export const referralsLookedAtTogether: Rule = rule({
  name: 'referrals-looked-at-together',
  catalogue: 'beyond',
  says: 'Look at all referrals of these twelve months together before this one is closed by itself',
  shape: 'count',
  layer: 2,
  label: 'local setting',
  source: ownDefault(
    'two working days after the third referral in twelve months of a child for whom no case is open; how often a family is referred says nothing against it',
  ),
  limit: { workingDays: 2 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe, first) => {
    if (all(picture, 'referral-made').length < enough) return
    const asked = first('worries-seen-together')
    for (const [child, made] of referralsOf(picture))
      inTurn(
        thirds(made),
        last => last,
        (last, ordinal) => {
          if (openToSocialCareOn(picture, child, last.day)) return undefined
          if (asked.some(duty => duty.child === child && duty.because.includes(last))) return undefined
          return owe({
            ...{ child, thing: 'referrals', step: `${ordinal}`, because: together(made, last), since: last.day },
            ...{ agency: last.to, done: lookedAt(picture, child, last) },
          })
        },
        daysOfOne,
      )
  },
})

/** Days within which further referrals wait with the one that nobody looked at. */
const daysOfOne = 60
