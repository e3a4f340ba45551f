import { ageOn } from '../../calendar/age.ts'
import type { Day } from '../../calendar/day.ts'
import { serviceOfAgency } from '../../people/service.ts'
import { chronology } from '../../record/chronology.ts'
import type { Entry, EntryOf, Kind } from '../../record/entry.ts'
import type { PersonId, ThingId } from '../../record/field.ts'
import { picture } from '../../record/picture.ts'
import { type Reader, visibleTo } from '../../record/sight.ts'
import { all, type Picture } from '../../record/standing.ts'

/*
 * What a parent's page is made of: a list of kinds, and of these what this parent may see of their own children. The page
 * is folded from this and from nothing else, so that what is hidden leaves no gap (design, section 4, "Sight"). The
 * database holds the same list (`parent_kinds`).
 */

/** What tells of appointments and stays in hospital. */
const ofAppointments = [
  'series-started',
  'series-importance',
  'appointment-booked',
  'appointment-moved',
  'appointment-cancelled',
  'attended',
  'was-not-brought',
  'did-not-attend',
  'appointment-excused',
  'reason-checked',
  'miss-disputed',
  'dispute-decided',
  'barrier-reported',
  'help-arranged',
  'change-asked',
  'change-answered',
  'admission',
  'discharge',
] as const satisfies readonly Kind[]

/** The kinds of entry of which a parent's page is made. A kind that is not here is on no parent's page. */
export const mayShow = [
  'person',
  'relationship',
  'same-person',
  'not-same-person',
  'communication-need',
  'worker-starts',
  'worker-leaves',
  'lead-named',
  'lead-accepted',
  'lead-declined',
  ...ofAppointments,
  'death',
  'adopted',
  'instruction',
  'instruction-conflict',
  'instruction-settled',
  'medicine-stopped',
  'medicines-agreed',
  'sick-day-plan',
  'result-awaited',
  'result-told',
  'question-asked',
  'question-answered',
  'plan-started',
  'plan-member',
  'plan-ended',
  'undertaking-given',
  'undertaking-accepted',
  'undertaking-declined',
  'undertaking-carried-over',
  'undertaking-kept',
  'family-view',
  'young-person-asked',
] as const satisfies readonly Kind[]

const kindsShown: ReadonlySet<Kind> = new Set(mayShow)

/** For whom the page is, on which day, and from which age a young person is asked first. */
export interface ForParent {
  readonly person: PersonId
  readonly today: Day
  readonly askedFrom: number
}

/** What may be shown, and of which children. */
export interface MayShow {
  readonly stands: Picture
  readonly children: readonly PersonId[]
}

const parental: ReadonlySet<EntryOf<'relationship'>['is']> = new Set([
  'mother',
  'father',
  'parent',
  'step-parent',
  'carer',
  'foster-carer',
])

type Whose = Omit<ForParent, 'askedFrom'>

/** For whom somebody acts as a parent or carer today, born or not. */
const actsFor = (stands: Picture, { person, today }: Whose): ReadonlySet<PersonId> =>
  new Set(
    all(stands, 'relationship')
      .filter(one => one.person === person && parental.has(one.is) && (one.until === undefined || one.until >= today))
      .map(one => one.of),
  )

/** The children of a record for whom somebody is a parent or carer today: born, alive, and not gone to another family. */
export const childrenOfParent = (stands: Picture, whose: Whose): readonly PersonId[] => {
  const own = actsFor(stands, whose)
  return stands.children.filter(child => {
    const held = stands.people.get(child)
    const isBorn = held?.as !== 'unborn' || (held.born !== undefined && held.born <= whose.today)
    return own.has(child) && held?.death === undefined && held?.gone === undefined && isBorn
  })
}

/** The entries on the list that a parent may see: themselves, and as one who acts for their children. */
const seenBy = (entries: readonly Entry[], { person, today }: ForParent) => {
  const listed = (reader: Reader) => chronology(visibleTo(entries, reader)).filter(entry => kindsShown.has(entry.kind))
  const acting = actsFor(picture(listed({ person })), { person, today })
  const shown = listed({ person, actsFor: [...acting] })
  const stands = picture(shown)
  return { shown, children: childrenOfParent(stands, { person, today }), subject: stands.subject[0] }
}

/** What is about a person is shown where that is the parent or one of the children. */
const isAboutThem = (entry: Entry, them: ReadonlySet<string>): boolean =>
  !('person' in entry) || entry.person === undefined || them.has(String(entry.person))

/**
 * Whether a parent said something themselves: by their own page, or as somebody wrote it down. What others of the family
 * said is theirs, and no other parent's to read.
 */
export const isOwnWord = (entry: Entry, own: ReadonlySet<string>): boolean =>
  ('person' in entry && own.has(String(entry.person))) || own.has(entry.author ?? '')

/** Whoever asks after a dose, it is being checked: that much is for everybody who gives it, without a word of who asked. */
const opensMedicine: ReadonlySet<Kind> = new Set<Kind>(['instruction-conflict', 'question-asked', 'question-answered'])

const isTheirs = (entry: Entry, them: ReadonlySet<string>, own: ReadonlySet<string>): boolean =>
  opensMedicine.has(entry.kind) ||
  (isAboutThem(entry, them) && (serviceOfAgency(entry.by) !== 'family' || isOwnWord(entry, own)))

const appointmentOf = (entry: Entry): ThingId =>
  ('appointment' in entry ? entry.appointment : undefined) ?? (entry.root as string as ThingId)

/** The appointments to which a young person comes by themselves: nothing of them is shown, whatever else is said of them. */
const confidentialIn = (entries: readonly Entry[]): ReadonlySet<ThingId> =>
  new Set(
    entries.flatMap(entry => ('confidential' in entry && entry.confidential === true ? [appointmentOf(entry)] : [])),
  )

/** What a young person is asked about first. */
const asksFirst: ReadonlySet<Kind> = new Set<Kind>([...ofAppointments, 'result-awaited', 'result-told'])

const agrees = (entries: readonly Entry[], child: PersonId, parent: PersonId): boolean =>
  entries.findLast(
    (entry): entry is EntryOf<'young-person-asked'> =>
      entry.kind === 'young-person-asked' &&
      entry.person === child &&
      (entry.parent === undefined || entry.parent === parent),
  )?.agrees === true

/** The children who are old enough to be asked, and have not said yes. */
const notAgreed = (
  entries: readonly Entry[],
  children: readonly PersonId[],
  { person, today, askedFrom }: ForParent,
) => {
  const { people } = picture(entries)
  return new Set(
    children.filter(child => {
      const born = people.get(child)?.born
      return born !== undefined && ageOn(born, today).years >= askedFrom && !agrees(entries, child, person)
    }),
  )
}

/** By which names entries say that it was this parent who said something: the id, or the name on the record. */
export const ownNames = ({ people }: Picture, person: PersonId): ReadonlySet<string> => {
  const name = people.get(person)?.name
  return new Set(name === undefined ? [person] : [person, name])
}

/** Of what may be seen, what is about the parent and their children alone, each entry with the children it is about. */
const ofTheirs = (entries: readonly Entry[], asked: ForParent, children: readonly PersonId[], subject: PersonId) => {
  const them = new Set<string>([asked.person, ...children])
  const own = ownNames(picture(entries), asked.person)
  const confidential = confidentialIn(entries)
  const silent = notAgreed(entries, children, asked)
  return entries.flatMap((entry): readonly Entry[] => {
    if (entry.kind === 'person') return them.has(entry.person) ? [entry] : []
    if (entry.kind === 'relationship') return entry.person === asked.person && them.has(entry.of) ? [entry] : []
    const about = entry.child ?? [subject]
    if (!about.every(child => children.includes(child))) return []
    if (asksFirst.has(entry.kind) && about.some(child => silent.has(child))) return []
    if (confidential.has(appointmentOf(entry)) || !isTheirs(entry, them, own)) return []
    return [{ ...entry, child: about } as Entry]
  })
}

/** All of which one parent's page is made: a picture of what stands on the list, and the children whose it is. */
export const mayShowTo = (entries: readonly Entry[], asked: ForParent): MayShow => {
  const { shown, children, subject } = seenBy(entries, asked)
  return { stands: picture(ofTheirs(shown, asked, children, subject)), children }
}
