import type { Day } from '../calendar/day.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { homeOn, plainAddress } from '../record/person-standing.ts'
import { all, childrenOf, isAbout, type Picture, patientsOf } from '../record/standing.ts'
import { isOfHousehold } from './household.ts'
import { earliest, firstAbout } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Ground = EntryOf<'ground'>

/** A ground as it was last given, until it is given anew: what contradicts it lies between the two. */
interface Given {
  readonly ground: Ground
  readonly id: string
  readonly ordinal: number
  until: Day | undefined
}

const givenGrounds = (picture: Picture): readonly Given[] => {
  const last = new Map<string, Given>()
  return all(picture, 'ground').map(ground => {
    const id = ground.ground ?? ground.root
    const before = last.get(id)
    if (before !== undefined) before.until = ground.day
    const given: Given = { ground, id, ordinal: (before?.ordinal ?? 0) + 1, until: undefined }
    last.set(id, given)
    return given
  })
}

const after = <E extends Entry>(entries: readonly E[], ground: Ground, fits: (entry: E) => boolean): readonly E[] =>
  entries.filter(entry => entry.day > ground.day && fits(entry))

/** The person lives elsewhere now, or the child went home from hospital to another address (review 2.9, 5.5). */
const moves = (picture: Picture, ground: Ground, child: PersonId): readonly Entry[] => {
  const who = ground.person ?? child
  const person = picture.people.get(who)
  const address = ground.address === undefined ? person && homeOn(person, ground.day) : plainAddress(ground.address)
  if (address === undefined) return []
  const isElsewhere = (other: string) => plainAddress(other) !== address
  const withChild = who === child || isOfHousehold(picture, who, child, ground.day)
  return [
    ...after(all(picture, 'lives-at'), ground, entry => entry.person.includes(who) && isElsewhere(entry.address)),
    ...after(
      all(picture, 'discharge'),
      ground,
      entry =>
        withChild &&
        entry.address !== undefined &&
        isElsewhere(entry.address) &&
        patientsOf(picture, entry).includes(child),
    ),
  ]
}

/** A pregnancy, a relationship or an incident with the one from whom somebody was said to have parted (review 5.17). */
const together = (picture: Picture, ground: Ground): readonly Entry[] => {
  const who = ground.person
  if (who === undefined) return []
  return [
    ...after(all(picture, 'pregnancy'), ground, entry => entry.father === who || entry.mother === who),
    ...after(
      all(picture, 'relationship'),
      ground,
      entry => entry.is === 'partner' && (entry.person === who || entry.of === who),
    ),
    ...after(all(picture, 'incident'), ground, entry => entry.alleged === who),
  ]
}

const contradictions = (picture: Picture, { ground, id }: Given, child: PersonId): readonly Entry[] => {
  const ended = all(picture, 'ground-ended').filter(entry => entry.ground === id && entry.day >= ground.day)
  if (ground.about === 'lives-at') return [...ended, ...moves(picture, ground, child)]
  if (ground.about === 'relationship-ended' || ground.about === 'no-contact')
    return [...ended, ...together(picture, ground)]
  const { person } = ground
  return ground.about === 'helped-by' && person !== undefined
    ? [...ended, ...after(all(picture, 'death'), ground, entry => entry.person === person)]
    : ended
}

const analysed = (picture: Picture, id: string, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    all(picture, 'analysis-updated').find(
      entry => entry.day >= day && (entry.ground === id || isAbout(picture, entry, child)),
    ),
    firstAbout(picture, all(picture, 'assessment-finished'), child, day),
  )

/** What an assessment rested on is no longer so: it is thought over (review 2.9, 5.17). */
export const groundReassessed: Rule = rule({
  name: 'ground-reassessed',
  catalogue: 'R-ASM-3',
  says: 'Think again: what the assessment rested on is no longer so',
  shape: 'change',
  label: 'local setting',
  source: ownDefault('ten working days after the event that contradicts it'),
  limit: { workingDays: 10 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const given of givenGrounds(picture))
      for (const child of childrenOf(picture, given.ground)) {
        const { ground, id, ordinal, until } = given
        const event = earliest(...contradictions(picture, given, child))
        if (event === undefined || (until !== undefined && event.day > until)) continue
        owe({
          child,
          thing: id,
          step: ordinal === 1 ? '' : `${ordinal}`,
          because: [event, ground],
          since: event.day,
          done: analysed(picture, id, child, event.day),
        })
      }
  },
})
