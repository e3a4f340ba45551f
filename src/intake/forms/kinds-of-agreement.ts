import { form } from './form-of-kind.ts'

/** Rules that were agreed or ordered, and whether they are kept. */
export const agreedRuleForms = {
  'agreed-rule': form(
    'Rule agreed or ordered (bail, court, plan)',
    'source',
    'person',
    'terms',
    'address',
    'awayFrom',
    'attends',
    'until',
    'checkedBy',
    'how',
    'agreedBy',
  ),
  'agreed-rule-checked': form('Whether a rule is kept was checked', 'agreedRule'),
  'agreed-rule-broken': form('A rule was not kept', 'agreedRule', 'person'),
  'agreed-rule-reviewed': form('A rule was looked at again', 'agreedRule', 'until', 'reason'),
} as const

/** What was agreed for the case that something happens. */
export const conditionForms = {
  condition: form(
    'Agreed: if this happens, then that is done',
    'events',
    'times',
    'within',
    'since',
    'person',
    'clinic',
    'consequence',
    'owner',
    'agreedBy',
    'reviewBy',
  ),
  'condition-reviewed': form('Condition looked at again', 'reviewBy'),
  'condition-acted-on': form('What a condition says was done'),
  'condition-set-aside': form('Condition met and not acted on', 'signedBy'),
} as const
