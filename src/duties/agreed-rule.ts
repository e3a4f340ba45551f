import type { Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { findAgency, type Service, serviceOfAgency } from '../people/service.ts'
import { type AgreedRule, agreedRulesOf, brokenBy, isCheckable, shownBroken } from '../record/agreed-rule-standing.ts'
import type { Entry, EntryOf, Kind } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { inTurn } from './in-turn.ts'
import { earliest, endedBy, firstAbout, firstFrom } from './reading.ts'
import { readOnce } from './rounds.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

const rulesOf = readOnce(agreedRulesOf)

const base = ({ child, id, given }: AgreedRule): Pick<Owed, 'child' | 'thing' | 'watchers'> => ({
  child,
  thing: id,
  watchers: given.agreedBy ?? [given.by],
})

const checkable = rule({
  name: 'agreed-rule-in-checkable-form',
  catalogue: 'beyond',
  says: 'Say whom the rule binds and what it asks, so that anybody can see whether it is kept',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('two working days after it was agreed or ordered'),
  limit: { workingDays: 2 },
  owner: 'social-worker',
  ladder: ['team-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const one of rulesOf(picture)) {
      if (isCheckable(one.given)) continue
      const clearer = all(picture, 'agreed-rule').find(other => other === one.ended && isCheckable(other))
      owe({ ...base(one), because: [one.given], since: one.given.day, ...endedBy(clearer, one.ended) })
    }
  },
})

/** What shows that somebody sat down with it: who keeps the child safe now, in whatever words. */
const lookedAtBy: readonly Kind[] = [
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

const lookedAt = (picture: Picture, one: AgreedRule, broken: Entry): Entry | undefined =>
  earliest(
    firstFrom(one.reviews, broken.day),
    ...lookedAtBy.map(kind => firstAbout(picture, all(picture, kind), one.child, broken.day)),
    firstAbout(
      picture,
      all(picture, 'contact'),
      one.child,
      broken.day,
      entry =>
        entry !== broken && isSocialCare(entry) && (entry.purpose === 'after-an-incident' || isOf(entry, broken)),
    ),
  )

const isSocialCare = ({ by }: Entry): boolean =>
  serviceOfAgency(by) === 'social-care' || serviceOfAgency(by) === 'emergency-duty'
const isOf = (contact: { readonly about?: string | undefined }, entry: Entry): boolean =>
  contact.about !== undefined &&
  (contact.about === entry.root || ('incident' in entry && contact.about === entry.incident))

const brokenReviewed = rule({
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
    for (const one of rulesOf(picture))
      inTurn(
        brokenBy(picture, one),
        entry => entry,
        (broken, ordinal) =>
          owe({
            ...base(one),
            step: `${ordinal}`,
            because: [broken, one.given],
            since: broken.day,
            done: lookedAt(picture, one, broken),
          }),
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
    first('told', entry => entry.to.some(to => isService(to, service))),
    first('acknowledged', entry => (entry.to ?? [entry.by]).some(to => isService(to, service))),
    first('referral-made', entry => serviceOfAgency(entry.to) === service),
    first('enquiry-made', entry => serviceOfAgency(entry.to) === service),
    first('strategy-discussion', entry => entry.present?.some(one => serviceOfAgency(one) === service) === true),
    ...own,
  )
}

const enforcerTold = rule({
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
    for (const one of rulesOf(picture)) {
      const service = enforcers[one.given.source ?? 'other']
      if (service === undefined) continue
      inTurn(
        brokenBy(picture, one).filter(({ by }) => serviceOfAgency(by) !== service),
        entry => entry,
        (broken, ordinal) =>
          owe({
            ...base(one),
            step: `${ordinal}`,
            because: [broken, one.given],
            since: broken.day,
            done: knownTo(picture, service, one.child, broken),
          }),
      )
    }
  },
})

const notAttended = rule({
  name: 'agreed-attendance-talked-about',
  catalogue: 'beyond',
  says: 'Ask why what was agreed was not attended, and what would help',
  shape: 'if-then',
  label: 'local setting',
  source: ownDefault('five working days after it was missed; asking comes before any conclusion'),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  ladder: ['team-manager'],
  hears: ['everyone-who-agreed'],
  find: (picture, owe) => {
    for (const one of rulesOf(picture)) {
      const missed = one.given.terms?.includes('attends') ? shownBroken(picture, one, ['attends']) : []
      inTurn(
        missed,
        entry => entry,
        (entry, ordinal) =>
          owe({
            ...base(one),
            step: `${ordinal}`,
            because: [entry, one.given],
            since: entry.day,
            done: talkedTo(picture, one, entry),
          }),
      )
    }
  },
})

const talkedTo = (picture: Picture, one: AgreedRule, missed: Entry): Entry | undefined =>
  earliest(
    lookedAt(picture, one, missed),
    firstFrom(
      all(picture, 'contact'),
      missed.day,
      entry =>
        entry.reached !== false &&
        (entry.with === undefined
          ? isAbout(picture, entry, one.child) && isSocialCare(entry)
          : entry.with.some(person => one.given.person?.includes(person))),
    ),
  )

/** The days until which a rule held, each as it was said, with the entry that said it. */
const endsOf = ({ given, reviews }: AgreedRule) =>
  [given, ...reviews].flatMap(said => (said.until === undefined ? [] : [{ said, until: said.until }]))

const before = 10

const endReviewed = rule({
  name: 'agreed-rule-reviewed-before-it-ends',
  catalogue: 'beyond',
  says: 'Review what keeps the child safe before the order, bail or agreement ends',
  label: 'local setting',
  source: ownDefault('by the last day on which it holds; it opens ten working days before'),
  limit: { workingDays: before },
  clock: 'by the last day on which it holds',
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const one of rulesOf(picture))
      endsOf(one).forEach(({ said, until }, index) => {
        const opens = addWorkingDays(until, -before)
        const from = Math.max(opens, said.day) as Day
        const later = firstFrom(one.reviews, said.day, review => review !== said)
        const replaced = one.ended?.kind === 'plan-ended' ? undefined : one.ended
        const kinds = lookedAtBy.map(kind =>
          firstAbout(picture, all(picture, kind), one.child, from, entry => entry !== said),
        )
        owe({
          ...base(one),
          step: `${index + 1}`,
          because: [said],
          since: said.day,
          opens: from,
          due: { day: until, basis: 'table' },
          ...endedBy(earliest(later, ...kinds, replaced), replaced === undefined ? one.ended : undefined),
        })
      })
  },
})

/** Rules of a plan, an agreement, a court, bail or a licence: in a form that can be checked, and held to (beyond.md). */
export const agreedRuleRules: readonly Rule[] = [checkable, brokenReviewed, enforcerTold, notAttended, endReviewed]
