import { agencyKindsFor } from '../../intake/forms/agency-forms.ts'
import { settlingPost, signingPosts } from '../../intake/forms/settle-rules.ts'
import type { Post } from '../../people/practitioner.ts'
import type { Role } from '../../people/role.ts'
import { type Service, serviceOfAgency } from '../../people/service.ts'
import { runsFeeds } from '../feeds/running.ts'
import type { Way } from '../kit/layout.ts'
import { hasMissLists } from '../misses/whose.ts'
import { missesAddress } from '../misses.ts'

const isIn = (posts: readonly Post[], roles: readonly Role[], services: readonly Service[] = []): boolean =>
  posts.some(({ role, agency }) => roles.includes(role) || services.includes(serviceOfAgency(agency)))

/** Whether somebody answers emergencies: ambulance, 111, an emergency department, out of hours (issue: emergency view). */
export const answersEmergencies = (posts: readonly Post[]): boolean =>
  isIn(
    posts,
    ['emergency-clinician', 'out-of-hours-gp', 'ambulance-clinician'],
    ['ambulance', 'urgent-care', 'emergency-duty'],
  )

/** Whether somebody sits at the desk that finds where an entry about a possibly known child belongs. */
export const sitsAtDesk = (posts: readonly Post[]): boolean =>
  isIn(posts, ['duty-social-worker', 'information-governance-lead']) ||
  posts.some(({ role, agency }) => role === 'administrator' && serviceOfAgency(agency) === 'partnership')

/** Whether somebody answers for what is read here: openings, settings, records that belong together. */
export const leadsGovernance = (posts: readonly Post[]): boolean => isIn(posts, ['information-governance-lead'])

/** Whether somebody signs for an agency what it adopts, or sets what is the partnership's own; all others come to the rules from a thing to do, or from their account. */
const settles = (posts: readonly Post[]): boolean => signingPosts(posts).length > 0 || settlingPost(posts) !== undefined

/** The ways in the head of every page, by what somebody does here. */
export const waysFor = (posts: readonly Post[], example = false): readonly Way[] => [
  { href: '/today', text: 'Today' },
  { href: '/families', text: 'Families' },
  { href: '/inbox', text: 'Inbox' },
  { href: '/search', text: 'Search' },
  { href: '/refer', text: 'Refer a child' },
  ...(answersEmergencies(posts) ? [{ href: '/emergency', text: 'Emergency' }] : []),
  ...(hasMissLists(posts) ? [{ href: missesAddress, text: 'Not brought' }] : []),
  ...(sitsAtDesk(posts) ? [{ href: '/desk', text: 'Desk' }] : []),
  ...(runsFeeds(posts) ? [{ href: '/feeds', text: 'Feeds' }] : []),
  ...(leadsGovernance(posts) ? [{ href: '/governance', text: 'Governance' }] : []),
  ...(agencyKindsFor(posts).length > 0 ? [{ href: '/agencies', text: 'Agencies' }] : []),
  ...(settles(posts) ? [{ href: '/rules', text: 'Rules' }] : []),
  ...(example ? [{ href: '/what-happened', text: 'What happened here' }] : []),
]
