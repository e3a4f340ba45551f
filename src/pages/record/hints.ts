import type { Kind } from '../../record/entry.ts'

const dayHint = '14 May 2019, or about 14 May 2019'
const spanHint = '14 May 2019, 14 May 2019 10:20, or about 14 May 2019'

/** What helps to fill in a field, of one kind or of all that have it. */
const hints: Readonly<Record<string, string>> = {
  'contact.reached': 'Nobody reached is worth writing down too.',
  'contact.seen': '“Visited” alone is not “seen”: tick the children whom somebody saw.',
  'person.name': 'As the family says it.',
  'person.nhs': 'Ten figures, such as 999 000 0018. One that does not check is kept as not verified.',
  'lives-at.address': 'Write the same place the same way each time.',
  'relationship.is': 'A mother is the mother of her child.',
  'referral-decided.decision': 'Such as: an assessment, no further action, passed to early help.',
  'undertaking-given.about': 'Begin with a verb: weigh the baby.',
  'person-covered.status': 'Somebody whom nobody asked did not decline.',
  'conference-booked.provisional': 'A day that is only pencilled in is not a booking.',
  'contact.alsoThere': 'An adult in the house, or one of whom you were told.',
  'agreed-rule.terms': 'Without them nobody can tell that the rule is not kept.',
  'agreed-rule.until': 'Whoever holds the case is asked before that day.',
  'condition.events': 'Without them nobody can tell that the condition is met.',
  'condition.times': 'One unless you say otherwise.',
  'condition.within': 'Leave it empty when any time counts.',
  'condition.since': 'From the agreement unless you say otherwise.',
  'condition.text': 'The words in which it was agreed; the form beside them says the same so that it can be checked.',
  'plan-ended.signedBy': 'An exception takes a team manager and a service manager.',
  'set-aside.signedBy': 'What is statutory takes two signatures.',
  'condition-set-aside.signedBy': 'It takes a team manager and a service manager.',
  'challenge-answered.level': '1 for practitioners, 2 for managers, and so on.',
  'strategy-discussion.child': 'Name every child for whom something was decided.',
  'instruction.dose': 'Exactly as it is said: nobody works it out from other words.',
  'medicines-agreed.instructions':
    'Tick each line that was agreed. A list without its lines settles what was in dispute without saying how.',
  'sick-day-plan-said-back.text': 'Their words, not yours.',
  'sick-day-plan.steps': 'One step a line.',
  'finding.mustKnow': 'Whoever is not told of it cannot know it.',
  'honour-risk.text': 'Do not speak to the family, and do not use anybody of the community as interpreter.',
  'pregnancy-ended.on': `No reason is asked. ${spanHint}`,
}

/** What helps to fill in a field, or nothing where its question is enough. */
export const hintOf = (kind: Kind, field: string): string | undefined => hints[`${kind}.${field}`]

/** How a day is written, where a moment may be written and where only a day is kept. */
export const dayHints = { day: dayHint, span: spanHint } as const
