import type { Kind } from '../../record/entry.ts'

/** What the forms of injuries, urgent care, barriers, lists and the health of adults ask. */
export const careQuestions = {
  injury: {
    injury: 'Is it an injury that is on the record already?',
    what: 'What was seen?',
    where: 'Where on the body?',
    mobile: 'Can the child move about alone?',
    explanation: 'How is it said to have come about?',
    explainedBy: 'Who gave that explanation?',
    explained: 'Does the explanation fit?',
    judgedBy: 'Who judged whether it fits?',
    seenByDoctor: 'Has a doctor looked at it?',
  },
  'injury-opinion': {
    injury: 'Which injuries?',
    fits: 'Does the explanation fit what was seen?',
    person: 'Which child has it?',
  },
  'perplexing-presentation': { step: 'What was noticed or done?', person: 'Which child has it?' },
  'adult-health': {
    person: 'Which adult?',
    about: 'What is it about?',
    storedAtHome: 'Is a medicine kept at home that could kill a small child?',
  },
  'storage-seen': { safe: 'Are they locked away and out of reach?', what: 'What is kept there, and how?' },
  'urgent-attendance': {
    agency: 'Where?',
    condition: 'What was it for?',
    emergency: 'Was it severe or life-threatening?',
    outcome: 'What followed?',
  },
  'advice-given': {
    advice: 'Is it advice that is on the record already?',
    said: 'What was advised?',
    contrary: 'Does it differ from the plan that the parent has?',
  },
  'advice-reviewed': { advice: 'Which advice?', parentRung: 'Was the parent rung back?' },
  'illness-reviewed': { condition: 'Which illness?', next: 'When is the next review due?' },
  'medicine-belief': { state: 'Is it believed, or borne out by evidence?', evidence: 'Which evidence?' },
  'ward-observation': {
    about: 'What is it about?',
    is: 'Is it a fact or an opinion?',
    worry: 'Is it a worry?',
    text: 'What was seen, heard or thought, in your own words?',
  },
  'discharge-planned': { agency: 'From which hospital?', when: 'For which day?' },
  'discharge-checked': { discharge: 'Which discharge?', missing: 'What is missing, and why is it safe?' },
  'routine-check': { check: 'Which check?', outcome: 'What became of it?' },
  'letter-returned': {
    letter: 'Which letter?',
    about: 'What was it about?',
    address: 'To which address had it gone?',
    sent: 'When had it been sent?',
  },
  registered: { with: 'On whose list?' },
  'registration-ended': { with: 'On whose list was the child?', to: 'Who has the child now, if known?' },
  contact: {
    way: 'Was it a visit or a call?',
    where: 'Where?',
    about: 'Does it follow something up?',
    purpose: 'What was it for?',
    unwell: 'Was a child unwell, though it was not their visit?',
  },
  'appointment-booked': {
    on: 'When was it booked?',
    when: 'For which day and time?',
    purpose: 'What is it for?',
    interpreter: 'Was an interpreter booked, if one is needed?',
    person: 'Whose appointment is it, when it is not the child’s?',
    accepted: 'Does the parent accept the day?',
  },
  diagnosis: {
    condition: 'What was diagnosed?',
    diagnosis: 'Is it a diagnosis that is on the record already?',
    longTerm: 'Does it stay, and need regular review?',
  },
  'sick-day-plan': {
    agreedBy: 'Which agencies agreed it?',
    understood: 'Did the parent say in their own words what they would do?',
  },
  admission: {
    person: 'Who was admitted?',
    agency: 'To which hospital?',
    condition: 'What was it for?',
    emergency: 'Was it not planned?',
  },
} satisfies { readonly [K in Kind]?: Readonly<Record<string, string>> }
