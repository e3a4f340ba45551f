import { agencyInWords } from '../people/service.ts'
import type { EntryOf } from './entry.ts'
import { and, children, type Naming, plain, quoted, was } from './wording.ts'

type Kinds =
  | 'dash'
  | 'marac'
  | 'restriction-reviewed'
  | 'honour-risk'
  | 'child-found'
  | 'return-interview'
  | 'finding'
  | 'probation-begins'
  | 'absence'
  | 'withdrawal'
  | 'private-fostering'
  | 'contact-details'
  | 'referral-withdrawn'
  | 'housing-need'

const stages: Record<NonNullable<EntryOf<'probation-begins'>['stage']>, string> = {
  'pre-sentence-report': 'a pre-sentence report was begun on',
  supervision: 'probation began to supervise',
  released: 'prison released',
  registered: 'the police began to manage as a registered offender',
}

const maracs: Record<EntryOf<'marac'>['step'], string> = {
  referred: 'MARAC was asked to hear the case',
  'not-accepted': 'MARAC did not accept the case',
  heard: 'MARAC heard the case',
}

/** How domestic abuse, missing children, findings, school and where a child lives are said. */
export const sentencesOfRisk: { readonly [K in Kinds]: (entry: EntryOf<K>, name: Naming) => string } = {
  dash: entry => `a DASH was done${and(entry.level, ', level ')}`,
  marac: entry => maracs[entry.step],
  'restriction-reviewed': entry => `it was looked at again what must be kept from somebody (${entry.answer})`,
  'honour-risk': (entry, name) =>
    `a risk of ${entry.type === undefined || entry.type === 'not-known' ? 'honour-based abuse' : plain(entry.type)} to ${entry.person === undefined ? children(entry, name) : name(entry.person)} was recorded`,
  'child-found': (entry, name) => `${children(entry, name)} ${was(entry.child)} found, or came back`,
  'return-interview': (entry, name) =>
    `a return interview with ${children(entry, name)} was ${entry.held ? 'held' : 'not held'}`,
  finding: entry => `${agencyInWords(entry.by)} found something (${plain(entry.type ?? 'other')})`,
  'probation-begins': (entry, name) => `${stages[entry.stage ?? 'supervision']} ${name(entry.person)}`,
  absence: (entry, name) =>
    `${children(entry, name)} ${was(entry.child)} away from ${agencyInWords(entry.by)}${entry.days === undefined ? '' : ` for ${entry.days} days`}${quoted(entry.reason)}`,
  withdrawal: (entry, name) =>
    `${children(entry, name)} ${was(entry.child)} taken off the roll, or the parents said that they will${entry.why === undefined ? '' : ` (${plain(entry.why)})`}`,
  'private-fostering': (entry, name) =>
    `${children(entry, name)} lived with ${entry.with === undefined ? 'somebody who is no close relative' : name(entry.with)}`,
  'contact-details': (entry, name) => `${agencyInWords(entry.by)} wrote how to reach ${name(entry.person)}`,
  'referral-withdrawn': () => 'a referral was taken back, or not sent',
  'housing-need': () => 'the housing service was told that the family needs somewhere to live',
}
