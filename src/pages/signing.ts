import { setAsideByOne, takesTwo } from '../duties/derive.ts'
import type { Duty } from '../duties/rule.ts'
import { authorOf } from '../intake/forms/read-form.ts'
import type { Post } from '../people/practitioner.ts'
import type { EntryOf } from '../record/entry.ts'
import type { FamilyOnDay } from './family-on-day.ts'

/** Somebody who may sign that a thing is set aside, and those who are in default of it. */
export interface Signer {
  readonly name: string
  readonly posts: readonly Post[]
  /** Whether the thing lies with them: then their signature alone never sets it aside. */
  readonly owes: boolean
  /** Everybody with whom it lies, as they sign what they write. */
  readonly owing: ReadonlySet<string>
}

/** How a thing is set aside by somebody: whether it takes two, who signed first, and why this one may not sign now. */
export interface Signing {
  readonly two: boolean
  readonly first: EntryOf<'set-aside'> | undefined
  readonly mayNot: 'signed first' | 'both owe it' | undefined
}

const isBy = (word: EntryOf<'set-aside'>, { name, posts }: Signer): boolean =>
  posts.some(post => post.agency === word.by && authorOf({ name }, post) === word.author)

const owes = ({ author, signedBy }: EntryOf<'set-aside'>, { owner }: Duty, { owing }: Signer): boolean =>
  (author !== undefined && owing.has(author)) || signedBy?.includes(owner) === true

const whyNot = (first: EntryOf<'set-aside'>, duty: Duty, signer: Signer): Signing['mayNot'] => {
  if (isBy(first, signer)) return 'signed first'
  const isInDefault = signer.owes || signer.posts.every(({ role }) => role === duty.owner)
  return isInDefault && owes(first, duty, signer) ? 'both owe it' : undefined
}

/**
 * How a thing to do is set aside: with one signature, or with two where it is statutory, a condition that was met or a
 * conference. Two are those of two people, and never of those in default alone (design, section 4, "Duties").
 */
export const signingOf = ({ stands }: FamilyOnDay, duty: Duty, signer: Signer): Signing => {
  const two = takesTwo(duty.rule)
  const first = two ? setAsideByOne(stands, duty) : undefined
  return { two, first, mayNot: first && whyNot(first, duty, signer) }
}
