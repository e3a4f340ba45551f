import { addDays, type Day } from '../calendar/day.ts'
import { derive } from '../duties/derive.ts'
import { workingDayFrom } from '../duties/digest.ts'
import { leadsOrManages } from '../duties/family-lead.ts'
import { hearsAsReferrer } from '../duties/may-open.ts'
import { isToldOn } from '../duties/notices-of-day.ts'
import type { Duty } from '../duties/rule.ts'
import type { Telling } from '../duties/tell.ts'
import { type HeardBySight, heardBySight } from '../duties/tell-by-sight.ts'
import { nameKey } from '../people/name-key.ts'
import { findNhsNumber } from '../people/nhs-number.ts'
import type { Practitioner } from '../people/practitioner.ts'
import { withAgencies } from '../record/agency-record.ts'
import { setApartIn } from '../record/chronology.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import type { Picture } from '../record/standing.ts'
import { takeoversIn } from '../record/taken-over.ts'
import { settingsIn } from './agencies.ts'
import { iso } from './duty-row.ts'
import type { Numbers } from './kept-record.ts'
import { type ToTell, toTell } from './to-tell.ts'

/** What is asked of a record whenever it grows or a day comes: everything that the store keeps beside the entries. */
export interface Following {
  readonly entries: readonly Entry[]
  readonly agencies: readonly Entry[]
  readonly practitioners: readonly Practitioner[]
  readonly numbers: Numbers
  readonly day: Day
}

export interface Follows {
  readonly stands: Picture
  readonly duties: readonly Duty[]
  /** Why each may open it; beside that, `leads` for whoever may also know who has opened it. */
  readonly mayOpen: readonly { readonly practitioner: string; readonly why: string }[]
  readonly people: readonly object[]
  /** What is told on this day; what waits for the next working day is not among it. */
  readonly tellings: readonly ToTell[]
  readonly apart: readonly string[]
  readonly takenOver: readonly object[]
  readonly nextDay: string | null
}

/** Tells whether a telling goes to somebody outside who referred the child: they hear of no more than their own referral. */
const isOutside = (practitioners: readonly Practitioner[], { whole, mayOpen }: HeardBySight) => {
  const outside = hearsAsReferrer(whole.duties)
  const open = new Set(mayOpen.map(one => one.practitioner))
  const sits = ({ agency, role }: Telling['to']) =>
    practitioners.some(({ id, posts }) => open.has(id) && posts.some(one => one.agency === agency && one.role === role))
  return (telling: Telling): boolean =>
    outside(telling) && !(telling.to.practitioner === undefined ? sits(telling.to) : open.has(telling.to.practitioner))
}

/** On a day on which nobody works only so much is told as cannot wait is told; the record is looked at again on the next working day. */
export const lookedAtNext = (heard: HeardBySight, told: number, day: Day): Day | undefined => {
  if (heard.tellings.filter(({ quiet }) => !quiet).length <= told) return heard.nextDay
  const next = workingDayFrom(addDays(day, 1))
  return heard.nextDay === undefined || next < heard.nextDay ? next : heard.nextDay
}

/** The people of a record, as somebody who looks for a child finds them. */
const peopleOf = (stands: Picture): readonly object[] =>
  [...stands.people.values()].map(person => ({
    person: person.id,
    nameKey: person.name === undefined ? null : nameKey(person.name),
    born: iso(person.born),
    nhs: person.nhs === undefined ? null : (findNhsNumber(person.nhs) ?? null),
    child: stands.children.includes(person.id),
  }))

const takenOverOf = (entries: readonly Entry[]): readonly object[] =>
  takeoversIn(entries.filter(entry => entry.record === undefined)).flatMap(word =>
    word.kind === 'taken-over-undone'
      ? []
      : [{ otherRecord: word.otherRecord, person: word.person, upTo: word.upTo ?? null }],
  )

/** Folds a record anew and says everything that follows from it on a day. */
export const whatFollows = ({ entries, agencies, practitioners, numbers, day }: Following): Follows => {
  const settings = settingsIn(agencies)
  const fold = (seen: readonly Entry[]) => {
    const stands = picture(withAgencies(seen, agencies))
    return { stands, duties: derive(stands, settings).filter(({ suggested }) => !suggested) }
  }
  const heard = heardBySight({ entries, agencies, practitioners, day, fold })
  const { stands, duties } = heard.whole
  const outside = isOutside(practitioners, heard)
  const told = heard.tellings.filter(telling => isToldOn(telling, day))
  const leads = leadsOrManages(heard.whole).map(practitioner => ({ practitioner, why: 'leads' }))
  return {
    stands,
    duties,
    mayOpen: [...heard.mayOpen, ...leads],
    people: peopleOf(stands),
    tellings: told.map(telling => toTell(telling, numbers, outside(telling))),
    apart: setApartIn(entries),
    takenOver: takenOverOf(entries),
    nextDay: iso(lookedAtNext(heard, told.length, day)),
  }
}
