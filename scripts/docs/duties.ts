import { type Changed, laws, type Pack, packs } from '../../src/duties/pack.ts'
import type { Edition, Rule } from '../../src/duties/rule.ts'
import {
  editionInWords,
  heardInWords,
  placesInWords,
  ruleClockInWords,
  shapesInWords,
  textDayInWords,
} from '../../src/duties/rule-words.ts'
import { rules, rulesByPractice } from '../../src/duties/rules.ts'
import { roleInWords } from '../../src/people/role.ts'
import { table, titled } from './markdown.ts'

const listed = (names: readonly Rule['owner'][], by: string): string => names.map(roleInWords).join(by)

const heard = ({ hears, heard: when }: Rule): string =>
  `- **Who owes it hears:** ${heardInWords[when]}.${hears.length === 0 ? '' : ` The day it opens, also: ${listed(hears, ', ')}.`}`

const adoption = ({ label }: Rule): string =>
  label === 'statutory'
    ? '- **For:** everybody; nobody sets another limit.'
    : '- **For:** the agencies that have adopted it; a partnership may set a limit of its own.'

const waiting = ({ waitsFor }: Rule): readonly string[] =>
  waitsFor === undefined ? [] : [`- **Silent until:** the day on which \`${waitsFor}\` begins is entered (see Laws).`]

const retired = ({ until }: Rule): readonly string[] =>
  until === undefined ? [] : [`- **Retired:** starts no clock after ${textDayInWords(until)}.`]

const ruleSection = (rule: Rule): string =>
  [
    `### ${rule.name}`,
    '',
    `${rule.says}.`,
    '',
    `- **By when:** ${ruleClockInWords(rule)}. *${titled(rule.label)}.*`,
    `- **Whose:** ${roleInWords(rule.owner)}${rule.ladder.length === 0 ? '' : `; when it is late, ${listed(rule.ladder, ', then ')}`}`,
    heard(rule),
    `- **Rests on:** ${rule.source.map(editionInWords).join('; ')}. Checked on ${textDayInWords(rule.checked)}.`,
    adoption(rule),
    `- **Where:** ${rule.places.map(place => placesInWords[place]).join(', ')}.`,
    ...waiting(rule),
    ...retired(rule),
    `- **Kind of clock:** ${shapesInWords[rule.shape]}. Catalogue: ${rule.catalogue}.`,
  ].join('\n')

const practiceSection = ([title, own]: readonly [string, readonly Rule[]]): string =>
  own.length === 0 ? '' : `## ${title}\n\n${own.map(ruleSection).join('\n\n')}\n\n`

const count = (label: Rule['label']): number => rules.filter(rule => rule.label === label).length

const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-')

const contents = (): string =>
  Object.entries(rulesByPractice)
    .map(([title, own]) => `- [${title}](#${anchor(title)}) (${own.length})`)
    .join('\n')

const before = (): string => `# Duties

Every rule of Holdfast: what makes a duty, whose it is, by when, and what that rests on. There are ${rules.length}: ${count('statutory')} are statutory, ${count('local procedure')} follow a local procedure, ${count('local setting')} are local settings, defaults of Holdfast that a partnership may change. A default is never shown as law.

The clock of a rule starts as day 0; working days are England's. Hours are elapsed hours. Where a source has several editions, the one in force on the day a clock starts is that of its duty; days before the first edition are judged by the first. In the program the page \`/rules\` shows the same, with what your partnership has adopted and set beside it.

**Adopted.** A rule that is not statutory is owed by the agencies that have adopted it, from the day on which they did (\`rule-adopted\` in [entries.md](entries.md), the page \`/rules/adopt\`, or \`holdfast adopt\`). Until then it suggests: what it suggests is not late, is in no figure, and nobody is told of it. The examples and a replay take all rules as adopted.

**Limits of your own.** A limit whose label is local can be set by the partnership, with who, why and from which day (\`limit-set\`, the page of the rule, or \`holdfast limit\`). A duty keeps the limit of the day on which its clock started. Nobody sets a statutory limit.

**Kept quiet.** A rule of which those who owe it hear *not before it is late* stands on their pages all the while.

This page is made from the code by \`npm run docs\`.

${contents()}
- [Editions of statutory guidance](#editions-of-statutory-guidance)
- [Laws that begin by regulations](#laws-that-begin-by-regulations)
- [Retired](#retired)

`

const changes = (changed: readonly Changed[]): string =>
  changed.length === 0
    ? ''
    : `\n\n${table(
        ['what', 'before', 'from then on'],
        changed.map(({ what, before: was = '', now }) => [what, was, now]),
      )}`

const read: Readonly<Record<Pack['read'], string>> = {
  'in local procedures that quote it': 'Its text is known here from local procedures that quote it.',
  'not read': 'Its text has not been read here.',
}

const packSection = (pack: Pack): string => {
  const citing = rules.filter(({ source }) => source.some(({ document }: Edition) => document.startsWith(pack.cited)))
  const cited = citing.length === 0 ? 'No rule cites it.' : `${citing.length} rules cite it.`
  return `### ${pack.name}

From ${textDayInWords(pack.from)}. ${read[pack.read]} ${cited} Checked on ${textDayInWords(pack.checked)}.${pack.note === undefined ? '' : ` ${pack.note}`}${changes(pack.changed)}`
}

const packsSection = (): string => `## Editions of statutory guidance

${packs.map(packSection).join('\n\n')}`

const lawsSection = (): string => `## Laws that begin by regulations

The Children's Wellbeing and Schools Act 2026 was enacted on 29 April 2026; these parts of it start by regulations, which may differ by area. A rule that waits for one is silent until the partnership enters the day on which it begins there (\`law-begins\` in [entries.md](entries.md), or the page \`/rules/editions\`).

${table(
  ['name', 'what it brings', 'where it stands', 'what is known of its day'],
  Object.entries(laws).map(([name, { words, section, known }]) => [`\`${name}\``, words, section, known]),
)}`

const retiredRows = (): readonly (readonly string[])[] => [
  ...rules
    .filter(({ until }) => until !== undefined)
    .map(rule => [
      `\`${rule.name}\``,
      ruleClockInWords(rule),
      textDayInWords(rule.until ?? ''),
      'the rule was retired',
    ]),
  ...rules.flatMap(rule =>
    (rule.earlier ?? []).map(one => [`\`${rule.name}\``, ruleClockInWords(one), textDayInWords(one.until), one.why]),
  ),
]

const retiredSection = (): string => {
  const rows = retiredRows()
  return `## Retired

Rules that have been retired and earlier defaults of Holdfast stay here, since they judge the clocks that started while they held.

${rows.length === 0 ? 'None yet.' : table(['rule', 'its clock', 'for clocks that started up to', 'why'], rows)}`
}

/** docs/duties.md: every rule by practice, the editions, the laws, and what was retired. */
export const dutiesPage = (): string =>
  `${before()}${Object.entries(rulesByPractice).map(practiceSection).join('')}${packsSection()}\n\n${lawsSection()}\n\n${retiredSection()}\n`
