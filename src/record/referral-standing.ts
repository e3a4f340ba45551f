import type { Agency } from '../people/service.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'
import { put, type Shelf } from './shelf.ts'

/** A referral as it stands: who made it to whom, and each answer. */
export interface ReferralStanding {
  readonly id: ThingId
  readonly children: readonly PersonId[]
  made?: EntryOf<'referral-made'>
  to?: Agency
  received?: Entry
  acknowledged?: Entry
  decided?: EntryOf<'referral-decided'>
  answered?: EntryOf<'referral-answered'>
  accepted?: Entry
  declined?: EntryOf<'referral-declined'>
  readonly chased: Entry[]
}

/** An enquiry whether a person is known, and its answer. */
export interface EnquiryStanding {
  readonly id: ThingId
  readonly made: EntryOf<'enquiry-made'>
  readonly children: readonly PersonId[]
  answered?: EntryOf<'enquiry-answered'>
}

export type AboutReferral = EntryOf<
  | 'referral-made'
  | 'referral-received'
  | 'referral-acknowledged'
  | 'referral-decided'
  | 'referral-answered'
  | 'referral-chased'
  | 'referral-accepted'
  | 'referral-declined'
>

const open = (referral: ReferralStanding, entry: AboutReferral): boolean => {
  if (entry.kind === 'referral-answered') return referral.answered === undefined
  if (entry.kind === 'referral-decided') return referral.decided === undefined
  return referral.accepted === undefined && referral.declined === undefined && referral.answered === undefined
}

/** The referral that an entry speaks of: by its id, else the last one that still waits for such an answer. */
const referralOf = (
  referrals: Shelf<ReferralStanding>,
  entry: AboutReferral,
  children: readonly PersonId[],
): ReferralStanding => {
  const named = entry.referral === undefined ? undefined : referrals.byId.get(entry.referral)
  if (named !== undefined) return named
  if (entry.referral === undefined && entry.kind !== 'referral-made') {
    const last = referrals.inOrder.findLast(referral => open(referral, entry))
    if (last !== undefined) return last
  }
  return put(referrals, { id: entry.referral ?? (entry.root as string as ThingId), children, chased: [] })
}

/** Takes one entry about a referral into what stands. */
export const foldReferral = (
  referrals: Shelf<ReferralStanding>,
  entry: AboutReferral,
  children: readonly PersonId[],
): void => {
  const referral = referralOf(referrals, entry, children)
  switch (entry.kind) {
    case 'referral-made':
      referral.made = entry
      referral.to = entry.to
      return
    case 'referral-received':
      referral.received ??= entry
      return
    case 'referral-acknowledged':
      referral.acknowledged ??= entry
      return
    case 'referral-decided':
      referral.decided ??= entry
      return
    case 'referral-answered':
      referral.answered ??= entry
      return
    case 'referral-chased':
      referral.chased.push(entry)
      return
    case 'referral-accepted':
      referral.accepted ??= entry
      return
    case 'referral-declined':
      referral.declined ??= entry
      return
  }
}
