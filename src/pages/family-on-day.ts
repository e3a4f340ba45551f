import { type Day, daysBetween } from '../calendar/day.ts'
import { derive } from '../duties/derive.ts'
import { lastDay } from '../duties/ledger.ts'
import type { Duty } from '../duties/rule.ts'
import type { Settings } from '../duties/settings.ts'
import { always } from '../record/always.ts'
import { type Entry, kinds } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { picture } from '../record/picture.ts'
import { type Reach, type Reached, reachOf } from '../record/posts.ts'
import { all, type Picture } from '../record/standing.ts'
import { childOfRecord, type Naming } from '../record/wording.ts'
import { type Addresses, addressesOf } from './address.ts'
import type { Family } from './partnership.ts'

/** A family's entries in order of day, so that no fold has to sort them again, with the first and last day of the record. */
export interface Shelved {
  readonly entries: readonly Entry[]
  readonly first: Day
  readonly last: Day
}

const shelf = new WeakMap<Family, Shelved>()
const rank = new Map(Object.keys(kinds).map((kind, index) => [kind, index]))
const inOrder = (one: Entry, other: Entry): number =>
  one.day - other.day || (rank.get(one.kind) ?? 0) - (rank.get(other.kind) ?? 0) || (one.at ?? 0) - (other.at ?? 0)

const shelve = (family: Family): Shelved => {
  const entries = [...family.entries].sort(inOrder)
  const last = family.today ?? lastDay(entries)
  const first = entries.find(entry => entry.from > always)?.from ?? last
  return { entries, first: Math.min(first, last) as Day, last }
}

/** A family's entries in order, sorted once. */
export const shelved = (family: Family): Shelved => {
  const held = shelf.get(family) ?? shelve(family)
  shelf.set(family, held)
  return held
}

/** What was known of a family on a day: nothing that arrived later is in it. Every page of a family is made of this. */
export interface FamilyOnDay {
  readonly family: Family
  readonly settings: Settings
  readonly day: Day
  readonly record: Shelved
  readonly stands: Picture
  /** Every duty that what was known raises; `stateOn` the day says how it stood. */
  readonly duties: readonly Duty[]
  /** What rules suggest that whose it is has not adopted: in no list and no figure. */
  readonly suggested: readonly Duty[]
  readonly name: Naming
  /** How a practitioner is reached. */
  readonly reach: (one: Reached) => Reach
  /** Addresses that keep the day; the last day of the record is kept by leaving it out. */
  readonly addresses: Addresses
}

/** A person as a page names them: by the name on the record, else "the child", else the id that the writer chose. */
export const namingIn = (stands: Picture): Naming => {
  const children = new Set(stands.children)
  return (asked: PersonId) => {
    const person = asked === childOfRecord ? stands.subject[0] : asked
    const held = stands.people.get(person)
    if (held?.name !== undefined) return held.name
    if (held !== undefined && held.as === 'unborn') return 'the unborn child'
    return children.has(person) ? 'the child' : person
  }
}

const inEarnest = ({ suggested }: Duty): 'duties' | 'suggested' => (suggested ? 'suggested' : 'duties')

const lookAt = (family: Family, settings: Settings, day: Day): FamilyOnDay => {
  const record = shelved(family)
  const stands = picture(record.entries, { knownOn: day })
  const { duties = [], suggested = [] } = Object.groupBy(derive(stands, settings), inEarnest)
  return {
    family,
    settings,
    day,
    record,
    stands,
    duties,
    suggested,
    name: namingIn(stands),
    reach: one => reachOf([...all(stands, 'post'), ...(family.posts ?? [])], one),
    addresses: addressesOf(family, day === record.last ? undefined : day),
  }
}

interface Looks {
  readonly last?: FamilyOnDay
  readonly other?: FamilyOnDay
  /** The day, of the others, that was asked for last. */
  readonly asked?: Day
}

// A family is one reader's, and another object when anything of it changes for that reader: so what was folded of it goes
// with it, and nobody else ever sees it (decision 0013). Of its days the last is asked for by every list, and stays. Of the
// others one stays that is asked for twice running: a slider that is drawn over them would fill the memory with pictures
// nobody comes back to.
const looks = new WeakMap<Family, Looks>()

const keptOn = ({ last, other }: Looks, day: Day, settings: Settings): FamilyOnDay | undefined =>
  [last, other].find(look => look?.day === day && look.settings === settings)

/** What was known of a family on a day, within the partnership's settings; the last day of its record if left out. */
export const familyOnDay = (family: Family, settings: Settings, asked?: Day): FamilyOnDay => {
  const { last } = shelved(family)
  const day = asked ?? last
  const held = looks.get(family) ?? {}
  const kept = keptOn(held, day, settings)
  if (kept !== undefined) return kept
  const look = lookAt(family, settings, day)
  if (day === last) looks.set(family, { ...held, last: look })
  else looks.set(family, { ...held, asked: day, ...(held.asked === day ? { other: look } : {}) })
  return look
}

/** How many days of the record lie before a day, for a slider over them. */
export const daysIn = ({ first }: Shelved, day: Day): number => daysBetween(first, day)
