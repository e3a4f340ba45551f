import { agency, day, list, oneOf, person, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const restricted = {
  sight: ['midwifery', 'gp', 'hospital', 'social-worker', 'team-manager', 'health-visiting'],
} as const

/** Health: diagnoses, medicines, results, hospital stays, pregnancy and birth. */
export const healthKinds = {
  diagnosis: kind('A parent was given a diagnosis', {
    diagnosis: thing().optional().describe('Its id'),
    condition: words().optional().describe('What was diagnosed'),
    complex: yesNo().optional().describe('Yes for complex health needs'),
    longTerm: yesNo()
      .optional()
      .describe('Yes for an illness that stays and needs regular review: asthma, diabetes, epilepsy'),
  }),
  allergy: kind('An allergy is known, suspected or ruled out, or none is known', {
    substance: words().optional().describe('What the child must not have; left out when none is known'),
    state: oneOf('known', 'suspected', 'ruled-out', 'none-known')
      .optional()
      .describe('How sure it is; known unless said. None-known: somebody asked, and there is none'),
    reaction: words().optional().describe('What happened to the child'),
  }),
  instruction: kind('Somebody said which medicine to give, and how', {
    instruction: thing().optional().describe('Its id'),
    medicine: words().describe('Which medicine'),
    dose: words().describe('How much, and how often'),
    reason: words().optional().describe('What it is for'),
    route: words().optional().describe('How it is given: by mouth, into the muscle, through the nose'),
    until: day().optional().describe('The last day on which it is given, where it ends by itself'),
  }),
  'medicine-stopped': kind('Somebody said to stop a medicine', {
    medicine: words().describe('Which medicine'),
    reason: words().optional().describe('Why it is stopped'),
  }),
  'medicine-not-collected': kind('A medicine was not collected, or not ordered again in time', {
    medicine: words().optional().describe('Which medicine'),
    reason: words().optional().describe('The reason that the family gives'),
  }),
  'instruction-conflict': kind('A parent or practitioner says that two instructions differ', {
    medicine: words().describe('Which medicine'),
  }),
  'instruction-settled': kind('One instruction was settled, and the parent told', {
    medicine: words().describe('Which medicine'),
    dose: words().optional().describe('How much, and how often'),
  }),
  'medicines-agreed': kind('One list of all medicines was agreed and signed', {
    version: words().optional().describe('Its day or number'),
    to: list(words()).optional().describe('Who has it'),
    instructions: list(thing())
      .optional()
      .describe('The lines of the list: the ids of the entries that say which medicine to give, and how'),
    instead: list(thing())
      .optional()
      .describe('The ids of the entries that were looked at when it was signed, and do not hold any more'),
    signedBy: role().optional().describe('Who signed it'),
  }),
  'sick-day-plan': kind('What to do when the child is ill was agreed', {
    steps: words().describe('What to do and when, in words that a parent or a stranger can follow at night'),
    ring: words().optional().describe('Who to ring, on which number, and when they answer'),
    agreedBy: list(agency()).optional().describe('The agencies that agreed it'),
    understood: yesNo().optional().describe('Whether the parent said in their own words what they would do'),
    to: list(words()).optional().describe('Who has it'),
  }),
  'sick-day-plan-said-back': kind(
    'A parent was asked to say in their own words what they would do when the child is ill',
    {
      person: person().optional().describe('Who said it'),
      understood: yesNo().describe('No when it was not yet clear to them: then it was explained again'),
    },
  ),
  'result-awaited': kind('An investigation was done; its result is awaited', {
    result: thing().optional().describe('Its id, the same when it is told'),
    test: words().optional().describe('Which test or scan'),
    urgent: yesNo().optional().describe('Yes when it cannot wait'),
    agency: agency().optional().describe('Who asked for it'),
  }),
  'result-back': kind('The result of an investigation came back', {
    result: thing().optional().describe('Which result; if left out, the last one that is not back'),
  }),
  'result-read': kind('A clinician read the result', {
    result: thing().optional().describe('Which result; if left out, the last one not read'),
    means: words().optional().describe('What it means for the child, in plain words'),
  }),
  'result-told': kind('A parent was told the result', {
    result: thing().optional().describe('Which result; if left out, the last one not told'),
    understood: yesNo().optional().describe('No when the parent did not understand it'),
  }),
  admission: kind('Admitted to hospital', {
    person: person().optional().describe('Who; if left out, the child'),
    agency: agency().optional().describe('Which hospital; if left out, the agency that wrote it'),
    condition: words().optional().describe('What it was for'),
    emergency: yesNo().optional().describe('Yes when it was not planned'),
  }),
  discharge: kind('Discharged from hospital', {
    person: person().optional().describe('Who; if left out, the child'),
    agency: agency().optional().describe('Which hospital; if left out, the agency that wrote it'),
    address: words().optional().describe('To which address'),
    complex: yesNo().optional().describe('Yes when the child goes home with complex health needs'),
  }),
  'address-checked': kind('An address and the adults there were checked', {
    address: words().optional().describe('Which address'),
    adults: yesNo().describe('Whether the adults were checked too'),
  }),
  pregnancy: kind('A pregnancy is known', {
    unborn: person().optional().describe('An id for the unborn child'),
    mother: person().describe('Who is pregnant'),
    father: person().optional().describe('The father, if known'),
    expected: day().optional().describe('The day the birth is expected'),
  }),
  'antenatal-booking': kind('The booking appointment with midwifery took place', {
    unborn: person().optional().describe('The id of the unborn child'),
    mother: person().optional().describe('Who is pregnant'),
  }),
  'pregnancy-ended': kind(
    'A pregnancy ended; no reason is asked',
    { unborn: person().optional().describe('The id of the unborn child') },
    restricted,
  ),
  birth: kind('A child was born', {
    unborn: person().optional().describe('The id of the unborn child, which it keeps'),
    baby: person().optional().describe('Another id, for a twin'),
    mother: person().optional().describe('The mother'),
  }),
}
