import { agency, list, oneOf, person, span, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const which = {
  appointment: thing()
    .optional()
    .describe('Its id, the same in all entries about it; if left out, this entry stands alone'),
  series: thing().optional().describe('The series it belongs to'),
  clinic: words().optional().describe('Which clinic, in words'),
  agency: agency().optional().describe('Who offers it; if left out, the agency that wrote it'),
  person: person().optional().describe('Whose appointment, when it is not the child’s'),
  critical: yesNo().optional().describe('Yes when one miss may do serious harm'),
}
const series = {
  series: thing().describe('Its id, the same in all entries about it'),
  clinic: words().optional().describe('Which clinic, in words'),
  agency: agency().optional().describe('Who offers it; if left out, the agency that wrote it'),
  critical: yesNo().optional().describe('Yes when one miss may do serious harm'),
  harm: words().optional().describe('In plain words: what may happen if it is missed'),
}

/** Appointments and series of them, with what became of each. */
export const appointmentKinds = {
  'series-started': kind('A series of appointments begins', series),
  'series-importance': kind('The consultant says how critical a series is, and what a miss may do', series),
  'appointment-booked': kind('An appointment was booked', {
    ...which,
    when: span().describe('The day, better with the time'),
    purpose: words().optional().describe('What it is for'),
  }),
  'appointment-moved': kind('An appointment was moved', {
    ...which,
    to: span().describe('The new day, better with the time'),
    movedBy: oneOf('clinic', 'family').optional().describe('Who moved it'),
    reason: words().optional(),
  }),
  'appointment-cancelled': kind('An appointment was cancelled', {
    ...which,
    cancelledBy: oneOf('clinic', 'family', 'other').describe('Who cancelled it'),
    reason: words().optional(),
  }),
  attended: kind('An appointment was kept', {
    ...which,
    seen: oneOf('yes', 'no').optional().describe('No when they came and could not be seen'),
  }),
  'was-not-brought': kind('A child was not brought; the day is the day of the appointment', {
    ...which,
    reason: words().optional().describe('The reason that the family gives'),
  }),
  'did-not-attend': kind('A young person of sixteen or more, or an adult, who comes alone did not come', {
    ...which,
    reason: words().optional(),
  }),
  'appointment-excused': kind('A miss does not count, and why', {
    appointment: thing().describe('The appointment that was missed'),
    because: oneOf(
      'in-hospital',
      'clash',
      'ill',
      'old-address',
      'short-notice',
      'no-interpreter',
      'no-transport',
      'cost',
      'caring-for-another',
      'clinic-error',
      'dispute-upheld',
      'other',
    ).describe('Why it does not count'),
    checked: yesNo().optional().describe('Whether somebody checked it with a second source'),
  }),
  'notes-reviewed': kind('The consultant reviewed the notes after a miss', {
    appointment: thing().optional().describe('The appointment that was missed; if left out, the last one'),
    harm: words().optional().describe('What this miss may do, in plain words'),
    next: oneOf('rebook', 'discharge', 'other').optional().describe('What follows'),
  }),
  'letter-sent': kind('A letter was sent', {
    about: thing().optional().describe('The appointment, meeting or other thing that it is about'),
    to: list(words()).describe('Agencies and people'),
    address: words().optional().describe('Where it went'),
  }),
}
