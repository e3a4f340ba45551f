import { day, list, oneOf, person, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

/** Who the people are, how they are related and where they live. */
export const peopleKinds = {
  person: kind(
    'A person on this record',
    {
      person: person().describe('A short id of your choice: maya'),
      name: words().optional().describe('The name to show'),
      born: day().optional().describe('Day of birth'),
      expected: day().optional().describe('For an unborn child: the day the birth is expected'),
      as: oneOf('child', 'adult', 'unborn')
        .optional()
        .describe('If left out, somebody with a day of birth who is nobody’s parent or carer is taken for a child'),
      subject: yesNo()
        .optional()
        .describe('Yes for the child whose record it is; entries that name no child are about this one'),
      nhs: words().optional().describe('NHS number; kept as unverified when it does not check'),
    },
    { undated: true },
  ),
  relationship: kind(
    'One person is something to another',
    {
      person: person().describe('Who it is that is the mother, the father and so on'),
      is: oneOf(
        'mother',
        'father',
        'parent',
        'step-parent',
        'partner',
        'former-partner',
        'grandparent',
        'great-grandparent',
        'sibling',
        'carer',
        'foster-carer',
        'aunt-or-uncle',
        'other',
      ).describe('What that person is to the other'),
      of: person().describe('To whom'),
      responsibility: oneOf('yes', 'no', 'unknown').optional().describe('Parental responsibility; unknown unless said'),
      until: day().optional().describe('When it ended'),
    },
    { undated: true },
  ),
  'lives-at': kind(
    'People live at an address from this day; a move is a new one',
    {
      person: list(person()).describe('Who lives there'),
      address: words().describe('Any words that stay the same for the same place'),
      until: day().optional().describe('The last day there, if known'),
      temporary: yesNo().optional().describe('Yes for temporary accommodation'),
    },
    { undated: true },
  ),
  'private-fostering': kind(
    'A child lives, or is to live, with somebody who is neither a parent nor a close relative',
    {
      with: person().optional().describe('With whom'),
      where: words().optional().describe('Where, or with whom in words'),
    },
  ),
  'contact-details': kind('How somebody is reached and spelt, as the agency that wrote it has it', {
    person: person().describe('Whose'),
    name: words().optional().describe('The name as it is spelt there'),
    address: words().optional().describe('The address to which its letters go'),
    telephone: words().optional().describe('The telephone number'),
    email: words().optional().describe('The e-mail address'),
    settled: yesNo().optional().describe('Yes when it was asked of the person and is right'),
  }),
  'same-person': kind('Two ids are one person', {
    person: person().describe('The id that goes'),
    as: person().describe('The id that stays'),
  }),
  'not-same-person': kind('Two ids that were joined are two people after all', {
    person: person().describe('The id that stands on its own again'),
    as: person().describe('The id that it was joined to'),
  }),
  'communication-need': kind(
    'Language, interpreter or communication need, as the family says it',
    {
      person: person().describe('Whose need it is'),
      language: words().optional().describe('The language that they speak best'),
      interpreter: yesNo().optional().describe('Yes when an interpreter is needed'),
      need: words().optional().describe('Any other need: large print, easy read, hearing loop'),
    },
    { undated: true },
  ),
  'ethnicity-and-faith': kind(
    'Ethnicity and faith, as the family says them; no rule counts them',
    {
      person: person().describe('Whose'),
      ethnicity: words().optional().describe('In their own words'),
      faith: words().optional().describe('In their own words'),
    },
    { undated: true },
  ),
  advocate: kind('Somebody speaks for a child or parent', {
    person: person().describe('For whom'),
    advocate: words().describe('Who speaks for them'),
  }),
  death: kind('A person died', {
    person: person().optional().describe('Who died; if left out, the child'),
    suspected: yesNo().optional().describe('Yes when abuse or neglect is known or suspected'),
  }),
}
