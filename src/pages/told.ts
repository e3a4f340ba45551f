import { receiptsOf } from '../duties/reading.ts'
import type { Duty } from '../duties/rule.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { dayNear } from './owed.ts'

/** The receipts on the record by the day that name a duty, its thing, or what it rests on; none from before it began. */
export const receiptsFor = ({ stands, day }: FamilyOnDay, duty: Duty): ReturnType<typeof receiptsOf> => {
  const ids = [duty.key, duty.thing, ...duty.because.flatMap(entry => [entry.id, entry.root])]
  return receiptsOf(stands, [...new Set(ids)])
    .filter(receipt => receipt.day >= duty.since && receipt.day <= day)
    .sort((one, other) => one.day - other.day)
}

/** Whether whoever is to know has said so, in a few words; empty when no notice is on the record. */
export const toldInBrief = (look: FamilyOnDay, duty: Duty): string => {
  const receipts = receiptsFor(look, duty)
  const last = receipts.findLast(({ kind }) => kind === 'told' || kind === 'delivered')
  const has = receipts.findLast(({ kind }) => kind === 'acknowledged' || kind === 'opened')
  if (has !== undefined && (last === undefined || has.day >= last.day))
    return `acknowledged ${dayNear(has.day, look.day)}`
  return last === undefined ? '' : `told ${dayNear(last.day, look.day)}, not yet acknowledged`
}
