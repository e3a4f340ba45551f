import { type Agency, sameAgency } from '../people/service.ts'
import { chronology } from './chronology.ts'
import type { Entry, EntryOf } from './entry.ts'

type Post = EntryOf<'post'>

const agencyOf = (post: Post): Agency => post.agency ?? post.by

/** The posts of a partnership as they stand, by the agencies' record: a post keeps its id when its holder changes. */
export const postsIn = (agencies: readonly Entry[]): readonly Post[] => {
  const posts = new Map<string, Post>()
  for (const entry of chronology(agencies)) if (entry.kind === 'post') posts.set(`${entry.by} ${entry.post}`, entry)
  return [...posts.values()]
}

/** How somebody is reached: by telephone, and by whom at night and at weekends. */
export interface Reach {
  readonly telephone?: string
  readonly outOfHours?: string
}

/** How a post is reached, whoever holds it. */
export const reachOfPost = ({ telephone, outOfHours }: Pick<Post, 'telephone' | 'outOfHours'>): Reach => ({
  ...(telephone === undefined ? {} : { telephone }),
  ...(outOfHours === undefined ? {} : { outOfHours }),
})

/** Whom to reach: a practitioner by name in an agency, or whoever answers there. */
export interface Reached {
  readonly agency: Agency
  readonly practitioner: string | undefined
}

/**
 * How a practitioner is reached. Whoever holds no post of that agency is reached by whoever answers for it out of hours: a
 * colleague's number would ring on an empty desk.
 */
export const reachOf = (posts: readonly Post[], { agency, practitioner }: Reached): Reach => {
  const there = posts.filter(post => sameAgency(agencyOf(post), agency))
  const own = there.find(post => practitioner !== undefined && post.practitioner === practitioner)
  if (own !== undefined) return reachOfPost(own)
  const night = there.find(post => post.outOfHours !== undefined)?.outOfHours
  return night === undefined ? {} : { outOfHours: night }
}

/** The posts of one role that have a telephone, of one service where it is named. */
export const deskPosts = (posts: readonly Post[], role: Post['role'], agency?: Agency): readonly Post[] =>
  posts.filter(
    post =>
      post.role === role &&
      post.telephone !== undefined &&
      (agency === undefined || sameAgency(agencyOf(post), agency)),
  )
