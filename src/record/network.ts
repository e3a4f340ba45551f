import { agency, day, oneOf, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const post = {
  role: role().optional().describe('The role; if left out, told from the agency'),
  practitioner: words().optional().describe('Who, by name or initials'),
  agency: agency().optional().describe('If left out, the agency that wrote it'),
}
const lead = { lead: oneOf('lead-practitioner', 'lead-health-practitioner').describe('Which lead') }

/** Who works with the family, from and to; who leads, covers and supervises. */
export const networkKinds = {
  'worker-starts': kind('A practitioner starts to work with the family', post),
  'worker-leaves': kind('A practitioner stops working with the family', post),
  'worker-away': kind('A practitioner is away', {
    ...post,
    until: day().optional().describe('Last day away, if known'),
    reason: words().optional(),
  }),
  cover: kind('Somebody takes the place of one who left or is away, and has accepted', post),
  handover: kind('A transfer summary was written or a joint visit made', post),
  'lead-named': kind('A lead was named', {
    ...lead,
    practitioner: words().optional().describe('Who was named, by name or initials'),
    agency: agency().optional().describe('Of which agency; if left out, the agency that wrote it'),
  }),
  'lead-accepted': kind('The one named as lead accepts', lead),
  'lead-declined': kind('The one named as lead declines', { ...lead, reason: words().optional() }),
  supervision: kind('The family was discussed in supervision', {
    role: role().optional().describe('Whose supervision'),
    group: yesNo().optional().describe('Yes when several agencies thought about it together'),
  }),
  'allocation-reviewed': kind('The manager reviewed a family without a worker, and told the next manager', {
    escalated: yesNo().optional().describe('Yes when the service manager was told'),
  }),
  post: kind('A post in an agency: who holds it, how to reach them, and who answers out of hours', {
    post: thing().describe('Its id'),
    role: role().describe('The role of the post'),
    practitioner: words().optional().describe('Who holds it; left out while it is vacant'),
    agency: agency().optional().describe('If left out, the agency that wrote it'),
    telephone: words().optional().describe('How to reach the post by telephone'),
    outOfHours: words().optional().describe('Who answers at night and at weekends'),
  }),
}
