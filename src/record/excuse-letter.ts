import type { Day } from '../calendar/day.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import { sameAgency } from '../people/service.ts'
import { type AppointmentStanding, dayOfAppointment, type Excuse } from './appointment-standing.ts'
import type { Entry, EntryOf } from './entry.ts'
import { homeOn, plainAddress } from './person-standing.ts'
import { all, type Picture } from './standing.ts'

type Letter = EntryOf<'letter-sent'>
type Returned = EntryOf<'letter-returned'>

/** The letters by what they are about. */
export type Letters = ReadonlyMap<string | undefined, readonly Letter[]>

/** The first working day of notice that a letter must give: one sent later than this before the appointment is short. */
const notice = 2

/**
 * What the letters that called to an appointment show: one went to an old address, all of them came back, or all were sent
 * too late. Such a miss is safe to count against nobody (R-APT-16; beyond.md, "What must stay silent").
 */
export const badLetter = (
  stands: Picture,
  appointment: AppointmentStanding,
  letters: readonly Letter[] = [],
): Excuse | undefined => {
  const day = dayOfAppointment(appointment)
  if (day === undefined) return undefined
  // Only what was sent before the appointment can have called anybody to it; the letter after a miss excuses nothing.
  const before = letters.filter(letter => letter.day <= day)
  const old = before.find(letter => isElsewhere(stands, appointment, letter.address, letter.day))
  if (old !== undefined) return { why: 'old-address', entry: old }
  const back = cameBack(stands, appointment, { letters, before, day })
  if (back !== undefined) return { why: whyBack(stands, appointment, back, day), entry: back }
  const [first] = before
  return first !== undefined && workingDaysBetween(first.day, day) < notice
    ? { why: 'short-notice', entry: first }
    : undefined
}

/** Whether an address is another one than where the child lives on a day, as far as both are known. */
const isElsewhere = (
  stands: Picture,
  { children: [child] }: AppointmentStanding,
  address: string | undefined,
  day: Day,
): boolean => {
  const person = child === undefined ? undefined : stands.people.get(child)
  const home = person === undefined ? undefined : homeOn(person, day)
  return address !== undefined && home !== undefined && home !== plainAddress(address)
}

const whyBack = (
  stands: Picture,
  appointment: AppointmentStanding,
  back: Entry,
  day: Day,
): 'old-address' | 'not-delivered' =>
  back.kind === 'letter-returned' && isElsewhere(stands, appointment, back.address, day)
    ? 'old-address'
    : 'not-delivered'

interface Called {
  /** Every letter about the appointment, and those of them that called to it. */
  readonly letters: readonly Letter[]
  readonly before: readonly Letter[]
  readonly day: Day
}

/** What shows that no letter arrived: each of them came back, or the record has only what came back. */
const cameBack = (stands: Picture, appointment: AppointmentStanding, called: Called): Entry | undefined => {
  const { letters, before } = called
  const returned = all(stands, 'letter-returned')
  const backs = before.map(letter => backOf(stands, letter) ?? returned.find(one => isBackOf(one, letter, letters)))
  if (backs.length > 0) return backs.every(back => back !== undefined) ? backs[0] : undefined
  return returned.find(one => isOfUnwritten(one, appointment, called))
}

const backOf = (stands: Picture, letter: Entry): Entry | undefined =>
  all(stands, 'bounced').find(entry => entry.of.some((one: string) => one === letter.id || one === letter.root))

/** The letter that came back: the one that is named, or sent on that day, else the last about the appointment by then. */
const isBackOf = (returned: Returned, letter: Letter, letters: readonly Letter[]): boolean => {
  if (returned.letter !== undefined) return returned.letter === letter.id || returned.letter === letter.root
  if (returned.about === undefined || returned.about !== letter.about || returned.day < letter.day) return false
  if (returned.sent !== undefined) return returned.sent === letter.day
  return letters.findLast(one => one.day <= returned.day) === letter
}

/**
 * Where the clinic writes only what came back: the letter about the appointment, or any letter of the clinic that was under
 * way when the appointment was, since the one that called to it went the same way.
 */
const isOfUnwritten = (returned: Returned, { id, agency }: AppointmentStanding, { letters, day }: Called): boolean => {
  if (returned.letter !== undefined) return false
  if (returned.about !== undefined)
    return returned.about === id && (returned.sent ?? day) <= day && !letters.some(one => one.day <= returned.day)
  return returned.sent !== undefined && returned.sent <= day && returned.day >= day && sameAgency(returned.by, agency)
}
