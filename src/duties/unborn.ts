import { addMonths, type Day } from '../calendar/day.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { usualRole } from '../record/network-standing.ts'
import {
  all,
  childrenOf,
  isAbout,
  openToSocialCareOn,
  type Picture,
  type PregnancyStanding,
} from '../record/standing.ts'
import { plansReassessed } from './after-birth.ts'
import { isExpectedOn, isHereOn, isOfHousehold } from './household.ts'
import { openFrom } from './open-case.ts'
import { assessmentsOf, birthInTime, preBirthAssessment } from './pre-birth.ts'
import { earliest, endedBy, isTo, receiptsOf } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'
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

const gravePast = new Set(['exploitation', 'child-protection-plan', 'looked-after', 'child-removed'])

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

const removals = ['adopted', 'came-into-care'] as const

/** An older child of hers lives elsewhere by law: adopted, or in care and not come home. */
const removedChild = (picture: Picture, { unborn, mother, known }: PregnancyStanding): Why | undefined => {
  const isHers = (child: PersonId) => child !== unborn && picture.people.get(child)?.mother === mother
  const removed = removals
    .flatMap((kind): readonly Entry[] => all(picture, kind))
    .find(entry => entry.day <= known.day && childrenOf(picture, entry).some(isHers))
  const isHome = removed !== undefined && all(picture, 'left-care').some(one => one.day >= removed.day)
  return removed === undefined || isHome ? undefined : { since: known.day, by: removed, openCase: false }
}

/** She takes drugs or much alcohol, by a word of the year before or of this pregnancy: help is offered before the birth. */
const substanceUse = (picture: Picture, pregnancy: PregnancyStanding): Why | undefined => {
  const { mother, known } = pregnancy
  const by = all(picture, 'adult-health').find(
    entry =>
      entry.person === mother &&
      (entry.about === 'substance-use' || entry.about === 'overdose') &&
      entry.day >= addMonths(known.day, -12) &&
      isExpectedOn(pregnancy, Math.max(entry.day, known.day) as Day),
  )
  return by === undefined ? undefined : { since: Math.max(by.day, known.day) as Day, by, openCase: false }
}

/** Why an unborn child is to be referred, and since when; nothing while there is no reason. */
export const whyReferred = (picture: Picture, pregnancy: PregnancyStanding): Why | undefined =>
  first([
    openSibling(picture, pregnancy),
    pastOfParent(picture, pregnancy),
    removedChild(picture, pregnancy),
    substanceUse(picture, pregnancy),
  ])

/** A referral that names nobody speaks of the unborn child where midwifery wrote it, or where its mother is the child of the record. */
export const meansUnborn = (picture: Picture, entry: Entry, { mother, known, birth }: PregnancyStanding): boolean =>
  entry.child === undefined &&
  entry.day >= known.day &&
  (birth === undefined || entry.day <= birth.day) &&
  (serviceOfAgency(entry.by) === 'midwifery' || picture.subject[0] === mother)

const referralFor = (picture: Picture, child: PersonId): Entry | undefined =>
  earliest(
    all(picture, 'referral-made').find(
      entry =>
        serviceOfAgency(entry.to) === 'social-care' &&
        (isAbout(picture, entry, child) ||
          picture.pregnancies.some(one => one.unborn === child && meansUnborn(picture, entry, one))),
    ),
    ...assessmentsOf(picture, child).map(one => one.opened),
  )

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
      // What opened the case for the others named the unborn child too: then it is theirs from that day.
      const isNamed = why?.openCase === true && why.by.child?.includes(unborn) === true
      const done = earliest(referralFor(picture, unborn), isNamed ? why.by : undefined)
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

/** The child that is not born yet, and the child that is there already (review 4.5, 5.28, 5.29). */
export const unbornRules: readonly Rule[] = [
  unbornReferred,
  pregnancyTold,
  preBirthAssessment,
  ...thinkFamilyRules,
  plansReassessed,
]
