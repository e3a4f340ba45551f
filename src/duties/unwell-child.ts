import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { informed } from './informed.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Contact = EntryOf<'contact'>

/** Emergency help came: an ambulance, urgent care, a ward. */
const helpCame = (picture: Picture, child: PersonId, { day }: Contact): Entry | undefined =>
  earliest(
    firstSince(picture, 'urgent-attendance', { child, day }),
    firstSince(picture, 'admission', { child, day }),
    firstSince(picture, 'contact', { child, day }, one => serviceOfAgency(one.by) === 'ambulance'),
  )

/** The lead practitioner where there is a case, and the consultant; a child with no case is told of to the hospital alone. */
const told = (picture: Picture, child: PersonId, entry: Contact): Entry | undefined => {
  const news = { child, entry, names: [entry.about] }
  return earliest(
    informed(picture, news, openToSocialCareOn(picture, child, entry.day) ? ['social-care'] : ['hospital']),
    helpCame(picture, child, entry),
  )
}

const unwellChildTold = rule({
  name: 'unwell-child-told',
  catalogue: 'R-GP-1',
  says: 'Find help for the child who was seen unwell, and tell the lead practitioner and the consultant the same day',
  shape: 'join',
  label: 'local setting',
  source: ownDefault('the same day, whoever’s visit it was'),
  limit: { sameDay: true },
  owner: 'gp',
  ladder: ['practice-safeguarding-lead', 'named-gp'],
  heard: 'at-once',
  find: (picture, owe) => {
    for (const entry of all(picture, 'contact')) {
      if (entry.unwell === undefined) continue
      for (const child of entry.unwell)
        owe({
          ...{ child, thing: entry.root, because: [entry], since: entry.day, agency: entry.by },
          done: told(picture, child, entry),
        })
    }
  },
})

/** A child who is seen unwell at a parent's own visit is a patient that day (review 2.13). */
export const unwellChildRules: readonly Rule[] = [unwellChildTold]
