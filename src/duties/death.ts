import { addDays, addMonths, type Day } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isChildOn } from '../record/person-standing.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { protectionPlans } from './protection-plan.ts'
import { earliest, firstAbout, nextStep, receiptsOf } from './reading.ts'
import { ownDefault, type Rule, rule, workingTogether } from './rule.ts'

/** The deaths of children of the record. What is owed then is owed by agencies; nothing of it goes to the family. */
const deaths = (picture: Picture): readonly { readonly death: EntryOf<'death'>; readonly child: PersonId }[] =>
  all(picture, 'death').flatMap(death => {
    const child = death.person ?? death.child?.[0] ?? picture.subject[0]
    const person = picture.people.get(child)
    const isChild = picture.children.includes(child) && (person === undefined || isChildOn(person, death.day))
    return isChild ? [{ death, child }] : []
  })

/** Who confirms a death: a clinician in hospital or ambulance, else the agency's safeguarding lead. */
const confirms = (by: Agency): Role => {
  const service = serviceOfAgency(by)
  if (service === 'ambulance') return 'ambulance-clinician'
  return service === 'hospital' ? 'emergency-clinician' : 'safeguarding-lead'
}

const notified = (picture: Picture, child: PersonId, day: Day, toPanel: boolean): Entry | undefined =>
  firstAbout(picture, all(picture, 'death-notified'), child, day, entry =>
    toPanel ? entry.to.includes('national-panel') : entry.to.some(to => to !== 'national-panel'),
  )

const deathNotified = rule({
  name: 'death-notified',
  catalogue: 'R-DTH-1',
  says: 'Tell the child death review and the joint agency response of the death, and keep the record as it is',
  label: 'statutory',
  source: workingTogether(
    'child deaths: whoever confirms the death notifies the child death review partners; local text has 24 hours',
  ),
  limit: { hours: 24 },
  owner: 'emergency-clinician',
  ladder: ['designated-doctor', 'partnership-executive'],
  heard: 'at-once',
  afterDeath: true,
  find: (picture, owe) => {
    for (const { death, child } of deaths(picture)) {
      const told = receiptsOf(picture, [death.id, death.root]).find(entry =>
        entry.to.some(to => /^partnership|death|coroner|designated/iu.test(to)),
      )
      owe({
        child,
        thing: 'death',
        because: [death],
        since: death.day,
        owner: confirms(death.by),
        agency: death.by,
        done: earliest(notified(picture, child, death.day, false), told),
      })
    }
  },
})

const contactNamed = rule({
  name: 'family-contact-named',
  catalogue: 'R-DTH-1',
  says: 'Name one person whom the family can ring after the death, and stop all that is sent to them automatically',
  label: 'local setting',
  source: ownDefault('one working day after the death'),
  limit: { workingDays: 1 },
  owner: 'designated-doctor',
  ladder: ['partnership-executive'],
  afterDeath: true,
  find: (picture, owe) => {
    for (const { death, child } of deaths(picture)) {
      const done = firstAbout(picture, all(picture, 'family-contact-named'), child, death.day)
      owe({ child, thing: 'death', because: [death], since: death.day, done })
    }
  },
})

type Serious = EntryOf<'death' | 'incident'>

const hasEnquiry = (picture: Picture, child: PersonId, from: Day): boolean =>
  [...all(picture, 'section47-started'), ...all(picture, 'strategy-discussion')].some(
    entry => entry.day >= from && isAbout(picture, entry, child),
  )

/** Where the record does not say whether abuse or neglect is suspected, a plan or an enquiry about it says that it may be. */
const isSuspected = (picture: Picture, child: PersonId, death: EntryOf<'death'>): boolean =>
  death.suspected ??
  (hasEnquiry(picture, child, addMonths(death.day, -6)) ||
    protectionPlans(picture).some(
      one =>
        one.child === child &&
        one.start.day <= death.day &&
        (one.plan.ended === undefined || one.plan.ended.day > addDays(death.day, -180)),
    ))

/** The children of the record who died or were seriously harmed, where abuse or neglect is known or suspected. */
export const serious = (picture: Picture): readonly { readonly entry: Serious; readonly child: PersonId }[] => [
  ...deaths(picture).flatMap(({ death, child }) =>
    isSuspected(picture, child, death) ? [{ entry: death, child }] : [],
  ),
  ...all(picture, 'incident')
    .filter(entry => entry.seriousHarm === true)
    .flatMap(entry => childrenOf(picture, entry).map(child => ({ entry, child }))),
]

const panelNotified = rule({
  name: 'panel-notified',
  catalogue: 'R-DTH-2',
  says: 'Notify the national Panel, or write why abuse or neglect is not suspected',
  label: 'statutory',
  source: workingTogether(
    'serious incident: the local authority notifies the Panel within five working days of becoming aware, where abuse or neglect is known or suspected',
  ),
  limit: { workingDays: 5 },
  owner: 'head-of-service',
  ladder: ['partnership-executive'],
  afterDeath: true,
  find: (picture, owe) => {
    for (const { entry, child } of serious(picture)) {
      const done = earliest(
        notified(picture, child, entry.day, true),
        firstAbout(picture, all(picture, 'rapid-review'), child, entry.day),
        firstAbout(picture, all(picture, 'decision'), child, entry.day),
      )
      owe({ child, thing: entry.root, because: [entry], since: entry.day, done })
    }
  },
})

const rapidReview = rule({
  name: 'rapid-review-sent',
  catalogue: 'R-DTH-2',
  says: 'Finish the rapid review and send it to the Panel',
  layer: 2,
  label: 'statutory',
  source: workingTogether('rapid review completed and sent to the Panel within 15 working days of the notification'),
  limit: { workingDays: 15 },
  owner: 'partnership-executive',
  ladder: ['head-of-service'],
  afterDeath: true,
  find: (picture, owe, first) => {
    for (const before of first('panel-notified')) {
      const { child, thing, because, since } = before
      if (before.ended !== undefined && before.ended.entry.kind === 'decision') continue
      const done = firstAbout(picture, all(picture, 'rapid-review'), child, since)
      owe({ child, thing, because, ...nextStep(before), done })
    }
  },
})

/** A review is open when its panel is named and the family was asked whether they want to take part. */
const isReady = ({ panel, familyInvited }: EntryOf<'review-opened'>): boolean =>
  panel !== undefined && familyInvited === true

const reviewReady = rule({
  name: 'review-panel-and-family',
  catalogue: 'R-DTH-3',
  says: 'Name who sits on the review panel and may read the record, for how long, and ask the family whether they want to contribute',
  label: 'local setting',
  source: ownDefault('15 working days after a review is opened'),
  limit: { workingDays: 15 },
  owner: 'partnership-executive',
  ladder: [],
  afterDeath: true,
  find: (picture, owe) => {
    const opened = all(picture, 'review-opened')
    const [first] = opened
    if (first === undefined) return
    for (const child of childrenOf(picture, first)) {
      const done = opened.find(isReady)
      owe({ child, thing: 'review', because: [first], since: first.day, done })
    }
  },
})

/** After a child has died or was seriously harmed: who is told, and that it is learnt from (review 1.1, 1.3, 1.18, 1.19). */
export const deathRules: readonly Rule[] = [deathNotified, contactNamed, panelNotified, rapidReview, reviewReady]
