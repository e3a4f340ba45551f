import type { Moment } from '../../src/calendar/day.ts'
import type { Post, PractitionerId } from '../../src/people/practitioner.ts'
import { hashOfToken, newToken } from '../../src/sharing/session.ts'
import { addPractitioner, findAccount } from '../../src/store/accounts.ts'
import { append } from '../../src/store/append.ts'
import type { Line } from '../../src/store/line.ts'
import { newPartnership } from '../../src/store/records.ts'
import { beginSession } from '../../src/store/sessions.ts'
import type { Store } from '../../src/store/store.ts'

/* Who works in the made-up partnership: the team around its families, and many others whom no family concerns. */

/** The clock of the bench: a day on which the made-up family's record still goes on. */
export const clock = () => Date.parse('2025-02-14T10:00:00Z') as Moment

const post = (agency: string, role: string): Post => ({ agency, role }) as Post

const place: Readonly<Record<string, string>> = {
  'social-care': 'social-care/rowan-team',
  'health-visiting': 'health-visiting/north',
  'family-support': 'family-support/north',
  gp: 'gp/mill-lane',
  school: 'school/st-marys',
  ambulance: 'ambulance/north',
}

const agencyFields: ReadonlySet<string> = new Set(['by', 'to', 'members', 'invited', 'present'])

const placed = (text: string): string =>
  text
    .split('; ')
    .map(word => place[word] ?? word)
    .join('; ')

/** A line of the made-up family in which agencies are named by their place, as in a partnership that has several. */
export const inPlace = (line: Line): Line =>
  Object.fromEntries(
    Object.entries(line).map(([field, value]) => [
      field,
      agencyFields.has(field) && typeof value === 'string' ? placed(value) : value,
    ]),
  )

const team: readonly (readonly [name: string, agency: string, role: string])[] = [
  ['A. Worker', 'social-care/rowan-team', 'social-worker'],
  ['B. Visitor', 'health-visiting/north', 'health-visitor'],
  ['Dr C', 'gp/mill-lane', 'gp'],
  ['D. Teacher', 'school/st-marys', 'designated-safeguarding-lead'],
  ['E. Support', 'family-support/north', 'family-support-worker'],
  ['Dr F', 'hospital/royal', 'consultant'],
  ['Dr G', 'hospital/northfield', 'consultant'],
  ['Dr H', 'hospital/st-brannocs', 'consultant'],
  ['I. Nurse', 'hospital/royal', 'named-nurse'],
  ['J. Secretary', 'hospital/royal', 'medical-secretary'],
  ['K. Clinic', 'hospital/northfield', 'clinic-manager'],
  ['L. Manager', 'social-care/rowan-team', 'team-manager'],
  ['M. Lead', 'health-visiting/north', 'safeguarding-lead'],
  ['N. Practice', 'gp/mill-lane', 'practice-safeguarding-lead'],
  ['O. Nurse', 'school-nursing/north', 'school-nurse'],
  ['P. Community', 'community-nursing/north', 'community-nurse'],
]

/** That the whole team works with a family: sixteen practitioners of ten agencies. */
export const teamStarts: readonly Line[] = team.map(([practitioner, by, role]) => ({
  ...{ kind: 'worker-starts', on: '2008-03-01', by, role, practitioner },
}))

const otherPlaces = ['east', 'west', 'south', 'hill', 'harbour']
const otherPosts: readonly (readonly [service: string, role: string])[] = [
  ['social-care', 'social-worker'],
  ['social-care', 'team-manager'],
  ['health-visiting', 'health-visitor'],
  ['gp', 'gp'],
  ['school', 'designated-safeguarding-lead'],
  ['hospital', 'consultant'],
  ['police', 'police-officer'],
]

const otherPost = (n: number): Post => {
  const [service, role] = otherPosts[n % otherPosts.length] ?? ['gp', 'gp']
  return post(`${service}/${otherPlaces[n % otherPlaces.length]}-${n % 17}`, role)
}

/** A partnership with the team and so many others. */
export interface MadeUpPartnership {
  readonly partnership: number
  readonly team: readonly PractitionerId[]
  readonly others: readonly PractitionerId[]
}

const signInOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '.')

/** Makes a partnership in an empty database. */
export const madeUpPartnership = async (store: Store, others: number): Promise<MadeUpPartnership> => {
  const partnership = await newPartnership(store, 'Made up', true)
  const add = (name: string, own: Post) =>
    addPractitioner(store, partnership, { name, signIn: signInOf(name), posts: [own] })
  const made: PractitionerId[] = []
  for (const [name, agency, role] of team) made.push(await add(name, post(agency, role)))
  const rest: PractitionerId[] = []
  for (let n = 0; n < others; n++) rest.push(await add(`Other ${n}`, otherPost(n)))
  return { partnership, team: made, others: rest }
}

/** Writes lines that must be taken; gives the number of the last. */
export const written = async (store: Store, writing: Parameters<typeof append>[1]): Promise<number> => {
  const outcome = await append(store, writing)
  if ('number' in outcome) return outcome.number
  throw new Error(JSON.stringify(outcome))
}

/** Signs everybody of the team in; gives the cookie of each. */
export const cookiesOfTeam = async (store: Store): Promise<readonly string[]> =>
  Promise.all(
    team.map(async ([name]) => {
      const account = await findAccount(store, signInOf(name))
      const token = newToken()
      await beginSession(store, account?.account ?? '', hashOfToken(token))
      return `holdfast=${token}`
    }),
  )
