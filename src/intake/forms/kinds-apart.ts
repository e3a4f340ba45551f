import { parentsPageApart } from './kinds-of-parents-page.ts'

const atTheDesk = 'It moves what is read, so the desk does it, where it can be undone.'
const bySending = 'It is noted when a notice is sent, never by hand.'
const byManagers = 'It stands in the agencies’ own record, which its managers keep.'
const ofAgencies = 'It stands in the agencies’ own record: it has a form of its own under /agencies.'

/** The kinds that nobody records by form, each with the reason. */
export const apart = {
  ...parentsPageApart,
  'same-person': { why: atTheDesk },
  'not-same-person': { why: atTheDesk },
  'set-apart': { why: atTheDesk },
  'set-apart-undone': { why: atTheDesk },
  'taken-over': { why: atTheDesk },
  'taken-over-undone': { why: atTheDesk },
  'known-elsewhere': { why: 'It is written when another record is found to hold a fact, by whoever looks after both.' },
  delivered: { why: bySending },
  bounced: { why: bySending },
  opened: { why: bySending },
  post: { why: byManagers },
  'harm-wording': { why: ofAgencies },
  recommendation: { why: ofAgencies },
  'recommendation-kept': { why: ofAgencies },
  'practice-audited': { why: ofAgencies },
  training: { why: ofAgencies },
  'quarterly-return': { why: ofAgencies },
  'adoption-begins': { why: byManagers },
  'rule-adopted': { why: byManagers },
  'rule-given-up': { why: byManagers },
  'limit-set': { why: byManagers },
  'owner-set': { why: byManagers },
  'law-begins': { why: byManagers },
  'country-set': { why: byManagers },
} as const
