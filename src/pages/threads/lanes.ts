import type { Duty } from '../../duties/rule.ts'
import { serviceOfRole } from '../../people/role.ts'
import { type Agency, type Service, serviceOfAgency, services } from '../../people/service.ts'
import type { Entry } from '../../record/entry.ts'

/** The lanes from top to bottom: health, then social care and who works beside it, then everybody else. */
const order = {
  hospital: 0,
  'urgent-care': 1,
  ambulance: 2,
  therapy: 3,
  gp: 4,
  midwifery: 5,
  'health-visiting': 6,
  'school-nursing': 7,
  'community-nursing': 8,
  'mental-health': 9,
  'substance-misuse': 10,
  'social-care': 11,
  'emergency-duty': 12,
  'conference-unit': 13,
  'family-support': 14,
  'early-help': 15,
  'youth-justice': 16,
  police: 17,
  probation: 18,
  'domestic-abuse': 19,
  'adult-care': 20,
  housing: 21,
  school: 22,
  nursery: 23,
  court: 24,
  voluntary: 25,
  partnership: 26,
  other: 27,
  family: 28,
} as const satisfies Record<Service, number>

/** Lanes in the order in which they stand in every picture. */
export const inLaneOrder = (one: Service, other: Service): number => order[one] - order[other]

/** The name of a lane. */
export const laneName = (lane: Service): string => services[lane].lane

const placed = (entry: Entry): Agency | undefined =>
  'agency' in entry && entry.kind !== 'plan-member' ? entry.agency : undefined

/** The lane in which an entry stands: of the service where it took place if it says one, else of the one that wrote it. */
export const laneOf = (entry: Entry): Service => serviceOfAgency(placed(entry) ?? entry.by)

/** The lane of whoever owes a duty; a role that stands in no one service owes it where it was written. */
export const laneOfOwner = ({ agency, owner, because }: Pick<Duty, 'agency' | 'owner' | 'because'>): Service => {
  if (agency !== undefined) return serviceOfAgency(agency)
  const lane = serviceOfRole(owner)
  return lane === 'other' ? laneOf(because[0]) : lane
}
