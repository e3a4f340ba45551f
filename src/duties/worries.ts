import { onceADay, type Worry } from '../record/counted.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { readOnce } from './rounds.ts'

/** Each child's concerns and referrals to social care, in order; what one source says on one day is one. */
export const worriesOf = readOnce((picture): ReadonlyMap<PersonId, readonly Worry[]> => {
  const worries = new Map<PersonId, Worry[]>()
  const referrals = all(picture, 'referral-made').filter(entry => isSocialCare(entry.to))
  for (const entry of [...all(picture, 'concern'), ...referrals].sort((one, other) => one.day - other.day))
    for (const child of childrenOf(picture, entry)) {
      const held = worries.get(child)
      if (held === undefined) worries.set(child, [entry])
      else held.push(entry)
    }
  return new Map([...worries].map(([child, held]) => [child, onceADay(held)]))
})
