import type { Service } from './service.ts'

/** The roles that owe, watch and write; each by the title in use (design, section 3), with the service that holds it. */
export const roles = {
  'social-worker': { words: 'social worker', service: 'social-care' },
  'team-manager': { words: 'team manager', service: 'social-care' },
  'service-manager': { words: 'service manager', service: 'social-care' },
  'head-of-service': { words: 'head of service', service: 'social-care' },
  'duty-social-worker': { words: 'duty social worker', service: 'social-care' },
  'family-support-worker': { words: 'family support worker', service: 'family-support' },
  'lead-practitioner': { words: 'lead practitioner', service: 'social-care' },
  'lead-health-practitioner': { words: 'lead health practitioner', service: 'hospital' },
  'conference-administrator': { words: 'conference administrator', service: 'conference-unit' },
  'conference-chair': { words: 'conference chair', service: 'conference-unit' },
  'conference-unit-manager': { words: 'conference unit manager', service: 'conference-unit' },
  'health-visitor': { words: 'health visitor', service: 'health-visiting' },
  'school-nurse': { words: 'school nurse', service: 'school-nursing' },
  'community-nurse': { words: "children's community nurse", service: 'community-nursing' },
  midwife: { words: 'midwife', service: 'midwifery' },
  'named-midwife': { words: 'named midwife', service: 'midwifery' },
  gp: { words: 'GP', service: 'gp' },
  'practice-safeguarding-lead': { words: 'practice safeguarding lead', service: 'gp' },
  'named-gp': { words: 'named GP', service: 'gp' },
  consultant: { words: 'consultant', service: 'hospital' },
  'lead-paediatrician': { words: 'lead paediatrician', service: 'hospital' },
  'medical-secretary': { words: 'medical secretary', service: 'hospital' },
  'clinic-manager': { words: 'clinic manager', service: 'hospital' },
  clinic: { words: 'clinic', service: 'hospital' },
  'ward-manager': { words: 'ward manager', service: 'hospital' },
  'clinical-lead': { words: 'clinical lead', service: 'hospital' },
  'named-nurse': { words: 'named nurse', service: 'hospital' },
  'named-doctor': { words: 'named doctor', service: 'hospital' },
  'emergency-clinician': { words: 'emergency department clinician', service: 'hospital' },
  'designated-nurse': { words: 'designated nurse', service: 'partnership' },
  'designated-doctor': { words: 'designated doctor', service: 'partnership' },
  'police-officer': { words: 'police officer', service: 'police' },
  'police-inspector': { words: 'police inspector', service: 'police' },
  'probation-practitioner': { words: 'probation practitioner', service: 'probation' },
  'senior-probation-officer': { words: 'senior probation officer', service: 'probation' },
  'ambulance-clinician': { words: 'ambulance clinician', service: 'ambulance' },
  'out-of-hours-gp': { words: 'out-of-hours GP', service: 'urgent-care' },
  'housing-officer': { words: 'housing officer', service: 'housing' },
  'early-help-worker': { words: 'early help worker', service: 'early-help' },
  'designated-safeguarding-lead': { words: 'designated safeguarding lead', service: 'school' },
  teacher: { words: 'teacher', service: 'school' },
  'domestic-abuse-lead': { words: 'domestic abuse lead', service: 'police' },
  'domestic-abuse-adviser': { words: 'domestic abuse adviser', service: 'domestic-abuse' },
  'safeguarding-lead': { words: 'safeguarding lead', service: 'other' },
  'agency-manager': { words: "agency's manager", service: 'other' },
  'receiving-team': { words: 'receiving team', service: 'other' },
  'team-lead': { words: 'team lead', service: 'other' },
  referrer: { words: 'referrer', service: 'other' },
  'meeting-chair': { words: 'chair of the meeting', service: 'other' },
  organiser: { words: 'organiser of the meeting', service: 'other' },
  'assessment-author': { words: 'author of the assessment', service: 'other' },
  'action-owner': { words: 'whoever took the action', service: 'other' },
  'challenge-raiser': { words: 'whoever raised the challenge', service: 'other' },
  'challenge-answerer': { words: 'whoever is asked', service: 'other' },
  supervisor: { words: 'supervisor', service: 'other' },
  'partnership-executive': { words: 'partnership executive', service: 'partnership' },
  'independent-reviewing-officer': { words: 'independent reviewing officer', service: 'conference-unit' },
  'information-governance-lead': { words: 'information-governance lead', service: 'partnership' },
  'everyone-who-agreed': { words: 'everyone who agreed', service: 'other' },
  administrator: { words: 'administrator', service: 'other' },
  parent: { words: 'parent', service: 'family' },
  other: { words: 'practitioner', service: 'other' },
} as const satisfies Record<string, { words: string; service: Service }>

export type Role = keyof typeof roles

/** What people write for a role, beside its own name. All in lower case with hyphens. */
export const alsoWritten: Readonly<Record<string, Role>> = {
  hv: 'health-visitor',
  sw: 'social-worker',
  // The titles of the Families First Partnership: who leads Family Help may come from any agency; who leads protection is a social worker.
  fhlp: 'lead-practitioner',
  'family-help-lead-practitioner': 'lead-practitioner',
  lcpp: 'social-worker',
  'lead-child-protection-practitioner': 'social-worker',
  fsw: 'family-support-worker',
  tm: 'team-manager',
  paediatrician: 'consultant',
  'consultant-paediatrician': 'consultant',
  doctor: 'gp',
  'offender-manager': 'probation-practitioner',
  'probation-officer': 'probation-practitioner',
  secretary: 'medical-secretary',
  'chair-of-the-meeting': 'meeting-chair',
  paramedic: 'ambulance-clinician',
  'ed-clinician': 'emergency-clinician',
  officer: 'police-officer',
}

/** The role that a text names ("Health visitor", "team-manager"), or nothing. */
export const findRole = (text: string): Role | undefined => {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-')
  if (Object.hasOwn(roles, word)) return word as Role
  return Object.hasOwn(alsoWritten, word) ? alsoWritten[word] : undefined
}

/** The role as a page says it. */
export const roleInWords = (role: Role): string => roles[role].words

/** The service in which a role is held, for reaching whoever holds it. */
export const serviceOfRole = (role: Role): Service => roles[role].service
