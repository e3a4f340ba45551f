import type { Day } from '../../calendar/day.ts'
import type { Role } from '../../people/role.ts'
import type { PersonId } from '../../record/field.ts'
import { isAtWork } from '../../record/network-standing.ts'
import type { PlanType } from '../../record/plan-standing.ts'
import { reachOf } from '../../record/posts.ts'
import { type Picture, planOn } from '../../record/standing.ts'
import { type ParentAsked, type PersonToRing, type ShownRole, shownRoles } from './seen.ts'

const isShown = (role: Role): role is ShownRole => (shownRoles as readonly Role[]).includes(role)

const ofSocialCare: readonly PlanType[] = ['child-in-need', 'child-protection', 'looked-after']

/** A social worker is named once there is a plan that the family knows of: before that, an enquiry may stand of which it does not. */
const isKnownTo = (stands: Picture, child: PersonId, role: ShownRole, today: Day): boolean =>
  role !== 'social-worker' || planOn(stands, child, today, ofSocialCare) !== undefined

/** Who works with a child of those whom a family knows, each once, with a number for each hour. */
export const peopleSeen = (
  stands: Picture,
  child: PersonId,
  { today, posts }: ParentAsked,
): readonly PersonToRing[] => {
  const found = stands.network.flatMap((one): readonly PersonToRing[] => {
    const { role, agency, practitioner } = one
    if (!isShown(role) || !isAtWork(one, child, today) || !isKnownTo(stands, child, role, today)) return []
    return [{ role, name: practitioner, agency, ...reachOf(posts, { agency, practitioner }) }]
  })
  const rank = ({ role }: PersonToRing) => shownRoles.indexOf(role)
  const unlike = found.filter(
    (one, at) =>
      found.findIndex(other => other.role === one.role && other.name === one.name && other.agency === one.agency) ===
      at,
  )
  return unlike.toSorted((one, other) => rank(one) - rank(other))
}
