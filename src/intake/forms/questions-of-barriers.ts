/** What the forms ask of what makes it hard to come, of the help that answers it, and of a miss that is checked or disputed. */
export const barrierQuestions = {
  'barrier-reported': {
    barrier: 'What makes it hard to come?',
    appointment: 'Which appointment, if it is one alone?',
    person: 'Who said it?',
    until: 'Until when does it hold, if known?',
  },
  'help-arranged': {
    barrier: 'What does it help with?',
    appointment: 'For which appointment, if it is one alone?',
    accepted: 'Does the family want it?',
  },
  'reason-checked': {
    answer: 'What did the check find?',
    barrier: 'What kept them, as the check found it?',
    source: 'Which second source was asked?',
  },
  'miss-disputed': { person: 'Who disputes it?', reason: 'Why, in their own words?' },
  'dispute-decided': { upheld: 'Is the parent right?' },
} as const
