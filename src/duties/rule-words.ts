import { findDay } from '../calendar/day.ts'
import { limitInWords } from '../calendar/limit.ts'
import { dayInWords } from '../calendar/words.ts'
import type { Edition, Heard, Place, Rule, Shape } from './rule.ts'
import { rulesByPractice } from './rules.ts'

/** The shapes of duties in words: what kind of clock a rule has. */
export const shapesInWords: Readonly<Record<Shape, string>> = {
  deadline: 'a day by which it is done',
  silence: 'too long since the last entry of its kind',
  count: 'the nth of something, added across agencies',
  'if-then': 'an agreed condition was met',
  gate: 'something that must stand before the next step',
  change: 'what a decision rests on has ended',
  join: 'two records that belong together',
  contradiction: 'one record denies another',
}

/** When those who owe a duty hear of it, in words. */
export const heardInWords: Readonly<Record<Heard, string>> = {
  'at-once': 'at once, by day and night',
  daily: 'with the next morning’s list',
  'when-late': 'not before it is late',
}

/** The countries in words. */
export const placesInWords: Readonly<Record<Place, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
}

/** A day that stands in a rule as text, in words. */
export const textDayInWords = (text: string): string => {
  const day = findDay(text)
  return day === undefined ? text : dayInWords(day)
}

/** An edition of a source with the day from which it holds. */
export const editionInWords = ({ from, document }: Edition): string =>
  from === undefined ? document : `${document} (from ${textDayInWords(from)})`

/** The clock of a rule as Holdfast has it: the words where a limit cannot say it, else the limit. */
export const ruleClockInWords = ({ clock, limit }: Pick<Rule, 'clock' | 'limit'>): string =>
  clock ?? limitInWords(limit)

const practices = new Map(
  Object.entries(rulesByPractice).flatMap(([practice, own]) =>
    (own as readonly Rule[]).map(({ name }): [string, string] => [name, practice]),
  ),
)

/** The practice to which a rule belongs, by its heading. */
export const practiceOf = ({ name }: Rule): string => practices.get(name) ?? ''
