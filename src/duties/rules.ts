import { schoolAbsenceRules } from './absence-from-school.ts'
import { adultHealthRules } from './adult-health.ts'
import { adviceRules } from './advice.ts'
import { agreedRuleRules } from './agreed-rule.ts'
import { agreementRules } from './agreement-watched.ts'
import { antenatalRules } from './antenatal.ts'
import { appointmentRules } from './appointment.ts'
import { appointmentAheadRules } from './appointment-ahead.ts'
import { assessmentRules } from './assessment.ts'
import { assessmentContentRules } from './assessment-content.ts'
import { birthdayRules } from './birthday.ts'
import { challengeRules } from './challenge.ts'
import { childProtectionRules } from './child-protection.ts'
import { closingRules } from './closing.ts'
import { closingToldRules } from './closing-told.ts'
import { concernRules } from './concern.ts'
import { conditionRules } from './condition.ts'
import { conferenceRules } from './conference.ts'
import { conferenceOutcomeRules } from './conference-outcome.ts'
import { contactDetailVerifiedRules } from './contact-detail-verified.ts'
import { contactDetailsRules } from './contact-details.ts'
import { continuityRules } from './continuity.ts'
import { deathRules } from './death.ts'
import { dischargeRules } from './discharge.ts'
import { domesticAbuseRules } from './domestic-abuse.ts'
import { domesticPatternRules } from './domestic-abuse-pattern.ts'
import { engagementRules } from './engagement.ts'
import { exploitationRules } from './exploitation.ts'
import { exploiterRules } from './exploiter.ts'
import { familyAttendanceRules } from './family-attendance.ts'
import { familyGroupRules } from './family-group.ts'
import { findingRules } from './finding-shared.ts'
import { followOnRules } from './follow-on.ts'
import { goingHomeRules } from './going-home.ts'
import { heardApartRules } from './heard-apart.ts'
import { helpToComeRules } from './help-to-come.ts'
import { honourRiskRules } from './honour-risk.ts'
import { housingRules } from './housing.ts'
import { injuryRules } from './injury.ts'
import { keptFromRules } from './kept-from.ts'
import { knownElsewhereRules } from './known-elsewhere.ts'
import { lateEvidenceRules } from './late-evidence.ts'
import { leadSupportRules } from './lead-support.ts'
import { learningRules } from './learning.ts'
import { legalRules } from './legal.ts'
import { listRules } from './lists.ts'
import { livingElsewhereRules } from './living-elsewhere.ts'
import { lookedAfterRules } from './looked-after.ts'
import { maracRules } from './marac.ts'
import { medicalNeglectRules } from './medical-neglect.ts'
import { medicineRules } from './medicine.ts'
import { medicineCollectedRules } from './medicine-collected.ts'
import { meetingRules } from './meeting.ts'
import { meetingPeopleRules } from './meeting-people.ts'
import { missingChildRules } from './missing-child.ts'
import { movingRules } from './moving.ts'
import { newAdultRules } from './new-adult.ts'
import { newBirthRules } from './new-birth.ts'
import { parentTreatmentRules } from './parent-treatment.ts'
import { perplexingRules } from './perplexing.ts'
import { planRules } from './plan.ts'
import { planWordRules } from './plan-words.ts'
import { policeNoticeRules } from './police-notice.ts'
import { probationRules } from './probation.ts'
import { probationEnquiryRules } from './probation-enquiries.ts'
import { questionRules } from './question.ts'
import { reasonChecked } from './reason-for-miss.ts'
import { referralRules } from './referral.ts'
import { onTheWayRules } from './referral-on-the-way.ts'
import { refusedHelpRules } from './refused-help.ts'
import { resultRules } from './result.ts'
import type { Rule } from './rule.ts'
import { schoolPlaceRules } from './school-place.ts'
import { seenRules } from './seen.ts'
import { seenAloneRules } from './seen-alone.ts'
import { selfHarmRules } from './self-harm.ts'
import { sharingRules } from './sharing.ts'
import { siblingsAfterDeathRules } from './siblings-after-death.ts'
import { sickDayPlanRules } from './sick-day-plan.ts'
import { smallChildRules } from './small-child-seen.ts'
import { strategyRules } from './strategy.ts'
import { toFamilyRules } from './to-family.ts'
import { toldFirstRules } from './told-first.ts'
import { unbornRules } from './unborn.ts'
import { undertakingRules } from './undertaking.ts'
import { untestedRules } from './untested.ts'
import { unwellChildRules } from './unwell-child.ts'
import { urgentCareRules } from './urgent-care.ts'
import { viewRules } from './views.ts'
import { workerRules } from './worker.ts'
import { worriesTogether } from './worries-together.ts'
import { worryRules } from './worry.ts'
import { writtenRules } from './written.ts'

/** Every rule by the practice it belongs to, under the heading that docs/duties.md gives it. */
export const rulesByPractice = {
  'The road to a conference': conferenceRules,
  'After a conference': conferenceOutcomeRules,
  'Child protection plans': childProtectionRules,
  'Conditions: “if this happens, then that is done”': conditionRules,
  'Rules of a plan, an agreement, a court, bail or a licence': agreedRuleRules,
  'Injuries that are not explained': injuryRules,
  'The child not seen': [...seenRules, ...smallChildRules, ...newBirthRules],
  'Strategy discussions': strategyRules,
  Appointments: appointmentRules,
  'Appointments ahead, and letters that come back': appointmentAheadRules,
  'Help to come, and what a parent disputes': helpToComeRules,
  'Planning with the family, and reaching it': toFamilyRules,
  'Attendance within a family': familyAttendanceRules,
  Results: resultRules,
  Medicines: [...medicineRules, ...medicineCollectedRules],
  'Plans for when the child is ill': sickDayPlanRules,
  'Advice, and what is believed of a parent': adviceRules,
  'Urgent care and long-term illness': [...urgentCareRules, ...selfHarmRules],
  'Medical neglect': medicalNeglectRules,
  'Questions of parents': questionRules,
  'Discharge from hospital': dischargeRules,
  'Going home from hospital': goingHomeRules,
  'A child seen unwell': unwellChildRules,
  'Whose list a child is on': listRules,
  'The health of adults, as it touches a child': [...adultHealthRules, ...parentTreatmentRules],
  'Illness that does not agree with what is found': perplexingRules,
  'What did not come about': followOnRules,
  'The child’s own words': seenAloneRules,
  Worries: concernRules,
  'Referrals and enquiries': referralRules,
  Undertakings: undertakingRules,
  Meetings: meetingRules,
  Plans: planRules,
  Assessments: assessmentRules,
  Closing: closingRules,
  'Workers: leaving, absence, cover, supervision': workerRules,
  'Unborn children': [...unbornRules, ...antenatalRules],
  Probation: [...probationEnquiryRules, ...probationRules],
  'Domestic abuse': [...maracRules, ...domesticAbuseRules, ...domesticPatternRules, ...agreementRules],
  'What is kept from somebody': keptFromRules,
  'Exploitation and harm outside the home': [...exploitationRules, ...exploiterRules, ...policeNoticeRules],
  'Missing children': missingChildRules,
  'Honour-based risk': honourRiskRules,
  'School and nursery': [...schoolAbsenceRules, ...schoolPlaceRules],
  'Findings that others must know': findingRules,
  'Adults who are new in the home, and records elsewhere': [...newAdultRules, ...knownElsewhereRules],
  'Where a child lives, and how a family is reached': [
    ...housingRules,
    ...livingElsewhereRules,
    ...contactDetailsRules,
    ...contactDetailVerifiedRules,
  ],
  'Referrals spoiled on the way': onTheWayRules,
  Challenge: challengeRules,
  'What practitioners think': [...viewRules, ...worryRules],
  'Meetings: who cannot come, where, and what is gone through': meetingPeopleRules,
  'Plans in plain words': planWordRules,
  'Before work with a child ends': closingToldRules,
  'Learnt too late': lateEvidenceRules,
  'Looked-after children': lookedAfterRules,
  'Legal steps': [...legalRules, ...familyGroupRules],
  'Families who move': movingRules,
  'Sixteenth and eighteenth birthdays': birthdayRules,
  'The record itself': writtenRules,
  'After a death or serious harm': [...deathRules, ...siblingsAfterDeathRules],
  'Reviews, training and returns': learningRules,
  'How family and services work together': [...engagementRules, reasonChecked, ...refusedHelpRules, ...untestedRules],
  'What an assessment asks, and who is heard': [...assessmentContentRules, ...heardApartRules],
  'Workers who change, and leads who are helped': [...continuityRules, ...leadSupportRules],
  'Telling and sharing': [...toldFirstRules, ...sharingRules, worriesTogether],
} satisfies Readonly<Record<string, readonly Rule[]>>

/** Every rule of the product. */
export const rules: readonly Rule[] = Object.values(rulesByPractice).flat()
