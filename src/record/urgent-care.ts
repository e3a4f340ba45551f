import { agency, day, entry, list, oneOf, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

/** Urgent care, advice by telephone, and the review of illnesses that stay. */
export const urgentCareKinds = {
  'urgent-attendance': kind('A child was brought to urgent or emergency care, or an ambulance came', {
    agency: agency().optional().describe('Where; if left out, the agency that wrote it'),
    condition: words().optional().describe('What it was for: asthma, a fit, a fever'),
    emergency: yesNo().optional().describe('Yes when it was severe or life-threatening'),
    outcome: oneOf('sent-home', 'admitted', 'left-before-seen', 'other').optional().describe('What followed'),
  }),
  'advice-given': kind('A parent rang for advice about an ill child and was given some', {
    advice: thing().optional().describe('Its id'),
    said: words().optional().describe('What was advised'),
    contrary: yesNo().optional().describe('Yes when it differs from the plan or the instructions that the parent has'),
  }),
  'advice-reviewed': kind('A senior clinician reviewed advice that was given', {
    advice: thing().optional().describe('Which advice; if left out, the last one'),
    parentRung: yesNo().optional().describe('Yes when the parent was rung back and told'),
  }),
  'illness-reviewed': kind('A long-term illness of a child was reviewed with the family', {
    diagnosis: thing().optional().describe('Which diagnosis, by its id'),
    condition: words().optional().describe('Which illness, in words'),
    next: day().optional().describe('When the next review is due'),
  }),
  'medicine-belief': kind('Somebody believes that a medicine was not given, or looked for the evidence', {
    medicine: words().optional().describe('Which medicine'),
    state: oneOf('believed', 'borne-out', 'not-borne-out')
      .optional()
      .describe('Believed until there is evidence; then whether the evidence bears it out'),
    evidence: list(oneOf('level', 'collection', 'dose-record', 'other'))
      .optional()
      .describe('The evidence: a blood level, what the pharmacy gave out, the record of doses'),
  }),
  'ward-observation': kind('Ward staff noted something about a parent or the care of a child in hospital', {
    about: oneOf('visiting', 'supplies', 'coping', 'handling', 'other').optional().describe('What it is about'),
    is: oneOf('fact', 'opinion').optional().describe('Fact when it was seen or heard; opinion when it is a view'),
    worry: yesNo().optional().describe('No when it is good news; yes unless said'),
  }),
  'discharge-planned': kind('A day for going home from hospital was set, or the child is well enough to go', {
    agency: agency().optional().describe('Which hospital; if left out, the agency that wrote it'),
    when: day().optional().describe('The day on which the child is to go home'),
  }),
  'discharge-checked': kind('The discharge checklist was gone through', {
    discharge: entry().optional().describe('The id of the discharge; if left out, the one next to it'),
    missing: words().optional().describe('What is missing, and why it is safe to go'),
    signedBy: role().optional().describe('Who signed it'),
  }),
  'routine-check': kind('An immunisation or a developmental review was done, missed or declined', {
    check: oneOf(
      'immunisation',
      'developmental-review',
      'newborn-check',
      'dental-check',
      'eye-check',
      'other',
    ).describe('Which check'),
    outcome: oneOf('done', 'missed', 'declined').describe('What became of it'),
  }),
}
