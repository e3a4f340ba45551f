import { addMonths, type Day } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { firstAbout } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

const talkedAbout = (picture: Picture, diagnosis: string, child: PersonId, day: Day): Entry | undefined =>
  firstAbout(
    picture,
    all(picture, 'contact'),
    child,
    day,
    entry => entry.reached !== false && (entry.purpose === 'adaptation' || entry.about === diagnosis),
  )

const adaptationTalk = rule({
  name: 'adaptation-talked-about',
  catalogue: 'R-ASM-10',
  says: 'Talk with the parents about the diagnosis: what they understand, how they are, what changes at home',
  label: 'local setting',
  source: ownDefault('20 working days after the diagnosis was given'),
  limit: { workingDays: 20 },
  owner: 'lead-health-practitioner',
  ladder: ['named-nurse', 'designated-nurse'],
  find: (picture, owe) => {
    const given = new Set<string>()
    for (const diagnosis of all(picture, 'diagnosis'))
      for (const child of childrenOf(picture, diagnosis)) {
        const thing = diagnosis.diagnosis ?? diagnosis.root
        if (given.has(`${child} ${thing}`)) continue
        given.add(`${child} ${thing}`)
        const done = talkedAbout(picture, thing, child, diagnosis.day)
        owe({ child, thing, step: '1', because: [diagnosis], since: diagnosis.day, done })
      }
  },
})

/** A talk a month before the half year is up counts as the second. */
const monthsBetween = 5

const adaptationTalkAgain = rule({
  name: 'adaptation-talked-about-again',
  catalogue: 'R-ASM-10',
  says: 'Talk with the parents about the diagnosis once more: what is hard now',
  layer: 2,
  label: 'local setting',
  source: ownDefault('six months after the first conversation'),
  limit: { months: 6 },
  owner: 'lead-health-practitioner',
  ladder: ['named-nurse', 'designated-nurse'],
  heard: 'when-late',
  find: (picture, owe, first) => {
    for (const { child, thing, because, ended } of first('adaptation-talked-about')) {
      if (ended?.how !== 'done' && ended?.how !== 'done-elsewhere') continue
      const opens = addMonths(ended.day, monthsBetween)
      const done = talkedAbout(picture, thing, child, opens)
      owe({ child, thing, step: '2', because, since: ended.day, opens, done })
    }
  },
})

/** A diagnosis is talked about with the parents, when it is given and once more later (review 5.7, 5.10). */
export const adaptationRules: readonly Rule[] = [adaptationTalk, adaptationTalkAgain]
