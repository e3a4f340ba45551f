import { html } from 'hono/html'
import { dayInWords } from '../../calendar/words.ts'
import type { Letter, LetterPart } from '../../giving/letter.ts'
import { type Composed, letterToParent, letterToService, type MayBeSaid } from '../../giving/letter-after-miss.ts'
import type { Agency } from '../../people/service.ts'
import { services } from '../../people/service.ts'
import { addressFor } from '../../record/address-sure.ts'
import { isCopyOwed } from '../../record/letter-copies.ts'
import { usualRole } from '../../record/network-standing.ts'
import { picture } from '../../record/picture.ts'
import { deskPosts } from '../../record/posts.ts'
import { type Reader, visibleTo } from '../../record/sight.ts'
import { all } from '../../record/standing.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { warningText } from '../kit/warning-text.ts'
import type { CopyNow } from './copies.ts'
import { missOf, nextDay, reviewOf, type TheMiss } from './the-miss.ts'

/** The look of one reader at what another may see too: what either may not know is in no letter. */
const asSeenBy = (look: FamilyOnDay, reader: Reader): FamilyOnDay => ({
  ...look,
  stands: picture(visibleTo(look.record.entries, reader), { knownOn: look.day }),
})

const telephoneOf = ({ look, appointment: { agency } }: TheMiss): string | undefined =>
  (['clinic', 'medical-secretary'] as const)
    .flatMap(role => deskPosts(look.family.posts ?? [], role, agency))
    .find(post => post.telephone !== undefined)?.telephone

/** What may be said of a miss to a reader; nothing where they may not know of the appointment at all. */
const mayBeSaid = (miss: TheMiss, reader: Reader): MayBeSaid | undefined => {
  const look = asSeenBy(miss.look, reader)
  const appointment = look.stands.appointments.find(({ id }) => id === miss.appointment.id)
  const theirs = appointment && missOf(look, appointment)
  if (theirs === undefined) return undefined
  const next = nextDay(theirs)
  return {
    ...{
      stands: look.stands,
      everybody: miss.look.stands,
      child: theirs.child,
      appointment: theirs.appointment,
      missedOn: theirs.day,
    },
    ...{ today: look.day, review: reviewOf(theirs), telephone: telephoneOf(miss) },
    next: next?.when !== undefined && next.when.to >= look.day && next.missed === undefined ? next : undefined,
  }
}

/** The letter of one copy; nothing where nothing of it may be said to them, or somebody must decide first. */
export const composed = (miss: TheMiss, copy: CopyNow, copies: readonly CopyNow[]): Composed | undefined => {
  const { person } = copy.to
  if (!copy.goes) return undefined
  if (person === undefined) {
    const agency = copy.recipient as Agency
    const said = mayBeSaid(miss, { posts: [{ agency, role: usualRole(agency) }] })
    return said && { letter: letterToService(said, agency, copy.to.service === 'gp'), leftOut: [] }
  }
  const said = mayBeSaid(miss, { person })
  const { address } = addressFor(miss.look.stands, person, miss.child, miss.look.day)
  const others = copies.flatMap(one =>
    one.to.service !== undefined && isCopyOwed(one) ? [services[one.to.service].words] : [],
  )
  return (
    said &&
    letterToParent(said, { person, address, copies: others, namesTimeAndPlace: copy.gate.level === 'everything' })
  )
}

const line = (text: string): Markup => html`${text}<br>`
const block = (text: string): Markup => html`<p>${text}</p>`

const part = ({ heading, says }: LetterPart): Markup =>
  html`${heading !== undefined && html`<h2 class="govuk-heading-s">${heading}</h2>`}${says.map(block)}`

const sheet = ({
  from,
  to,
  day,
  about,
  greeting,
  parts,
  ending,
}: Letter): Markup => html`<article class="holdfast-letter">
<p>${from.map(line)}</p>
<p>${to.map(line)}</p>
<p>${dayInWords(day)}</p>
<h1 class="govuk-heading-m">${about}</h1>
<p>${greeting}</p>
${parts.map(part)}
${ending.map(block)}
</article>`

const needsOf = ({ look }: TheMiss, { to }: CopyNow): readonly string[] =>
  all(look.stands, 'communication-need').flatMap(one =>
    one.person !== to.person
      ? []
      : [
          ...(one.language === undefined ? [] : [`They speak ${one.language} best.`]),
          ...(one.interpreter === true ? ['They need an interpreter: a talk tells more than this letter.'] : []),
          ...(one.need === undefined ? [] : [`They need: ${one.need}.`]),
        ],
  )

const notes = (miss: TheMiss, copy: CopyNow, { leftOut }: Composed): readonly string[] => {
  const review = reviewOf(miss)
  return [
    ...(review?.harm === undefined
      ? ['The consultant has not said yet what this miss may do: the letter is without it.']
      : []),
    ...leftOut.map(
      what =>
        `Left out: ${what}, since those words say something that this person is not to read here. Write them anew in the review of the notes.`,
    ),
    ...(copy.to.person !== undefined && copy.gate.level !== 'everything'
      ? ['It names no time and no place, because somebody must not learn them.']
      : []),
    ...needsOf(miss, copy),
  ]
}

/** A letter as a page to print: above it, on the screen alone, what its writer should know before it goes. */
export const letterBody = (
  miss: TheMiss,
  copy: CopyNow,
  made: Composed,
  back: { readonly page: string; readonly document: string; readonly sent: string },
): Markup => html`<div class="holdfast-no-print">
<p><a class="govuk-link" href="${back.page}">Back to what happens after the miss</a></p>
${notes(miss, copy, made).map(text => warningText({ text, iconFallbackText: 'Warning' }))}
<p>Print this page, or <a class="govuk-link" href="${back.document}">open it as a document</a>. Nothing is sent by itself: when it has gone, <a class="govuk-link" href="${back.sent}">write down that it was sent</a>.</p>
</div>
${sheet(made.letter)}`
