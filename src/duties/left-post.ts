import type { Day } from '../calendar/day.ts'
import type { Post, PractitionerId } from '../people/practitioner.ts'
import { sameAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { wordsOfAgencies } from './agency-words.ts'
import { onceForEach } from './once.ts'
import { findNamed, type Roll, type Seat } from './roll.ts'

/** What the agencies' record says of somebody in a post: that she left it, or holds it. */
type Word = EntryOf<'worker-leaves' | 'worker-starts' | 'post'>
type Words = ReadonlyMap<PractitionerId, readonly Word[]>

const sortOut = (agencies: readonly Entry[], roll: Roll): Words => {
  const { leavings, starts } = wordsOfAgencies(agencies)
  const words = new Map<PractitionerId, Word[]>()
  const note = (word: Word, id: PractitionerId) => {
    const held = words.get(id)
    if (held === undefined) words.set(id, [word])
    else held.push(word)
  }
  for (const word of [...starts, ...leavings])
    if (word.practitioner !== undefined) for (const { id } of findNamed(roll, word.practitioner)) note(word, id)
  return words
}

const wordsOf = onceForEach((agencies: readonly Entry[]) => onceForEach((roll: Roll) => sortOut(agencies, roll)))

const isOf = (word: Word, { agency, role }: Post): boolean =>
  sameAgency(word.agency ?? word.by, agency) && (word.role === undefined || word.role === role)

/** Whether a word comes later than another; of one day, the leaving. */
const isLater = (word: Word, last: Word | undefined): boolean =>
  last === undefined || word.day > last.day || (word.day === last.day && word.kind === 'worker-leaves')

const nothing: readonly Word[] = []

/** Tells the day on which somebody left a post for good, by the agencies' record: her account may still hold it. */
export const leavingsBy = (agencies: readonly Entry[], roll: Roll, day: Day): ((seat: Seat) => Day | undefined) => {
  const words = wordsOf(agencies)(roll)
  return seat => {
    let last: Word | undefined
    for (const word of words.get(seat.practitioner) ?? nothing)
      if (word.day <= day && isLater(word, last) && isOf(word, seat)) last = word
    return last?.kind === 'worker-leaves' ? last.day : undefined
  }
}
