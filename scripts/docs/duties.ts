import { findDay } from '../../src/calendar/day.ts'
import { limitInWords } from '../../src/calendar/limit.ts'
import { dayInWords } from '../../src/calendar/words.ts'
import type { Edition, Rule } from '../../src/duties/rule.ts'
import { rules, rulesByPractice } from '../../src/duties/rules.ts'
import { roleInWords } from '../../src/people/role.ts'
import { titled } from './markdown.ts'

const inWords = (iso: string): string => {
  const day = findDay(iso)
  return day === undefined ? iso : dayInWords(day)
}
const edition = ({ from, document }: Edition): string =>
  from === undefined ? document : `${document} (from ${inWords(from)})`

const shapes: Readonly<Record<Rule['shape'], string>> = {
  deadline: 'a day by which it is done',
  silence: 'too long since the last entry of its kind',
  count: 'the nth of something, added across agencies',
  'if-then': 'an agreed condition was met',
  gate: 'something that must stand before the next step',
  change: 'what a decision rests on has ended',
  join: 'two records that belong together',
  contradiction: 'one record denies another',
}

const whenHeard: Readonly<Record<Rule['heard'], string>> = {
  'at-once': 'at once, on every day',
  daily: 'in the notice of the day',
  'when-late': 'only when it is late',
}

const heard = ({ heard: when, hears }: Rule): readonly string[] => [
  `- **Heard:** ${whenHeard[when]}${hears.length === 0 ? '' : `; the day it opens also by the ${hears.map(roleInWords).join(', ')}`}.`,
]

const ruleSection = (rule: Rule): string =>
  [
    `### ${rule.name}`,
    '',
    `${rule.says}.`,
    '',
    `- **By when:** ${rule.clock ?? limitInWords(rule.limit)}. *${titled(rule.label)}.*`,
    `- **Whose:** ${roleInWords(rule.owner)}${rule.ladder.length === 0 ? '' : `; when it is late, ${rule.ladder.map(roleInWords).join(', then ')}`}`,
    ...heard(rule),
    `- **Rests on:** ${rule.source.map(edition).join('; ')}. Checked on ${inWords(rule.checked)}.`,
    `- **Kind of clock:** ${shapes[rule.shape]}. Catalogue: ${rule.catalogue}.`,
  ].join('\n')

const practiceSection = ([title, own]: readonly [string, readonly Rule[]]): string =>
  own.length === 0 ? '' : `## ${title}\n\n${own.map(ruleSection).join('\n\n')}\n\n`

const count = (label: Rule['label']): number => rules.filter(rule => rule.label === label).length

const before = (): string => `# Duties

Every rule of Holdfast: what makes a duty, whose it is, by when, and what that rests on. There are ${rules.length}: ${count('statutory')} are statutory, ${count('local procedure')} follow a local procedure, ${count('local setting')} are local settings, defaults of Holdfast that a partnership may change (\`limit-set\` in [entries.md](entries.md)). A default is never shown as law.

The clock of a rule starts as day 0; working days are England's. Hours are elapsed hours. Where a source has several editions, the one in force on the day a clock starts is that of its duty; days before the first edition are judged by the first. A rule that is not statutory is for the agencies that have adopted it; the examples and a replay take all rules as adopted.

This page is made from the code by \`npm run docs\`.

`

/** docs/duties.md: every rule by practice. */
export const dutiesPage = (): string =>
  `${before()}${Object.entries(rulesByPractice).map(practiceSection).join('').trimEnd()}\n`
