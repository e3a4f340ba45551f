import type { Kind } from '../../record/entry.ts'
import type { Picture } from '../../record/standing.ts'
import { instructionEntries, latestEntries, type Thing, type ThingSort, thingsOf } from './things.ts'

/** What a field may name, where its own name is not the sort of thing or names several. */
const sorts: Readonly<Record<string, readonly ThingSort[]>> = {
  meeting: ['meeting', 'conference', 'discussion'],
  'meeting-called.meeting': ['meeting'],
  'meeting-moved.meeting': ['meeting'],
  'meeting-cancelled.meeting': ['meeting'],
  'cancellation-asked.meeting': ['meeting'],
  'meeting-held.meeting': ['meeting'],
  'ground.decision': ['decision', 'discussion', 'conference'],
  'contact.about': ['appointment', 'referral', 'incident', 'diagnosis'],
  'letter-sent.about': ['appointment', 'meeting', 'conference'],
  appointment: ['appointment'],
  series: ['series'],
  referral: ['referral'],
  enquiry: ['enquiry'],
  discussion: ['discussion'],
  conference: ['conference'],
  assessment: ['assessment'],
  plan: ['plan'],
  agreedRule: ['agreedRule'],
  decision: ['decision'],
  condition: ['condition'],
  undertaking: ['undertaking'],
  question: ['question'],
  challenge: ['challenge'],
  result: ['result'],
  incident: ['incident'],
  ground: ['ground'],
  finding: ['finding'],
  diagnosis: ['diagnosis'],
  instruction: ['instruction'],
}

/** The fields with which a kind begins something: it may be one that is not on the record yet. */
const beginnings = {
  'series-started': 'series',
  'appointment-booked': 'appointment',
  'referral-made': 'referral',
  'enquiry-made': 'enquiry',
  'strategy-discussion': 'discussion',
  'assessment-opened': 'assessment',
  ground: 'ground',
  'plan-agreed': 'plan',
  'plan-started': 'plan',
  'agreed-rule': 'agreedRule',
  'meeting-called': 'meeting',
  'meeting-held': 'meeting',
  decision: 'decision',
  condition: 'condition',
  'undertaking-given': 'undertaking',
  'question-asked': 'question',
  'challenge-raised': 'challenge',
  diagnosis: 'diagnosis',
  instruction: 'instruction',
  'result-awaited': 'result',
  incident: 'incident',
  finding: 'finding',
} as const satisfies Partial<Record<Kind, string>>
const beginningOf: Partial<Record<Kind, string>> = beginnings

/** Kinds that begin something, and go on with what is open where there is one: a plan agreed and not yet written, a meeting called. */
const goesOn: ReadonlySet<Kind> = new Set<Kind>(['plan-started', 'meeting-held'])

/** Where the only open one is meant unless somebody says otherwise. */
const meansTheOpenOne: ReadonlySet<string> = new Set([
  'referral',
  'enquiry',
  'conference',
  'assessment',
  'plan',
  'agreedRule',
  'meeting',
  'condition',
  'undertaking',
  'question',
  'challenge',
  'result',
])
const meansNoOneInParticular: ReadonlySet<string> = new Set([
  'assessment-opened.referral',
  'ground.assessment',
  'ground.plan',
  'meeting-called.plan',
  'meeting-held.plan',
  'minutes-sent.meeting',
  'decision.meeting',
  'condition.meeting',
  'undertaking-given.meeting',
  'undertaking-carried-over.meeting',
])

/** Whether a field of a kind begins something, so that "a new one" is an answer. */
export const begins = (kind: Kind, field: string): boolean => beginningOf[kind] === field

const mostEntries = 12

/** What a field that names a thing offers: of the sorts that it may name, all that stands on the record; of `of`, the latest entries. */
export const offeredThings = (stands: Picture, kind: Kind, field: string): readonly Thing[] => {
  if (field === 'of') return latestEntries(stands, mostEntries)
  if (field === 'instructions' || field === 'instead') return instructionEntries(stands)
  const own = sorts[`${kind}.${field}`] ?? sorts[field]
  return own === undefined ? [] : thingsOf(stands, own)
}

/** The thing that a field means when nobody says which: the only one that is open; nothing when there are several or none. */
export const theOpenOne = (stands: Picture, kind: Kind, field: string): string | undefined => {
  const isAsked = begins(kind, field) ? goesOn.has(kind) : meansTheOpenOne.has(field)
  if (!isAsked || meansNoOneInParticular.has(`${kind}.${field}`)) return undefined
  const [one, ...others] = offeredThings(stands, kind, field).filter(({ isOpen }) => isOpen)
  return others.length === 0 ? one?.id : undefined
}
