import type { Day } from '../../calendar/day.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { type Reach, reachingFamily } from '../../record/reaching-family.ts'
import type { Hold, HoldCode } from '../../record/reaching-holds.ts'
import { holdMeanings, leastOf } from '../../record/reaching-holds.ts'
import { all, type Picture } from '../../record/standing.ts'

/**
 * How much of a parent's page is there now: all of it, without times and places, or not at all. Asked of the whole record
 * at each request; what it rests on is never shown to the parent.
 */
export type PageState = 'all' | 'no-time-no-place' | 'off'

/** While one of these stands there is no page, whatever else may reach the parent. */
const shuts: ReadonlySet<HoldCode> = new Set<HoldCode>(['induced-illness', 'do-not-tell'])

/** What was asked about the telephone itself lifts what is held for want of it. */
const ofTelephone: ReadonlySet<HoldCode> = new Set<HoldCode>(['way-not-safe', 'safety-not-asked'])

type Asked = EntryOf<'phone-safety-asked'>

/** What a parent said last, when they were asked whether a page on their phone is safe. */
export const lastAsked = (stands: Picture, person: PersonId, day: Day): Asked | undefined => {
  const own = all(stands, 'phone-safety-asked').filter(entry => entry.person === person && entry.day <= day)
  const last = own.at(-1)
  const thatDay = own.filter(entry => entry.day === last?.day)
  // Of two answers of one day, where nobody wrote the hour, the one that is not safe holds.
  return thatDay.every(entry => entry.at !== undefined) ? last : (thatDay.find(entry => !isPhoneSafe(entry)) ?? last)
}

/** Whether a page may be on the phone of a parent: asked alone, and they say that it is safe. */
export const isPhoneSafe = (asked: Asked | undefined): boolean => asked?.safe === true && asked.alone

/** The reasons why less than all of a page is there; of the telephone none that were asked about since. */
export const pageHolds = (stands: Picture, person: PersonId, day: Day): Reach => {
  const { holds } = reachingFamily(stands, { person, day })
  const asked = lastAsked(stands, person, day)
  const isAnswered = ({ code, entry }: Hold) =>
    ofTelephone.has(code) && asked !== undefined && isPhoneSafe(asked) && asked.day >= entry.day
  const left = holds.filter(one => !isAnswered(one))
  return { level: leastOf(left.map(({ code }) => holdMeanings[code].level)), holds: left }
}

/** How much of a parent's page is there on a day, by the whole record. On paper the telephone is nobody's matter. */
export const pageState = (
  stands: Picture,
  { person, day, paper = false }: { readonly person: PersonId; readonly day: Day; readonly paper?: boolean },
): PageState => {
  const reach = pageHolds(stands, person, day)
  const holds = paper ? reach.holds.filter(({ code }) => !ofTelephone.has(code)) : reach.holds
  const level = leastOf(holds.map(({ code }) => holdMeanings[code].level))
  const asked = lastAsked(stands, person, day)
  if (level === 'nothing' || holds.some(({ code }) => shuts.has(code))) return 'off'
  if (!paper && asked !== undefined && !isPhoneSafe(asked)) return 'off'
  return level === 'everything' ? 'all' : 'no-time-no-place'
}
