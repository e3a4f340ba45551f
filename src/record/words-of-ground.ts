import { agencyInWords } from '../people/service.ts'
import type { EntryOf } from './entry.ts'
import { and, type Naming } from './wording.ts'
import type { Sentences } from './words.ts'

const rests: Record<EntryOf<'ground'>['about'], (who: string | undefined) => string> = {
  'lives-at': who => `where ${who ?? 'the family'} lives`,
  'helped-by': who => `help from ${who ?? 'somebody'}`,
  'protected-by': who => `${who ?? 'somebody'} protecting the child`,
  'relationship-ended': who => `the parting from ${who ?? 'a partner'}`,
  'no-contact': who => `${who ?? 'somebody'} having no contact`,
  'not-there': who => `${who ?? 'somebody'} not being in the home`,
  needs: () => 'the needs of the child',
  'co-operates': who => `${who ?? 'the family'} agreeing and working with us`,
  service: () => 'a service being given',
  other: () => 'something that was written down',
}

const tested = ({ tested: yes }: EntryOf<'ground'>): string =>
  yes === undefined ? '' : yes ? ', borne out by a second source' : ', not borne out by a second source'

const who = ({ person }: EntryOf<'ground'>, name: Naming): string | undefined =>
  person === undefined ? undefined : name(person)

/** How the grounds of decisions and assessments are said: what they rest on, and whether that was tested. */
export const groundSentences = {
  ground: (entry, name) =>
    `it was said to rest on ${rests[entry.about](who(entry, name))}${and(entry.address, ': ')}${entry.agency === undefined ? '' : ` by ${agencyInWords(entry.agency)}`}${tested(entry)}`,
  'ground-ended': () => 'something that it rested on ended',
} as const satisfies Sentences<'ground' | 'ground-ended'>
