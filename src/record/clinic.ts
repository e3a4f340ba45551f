import { day, entry, list, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

/** What a clinic writes once for all, and the letters of it that came back. */
export const clinicKinds = {
  'letter-returned': kind('A letter came back', {
    letter: entry().optional().describe('The id of the entry of that letter'),
    about: thing().optional().describe('The appointment or other thing that it was about'),
    to: words().optional().describe('Whose copy it was: an agency or a person; all of them if left out'),
    address: words().optional().describe('Where it had gone'),
    sent: day().optional().describe('When it had been sent'),
  }),
  'harm-wording': kind('A clinic writes once, for each condition, what a missed appointment may do', {
    clinic: words().describe('Which clinic or condition, in the words of its series'),
    purpose: words().optional().describe('In plain words: what such an appointment is for'),
    harm: words().describe('In plain words: what may happen if an appointment is missed'),
    critical: yesNo().optional().describe('Yes when one miss may do serious harm'),
    other: list(words()).optional().describe('Other words for the same clinic'),
  }),
}
