/** What a sender's code may mean: a closed list, so that every code of every sender ends in one word of ours. */
export const meanings = {
  attended: 'They came and were seen',
  'came-too-late': 'They came too late to be seen',
  missed: 'Nobody came, and nobody had said so before',
  'cancelled-by-family': 'The family cancelled it',
  'cancelled-by-clinic': 'The hospital or clinic cancelled it',
  'cancelled-not-known-by-whom': 'It was cancelled, and the code does not say by whom',
  'moved-by-clinic': 'The hospital or clinic moved it to another day',
  'moved-by-family': 'The family asked for another day',
  'no-outcome-yet': 'Nothing has come of it yet',
  'not-known': 'The code says nothing that we know',
} as const satisfies Record<string, string>

export type Meaning = keyof typeof meanings

/** Whether a word is a meaning. */
export const isMeaning = (word: string): word is Meaning => Object.hasOwn(meanings, word)

/** What one code of one sender means; `place` is where it stands ("SCH-25"), left out for every place. */
export interface MappingRow {
  readonly place?: string
  readonly code: string
  readonly means: Meaning
  /** What kept the family, where the code says so by itself: no transport, ill. */
  readonly barrier?: string
}
