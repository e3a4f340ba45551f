import { agency, person, thing, words } from './field.ts'
import { kind } from './kind.ts'

/** The code that another system sent, beside what it was taken for: facts about codes change, what was sent does not. */
export const codeSent = words().optional().describe('The sender’s own code for it, as it was sent')

/** What another system says of an appointment in words that nobody has explained. */
export const outcomeKinds = {
  'outcome-not-known': kind(
    'Another system sent an outcome of an appointment by a code of which nobody knows what it means',
    {
      appointment: thing().describe('The appointment that it is about'),
      clinic: words().optional().describe('Which clinic, in words'),
      agency: agency().optional().describe('Who offers it; if left out, the agency that wrote it'),
      person: person().optional().describe('Whose appointment, when it is not the child’s'),
      code: words().describe('The sender’s own code for it, as it was sent'),
    },
  ),
}
