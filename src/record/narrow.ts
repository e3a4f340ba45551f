import { addDays, type Day } from '../calendar/day.ts'
import type { Entry, Kind } from './entry.ts'
import type { PersonId } from './field.ts'

/** What answers what: an entry of these kinds shows that the other had happened by then. */
const answeredBy: Partial<Record<Kind, readonly Kind[]>> = {
  'challenge-raised': ['challenge-answered'],
  'question-asked': ['question-answered'],
  'result-awaited': ['result-back', 'result-read', 'result-told'],
  'lead-named': ['lead-accepted', 'lead-declined'],
  'consent-refused': ['refusal-decided'],
  'consent-withdrawn': ['refusal-decided'],
  'barrier-reported': ['help-arranged'],
  distrust: ['trust-plan'],
  'miss-disputed': ['dispute-decided'],
  concern: ['strategy-discussion', 'referral-made', 'threshold-reviewed'],
  incident: [
    'referral-made',
    'strategy-discussion',
    'analysis-updated',
    'contact',
    'dash',
    'marac',
    'child-found',
    'return-interview',
  ],
  dash: ['marac'],
  exploitation: ['strategy-discussion'],
  'honour-risk': ['strategy-discussion', 'referral-made'],
  finding: ['strategy-discussion', 'told', 'delivered'],
  absence: ['contact'],
  withdrawal: ['strategy-discussion', 'threshold-reviewed', 'contact'],
  'private-fostering': ['address-checked', 'assessment-opened', 'contact'],
  'probation-begins': ['enquiry-made'],
  'referral-made': [
    'referral-received',
    'referral-acknowledged',
    'referral-decided',
    'referral-answered',
    'referral-accepted',
    'referral-declined',
  ],
  'enquiry-made': ['enquiry-answered'],
  'invitation-sent': ['invitation-acknowledged', 'invitation-bounced', 'meeting-held'],
  'meeting-called': ['invitation-sent', 'meeting-held'],
  'meeting-held': ['minutes-sent'],
  'strategy-discussion': ['minutes-sent', 'conference-passed-on', 'section47-concluded'],
  'was-not-brought': ['contact', 'notes-reviewed', 'letter-sent', 'told'],
  'undertaking-given': ['undertaking-accepted', 'undertaking-declined', 'undertaking-kept'],
  'assessment-opened': ['assessment-finished'],
  'worker-leaves': ['cover', 'handover'],
  pregnancy: ['antenatal-booking', 'birth'],
  diagnosis: ['contact'],
  discharge: ['address-checked', 'contact', 'illness-reviewed', 'told'],
  injury: ['injury-opinion', 'strategy-discussion', 'referral-made', 'section47-started'],
  'urgent-attendance': ['told', 'illness-reviewed', 'contact'],
  'advice-given': ['advice-reviewed'],
  'medicine-belief': ['medicine-belief'],
  'letter-returned': ['letter-sent'],
  'registration-ended': ['registered'],
  'adult-health': ['storage-seen', 'told', 'referral-made'],
  'legal-advice': ['legal-step', 'family-group-meeting'],
  'worried-about-case': ['supervision'],
  'moves-area': ['responsibility-accepted'],
  'view-given': ['views-weighed'],
}

const thingFields = [
  'challenge',
  'question',
  'result',
  'lead',
  'referral',
  'enquiry',
  'meeting',
  'discussion',
  'appointment',
  'undertaking',
  'assessment',
  'incident',
  'step',
  'about',
  'injury',
  'advice',
] as const

type Fields = Readonly<Record<string, unknown>>

/** Two entries that both name a thing of one sort speak of one only if it is the same; those that name none are taken together. */
const ofOneThing = (one: Fields, other: Fields): boolean =>
  thingFields.every(field => one[field] === undefined || other[field] === undefined || one[field] === other[field])

const ofOneChild = (one: readonly PersonId[] | undefined, other: readonly PersonId[] | undefined): boolean =>
  one === undefined || other === undefined || one.some(child => other.includes(child))

/** A visit that found nobody in says nothing of what had happened by then; it answers only what it was made for. */
const isNoWord = (question: Entry, answer: Entry): boolean =>
  answer.kind === 'contact' && answer.reached === false && question.kind === 'withdrawal'

const answers = (question: Entry, answer: Entry): boolean =>
  !isNoWord(question, answer) &&
  answer.day >= question.from &&
  answer.day < question.day &&
  (answeredBy[question.kind] ?? []).includes(answer.kind) &&
  ofOneThing(question as unknown as Fields, answer as unknown as Fields) &&
  ofOneChild(question.child, answer.child)

/** The last day on which an entry of "about" days may have happened, given that its own answer came within them. */
const lastDayOf = (entry: Entry, byDay: ReadonlyMap<Day, readonly Entry[]>): Day => {
  for (let day = entry.from; day < entry.day; day = addDays(day, 1))
    if (byDay.get(day)?.some(other => answers(entry, other))) return day
  return entry.day
}

/**
 * Entries whose day is only "about" cannot have happened after what answers them: their last day is drawn in to that.
 * So nothing is called late that may have been in time (docs/entries.md, "Days"). Records without "about" pass through.
 */
export const narrowed = (entries: readonly Entry[]): readonly Entry[] => {
  if (!entries.some(entry => entry.from !== entry.day)) return entries
  const byDay = Map.groupBy(entries, entry => entry.day)
  return entries.map(entry => {
    const day = entry.from === entry.day || answeredBy[entry.kind] === undefined ? entry.day : lastDayOf(entry, byDay)
    return day === entry.day ? entry : ({ ...entry, day } as Entry)
  })
}
