import { roleInWords } from '../../people/role.ts'
import type { Agency } from '../../people/service.ts'
import type { Visit } from './visit.ts'

/** As whom a visitor writes what no form asks about: in the first of their posts. */
export const signedBy = ({
  practitioner,
}: Pick<Visit, 'practitioner'>): { readonly by: Agency; readonly author: string } => {
  const { name, posts } = practitioner
  const [post] = posts
  if (post === undefined) return { by: 'other' as Agency, author: name }
  return { by: post.agency, author: `${name}, ${roleInWords(post.role)}` }
}
