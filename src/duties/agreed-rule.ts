import type { Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { type AgreedRule, agreedRulesOf, isCheckable, shownBroken } from '../record/agreed-rule-standing.ts'
import type { Entry } from '../record/entry.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { brokenReviewed, enforcerTold, isSocialCare, lookedAt, lookedAtBy } from './agreed-rule-not-kept.ts'
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
    lookedAt(picture, { entry: missed, rules: [one] }),
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
