import type { Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Role } from '../people/role.ts'
import { assessmentOpenOn } from '../record/assessment-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { adaptationRules } from './adaptation.ts'
import { isSocialCare } from './arrival.ts'
import { complexNeeds } from './complex-needs.ts'
import { isHereOn, isOfHousehold } from './household.ts'
import { earliest, isFor } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** Something after which what the parents can manage is to be looked at again. */
interface Change {
  readonly step: string
  readonly because: readonly [Entry, ...Entry[]]
  readonly done: Entry | undefined
}

/** Who assesses: the social worker while social care has a case open, else the lead health practitioner. */
const ownerOn = (picture: Picture, child: PersonId, { day }: Entry): Role =>
  openToSocialCareOn(picture, child, day) ? 'social-worker' : 'lead-health-practitioner'

const other = new Set(['section-47', 'early-help'])

/** An assessment that is not yet due looks at the change anyway: its own clock holds. */
const isUnderWay = (picture: Picture, child: PersonId, day: Day): boolean =>
  picture.assessments.some(
    one =>
      !other.has(one.opened?.type ?? '') &&
      assessmentOpenOn(one, child, day) &&
      addWorkingDays(one.opened?.day ?? day, 45) >= day,
  )

/** Looks for the assessment that answers a change from a day on. */
type Assessed = (day: Day) => Entry | undefined

const assessedFor = (picture: Picture, child: PersonId): Assessed => {
  const finished = picture.assessments.flatMap(({ opened, children, finished }) =>
    finished !== undefined && !other.has(opened?.type ?? '') && isFor(picture, finished, children, child)
      ? [finished]
      : [],
  )
  const elsewhere = all(picture, 'done-elsewhere').filter(
    word => word.rule === 'capability-reassessed' && isAbout(picture, word, child),
  )
  return day => earliest(...[...finished, ...elsewhere].filter(entry => entry.day >= day))
}

const plain = (kind: string, entries: readonly Entry[], fits: (entry: Entry) => boolean, assessed: Assessed) =>
  entries.flatMap((entry, index): readonly Change[] =>
    fits(entry) ? [{ step: `${kind}:${index + 1}`, because: [entry], done: assessed(entry.day) }] : [],
  )

const isComplex = (entry: Entry): boolean => entry.kind === 'diagnosis' && entry.complex === true

/** What counts as a concern here: one that says so, a referral to social care, an incident at home; a child who goes missing has rules of its own. */
type Concern = EntryOf<'concern' | 'referral-made' | 'incident'>

const concernsAbout = (picture: Picture, child: PersonId): readonly Concern[] =>
  [
    ...all(picture, 'concern'),
    ...all(picture, 'referral-made').filter(entry => isSocialCare(entry.to)),
    ...all(picture, 'incident').filter(({ type }) => type !== 'missing'),
  ]
    .filter(entry => isAbout(picture, entry, child))
    .sort((one, other) => one.day - other.day)

const isAnother = (one: Concern, later: Concern): boolean =>
  later.day - one.day <= 30 && (one.by !== later.by || one.day !== later.day)

/** Two concerns within 30 days, of two agencies or on two days. While one such change is not answered there is no second. */
const concernsOf = (
  concerns: readonly Concern[],
  matters: (day: Day) => boolean,
  assessed: Assessed,
): readonly Change[] => {
  const changes: Change[] = []
  let waiting: Concern[] = []
  let from = Number.NEGATIVE_INFINITY
  for (const concern of concerns) {
    if (concern.day < from) continue
    const before = waiting.find(one => isAnother(one, concern))
    waiting.push(concern)
    if (before === undefined || !matters(concern.day)) continue
    const done = assessed(concern.day)
    changes.push({ step: `concerns:${changes.length + 1}`, because: [concern, before], done })
    waiting = []
    from = done?.day ?? Number.POSITIVE_INFINITY
  }
  return changes
}

const pregnanciesAround = (picture: Picture, child: PersonId): readonly Entry[] =>
  picture.pregnancies
    .filter(
      ({ unborn, mother, known }) =>
        unborn !== child && isHereOn(picture, child, known.day) && isOfHousehold(picture, mother, child, known.day),
    )
    .map(({ known }) => known)

const changesFor = (picture: Picture, child: PersonId): readonly Change[] => {
  const isOpen = (day: Day) => openToSocialCareOn(picture, child, day) && !isUnderWay(picture, child, day)
  const opened = (entry: Entry) => isOpen(entry.day)
  const assessed = assessedFor(picture, child)
  const about = <E extends Entry>(entries: readonly E[]) => entries.filter(entry => isAbout(picture, entry, child))
  const complex = complexNeeds(picture, child)
  const matters = (day: Day) =>
    isOpen(day) || (complex !== undefined && complex.day <= day && !isUnderWay(picture, child, day))
  return [
    ...plain(
      'diagnosis',
      about(all(picture, 'diagnosis')),
      one => opened(one) || (isComplex(one) && !isUnderWay(picture, child, one.day)),
      assessed,
    ),
    ...plain('pregnancy', pregnanciesAround(picture, child), opened, assessed),
    ...concernsOf(concernsAbout(picture, child), matters, assessed),
    ...plain(
      'carer',
      about(all(picture, 'placed-elsewhere')),
      one => opened(one) && !cameIntoCare(picture, child, one),
      assessed,
    ),
  ]
}

/** With foster carers a child is looked after: its carers are assessed as such, and the court asks of the parents. */
const cameIntoCare = (picture: Picture, child: PersonId, { day }: Entry): boolean =>
  all(picture, 'came-into-care').some(entry => isAbout(picture, entry, child) && Math.abs(entry.day - day) <= 14)

const capabilityReassessed = rule({
  name: 'capability-reassessed',
  catalogue: 'R-ASM-8',
  says: 'Assess again, with all who know the family, what the parents can manage and what help they need',
  shape: 'change',
  label: 'local setting',
  source: ownDefault('20 working days after a diagnosis, a pregnancy, a new carer, or a second concern within 30 days'),
  limit: { workingDays: 20 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const child of picture.children)
      for (const { step, because, done } of changesFor(picture, child))
        owe({
          child,
          thing: 'capability',
          step,
          because,
          since: because[0].day,
          owner: ownerOn(picture, child, because[0]),
          done,
        })
  },
})

/** What parents can manage, and what a diagnosis does to them (review 3.4, 5.7, 5.10). */
export const capabilityRules: readonly Rule[] = [capabilityReassessed, ...adaptationRules]
