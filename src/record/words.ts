import { isoDay } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import type { Entry, EntryOf, Kind } from './entry.ts'
import type { PersonId } from './field.ts'
import {
  agencies,
  and,
  children,
  clinic,
  listed,
  type Naming,
  plain,
  post,
  quoted,
  recipients,
  titled,
  was,
} from './wording.ts'
import { ofAdoption } from './words-of-adoption.ts'
import { agreedRuleSentences } from './words-of-agreed-rule.ts'
import { barrierSentences } from './words-of-barriers.ts'
import { careSentences } from './words-of-care.ts'
import { conditionSentences } from './words-of-condition.ts'
import { engagementSentences } from './words-of-engagement.ts'
import { groundSentences } from './words-of-ground.ts'
import { sentencesOfLaw } from './words-of-law.ts'
import { parentsPageSentences } from './words-of-parents-page.ts'
import { sentencesOfRisk } from './words-of-risk.ts'
import { thereInWords } from './words-of-there.ts'
import { toFamilySentences } from './words-of-to-family.ts'

/** How the kinds of one practice are said: a sentence without its day. Names come from the naming that is passed in. */
export type Sentences<K extends Kind = Kind> = { readonly [Each in K]: (entry: EntryOf<Each>, name: Naming) => string }

const incidents = {
  domestic: 'a domestic incident',
  injury: 'an injury',
  medical: 'an incident',
  other: 'an incident',
} as const
const lead = (entry: EntryOf<'lead-named' | 'lead-accepted' | 'lead-declined'>) => plain(entry.lead)

const steps: Record<EntryOf<'clares-law'>['step'], string> = {
  advised: 'Clare’s Law was advised',
  asked: 'it was asked whether Clare’s Law was applied for',
  applied: 'Clare’s Law was applied for',
  'not-wanted': 'Clare’s Law was not wanted',
  refused: 'a Clare’s Law disclosure was refused',
  disclosed: 'a Clare’s Law disclosure was made',
  'nothing-to-disclose': 'there was nothing to disclose under Clare’s Law',
}
const outcomes: Record<NonNullable<EntryOf<'strategy-discussion'>['outcome']>, string> = {
  conference: 'and decided on a conference',
  'section-47': 'and started a section 47 enquiry',
  'child-in-need': 'and decided on a child in need plan',
  'no-further-action': 'and decided on no further action',
  other: 'and recorded its decision',
}

/** One sentence a kind: what happened, without its day. Names come from the naming that is passed in, never from the entry's free words. */
const sentences: Sentences = {
  ...careSentences,
  ...sentencesOfRisk,
  ...sentencesOfLaw,
  ...engagementSentences,
  ...toFamilySentences,
  ...parentsPageSentences,
  person: (entry, name) => `${name(entry.person)} is on this record`,
  relationship: (entry, name) => `${name(entry.person)} is the ${plain(entry.is)} of ${name(entry.of)}`,
  'lives-at': (entry, name) => `${listed(entry.person.map(name))} lived at ${entry.address}`,
  'same-person': (entry, name) => `two names were found to be one person, ${name(entry.as)}`,
  'not-same-person': () => 'two names that were joined were parted again',
  'communication-need': (entry, name) => `the language or communication need of ${name(entry.person)} was recorded`,
  'ethnicity-and-faith': (entry, name) =>
    `ethnicity and faith of ${name(entry.person)} were recorded as the family says them`,
  advocate: (entry, name) => `an advocate speaks for ${name(entry.person)}`,
  death: (entry, name) => `${entry.person === undefined ? children(entry, name) : name(entry.person)} died`,
  'worker-starts': entry => `${post(entry)} started`,
  'worker-leaves': entry => `${post(entry)} left`,
  'worker-away': entry =>
    `${post(entry)} was away${entry.until === undefined ? '' : ` until ${dayInWords(entry.until)}`}`,
  cover: entry => `${post(entry)} took cover`,
  handover: entry => `${post(entry)} handed over`,
  'lead-named': entry => `a ${lead(entry)} was named`,
  'lead-accepted': entry => `the ${lead(entry)} accepted`,
  'lead-declined': entry => `the ${lead(entry)} declined`,
  supervision: () => 'the family was discussed in supervision',
  'allocation-reviewed': entry =>
    `the manager reviewed the family without a worker${entry.escalated ? ' and told the service manager' : ''}`,
  post: entry =>
    `the post of ${roleInWords(entry.role)} ${entry.practitioner === undefined ? 'was vacant' : `was held by ${entry.practitioner}`}`,
  'series-started': entry => `a series of appointments began${clinic(entry, 'with')}`,
  'series-importance': entry => `it was said how much a missed appointment matters${clinic(entry, 'with')}`,
  'appointment-booked': entry => `an appointment was booked${clinic(entry, 'with')} for ${dayInWords(entry.when.to)}`,
  'appointment-moved': entry =>
    `an appointment was moved${entry.movedBy === undefined ? '' : ` by the ${entry.movedBy}`} to ${dayInWords(entry.to.to)}`,
  'appointment-cancelled': entry =>
    `an appointment was ${entry.movedTo === undefined ? 'cancelled' : 'moved'}${entry.cancelledBy === 'other' ? '' : ` by the ${entry.cancelledBy}`}${clinic(entry, 'with')}`,
  attended: (entry, name) =>
    `${entry.person === undefined ? children(entry, name) : name(entry.person)} came to the appointment${clinic(entry, 'with')}`,
  'was-not-brought': (entry, name) => `${children(entry, name)} ${was(entry.child)} not brought${clinic(entry, 'to')}`,
  'did-not-attend': (entry, name) =>
    `${entry.person === undefined ? children(entry, name) : name(entry.person)} did not attend${clinic(entry, 'at')}`,
  'outcome-not-known': entry =>
    `what became of an appointment${clinic(entry, 'with')} is not known: the system of ${agencyInWords(entry.by)} says ${quoted(entry.code).trim()}`,
  'appointment-excused': entry => `a missed appointment does not count (${plain(entry.because)})`,
  ...barrierSentences,
  'notes-reviewed': () => 'the consultant reviewed the notes',
  'letter-sent': (entry, name) => `a letter was sent to ${recipients(entry.to, name)}`,
  contact: (entry, name) => contact(entry, name),
  'child-voice': (entry, name) =>
    `${entry.observed ? 'a day was observed as the child lives it' : `${children(entry, name)} said something in their own words`}`,
  reply: (entry, name) => `${name(entry.person)} replied`,
  concern: (entry, name) =>
    `somebody was worried about ${children(entry, name)}${entry.harm ? ', with cause to suspect significant harm' : ''}`,
  incident: (entry, name) =>
    entry.type === 'missing' ? `${children(entry, name)} went missing` : `there was ${incidents[entry.type]}`,
  exploitation: (entry, name) =>
    `exploitation of ${name(entry.person)}: ${plain(entry.state)}${and(entry.level, ', ')}`,
  'clares-law': entry => steps[entry.step],
  disclosure: (entry, name) => `${name(entry.person)} told of a child or partner`,
  'referral-made': entry => `a referral was made to ${agencyInWords(entry.to)}`,
  'referral-received': () => 'a referral arrived',
  'referral-acknowledged': () => 'a referral was acknowledged',
  'referral-decided': () => 'a referral was decided',
  'referral-answered': () => 'the referrer was told the decision',
  'referral-chased': () => 'the referrer asked what became of it',
  'referral-accepted': () => 'a referral was accepted',
  'referral-declined': () => 'a referral was declined',
  'enquiry-made': entry => `${agencyInWords(entry.by)} asked ${agencyInWords(entry.to)} whether a person is known`,
  'enquiry-answered': () => 'the enquiry was answered',
  'threshold-reviewed': entry => `the team manager reviewed plan and threshold: ${plain(entry.decision)}`,
  'strategy-discussion': entry =>
    `a strategy discussion was held${entry.outcome === undefined ? '' : ` ${outcomes[entry.outcome]}`}`,
  'section47-started': () => 'a section 47 enquiry started',
  'section47-concluded': entry => `a section 47 enquiry ended (${plain(entry.outcome)})`,
  'conference-asked-for': entry => `${agencyInWords(entry.by)} asked for a conference`,
  'conference-request-answered': entry => `the request for a conference was ${entry.answer}`,
  'conference-passed-on': () => 'the decision was passed to the conference unit',
  'conference-booked': entry =>
    `the conference was booked${entry.provisional ? ' provisionally' : ''} for ${dayInWords(entry.when)}`,
  'conference-delay-agreed': () => 'a delay of the conference was agreed',
  'conference-held': entry =>
    `a child protection conference was held${entry.quorate === false ? ', without enough agencies' : ''}`,
  'conference-not-needed': () => 'it was decided not to hold the conference',
  'safety-plan': () => 'an interim safety plan was made',
  'assessment-opened': entry => `${entry.type === undefined ? 'an' : `a ${plain(entry.type)}`} assessment was opened`,
  'person-covered': (entry, name) => `${name(entry.person)} in the assessment: ${plain(entry.status)}`,
  ...groundSentences,
  'medicine-not-collected': entry => `a medicine was not collected${and(entry.medicine)}`,
  'analysis-updated': () => 'the analysis was brought up to date',
  'assessment-finished': () => 'an assessment was finished',
  'graded-care-profile': entry => `the Graded Care Profile was ${entry.done ? 'done' : 'considered and not done'}`,
  'medical-neglect-review': () => 'the five factors of medical neglect were reviewed',
  'plan-agreed': entry => `a ${plain(entry.type)} plan was agreed`,
  'plan-started': entry => `a ${plain(entry.type)} plan was written`,
  'plan-member': entry =>
    `${agencyInWords(entry.agency)} ${entry.answer === 'declined' ? 'declined to join' : 'joined'} the plan`,
  'plan-updated': () => 'the plan was brought up to date',
  'plan-ended': () => 'the plan was ended, or its end proposed',
  'consent-given': entry => `consent was given (${plain(entry.to)})`,
  'consent-refused': entry => `help was refused (${plain(entry.to)})`,
  'consent-withdrawn': entry => `consent was taken back (${plain(entry.to)})`,
  'refusal-decided': entry => `it was decided what the refusal means (${plain(entry.decision)})`,
  'came-into-care': (entry, name) => `${children(entry, name)} came into care`,
  'placed-elsewhere': (entry, name) => `${children(entry, name)} ${was(entry.child)} placed with somebody else`,
  adopted: (entry, name) => `${children(entry, name)} ${was(entry.child)} adopted`,
  ...agreedRuleSentences,
  'meeting-called': entry => `${meeting(entry.type)} was called for ${dayInWords(entry.when)}`,
  'invitation-sent': entry => `an invitation went to ${agencies(entry.to)}`,
  'invitation-bounced': entry => `the invitation to ${agencies(entry.to)} came back`,
  'invitation-acknowledged': entry => `${agencies(entry.to ?? [entry.by])} had the invitation`,
  'report-filed': entry => `${agencyInWords(entry.reporter ?? entry.by)} handed in a report`,
  'cancellation-asked': () => 'a parent asked to cancel the meeting',
  'meeting-moved': entry => `the meeting was moved to ${dayInWords(entry.to)}`,
  'meeting-cancelled': () => 'the meeting was cancelled',
  'meeting-held': entry => `${meeting(entry.type)} was held`,
  'minutes-sent': entry => `minutes were sent${entry.to === undefined ? '' : ` to ${agencies(entry.to)}`}`,
  decision: entry =>
    `a decision was made${entry.decides === undefined || entry.decides === 'other' ? '' : ` (${plain(entry.decides)})`}`,
  ...conditionSentences,
  'undertaking-given': entry => `${agencyInWords(entry.agency ?? entry.by)} took something on${and(entry.about)}`,
  'undertaking-accepted': () => 'it was accepted',
  'undertaking-declined': () => 'it was declined',
  'undertaking-carried-over': () => 'it was carried over',
  'undertaking-kept': () => 'what was taken on was done',
  'done-elsewhere': entry => `it was done, and is recorded in ${entry.where}`,
  'set-aside': () => 'it was set aside, with a reason',
  'question-asked': entry => `a parent asked${quoted(entry.text) || ' a question'}`,
  'question-answered': entry => `the question was answered${entry.understood === false ? ', and not understood' : ''}`,
  'challenge-raised': entry =>
    `${agencyInWords(entry.by)} challenged ${agencyInWords(entry.to)}${and(entry.about, ' about ')}${and(entry.wants, ', and wants ')}`,
  'challenge-answered': entry => `the challenge was answered${entry.settled === false ? ', and not settled' : ''}`,
  diagnosis: () => 'a diagnosis was given',
  instruction: entry => `${agencyInWords(entry.by)} said how to give ${entry.medicine} (${entry.dose})`,
  'instruction-conflict': entry => `two instructions for ${entry.medicine} differ`,
  'instruction-settled': entry => `one instruction for ${entry.medicine} was settled`,
  'medicines-agreed': () => 'one list of all medicines was agreed',
  'sick-day-plan': (entry, name) => `a sick-day plan was agreed for ${children(entry, name)}`,
  'result-awaited': entry => `${entry.test ?? 'an investigation'} was done, and its result is awaited`,
  'result-told': entry =>
    `a parent was told the result${entry.understood === false ? ', and did not understand it' : ''}`,
  admission: (entry, name) =>
    `${entry.person === undefined ? children(entry, name) : name(entry.person)} ${was(entry.person === undefined ? entry.child : undefined)} admitted to hospital`,
  discharge: (entry, name) =>
    `${entry.person === undefined ? children(entry, name) : name(entry.person)} ${was(entry.person === undefined ? entry.child : undefined)} discharged from hospital${and(entry.address, ' to ')}`,
  'address-checked': entry =>
    `an address was checked${entry.adults ? ', and the adults there' : ', not the adults there'}`,
  pregnancy: (entry, name) => `the pregnancy of ${name(entry.mother)} was known`,
  'antenatal-booking': () => 'the antenatal booking took place',
  'pregnancy-ended': () => 'a pregnancy ended',
  birth: (entry, name) =>
    `${entry.baby === undefined && entry.unborn === undefined ? 'a child' : name((entry.baby ?? entry.unborn) as PersonId)} was born`,
  told: (entry, name) => `${recipients(entry.to, name)} ${entry.to.length > 1 ? 'were' : 'was'} told`,
  delivered: (entry, name) => `it reached ${recipients(entry.to, name)}`,
  bounced: (entry, name) => `it did not reach ${recipients(entry.to, name)}`,
  opened: (entry, name) => `${recipients(entry.to, name)} opened it`,
  acknowledged: (entry, name) => `${recipients(entry.to, name)} said that they have it`,
  'set-apart': () => 'an entry was set apart',
  'set-apart-undone': () => 'an entry was put back',
  'taken-over': (entry, name) => `entries about ${name(entry.person)} were taken over from another record`,
  'taken-over-undone': (entry, name) => `entries about ${name(entry.person)} in another record are no longer read here`,
  'known-elsewhere': (entry, name) => `another record holds a fact about ${name(entry.person)} (${plain(entry.fact)})`,
  ...ofAdoption,
}

const contact = (entry: EntryOf<'contact'>, name: Naming): string => {
  const whom = entry.with === undefined ? 'the family' : listed(entry.with.map(name))
  if (entry.reached === false) return `an attempt to reach ${whom} reached nobody`
  if (entry.seen !== undefined)
    return `${listed(entry.seen.map(name))} ${was(entry.seen)} seen${entry.where === undefined ? '' : ` at ${entry.where === 'hospital' ? 'the hospital' : entry.where}`}`
  return `${agencyInWords(entry.by)} was in touch with ${whom}`
}

const meetings: Record<NonNullable<EntryOf<'meeting-held'>['type']>, string> = {
  'child-in-need': 'a child in need meeting',
  'core-group': 'a core group',
  conference: 'a conference',
  professionals: 'a meeting of professionals',
  discharge: 'a discharge planning meeting',
  'team-around-the-family': 'a team around the family meeting',
  'looked-after-review': 'a review of a looked-after child',
  other: 'a meeting',
}
const meeting = (type: EntryOf<'meeting-held'>['type']): string => meetings[type ?? 'other']

/** What an entry says happened, as part of a sentence, without its day: "maya was not brought to the eye clinic". */
export const entryInWords = (entry: Entry, name: Naming): string => {
  const said = (sentences[entry.kind] as (one: Entry, naming: Naming) => string)(entry, name)
  const { kind } = entry
  return kind === 'contact' || kind === 'concern' || kind === 'incident' ? said + thereInWords(entry, name) : said
}

const about = (entry: Entry): string =>
  entry.from === entry.day
    ? dayInWords(entry.day)
    : `some day from ${dayInWords(entry.from)} to ${dayInWords(entry.day)}`

/** The same as the reason for a duty: what happened, on which day, and who wrote it. */
export const reasonInWords = (entry: Entry, name: Naming): string =>
  `${entryInWords(entry, name)} on ${about(entry)} (recorded by ${agencyInWords(entry.by)})`

/** "Because …": the sentence that every duty shows, made for a reader when it is shown (duties.md 7.0, 14). */
export const becauseInWords = (entries: readonly Entry[], name: Naming): string =>
  `Because ${listed(entries.map(entry => reasonInWords(entry, name)))}.`

/** A heading for an entry in a chronology. */
export const headingOf = (entry: Entry, name: Naming): string => titled(entryInWords(entry, name))

/** The days of an entry, for a machine: one day, or the first and last day that it may be. */
export const isoDays = (entry: Entry): string =>
  entry.from === entry.day ? isoDay(entry.day) : `${isoDay(entry.from)}..${isoDay(entry.day)}`
