import type { Moment } from '../../calendar/day.ts'
import { countOf } from '../../calendar/words.ts'
import type { Sort } from '../../store/feeds.ts'

/** Where the feeds are. */
export const feedsAddress = '/feeds'
/** Where one feed is, and what is below it. */
export const feedAddress = (id: string, below = ''): string => `${feedsAddress}/${id}${below}`

/** What each sort of feed sends. */
export const sortsInWords: Readonly<Record<Sort, string>> = {
  hl7: 'HL7 v2 messages',
  fhir: 'FHIR',
  sheet: 'Sheets of appointments (CSV or Excel)',
  extract: 'The council’s own extract (Standard Safeguarding Dataset)',
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago something was, in the largest unit that fits: "3 minutes", "2 days". */
export const ageInWords = (from: Moment, now: Moment): string => {
  const past = Math.max(0, now - from)
  if (past < minute) return 'less than a minute'
  if (past < hour) return countOf(Math.floor(past / minute), 'minute')
  return past < 2 * day ? countOf(Math.floor(past / hour), 'hour') : countOf(Math.floor(past / day), 'day')
}

/** What became of a message, in the words of a table. */
export const stateInWords = (state: string): string => {
  const [, reason] = /^destroyed: (.+)$/u.exec(state) ?? []
  if (reason !== undefined) return `Not kept: ${reasonInWords(reason)}`
  return states[state] ?? state
}

const states: Readonly<Record<string, string>> = {
  unread: 'Waits to be read',
  read: 'Read',
  person: 'Waits for somebody to say who it is',
  held: 'Matches nobody on an open record',
  failed: 'Could not be read',
}

const reasons: Readonly<Record<string, string>> = {
  held: 'matched nobody on an open record',
  nobody: 'matches nobody on an open record',
  'no-patient': 'names no patient',
  'excluded-clinic': 'from a clinic that is not taken in',
  closed: 'the record of the child is closed',
  candidates: 'agrees in part with somebody on an open record',
  'number-of-another': 'one of its numbers is somebody else’s here',
  'unmatched-before': 'was matched to somebody before, and that was wrong',
  'merge-of-two': 'says that two patients are one, and here they are two',
  'event-against-code': 'the event says one thing and the code another; the event holds',
  'against-outcome': 'says another outcome than the one that is on the record',
  'older-miss': 'a miss that was sent late, of a day that was changed since',
  'not-come-yet': 'an outcome of a day that has not come yet',
  'no-day': 'names no day of an appointment that is not known here',
  'death-said': 'says that the patient has died',
  'safeguarding-flag': 'carries a safeguarding flag of the sender; nothing was written of it',
  'cannot-be-opened': 'its seal cannot be opened',
  'reader-stumbled': 'the program could not read it',
}

/** Why a message waits, failed or was destroyed, by the word that the store has for it. */
export const reasonInWords = (reason: string): string => reasons[reason] ?? reason.replaceAll('-', ' ')
