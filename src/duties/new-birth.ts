import { addDays, type Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import {
  all,
  isAbout,
  openToSocialCareOn,
  type Picture,
  type PregnancyStanding,
  patientsOf,
} from '../record/standing.ts'
import { isHereOn } from './household.ts'
import { earliest, endedBy, firstFrom } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'
import { whyReferred } from './unborn.ts'

const isVisiting = (entry: Entry): boolean => serviceOfAgency(entry.by) === 'health-visiting'

/** Whether the record holds what health visiting does; where it holds none of it, that nobody came is only not known. */
const holdsVisits = (picture: Picture): boolean =>
  all(picture, 'contact').some(isVisiting) || all(picture, 'routine-check').some(isVisiting)

/** A birth of which there was reason to be watchful before: whoever has none is visited too, and no record is needed for it. */
const isWatched = (picture: Picture, pregnancy: PregnancyStanding, day: Day): boolean => {
  const why = whyReferred(picture, pregnancy)
  if (why !== undefined && why.since <= day) return true
  const children = [pregnancy.unborn, ...picture.children.filter(child => isHereOn(picture, child, day))]
  return children.some(
    child => openToSocialCareOn(picture, child, day) || openToSocialCareOn(picture, child, addDays(day, -180)),
  )
}

/** The day from which a baby is at home: the birth, or the day of going home from a ward where it lay since. */
const homeSince = (picture: Picture, baby: PersonId, birth: Day): Day | undefined => {
  const isIts = (entry: EntryOf<'admission' | 'discharge'>) =>
    entry.day >= birth && entry.day <= addDays(birth, 90) && patientsOf(picture, entry).includes(baby)
  const home = all(picture, 'discharge').find(isIts)
  if (home !== undefined) return home.day
  return all(picture, 'admission').some(entry => isIts(entry) && entry.day <= addDays(birth, 14)) ? undefined : birth
}

/** A health visitor met the family after the birth, whatever it was called: nobody writes a visit to a mother without her baby. */
const visited = (picture: Picture, baby: PersonId, birth: Day): Entry | undefined => {
  const isOfBaby = (entry: Entry) => entry.child === undefined || isAbout(picture, entry, baby)
  const isMeeting = (way: string | undefined) => way === undefined || way === 'visit' || way === 'clinic'
  return earliest(
    firstFrom(
      all(picture, 'contact'),
      birth,
      entry => isVisiting(entry) && entry.reached !== false && isMeeting(entry.way),
    ),
    firstFrom(all(picture, 'attended'), birth, entry => isVisiting(entry) && isOfBaby(entry)),
    firstFrom(
      all(picture, 'routine-check'),
      birth,
      entry => entry.outcome === 'done' && isOfBaby(entry) && entry.check === 'developmental-review',
    ),
  )
}

const newBabyVisited = rule({
  name: 'new-baby-visited',
  catalogue: 'beyond',
  says: 'Visit the new baby and the mother at home: how they are, who lives there, where the baby sleeps',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault(
    'fourteen days after the birth or going home, as the Healthy Child Programme has it; only where there was reason to be watchful before, and the record holds what health visiting does',
  ),
  limit: { days: 14 },
  owner: 'health-visitor',
  ladder: ['named-nurse', 'designated-nurse'],
  heard: 'when-late',
  find: (picture, owe) => {
    if (all(picture, 'birth').length === 0 || !holdsVisits(picture)) return
    for (const pregnancy of picture.pregnancies) {
      const { birth, unborn } = pregnancy
      if (birth === undefined || !isWatched(picture, pregnancy, birth.day)) continue
      const since = homeSince(picture, unborn, birth.day)
      if (since === undefined) continue
      const { death, gone } = picture.people.get(unborn) ?? {}
      owe({
        ...{ child: unborn, thing: 'new-birth', because: [birth], since },
        ...endedBy(visited(picture, unborn, birth.day), earliest(death, gone)),
      })
    }
  },
})

/** A new baby of a family that was a worry before is seen at home within two weeks (beyond.md, the child is not seen). */
export const newBirthRules: readonly Rule[] = [newBabyVisited]
