import type { EntryOf } from './entry.ts'
import type { toFamilyKinds } from './to-family.ts'
import { plain } from './wording.ts'
import type { Sentences } from './words.ts'

const ways: Record<EntryOf<'way-agreed'>['way'], string> = {
  text: 'is reached by text',
  'e-mail': 'is reached by e-mail',
  letter: 'is reached by letter',
  call: 'is rung',
  none: 'wants no messages',
}

const safety = ({ safe, askedAlone }: EntryOf<'way-agreed'>): string =>
  safe === undefined ? '' : `, which is ${safe ? 'safe' : 'not safe'}${askedAlone === true ? ', asked alone' : ''}`

const contacts: Record<EntryOf<'family-time-decided'>['contact'], string> = {
  yes: 'sees the child',
  supervised: 'sees the child with somebody there',
  no: 'does not see the child',
}

const answers: Record<EntryOf<'change-answered'>['answer'], string> = {
  changed: 'a clinic changed an appointment as it was asked',
  'not-possible': 'a clinic could not change an appointment',
  'goes-on': 'an appointment stays as it is, and no change is needed',
}

const became: Record<EntryOf<'message-to-family'>['state'], string> = {
  sent: 'was sent',
  delivered: 'arrived',
  failed: 'did not arrive',
  held: 'was held, and is for a person to look at',
  'for-a-person': 'is for a person to give, by a call or a letter',
}

/** How services reach the family and plan with it, said in sentences. */
export const toFamilySentences = {
  'way-agreed': (entry, name) => `it was agreed that ${name(entry.person)} ${ways[entry.way]}${safety(entry)}`,
  'family-time-decided': (entry, name) =>
    `it was decided that ${name(entry.person)} ${contacts[entry.contact]}${
      entry.appointments === true ? ', and is told of appointments' : ''
    }`,
  'coming-along': entry => `${entry.who} ${entry.coming === false ? 'cannot come' : 'comes'} along to an appointment`,
  'change-asked': entry => `a clinic was asked to change an appointment (${plain(entry.wanted ?? 'another-day')})`,
  'change-answered': entry => answers[entry.answer],
  'message-to-family': (entry, name) => `a message to ${name(entry.person)} ${became[entry.state]}`,
} satisfies Sentences<keyof typeof toFamilyKinds>
