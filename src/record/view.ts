import { agency, oneOf, person, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const of = {
  meeting: thing().optional().describe('The meeting, conference or strategy discussion; if left out, the last one'),
  about: words().optional().describe('What it is about, when it is not a meeting'),
}

/** What practitioners think, and whether the family was told in words that they understand. */
export const viewKinds = {
  'worried-about-case': kind('A practitioner says: I am worried about this case', {
    role: role().optional().describe('The role of the one who is worried'),
  }),
  'view-given': kind(
    'A practitioner says whether they agree with what was decided, or differs from another’s opinion',
    {
      ...of,
      answer: oneOf('agree', 'disagree', 'concern-not-addressed').describe('What they say'),
      differsFrom: agency().optional().describe('From whose opinion it differs'),
      agency: agency().optional().describe('Whose view; if left out, the agency that wrote it'),
    },
  ),
  'views-weighed': kind('The one who decides wrote how two views that differ were weighed', {
    ...of,
    reason: words().optional(),
  }),
  'challenge-closed': kind('A challenge is closed: what changed for the child, and thanks to whoever raised it', {
    challenge: thing().optional().describe('Which challenge; if left out, the last one answered'),
    changed: words().describe('What changed for the child'),
    thanked: yesNo().optional().describe('Whether whoever raised it was thanked'),
  }),
  'plan-explained': kind('A parent was given the plan in plain words', {
    plan: thing().optional().describe('Which plan; if left out, the last one open'),
    person: person().optional().describe('Which parent'),
    understood: yesNo().optional().describe('No when they did not understand it'),
  }),
}
