import type { Day } from '../calendar/day.ts'
import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { AssessmentStanding } from '../record/assessment-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { agenciesOn } from '../record/network-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import { authorisedBy } from './assessment-clock.ts'
import { firstSince } from './attendance.ts'
import { earliest, endedBy } from './reading.ts'
import { readOnce } from './rounds.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

const others: ReadonlySet<string> = new Set(['section-47', 'early-help', 'capability'])

type Opened = AssessmentStanding & { readonly opened: EntryOf<'assessment-opened'> }

/** Assessments of the whole family, before birth or after: the others ask less. */
const assessmentsOf = readOnce((picture): readonly Opened[] =>
  picture.assessments.filter(
    (one): one is Opened => one.opened !== undefined && !others.has(one.opened.type ?? 'child-and-family'),
  ),
)

const isOf = ({ id }: Opened, entry: { readonly assessment?: string | undefined }): boolean =>
  entry.assessment === undefined || entry.assessment === id

const promptsAnswered = rule({
  name: 'assessment-prompts-answered',
  catalogue: 'R-ASM-4',
  says: 'Answer what every assessment asks, or write “not known” and who is asked: childhoods, age, own history, abuse, events, diagnosis, means',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('before the assessment is authorised'),
  limit: { sameDay: true },
  clock: 'before the assessment is authorised',
  owner: 'assessment-author',
  heard: 'when-late',
  find: (picture, owe) => {
    // Only where somebody began to answer them: an assessment written in words may well have answered all of them.
    const begun = all(picture, 'assessment-prompts')
    if (begun.length === 0) return
    for (const assessment of assessmentsOf(picture)) {
      const own = begun.filter(entry => isOf(assessment, entry) && entry.day >= assessment.opened.day)
      const [first] = own
      if (first === undefined) continue
      for (const child of assessment.children)
        owe({
          child,
          thing: assessment.id,
          because: [first],
          since: first.day,
          due: authorisedBy(picture, assessment),
          done: answeredAll(own),
        })
    }
  },
})

const prompts = ['childhood', 'age', 'ownHistory', 'domesticAbuse', 'events', 'adaptation', 'means'] as const

/** The entry by which the last of the prompts was answered, or was not known with somebody to ask. */
const answeredAll = (entries: readonly EntryOf<'assessment-prompts'>[]): Entry | undefined => {
  const open = new Set<string>(prompts)
  return entries.find(entry => {
    for (const prompt of prompts)
      if (entry[prompt] === 'answered' || (entry[prompt] === 'not-known' && entry.ask !== undefined))
        open.delete(prompt)
    return open.size === 0
  })
}

/** Services that take no part in an assessment of a family. */
const apart = new Set(['family', 'conference-unit', 'court', 'partnership', 'social-care'])

const involvedIn = (picture: Picture, child: PersonId, day: Day): readonly Agency[] =>
  agenciesOn(picture.network, child, day).filter(agency => !apart.has(serviceOfAgency(agency)))

/** An agency contributed: by name, in the list of the finished assessment, at a meeting in its time, or it has nothing. */
const contributed = (picture: Picture, assessment: Opened, child: PersonId, agency: Agency): Entry | undefined => {
  const { opened, finished } = assessment
  const since = { child, day: opened.day }
  const inList =
    finished?.kind === 'assessment-finished' && finished.contributions?.some(one => sameAgency(one, agency))
  return earliest(
    firstSince(
      picture,
      'assessment-contribution',
      since,
      entry => isOf(assessment, entry) && sameAgency(entry.agency ?? entry.by, agency),
    ),
    firstSince(picture, 'report-filed', since, entry => sameAgency(entry.reporter ?? entry.by, agency)),
    firstSince(picture, 'meeting-held', since, entry => entry.present?.some(one => sameAgency(one, agency)) === true),
    firstSince(
      picture,
      'strategy-discussion',
      since,
      entry => entry.present?.some(one => sameAgency(one, agency)) === true,
    ),
    firstSince(picture, 'enquiry-answered', since, entry => sameAgency(entry.by, agency)),
    inList ? finished : undefined,
  )
}

/** Whether the record shows at all who contributed: of an assessment that does not, nobody can say that one is missing. */
const showsContributions = (picture: Picture, assessment: Opened): boolean => {
  const { finished, opened } = assessment
  return (
    (finished?.kind === 'assessment-finished' && finished.contributions !== undefined) ||
    all(picture, 'assessment-contribution').some(entry => entry.day >= opened.day && isOf(assessment, entry))
  )
}

const everyAgencyContributes = rule({
  name: 'assessment-contributions',
  catalogue: 'R-ASM-5',
  says: 'Contribute to the assessment what is known of the child and the adults, or write that there is nothing',
  label: 'local setting',
  source: ownDefault('ten working days after the assessment is opened; a nil return is an answer'),
  limit: { workingDays: 10 },
  owner: 'safeguarding-lead',
  ladder: ['assessment-author', 'team-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const assessment of assessmentsOf(picture)) {
      const { id, children, opened, finished } = assessment
      if (!showsContributions(picture, assessment)) continue
      for (const child of children)
        for (const agency of involvedIn(picture, child, opened.day))
          owe({
            child,
            thing: id,
            step: agency,
            because: [opened],
            since: opened.day,
            agency,
            ...endedBy(contributed(picture, assessment, child, agency), finished),
          })
    }
  },
})

/** Adults of whom the record says that they were known as children: on a plan, in care, or exploited. */
const wereKnownAsChildren = readOnce((picture): ReadonlyMap<PersonId, Entry> => {
  const known = new Map<PersonId, Entry>()
  const parents = new Set([...picture.people.values()].flatMap(({ mother, father }) => [mother, father]))
  for (const entry of [...all(picture, 'exploitation'), ...all(picture, 'known-elsewhere')])
    if (parents.has(entry.person) && !known.has(entry.person)) known.set(entry.person, entry)
  return known
})

const childhoodRecords = rule({
  name: 'childhood-records-read',
  catalogue: 'R-ASM-6',
  says: 'Ask for the records of the parent’s own childhood, and read them: obtained, none, or refused and why',
  shape: 'join',
  label: 'local setting',
  source: ownDefault('five working days after the assessment is opened or the adult is known to have such records'),
  limit: { workingDays: 5 },
  owner: 'assessment-author',
  heard: 'when-late',
  find: (picture, owe) => {
    const known = wereKnownAsChildren(picture)
    if (known.size === 0) return
    // The records are asked for once, at the first assessment of the child: a later one reads what was obtained.
    const asked = new Set<string>()
    for (const assessment of assessmentsOf(picture))
      for (const child of assessment.children)
        for (const [person, entry] of known) {
          const { opened } = assessment
          const { mother, father } = picture.people.get(child) ?? {}
          // The childhood of a mother who is a child of this record is on this record.
          if (picture.subject[0] === person) continue
          if ((person !== mother && person !== father) || entry.day > authorisedBy(picture, assessment).day) continue
          if (asked.has(`${child} ${person}`)) continue
          asked.add(`${child} ${person}`)
          const done = all(picture, 'childhood-records').find(one => one.person === person && one.answer !== 'asked')
          const since = Math.max(opened.day, entry.day) as Day
          if (done !== undefined && done.day < since) continue
          owe({ child, thing: person, because: [entry, opened], since, done })
        }
  },
})

/** Assessments: what each of them asks, of whom, and what is read (review 2.1, 4.1, 5.7, 5.10, 5.17). */
export const assessmentContentRules: readonly Rule[] = [promptsAnswered, everyAgencyContributes, childhoodRecords]
