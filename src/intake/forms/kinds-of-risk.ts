import { form } from './form-of-kind.ts'

/** Domestic abuse, missing children, findings, supervision: what people record beside worries and incidents. */
export const riskForms = {
  exploitation: form('Exploitation', 'adult', 'type', 'level', 'assumes'),
  'clares-law': form('Clare’s Law', 'person'),
  disclosure: form('A supervised person told of a child or partner', 'of'),
  dash: form('DASH done', 'level', 'score', 'judgement', 'person', 'incident'),
  marac: form('MARAC', 'person', 'adult'),
  'restriction-reviewed': form('What is kept from somebody, looked at again', 'person', 'reason'),
  'honour-risk': form('Honour-based risk, forced marriage, FGM', 'person', 'type'),
  'child-found': form('Missing child found', 'where'),
  'return-interview': form('Talk after going missing', 'reason'),
  finding: form('Finding that others must know', 'type', 'person', 'mustKnow'),
  'probation-begins': form('Supervision, release or registration begins', 'stage', 'order'),
} as const

/** What schools and nurseries record. */
export const schoolForms = {
  absence: form('Away from school or nursery', 'days', 'until', 'reason', 'authorised', 'missing'),
  withdrawal: form('Taken off the roll', 'why', 'next', 'consent'),
} as const
