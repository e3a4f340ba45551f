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
  openings: { words: 'every opening of a record is written down', where: 'src/pages/openings.ts' },
  emergency: { words: 'what urgent care sees at once', where: 'src/pages/emergency.ts' },
  'who-knows': { words: 'who knows of an entry, and who does not', where: 'src/pages/who-knows.ts' },
  sight: { words: 'who may know an entry, held at one gate and in the database', where: 'src/record/sight.ts' },
  editions: { words: 'rules keep their editions, and history is judged by its own', where: 'src/duties/rule.ts' },
  meeting: { words: 'the page for a meeting', where: 'src/pages/meeting-pack.ts' },
  medicines: {
    words: 'every prescriber’s words side by side, the signed list, results and questions',
    where: 'src/pages/medicines.ts',
  },
  attendance: { words: 'what was offered and kept, with each reason', where: 'src/pages/offered-and-kept.ts' },
  counting: { words: 'one place decides what counts, and why not', where: 'src/record/counted.ts' },
  strength: { words: 'what goes well is an entry of its own', where: 'src/record/engagement.ts' },
  reply: { words: 'the family’s reply stands wherever the entry does', where: 'src/record/contact.ts' },
  today: { words: 'Today: families without a worker, workers away, what is late', where: 'src/pages/today.ts' },
  notices: { words: 'few notices, worst first', where: 'src/duties/notices-of-day.ts' },
  borough: { words: 'a made-up borough measures the weight of it', where: 'scripts/simulate.ts' },
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
  'R-ALL-7': {
    features: ['today', 'borough'],
    because: 'how much one person can carry is for the manager to see: no page sets a number against a name',
  },
  'R-APT-10': { features: ['meeting'] },
  'R-APT-12': { features: ['medicines'] },
  'R-APT-15': { features: ['counting', 'attendance'] },
  'R-CHR-1': { features: ['chronology'] },
  'R-CIN-8': { features: ['meeting'] },
  'R-ENG-2': { features: ['attendance', 'meeting'] },
  'R-ICPC-12': { rules: ['meeting-minutes-sent'] },
  'R-INF-2': { features: ['who-knows'] },
  'R-INF-3': { features: ['openings'] },
  'R-INF-4': { features: ['emergency'] },
  'R-INF-5': { rules: ['contact-detail-verified', 'contact-details-settled', 'invitation-arrived'] },
  'R-DA-7': { features: ['sight'] },
  'R-LRN-2': { features: ['meeting'] },
  'R-MED-1': { features: ['medicines'] },
  'R-MED-2': { features: ['medicines'] },
  'R-MED-3': { features: ['medicines', 'emergency'] },
  'R-MTG-8': { features: ['meeting'] },
  'R-MTG-10': { rules: ['agenda-gone-through'], features: ['meeting'] },
  'R-REC-1': { features: ['as-known'] },
  'R-REC-3': { features: ['editions'] },
  'R-VOI-2': { features: ['medicines'] },
  'R-VOI-3': { features: ['strength', 'attendance', 'reply'] },
}
