import type { Day } from '../calendar/day.ts'
import { serviceOfRole } from '../people/role.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { EntryOf } from '../record/entry.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** The first answer from a day on that was understood: one that was not leaves the question open. */
export const understood = <A extends EntryOf<'question-answered' | 'result-told'>>(
  answers: readonly A[],
  since: Day,
): A | undefined => answers.find(answer => answer.day >= since && answer.understood !== false)

const questionAnswered = rule({
  name: 'question-answered',
  catalogue: 'R-VOI-2',
  says: 'Answer what the parent asks, and make sure that the answer is understood',
  label: 'local setting',
  source: ownDefault('ten working days'),
  limit: { workingDays: 10 },
  owner: 'consultant',
  ladder: ['clinical-lead', 'named-doctor'],
  find: (picture, owe) => {
    for (const { id, children, raised, answers } of picture.questions) {
      const owner = raised.to ?? 'consultant'
      const agency = raised.agency ?? (serviceOfAgency(raised.by) === serviceOfRole(owner) ? raised.by : undefined)
      const done = understood(answers, raised.day)
      for (const child of children) owe({ child, thing: id, because: [raised], since: raised.day, owner, agency, done })
    }
  },
})

/** What parents ask (review 3.4, 3.9). */
export const questionRules: readonly Rule[] = [questionAnswered]
