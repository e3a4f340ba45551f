import type { Day } from '../../calendar/day.ts'
import { type Span, spanInWords } from '../../calendar/span.ts'
import { dayInWords } from '../../calendar/words.ts'
import { questionOf } from '../../intake/forms/questions.ts'
import { fieldShape } from '../../intake/forms/read-form.ts'
import { type Role, roleInWords } from '../../people/role.ts'
import { type Agency, agencyInWords } from '../../people/service.ts'
import { always } from '../../record/always.ts'
import { type Entry, kinds } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import type { FieldShape } from '../../record/field-shape.ts'
import { childOfRecord, type Naming } from '../../record/wording.ts'
import { headingOf } from '../../record/words.ts'
import { audienceInWords, findAudienceInWords } from './audience-words.ts'
import { choiceInWords } from './choice-words.ts'

type Say = (value: unknown, entry: Entry, name: Naming) => string

/** Whom something went to: an agency, a role, a person of the record, or a name as it was written. */
const recipientInWords = (word: string, name: Naming): string => findAudienceInWords(word) ?? name(word as PersonId)

const reference = (value: unknown): string => `reference ${String(value)}`

const bySort: Readonly<Record<Exclude<FieldShape['sort'], 'list'>, Say>> = {
  words: String,
  count: String,
  day: value => dayInWords(value as Day),
  span: value => spanInWords(value as Span),
  agency: value => agencyInWords(value as Agency),
  role: value => roleInWords(value as Role),
  audience: value => audienceInWords(String(value)),
  person: (value, _, name) => name(value as PersonId),
  thing: reference,
  entry: reference,
  'yes-no': value => (value === true ? 'Yes' : 'No'),
  choice: (value, { kind }) => choiceInWords(kind, String(value)),
}

const inWords = ({ sort, each }: FieldShape, value: unknown, entry: Entry, name: Naming): string => {
  if (sort !== 'list') return bySort[sort](value, entry, name)
  const one = each ?? { sort: 'words' }
  const say: Say =
    one.sort === 'words' || one.sort === 'list' ? word => recipientInWords(String(word), name) : bySort[one.sort]
  return (value as readonly unknown[]).map(part => say(part, entry, name)).join('; ')
}

const asked = (question: string, answer: string): string => `${question}${question.endsWith('?') ? '' : ':'} ${answer}`

const ownFields = (entry: Entry, name: Naming): readonly string[] => {
  const held = entry as unknown as Readonly<Record<string, unknown>>
  return Object.keys(kinds[entry.kind].fields).flatMap(field =>
    held[field] === undefined
      ? []
      : [asked(questionOf(entry.kind, field), inWords(fieldShape(entry.kind, field), held[field], entry, name))],
  )
}

const when = ({ from, day, at }: Entry): string =>
  day === always ? 'always' : spanInWords({ from, to: day, ...(at === undefined ? {} : { at }) })

const writtenBy = ({ by, author }: Entry): string => `${agencyInWords(by)}${author === undefined ? '' : `, ${author}`}`

/** What is true of a person names that person itself; all else is about a child, the child of the record unless it says. */
const about = ({ kind, child }: Entry, name: Naming): readonly string[] =>
  child === undefined && kinds[kind].options.undated === true
    ? []
    : [`About: ${(child ?? [childOfRecord]).map(name).join('; ')}`]

/** Who may know an entry goes with it wherever it is copied. */
const sightOf = ({ kind, sight, hiddenFrom }: Entry, name: Naming): readonly string[] => {
  const only: readonly string[] | undefined = sight ?? kinds[kind].options.sight
  return [
    ...(only === undefined ? [] : [`Only these may know this: ${only.map(audienceInWords).join('; ')}`]),
    ...(hiddenFrom === undefined ? [] : [`Not to be known to: ${hiddenFrom.map(name).join('; ')}`]),
  ]
}

/**
 * An entry as plain text, for the record of one's own agency: what happened and when, who wrote it, every field in
 * words, its own words, and who may know it.
 */
export const entryAsText = (entry: Entry, name: Naming): string =>
  [
    headingOf(entry, name),
    `When: ${when(entry)}`,
    ...(entry.written === entry.day ? [] : [`Written: ${dayInWords(entry.written)}`]),
    `Written by: ${writtenBy(entry)}`,
    ...about(entry, name),
    ...ownFields(entry, name),
    ...(entry.text === undefined ? [] : ['In their own words:', entry.text]),
    ...sightOf(entry, name),
    `In Holdfast: ${entry.id}`,
  ].join('\n')
