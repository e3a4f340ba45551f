import type { Day } from '../calendar/day.ts'
import type { AssessmentStanding } from '../record/assessment-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isUnbornOn } from '../record/person-standing.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { authorisedBy } from './assessment-clock.ts'
import { firstSince } from './attendance.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Opened = AssessmentStanding & { readonly opened: EntryOf<'assessment-opened'> }

const others: ReadonlySet<string> = new Set(['early-help', 'pre-birth'])

const assessmentsOf = (picture: Picture): readonly Opened[] =>
  picture.assessments.filter(
    (one): one is Opened => one.opened !== undefined && !others.has(one.opened.type ?? 'child-and-family'),
  )

/** The child's own words, a day observed, or at least that somebody saw the child. */
const childHeard = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    all(picture, 'child-voice').find(
      entry =>
        entry.day >= day && (entry.person === child || (entry.person === undefined && isAbout(picture, entry, child))),
    ),
    all(picture, 'contact').find(
      entry => entry.day >= day && entry.reached !== false && entry.seen?.includes(child) === true,
    ),
  )

const written = new Set(['letter', 'e-mail', 'text'])

/** Somebody was spoken with: about this child, or a parent of this child about a brother or sister. A letter that went out says nothing of what they say. */
const isTalk = (picture: Picture, entry: EntryOf<'contact'>, child: PersonId): boolean => {
  const { reached, way, with: whom } = entry
  if (reached === false || (way !== undefined && written.has(way))) return false
  const { mother, father } = picture.people.get(child) ?? {}
  const isParent = (person: PersonId) => person === mother || person === father
  return isAbout(picture, entry, child) || whom?.some(isParent) === true
}

/** A parent's own view, or at least that somebody spoke with a parent. */
const parentHeard = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstSince(picture, 'family-view', { child, day }),
    firstSince(picture, 'reply', { child, day }),
    firstSince(picture, 'question-asked', { child, day }),
    firstSince(picture, 'consent-given', { child, day }),
    firstSince(picture, 'consent-refused', { child, day }),
    all(picture, 'contact').find(entry => entry.day >= day && isTalk(picture, entry, child)),
    firstSince(picture, 'meeting-held', { child, day }, entry => entry.family !== undefined),
    all(picture, 'person-covered').find(entry => entry.day >= day && entry.status === 'assessed'),
  )

const heardApart = rule({
  name: 'child-and-parents-heard',
  catalogue: 'R-VOI-1',
  says: 'Write down how the child lives and what the parents say, in their own words and apart from what is thought of it',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('before the assessment is authorised'),
  limit: { sameDay: true },
  clock: 'before the assessment is authorised',
  owner: 'assessment-author',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const assessment of assessmentsOf(picture)) {
      const { id, opened, children } = assessment
      for (const child of children) {
        const person = picture.people.get(child)
        const base = {
          child,
          thing: id,
          because: [opened] as const,
          since: opened.day,
          due: authorisedBy(picture, assessment),
        }
        if (person === undefined || !isUnbornOn(person, opened.day))
          owe({ ...base, step: 'child', of: 'the child', done: childHeard(picture, child, opened.day) })
        owe({ ...base, step: 'parents', of: 'the parents', done: parentHeard(picture, child, opened.day) })
      }
    }
  },
})

/** The child's life and the parents' words stand beside opinion, not in it (review 3.1, 3.5). */
export const heardApartRules: readonly Rule[] = [heardApart]
