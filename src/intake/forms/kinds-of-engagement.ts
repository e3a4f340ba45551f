import { form } from './form-of-kind.ts'
import { parentsPageForms } from './kinds-of-parents-page.ts'

/** The forms of what makes it hard to come, and of a miss that is checked or disputed. */
export const barrierForms = {
  'barrier-reported': form('What makes it hard for the family to come', 'appointment', 'person', 'until'),
  'help-arranged': form('Help to come arranged', 'appointment', 'barrier', 'accepted'),
  'reason-checked': form('Reason for a missed appointment checked', 'appointment', 'barrier', 'source'),
  'miss-disputed': form('Parent disputes that a missed appointment counts', 'appointment', 'person', 'reason'),
  'dispute-decided': form('Dispute about a missed appointment decided', 'appointment', 'reason'),
  'outcome-not-known': form('Outcome sent by a code that nobody knows', 'appointment', 'clinic'),
  'letter-returned': form('Letter came back', 'about', 'to', 'address'),
  'copy-decided': form('Whether a copy of a letter goes to a parent', 'appointment', 'because', 'until', 'reason'),
} as const

/** The forms of how a family and its services work together. */
export const engagementForms = {
  words: 'How the family and its services work together',
  kinds: {
    'family-view': form('How a parent or relative sees it', 'person', 'about'),
    strength: form('What goes well', 'person'),
    'not-forthcoming': form('Somebody avoids, declines or is vague', 'person', 'about', 'effect'),
    distrust: form('Trust is poor', 'person', 'agency'),
    'trust-plan': form('How trust is to be won', 'ways'),
    'engagement-reviewed': form('Why family and services do not meet, thought over', 'about', 'shared'),
    'help-offered': form('Help offered, or offered again', 'person', 'form', 'answer', 'why', 'navigator'),
    'service-ends': form('Service ends or pauses', 'agency', 'last', 'until', 'instead', 'reason'),
    'continuity-reviewed': form('How often the worker changed, reviewed'),
    'lead-skills': form('Whether the lead has the skills', 'plan'),
    'assessment-prompts': form(
      'Questions of every assessment answered',
      'childhood',
      'age',
      'ownHistory',
      'domesticAbuse',
      'events',
      'adaptation',
      'means',
      'ask',
    ),
    'assessment-contribution': form('Contribution to an assessment', 'agency', 'nothing'),
    'childhood-records': form('Records of an adult’s own childhood', 'source', 'answer', 'reason'),
    'sharing-decided': form(
      'Information shared, or not shared',
      'what',
      'with',
      'purpose',
      'basis',
      'reason',
      'is',
      'familyTold',
      'whyNotTold',
    ),
    ...parentsPageForms,
    'not-told': form('Somebody not told, because it is not safe', 'person'),
  },
} as const
