import type { Post } from '../../people/practitioner.ts'
import type { Role } from '../../people/role.ts'
import { type Agency, agencyInWords, sameAgency, serviceOfAgency, services } from '../../people/service.ts'
import type { Missed, NoOutcome, OfLists } from './of-family.ts'

const ofPractice: ReadonlySet<Role> = new Set([
  'practice-safeguarding-lead',
  'gp',
  'safeguarding-lead',
  'agency-manager',
])
const ofProvider: ReadonlySet<Role> = new Set(['named-nurse', 'named-doctor', 'named-midwife', 'safeguarding-lead'])
const ofClinic: ReadonlySet<Role> = new Set(['clinic', 'clinic-manager', 'medical-secretary', 'consultant'])

/** One list of misses, and whose it is: of a practice, of what an agency offers, or of one's own families. */
export interface MissList {
  readonly id: string
  readonly of: 'practice' | 'provider' | 'own'
  readonly heading: string
  readonly missed: readonly Missed[]
}

/** The lists of one who asks. */
export interface ListsOf {
  readonly misses: readonly MissList[]
  readonly noOutcome: readonly NoOutcome[]
  /** Whether past appointments without an outcome are theirs to see to. */
  readonly seesOutcomes: boolean
}

const isOfHealth = (agency: Agency): boolean => services[serviceOfAgency(agency)].health

const isPractice = ({ role, agency }: Post): boolean => serviceOfAgency(agency) === 'gp' && ofPractice.has(role)
const isProvider = ({ role, agency }: Post): boolean =>
  isOfHealth(agency) && serviceOfAgency(agency) !== 'gp' && (ofProvider.has(role) || ofClinic.has(role))

/** Whether somebody has lists of their practice or their agency, and so the way to them in the head of each page. */
export const hasMissLists = (posts: readonly Post[]): boolean =>
  posts.some(post => isPractice(post) || isProvider(post))

const late = ({ owed: [first], practice }: Missed, of: MissList['of']): number => {
  const owing = of === 'practice' ? practice : first
  if (owing === undefined || (owing.state !== 'late' && owing.state !== 'open')) return 2
  return owing.state === 'late' ? 0 : 1
}

/** What is owed first, the latest miss first within it. */
const inOrder = (missed: readonly Missed[], of: MissList['of']): readonly Missed[] =>
  missed.toSorted((one, other) => late(one, of) - late(other, of) || other.day - one.day)

const listFor = (missed: readonly Missed[], post: Post, place: number): MissList => {
  const of = isPractice(post) ? 'practice' : 'provider'
  const own = missed.filter(one =>
    of === 'practice'
      ? one.practices.some(practice => sameAgency(practice, post.agency))
      : sameAgency(one.agency, post.agency),
  )
  const heading =
    of === 'practice'
      ? `Children of ${agencyInWords(post.agency)} who were not brought`
      : `Children who were not brought to ${agencyInWords(post.agency)}`
  return { id: `list-${place + 1}`, of, heading, missed: inOrder(own, of) }
}

const oncePerAgency = (posts: readonly Post[]): readonly Post[] =>
  posts.filter((post, place) => posts.findIndex(({ agency }) => agency === post.agency) === place)

/** What of all families belongs on the lists of somebody with these posts. Whoever has none sees their own families' misses. */
export const listsFor = (posts: readonly Post[], families: readonly OfLists[]): ListsOf => {
  const missed = families.flatMap(one => one.missed)
  const leading = oncePerAgency(posts.filter(post => isPractice(post) || isProvider(post)))
  const clinics = posts.filter(isProvider)
  const own: MissList = {
    id: 'list-1',
    of: 'own',
    heading: 'Children of your families who were not brought',
    missed: inOrder(missed, 'own'),
  }
  return {
    misses: leading.length === 0 ? [own] : leading.map((post, place) => listFor(missed, post, place)),
    noOutcome: families
      .flatMap(one => one.noOutcome)
      .filter(({ agency }) => clinics.some(post => sameAgency(agency, post.agency)))
      .toSorted((one, other) => one.day - other.day),
    seesOutcomes: clinics.length > 0,
  }
}
