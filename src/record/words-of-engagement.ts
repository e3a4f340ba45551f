import { agencyInWords } from '../people/service.ts'
import type { EntryOf } from './entry.ts'
import { agencies, and, type Naming } from './wording.ts'
import type { Sentences } from './words.ts'

const who = (person: EntryOf<'strength'>['person'], name: Naming): string =>
  person === undefined ? 'the family' : name(person)

const answers: Record<NonNullable<EntryOf<'help-offered'>['answer']>, string> = {
  accepted: ', and accepted',
  declined: ', and not wanted',
  'not-yet': '',
}

const records: Record<NonNullable<EntryOf<'childhood-records'>['answer']>, string> = {
  obtained: 'were obtained',
  none: 'were asked for, and there are none',
  refused: 'were refused',
  asked: 'were asked for',
}

/** How trust, help, views and the sharing of information are said. */
export const engagementSentences = {
  'family-view': (entry, name) => `${who(entry.person, name)} said how they see it`,
  strength: (entry, name) => `something that goes well was written down of ${who(entry.person, name)}`,
  'not-forthcoming': (entry, name) =>
    `${who(entry.person, name)} avoided a question, declined to answer or was vague${and(entry.about, ', about ')}`,
  distrust: (entry, name) =>
    `${who(entry.person, name)} did not trust ${agencyInWords(entry.agency ?? entry.by)}, or got on badly with it`,
  'trust-plan': () => 'it was agreed how trust is to be won',
  'engagement-reviewed': () =>
    'it was thought over why family and services do not meet, and what it does to each child',
  'help-offered': (entry, name) =>
    `${entry.navigator ? 'somebody who goes along to appointments' : 'help'} was offered to ${who(entry.person, name)}${answers[entry.answer ?? 'not-yet']}`,
  'service-ends': entry =>
    `${agencyInWords(entry.agency ?? entry.by)} ${entry.until === undefined ? 'ended' : 'paused'} its work with the family`,
  'continuity-reviewed': () => 'it was reviewed how often the worker changed',
  'lead-skills': entry => `the lead ${entry.match ? 'has' : 'lacks some of'} the skills that the child needs`,
  'assessment-prompts': () => 'the questions that every assessment asks were answered or noted as not known',
  'assessment-contribution': entry =>
    `${agencyInWords(entry.agency ?? entry.by)} ${entry.nothing ? 'had nothing to contribute' : 'contributed'} to the assessment`,
  'childhood-records': (entry, name) =>
    `the records of ${name(entry.person)}’s own childhood ${records[entry.answer ?? 'obtained']}`,
  'sharing-decided': entry =>
    `${agencyInWords(entry.by)} decided ${entry.answer === 'shared' ? 'to share information' : 'not to share information'}${entry.with === undefined ? '' : ` with ${agencies(entry.with)}`}`,
  'not-told': (entry, name) => `it was decided not to tell ${who(entry.person, name)}, because it is not safe`,
} satisfies Sentences<
  | 'family-view'
  | 'strength'
  | 'not-forthcoming'
  | 'distrust'
  | 'trust-plan'
  | 'engagement-reviewed'
  | 'help-offered'
  | 'service-ends'
  | 'continuity-reviewed'
  | 'lead-skills'
  | 'assessment-prompts'
  | 'assessment-contribution'
  | 'childhood-records'
  | 'sharing-decided'
  | 'not-told'
>
