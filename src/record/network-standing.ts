import type { Day } from '../calendar/day.ts'
import { type Role, roles } from '../people/role.ts'
import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'

/** One practitioner's part in the network, from a day until a day. */
export interface Involvement {
  readonly agency: Agency
  readonly role: Role
  readonly practitioner: string | undefined
  readonly children: readonly PersonId[]
  readonly starts: Entry
  ends?: EntryOf<'worker-leaves'>
}

type Post = EntryOf<'worker-starts' | 'worker-leaves' | 'worker-away' | 'cover' | 'handover'>

const usual: Record<string, Role> = {
  'social-care': 'social-worker',
  'conference-unit': 'conference-administrator',
  'family-support': 'family-support-worker',
  'health-visiting': 'health-visitor',
  'school-nursing': 'school-nurse',
  'community-nursing': 'community-nurse',
  midwifery: 'midwife',
  gp: 'gp',
  hospital: 'consultant',
  police: 'police-officer',
  probation: 'probation-practitioner',
  ambulance: 'ambulance-clinician',
  housing: 'housing-officer',
  'early-help': 'early-help-worker',
  school: 'designated-safeguarding-lead',
  nursery: 'designated-safeguarding-lead',
}

/** The role in which an agency usually works with a family: midwifery by a midwife. */
export const usualRole = (agency: Agency): Role => usual[serviceOfAgency(agency)] ?? 'other'

/** The agency and role of a post; a role left out is the usual one of its agency. */
export const postOf = (entry: Post): { readonly agency: Agency; readonly role: Role } => {
  const agency = entry.agency ?? entry.by
  return { agency, role: entry.role ?? usualRole(agency) }
}

const samePost = (one: Involvement, agency: Agency, role: Role, practitioner: string | undefined): boolean =>
  one.role === role &&
  sameAgency(one.agency, agency) &&
  (practitioner === undefined || one.practitioner === undefined || one.practitioner === practitioner)

/** Takes a start or a leaving into the network. A leaving without a start is kept as one whose start is not recorded. */
export const foldPost = (
  network: Involvement[],
  entry: EntryOf<'worker-starts' | 'worker-leaves'>,
  children: readonly PersonId[],
): void => {
  const { agency, role } = postOf(entry)
  if (entry.kind === 'worker-starts') {
    network.push({ agency, role, practitioner: entry.practitioner, children, starts: entry })
    return
  }
  const held = network.find(one => one.ends === undefined && samePost(one, agency, role, entry.practitioner))
  if (held !== undefined) held.ends = entry
  else network.push({ agency, role, practitioner: entry.practitioner, children, starts: entry, ends: entry })
}

/** The roles that hold a case: a family without one of them has nobody (duties.md, R-ALL-1). */
export const holds = (role: Role): boolean => role === 'social-worker' || role === 'lead-practitioner'

/** Whether a practitioner is at work with a child on a day. */
export const isAtWork = ({ starts, ends, children }: Involvement, child: PersonId, day: Day): boolean =>
  starts.day <= day && (ends === undefined || ends.day > day) && children.includes(child)

/** Everybody at work with a child on a day. */
export const workingOn = (network: readonly Involvement[], child: PersonId, day: Day): readonly Involvement[] =>
  network.filter(one => isAtWork(one, child, day))

/** The agencies at work with a child on a day, each once. */
export const agenciesOn = (network: readonly Involvement[], child: PersonId, day: Day): readonly Agency[] => [
  ...new Set(workingOn(network, child, day).map(one => one.agency)),
]

/** Whether a role belongs to health services. */
export const isRoleOf = (role: Role, service: string): boolean => roles[role].service === service
