import { oneOf, person, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

/** Injuries and marks of a child: what was seen, how it is explained, what a paediatrician thinks. */
export const injuryKinds = {
  injury: kind('An injury or a mark was seen on a child', {
    injury: thing().optional().describe('Its id'),
    what: words().optional().describe('What was seen: a bruise, a burn, a fracture'),
    where: words().optional().describe('Where on the body'),
    mobile: yesNo()
      .optional()
      .describe('No when the child cannot move about alone yet; if left out, no under six months of age'),
    explanation: words().optional().describe('How it is said to have come about'),
    explainedBy: words().optional().describe('Who gave that explanation'),
    explained: oneOf('yes', 'no', 'unclear')
      .optional()
      .describe(
        'Whether the explanation fits; if left out, yes when one is given, unclear when none is, and unclear under one year of age',
      ),
    judgedBy: words().optional().describe('Who judged whether it fits'),
    seenByDoctor: yesNo().optional().describe('Yes when a doctor looked at it'),
  }),
  'injury-opinion': kind('A paediatrician gave an opinion on an injury', {
    injury: thing().optional().describe('Which injury; if left out, all up to then'),
    fits: oneOf('yes', 'no', 'unclear').optional().describe('Whether the explanation fits what was seen'),
    person: person().optional().describe('Which child; if left out, the child it is about'),
  }),
}
