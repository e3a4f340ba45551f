import type { Kind } from '../../record/entry.ts'

/** What the forms of a parent's own page ask, beside what all ask alike. */
export const questionsOfParentsPage = {
  'phone-safety-asked': {
    person: 'Which parent?',
    alone: 'Were they alone, and could nobody listen?',
    others: 'Does anybody else use the phone, or read it?',
    safe: 'Do they say that a page on it is safe?',
    way: 'What do they choose?',
  },
  'parent-page-opened': { person: 'Which parent?', way: 'How does it reach them?' },
  'parent-page-closed': { person: 'Which parent?', closedBy: 'Who closed it?' },
  'young-person-asked': {
    person: 'Which young person?',
    parent: 'Which parent, if it is about one?',
    agrees: 'May a parent see their appointments and results?',
  },
} as const satisfies { readonly [K in Kind]?: Readonly<Record<string, string>> }
