import { ageInWords } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import { isoMoment } from '../calendar/moment.ts'
import { dayInWords } from '../calendar/words.ts'
import { findNhsNumber, formatNhsNumber } from '../people/nhs-number.ts'
import { type Agency, agencyInWords } from '../people/service.ts'
import type { AppointmentStanding } from '../record/appointment-standing.ts'
import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { Picture } from '../record/standing.ts'
import { listed, titled } from '../record/wording.ts'
import type { Letter, LetterPart } from './letter.ts'
import { saysOfOthers } from './said-of-others.ts'

/* The letter after a missed appointment is put together from this list of what may be said, and never from the record with things taken out. */

/** What a letter may say. All of it is what its reader may see: who makes it folds the record for that reader. */
export interface MayBeSaid {
  readonly stands: Picture
  /** Everybody whom the writer knows of: also those of whom the reader may not know are named to nobody. */
  readonly everybody: Pick<Picture, 'people'>
  readonly child: PersonId
  readonly appointment: Pick<AppointmentStanding, 'agency' | 'clinic'>
  readonly missedOn: Day
  readonly today: Day
  /** What the consultant wrote for this miss. */
  readonly review: EntryOf<'notes-reviewed'> | undefined
  /** The new appointment, where there is one. */
  readonly next: AppointmentStanding | undefined
  /** The number of the clinic. */
  readonly telephone: string | undefined
}

/** A letter to a parent: to whom and where, and whether it may name a time or a place. */
export interface ToParent {
  readonly person: PersonId
  readonly address: string | undefined
  readonly namesTimeAndPlace: boolean
  /** The services that get a copy, in words; never the other parent. */
  readonly copies: readonly string[]
}

/** A letter, and what somebody wrote that it must not hold: to be written anew, or sent without. */
export interface Composed {
  readonly letter: Letter
  readonly leftOut: readonly string[]
}

const nameOf = ({ people }: Picture, person: PersonId, otherwise: string): string =>
  people.get(person)?.name ?? otherwise

const firstName = (name: string): string => name.split(' ')[0] ?? name

const figures = /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bhospital\b|\bclinic\b|\bward\b/iu

/** Words of somebody, unless they say what this letter must not: then they are named, and left out. */
const keptWords = (
  said: MayBeSaid,
  { person, namesTimeAndPlace }: ToParent,
  text: string | undefined,
): { readonly text: string | undefined; readonly leftOut: boolean } => {
  if (text === undefined) return { text, leftOut: false }
  const bad =
    saysOfOthers(said.everybody, text, { child: said.child, reader: person }) ||
    (!namesTimeAndPlace && figures.test(text))
  return bad ? { text: undefined, leftOut: true } : { text, leftOut: false }
}

const whenAndWhere = ({ when, clinic, agency }: AppointmentStanding): string => {
  const at = when?.at === undefined ? '' : ` at ${isoMoment(when.at).slice(11)}`
  const day = when === undefined ? '' : dayInWords(when.to)
  return `${day}${at}, at ${clinic === undefined ? '' : `${clinic}, `}${agencyInWords(agency)}`
}

const help =
  'If you need help to come, tell us. We can look for transport, another day or time, somebody who speaks your language, or a talk by telephone or video.'

const nextWords = (said: MayBeSaid, name: string, { namesTimeAndPlace }: ToParent): readonly string[] => {
  const { review, next } = said
  if (next !== undefined && namesTimeAndPlace) return [`${name} has a new appointment: ${whenAndWhere(next)}.`, help]
  if (review?.next === 'discharge')
    return [
      `We have not made a new appointment. If you would like one, tell us: ${name} can be seen. The GP can ask us at any time too.`,
      help,
    ]
  return [`We would like to see ${name}. Please tell us which days are good for you.`, help]
}

const reachUs = ({ telephone }: MayBeSaid): readonly string[] => [
  telephone === undefined ? 'Ring us on the number of the clinic.' : `Ring us on ${telephone}.`,
  'If your child is poorly, do not wait for an appointment. Ring 111. In an emergency ring 999.',
]

/** The day and the clinic are a time and a place too. */
const opening = ({ appointment, missedOn }: MayBeSaid, name: string, { namesTimeAndPlace }: ToParent): string =>
  namesTimeAndPlace
    ? `${name} had an appointment on ${dayInWords(missedOn)} at ${appointment.clinic ?? 'our clinic'}. We did not see ${name} that day.`
    : `${name} had a health appointment. We did not see ${name} that day.`

const part = (heading: string, ...says: readonly (string | undefined)[]): readonly LetterPart[] => {
  const kept = says.filter(one => one !== undefined)
  return kept.length === 0 ? [] : [{ heading, says: kept }]
}

const harmParts = (
  said: MayBeSaid,
  name: string,
  purpose: string | undefined,
  harm: string | undefined,
  to: ToParent,
) => [
  ...part('What it was for', purpose),
  ...part(
    'Why it matters',
    harm,
    said.review?.mattersBy === undefined || !to.namesTimeAndPlace
      ? undefined
      : `It matters that ${name} is seen by ${dayInWords(said.review.mattersBy)}.`,
  ),
]

const senderOf = ({ appointment: { agency, clinic } }: MayBeSaid, namesPlace: boolean): readonly string[] =>
  namesPlace
    ? [...(clinic === undefined ? [] : [titled(clinic)]), titled(agencyInWords(agency))]
    : ['Your child’s health team']

/**
 * The letter to a parent, in plain and kind words. It says what was missed, what it was for, what may happen without it and
 * what comes next; nothing of who did not bring the child, of other misses, of reasons, or of anybody else of the family.
 */
export const letterToParent = (said: MayBeSaid, to: ToParent): Composed => {
  const name = firstName(nameOf(said.stands, said.child, 'your child'))
  const [purpose, harm] = [keptWords(said, to, said.review?.purpose), keptWords(said, to, said.review?.harm)]
  const letter: Letter = {
    from: senderOf(said, to.namesTimeAndPlace),
    to: [nameOf(said.stands, to.person, 'Parent'), ...(to.address === undefined ? [] : [to.address])],
    day: said.today,
    about: `About ${name}`,
    greeting: `Dear ${nameOf(said.stands, to.person, 'parent')},`,
    parts: [
      {
        says: [
          opening(said, name, to),
          'We know that it can be hard to come, and that there is often a good reason. Please tell us, so that we can help.',
        ],
      },
      ...harmParts(said, name, purpose.text, harm.text, to),
      ...part('What happens next', ...nextWords(said, name, to)),
      ...part('How to reach us', ...reachUs(said)),
    ],
    ending: [
      'Yours sincerely,',
      '',
      ...(to.copies.length === 0 ? [] : [`A copy of this letter goes to ${listed(to.copies)}.`]),
    ],
  }
  const leftOut = [
    ...(purpose.leftOut ? ['what the appointment was for'] : []),
    ...(harm.leftOut ? ['what may happen without it'] : []),
  ]
  return { letter, leftOut }
}

const identity = ({ stands, child, today }: MayBeSaid): string => {
  const { name, born, nhs } = stands.people.get(child) ?? {}
  const ten = nhs === undefined ? undefined : findNhsNumber(nhs)
  return [
    name ?? 'The child',
    ...(born === undefined ? [] : [`born ${dayInWords(born)}, ${ageInWords(born, today)} old`]),
    ...(ten === undefined ? [] : [`NHS ${formatNhsNumber(ten)}`]),
  ].join(', ')
}

const asked: Readonly<Record<'gp' | 'community', string>> = {
  gp: 'Please follow this up: speak with the parents, ask whether the child is well and what would help, or read here what is planned.',
  community:
    'Please speak with the family when you next see them: ask whether the child is well, and what would help them to come.',
}

const plannedNext = ({ review, next }: MayBeSaid): string => {
  if (next !== undefined) return `A new appointment is booked: ${whenAndWhere(next)}.`
  if (review?.next === 'rebook') return 'A new appointment will be made.'
  return review?.next === 'discharge'
    ? 'No new appointment is made. Please refer again at any time: the child can be seen.'
    : 'What comes next is not decided yet.'
}

/** The copy to the GP or to community health: the same facts, what is asked of them, and a word on who can read it online. */
export const letterToService = (said: MayBeSaid, agency: Agency, isGp: boolean): Letter => {
  const { review, appointment, missedOn } = said
  const name = nameOf(said.stands, said.child, 'The child')
  return {
    from: senderOf(said, true),
    to: [titled(agencyInWords(agency))],
    day: said.today,
    about: identity(said),
    greeting: 'Dear colleague,',
    parts: [
      {
        says: [
          `${name} was not brought to ${appointment.clinic ?? 'an appointment'}, ${agencyInWords(appointment.agency)}, on ${dayInWords(missedOn)}.`,
        ],
      },
      ...part('What it was for', review?.purpose),
      ...part(
        'What may happen without it',
        review?.harm ?? 'The consultant has not said it yet.',
        review?.mattersBy === undefined ? undefined : `It matters by ${dayInWords(review.mattersBy)}.`,
      ),
      ...part('What is planned', plannedNext(said)),
      ...part('What we ask of you', asked[isGp ? 'gp' : 'community']),
      ...part(
        'Before this is filed',
        'Whoever has access to this child’s record online may read it there. Check who that is first.',
      ),
    ],
    ending: ['Yours sincerely,', '', 'Copies to parents are decided one by one.'],
  }
}
