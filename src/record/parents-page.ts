import { oneOf, person, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

/**
 * Those who work with the parents. Nobody of the family finds these by any way of theirs: one parent is not to learn that
 * the other was asked, or has a page (issue 5, part 8).
 */
export const withParents = {
  sight: [
    'social-care',
    'emergency-duty',
    'early-help',
    'family-support',
    'health-visiting',
    'school-nursing',
    'community-nursing',
    'midwifery',
    'gp',
    'hospital',
    'mental-health',
    'domestic-abuse',
    'safeguarding-lead',
    'conference-unit',
  ],
} as const

/** The page that a parent may have of their own: what was asked first, given, closed; and what a young person says to it. */
export const parentsPageKinds = {
  'phone-safety-asked': kind(
    'A parent was asked whether anybody else uses their phone, and whether a page on it is safe',
    {
      person: person().describe('Which parent'),
      alone: yesNo().describe('Yes when nobody else was there and nobody could listen'),
      others: yesNo().optional().describe('Whether anybody else uses the phone or can read it'),
      safe: yesNo().describe('Whether they say that a page on it is safe for them; “no” is an answer'),
      way: oneOf('page', 'paper', 'talk').optional().describe('What they chose; paper or a talk gives the same'),
    },
    withParents,
  ),
  'parent-page-opened': kind(
    'A parent was given a page of their own; each parent’s is a decision by itself',
    {
      person: person().describe('Which parent'),
      way: oneOf('page', 'paper', 'talk').optional().describe('How it reaches them; a page on a phone unless said'),
      reason: words().optional(),
    },
    withParents,
  ),
  'parent-page-closed': kind(
    'The page of a parent was closed, with every calendar feed',
    {
      person: person().describe('Which parent'),
      closedBy: oneOf('parent', 'practitioner').optional().describe('Who closed it; a practitioner unless said'),
      reason: words().optional(),
    },
    withParents,
  ),
  'young-person-asked': kind('A young person was asked whether a parent may see their appointments and results', {
    person: person().describe('Which young person'),
    parent: person().optional().describe('Which parent; if left out, all who have a page'),
    agrees: yesNo().describe('What they say; until they say yes, a parent does not see them'),
  }),
} as const
