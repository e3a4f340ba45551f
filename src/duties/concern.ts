import { addDays } from '../calendar/day.ts'
import { type Service, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { firstFromDay } from './attendance.ts'
import { inTurn } from './in-turn.ts'
import { informed } from './informed.ts'
import { decidedBy, firstOfKinds, leadIn } from './looked-at.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Concern = EntryOf<'concern'>

interface Worry {
  readonly child: PersonId
  readonly entry: Concern
}

/** Those who take a worry up when it is passed on. */
const whoActs: readonly Service[] = ['social-care', 'emergency-duty', 'early-help', 'family-support']
const knowsAnyway: ReadonlySet<Service> = new Set([...whoActs, 'family'])

/**
 * Worries that stay with an agency while no social worker has the child, agency by agency: where a case is open, whoever
 * works with the child reads them on this record.
 */
const keptByAgency = (picture: Picture): Iterable<readonly Worry[]> => {
  const worries = all(picture, 'concern').flatMap(entry =>
    knowsAnyway.has(serviceOfAgency(entry.by))
      ? []
      : childrenOf(picture, entry)
          .filter(child => !openToSocialCareOn(picture, child, entry.day))
          .map(child => ({ child, entry })),
  )
  return Map.groupBy(worries, ({ child, entry }) => `${child} ${entry.by}`).values()
}

/** The same agency's referral of the days that follow, when it names no child: it is about the child whom the worry is about. */
const referredForAnybody = (picture: Picture, { by, day }: Concern): Entry | undefined =>
  all(picture, 'referral-made').find(
    made =>
      made.child === undefined &&
      made.day >= day &&
      made.day <= addDays(day, 5) &&
      sameAgency(made.by, by) &&
      whoActs.includes(serviceOfAgency(made.to)),
  )

const spoken = new Set([undefined, 'visit', 'call', 'meeting', 'video', 'clinic', 'other'])

/**
 * A first small worry that the agency took up with a parent within six weeks. A worry about neglect or harm is not answered
 * by a talk, nor one that comes again.
 */
const talkedOver = (picture: Picture, { child, entry }: Worry): Entry | undefined => {
  if (entry.neglect === true || entry.harm === true || entry.immediate === true) return undefined
  const before = all(picture, 'concern').some(
    one => one.day < entry.day && sameAgency(one.by, entry.by) && isAbout(picture, one, child),
  )
  if (before) return undefined
  const last = addDays(entry.day, 42)
  const first = firstFromDay(
    all(picture, 'contact'),
    entry.from,
    one =>
      one.day > last ||
      (one.reached !== false &&
        one.with !== undefined &&
        spoken.has(one.way) &&
        sameAgency(one.by, entry.by) &&
        isAbout(picture, one, child)),
  )
  return first === undefined || first.day > last ? undefined : first
}

/** It was passed on, or whoever decides has looked at the child since. */
const answered = (picture: Picture, { child, entry }: Worry): Entry | undefined =>
  earliest(
    informed(picture, { child, entry }, whoActs),
    referredForAnybody(picture, entry),
    talkedOver(picture, { child, entry }),
    firstOfKinds(picture, [...decidedBy, 'decision', 'referral-received', 'consent-refused'], child, entry.day),
  )

const concernPassedOn = rule({
  name: 'concern-passed-on',
  catalogue: 'beyond',
  says: 'Decide what follows from the worry: refer the child, offer help with others, or write why neither',
  label: 'local setting',
  source: ownDefault('two working days, where no social worker has the child'),
  limit: { workingDays: 2 },
  owner: 'safeguarding-lead',
  ladder: ['safeguarding-lead', 'agency-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    if (all(picture, 'concern').length === 0) return
    for (const worries of keptByAgency(picture))
      inTurn(
        worries,
        ({ entry }) => entry,
        (worry, ordinal) => {
          const { child, entry } = worry
          return owe({
            ...{ child, thing: entry.by, step: `${ordinal}`, because: [entry], since: entry.day },
            ...{ agency: entry.by, owner: leadIn(entry), done: answered(picture, worry) },
          })
        },
      )
  },
})

/** Worries that one agency writes down and keeps (beyond.md, "a finding that stays with the agency that has it"). */
export const concernRules: readonly Rule[] = [concernPassedOn]
