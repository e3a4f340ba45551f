import type { Day } from '../calendar/day.ts'
import { type Role, roleInWords } from '../people/role.ts'
import { type Agency, agencyInWords, serviceOfAgency } from '../people/service.ts'
import type { AgreedList } from './agreed-list.ts'
import { chronology } from './chronology.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { EntryId, PersonId, ThingId } from './field.ts'
import { type Medicines, medicinesOn, type Said } from './medicines.ts'
import { type Involvement, postOf } from './network-standing.ts'
import type { PlanStanding, PlanType } from './plan-standing.ts'
import { planStandsOn } from './plan-standing.ts'
import { deskPosts, type Reach, reachOf, reachOfPost } from './posts.ts'
import { type SickDayPlanStanding, sickDayPlanOf } from './sick-day-plan.ts'
import { all, isAbout, type Picture } from './standing.ts'

/** The child as the emergency view knows her, whatever the records call her. */
export const theChild = 'the-child' as PersonId

/** What may be read of one record in an emergency, and who in it is the child. */
export interface Read {
  readonly record: string
  readonly entries: readonly Entry[]
  readonly people: readonly PersonId[]
}

const isHers = ({ people }: Read, entry: Entry): boolean =>
  entry.kind === 'person' ? people.includes(entry.person) : (entry.child ?? []).some(id => people.includes(id))

/** The lines of a list, and what was looked at for it, are entries of its own record too. */
const linesNamed = (record: string, entry: Entry): Partial<EntryOf<'medicines-agreed'>> => {
  if (entry.kind !== 'medicines-agreed') return {}
  const ownName = (id: ThingId) => `${record} ${id}` as ThingId
  const { instructions, instead } = entry
  return {
    ...(instructions === undefined ? {} : { instructions: instructions.map(ownName) }),
    ...(instead === undefined ? {} : { instead: instead.map(ownName) }),
  }
}

/** Ids of entries are a record's own, so that two records cannot be taken for one another. */
const named = ({ record }: Read, entry: Entry): Entry => {
  const { corrects: _, earlier: __, ...plain } = entry
  const [id, root] = [entry.id, entry.root].map(one => `${record} ${one}` as EntryId)
  const own =
    entry.kind === 'person' ? { person: theChild, subject: true } : { child: [theChild], ...linesNamed(record, entry) }
  return { ...plain, ...own, id, root } as Entry
}

const isPost = (entry: Entry): entry is EntryOf<'worker-starts' | 'worker-leaves'> =>
  entry.kind === 'worker-starts' || entry.kind === 'worker-leaves'

/** A sibling's worker is rung where the child has none of her own in that role. */
const isNearest = (read: Read, entry: Entry, all: readonly Entry[]): boolean =>
  isPost(entry) &&
  !all.some(other => other.kind === 'worker-starts' && postOf(other).role === postOf(entry).role && isHers(read, other))

/** The entries about one child out of every record in which she stands, as they stand in each. */
export const ofOneChild = (reads: readonly Read[]): readonly Entry[] =>
  reads.flatMap(read => {
    const all = chronology(read.entries)
    return all.filter(entry => isHers(read, entry) || isNearest(read, entry, all)).map(entry => named(read, entry))
  })

/** A medicine in an emergency. With an open question there is no dose, for none is agreed. */
export type Medicine =
  | { readonly medicine: string; readonly open: true }
  | { readonly medicine: string; readonly open: false; readonly said: Said | undefined }

/**
 * The medicines of a child. One is open when what stands is not in the same words, when two instructions differ or somebody
 * said so and it is not settled, when a prescriber departed from what was settled or signed, or when a parent's question
 * about it, or about a dose at large, has no answer.
 */
export const medicinesNow = ({ medicines }: Medicines): readonly Medicine[] =>
  medicines.flatMap(({ medicine, isOpen, standing, earlier }): readonly Medicine[] => {
    const last = standing[0] ?? earlier.find(one => one.fate === 'over')
    if (isOpen) return [{ medicine, open: true }]
    return standing.length + earlier.length === 0 ? [] : [{ medicine, open: false, said: last }]
  })

/** A plan of which only its type is said; with the day on which somebody wrote that it ends, when none stands. */
export interface PlanNow {
  readonly type: PlanType
  readonly endWritten: Day | undefined
}

const lastWritten = ({ endings }: PlanStanding): Day | undefined => endings.at(-1)?.day

/**
 * The plans of a child. Whether an end that somebody wrote is in effect rests on more than is read here, so the last plan
 * is named with the day of that.
 */
export const plansNow = (stands: Picture, child: PersonId, day: Day): readonly PlanNow[] => {
  const own = stands.plans.filter(plan => plan.children.includes(child))
  const now = own.filter(plan => planStandsOn(plan, child, day))
  if (now.length > 0) return [...new Set(now.map(plan => plan.type))].map(type => ({ type, endWritten: undefined }))
  const last = own.filter(plan => lastWritten(plan) !== undefined).at(-1)
  return last === undefined ? [] : [{ type: last.type, endWritten: lastWritten(last) }]
}

/** Somebody to ring, and how. */
export interface ToRing extends Reach {
  readonly who: string
  readonly name: string | undefined
  readonly where: string
}

const doctors: ReadonlySet<string> = new Set(
  (['lead-paediatrician', 'consultant', 'lead-health-practitioner'] as const).map(roleInWords),
)

/** Whether somebody treats the child, and so can answer a question about a medicine. */
export const treats = ({ who }: ToRing): boolean => doctors.has(who)

const wanted: readonly Role[] = [
  'lead-paediatrician',
  'consultant',
  'lead-health-practitioner',
  'social-worker',
  'health-visitor',
]

const worksOn =
  (day: Day) =>
  ({ starts, ends }: Involvement): boolean =>
    starts.day <= day && (ends === undefined || ends.day > day)

type Posts = Parameters<typeof reachOf>[0]

const ring = (
  posts: Posts,
  { agency, role, practitioner }: Pick<Involvement, 'agency' | 'role' | 'practitioner'>,
): ToRing => ({
  who: roleInWords(role),
  name: practitioner,
  where: agencyInWords(agency),
  ...reachOf(posts, { agency, practitioner }),
})

/** Whoever answers at a desk is rung as the desk: the emergency duty team, by whoever is on that night. */
const deskInWords = (role: Role, agency: Agency): string =>
  serviceOfAgency(agency) === 'emergency-duty' ? 'emergency duty team' : roleInWords(role)

const ringDesk = (posts: Posts, role: Role, agency: Agency): readonly ToRing[] =>
  deskPosts(posts, role, agency).map(post => ({
    who: deskInWords(role, agency),
    name: post.practitioner,
    where: agencyInWords(post.agency ?? post.by),
    ...reachOfPost(post),
  }))

const same = (one: ToRing, other: ToRing): boolean =>
  one.who === other.who && one.name === other.name && one.where === other.where

/** Who leads for the child's health, where the record names them and they did not decline. */
const healthLead = (
  stands: Picture,
  child: PersonId,
): readonly Pick<Involvement, 'agency' | 'role' | 'practitioner'>[] => {
  const of = (entry: EntryOf<'lead-named' | 'lead-declined'>) =>
    entry.lead === 'lead-health-practitioner' && isAbout(stands, entry, child)
  const last = all(stands, 'lead-named').findLast(of)
  if (last === undefined || all(stands, 'lead-declined').some(one => of(one) && one.day >= last.day)) return []
  return [{ agency: last.agency ?? last.by, role: 'lead-health-practitioner', practitioner: last.practitioner }]
}

/** Who is to be rung about a child now: those who treat her, her social worker or the desk, her health visitor, and the emergency duty team. */
export const whoToRing = (stands: Picture, child: PersonId, day: Day, posts: Posts): readonly ToRing[] => {
  const now = [
    ...stands.network.filter(one => worksOn(day)(one) && one.children.includes(child)),
    ...healthLead(stands, child),
  ]
  const own = wanted.flatMap(role => now.filter(one => one.role === role).map(one => ring(posts, one)))
  const desk = now.some(one => one.role === 'social-worker')
    ? []
    : ringDesk(posts, 'duty-social-worker', 'social-care' as Agency)
  const rows = [...own, ...desk, ...ringDesk(posts, 'duty-social-worker', 'emergency-duty' as Agency)]
  return rows.filter((one, at) => rows.findIndex(other => same(one, other)) === at)
}

/** What is known of a child in an emergency, on a day. */
export interface InEmergency {
  readonly name: string | undefined
  readonly born: Day | undefined
  readonly nhs: string | undefined
  readonly sickDayPlan: SickDayPlanStanding | undefined
  readonly allergies: Medicines['allergies']
  readonly medicines: readonly Medicine[]
  /** The last list of all medicines that was agreed. */
  readonly list: AgreedList | undefined
  readonly plans: readonly PlanNow[]
  readonly ring: readonly ToRing[]
}

/** What the emergency view shows of a child, from a picture of what may be read there. */
export const inEmergency = (stands: Picture, day: Day, posts: Posts): InEmergency => {
  const person = stands.people.get(theChild)
  const medicines = medicinesOn(stands, theChild, day)
  return {
    name: person?.name,
    born: person?.born,
    nhs: person?.nhs,
    sickDayPlan: sickDayPlanOf(stands, theChild, day),
    allergies: medicines.allergies,
    medicines: medicinesNow(medicines),
    list: medicines.agreed,
    plans: plansNow(stands, theChild, day),
    ring: whoToRing(stands, theChild, day, posts),
  }
}
