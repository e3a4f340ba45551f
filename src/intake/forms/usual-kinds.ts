import type { Service } from '../../people/service.ts'
import type { Kind } from '../../record/entry.ts'

const anybody = ['contact', 'concern', 'referral-made', 'challenge-raised'] as const
const clinic = ['was-not-brought', 'attended', 'appointment-booked', 'contact', 'letter-sent', 'concern'] as const

/** What each service records most, the most usual first: these stand at the top of the list of kinds. */
const usual = {
  'social-care': [
    'contact',
    'child-voice',
    'referral-decided',
    'referral-answered',
    'strategy-discussion',
    'meeting-held',
    'plan-updated',
    'decision',
    'supervision',
  ],
  'conference-unit': [
    'conference-booked',
    'invitation-sent',
    'invitation-bounced',
    'conference-held',
    'minutes-sent',
    'conference-delay-agreed',
  ],
  'emergency-duty': ['contact', 'concern', 'referral-decided', 'strategy-discussion', 'safety-plan'],
  'early-help': ['contact', 'child-voice', 'referral-accepted', 'meeting-held', 'consent-given', 'referral-made'],
  'family-support': ['contact', 'child-voice', 'referral-accepted', 'concern', 'undertaking-kept'],
  police: ['incident', 'concern', 'clares-law', 'dash', 'finding', 'contact', 'referral-made', 'enquiry-made'],
  probation: [
    'disclosure',
    'probation-begins',
    'contact',
    'enquiry-made',
    'referral-made',
    'concern',
    'undertaking-given',
  ],
  ambulance: ['urgent-attendance', 'incident', 'concern', 'referral-made'],
  hospital: [
    'was-not-brought',
    'attended',
    'appointment-booked',
    'notes-reviewed',
    'letter-sent',
    'contact',
    'concern',
    'admission',
    'discharge',
    'result-awaited',
    'result-told',
    'injury',
  ],
  gp: ['contact', 'was-not-brought', 'concern', 'referral-made', 'instruction', 'notes-reviewed'],
  'health-visiting': ['contact', 'was-not-brought', 'concern', 'referral-made', 'child-voice'],
  'school-nursing': ['contact', 'was-not-brought', 'concern', 'referral-made', 'child-voice'],
  'community-nursing': ['contact', 'was-not-brought', 'instruction', 'concern', 'question-answered'],
  midwifery: ['contact', 'antenatal-booking', 'pregnancy', 'did-not-attend', 'concern', 'referral-made', 'birth'],
  'mental-health': ['contact', 'did-not-attend', 'was-not-brought', 'attended', 'referral-accepted', 'concern'],
  'urgent-care': ['urgent-attendance', 'injury', 'advice-given', 'concern', 'contact', 'referral-made'],
  therapy: clinic,
  'substance-misuse': ['contact', 'did-not-attend', 'attended', 'referral-accepted', 'concern'],
  'adult-care': anybody,
  'domestic-abuse': ['contact', 'dash', 'marac', 'clares-law', 'concern', 'referral-made', 'consent-given'],
  'youth-justice': anybody,
  housing: ['contact', 'lives-at', 'housing-need', 'concern', 'address-checked', 'referral-made'],
  school: ['concern', 'absence', 'withdrawal', 'child-voice', 'contact', 'referral-made', 'report-filed'],
  nursery: ['concern', 'absence', 'withdrawal', 'child-voice', 'contact', 'referral-made', 'report-filed'],
  court: ['decision', 'came-into-care', 'placed-elsewhere', 'adopted'],
  partnership: ['challenge-answered', 'decision', 'supervision', 'contact'],
  voluntary: anybody,
  family: ['question-asked', 'reply'],
  other: anybody,
} as const satisfies Record<Service, readonly Kind[]>

/** The kinds that a service records most, the most usual first. */
export const usualKinds = (service: Service): readonly Kind[] => usual[service]
