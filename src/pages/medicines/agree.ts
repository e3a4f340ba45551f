import type { Post, Practitioner } from '../../people/practitioner.ts'
import { type Service, serviceOfAgency } from '../../people/service.ts'
import type { PersonId } from '../../record/field.ts'
import { plainName, stop } from '../../record/medicine-standing.ts'
import { type MedicineStanding, medicinesOn, type Said } from '../../record/medicines.ts'
import { agenciesOn } from '../../record/network-standing.ts'
import { recipient } from '../../record/wording.ts'
import { shortName } from '../address.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { childAsked } from './child-asked.ts'

/** The answers to a line that are none of the words that were said. */
export const answers = { other: ';other', stopped: ';stopped', off: ';off' } as const

/** Where medicines are written that nobody has said anything of yet. */
export const anotherRows = ['another-1', 'another-2'] as const

/** Words that a line of a new version may be signed in. */
export interface Offered {
  readonly value: string
  readonly entry: Said['entry']
  readonly words: string
  readonly standing: boolean
}

/** One medicine in the form of a new version. */
export interface AgreeLine {
  readonly name: string
  readonly medicine: string
  readonly offered: readonly Offered[]
  readonly isOpen: boolean
  /** A name for all that was shown, by which it is told whether anything was said since. */
  readonly shown: string
}

/** What the form of a new version is about. */
export interface Agreeing {
  readonly child: PersonId
  readonly asked: string | undefined
  readonly lines: readonly AgreeLine[]
  readonly version: string
  /** Who may have it: those who have the last one, who works with the child now, and the parents. */
  readonly recipients: readonly { readonly value: string; readonly text: string }[]
  /** Who has the last one. */
  readonly to: readonly string[]
}

const health: ReadonlySet<Service> = new Set([
  ...(['gp', 'hospital', 'community-nursing', 'health-visiting', 'school-nursing', 'midwifery'] as const),
  ...(['mental-health', 'urgent-care'] as const),
])

/** The posts in which somebody may sign a list of medicines: those of health. */
export const signingPosts = ({ posts }: Pick<Practitioner, 'posts'>): readonly Post[] =>
  posts.filter(({ agency }) => health.has(serviceOfAgency(agency)))

/** The same words of one agency once, the latest; what stands before what was said before. */
const offeredOf = ({ family }: FamilyOnDay, { standing, earlier }: MedicineStanding): readonly Offered[] => {
  const said = [...standing.map(one => ({ one, standing: true })), ...earlier.map(one => ({ one, standing: false }))]
  const own = said.filter(({ one }) => plainName(one.words) !== stop)
  const first = own.filter(
    ({ one }, at) =>
      own.findIndex(({ one: other }) => other.entry.by === one.entry.by && other.words === one.words) === at,
  )
  return first.map(({ one, standing: stands }) => ({
    value: shortName(family.id, one.entry.id),
    entry: one.entry,
    words: one.words,
    standing: stands,
  }))
}

const lineOf =
  (look: FamilyOnDay) =>
  (one: MedicineStanding): AgreeLine => {
    const { id } = look.family
    const all = [...one.standing, ...one.earlier, ...one.family.map(entry => ({ entry }))].map(
      ({ entry }) => entry.id as string,
    )
    return {
      name: `line-${shortName(id, plainName(one.medicine))}`,
      medicine: one.medicine,
      offered: offeredOf(look, one),
      isOpen: one.isOpen,
      shown: shortName(id, all.toSorted().join(' ')),
    }
  }

const nextVersion = (version: string | undefined): string =>
  version === undefined ? '1' : /^\d{1,5}$/u.test(version) ? String(Number(version) + 1) : ''

const recipientsOf = (look: FamilyOnDay, child: PersonId, to: readonly string[]): Agreeing['recipients'] => {
  const { stands, day, name } = look
  const { mother, father } = stands.people.get(child) ?? {}
  const parents = [mother, father].filter(one => one !== undefined)
  return [...new Set<string>([...to, ...parents, ...agenciesOn(stands.network, child, day)])].map(value => ({
    value,
    text: capital(recipient(value, name)),
  }))
}

/** What a new version begins from: every medicine of the child as it stands. */
export const agreeingOf = (look: FamilyOnDay, child: PersonId): Agreeing => {
  const { medicines, agreed } = medicinesOn(look.stands, child, look.day)
  return {
    child,
    asked: childAsked(look, child),
    lines: medicines.map(lineOf(look)),
    version: nextVersion(agreed?.version),
    recipients: recipientsOf(look, child, agreed?.to ?? []),
    to: agreed?.to ?? [],
  }
}
