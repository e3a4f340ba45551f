import type { Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { all, isAbout, type Picture } from './standing.ts'

/**
 * The contact in which social care spoke with a parent of the child from one day to another: one that names the parent, about
 * whichever child of theirs, or a visit to the family, which is to the mother unless it says otherwise. Few records write that a parent "was assessed";
 * a father or a partner whom no contact names was not spoken with.
 */
export const parentSpokenWith = (
  stands: Picture,
  child: PersonId,
  parent: PersonId,
  { from, until }: { readonly from: Day; readonly until: Day },
): EntryOf<'contact'> | undefined => {
  const { mother, father } = stands.people.get(child) ?? {}
  if (parent !== mother && parent !== father) return undefined
  // Whoever wrote that nobody asked them knows better than a name on a visit.
  const notAsked = (entry: EntryOf<'person-covered'>) =>
    entry.person === parent && entry.status === 'not-asked' && entry.day >= from
  if (all(stands, 'person-covered').some(notAsked)) return undefined
  return all(stands, 'contact').find(
    entry =>
      entry.day >= from &&
      entry.day <= until &&
      entry.reached !== false &&
      serviceOfAgency(entry.by) === 'social-care' &&
      (entry.with?.includes(parent) ??
        (parent === mother &&
          isVisit(entry) &&
          (isAbout(stands, entry, child) || entry.seen?.includes(child) === true))),
  )
}

const isVisit = ({ way, where }: EntryOf<'contact'>): boolean => way === 'visit' || where === 'home'
