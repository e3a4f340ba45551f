import { form } from './form-of-kind.ts'

/** The forms of a parent's own page: what is asked first, and what a young person says to it. Giving it has a page of its own. */
export const parentsPageForms = {
  'phone-safety-asked': form('Parent asked whether their phone is safe', 'others', 'way'),
  'young-person-asked': form('Young person asked what a parent may see', 'parent'),
} as const

const onItsPage = 'It is given and closed under “Parents’ pages” of the family, where what it does is done at once.'

/** What is written by giving and closing alone. */
export const parentsPageApart = {
  'parent-page-opened': { why: onItsPage },
  'parent-page-closed': { why: onItsPage },
} as const
