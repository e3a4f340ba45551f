import { addWeeks, type Day } from '../calendar/day.ts'
import { type Service, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf, Kind } from '../record/entry.ts'
import { all, isAbout, openToSocialCareOn, type Picture, type PregnancyStanding } from '../record/standing.ts'
import { isExpectedOn } from './household.ts'
import { inTurn } from './in-turn.ts'
import { informed } from './informed.ts'
import { earliest, endedBy, firstFrom } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'
import { meansUnborn, whyReferred } from './unborn.ts'

type Absent = EntryOf<'did-not-attend'>

const maternity: ReadonlySet<Service> = new Set(['midwifery', 'hospital'])
const antenatal = /\b(?:antenatal|ante-natal|scan|obstetric|midwi)/iu

/** An antenatal appointment: with midwifery, or by its own words a hospital’s. */
const isAntenatal = ({ by, agency, clinic, text }: Absent): boolean =>
  serviceOfAgency(agency ?? by) === 'midwifery' || antenatal.test(`${clinic ?? ''} ${text ?? ''}`)

/** What the mother missed while the child was expected. A reason that she gave is asked about too, and counted by nobody. */
const missesOf = (picture: Picture, pregnancy: PregnancyStanding): readonly Absent[] =>
  all(picture, 'did-not-attend').filter(
    entry =>
      (entry.person === undefined || entry.person === pregnancy.mother) &&
      isExpectedOn(pregnancy, entry.day) &&
      isAntenatal(entry),
  )

/** By which maternity shows that it reached her, saw her or offered the next day. */
const reaching: readonly Kind[] = [
  'attended',
  'antenatal-booking',
  'appointment-booked',
  'appointment-moved',
  'admission',
]

const followedUp = (picture: Picture, { mother }: PregnancyStanding, { day }: Absent): Entry | undefined => {
  const isHers = (entry: Entry) =>
    maternity.has(serviceOfAgency(entry.by)) &&
    (!('person' in entry) || entry.person === undefined || entry.person === mother)
  const visiting = (entry: EntryOf<'contact'>) =>
    entry.reached !== false && (isHers(entry) || entry.with?.includes(mother) === true)
  return earliest(
    ...reaching.map(kind => firstFrom<Entry>(all(picture, kind), day, isHers)),
    firstFrom(all(picture, 'contact'), day, visiting),
  )
}

const over = ({ birth, ended }: PregnancyStanding): Entry | undefined => earliest(birth, ended)

const missFollowedUp = rule({
  name: 'antenatal-miss-followed-up',
  catalogue: 'beyond',
  says: 'Contact the mother who did not come to an antenatal appointment: ask how she is and why, and offer the next',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault('two working days; one miss is a call or a visit, and no more'),
  limit: { workingDays: 2 },
  owner: 'midwife',
  ladder: ['named-midwife'],
  find: (picture, owe) => {
    if (all(picture, 'did-not-attend').length === 0) return
    for (const pregnancy of picture.pregnancies)
      inTurn(
        missesOf(picture, pregnancy),
        miss => miss,
        (miss, ordinal) =>
          owe({
            ...{ child: pregnancy.unborn, thing: 'antenatal', step: `${ordinal}`, because: [miss], since: miss.day },
            agency: miss.by,
            ...endedBy(followedUp(picture, pregnancy, miss), over(pregnancy)),
          }),
      )
  },
})

/** Social care has the unborn child or a child of the mother, or there is a reason to refer the unborn child. */
const isWorrying = (picture: Picture, pregnancy: PregnancyStanding, day: Day): boolean => {
  const hers = [pregnancy.unborn, pregnancy.mother, ...picture.children]
  if (hers.some(id => picture.children.includes(id) && openToSocialCareOn(picture, id, day))) return true
  const why = whyReferred(picture, pregnancy)
  return why !== undefined && why.since <= day
}

/** A second miss within twelve weeks, with those before it that count; of one with a barrier that she named, nothing follows. */
const again = (picture: Picture, pregnancy: PregnancyStanding): readonly (readonly [Absent, Absent])[] => {
  const counted = missesOf(picture, pregnancy).filter(({ barrier }) => barrier === undefined)
  return counted.flatMap((miss, place): readonly (readonly [Absent, Absent])[] => {
    const before = counted[place - 1]
    const isSoon = before !== undefined && addWeeks(before.day, 12) >= miss.day
    return isSoon && isWorrying(picture, pregnancy, miss.day) ? [[miss, before]] : []
  })
}

const toldSocialCare = (picture: Picture, pregnancy: PregnancyStanding, entry: Absent): Entry | undefined => {
  const { unborn } = pregnancy
  const isOfUnborn = (one: Entry) => isAbout(picture, one, unborn) || meansUnborn(picture, one, pregnancy)
  return earliest(
    informed(picture, { child: unborn, entry }, ['social-care', 'emergency-duty']),
    firstFrom(
      all(picture, 'referral-made'),
      entry.day,
      one => serviceOfAgency(one.to) === 'social-care' && isOfUnborn(one),
    ),
  )
}

const missesTold = rule({
  name: 'antenatal-misses-told',
  catalogue: 'beyond',
  says: 'Tell social care that antenatal appointments are missed, and visit the mother at home',
  shape: 'count',
  label: 'local setting',
  source: ownDefault(
    'two working days after a second miss in twelve weeks, where social care works with the family or there is reason to refer the unborn child',
  ),
  limit: { workingDays: 2 },
  owner: 'midwife',
  ladder: ['named-midwife', 'team-manager'],
  find: (picture, owe) => {
    if (all(picture, 'did-not-attend').length < 2) return
    for (const pregnancy of picture.pregnancies)
      inTurn(
        again(picture, pregnancy),
        ([miss]) => miss,
        (because, ordinal) => {
          const [miss] = because
          return owe({
            ...{ child: pregnancy.unborn, thing: 'antenatal', step: `${ordinal}`, because, since: miss.day },
            agency: miss.by,
            ...endedBy(toldSocialCare(picture, pregnancy, miss), over(pregnancy)),
          })
        },
      )
  },
})

/** A mother who does not come before the birth is asked how she is; a concealed or avoided pregnancy is known by this first. */
export const antenatalRules: readonly Rule[] = [missFollowedUp, missesTold]
