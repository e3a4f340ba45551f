import { isoDay } from '../../calendar/day.ts'
import { dayInWords } from '../../calendar/words.ts'
import type { Duty } from '../../duties/rule.ts'
import { authorOf } from '../../intake/forms/read-form.ts'
import type { Post } from '../../people/practitioner.ts'
import type { EntryOf } from '../../record/entry.ts'
import { isAbout } from '../../record/standing.ts'
import { sightFields } from '../../record/strictest-sight.ts'
import type { Line } from '../../store/line.ts'
import { shortName } from '../address.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { isOwed, owingOn } from '../owed.ts'
import { siblingsTogether } from '../siblings.ts'
import type { Visit } from './visit.ts'

type SetAside = EntryOf<'set-aside'>

/**
 * The duties on which one word can be said: what is the same for several children of the family, the one that is asked
 * for first. Whoever signs second signs for those children alone for whom the first has signed.
 */
export const sameFor = ({ duties, day, stands }: FamilyOnDay, duty: Duty, first?: SetAside): readonly Duty[] => {
  const alike = duties
    .filter(one => one.rule === duty.rule && one.thing === duty.thing)
    .map(one => owingOn(one, day))
    .filter(isOwed)
  const group = siblingsTogether(alike).find(siblings => siblings.some(one => one.duty.key === duty.key)) ?? []
  const others = group.map(one => one.duty).filter(one => one.key !== duty.key)
  return [duty, ...others.filter(({ child }) => first === undefined || isAbout(stands, first, child))]
}

/** Of those, the ones whose children were ticked; the only one where nothing was to be ticked. */
export const chosenOf = (same: readonly Duty[], chosen: ReadonlySet<string>, record: string): readonly Duty[] =>
  same.length === 1 ? same : same.filter(({ child }) => chosen.has(shortName(record, child)))

/** The post in which somebody says that a thing is done: the one that owes it, where they hold that. */
export const postFor = ({ owner, agency }: Duty, posts: readonly Post[]): Post | undefined =>
  posts.find(post => post.role === owner && post.agency === agency) ??
  posts.find(post => post.role === owner) ??
  posts[0]

/** What both words have: by whom and when, on which thing of which children, for those who may see all that it rests on. */
export const wordOn = ({ practitioner, today }: Visit, post: Post, duties: readonly [Duty, ...Duty[]]): Line => {
  const [{ rule, thing }] = duties
  const because = duties.flatMap(duty => duty.because)
  return {
    ...{ on: isoDay(today), by: post.agency, author: authorOf(practitioner, post) },
    ...{ child: duties.map(({ child }) => child), rule: rule.name, thing },
    ...sightFields(because, post.agency),
  }
}

/** A signature; the second names the first: the roles of both, and in words whose the first is and of which day. */
export const signature = (first: SetAside | undefined, { role }: Post): Line =>
  first === undefined
    ? { signedBy: [role] }
    : {
        signedBy: [...(first.signedBy ?? []), role],
        text: `Second signature. The first is that of ${first.author ?? first.by} on ${dayInWords(first.day)}.`,
      }
