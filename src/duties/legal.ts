import type { Day } from '../calendar/day.ts'
import { dueFrom } from '../calendar/limit.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { inTurn } from './in-turn.ts'
import { earliest, endedBy, firstAbout } from './reading.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'

type Step = EntryOf<'legal-step'>
type StepName = Step['step']

/** How far a step goes: one that goes further, once taken, stands for those before it. */
const reach: Record<StepName, number> = {
  'legal-planning-meeting': 1,
  'letter-before-proceedings': 2,
  'pre-proceedings-meeting': 3,
  proceedings: 4,
  'emergency-protection-order': 4,
  'supervision-order': 5,
  'interim-care-order': 5,
  'care-order': 6,
  'police-protection': 0,
  other: 0,
}

const answersAdvice = (advised: StepName, entry: Step): boolean =>
  entry.step === advised || (entry.state !== 'not-taken' && reach[advised] > 0 && reach[entry.step] > reach[advised])

const heldAsMeeting = (picture: Picture, child: PersonId, { step, day }: EntryOf<'legal-advice'>): Entry | undefined =>
  step === 'legal-planning-meeting' || step === 'pre-proceedings-meeting'
    ? firstAbout(picture, all(picture, 'meeting-held'), child, day, entry =>
        /legal planning|legal gateway|pre-?proceedings/iu.test(entry.text ?? ''),
      )
    : undefined

const stepTaken = rule({
  name: 'legal-step-taken',
  catalogue: 'beyond',
  says: 'Take the legal step that was advised, or write why not',
  label: 'local setting',
  source: ownDefault(
    'ten working days, or the day that was set; other reviews show steps advised and not taken in time',
  ),
  limit: { workingDays: 10 },
  clock: 'by the day that was set for it',
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  hears: ['social-worker'],
  find: (picture, owe) => {
    for (const advice of all(picture, 'legal-advice'))
      for (const child of childrenOf(picture, advice)) {
        const taken = firstAbout(picture, all(picture, 'legal-step'), child, advice.from, entry =>
          answersAdvice(advice.step, entry),
        )
        const due = advice.due === undefined || advice.due < advice.day ? {} : { due: dueOn(advice.due) }
        const done = earliest(taken, heldAsMeeting(picture, child, advice))
        owe({ child, thing: advice.root, because: [advice], since: advice.day, done, ...due })
      }
  },
})

const dueOn = (day: Day) => ({ ...dueFrom(day, { sameDay: true }) })

type Protection = EntryOf<'legal-step' | 'came-into-care'>

const protections = (picture: Picture): readonly Protection[] =>
  [
    ...all(picture, 'legal-step').filter(
      entry => entry.step === 'police-protection' && entry.state !== 'ended' && entry.state !== 'not-taken',
    ),
    ...all(picture, 'came-into-care').filter(entry => /police protection/iu.test(entry.status ?? '')),
  ].sort((one, other) => one.day - other.day)

/** What settles where the child is after police protection: an order, care by agreement, or a plan by which the child is home. */
const settled = (picture: Picture, child: PersonId, protection: Protection): Entry | undefined => {
  const { day } = protection
  return earliest(
    firstAbout(picture, all(picture, 'legal-step'), child, day, entry =>
      entry.step === 'police-protection' ? entry.state === 'ended' : reach[entry.step] >= 4,
    ),
    firstAbout(picture, all(picture, 'came-into-care'), child, day, entry => !protections(picture).includes(entry)),
    firstAbout(picture, all(picture, 'left-care'), child, day),
    firstAbout(picture, all(picture, 'placed-elsewhere'), child, day),
    firstAbout(picture, all(picture, 'safety-plan'), child, day),
    firstAbout(picture, all(picture, 'plan-started'), child, day, entry => entry.type === 'looked-after'),
  )
}

const protectionEnds = rule({
  name: 'police-protection-followed',
  catalogue: 'beyond',
  says: 'Decide, before police protection ends, where the child is safe: ask the court, agree care, or write the plan by which the child goes home',
  label: 'local procedure',
  source: procedure(
    'police protection under section 46 of the Children Act 1989 lasts 72 hours at the most; not read in the Act itself',
  ),
  limit: { hours: 72 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  hears: ['social-worker', 'duty-social-worker'],
  heard: 'at-once',
  find: (picture, owe) => {
    const found = protections(picture)
    if (found.length === 0) return
    for (const child of picture.children)
      inTurn(
        found.filter(entry => isAbout(picture, entry, child)),
        entry => entry,
        (entry, ordinal) =>
          owe({
            child,
            thing: 'police-protection',
            step: `${ordinal}`,
            because: [entry],
            since: entry.day,
            done: settled(picture, child, entry),
          }),
      )
  },
})

type Timed = Step & { readonly until: Day }
const isTimed = (entry: Step): entry is Timed =>
  entry.until !== undefined && entry.until >= entry.day && entry.step !== 'police-protection' && entry.state !== 'ended'

const orderRunsOut = rule({
  name: 'order-looked-at-before-it-ends',
  catalogue: 'beyond',
  says: 'Decide what follows before the order ends',
  label: 'local setting',
  source: ownDefault('by the last day of the order; it is raised ten working days before'),
  limit: { workingDays: 10 },
  clock: 'by the last day for which the order holds',
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe) => {
    for (const order of all(picture, 'legal-step').filter(isTimed))
      for (const child of childrenOf(picture, order)) {
        const next = firstAbout(
          picture,
          all(picture, 'legal-step'),
          child,
          order.day,
          entry => entry.root !== order.root,
        )
        const left = firstAbout(picture, all(picture, 'left-care'), child, order.day)
        const opens = Math.max(order.day, addWorkingDays(order.until, -10)) as Day
        const ends = endedBy(next, left)
        owe({ child, thing: order.root, because: [order], since: order.day, opens, due: dueOn(order.until), ...ends })
      }
  },
})

/** Legal steps: taken when they are advised, and looked at before they end. */
export const legalRules: readonly Rule[] = [stepTaken, protectionEnds, orderRunsOut]
