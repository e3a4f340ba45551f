import { understood } from './question.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

const resultTold = rule({
  name: 'result-told',
  catalogue: 'R-APT-12',
  says: 'Tell the parents the result, in words that they understand, and tell the team',
  label: 'local setting',
  source: ownDefault(
    'twenty working days, five when urgent; that who asks for an investigation reads its result and acts on it is policy in Cornwall hospitals',
  ),
  limit: { workingDays: 20 },
  owner: 'consultant',
  ladder: ['clinical-lead', 'named-doctor'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const { id, children, raised, answers } of picture.results) {
      const agency = raised.agency ?? raised.by
      const sooner = raised.urgent === true ? { limit: { workingDays: 5 } } : {}
      const done = understood(answers, raised.day)
      for (const child of children)
        owe({ child, thing: id, because: [raised], since: raised.day, ...sooner, agency, done, of: raised.test })
    }
  },
})

/** Results: who asked for the investigation tells the parents (review 3.9). */
export const resultRules: readonly Rule[] = [resultTold]
