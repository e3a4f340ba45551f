/** What the forms ask of how services reach the family and plan with it. */
export const toFamilyQuestions = {
  'way-agreed': {
    person: 'Who is it?',
    way: 'How do they want to be reached?',
    address: 'Which telephone number or e-mail address?',
    language: 'In which language?',
    safe: 'Is it safe? Does nobody read it who must not?',
    askedAlone: 'Were they alone when you asked?',
    others: 'Who else uses the telephone, or reads what comes?',
  },
  'family-time-decided': {
    person: 'Who of the family is it about?',
    contact: 'Do they see the child?',
    appointments: 'May they be told when and where the child’s appointments are?',
    until: 'Until when does it hold, if known?',
  },
  'coming-along': {
    appointment: 'To which appointment, if it is one alone?',
    who: 'Who comes along?',
    person: 'Which person of this record is that, if any?',
    coming: 'Do they come?',
  },
  'change-asked': {
    appointment: 'Which appointment?',
    wanted: 'What was the clinic asked for?',
    with: 'With which other appointment is it to be put together?',
    to: 'Who was asked?',
    person: 'Who of the family asks for it?',
  },
  'change-answered': { appointment: 'Which appointment?', answer: 'What did the clinic say?' },
  'message-to-family': {
    person: 'To whom did it go?',
    about: 'About which appointment?',
    way: 'By which way?',
    state: 'What became of it?',
  },
} as const
