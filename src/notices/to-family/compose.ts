import type { Day } from '../../calendar/day.ts'
import { agencyInWords, serviceOfAgency } from '../../people/service.ts'
import { aheadFor, aheadOf, deskOf } from '../../record/ahead.ts'
import type { AppointmentStanding } from '../../record/appointment-standing.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { PersonId, ThingId } from '../../record/field.ts'
import { workingOn } from '../../record/network-standing.ts'
import { picture } from '../../record/picture.ts'
import type { Planned } from '../../record/planned.ts'
import { type postsIn, reachOf } from '../../record/posts.ts'
import { childrenConcerned, mayReach, type Reach, reachingFamily, wayAgreed } from '../../record/reaching-family.ts'
import { visibleTo } from '../../record/sight.ts'
import type { Picture } from '../../record/standing.ts'
import { findLanguage, languageSaid } from './language.ts'
import { type FamilyWords, familyWords } from './words.ts'

/** What is asked at the moment of sending: of the whole record as it stands then. */
export interface Composing {
  readonly whole: Picture
  readonly posts: ReturnType<typeof postsIn>
  readonly today: Day
  readonly person: PersonId
  readonly appointment: ThingId
  /** The day for which it was queued. */
  readonly day: Day
}

/** What becomes of a message now: it goes, a person gives it, it is held for somebody to look at, or it is not needed any more. */
export type Composed =
  | {
      readonly go: 'send'
      readonly way: 'text' | 'e-mail'
      readonly to: string
      readonly subject: string
      readonly text: string
    }
  | { readonly go: 'for-a-person'; readonly way: 'call' | 'letter'; readonly why: string }
  | { readonly go: 'hold'; readonly why: string }
  | { readonly go: 'withdraw'; readonly why: string }

type Agreed = EntryOf<'way-agreed'>

/** The way that was agreed last; a letter where nothing else was. */
const agreedWay = ({ whole, person, today: day }: Composing): Agreed | undefined =>
  wayAgreed(whole, { person, day }) ?? wayAgreed(whole, { person, day, by: 'paper' })

/** Whom the family rings to plan: whoever works with the child, else the desk of the clinic. */
const ringers = [
  'lead-practitioner',
  'health-visitor',
  'family-support-worker',
  'school-nurse',
  'social-worker',
] as const

const ringFor = ({ whole, posts, today }: Composing, appointment: AppointmentStanding): string | undefined => {
  const working = whole.children.flatMap(child => workingOn(whole.network, child, today))
  const numbers = ringers.flatMap(role =>
    working.filter(one => one.role === role).flatMap(one => reachOf(posts, one).telephone ?? []),
  )
  return numbers[0] ?? deskOf(posts, appointment.agency)?.telephone
}

/** The appointment as this person may be reminded of it; nothing when it is not ahead on that day or not theirs to see. */
const stillAhead = ({ whole, person, today, appointment, day }: Composing): Planned | undefined => {
  const theirs = picture(visibleTo(whole.entries, { person }))
  return aheadFor(theirs, aheadOf(theirs, today), person, whole).find(
    one => one.appointment.id === appointment && one.day === day && one.day >= today,
  )
}

const placeOf = ({ appointment: { agency } }: Planned): string =>
  ['hospital', 'gp'].includes(serviceOfAgency(agency)) ? agencyInWords(agency) : ''

const wordsOf = (words: FamilyWords, reach: Reach, one: Planned, ring: string): string => {
  if (reach.level === 'only-a-message') return words.message.only(ring)
  const place = placeOf(one)
  if (reach.level !== 'everything' || one.at === undefined) return words.message.bare(ring)
  const when = `${words.day(one.day)}, ${words.time(one.at)}${place === '' ? '' : `, ${place}`}`
  return words.message.whole({ when, ring })
}

const isNumber = (text: string): boolean => /^\+?[\d ()-]{9,20}$/u.test(text)
const isEmail = (text: string): boolean => /^[^\s<>,;:"@]+@[^\s<>,;:"@]+$/u.test(text)

const addressed = (asked: Composing, { way, address = '' }: Agreed, of: Reach, one: Planned): Composed => {
  const said = languageSaid(asked.whole, asked.person, asked.today)
  const language = findLanguage(said)
  const ring = ringFor(asked, one.appointment)
  if (language === undefined) return { go: 'hold', why: 'there are no words in their language yet' }
  if (ring === undefined) return { go: 'hold', why: 'nobody is recorded whom they could ring' }
  const words = familyWords[language]
  const text = wordsOf(words, of, one, ring)
  if (way === 'text' && isNumber(address)) return { go: 'send', way, to: address, subject: '', text }
  if (way === 'e-mail' && isEmail(address))
    return { go: 'send', way, to: address, subject: words.message.subject, text }
  return { go: 'hold', why: 'no telephone number or e-mail address was agreed that can be used' }
}

/**
 * What becomes of a queued message now. The gate comes first, so that what a death, a removal or an adoption stops is held
 * for a person and not taken for something that was merely called off.
 */
export const compose = (asked: Composing): Composed => {
  const { whole, person, today } = asked
  const appointment = whole.appointments.find(({ id }) => id === asked.appointment)
  if (appointment === undefined) return { go: 'withdraw', why: 'the appointment is not on the record any more' }
  const reach = reachingFamily(whole, { person, day: today, children: childrenConcerned(whole, appointment) })
  if (!mayReach(reach)) return { go: 'hold', why: 'the record says now that nothing may reach this person by itself' }
  const one = stillAhead(asked)
  if (one === undefined)
    return { go: 'withdraw', why: 'it is not ahead on that day any more, or not theirs to be told of' }
  const agreed = agreedWay(asked)
  if (agreed === undefined || agreed.way === 'none') return { go: 'withdraw', why: 'they want no messages' }
  if (agreed.way === 'call' || agreed.way === 'letter')
    return { go: 'for-a-person', way: agreed.way, why: 'as was agreed' }
  return addressed(asked, agreed, reach, one)
}
