import { addDays, type Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { type Agency, type Service, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import {
  all,
  childrenOf,
  isAbout,
  onPlanOn,
  openToSocialCareOn,
  type Picture,
  patientsOf,
  planOn,
} from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { inTurn } from './in-turn.ts'
import { allInformed, informed } from './informed.ts'
import { earliest, endedBy } from './reading.ts'
import { readOnce } from './rounds.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'
import { longTerm } from './urgent-care.ts'

/** A child's stay in hospital, with the discharge where it is written. */
interface Stay {
  readonly child: PersonId
  readonly start: EntryOf<'admission'> | undefined
  readonly home: EntryOf<'discharge'> | undefined
  readonly from: Day
  /** The day of going home; a stay whose end nobody wrote is taken to last four weeks. */
  readonly until: Day
}

const longest = 28
/** Days for which an enquiry or a conference that is not held is taken to go on. */
const recent = 90

/** A child who was born in the weeks before a discharge without an admission has been in hospital since the birth. */
const bornThere = (picture: Picture, child: PersonId, home: Entry | undefined): Day | undefined => {
  const birth = picture.people.get(child)?.birth
  if (birth === undefined || home === undefined || birth.day > home.day || birth.day < addDays(home.day, -recent))
    return undefined
  const isFirst = all(picture, 'discharge').find(one => patientsOf(picture, one).includes(child)) === home
  return isFirst ? birth.day : undefined
}

const stayOf = (picture: Picture, child: PersonId, start: Stay['start'], home: Stay['home']): Stay => {
  const from = start?.day ?? bornThere(picture, child, home) ?? home?.day ?? (0 as Day)
  return { child, start, home, from, until: home?.day ?? addDays(from, longest) }
}

const staysOf = readOnce((picture): readonly Stay[] => {
  const stays: Stay[] = []
  const homes = new Set<Entry>()
  for (const start of all(picture, 'admission'))
    for (const child of patientsOf(picture, start)) {
      const home = all(picture, 'discharge').find(
        one => one.day >= start.day && patientsOf(picture, one).includes(child),
      )
      if (home !== undefined) homes.add(home)
      stays.push(stayOf(picture, child, start, home))
    }
  for (const home of all(picture, 'discharge'))
    if (!homes.has(home))
      for (const child of patientsOf(picture, home)) stays.push(stayOf(picture, child, undefined, home))
  return stays
})

const isHospital = (entry: Entry): boolean => serviceOfAgency(entry.by) === 'hospital'
const isWorry = (entry: EntryOf<'ward-observation'>): boolean => entry.worry !== false

/** What the ward noted or was worried about in a stay. */
const worryIn = (picture: Picture, { child, from, until }: Stay): Entry | undefined => {
  const of = { child, day: from }
  const first = earliest(
    firstSince(picture, 'ward-observation', of, isWorry),
    firstSince(picture, 'concern', of, isHospital),
  )
  return first !== undefined && first.day <= until ? first : undefined
}

/** Why a stay asks for a meeting before going home: a worry on the ward, a protection plan or an enquiry, or complex needs for the first time. */
const vulnerable = (picture: Picture, stay: Stay): Entry | undefined => {
  const { child, home, from, until } = stay
  const plan = planOn(picture, child, from, ['child-protection'])
  const road = picture.conferences.find(
    one =>
      one.child === child &&
      one.start.day <= until &&
      one.start.day >= addDays(from, -recent) &&
      ((one.held ?? one.notNeeded)?.day ?? until) >= from,
  )
  return (
    worryIn(picture, stay) ??
    plan?.started ??
    plan?.agreed ??
    road?.start ??
    (home?.complex === true && all(picture, 'discharge').find(one => one.complex === true) === home ? home : undefined)
  )
}

/** A meeting of agencies in the stay, whatever it is called; or the team manager looked at plan and threshold in it. */
const metIn = (picture: Picture, { child, from, until }: Stay): Entry | undefined => {
  const held = earliest(
    firstSince(picture, 'meeting-held', { child, day: from }, meeting => meeting.type !== 'other'),
    firstSince(picture, 'strategy-discussion', { child, day: from }),
    firstSince(picture, 'conference-held', { child, day: from }),
    firstSince(picture, 'threshold-reviewed', { child, day: from }),
  )
  return held !== undefined && held.day <= addDays(until, 14) ? held : undefined
}

const dischargeMeeting = rule({
  name: 'discharge-meeting-held',
  catalogue: 'R-DIS-1',
  says: 'Hold a discharge planning meeting with social care before the child goes home',
  shape: 'gate',
  label: 'local procedure',
  source: procedure(
    'Greater Manchester guideline on discharge: a planning meeting with social care and the safeguarding nurse where a child is vulnerable or there is a concern about parenting; social care agrees within one working day',
  ),
  limit: { workingDays: 5 },
  clock: 'before going home, or five working days after the worry where the child stays longer',
  owner: 'ward-manager',
  ladder: ['named-nurse', 'team-manager'],
  find: (picture, owe) => {
    for (const stay of staysOf(picture)) {
      const why = vulnerable(picture, stay)
      if (why === undefined) continue
      const { child, start, home, from, until } = stay
      const since = Math.max(why.day, from) as Day
      const usual = addWorkingDays(since, 5)
      owe({
        ...{ child, thing: (start ?? home ?? why).root, because: [start ?? home ?? why], since },
        due: { day: (home === undefined ? usual : Math.max(Math.min(usual, until), since)) as Day, basis: 'table' },
        agency: (start ?? home)?.agency ?? (start ?? home)?.by,
        done: metIn(picture, stay),
      })
    }
  },
})

/** Who must not go home without everything being ready: complex needs, or a protection plan. */
const needsChecking = (picture: Picture, { child, home, until }: Stay): boolean =>
  home !== undefined && (home.complex === true || planOn(picture, child, until, ['child-protection']) !== undefined)

const checkedIn = (picture: Picture, stay: Stay): Entry | undefined => {
  const checked = firstSince(picture, 'discharge-checked', { child: stay.child, day: stay.from })
  return earliest(checked, metIn(picture, stay))
}

const dischargeChecked = rule({
  name: 'discharge-checked',
  catalogue: 'R-DIS-2',
  says: 'Check before going home: what the parents have learnt, medicines, sick-day plan, appointments, the home and the adults there',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('before the child goes home with complex needs or on a protection plan'),
  limit: { sameDay: true },
  owner: 'ward-manager',
  ladder: ['consultant', 'named-nurse'],
  find: (picture, owe) => {
    for (const stay of staysOf(picture)) {
      const { child, home } = stay
      if (home === undefined || !needsChecking(picture, stay)) continue
      const done = checkedIn(picture, stay)
      owe({
        ...{ child, thing: home.root, because: [home], since: home.day, agency: home.agency ?? home.by, done },
        ...(done !== undefined && done.day < home.day ? { doneOn: home.day } : {}),
      })
    }
  },
})

/** Whose plan for afterwards must be known outside the hospital. */
const needsFollowUp = (picture: Picture, stay: Stay): boolean => {
  const { child, home, until } = stay
  return (
    home !== undefined &&
    (home.complex === true ||
      openToSocialCareOn(picture, child, until) ||
      longTerm(picture, child) !== undefined ||
      worryIn(picture, stay) !== undefined)
  )
}

const goOn: readonly Service[] = ['gp', 'health-visiting', 'school-nursing', 'community-nursing']
const goesOn = (agency: Agency): boolean => goOn.includes(serviceOfAgency(agency))

/** Somebody who goes on has it: by a receipt or a letter, by seeing the family afterwards, or from the table before it. */
const hasIt = (picture: Picture, { child, from, until }: Stay, home: Entry): Entry | undefined =>
  earliest(
    informed(picture, { child, entry: home }, goOn),
    firstSince(picture, 'contact', { child, day: home.day }, one => goesOn(one.by)),
    firstSince(
      picture,
      'meeting-held',
      { child, day: addDays(from, -14) },
      one => one.day <= until && one.present?.some(goesOn) === true,
    ),
  )

const planReceived = rule({
  name: 'discharge-plan-received',
  catalogue: 'beyond',
  says: 'See that the plan for after hospital has reached those who go on: the GP, the health visitor, the school nurse',
  label: 'local setting',
  source: ownDefault('five working days after going home; sent is not received'),
  limit: { workingDays: 5 },
  owner: 'ward-manager',
  ladder: ['named-nurse', 'clinical-lead'],
  find: (picture, owe) => {
    for (const stay of staysOf(picture)) {
      const { child, home } = stay
      if (home === undefined || !needsFollowUp(picture, stay)) continue
      const done = hasIt(picture, stay, home)
      owe({
        ...{ child, thing: home.root, because: [home], since: home.day, agency: home.agency ?? home.by, done },
        ...(done !== undefined && done.day < home.day ? { doneOn: home.day } : {}),
      })
    }
  },
})

const socialCare = ['social-care'] as const
const health = ['health-visiting', 'school-nursing', 'community-nursing'] as const

/** Who must hear of it first: the lead practitioner where there is a case, else the health visitor or school nurse. */
const toHear = (picture: Picture, child: PersonId, day: Day): readonly (readonly Service[])[] =>
  onPlanOn(picture, child, day) || openToSocialCareOn(picture, child, day) ? [socialCare] : [health]

const observationShared = rule({
  name: 'ward-observation-shared',
  catalogue: 'R-DIS-4',
  says: 'Tell the lead practitioner, the health visitor and the parent what the ward noted, as a fact or as a view',
  shape: 'join',
  label: 'local setting',
  source: ownDefault('two working days'),
  limit: { workingDays: 2 },
  owner: 'ward-manager',
  ladder: ['named-nurse'],
  find: (picture, owe) => {
    const noted = all(picture, 'ward-observation').filter(isWorry)
    for (const child of new Set(noted.flatMap(entry => childrenOf(picture, entry))))
      inTurn(
        noted.filter(entry => isAbout(picture, entry, child)),
        entry => entry,
        (entry, ordinal) =>
          owe({
            ...{ child, thing: 'ward', step: `${ordinal}`, because: [entry], since: entry.day, agency: entry.by },
            ...endedBy(allInformed(picture, { child, entry }, toHear(picture, child, entry.day)), undefined),
          }),
      )
  },
})

/** Going home from hospital: talked about before, checked, known to those who go on, and nothing noted and kept (R-DIS-1, 2, 4). */
export const goingHomeRules: readonly Rule[] = [dischargeMeeting, dischargeChecked, planReceived, observationShared]
