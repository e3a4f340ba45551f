import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { ReferralStanding } from '../record/referral-standing.ts'
import type { Picture } from '../record/standing.ts'
import type { Owed } from './rule.ts'

/** Whether an agency is children's social care, by day or by night. */
export const isSocialCare = (agency: Agency): boolean =>
  serviceOfAgency(agency) === 'social-care' || serviceOfAgency(agency) === 'emergency-duty'

/** A referral that reached somebody: the entry from which its clock runs, and to whom it went. */
export interface Arrival {
  readonly referral: ReferralStanding
  readonly start: Entry
  readonly to: Agency
}

/** The referrals that reached an agency of the kind asked for. */
export const arrivalsAt = (picture: Picture, fits: (to: Agency) => boolean): readonly Arrival[] =>
  picture.referrals.flatMap(referral => {
    const start = referral.received ?? referral.made
    const to = referral.to ?? referral.received?.by
    return start === undefined || to === undefined || !fits(to) ? [] : [{ referral, start, to }]
  })

/** What every duty about a referral says alike; it is owed by whoever received it, and watched by whoever made it. */
export const arrivalBase = ({
  referral,
  start,
  to,
}: Arrival): Pick<Owed, 'thing' | 'because' | 'since' | 'agency' | 'watchers'> => ({
  thing: referral.id,
  because: referral.made === undefined || referral.made === start ? [start] : [start, referral.made],
  since: start.day,
  agency: to,
  watchers: referral.made === undefined ? [] : [referral.made.by],
})
