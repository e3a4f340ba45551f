import { list, oneOf, person, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'
import { there } from './there.ts'

/** Visits, calls and attempts; the child's own words. An attempt that reached nobody is a contact with `reached` no. */
export const contactKinds = {
  contact: kind('A visit, a call or another attempt to reach somebody', {
    with: list(person()).optional().describe('Whom; if left out, the family'),
    way: oneOf('visit', 'call', 'text', 'letter', 'e-mail', 'video', 'clinic', 'meeting', 'other')
      .optional()
      .describe('By which way'),
    reached: yesNo().optional().describe('No when nobody was reached; yes unless said'),
    letIn: yesNo().optional().describe('No when somebody was met and would not let the visitor in'),
    arranged: yesNo().optional().describe('No for a visit that the family did not know of'),
    seen: list(person()).optional().describe('The children seen; "visited" alone is not "seen"'),
    unwell: list(person()).optional().describe('Children who were seen to be unwell, though it was not their visit'),
    alone: yesNo().optional().describe('Whether the child was seen alone'),
    awake: yesNo().optional().describe('Whether the child was awake'),
    where: oneOf('home', 'clinic', 'hospital', 'school', 'nursery', 'office', 'other').optional().describe('Where'),
    ...there,
    about: thing()
      .optional()
      .describe('The thing that it follows up: an appointment, a referral, an incident, a diagnosis'),
    purpose: oneOf('visit', 'after-a-miss', 'after-an-incident', 'adaptation', 'first-contact', 'other')
      .optional()
      .describe('What it was for; adaptation is the talk with a parent after a diagnosis'),
  }),
  'child-voice': kind('The child’s own words, or a day observed as the child lives it', {
    person: person().optional().describe('Which child; if left out, the child it is about'),
    observed: yesNo().optional().describe('Yes when observed, not said'),
  }),
  reply: kind('A family member’s reply, printed wherever the entry is', {
    of: words().describe('The id of the entry'),
    person: person().describe('Who replies'),
  }),
}
