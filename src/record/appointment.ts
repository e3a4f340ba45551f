import { agency, day, list, oneOf, person, span, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'
import { codeSent } from './outcome.ts'

const which = {
  appointment: thing()
    .optional()
    .describe('Its id, the same in all entries about it; if left out, this entry stands alone'),
  series: thing().optional().describe('The series it belongs to'),
  clinic: words().optional().describe('Which clinic, in words'),
  agency: agency().optional().describe('Who offers it; if left out, the agency that wrote it'),
  site: words().optional().describe('At which site or building, where the agency has several'),
  person: person().optional().describe('Whose appointment, when it is not the child’s'),
  critical: yesNo().optional().describe('Yes when one miss may do serious harm'),
  confidential: yesNo()
    .optional()
    .describe('Yes when a young person comes by themselves and no parent is to know: no parent’s page ever shows it'),
}
const series = {
  series: thing().describe('Its id, the same in all entries about it'),
  clinic: words().optional().describe('Which clinic, in words'),
  agency: agency().optional().describe('Who offers it; if left out, the agency that wrote it'),
  critical: yesNo().optional().describe('Yes when one miss may do serious harm'),
  harm: words().optional().describe('In plain words: what may happen if it is missed'),
}

/** What may keep a family from coming: told by the family, it counts as true until a check contradicts it. */
const barriers = [
  'in-hospital',
  'clash',
  'ill',
  'old-address',
  'not-delivered',
  'short-notice',
  'no-interpreter',
  'no-accessible-letter',
  'no-transport',
  'cost',
  'caring-for-another',
  'struggling',
  'other',
] as const
const barrier = oneOf(...barriers)
/** The reason of a family, where it is one of a list: such a miss or change does not count unless a check contradicts it. */
export const barrierSaid = barrier
  .optional()
  .describe(
    'What kept the family, as they say it, where it is one of these; it then does not count unless a check contradicts it',
  )

/** Appointments and series of them, with what became of each. */
export const appointmentKinds = {
  'series-started': kind('A series of appointments begins', series),
  'series-importance': kind('The consultant says how critical a series is, and what a miss may do', series),
  'barrier-reported': kind('A family says what makes it hard to come or to take part, or asks for help', {
    barrier: barrier.describe('What makes it hard; “struggling” when they say that they cannot manage'),
    appointment: thing().optional().describe('The appointment that it is about; if left out, all of them'),
    person: person().optional().describe('Who said it'),
    until: day().optional().describe('The last day on which it holds, if known'),
  }),
  'help-arranged': kind('Help was arranged so that a family can come or take part', {
    barrier: barrier.optional().describe('What it answers; if left out, whatever was reported last'),
    appointment: thing().optional().describe('The appointment that it is for; if left out, all of them'),
    accepted: yesNo().optional().describe('No when the family did not want it; yes unless said'),
  }),
  'appointment-booked': kind('An appointment was booked', {
    ...which,
    when: span().describe('The day, better with the time'),
    interpreter: yesNo().optional().describe('Whether an interpreter was booked, where somebody needs one'),
    purpose: words().optional().describe('What it is for'),
    accepted: yesNo().optional().describe('Whether the parent accepts the day'),
    insteadOf: thing()
      .optional()
      .describe('The appointment that this one takes the place of, where a move came as a cancellation and a booking'),
  }),
  'appointment-moved': kind('An appointment was moved', {
    ...which,
    to: span().describe('The new day, better with the time'),
    movedBy: oneOf('clinic', 'family').optional().describe('Who moved it'),
    reason: words().optional(),
    barrier: barrierSaid,
    code: codeSent,
  }),
  'appointment-cancelled': kind('An appointment was cancelled', {
    ...which,
    cancelledBy: oneOf('clinic', 'family', 'other').describe('Who cancelled it'),
    reason: words().optional(),
    barrier: barrierSaid,
    when: span().optional().describe('The day for which it was, where no booking says so'),
    movedTo: thing()
      .optional()
      .describe('The appointment that takes its place, where a move came as a booking and a cancellation'),
    code: codeSent,
  }),
  attended: kind('An appointment was kept', {
    ...which,
    seen: oneOf('yes', 'no').optional().describe('No when they came and could not be seen'),
    code: codeSent,
  }),
  'was-not-brought': kind('A child was not brought; the day is the day of the appointment', {
    ...which,
    reason: words().optional().describe('The reason that the family gives'),
    barrier: barrierSaid,
    code: codeSent,
  }),
  'did-not-attend': kind('A young person of sixteen or more, or an adult, who comes alone did not come', {
    ...which,
    reason: words().optional(),
    barrier: barrierSaid,
    code: codeSent,
  }),
  'appointment-excused': kind('A miss does not count, and why', {
    appointment: thing().describe('The appointment that was missed'),
    because: oneOf(...barriers, 'clinic-error', 'dispute-upheld').describe('Why it does not count'),
    checked: yesNo().optional().describe('Whether somebody checked it with a second source'),
  }),
  'reason-checked': kind('The agency checked the reason that a family gave for a miss', {
    appointment: thing().optional().describe('The appointment that was missed; if left out, the last one'),
    answer: oneOf('verified', 'unverified', 'contradicted').describe(
      'What the check came to; “unverified” is neither true nor untrue, and the reason goes on counting',
    ),
    barrier: barrier.optional().describe('What kept them, as the check found it'),
    source: words().optional().describe('The second source that was asked'),
  }),
  'miss-disputed': kind('A parent disputes that a missed appointment counts', {
    appointment: thing().optional().describe('The appointment; if left out, the last one missed'),
    person: person().optional().describe('Who disputes it'),
    reason: words().optional(),
  }),
  'dispute-decided': kind('It was decided whether a disputed miss counts', {
    appointment: thing().optional().describe('The appointment; if left out, the last one disputed'),
    upheld: yesNo().describe('Yes when the parent is right: the miss then does not count'),
    reason: words().optional(),
  }),
  'notes-reviewed': kind('The consultant reviewed the notes after a miss', {
    appointment: thing().optional().describe('The appointment that was missed; if left out, the last one'),
    purpose: words().optional().describe('What the appointment was for, in plain words'),
    harm: words().optional().describe('What this miss may do, in plain words'),
    mattersBy: day().optional().describe('By when it matters: the day by which the child is to be seen'),
    next: oneOf('rebook', 'discharge', 'other').optional().describe('What follows'),
  }),
  'letter-sent': kind('A letter was sent', {
    about: thing().optional().describe('The appointment, meeting or other thing that it is about'),
    to: list(words()).describe('Agencies and people'),
    address: words().optional().describe('Where it went'),
  }),
}
