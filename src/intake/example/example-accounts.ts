import type { Kin, Post } from '../../people/practitioner.ts'
import type { Role } from '../../people/role.ts'
import { type Agency, serviceOfAgency } from '../../people/service.ts'
import type { Entry, EntryOf } from '../../record/entry.ts'
import { postOf } from '../../record/network-standing.ts'
import { featured, relatives } from './featured.ts'
import { signInName } from './sign-in-name.ts'

/** Somebody of the examples as whom a visitor may sign in. */
export interface ExampleAccount {
  /** As posts and families write it. */
  readonly name: string
  readonly signIn: string
  readonly posts: readonly Post[]
  readonly kin?: readonly Kin[]
  /** Why a visitor would be this one first, in a line. */
  readonly featured?: string
}

interface Held {
  /** Posts by the agencies' own record. */
  readonly posts: Post[]
  /** Posts in which somebody works with a family. */
  readonly used: Post[]
}

/** A post of this role is a desk, and nobody's. */
const desk: Role = 'clinic'

/** The last word on each post of the agencies' record, in the order of the file: a post keeps its id when its holder changes. */
const holders = (agencies: readonly Entry[]): readonly EntryOf<'post'>[] => {
  const posts = new Map<string, EntryOf<'post'>>()
  for (const entry of agencies)
    if (entry.kind === 'post' && entry.day >= (posts.get(entry.post)?.day ?? entry.day)) posts.set(entry.post, entry)
  return [...posts.values()]
}

const starts = (family: readonly Entry[]): readonly EntryOf<'worker-starts'>[] =>
  family.filter(entry => entry.kind === 'worker-starts')

const isSame = (one: Post, other: Post): boolean => one.agency === other.agency && one.role === other.role
const take = (posts: Post[], post: Post): void => {
  if (!posts.some(held => isSame(held, post))) posts.push(post)
}

const isPlace = (agency: Agency): boolean => agency !== serviceOfAgency(agency)

/** A post at a bare service is the one at a place of it, unless families know both. */
const isSaidBy = ({ used }: Held, bare: Post, place: Post): boolean =>
  !isPlace(bare.agency) &&
  isPlace(place.agency) &&
  bare.role === place.role &&
  serviceOfAgency(place.agency) === bare.agency &&
  ![bare, place].every(post => used.some(one => isSame(one, post)))

const united = (held: Held): readonly Post[] => {
  const posts: Post[] = []
  for (const post of [...held.posts, ...held.used]) take(posts, post)
  return posts.filter(post => !posts.some(place => isSaidBy(held, post, place)))
}

const heldByName = (agencies: readonly Entry[], families: readonly (readonly Entry[])[]): ReadonlyMap<string, Held> => {
  const held = new Map<string, Held>()
  const of = (name: string): Held => {
    const known = held.get(name) ?? { posts: [], used: [] }
    held.set(name, known)
    return known
  }
  for (const post of holders(agencies))
    if (post.practitioner !== undefined && post.role !== desk)
      take(of(post.practitioner).posts, { agency: post.agency ?? post.by, role: post.role })
  for (const start of families.flatMap(starts))
    if (start.practitioner !== undefined) take(of(start.practitioner).used, postOf(start))
  return held
}

const place = (name: string): number => {
  const at = Object.keys(featured).indexOf(name)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}
const inOrder = (one: string, other: string): number =>
  place(one) === place(other) ? (one < other ? -1 : 1) : place(one) - place(other)

const account = (name: string, signIn: string, posts: readonly Post[]): ExampleAccount => {
  const [kin, why] = [relatives[name], featured[name]]
  return {
    name,
    signIn,
    posts,
    ...(kin === undefined ? {} : { kin }),
    ...(why === undefined ? {} : { featured: why }),
  }
}

/**
 * An account for everybody who holds a post in the agencies' record or works with one of the families, one a name, with
 * all their posts; those worth being first come first. A desk is nobody's.
 */
export const exampleAccounts = (
  agencies: readonly Entry[],
  families: readonly (readonly Entry[])[],
): readonly ExampleAccount[] => {
  const held = heldByName(agencies, families)
  const taken = new Set<string>()
  return [...held.keys()].sort(inOrder).map(name => {
    const signIn = signInName(name, taken)
    taken.add(signIn)
    return account(name, signIn, united(held.get(name) ?? { posts: [], used: [] }))
  })
}
