import type { Rule } from '../../../src/duties/rule.ts'
import { rules } from '../../../src/duties/rules.ts'
import { beyond } from './beyond.ts'
import { catalogueRows } from './catalogue.ts'
import { answeredOtherwise, type Feature, features } from './features.ts'
import { type ReviewRow, review } from './review.ts'

const byCatalogue = Map.groupBy(rules, ({ catalogue }) => catalogue)
const byName = new Map(rules.map(one => [one.name, one]))

/** What answers a row: rules, features, or one line that says why it is not software's business. */
export interface Answer {
  readonly rules: readonly Rule[]
  readonly features: readonly Feature[]
  readonly because?: string
}

const named = (names: readonly string[] | undefined): readonly Rule[] =>
  (names ?? []).flatMap(name => byName.get(name) ?? [])

/** What answers a row of the catalogue: its own rules, and those or the features that it was made one with. */
export const answerTo = (row: string): Answer => {
  const other = answeredOtherwise[row]
  return {
    rules: [...(byCatalogue.get(row) ?? []), ...named(other?.rules)],
    features: (other?.features ?? []).map(key => features[key]),
    ...(other?.because === undefined ? {} : { because: other.because }),
  }
}

const isFeature = (key: string): key is keyof typeof features => Object.hasOwn(features, key)

const answerOf = (key: string): Answer => (isFeature(key) ? { rules: [], features: [features[key]] } : answerTo(key))

const ruleLink = ({ name }: Rule): string => `[${name}](duties.md#${name})`
const featureLink = ({ words, where }: Feature): string => `${words} ([${where.split('/').at(-1)}](../${where}))`

const answerInWords = (keys: readonly string[]): string => {
  const answers = keys.map(answerOf)
  const said = [
    ...new Set(answers.flatMap(one => one.rules.map(ruleLink))),
    ...new Set(answers.flatMap(one => one.features.map(featureLink))),
    ...new Set(answers.flatMap(one => (one.because === undefined ? [] : [`*${one.because}*`]))),
  ]
  return said.join(', ')
}

const reviewLine = ([paragraph, says, ...answers]: ReviewRow, index: number): string =>
  `| ${index + 1} | ${paragraph} | ${says} | ${answerInWords(answers)} |`

const catalogueLine = (row: string): string => `| ${row} | ${answerInWords([row])} |`

const beyondLine = ([says, ...names]: (typeof beyond)[number]): string =>
  `| ${says} | ${[...named(names).map(ruleLink), ...names.filter(isFeature).map(key => featureLink(features[key]))].join(', ')} |`

const chapterOf = ([paragraph]: ReviewRow): string => paragraph.split('.')[0] ?? ''
const chapters: Readonly<Record<string, string>> = {
  1: 'Introduction',
  2: 'What happened',
  3: 'What the family says',
  4: 'What practitioners say',
  5: 'Analysis',
  6: 'Good practice',
  7: 'Recommendations',
}

const chapter = (number: string): string => {
  const rows = review.map((row, index) => [row, index] as const).filter(([row]) => chapterOf(row) === number)
  const lines = rows.map(([row, index]) => reviewLine(row, index))
  return `### ${chapters[number]}\n\n| # | ¶ | What the review names | What answers it |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`
}

/** The rows of the catalogue and of the review that nothing answers, and the names that nothing is called by. */
export const unanswered = (): readonly string[] => {
  const isEmpty = (one: Answer) => one.rules.length + one.features.length === 0 && one.because === undefined
  const unknown = [
    ...beyond.flatMap(([, ...names]) => names),
    ...Object.values(answeredOtherwise).flatMap(one => one.rules ?? []),
  ]
  return [
    ...catalogueRows.filter(row => isEmpty(answerTo(row))),
    ...review.flatMap(([paragraph, says, ...answers]) =>
      answers.every(key => isEmpty(answerOf(key))) ? [`${paragraph} ${says}`] : [],
    ),
    ...unknown.filter(name => !byName.has(name) && !isFeature(name)),
  ]
}

/** docs/coverage.md: what answers each thing that the review names, each row of the catalogue, and each pattern of other reviews. */
export const coveragePage = (): string => `# What answers what

Every paragraph of the review, every row of the catalogue of duties and every pattern of other reviews, with the rule, the feature or the page that answers it; or, in slanted letters, why it is not the business of software. Rules are described in [duties.md](duties.md). This page is made from the code by \`npm run docs\`, and a test holds it to be whole.

## The review, paragraph by paragraph

${Object.keys(chapters).map(chapter).join('\n')}
## The catalogue of duties

| Row | What answers it |
| --- | --- |
${catalogueRows.map(catalogueLine).join('\n')}

## What other reviews add

| Pattern | What answers it |
| --- | --- |
${beyond.map(beyondLine).join('\n')}
`
