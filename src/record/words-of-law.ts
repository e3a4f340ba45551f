import { dayInWords } from '../calendar/words.ts'
import { agencyInWords } from '../people/service.ts'
import type { EntryOf } from './entry.ts'
import type { lawKinds } from './law.ts'
import type { learningKinds } from './learning.ts'
import type { viewKinds } from './view.ts'
import { and, children, listed, plain, was } from './wording.ts'
import type { Sentences } from './words.ts'

type OfLaw = keyof typeof lawKinds | keyof typeof viewKinds | keyof typeof learningKinds

const steps: Record<EntryOf<'legal-step'>['step'], string> = {
  'legal-planning-meeting': 'a legal planning meeting',
  'letter-before-proceedings': 'a letter before proceedings',
  'pre-proceedings-meeting': 'a meeting before proceedings',
  proceedings: 'care proceedings',
  'police-protection': 'police protection',
  'emergency-protection-order': 'an emergency protection order',
  'interim-care-order': 'an interim care order',
  'care-order': 'a care order',
  'supervision-order': 'a supervision order',
  other: 'a legal step',
}
const became = { taken: 'was taken', 'not-taken': 'was decided against', ended: 'ended' } as const

const stepInWords = ({ step, state, until }: EntryOf<'legal-step'>): string =>
  `the step “${steps[step]}” ${became[state ?? 'taken']}${until === undefined ? '' : `, until ${dayInWords(until)}`}`

const bodies: Record<EntryOf<'death-notified'>['to'][number], string> = {
  'child-death-review': 'the child death review',
  'joint-agency-response': 'the joint agency response',
  coroner: 'the coroner',
  'national-panel': 'the national Panel',
  other: 'those who must know',
}
const answers: Record<EntryOf<'view-given'>['answer'], string> = {
  agree: 'agreed',
  disagree: 'disagreed',
  'concern-not-addressed': 'said that a concern was not addressed',
}

const viewInWords = ({ agency, by, answer, differsFrom }: EntryOf<'view-given'>): string =>
  `${agencyInWords(agency ?? by)} ${answers[answer]}${differsFrom === undefined ? '' : `, and differs from ${agencyInWords(differsFrom)}`}`

/** How the entries about law, care, views and learning are said. */
export const sentencesOfLaw = {
  'legal-advice': entry => `${steps[entry.step]} was advised or decided on`,
  'legal-step': stepInWords,
  'family-group-meeting': entry =>
    entry.state === 'not-in-interest'
      ? 'a family group decision-making meeting was found not to be in the child’s interest'
      : `a family group decision-making meeting was ${entry.state ?? 'offered'}`,
  'health-assessment': (entry, name) => `the health of ${children(entry, name)} was assessed`,
  'left-care': (entry, name) => `${children(entry, name)} ${was(entry.child)} no longer looked after`,
  'moves-area': (entry, name) =>
    entry.assessedOnly
      ? `an assessment was made in another area${and(entry.area, ', ')}`
      : `${entry.person === undefined ? children(entry, name) : name(entry.person)} moved to another area${and(entry.area, ', ')}`,
  'responsibility-accepted': entry => `${agencyInWords(entry.agency ?? entry.by)} accepted the case`,
  'worried-about-case': entry => `somebody of ${agencyInWords(entry.by)} said that they are worried about this case`,
  'view-given': viewInWords,
  'views-weighed': () => 'it was written how the views that differ were weighed',
  'challenge-closed': () => 'a challenge was closed, with what changed for the child',
  'plan-explained': (entry, name) =>
    `${entry.person === undefined ? 'a parent' : name(entry.person)} was given the plan in plain words${entry.understood === false ? ' and did not understand it' : ''}`,
  'death-notified': entry =>
    `${listed(entry.to.map(to => bodies[to]))} ${entry.to.length > 1 ? 'were' : 'was'} notified`,
  'family-contact-named': entry => `a contact for the family was named${and(entry.practitioner, ', ')}`,
  'rapid-review': () => 'the rapid review was sent to the national Panel',
  'review-opened': () => 'a safeguarding practice review was opened',
  recommendation: () => 'a review made a recommendation',
  'recommendation-kept': () => 'a recommendation is in practice',
  'practice-audited': entry =>
    `it was looked at again whether a recommendation is in practice${entry.inPractice === false ? ', and it is not' : ''}`,
  training: entry =>
    `${entry.practitioner} took part in training${entry.topics === undefined ? '' : ` on ${listed(entry.topics.map(plain))}`}`,
  'quarterly-return': entry =>
    `${agencyInWords(entry.agency ?? entry.by)} handed in its quarterly return on supervision`,
} as const satisfies Sentences<OfLaw>
