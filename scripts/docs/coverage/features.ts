/** A part of the product that answers something without being a duty: what it is, and where it stands. */
export interface Feature {
  readonly words: string
  readonly where: string
}

/** What Holdfast does beside its rules. */
export const features = {
  chronology: {
    words: 'one chronology of all agencies, the moment something is written',
    where: 'src/pages/chronology.ts',
  },
  'as-known': { words: 'the record as it was known on a day', where: 'src/pages/family-on-day.ts' },
  openings: {
    words: 'every opening of a record is written down, and told where it was unusual',
    where: 'src/pages/openings.ts',
  },
  emergency: { words: 'what urgent care sees at once', where: 'src/pages/emergency.ts' },
  'who-knows': { words: 'who knows of an entry, and who does not', where: 'src/pages/who-knows.ts' },
  sight: { words: 'who may know an entry, held at one gate and in the database', where: 'src/record/sight.ts' },
  editions: { words: 'rules keep their editions, and history is judged by its own', where: 'src/duties/rule.ts' },
  'no-score': { words: 'no risk is scored and nothing is decided: duties and facts only', where: 'docs/hazards.md' },
  'no-totals': { words: 'a duty names a role; nobody’s name carries a total', where: 'docs/words.md' },
  words: { words: '“was not brought” is the only word for it', where: 'docs/words.md' },
} as const satisfies Readonly<Record<string, Feature>>

type Otherwise = {
  readonly rules?: readonly string[]
  readonly features?: readonly (keyof typeof features)[]
  readonly because?: string
}

/** Rows of the catalogue that are a feature, are one with another row's rule, or are not software's business. */
export const answeredOtherwise: Readonly<Record<string, Otherwise>> = {
  'R-CHR-1': { features: ['chronology'] },
  'R-INF-3': { features: ['openings'] },
  'R-INF-4': { features: ['emergency'] },
  'R-REC-3': { features: ['editions'] },
}
