import type { Day } from '../calendar/day.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { inTurn } from './in-turn.ts'
import { firstOfKinds, leadIn } from './looked-at.ts'
import { earliest, firstAbout } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Risk = EntryOf<'honour-risk'>

const risksByChild = (picture: Picture): ReadonlyMap<PersonId, readonly Risk[]> => {
  const risks = all(picture, 'honour-risk').map(entry => ({
    entry,
    child:
      entry.person !== undefined && picture.children.includes(entry.person)
        ? entry.person
        : childrenOf(picture, entry)[0],
  }))
  const found = new Map<PersonId, Risk[]>()
  for (const { entry, child } of risks) if (child !== undefined) found.set(child, [...(found.get(child) ?? []), entry])
  return found
}

const toThose = (to: Agency): boolean => isSocialCare(to) || serviceOfAgency(to) === 'police'

const discussion = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  firstOfKinds(picture, ['strategy-discussion', 'section47-started', 'safety-plan', 'came-into-care'], child, day)

const riskPassedOn = rule({
  name: 'honour-risk-acted-on',
  catalogue: 'beyond',
  says: 'Refer to social care and the police today, and speak to nobody of the family or community: there may be one chance only',
  label: 'local setting',
  source: ownDefault('the same day; the guidance on forced marriage and female genital mutilation was not read'),
  limit: { sameDay: true },
  owner: 'safeguarding-lead',
  ladder: ['team-manager', 'police-inspector'],
  heard: 'at-once',
  find: (picture, owe) => {
    for (const [child, risks] of risksByChild(picture))
      inTurn(
        risks,
        entry => entry,
        (entry, ordinal) => {
          const { day, by } = entry
          const referred = firstAbout(picture, all(picture, 'referral-made'), child, day, one => toThose(one.to))
          const owner = isSocialCare(by) ? 'team-manager' : leadIn(entry)
          const done = earliest(referred, discussion(picture, child, day))
          return owe({
            child,
            thing: 'honour-risk',
            step: `${ordinal}`,
            because: [entry],
            since: day,
            owner,
            agency: by,
            done,
          })
        },
      )
  },
})

/** Somebody spoke to an adult of the family before those who decide had sat together. */
const spokenTo = (picture: Picture, child: PersonId, risk: Risk): Entry | undefined => {
  const safe = discussion(picture, child, risk.day)
  return firstAbout(
    picture,
    all(picture, 'contact'),
    child,
    risk.day,
    entry =>
      entry.reached !== false &&
      (safe === undefined || entry.day < safe.day) &&
      (entry.with ?? []).some(person => person !== risk.person && person !== child),
  )
}

const familyWasAsked = rule({
  name: 'honour-risk-family-asked-first',
  catalogue: 'beyond',
  says: 'Decide today how the child is kept safe: the family was spoken to before anything was agreed',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault('the same day; the family is never spoken to first where honour-based risk is feared'),
  limit: { sameDay: true },
  owner: 'team-manager',
  ladder: ['service-manager', 'police-inspector'],
  heard: 'at-once',
  find: (picture, owe) => {
    for (const [child, [risk]] of risksByChild(picture)) {
      const contact = risk === undefined ? undefined : spokenTo(picture, child, risk)
      if (risk === undefined || contact === undefined) continue
      const done = discussion(picture, child, contact.day)
      owe({ child, thing: 'honour-risk', because: [contact, risk], since: contact.day, done })
    }
  },
})

/** Honour-based risk: the one chance, and few who know (beyond.md). */
export const honourRiskRules: readonly Rule[] = [riskPassedOn, familyWasAsked]
