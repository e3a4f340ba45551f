import { agencyInWords, serviceOfAgency } from '../people/service.ts'
import type { EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { and, children, clinic, plain, was } from './wording.ts'
import type { Sentences } from './words.ts'

const perplexingSteps: Record<EntryOf<'perplexing-presentation'>['step'], string> = {
  noticed: 'what is reported of the illness and what is found did not agree',
  suspected: 'fabricated or induced illness was suspected',
  chronology: 'a chronology of all health care was made',
  'health-view': 'one view of the child’s health was agreed',
  plan: 'a plan for health and education was agreed',
  'not-so': 'what did not agree was explained',
}

const attended: Record<NonNullable<EntryOf<'urgent-attendance'>['outcome']>, string> = {
  'sent-home': ' and sent home',
  admitted: ' and admitted',
  'left-before-seen': ' and left before being seen',
  other: '',
}

const beliefs: Record<NonNullable<EntryOf<'medicine-belief'>['state']>, string> = {
  believed: 'somebody believed that a medicine was not given',
  'borne-out': 'evidence bore out that a medicine was not given',
  'not-borne-out': 'evidence did not bear out that a medicine was not given',
}

/** An allergy in words: to what, and how sure it is. */
export const allergy = ({ substance, state = 'known', reaction }: EntryOf<'allergy'>): string => {
  if (state === 'none-known') return 'no allergy is known'
  const what = `an allergy${and(substance, ' to ')}`
  if (state === 'ruled-out') return `${what} was ruled out`
  return `${what} is ${state}${and(reaction)}`
}

const injuryTold = (entry: EntryOf<'injury'>): string =>
  entry.explained === 'no'
    ? ', not explained'
    : entry.explained === 'unclear'
      ? ', not clearly explained'
      : entry.explanation === undefined
        ? ', with no explanation recorded'
        : ''

const register = (entry: EntryOf<'registered' | 'registration-ended'>): string => {
  const agency = entry.agency ?? entry.by
  return entry.with === undefined || entry.with === 'other' || entry.with === serviceOfAgency(agency)
    ? agencyInWords(agency)
    : `the ${plain(entry.with)}`
}

const patient = (entry: EntryOf<'registered' | 'registration-ended'>, name: (id: PersonId) => string): string =>
  entry.person === undefined ? children(entry, name) : name(entry.person)

/** How injuries, urgent care, barriers, lists, and the health of adults are said. */
export const careSentences = {
  injury: (entry, name) => {
    const what = [entry.what, entry.where].filter(words => words !== undefined).join('; ')
    return `an injury or mark${what === '' ? '' : ` (${what})`} was seen on ${children(entry, name)}${injuryTold(entry)}`
  },
  'injury-opinion': entry =>
    `a paediatrician gave an opinion on an injury${entry.fits === undefined ? '' : entry.fits === 'yes' ? ': the explanation fits' : entry.fits === 'no' ? ': the explanation does not fit' : ': it is unclear'}`,
  'perplexing-presentation': entry => perplexingSteps[entry.step],
  'adult-health': (entry, name) =>
    `the health of ${entry.person === undefined ? 'an adult' : name(entry.person)} was recorded as it touches a child (${plain(entry.about)}${entry.storedAtHome ? ', with medicine kept at home' : ''})`,
  'storage-seen': entry => `somebody saw how medicines are kept at home${entry.safe ? ': safely' : ': not safely'}`,
  'urgent-attendance': (entry, name) =>
    `${children(entry, name)} ${was(entry.child)} brought to urgent care${and(entry.condition, ' for ')}${attended[entry.outcome ?? 'other']}`,
  'advice-given': entry =>
    `a parent rang for advice${entry.contrary ? ' and was told something else than the plan says' : ''}`,
  'advice-reviewed': entry =>
    `a senior clinician reviewed the advice${entry.parentRung ? ', and the parent was rung back' : ''}`,
  'illness-reviewed': entry => `a long-term illness was reviewed${and(entry.condition)}`,
  'medicine-belief': entry => `${beliefs[entry.state ?? 'believed']}${and(entry.medicine)}`,
  allergy,
  'medicine-stopped': entry => `${agencyInWords(entry.by)} said to stop ${entry.medicine}`,
  'sick-day-plan-said-back': (entry, name) =>
    `${entry.person === undefined ? 'a parent' : name(entry.person)} said back the plan for when ${children(entry, name)} ${(entry.child ?? []).length > 1 ? 'are' : 'is'} ill${entry.understood ? '' : ', and it was not clear yet'}`,
  'result-back': () => 'the result came back',
  'result-read': entry => `a clinician read the result${and(entry.means)}`,
  'ward-observation': entry =>
    `ward staff noted ${entry.is === 'opinion' ? 'a view' : 'something'}${entry.about === undefined || entry.about === 'other' ? '' : ` about ${plain(entry.about)}`}`,
  'discharge-planned': () => 'going home from hospital was planned',
  'discharge-checked': entry =>
    `the discharge checklist was gone through${entry.missing === undefined ? '' : ', and something is missing'}`,
  'routine-check': entry => `a ${plain(entry.check)} was ${entry.outcome}`,
  'letter-returned': () => 'a letter came back',
  'copy-decided': (entry, name) =>
    entry.answer === 'send'
      ? `it was decided that ${name(entry.person)} gets a copy of the letter`
      : `it was decided that ${name(entry.person)} gets no copy of the letter${and(entry.because && plain(entry.because), ' (')}${entry.because === undefined ? '' : ')'}`,
  'harm-wording': entry => `what a missed appointment may do was written${clinic(entry, 'for')}`,
  registered: (entry, name) => `${patient(entry, name)} came onto the list of ${register(entry)}`,
  'registration-ended': (entry, name) => `${patient(entry, name)} was taken off the list of ${register(entry)}`,
} satisfies Partial<Sentences>
