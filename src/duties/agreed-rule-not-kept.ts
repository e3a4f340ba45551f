import { findAgency, type Service, serviceOfAgency } from '../people/service.ts'
import { type AgreedRule, agreedRulesOf, brokenBy } from '../record/agreed-rule-standing.ts'
import { byDay } from '../record/by-day.ts'
import type { Entry, EntryOf, Kind } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, type Picture } from '../record/standing.ts'
import { inTurn } from './in-turn.ts'
import { earliest, firstAbout, firstFrom } from './reading.ts'
import { readOnce } from './rounds.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

const rulesOf = readOnce(agreedRulesOf)

/** One thing that shows that rules were not kept, with all of those that it breaks: it is looked at once. */
export interface Broken {
  readonly entry: Entry
  readonly rules: readonly [AgreedRule, ...AgreedRule[]]
}

/** What shows that somebody sat down with it: who keeps the child safe now, in whatever words. */
export const lookedAtBy: readonly Kind[] = [
  'strategy-discussion',
  'section47-started',
  'threshold-reviewed',
  'conference-held',
  'plan-updated',
  'safety-plan',
  'decision',
  'meeting-held',
  'came-into-care',
]

/** What shows, from the day that something was not kept, that somebody sat down with it. */
export const lookedAt = (picture: Picture, { entry: broken, rules: [first, ...others] }: Broken): Entry | undefined =>
  earliest(
    ...[first, ...others].map(one => firstFrom(one.reviews, broken.day)),
    ...lookedAtBy.map(kind => firstAbout(picture, all(picture, kind), first.child, broken.day)),
    firstAbout(
      picture,
      all(picture, 'contact'),
      first.child,
      broken.day,
      entry =>
        entry !== broken && isSocialCare(entry) && (entry.purpose === 'after-an-incident' || isOf(entry, broken)),
    ),
  )

/** Whether social care wrote an entry, by day or by night. */
export const isSocialCare = ({ by }: Entry): boolean =>
  serviceOfAgency(by) === 'social-care' || serviceOfAgency(by) === 'emergency-duty'
const isOf = (contact: { readonly about?: string | undefined }, entry: Entry): boolean =>
  contact.about !== undefined &&
  (contact.about === entry.root || ('incident' in entry && contact.about === entry.incident))

const addTo = (broken: Map<Entry, [AgreedRule, ...AgreedRule[]]>, entry: Entry, one: AgreedRule): void => {
  const held = broken.get(entry)
  if (held === undefined) broken.set(entry, [one])
  else held.push(one)
}

/** What was not kept of these rules, by child, in order. */
const notKept = (
  picture: Picture,
  fits: (one: AgreedRule, entry: Entry) => boolean,
): ReadonlyMap<PersonId, readonly Broken[]> =>
  new Map(
    [...Map.groupBy(rulesOf(picture), one => one.child)].map(([child, rules]) => {
      const broken = new Map<Entry, [AgreedRule, ...AgreedRule[]]>()
      for (const one of rules)
        for (const entry of brokenBy(picture, one)) if (fits(one, entry)) addTo(broken, entry, one)
      const inOrder = [...broken]
        .map(([entry, held]) => ({ entry, rules: held }))
        .sort((a, b) => byDay(a.entry, b.entry))
      return [child, inOrder] as const
    }),
  )

/** What all duties about something not kept have alike: everybody who agreed one of these rules watches. */
const ofBroken = (child: PersonId, { entry, rules }: Broken, ordinal: number): Omit<Owed, 'thing'> => ({
  child,
  step: `${ordinal}`,
  because: [entry, ...rules.map(one => one.given)],
  since: entry.day,
  watchers: [...new Set(rules.flatMap(({ given }) => given.agreedBy ?? [given.by]))],
})

/** What was agreed or ordered was not kept: somebody decides the same day whether the child is safe (beyond.md). */
export const brokenReviewed: Rule = rule({
  name: 'agreed-rule-not-kept-reviewed',
  catalogue: 'beyond',
  says: 'Decide today whether the child is safe: what was agreed or ordered was not kept',
  shape: 'if-then',
  label: 'local setting',
  source: ownDefault('the same day that somebody records it'),
  limit: { sameDay: true },
  owner: 'social-worker',
  hears: ['team-manager', 'everyone-who-agreed'],
  heard: 'at-once',
  find: (picture, owe) => {
    for (const [child, every] of notKept(picture, () => true))
      inTurn(
        every,
        broken => broken.entry,
        (broken, ordinal) =>
          owe({ ...ofBroken(child, broken, ordinal), thing: 'agreed-rules', done: lookedAt(picture, broken) }),
      )
  },
})

/** Who acts on an order that is not kept: the police; for a licence probation, which recalls. */
const enforcers: Partial<Record<NonNullable<AgreedRule['given']['source']>, Service>> = {
  'court-order': 'police',
  'non-molestation-order': 'police',
  bail: 'police',
  licence: 'probation',
}

/** Whether it is for a service to act on: it enforces the rule, and does not know of it already because it wrote it. */
const isEnforcedBy = (service: Service, { given }: AgreedRule, { by }: Entry): boolean =>
  enforcers[given.source ?? 'other'] === service && serviceOfAgency(by) !== service

const isService = (text: string, service: Service): boolean => {
  const agency = findAgency(text)
  return agency !== undefined && serviceOfAgency(agency) === service
}

/** What shows that a service has it: it was told, asked or at the table, or writes of it itself. */
const knownTo = (picture: Picture, service: Service, child: PersonId, broken: Entry): Entry | undefined => {
  const first = <K extends Kind>(kind: K, fits: (entry: EntryOf<K>) => boolean) =>
    firstAbout<EntryOf<K>>(picture, all(picture, kind), child, broken.day, fits)
  const own = (['incident', 'contact', 'concern', 'agreed-rule-broken', 'agreed-rule-checked'] as const).map(kind =>
    first(kind, entry => serviceOfAgency(entry.by) === service),
  )
  return earliest(
    // Whoever is told of it is told for every child of the home: a receipt seldom names them all.
    firstFrom(all(picture, 'told'), broken.day, entry => entry.to.some(to => isService(to, service))),
    firstFrom(all(picture, 'acknowledged'), broken.day, entry =>
      (entry.to ?? [entry.by]).some(to => isService(to, service)),
    ),
    first('referral-made', entry => serviceOfAgency(entry.to) === service),
    first('enquiry-made', entry => serviceOfAgency(entry.to) === service),
    first('strategy-discussion', entry => entry.present?.some(one => serviceOfAgency(one) === service) === true),
    ...own,
  )
}

/** The police, or probation for a licence, hear the same day that an order was not kept (beyond.md). */
export const enforcerTold: Rule = rule({
  name: 'order-not-kept-told',
  catalogue: 'beyond',
  says: 'Tell the police, or probation for a licence, that an order, bail or a licence was not kept',
  shape: 'join',
  label: 'local setting',
  source: ownDefault('the same day that somebody records it'),
  limit: { sameDay: true },
  owner: 'social-worker',
  hears: ['team-manager'],
  heard: 'at-once',
  find: (picture, owe) => {
    for (const service of ['police', 'probation'] as const)
      for (const [child, every] of notKept(picture, (one, entry) => isEnforcedBy(service, one, entry)))
        inTurn(
          every,
          broken => broken.entry,
          (broken, ordinal) =>
            owe({
              ...ofBroken(child, broken, ordinal),
              thing: service,
              done: knownTo(picture, service, child, broken.entry),
            }),
        )
  },
})
