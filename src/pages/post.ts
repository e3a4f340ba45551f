import type { Post } from '../people/practitioner.ts'
import { roleInWords, serviceOfRole } from '../people/role.ts'
import { agencyInWords, serviceOfAgency, services } from '../people/service.ts'

/** A post as a page says it: health visitor, health visiting. */
export const postInWords = ({ role, agency }: Post): string => `${roleInWords(role)}, ${agencyInWords(agency)}`

/** A post in few words: without the agency where the role says it already. */
export const postInBrief = (post: Post): string =>
  post.agency === serviceOfRole(post.role) ? roleInWords(post.role) : postInWords(post)

/** The service of a post as a heading: Health visiting. */
export const laneOf = ({ agency }: Post): string => services[serviceOfAgency(agency)].lane
