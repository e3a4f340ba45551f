import type { Post } from '../../people/practitioner.ts'
import type { Role } from '../../people/role.ts'
import { type Agency, serviceOfAgency } from '../../people/service.ts'

/** Who looks after what their own agency's systems send: clinics and their secretaries, and whoever administers the agency. */
const running: readonly Role[] = [
  'clinic-manager',
  'medical-secretary',
  'administrator',
  'service-manager',
  'agency-manager',
]
/** Of these, who makes a feed. */
const making: readonly Role[] = ['clinic-manager', 'administrator', 'service-manager', 'agency-manager']

/** Whether a post is in the agency whose system it is. A whole service's system is looked after from any place of it. */
const isAgency = ({ agency }: Post, of: Agency): boolean =>
  agency === of || (!of.includes('/') && agency === serviceOfAgency(of))

/** Whether somebody looks after the feeds of an agency. */
export const runsFeedsOf = (posts: readonly Post[], agency: Agency): boolean =>
  posts.some(post => running.includes(post.role) && isAgency(post, agency))

/** Whether somebody looks after feeds at all: the partnership's own administrator does not, for no system is hers. */
export const runsFeeds = (posts: readonly Post[]): boolean =>
  posts.some(({ role, agency }) => running.includes(role) && serviceOfAgency(agency) !== 'partnership')

/** The agencies for which somebody makes a feed. */
export const agenciesToFeed = (posts: readonly Post[]): readonly Agency[] => [
  ...new Set(
    posts
      .filter(({ role, agency }) => making.includes(role) && serviceOfAgency(agency) !== 'partnership')
      .map(({ agency }) => agency),
  ),
]
