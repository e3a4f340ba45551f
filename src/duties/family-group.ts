import { dueFrom } from '../calendar/limit.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, type Picture } from '../record/standing.ts'
import { earliest, endedBy, firstAbout } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Step = EntryOf<'legal-step' | 'legal-advice'>

/** The first step on the way to a court: the offer belongs into the letter before proceedings (section 31ZA(6)). */
const firstStep = (picture: Picture, child: PersonId): Step | undefined => {
  const towards = (step: Step): boolean => step.step === 'letter-before-proceedings' || step.step === 'proceedings'
  const advised = all(picture, 'legal-advice').filter(towards)
  const taken = all(picture, 'legal-step').filter(step => towards(step) && step.state !== 'not-taken')
  const steps = [...advised, ...taken].sort((one, other) => one.day - other.day)
  return steps[0] === undefined ? undefined : (firstAbout(picture, steps, child, steps[0].day) as Step | undefined)
}

const application = (picture: Picture, child: PersonId, from: Entry): Entry | undefined =>
  firstAbout(
    picture,
    all(picture, 'legal-step'),
    child,
    from.day,
    ({ step, state }) => step === 'proceedings' && state !== 'not-taken',
  )

/** Offered, held, or reasoned against: also a meeting that was written in other words. */
const offered = (picture: Picture, child: PersonId): Entry | undefined => {
  const [first] = picture.entries
  if (first === undefined) return undefined
  return earliest(
    firstAbout(picture, all(picture, 'family-group-meeting'), child, first.day),
    firstAbout(picture, all(picture, 'meeting-held'), child, first.day, ({ text = '' }) =>
      /family group (?:conference|decision|meeting)/iu.test(text),
    ),
  )
}

const decidedAgainst = (picture: Picture, child: PersonId, from: Step): Entry | undefined =>
  firstAbout(picture, all(picture, 'legal-step'), child, from.day, ({ state }) => state === 'not-taken')

const meetingOffered = rule({
  name: 'family-group-meeting-offered',
  catalogue: 'design',
  says: 'Offer the parents a family group decision-making meeting before the application to the court, or write why it is not in the child’s interest',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault(
    'ten working days after the first step towards a court, and before the application; that it is offered before an application is section 31ZA of the Children Act 1989, which starts by regulations',
  ),
  limit: { workingDays: 10 },
  waitsFor: 'family-group-decision-making',
  owner: 'social-worker',
  find: (picture, owe, _, limitOn) => {
    if (all(picture, 'legal-advice').length + all(picture, 'legal-step').length === 0) return
    for (const child of picture.children) {
      const step = firstStep(picture, child)
      if (step === undefined) continue
      const asked = application(picture, child, step)
      const usual = dueFrom(step.day, limitOn(step.day))
      const due = asked !== undefined && asked.day < usual.day ? dueFrom(asked.day, { sameDay: true }) : usual
      const ends = endedBy(offered(picture, child), decidedAgainst(picture, child, step))
      owe({ child, thing: 'application', because: [step], since: step.day, due, ...ends })
    }
  },
})

/** What is offered to a family before a court decides (practice/2026.md, B.2). */
export const familyGroupRules: readonly Rule[] = [meetingOffered]
