import type { Day } from '../calendar/day.ts'
import { dueFrom, type Limit } from '../calendar/limit.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { AssessmentStanding } from '../record/assessment-standing.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { usualRole } from '../record/network-standing.ts'
import { all, isAbout, openToSocialCareOn, type Picture, type PregnancyStanding } from '../record/standing.ts'
import { startOfAssessment } from './assessment.ts'
import { isExpectedOn, isHereOn, isOfHousehold } from './household.ts'
import { openFrom } from './open-case.ts'
import { earliest, endedBy, isFor, isTo, nextStep, receiptsOf } from './reading.ts'
import { type Duty, type Owed, ownDefault, type Rule, rule } from './rule.ts'
import { thinkFamilyRules } from './think-family.ts'

const socialCare = 'social-care' as Agency

/** Why an unborn child is to be referred, and since when. */
interface Why {
  readonly since: Day
  readonly by: Entry
  readonly openCase: boolean
}

const first = (whys: readonly (Why | undefined)[]): Why | undefined =>
  whys.filter(why => why !== undefined).sort((one, other) => one.since - other.since)[0]

/** A child of the household is open to social care on the day the pregnancy is known, or while it goes on. */
const openSibling = (picture: Picture, pregnancy: PregnancyStanding): Why | undefined =>
  first(
    picture.children.map(child => {
      const open = child === pregnancy.unborn ? undefined : openFrom(picture, child, pregnancy.known.day)
      return open !== undefined &&
        isExpectedOn(pregnancy, open.day) &&
        isHereOn(picture, child, open.day) &&
        isOfHousehold(picture, pregnancy.mother, child, open.day)
        ? { since: open.day, by: open.by, openCase: true }
        : undefined
    }),
  )

const gravePast = new Set(['exploitation', 'child-protection-plan', 'looked-after'])

/** A parent was protected, looked after or exploited as a child: not a fault, but a reason to offer help early. */
const pastOfParent = (picture: Picture, pregnancy: PregnancyStanding): Why | undefined => {
  const parents = new Set([pregnancy.mother, pregnancy.father ?? picture.people.get(pregnancy.unborn)?.father])
  const facts = [
    ...all(picture, 'known-elsewhere').filter(entry => gravePast.has(entry.fact)),
    ...all(picture, 'exploitation'),
  ]
  const fact = earliest(...facts.filter(entry => parents.has(entry.person)))
  if (fact === undefined) return undefined
  const since = Math.max(fact.day, pregnancy.known.day) as Day
  return isExpectedOn(pregnancy, since) ? { since, by: fact, openCase: false } : undefined
}

const whyReferred = (picture: Picture, pregnancy: PregnancyStanding): Why | undefined =>
  first([openSibling(picture, pregnancy), pastOfParent(picture, pregnancy)])

const birthOf = (picture: Picture, child: PersonId): Entry | undefined => picture.people.get(child)?.birth

const isOfSocialCare = (one: AssessmentStanding): boolean =>
  one.opened !== undefined && one.opened.type !== 'early-help'

/** The assessments that answer for an unborn child: those before its birth, and after it any of social care. */
const assessmentsOf = (picture: Picture, child: PersonId): readonly AssessmentStanding[] => {
  const birth = birthOf(picture, child)
  return picture.assessments.filter(
    one =>
      one.children.includes(child) &&
      (one.opened?.type === 'pre-birth' || (birth !== undefined && isOfSocialCare(one) && opensFrom(one, birth.day))),
  )
}
const opensFrom = (one: AssessmentStanding, day: Day): boolean => one.opened !== undefined && one.opened.day >= day

const referralFor = (picture: Picture, child: PersonId): Entry | undefined =>
  earliest(
    all(picture, 'referral-made').find(
      entry => serviceOfAgency(entry.to) === 'social-care' && isAbout(picture, entry, child),
    ),
    ...assessmentsOf(picture, child).map(one => one.opened),
  )

/** A birth ends what was not late by then; what was late already stays on the record as it was, until it is made good. */
const birthInTime = (birth: Entry | undefined, since: Day, limit: Limit): Entry | undefined =>
  birth !== undefined && birth.day <= dueFrom(since, limit).day ? birth : undefined

const ownerOf = ({ openCase }: Why, { known }: PregnancyStanding): Pick<Owed, 'owner' | 'agency'> =>
  openCase || serviceOfAgency(known.by) === 'family' ? {} : { owner: usualRole(known.by), agency: known.by }

const unbornReferred = rule({
  name: 'unborn-referred',
  catalogue: 'R-UNB-1',
  says: 'Refer the unborn child to children’s social care',
  shape: 'join',
  label: 'local setting',
  source: ownDefault(
    'five working days; that the unborn child is referred early is local procedure in Cambridgeshire, Kirklees and Wirral',
  ),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  ladder: ['team-manager', 'named-midwife'],
  find: (picture, owe, _, limitOn) => {
    for (const pregnancy of picture.pregnancies) {
      const { unborn, known, birth } = pregnancy
      const why = whyReferred(picture, pregnancy)
      const done = referralFor(picture, unborn)
      if (why === undefined || (done !== undefined && done.day < why.since)) continue
      const { since, by } = why
      owe({
        child: unborn,
        thing: unborn,
        because: by.day > known.day ? [by, known] : [known, by],
        since,
        ...ownerOf(why, pregnancy),
        ...endedBy(done, birthInTime(birth, since, limitOn(since))),
      })
    }
  },
})

/** Whether a child of the household was open to social care on the day the pregnancy was known. */
const wasOpen = (picture: Picture, { unborn, mother, known }: PregnancyStanding): boolean =>
  picture.children.some(
    child =>
      child !== unborn &&
      openToSocialCareOn(picture, child, known.day) &&
      isHereOn(picture, child, known.day) &&
      isOfHousehold(picture, mother, child, known.day),
  )

const socialCareKinds = ['pregnancy', 'strategy-discussion', 'plan-agreed', 'plan-started'] as const

/** The entry by which social care itself shows that it knows of the unborn child. */
const knownToSocialCare = (picture: Picture, { unborn, mother, known }: PregnancyStanding): Entry | undefined =>
  earliest(
    ...socialCareKinds.map(kind =>
      all(picture, kind).find(
        entry =>
          entry.day >= known.day &&
          serviceOfAgency(entry.by) === 'social-care' &&
          (isAbout(picture, entry, unborn) || (entry.kind === 'pregnancy' && entry.mother === mother)),
      ),
    ),
    referralFor(picture, unborn),
  )

const saidNothing = new Set(['social-care', 'family'])

const pregnancyTold = rule({
  name: 'pregnancy-told-to-social-care',
  catalogue: 'R-UNB-1',
  says: 'Tell the social worker of the pregnancy',
  shape: 'join',
  label: 'local setting',
  source: ownDefault('five working days, by the agency that knew of the pregnancy first'),
  limit: { workingDays: 5 },
  owner: 'midwife',
  ladder: ['safeguarding-lead', 'named-midwife'],
  find: (picture, owe) => {
    for (const pregnancy of picture.pregnancies) {
      const { unborn, known, birth } = pregnancy
      if (saidNothing.has(serviceOfAgency(known.by)) || !wasOpen(picture, pregnancy)) continue
      const told = receiptsOf(picture, [known.id, known.root, unborn]).filter(
        entry => entry.day >= known.day && isTo(entry, socialCare),
      )
      owe({
        child: unborn,
        thing: unborn,
        step: `word:${known.by}`,
        because: [known],
        since: known.day,
        owner: usualRole(known.by),
        agency: known.by,
        ...endedBy(earliest(...told), earliest(knownToSocialCare(picture, pregnancy), birth)),
      })
    }
  },
})

const finishedFor = (picture: Picture, child: PersonId, since: Day): Entry | undefined =>
  earliest(
    ...assessmentsOf(picture, child)
      .map(one => ({ finished: one.finished, children: one.children }))
      .filter(({ finished, children }) => finished !== undefined && isFor(picture, finished, children, child))
      .map(({ finished }) => finished)
      .filter(finished => finished !== undefined && finished.day >= since),
  )

/** The entry that ended the referral's duty without a referral: then no assessment is owed either. */
const stopped = ({ ended }: Duty): Entry | undefined =>
  ended === undefined || ended.how === 'done' || ended.how === 'done-elsewhere' ? undefined : ended.entry

/** The assessments before birth that no referral duty stands before: of children without one, and later ones of the others. */
const others = (picture: Picture, referred: ReadonlySet<PersonId>) => {
  const seen = new Set(referred)
  return picture.assessments.flatMap(assessment =>
    assessment.opened?.type !== 'pre-birth'
      ? []
      : assessment.children.flatMap(child => (seen.delete(child) ? [] : [{ assessment, child }])),
  )
}

const preBirthAssessment = rule({
  name: 'pre-birth-assessment-finished',
  catalogue: 'R-UNB-2',
  says: 'Finish the pre-birth assessment',
  layer: 2,
  label: 'local setting',
  source: ownDefault(
    '45 working days from the referral, as for every assessment; that there is one is local procedure in Lincolnshire and Kirklees',
  ),
  limit: { workingDays: 45 },
  owner: 'social-worker',
  find: (picture, owe, firstLayer, limitOn) => {
    const referrals = firstLayer('unborn-referred')
    for (const before of referrals) {
      const { child, because } = before
      const step = nextStep(before)
      const over = stopped(before)
      if (over !== undefined && over.day <= step.since) continue
      const birth = birthInTime(birthOf(picture, child), step.since, limitOn(step.since))
      const done = finishedFor(picture, child, step.since)
      owe({ child, thing: child, because, ...step, ...endedBy(done, earliest(over, birth)) })
    }
    for (const { assessment, child } of others(picture, new Set(referrals.map(one => one.child)))) {
      const start = startOfAssessment(picture, assessment)
      if (start === undefined) continue
      const birth = birthInTime(birthOf(picture, child), start.since, limitOn(start.since))
      owe({ child, thing: assessment.id, ...start, ...endedBy(assessment.finished, birth) })
    }
  },
})

/** The child that is not born yet, and the child that is there already (review 4.5, 5.28, 5.29). */
export const unbornRules: readonly Rule[] = [unbornReferred, pregnancyTold, preBirthAssessment, ...thinkFamilyRules]
