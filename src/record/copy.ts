import { day, oneOf, person, role, thing, words } from './field.ts'
import { kind } from './kind.ts'

/** What is decided about the copies of the letter that follows a missed appointment. */
export const copyKinds = {
  'copy-decided': kind('It was decided whether a copy of a letter goes to somebody of the family', {
    appointment: thing().optional().describe('The appointment that the letter is about; if left out, the last missed'),
    person: person().describe('Whose copy'),
    answer: oneOf('send', 'withhold').describe('Whether it goes to them'),
    because: oneOf('safety', 'responsibility-not-verified', 'address-not-verified', 'other')
      .optional()
      .describe('Why it is withheld'),
    decidedBy: role().describe('Who decided it'),
    until: day().optional().describe('Until when it is withheld; then it is looked at again'),
    reason: words().optional(),
  }),
}
