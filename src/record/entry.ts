import type { z } from 'zod'
import type { Day, Moment } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import { adoptionKinds } from './adoption.ts'
import { adultHealthKinds } from './adult-health.ts'
import { agreedRuleKinds } from './agreed-rule.ts'
import { appointmentKinds } from './appointment.ts'
import { assessmentKinds } from './assessment.ts'
import { clinicKinds } from './clinic.ts'
import { concernKinds } from './concern.ts'
import { contactKinds } from './contact.ts'
import { copyKinds } from './copy.ts'
import { decisionKinds } from './decision.ts'
import { domesticAbuseKinds } from './domestic-abuse.ts'
import { engagementKinds } from './engagement.ts'
import type { EntryId, PersonId } from './field.ts'
import { healthKinds } from './health.ts'
import { injuryKinds } from './injury.ts'
import { lawKinds } from './law.ts'
import { learningKinds } from './learning.ts'
import { meetingKinds } from './meeting.ts'
import { networkKinds } from './network.ts'
import { outcomeKinds } from './outcome.ts'
import { parentsPageKinds } from './parents-page.ts'
import { peopleKinds } from './people.ts'
import { perplexingKinds } from './perplexing.ts'
import { planKinds } from './plan.ts'
import { receiptKinds } from './receipt.ts'
import { referralKinds } from './referral.ts'
import { registrationKinds } from './registration.ts'
import { riskKinds } from './risk.ts'
import { schoolKinds } from './school.ts'
import { strategyKinds } from './strategy.ts'
import { toFamilyKinds } from './to-family.ts'
import { urgentCareKinds } from './urgent-care.ts'
import { viewKinds } from './view.ts'

/** Every kind of entry that Holdfast takes, by the practice it belongs to. */
export const practices = {
  people: peopleKinds,
  network: networkKinds,
  lists: registrationKinds,
  appointment: { ...appointmentKinds, ...outcomeKinds },
  clinic: { ...clinicKinds, ...copyKinds },
  'reaching the family': toFamilyKinds,
  contact: contactKinds,
  concern: concernKinds,
  injury: injuryKinds,
  'perplexing presentations': perplexingKinds,
  'adult health': adultHealthKinds,
  risk: { ...domesticAbuseKinds, ...riskKinds },
  school: schoolKinds,
  referral: referralKinds,
  strategy: strategyKinds,
  assessment: assessmentKinds,
  engagement: engagementKinds,
  plan: planKinds,
  'agreed-rule': agreedRuleKinds,
  meeting: meetingKinds,
  decision: decisionKinds,
  health: healthKinds,
  'urgent care': urgentCareKinds,
  law: lawKinds,
  view: viewKinds,
  'page of a parent': parentsPageKinds,
  learning: learningKinds,
  receipt: receiptKinds,
  adoption: adoptionKinds,
} as const

/** Every kind of entry by its name. */
export const kinds = {
  ...peopleKinds,
  ...networkKinds,
  ...registrationKinds,
  ...appointmentKinds,
  ...outcomeKinds,
  ...clinicKinds,
  ...copyKinds,
  ...toFamilyKinds,
  ...contactKinds,
  ...concernKinds,
  ...injuryKinds,
  ...perplexingKinds,
  ...adultHealthKinds,
  ...domesticAbuseKinds,
  ...riskKinds,
  ...schoolKinds,
  ...referralKinds,
  ...strategyKinds,
  ...assessmentKinds,
  ...engagementKinds,
  ...planKinds,
  ...agreedRuleKinds,
  ...meetingKinds,
  ...decisionKinds,
  ...healthKinds,
  ...urgentCareKinds,
  ...lawKinds,
  ...viewKinds,
  ...parentsPageKinds,
  ...learningKinds,
  ...receiptKinds,
  ...adoptionKinds,
} as const

export type Kind = keyof typeof kinds

/** What of one version of an entry says who may see it. */
export interface Version {
  readonly kind: Kind
  readonly by: Agency
  readonly sight?: readonly string[]
  readonly hiddenFrom?: readonly PersonId[]
}

/** What the record knows of every entry. `day` is the last day on which it may have happened: clocks count from it. */
export interface Frame {
  readonly id: EntryId
  /** The id of the first version, when this one corrects another; else its own. */
  readonly root: EntryId
  readonly from: Day
  readonly day: Day
  readonly at?: Moment
  readonly written: Day
  /** The moment it was written, where that is known: it tells what came first on one day. */
  readonly writtenAt?: Moment
  /** When the first version was written, for an entry that was corrected since. */
  readonly firstWritten?: Day
  readonly arrived: Day
  readonly by: Agency
  readonly author?: string
  readonly child?: readonly PersonId[]
  readonly text?: string
  readonly sight?: readonly string[]
  readonly hiddenFrom?: readonly PersonId[]
  readonly corrects?: EntryId
  /** The versions before this one, for an entry that was corrected: whoever may not see one of them sees none. */
  readonly earlier?: readonly Version[]
  readonly record?: string
}

type Own<K extends Kind> = z.output<z.ZodObject<(typeof kinds)[K]['fields']>>
/** One entry of a kind: the frame, the kind and the kind's own fields. */
export type EntryOf<K extends Kind> = K extends Kind ? Frame & { readonly kind: K } & Readonly<Own<K>> : never
/** One thing that happened, as one agency wrote it. */
export type Entry = EntryOf<Kind>
