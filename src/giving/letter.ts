import type { Day } from '../calendar/day.ts'

/** A letter as it is printed or opened as a document: plain text throughout, so that nothing hides in it. */
export interface Letter {
  /** Who writes it, a line each. */
  readonly from: readonly string[]
  /** To whom and where, a line each. */
  readonly to: readonly string[]
  readonly day: Day
  readonly about: string
  readonly greeting: string
  readonly parts: readonly LetterPart[]
  readonly ending: readonly string[]
}

/** A part of a letter: a few sentences under a heading, or without one. */
export interface LetterPart {
  readonly heading?: string
  readonly says: readonly string[]
}

/** Every word of a letter, for those who look for what must not be in it. */
export const wordsOfLetter = ({ from, to, about, greeting, parts, ending }: Letter): string =>
  [
    ...[...from, ...to, about, greeting],
    ...parts.flatMap(({ heading, says }) => [heading ?? '', ...says]),
    ...ending,
  ].join('\n')
