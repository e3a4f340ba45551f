import { count, day, oneOf, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

/** School and nursery: days away, and a child who is taken off the roll. */
export const schoolKinds = {
  absence: kind('A child was away from school or nursery', {
    until: day().optional().describe('The last day away, if known'),
    days: count().optional().describe('How many school days, if known'),
    authorised: yesNo().optional().describe('No when the school did not accept the reason'),
    missing: yesNo().optional().describe('Yes when nobody knows where the child is, or the child has no school'),
    reason: words().optional().describe('The reason that the family gives; left out when they gave none'),
  }),
  withdrawal: kind('A child was taken off the roll of a school or nursery, or the parents said that they will', {
    why: oneOf('home-education', 'moved', 'excluded', 'other', 'unknown').optional().describe('What was said of why'),
    next: words().optional().describe('The school that has the child next, if known'),
    consent: oneOf('asked', 'given', 'refused')
      .optional()
      .describe('Whether the local authority agreed, where its consent is needed'),
    reason: words().optional(),
  }),
}
