import type { EntryOf } from './entry.ts'
import type { parentsPageKinds } from './parents-page.ts'
import type { Sentences } from './words.ts'

const ways: Record<NonNullable<EntryOf<'parent-page-opened'>['way']>, string> = {
  page: 'a page of their own',
  paper: 'their page on paper',
  talk: 'what stands on their page, in a talk',
}

const isClosedBy = ({ closedBy }: EntryOf<'parent-page-closed'>): string =>
  closedBy === 'parent' ? ', by themselves' : ''

/** How a parent's own page is said: what was asked first, what was given and closed. */
export const parentsPageSentences = {
  'phone-safety-asked': (entry, name) =>
    `${name(entry.person)} was asked ${entry.alone ? 'alone' : 'with somebody there'} whether a page on their phone is safe: ${entry.safe ? 'yes' : 'no'}`,
  'parent-page-opened': (entry, name) => `${name(entry.person)} was given ${ways[entry.way ?? 'page']}`,
  'parent-page-closed': (entry, name) => `the page of ${name(entry.person)} was closed${isClosedBy(entry)}`,
  'young-person-asked': (entry, name) =>
    `${name(entry.person)} was asked whether ${entry.parent === undefined ? 'a parent' : name(entry.parent)} may see their appointments: ${entry.agrees ? 'yes' : 'no'}`,
} as const satisfies Sentences<keyof typeof parentsPageKinds>
