import { ageOn } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { earliest, endedBy } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** Years of age from which a child can say by themselves how they are. */
const speaksFrom = 4

const canSpeak = (picture: Picture, child: PersonId, day: Day): boolean => {
  const born = picture.people.get(child)?.born
  if (born === undefined || born > day) return false
  const { years } = ageOn(born, day)
  return years >= speaksFrom && years < 18
}

/** The child was seen without parents, or their own words are written down. */
const heard = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstSince(
      picture,
      'contact',
      { child, day },
      one => one.alone === true && (one.seen === undefined || one.seen.includes(child)),
    ),
    firstSince(picture, 'child-voice', { child, day }, one => one.observed !== true),
  )

const childSeenAlone = rule({
  name: 'child-seen-alone',
  catalogue: 'beyond',
  says: 'See the child alone, and write down what the child says',
  label: 'local setting',
  source: ownDefault('ten working days from the start of a section 47 enquiry, for a child of four or more'),
  limit: { workingDays: 10 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const { child, id, start, held, notNeeded } of picture.conferences) {
      if (!canSpeak(picture, child, start.day)) continue
      owe({
        ...{ child, thing: id, because: [start], since: start.day },
        ...endedBy(heard(picture, child, start.day), held ?? notNeeded),
      })
    }
  },
})

/** The child whom nobody asks (beyond.md: seen, awake, alone, where). */
export const seenAloneRules: readonly Rule[] = [childSeenAlone]
