import type { Day } from '../calendar/day.ts'
import type { Duty } from '../duties/rule.ts'
import type { Role } from '../people/role.ts'
import { type Agency, sameAgency } from '../people/service.ts'
import type { PersonId } from '../record/field.ts'
import type { Involvement } from '../record/network-standing.ts'
import type { Picture } from '../record/standing.ts'
import { dayNear } from './owed.ts'

/** Who holds a role on a day, or since when nobody does; nothing when the record never named anybody in it. */
export type Holder = { readonly by: string } | { readonly notSince: Day } | undefined

const isPost = (one: Involvement, role: Role, agency: Agency | undefined): boolean =>
  one.role === role && (agency === undefined || sameAgency(one.agency, agency))

/** Those who work with a person; with a parent, for whom nobody is named, those who work with the family. */
const around = (network: readonly Involvement[], person: PersonId): readonly Involvement[] => {
  const own = network.filter(one => one.children.includes(person))
  return own.length === 0 ? network : own
}

/** Who holds the role that owes a duty on a day, by the network of the child. */
export const holderOn = (
  { network }: Pick<Picture, 'network'>,
  { owner, agency, child }: Pick<Duty, 'owner' | 'agency' | 'child'>,
  day: Day,
): Holder => {
  const posts = around(network, child).filter(one => isPost(one, owner, agency) && one.starts.day <= day)
  const now = posts.findLast(one => one.ends === undefined || one.ends.day > day)
  if (now !== undefined) return now.practitioner === undefined ? undefined : { by: now.practitioner }
  const left = posts.flatMap(one => one.ends?.day ?? [])
  return left.length === 0 ? undefined : { notSince: Math.max(...left) as Day }
}

/** The holder as a page says it: Ruth Adeyemi, or "not allocated since 30 April"; empty when the record says nothing. */
export const holderInWords = (holder: Holder, on: Day): string => {
  if (holder === undefined) return ''
  return 'by' in holder ? holder.by : `not allocated since ${dayNear(holder.notSince, on)}`
}
