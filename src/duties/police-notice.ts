import { ageOn } from '../calendar/age.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { inTurn } from './in-turn.ts'
import { informed } from './informed.ts'
import { decidedBy, firstOfKinds } from './looked-at.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Noticed = EntryOf<'incident'>

/** From which age a child is out alone, so that what the police write of the child is of what it did or suffered itself. */
const alone = 10

const isYoung = (picture: Picture, child: PersonId, { day }: Entry): boolean => {
  const born = picture.people.get(child)?.born
  if (born === undefined) return false
  const { years } = ageOn(born, day)
  return years >= alone && years < 18
}

const aboutAnother = /\b(?:mother|father|mum|dad|parents?|step-?father|partner|neighbour)\b/iu

/** A child stopped, arrested, found with a weapon or drugs, or hurt by others out of doors; an adult’s doings are of other rules. */
const isOfChild = (picture: Picture, entry: Noticed, child: PersonId): boolean => {
  if (serviceOfAgency(entry.by) !== 'police' || !isYoung(picture, child, entry)) return false
  const { type, alleged, text } = entry
  return type === 'other' && (alleged === undefined || alleged === child) && !aboutAnother.test(text ?? '')
}

const known = (picture: Picture, child: PersonId, entry: Noticed): Entry | undefined =>
  earliest(
    informed(picture, { child, entry, names: [entry.incident] }, ['social-care', 'emergency-duty', 'youth-justice']),
    firstOfKinds(picture, [...decidedBy, 'referral-received', 'referral-decided'], child, entry.day),
  )

const policeTell = rule({
  name: 'child-noticed-by-police-told',
  catalogue: 'beyond',
  says: 'Tell social care that the child came to the notice of the police: a child is looked at as a child first',
  shape: 'join',
  label: 'local setting',
  source: ownDefault('two working days after a young person was stopped, arrested, threatened or found with something'),
  limit: { workingDays: 2 },
  owner: 'police-officer',
  ladder: ['police-inspector'],
  find: (picture, owe) => {
    const entries = all(picture, 'incident')
    if (entries.length === 0) return
    for (const child of new Set(entries.flatMap(entry => childrenOf(picture, entry))))
      inTurn(
        entries.filter(entry => childrenOf(picture, entry).includes(child) && isOfChild(picture, entry, child)),
        entry => entry,
        (entry, ordinal) =>
          owe({
            ...{ child, thing: 'noticed', step: `${ordinal}`, because: [entry], since: entry.day },
            ...{ agency: entry.by, done: known(picture, child, entry) },
          }),
      )
  },
})

/** What the police see of a young person out of doors reaches those who look after the child (beyond.md, findings that stay). */
export const policeNoticeRules: readonly Rule[] = [policeTell]
