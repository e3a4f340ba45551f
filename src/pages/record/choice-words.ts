import type { Kind } from '../../record/entry.ts'
import { capital } from '../capital.ts'

/** Words of choices that are not said by taking the hyphens out. */
const words: Readonly<Record<string, string>> = {
  'e-mail': 'E-mail',
  'after-a-miss': 'After a missed appointment',
  'first-contact': 'First contact',
  adaptation: 'Talk with a parent after a diagnosis',
  'in-hospital': 'The child was in hospital',
  clash: 'Two appointments clashed',
  ill: 'Somebody was ill',
  'old-address': 'The letter went to an old address',
  'short-notice': 'It was booked at short notice',
  'no-interpreter': 'There was no interpreter',
  'no-transport': 'There was no transport',
  'clinic-error': 'The clinic made a mistake',
  'dispute-upheld': 'The family disputes it, and is right',
  'caring-for-another': 'They were caring for somebody else',
  'not-asked': 'Nobody asked them',
  'not-located': 'Nobody could find them',
  'not-needed': 'Not needed',
  'not-wanted': 'Not wanted',
  advised: 'It was advised',
  asked: 'Somebody asked whether it was applied for',
  applied: 'It was applied for',
  refused: 'It was refused',
  disclosed: 'Something was disclosed',
  'nothing-to-disclose': 'There was nothing to disclose',
  'cancelled-by-family': 'The family calls off an appointment',
  'not-reached': 'Nobody is reached',
  'meeting-missed': 'A parent misses a meeting',
  'was-not-brought': 'The child is not brought',
  'section-47': 'Section 47 enquiry',
  'not-at-address': 'Not at the address',
  'not-overnight': 'Not there overnight',
  'not-with-child': 'Not with the child',
  'not-alone-with-child': 'Not alone with the child',
  'not-with-person': 'Keeps away from somebody',
  'lives-at-address': 'Lives at the address',
  attends: 'Attends a course, a test or a clinic',
  'goes-on': 'It goes on',
  unknown: 'Not known',
  multiple: 'More than one',
}

const ofKind: { readonly [K in Kind]?: Readonly<Record<string, string>> } = {
  attended: { yes: 'Yes', no: 'No, they came and could not be seen' },
  'conference-request-answered': { refused: 'Refused' },
  'consent-given': { sharing: 'Sharing information' },
  'consent-refused': { sharing: 'Sharing information' },
  'consent-withdrawn': { sharing: 'Sharing information' },
  condition: {
    concern: 'A concern',
    incident: 'An incident',
    referral: 'A referral',
    injury: 'An injury',
    admission: 'The child is admitted to hospital',
    'not-seen': 'A visit does not see the child',
    'did-not-attend': 'An adult does not come to a course, a test or a clinic',
    'at-address': 'Somebody is at an address',
    overnight: 'Somebody stays the night',
    together: 'Somebody is with the child, or with another person',
    intoxicated: 'Somebody has taken alcohol or drugs',
    'new-adult': 'Another adult moves in',
    'rule-not-kept': 'A rule of a plan or an order is not kept',
    visit: 'The child is seen',
  },
}

/** A word of a choice as a form says it. */
export const choiceInWords = (kind: Kind, word: string): string =>
  ofKind[kind]?.[word] ?? words[word] ?? capital(word.replaceAll('-', ' '))
