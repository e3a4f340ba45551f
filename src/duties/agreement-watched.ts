import { agreedRulesOf } from '../record/agreed-rule-standing.ts'
import { all } from '../record/standing.ts'
import { earliest, endedBy, firstAbout } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

const informal = new Set([undefined, 'safety-plan', 'written-agreement', 'other'])

const agreementWatched = rule({
  name: 'agreement-watched',
  catalogue: 'R-DA-6',
  says: 'Name who checks that the agreement is kept, how, and what happens if it is not',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('two working days after it was agreed: an agreement that nobody checks protects nobody'),
  limit: { workingDays: 2 },
  owner: 'lead-practitioner',
  find: (picture, owe) => {
    if (all(picture, 'agreed-rule').length === 0) return
    for (const { child, id, given, ended } of agreedRulesOf(picture)) {
      if (!informal.has(given.source) || (given.checkedBy !== undefined && given.ifBroken !== undefined)) continue
      const done = earliest(
        firstAbout(picture, all(picture, 'condition'), child, given.day),
        all(picture, 'agreed-rule').find(
          other =>
            other !== given &&
            other.day >= given.day &&
            other.checkedBy !== undefined &&
            (other.agreedRule ?? id) === id,
        ),
        all(picture, 'agreed-rule-checked').find(check => check.day >= given.day && (check.agreedRule ?? id) === id),
      )
      const watchers = given.agreedBy ?? [given.by]
      owe({ child, thing: id, because: [given], since: given.day, watchers, ...endedBy(done, ended) })
    }
  },
})

/** An informal agreement is no protection until somebody checks it (review 5.3). */
export const agreementRules: readonly Rule[] = [agreementWatched]
