import { addMonths, type Day } from '../calendar/day.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import { all, isAbout, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { domesticByChild, domesticIncidentsOf, type Struck, speaksOf, thingOf } from './domestic-incident.ts'
import { earliest, endedBy, firstAbout, receiptsOf } from './reading.ts'
import { roundsOf } from './rounds.ts'
import { type Duty, type Owe, ownDefault, procedure, type Rule, rule } from './rule.ts'
import { isSchool, schoolOf } from './school-of.ts'

const window = 12 // months

/** The incidents of the last twelve months, this one first, where they are three, or two of which one was controlling. */
const together = (
  incidents: readonly Struck[],
  place: number,
  after: Day,
): readonly [Entry, ...Entry[]] | undefined => {
  const last = incidents[place]?.incident
  if (last === undefined) return undefined
  const from = addMonths(last.day, -window)
  const counted = incidents
    .slice(0, place + 1)
    .map(({ incident }) => incident)
    .filter(({ day }) => day > after && day >= from)
    .reverse()
  const [first, ...others] = counted
  const enough = counted.length >= 3 || (counted.length === 2 && counted.some(({ coercive }) => coercive === true))
  return first !== undefined && enough ? [first, ...others] : undefined
}

/** They were looked at together: by a strategy discussion, an assessment, a conference, MARAC, or whoever reviewed the threshold. */
const weighed = (picture: Picture, { child, incident: { day } }: Struck): Entry | undefined => {
  const first = (
    kind:
      | 'threshold-reviewed'
      | 'strategy-discussion'
      | 'assessment-opened'
      | 'analysis-updated'
      | 'plan-updated'
      | 'conference-held'
      | 'plan-agreed',
  ) => firstAbout<Entry>(picture, all(picture, kind), child, day)
  return earliest(
    first('threshold-reviewed'),
    first('strategy-discussion'),
    first('assessment-opened'),
    first('analysis-updated'),
    first('plan-updated'),
    first('conference-held'),
    first('plan-agreed'),
    all(picture, 'marac').find(entry => entry.step === 'heard' && entry.day >= day),
  )
}

const oweRounds = (picture: Picture, owe: Owe, incidents: readonly Struck[]): void => {
  const days = incidents.map((struck, place) => ({ day: struck.incident.day, struck, place }))
  let last: Struck | undefined
  roundsOf({
    events: days,
    full: ({ struck, place }, _place, after) => {
      last = struck
      return together(incidents, place, after)
    },
    answered: (because, ordinal) =>
      last === undefined ? undefined : oweOne(picture, owe, last, because, ordinal)?.ended?.day,
  })
}

const oweOne = (
  picture: Picture,
  owe: Owe,
  struck: Struck,
  because: readonly [Entry, ...Entry[]],
  ordinal: number,
): Duty | undefined => {
  const { child, incident } = struck
  const isOpen = openToSocialCareOn(picture, child, incident.day)
  return owe({
    child,
    thing: 'domestic-abuse',
    step: `${ordinal}`,
    because,
    since: incident.day,
    owner: isOpen ? undefined : 'duty-social-worker',
    watchers: [...new Set(because.map(entry => entry.by))],
    done: weighed(picture, struck),
  })
}

const incidentsWeighed = rule({
  name: 'domestic-incidents-weighed-together',
  catalogue: 'beyond',
  says: 'Look at all the domestic incidents together, and decide what they mean for the child',
  shape: 'count',
  label: 'local setting',
  source: ownDefault(
    'two working days after the third domestic incident in twelve months, or the second where one was controlling or coercive',
  ),
  limit: { workingDays: 2 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe) => {
    for (const incidents of domesticByChild(picture).values())
      if (incidents.length > 1) oweRounds(picture, owe, incidents)
  },
})

const toSchool = /\b(?:school|nursery|encompass)\b/iu

/** The school knows: it was told, it was written that it was, or it sat in the discussion that followed. */
const schoolTold = (picture: Picture, { incident, child }: Struck): Entry | undefined => {
  const { day } = incident
  const named = receiptsOf(picture, [incident.id, incident.root, thingOf(incident)])
  const discussed = (kind: 'strategy-discussion' | 'meeting-held') =>
    firstAbout(picture, all(picture, kind), child, day, entry => (entry.present ?? []).some(isSchool))
  return earliest(
    named.find(receipt => receipt.day >= day && receipt.to.some(to => toSchool.test(to))),
    firstAbout(picture, all(picture, 'referral-made'), child, day, entry => isSchool(entry.to)),
    firstAbout(
      picture,
      all(picture, 'contact'),
      child,
      day,
      entry => serviceOfAgency(entry.by) === 'police' && speaksOf(entry, toSchool),
    ),
    discussed('strategy-discussion'),
    discussed('meeting-held'),
    speaksOf(incident, /encompass/iu) ? incident : undefined,
  )
}

const schoolToldOfIncident = rule({
  name: 'school-told-of-incident',
  catalogue: 'beyond',
  says: 'Tell the school or nursery of the domestic incident before the child’s next day there',
  label: 'local procedure',
  source: procedure(
    'Operation Encompass: a duty of the police, who tell the school before the start of the next school day; not a duty of the school or of social care',
  ),
  limit: { workingDays: 1 },
  owner: 'police-officer',
  ladder: ['police-inspector'],
  find: (picture, owe) => {
    for (const struck of domesticIncidentsOf(picture)) {
      const { incident, child } = struck
      if (serviceOfAgency(incident.by) !== 'police') continue
      const school = schoolOf(picture, child, incident.day)
      if (school === undefined) continue
      const left = all(picture, 'withdrawal').find(entry => entry.day >= incident.day && isAbout(picture, entry, child))
      owe({
        child,
        thing: thingOf(incident),
        because: [incident],
        since: incident.day,
        agency: 'police' as Agency,
        watchers: [school],
        ...endedBy(schoolTold(picture, struck), left),
      })
    }
  },
})

/** Incidents are counted together, and the school learns of each (review 5.3; beyond.md, "several concerns"). */
export const domesticPatternRules: readonly Rule[] = [incidentsWeighed, schoolToldOfIncident]
