import { agency, oneOf, person, words } from './field.ts'
import { kind } from './kind.ts'

const register = {
  with: oneOf('gp', 'health-visiting', 'school-nursing', 'school', 'nursery', 'dentist', 'caseload', 'other')
    .optional()
    .describe('On whose list; if left out, told from the agency'),
  agency: agency().optional().describe('Which agency; if left out, the agency that wrote it'),
  person: person().optional().describe('Who; if left out, the child'),
}

/** Whose list a child is on: practice, health visitor, school, dentist, caseload. */
export const registrationKinds = {
  registered: kind('A child came onto the list of a practice, a caseload or a school', register),
  'registration-ended': kind('A child was taken off the list of a practice, a caseload or a school', {
    ...register,
    reason: words().optional(),
    to: words().optional().describe('Who has the child now, if known'),
  }),
}
