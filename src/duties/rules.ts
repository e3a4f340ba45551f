import { appointmentRules } from './appointment.ts'
import { assessmentRules } from './assessment.ts'
import { challengeRules } from './challenge.ts'
import { closingRules } from './closing.ts'
import { conditionRules } from './condition.ts'
import { conferenceRules } from './conference.ts'
import { dischargeRules } from './discharge.ts'
import { domesticAbuseRules } from './domestic-abuse.ts'
import { exploitationRules } from './exploitation.ts'
import { medicalNeglectRules } from './medical-neglect.ts'
import { medicineRules } from './medicine.ts'
import { meetingRules } from './meeting.ts'
import { planRules } from './plan.ts'
import { probationRules } from './probation.ts'
import { questionRules } from './question.ts'
import { referralRules } from './referral.ts'
import { resultRules } from './result.ts'
import type { Rule } from './rule.ts'
import { strategyRules } from './strategy.ts'
import { unbornRules } from './unborn.ts'
import { undertakingRules } from './undertaking.ts'
import { workerRules } from './worker.ts'

/** Every rule of the product, by practice. */
export const rules: readonly Rule[] = [
  ...conferenceRules,
  ...conditionRules,
  ...strategyRules,
  ...appointmentRules,
  ...resultRules,
  ...medicineRules,
  ...medicalNeglectRules,
  ...questionRules,
  ...dischargeRules,
  ...referralRules,
  ...undertakingRules,
  ...meetingRules,
  ...planRules,
  ...assessmentRules,
  ...closingRules,
  ...workerRules,
  ...unbornRules,
  ...probationRules,
  ...domesticAbuseRules,
  ...exploitationRules,
  ...challengeRules,
]
