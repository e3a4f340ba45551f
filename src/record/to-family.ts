import { agency, day, oneOf, person, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'
import { withParents } from './parents-page.ts'

/** By which way somebody of the family wants to hear from services; by none is an answer. */
const ways = ['text', 'e-mail', 'letter', 'call', 'none'] as const

/** What may be asked of a clinic so that a family can come. */
const wanted = oneOf(
  'another-day',
  'another-time',
  'another-place',
  'same-day-as-another',
  'one-test-for-both',
  'video-or-call',
  'other',
)

/** How services reach the family and plan with it: by which way, whether that is safe, what was asked of a clinic, who comes along. */
export const toFamilyKinds = {
  'way-agreed': kind(
    'It was agreed how somebody of the family is reached, and whether that is safe',
    {
      person: person().describe('Who'),
      way: oneOf(...ways).describe('By which way; none when they want no messages'),
      address: words().optional().describe('The telephone number or e-mail address that it goes to'),
      language: words().optional().describe('In which language'),
      safe: yesNo().optional().describe('Whether it is safe: nobody else reads it who must not; no is an answer'),
      askedAlone: yesNo().optional().describe('Whether they were alone when they were asked'),
      others: words().optional().describe('Who else uses the telephone or reads what comes'),
    },
    withParents,
  ),
  'family-time-decided': kind(
    'It was decided whether somebody of the family sees a child who lives elsewhere, and what they may be told',
    {
      person: person().describe('Who of the family'),
      contact: oneOf('yes', 'supervised', 'no').describe('Whether they see the child'),
      appointments: yesNo()
        .optional()
        .describe('Whether they may be told when and where the child’s appointments are; no unless said'),
      until: day().optional().describe('The last day for which it holds'),
      reason: words().optional(),
    },
  ),
  'coming-along': kind('Somebody comes along to an appointment', {
    appointment: thing().optional().describe('Which appointment; if left out, all that are ahead'),
    who: words().describe('Who comes: a name, or what they are to the family'),
    person: person().optional().describe('The same person, where they are on this record'),
    coming: yesNo().optional().describe('No when they cannot come after all'),
  }),
  'change-asked': kind('A clinic was asked to change an appointment so that the family can come', {
    appointment: thing().describe('Which appointment'),
    wanted: wanted.optional().describe('What was asked for; another day unless said'),
    with: thing().optional().describe('The other appointment with which it is to be put together'),
    to: agency().optional().describe('Who was asked; if left out, whoever offers the appointment'),
    person: person().optional().describe('Who of the family asks for it'),
    reason: words().optional(),
  }),
  'change-answered': kind('A clinic answered whether it can change an appointment', {
    appointment: thing().describe('Which appointment'),
    answer: oneOf('changed', 'not-possible', 'goes-on').describe(
      'What it said: changed; not possible; goes on when it stays as it is because the family no longer needs the change',
    ),
    reason: words().optional(),
  }),
  'message-to-family': kind(
    'What became of a message to somebody of the family',
    {
      person: person().describe('To whom'),
      about: thing().optional().describe('The appointment that it was about'),
      way: oneOf('text', 'e-mail', 'letter', 'call').optional().describe('By which way'),
      state: oneOf('sent', 'delivered', 'failed', 'held', 'for-a-person').describe(
        'Sent; delivered; failed: it did not arrive; held: not sent, because of what the record says now; for-a-person: somebody rings or writes, as was agreed',
      ),
    },
    withParents,
  ),
}
