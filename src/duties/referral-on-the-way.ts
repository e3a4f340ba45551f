import type { Day } from '../calendar/day.ts'
import { type Agency, findAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { ReferralStanding } from '../record/referral-standing.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { type Arrival, arrivalsAt, isSocialCare } from './arrival.ts'
import { firstFromDay } from './attendance.ts'
import { type Incident, incidentsOf, speaksOf, thingOf } from './domestic-incident.ts'
import { decidedBy, firstOfEach, firstOfKinds, firstSeen, leadIn } from './looked-at.ts'
import { earliest, firstAbout, firstFrom, receiptsOf } from './reading.ts'
import { readOnce } from './rounds.ts'
import { type Owed, ownDefault, procedure, type Rule, rule } from './rule.ts'

const byId = (
  picture: Picture,
  { referral: id, day }: EntryOf<'referral-received' | 'referral-withdrawn'>,
): ReferralStanding | undefined =>
  id === undefined
    ? picture.referrals.findLast(({ made }) => made !== undefined && made.day <= day)
    : picture.referrals.find(referral => referral.id === id)

/** It was answered again after it was put right: decided, answered, accepted, or made anew. */
const answeredAgain = (picture: Picture, child: PersonId, { day }: Entry, made: Entry | undefined): Entry | undefined =>
  earliest(
    ...(['referral-decided', 'referral-answered', 'referral-accepted', 'referral-chased'] as const).map(kind =>
      firstFrom<Entry>(all(picture, kind), day),
    ),
    firstAbout(picture, all(picture, 'referral-made'), child, day, entry => entry !== made),
    firstOfKinds(picture, decidedBy, child, day),
  )

const referralCorrected = rule({
  name: 'referral-corrected',
  catalogue: 'beyond',
  says: 'Put right what arrived otherwise than it was sent, and answer the referral again',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault('one working day after it is known that what arrived differs from what was sent'),
  limit: { workingDays: 1 },
  owner: 'duty-social-worker',
  find: (picture, owe) => {
    const isFirst = firstOfEach()
    for (const entry of all(picture, 'referral-received')) {
      if (entry.differs === undefined) continue
      const referral = byId(picture, entry)
      if (!isFirst(referral?.id ?? entry.root)) continue
      const made = referral?.made
      const because: Owed['because'] = made === undefined ? [entry] : [entry, made]
      const owner = isSocialCare(entry.by) ? undefined : 'receiving-team'
      for (const child of referral?.children ?? childrenOf(picture, entry))
        owe({
          child,
          thing: referral?.id ?? entry.root,
          because,
          since: entry.day,
          owner,
          agency: entry.by,
          watchers: made === undefined ? [] : [made.by],
          done: answeredAgain(picture, child, entry, made),
        })
    }
  },
})

const inWriting = new Set(['in-writing', undefined])

const putInWriting = rule({
  name: 'referral-put-in-writing',
  catalogue: 'beyond',
  says: 'Confirm in writing the referral that was only spoken',
  label: 'local procedure',
  source: procedure('Local procedures for referrals: a referral by telephone is confirmed in writing within 48 hours'),
  limit: { workingDays: 2 },
  owner: 'referrer',
  ladder: ['safeguarding-lead'],
  find: (picture, owe) => {
    const isFirst = firstOfEach()
    for (const made of all(picture, 'referral-made')) {
      if (inWriting.has(made.way) || serviceOfAgency(made.by) === 'family') continue
      if (!isFirst(made.referral ?? made.root)) continue
      const thing = made.referral ?? made.root
      for (const child of childrenOf(picture, made)) {
        const written = all(picture, 'referral-made').find(
          other =>
            other !== made &&
            other.day >= made.day &&
            other.by === made.by &&
            inWriting.has(other.way) &&
            isAbout(picture, other, child),
        )
        const done = earliest(
          written,
          receiptsOf(picture, [made.id, made.root, thing])[0],
          firstFrom(all(picture, 'letter-sent'), made.day, one => one.about === thing),
          firstOfKinds(picture, decidedBy, child, made.day),
        )
        owe({ child, thing, because: [made], since: made.day, agency: made.by, done })
      }
    }
  },
})

const withdrawnLookedAt = rule({
  name: 'withdrawn-referral-looked-at',
  catalogue: 'beyond',
  says: 'Say why it is safe that the referral was taken back or not sent, or send it',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('one working day: whoever looks after safeguarding in the agency reads it first'),
  limit: { workingDays: 1 },
  owner: 'safeguarding-lead',
  ladder: ['agency-manager'],
  find: (picture, owe) => {
    const isFirst = firstOfEach()
    for (const entry of all(picture, 'referral-withdrawn')) {
      if (entry.reason !== undefined && entry.signedBy !== undefined) continue
      const referral = byId(picture, entry)
      if (!isFirst(referral?.id ?? entry.root)) continue
      for (const child of referral?.children ?? childrenOf(picture, entry)) {
        const done = earliest(
          firstAbout(picture, all(picture, 'referral-made'), child, entry.day, made => made !== referral?.made),
          firstFrom(
            all(picture, 'referral-withdrawn'),
            entry.day,
            one => one !== entry && one.referral === entry.referral && one.signedBy !== undefined,
          ),
          firstAbout(picture, all(picture, 'supervision'), child, entry.day, one => one.by === entry.by),
          firstOfKinds(picture, [...decidedBy, 'decision'], child, entry.day),
        )
        owe({ child, thing: entry.referral ?? entry.root, because: [entry], since: entry.day, agency: entry.by, done })
      }
    }
  },
})

/** Those whom an ambulance referral must reach beside social care. */
const toTell = ['gp', 'health-visiting'] as const

const told = (to: readonly string[], service: string): boolean =>
  to.some(one => {
    const agency = findAgency(one)
    return agency !== undefined && serviceOfAgency(agency) === service
  })

type Service = (typeof toTell)[number]

/** The discussions in which each of them sat and the minutes that went to them, read once for all referrals. */
const sharedWith = readOnce((picture): Readonly<Record<Service, readonly Entry[]>> => {
  const held = [...all(picture, 'strategy-discussion'), ...all(picture, 'minutes-sent')].sort(
    (one, other) => one.day - other.day,
  )
  const of = (service: Service) =>
    held.filter(entry =>
      ((entry.kind === 'minutes-sent' ? entry.to : entry.present) ?? []).some(one => serviceOfAgency(one) === service),
    )
  return { gp: of('gp'), 'health-visiting': of('health-visiting') }
})

const passedOn = (picture: Picture, arrival: Arrival, child: PersonId, service: Service): Entry | undefined => {
  const { referral, start } = arrival
  const ids = [referral.id, start.root, referral.made?.root ?? '', referral.decided?.root ?? '']
  return earliest(
    receiptsOf(picture, ids).find(receipt => told(receipt.to, service)),
    firstFromDay(sharedWith(picture)[service], start.day, entry => isAbout(picture, entry, child)),
  )
}

const ambulanceTold = rule({
  name: 'ambulance-referral-passed-on',
  catalogue: 'R-AMB-1',
  says: 'Tell the lead practitioner, GP and health visitor of the ambulance service’s referral',
  label: 'local setting',
  source: ownDefault(
    'one working day; that the ambulance service hears the outcome is asked by the rules on referrals',
  ),
  limit: { workingDays: 1 },
  owner: 'duty-social-worker',
  find: (picture, owe) => {
    for (const arrival of arrivalsAt(picture, isSocialCare)) {
      const { referral, start, to } = arrival
      if (referral.made === undefined || serviceOfAgency(referral.made.by) !== 'ambulance') continue
      const shared = { thing: referral.id, because: [start] as const, since: start.day, agency: to }
      for (const child of referral.children)
        for (const service of toTell)
          owe({
            ...shared,
            child,
            step: service,
            of: service === 'gp' ? 'the GP' : 'the health visitor',
            watchers: [service as Agency],
            done: passedOn(picture, arrival, child, service),
          })
    }
  },
})

const isAnonymous = ({ anonymous, raisedBy }: EntryOf<'concern'>): boolean =>
  anonymous === true || /anonym/iu.test(raisedBy ?? '')

/** Somebody looked whether it holds: saw the child, asked, referred, decided. */
const looked = (picture: Picture, child: PersonId, entry: Entry, day: Day): Entry | undefined =>
  earliest(
    firstSeen(picture, child, day),
    firstOfKinds(picture, [...decidedBy, 'referral-made', 'referral-decided', 'enquiry-made', 'decision'], child, day),
    firstAbout(picture, all(picture, 'contact'), child, day, one => one.reached !== false && one.by === entry.by),
  )

const anonymousLookedAt = rule({
  name: 'anonymous-concern-looked-at',
  catalogue: 'beyond',
  says: 'Check the anonymous concern with somebody who sees the child, and write what was decided',
  label: 'local setting',
  source: ownDefault('two working days: an anonymous concern is taken with care, and is taken'),
  limit: { workingDays: 2 },
  owner: 'duty-social-worker',
  find: (picture, owe) => {
    for (const entry of all(picture, 'concern')) {
      if (!isAnonymous(entry)) continue
      for (const child of childrenOf(picture, entry)) {
        const owner = isSocialCare(entry.by) ? undefined : leadIn(entry)
        owe({
          child,
          thing: `concern-${entry.root}`,
          because: [entry],
          since: entry.day,
          owner,
          agency: entry.by,
          done: looked(picture, child, entry, entry.day),
        })
      }
    }
  },
})

/** A child was there: by the field, or in the words of whoever came. */
const aboutAChild = (incident: Incident): boolean =>
  incident.childPresent === true || speaksOf(incident, /\b(?:child|children|baby|toddler|kids?)\b/iu)

const visitReferred = rule({
  name: 'police-visit-referred',
  catalogue: 'beyond',
  says: 'Refer the child who was in the home where police were called',
  label: 'local setting',
  source: ownDefault('one working day; domestic incidents have a rule of their own'),
  limit: { workingDays: 1 },
  owner: 'police-officer',
  ladder: ['police-inspector'],
  find: (picture, owe) => {
    for (const { incident, child } of all(picture, 'incident').length === 0 ? [] : incidentsOf(picture)) {
      if (incident.type !== 'other' || !aboutAChild(incident) || serviceOfAgency(incident.by) !== 'police') continue
      const { day } = incident
      const done = earliest(
        firstAbout(picture, all(picture, 'referral-made'), child, day, entry => isSocialCare(entry.to)),
        receiptsOf(picture, [incident.id, incident.root, thingOf(incident)]).find(receipt =>
          told(receipt.to, 'social-care'),
        ),
        firstOfKinds(picture, decidedBy, child, day),
      )
      owe({ child, thing: thingOf(incident), because: [incident], since: day, agency: incident.by, done })
    }
  },
})

/** What is spoiled on the way is put right, and what comes without a name or form is still looked at (beyond.md; review 2.13). */
export const onTheWayRules: readonly Rule[] = [
  referralCorrected,
  putInWriting,
  withdrawnLookedAt,
  ambulanceTold,
  anonymousLookedAt,
  visitReferred,
]
