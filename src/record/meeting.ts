import { barrierSaid } from './appointment.ts'
import { agency, day, list, oneOf, person, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const meeting = {
  meeting: thing().optional().describe('Its id, the same in all entries about it; for a conference, the conference'),
}
const type = oneOf(
  'child-in-need',
  'core-group',
  'conference',
  'professionals',
  'discharge',
  'team-around-the-family',
  'looked-after-review',
  'other',
)
  .optional()
  .describe('Which meeting')

/** Meetings: called, who was asked and reached, held with whom, minutes. */
export const meetingKinds = {
  'meeting-called': kind('A meeting was called', {
    meeting: thing().describe('Its id'),
    type,
    plan: thing().optional().describe('The plan that it reviews'),
    when: day().describe('The day of the meeting'),
    invited: list(agency()).optional().describe('All that were asked'),
    leftOut: list(agency()).optional().describe('Agencies not asked, on purpose'),
    reason: words().optional().describe('Why they were left out'),
  }),
  'invitation-sent': kind('An invitation went out', {
    ...meeting,
    to: list(agency()).describe('Who was invited'),
    way: oneOf('e-mail', 'letter', 'call', 'text', 'other').optional().describe('By which way'),
  }),
  'invitation-bounced': kind('An invitation came back, or went to a wrong address', {
    ...meeting,
    to: list(agency()).describe('Whose invitation'),
  }),
  'invitation-acknowledged': kind('Somebody invited said that they have it', {
    ...meeting,
    to: list(agency()).optional().describe('Who was invited; if left out, the agency that wrote it'),
    coming: yesNo().optional().describe('No when they cannot come'),
    deputy: words().optional().describe('Who comes in their place'),
  }),
  'report-filed': kind('A report for a meeting or conference was handed in', {
    ...meeting,
    reporter: agency().optional().describe('If left out, the agency that wrote it'),
    nothing: yesNo().optional().describe('Yes when there is nothing to report'),
  }),
  'cancellation-asked': kind('A parent asks to cancel a meeting, or does not come', {
    ...meeting,
    person: person().optional().describe('Which parent'),
    reason: words().optional(),
    barrier: barrierSaid,
  }),
  'meeting-moved': kind('A meeting was moved', {
    ...meeting,
    to: day().describe('The new day'),
    movedBy: role().optional().describe('Who moved it'),
    reason: words().optional(),
  }),
  'meeting-cancelled': kind('A meeting was cancelled', {
    ...meeting,
    cancelledBy: words().optional().describe('Who cancelled it'),
    reason: words().optional(),
  }),
  'meeting-held': kind('A meeting was held', {
    meeting: thing().optional().describe('Its id; if left out, the last one called'),
    type,
    plan: thing().optional().describe('The plan that it reviewed'),
    present: list(agency()).optional().describe('The agencies that took part'),
    family: list(person()).optional().describe('Family members who were there'),
    considered: list(person()).optional().describe('Every person of the household that was considered'),
    where: oneOf('office', 'hospital', 'home', 'school', 'online', 'other')
      .optional()
      .describe('Where it was held; online also when some could join from afar'),
    agenda: list(
      oneOf(
        'appointments',
        'effect-on-child',
        'each-child',
        'fathers',
        'conditions',
        'open-actions',
        'parents-view',
        'what-would-escalate',
        'practical-help',
      ),
    )
      .optional()
      .describe('What was gone through, when the meeting works by the fixed agenda'),
    change: oneOf('better', 'same', 'worse').optional().describe('What has changed for the child since the last one'),
  }),
  'minutes-sent': kind('Minutes were sent', {
    meeting: thing().optional().describe('The meeting or strategy discussion; if left out, the last one'),
    to: list(agency()).optional().describe('The agencies that they went to'),
  }),
}
