import { agency, day, list, person, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const restricted = {
  sight: ['midwifery', 'gp', 'hospital', 'social-worker', 'team-manager', 'health-visiting'],
} as const

/** Health: diagnoses, medicines, results, hospital stays, pregnancy and birth. */
export const healthKinds = {
  diagnosis: kind('A parent was given a diagnosis', {
    diagnosis: thing().optional(),
    condition: words().optional(),
    complex: yesNo().optional().describe('Yes for complex health needs'),
  }),
  instruction: kind('Somebody said which medicine to give, and how', {
    instruction: thing().optional(),
    medicine: words(),
    dose: words(),
  }),
  'instruction-conflict': kind('A parent or practitioner says that two instructions differ', { medicine: words() }),
  'instruction-settled': kind('One instruction was settled, and the parent told', {
    medicine: words(),
    dose: words().optional(),
  }),
  'medicines-agreed': kind('One list of all medicines was agreed and signed', {
    version: words().optional(),
    to: list(words()).optional().describe('Who has it'),
  }),
  'result-awaited': kind('An investigation was done; its result is awaited', {
    result: thing().optional(),
    test: words().optional(),
    urgent: yesNo().optional(),
    agency: agency().optional().describe('Who asked for it'),
  }),
  'result-told': kind('A parent was told the result', { result: thing().optional(), understood: yesNo().optional() }),
  admission: kind('Admitted to hospital', { person: person().optional(), agency: agency().optional() }),
  discharge: kind('Discharged from hospital', {
    person: person().optional(),
    agency: agency().optional(),
    address: words().optional().describe('To which address'),
    complex: yesNo().optional().describe('Yes when the child goes home with complex health needs'),
  }),
  'address-checked': kind('An address and the adults there were checked', {
    address: words().optional(),
    adults: yesNo().describe('Whether the adults were checked too'),
  }),
  pregnancy: kind('A pregnancy is known', {
    unborn: person().optional().describe('An id for the unborn child'),
    mother: person(),
    father: person().optional(),
    expected: day().optional(),
  }),
  'antenatal-booking': kind('The booking appointment with midwifery took place', {
    unborn: person().optional(),
    mother: person().optional(),
  }),
  'pregnancy-ended': kind('A pregnancy ended; no reason is asked', { unborn: person().optional() }, restricted),
  birth: kind('A child was born', {
    unborn: person().optional().describe('The id of the unborn child, which it keeps'),
    baby: person().optional().describe('Another id, for a twin'),
    mother: person().optional(),
  }),
}
