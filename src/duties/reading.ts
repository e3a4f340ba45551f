import type { Day } from '../calendar/day.ts'
import { type Agency, findAgency, sameAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isAbout, type Picture, type ReceiptEntry } from '../record/standing.ts'
import type { Duty, Owed } from './rule.ts'

/** The first of the entries, in order, on or after a day. */
export const firstFrom = <E extends Entry>(
  entries: readonly E[],
  day: Day,
  fits: (entry: E) => boolean = () => true,
): E | undefined => entries.find(entry => entry.day >= day && fits(entry))

/** The first of the entries about a child on or after a day. */
export const firstAbout = <E extends Entry>(
  picture: Picture,
  entries: readonly E[],
  child: PersonId,
  day: Day,
  fits: (entry: E) => boolean = () => true,
): E | undefined => entries.find(entry => entry.day >= day && isAbout(picture, entry, child) && fits(entry))

/** Whether an entry about a thing is for a child: it names the child, or names none and the thing is that child's alone. */
export const isFor = (picture: Picture, entry: Entry, children: readonly PersonId[], child: PersonId): boolean =>
  entry.child === undefined && children.length === 1 ? children[0] === child : isAbout(picture, entry, child)

/** Of several entries, the earliest by day; nothing when there is none. */
export const earliest = (...entries: readonly (Entry | undefined)[]): Entry | undefined => {
  let first: Entry | undefined
  for (const entry of entries) if (entry !== undefined && (first === undefined || entry.day < first.day)) first = entry
  return first
}

/** Ends a duty quietly by an entry after which it is no longer owed. */
export const noLonger = (entry: Entry | undefined): Pick<Owed, 'over'> =>
  entry === undefined ? {} : { over: { entry, how: 'no-longer' } }

/** Ends a duty by what came first: the entry that proves it done, or the one after which it is no longer owed. */
export const endedBy = (done: Entry | undefined, over: Entry | undefined): Pick<Owed, 'done' | 'over'> =>
  over !== undefined && (done === undefined || over.day < done.day)
    ? { done: undefined, over: { entry: over, how: 'no-longer' } }
    : { done, over: undefined }

/** The next step of a chain counts from the day its predecessor was done, else from the day it was due (design, "Duties"). */
export const nextStep = (before: Duty): Pick<Owed, 'since' | 'projected'> =>
  before.ended?.how === 'done' || before.ended?.how === 'done-elsewhere'
    ? {
        since: Math.max(
          before.ended.day,
          before.ended.how === 'done' ? before.ended.entry.day : before.ended.day,
        ) as Day,
        projected: false,
      }
    : { since: before.due.day, projected: true }

type Receipt = EntryOf<
  'told' | 'delivered' | 'opened' | 'acknowledged' | 'minutes-sent' | 'letter-sent' | 'invitation-sent'
>

const noReceipts: readonly ReceiptEntry[] = []

/** The receipts that name any of these entries or things. */
export const receiptsOf = (picture: Picture, ids: readonly string[]): readonly ReceiptEntry[] => {
  const found = ids.map(id => picture.receipts.get(id) ?? noReceipts)
  const some = found.filter(receipts => receipts.length > 0)
  return some.length < 2 ? (some[0] ?? noReceipts) : [...new Set(some.flat())]
}

const namesAgency = (to: string, agency: Agency): boolean => {
  const named = findAgency(to)
  return named !== undefined && sameAgency(named, agency)
}

/** Whether a receipt was for an agency. */
export const isTo = (receipt: Receipt, agency: Agency): boolean =>
  (receipt.to ?? []).some(to => namesAgency(to, agency))

/**
 * The receipt by which the last of several agencies was told, on or after a day; nothing while one of them is not.
 * Where the record names no agency to tell, the first receipt will do.
 */
export const whenAllTold = <R extends Receipt>(
  receipts: readonly R[],
  agencies: readonly Agency[],
  since: Day,
): R | undefined => {
  const later = receipts.filter(receipt => receipt.day >= since).sort((one, other) => one.day - other.day)
  if (agencies.length === 0) return later[0]
  const firsts = agencies.map(agency => later.find(receipt => isTo(receipt, agency)))
  return firsts.some(first => first === undefined)
    ? undefined
    : firsts.reduce((last, first) => (first !== undefined && last !== undefined && first.day > last.day ? first : last))
}
