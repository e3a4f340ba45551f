import { addMonths } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { domesticIncidentsOnce, speaksOf, thingOf } from './domestic-incident.ts'
import { inTurn } from './in-turn.ts'
import { earliest, firstAbout, firstFrom } from './reading.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'

type Dash = EntryOf<'dash'>

/** The police, or whoever looks after safeguarding in the agency that was there. */
const attending = (agency: Agency): Role =>
  serviceOfAgency(agency) === 'police'
    ? 'police-officer'
    : serviceOfAgency(agency) === 'social-care'
      ? 'social-worker'
      : 'safeguarding-lead'

const notThere = new Set(['family', 'court', 'other', 'conference-unit', 'partnership'])

const isOfIncident = (dash: Dash, thing: string): boolean => dash.incident === undefined || dash.incident === thing

const dashDone = rule({
  name: 'dash-done',
  catalogue: 'R-DA-1',
  says: 'Do the DASH with the person at risk: which form, the score, and what you judge yourself',
  label: 'local procedure',
  source: procedure('Local procedures for domestic abuse: the agency that attends does the DASH within 24 hours'),
  limit: { hours: 24 },
  owner: 'police-officer',
  ladder: ['police-inspector', 'domestic-abuse-lead'],
  find: (picture, owe) => {
    for (const { incident, child } of domesticIncidentsOnce(picture)) {
      if (notThere.has(serviceOfAgency(incident.by))) continue
      const thing = thingOf(incident)
      const done = speaksOf(incident, /\bDASH\b/iu)
        ? incident
        : earliest(
            firstFrom(all(picture, 'dash'), incident.day, dash => isOfIncident(dash, thing)),
            firstFrom(all(picture, 'marac'), incident.day),
          )
      const owner = attending(incident.by)
      owe({ child, thing, owner, because: [incident], since: incident.day, agency: incident.by, done })
    }
  },
})

const highScore = 14

/** High by the score, by the level, or by the judgement of whoever did it. */
const isHigh = ({ score, level, judgement }: Dash): boolean =>
  (score ?? 0) >= highScore || level === 'high' || judgement === true

/** What asks for MARAC: one entry, or a repeat with the hearing that it comes after. */
interface Asking {
  readonly entry: Dash | EntryOf<'incident'>
  readonly because: readonly [Entry, ...Entry[]]
  readonly child: PersonId
}

const isSame = (one: PersonId | undefined, other: PersonId | undefined): boolean =>
  one === undefined || other === undefined || one === other

/** MARAC heard of these two within the twelve months before an incident. */
const heardBefore = (picture: Picture, { day, alleged }: EntryOf<'incident'>): Entry | undefined =>
  all(picture, 'marac').findLast(
    ({ day: then, adult, step }) =>
      step !== 'not-accepted' && then < day && addMonths(then, 12) >= day && isSame(adult, alleged),
  )

const repeats = (picture: Picture): readonly Asking[] =>
  all(picture, 'marac').length === 0
    ? []
    : domesticIncidentsOnce(picture).flatMap(({ incident, child }) => {
        const before = heardBefore(picture, incident)
        return before === undefined ? [] : [{ entry: incident, because: [incident, before], child }]
      })

const highs = (picture: Picture): readonly Asking[] =>
  all(picture, 'dash').flatMap(entry =>
    isHigh(entry)
      ? childrenOf(picture, entry)
          .slice(0, 1)
          .map(child => ({ entry, because: [entry], child }))
      : [],
  )

/** The case went to MARAC, also where it is only written as a referral or meeting of that name. */
const toMarac = (picture: Picture, child: PersonId, { day }: Entry): Entry | undefined =>
  earliest(
    firstFrom(all(picture, 'marac'), day),
    firstAbout(
      picture,
      all(picture, 'referral-made'),
      child,
      day,
      entry => /\bMARAC\b/iu.test(entry.reason ?? '') || speaksOf(entry, /\bMARAC\b/iu),
    ),
    maracMeeting(picture, child, day),
  )

const maracMeeting = (picture: Picture, child: PersonId, day: Entry['day']): Entry | undefined =>
  firstAbout(picture, all(picture, 'meeting-held'), child, day, entry => speaksOf(entry, /\bMARAC\b/iu))

const referredToMarac = rule({
  name: 'marac-referred',
  catalogue: 'R-DA-2',
  says: 'Refer to MARAC',
  label: 'local setting',
  source: ownDefault(
    'one working day; a DASH of 14 or more, professional judgement, or any abuse within twelve months of MARAC is referred in local procedure',
  ),
  limit: { workingDays: 1 },
  owner: 'police-officer',
  ladder: ['domestic-abuse-lead'],
  find: (picture, owe) => {
    const asking = [...highs(picture), ...repeats(picture)].sort((one, other) => one.entry.day - other.entry.day)
    for (const [child, ofChild] of Map.groupBy(asking, one => one.child))
      inTurn(
        ofChild,
        ({ entry }) => entry,
        ({ entry, because }, ordinal) =>
          owe({
            child,
            thing: 'marac',
            step: `${ordinal}`,
            because,
            since: entry.day,
            owner: attending(entry.by),
            agency: entry.by,
            done: toMarac(picture, child, entry),
          }),
      )
  },
})

const maracHeard = rule({
  name: 'marac-heard',
  catalogue: 'R-DA-2',
  says: 'Hear the case at MARAC, and write who does what',
  label: 'local setting',
  source: ownDefault('five weeks after the referral: most areas hold MARAC once a month'),
  limit: { weeks: 5 },
  owner: 'domestic-abuse-lead',
  ladder: ['police-inspector'],
  heard: 'when-late',
  find: (picture, owe) => {
    const words = all(picture, 'marac')
    for (const child of new Set(words.flatMap(entry => childrenOf(picture, entry).slice(0, 1))))
      inTurn(
        words.filter(entry => entry.step === 'referred' && isAbout(picture, entry, child)),
        entry => entry,
        (entry, ordinal) =>
          owe({
            child,
            thing: 'marac',
            step: `${ordinal}`,
            because: [entry],
            since: entry.day,
            agency: 'police' as Agency,
            watchers: [entry.by],
            done: earliest(
              firstFrom(words, entry.day, one => one.step !== 'referred'),
              maracMeeting(picture, child, entry.day),
            ),
          }),
      )
  },
})

/** From the incident to the DASH and to MARAC (review 5.3). */
export const maracRules: readonly Rule[] = [dashDone, referredToMarac, maracHeard]
