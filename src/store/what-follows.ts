import { type Day, isoDay } from '../calendar/day.ts'
import { derive } from '../duties/derive.ts'
import { leadsOrManages } from '../duties/family-lead.ts'
import type { Duty } from '../duties/rule.ts'
import type { Recipient, Telling } from '../duties/tell.ts'
import { heardBySight } from '../duties/tell-by-sight.ts'
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
import { type Numbers, toldName } from './kept-record.ts'

/** What is asked of a record whenever it grows or a day comes: everything that the store keeps beside the entries. */
export interface Following {
  readonly entries: readonly Entry[]
  readonly agencies: readonly Entry[]
  readonly practitioners: readonly Practitioner[]
  readonly numbers: Numbers
  readonly day: Day
}

/** A duty by its key, with a short mark of all that is said of it; its row is made only when that has changed. */
export interface Marked {
  readonly key: string
  readonly mark: string
  readonly row: () => object
}

export interface Follows {
  readonly stands: Picture
  readonly duties: readonly Duty[]
  readonly marked: readonly Marked[]
  /** Why each may open it; beside that, `leads` for whoever may also know who has opened it. */
  readonly mayOpen: readonly { readonly practitioner: string; readonly why: string }[]
  readonly people: readonly object[]
  readonly tellings: readonly { readonly name: string; readonly row: object }[]
  readonly apart: readonly string[]
  readonly takenOver: readonly object[]
  readonly nextDay: string | null
}

const iso = (day: Day | undefined): string | null => (day === undefined ? null : isoDay(day))

const numbersOf = (entries: readonly Entry[], numbers: Numbers): readonly number[] =>
  entries.flatMap(entry => (entry.record === undefined ? (numbers.get(entry.id) ?? []) : []))

/** Entries of other records that something rests on: of these the number is not known here. */
const elsewhereOf = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap(({ record, id }) => (record === undefined ? [] : [`${record}/${id}`]))

const rowOf = (duty: Duty, mark: string, numbers: Numbers): object => ({
  ...{ key: duty.key, mark, rule: duty.rule.name, child: duty.child, owner: duty.owner, agency: duty.agency ?? null },
  ...{ opens: iso(duty.opens), due: iso(duty.due.day), ended: iso(duty.ended?.day), how: duty.ended?.how ?? null },
  ...{ frozen: iso(duty.frozen), projected: duty.projected },
  ...{ because: numbersOf(duty.because, numbers), elsewhere: elsewhereOf(duty.because) },
})

// Every append marks every duty of its record, so that nothing is put into a list or an object on the way.
const markOf = ({ owner, agency, opens, due, ended, frozen, projected, because }: Duty, numbers: Numbers) => {
  let mark = `${owner}|${agency ?? ''}|${opens}|${due.day}|${ended?.day ?? ''}|${ended?.how ?? ''}|${frozen ?? ''}|${projected}`
  let before = '|'
  for (const { id, record } of because) {
    const place = record === undefined ? numbers.get(id) : `${record}/${id}`
    if (place === undefined) continue
    mark += `${before}${place}`
    before = ','
  }
  return before === '|' ? `${mark}|` : mark
}

const marked = (duty: Duty, numbers: Numbers): Marked => {
  const mark = markOf(duty, numbers)
  return { key: duty.key, mark, row: () => rowOf(duty, mark, numbers) }
}

/** A reader of notices as one word: the practitioner, or the desk. */
export const toldTo = ({ practitioner, agency, role }: Recipient): string => practitioner ?? `${agency ?? ''}|${role}`

const recipient = ({ practitioner, agency, role }: Recipient): object =>
  practitioner === undefined ? { agency: agency ?? null, role } : { practitioner }

const tellingOf = (telling: Telling, numbers: Numbers) => {
  const to = toldTo(telling.to)
  return {
    name: toldName(telling.key, telling.state, to),
    row: {
      key: telling.key,
      state: telling.state,
      toldTo: to,
      to: recipient(telling.to),
      because: numbersOf(telling.because, numbers),
      elsewhere: elsewhereOf(telling.because),
    },
  }
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
    return { stands, duties: derive(stands, settings) }
  }
  const heard = heardBySight({ entries, agencies, practitioners, day, fold })
  const { stands, duties } = heard.whole
  const leads = leadsOrManages(heard.whole).map(practitioner => ({ practitioner, why: 'leads' }))
  return {
    stands,
    duties,
    marked: duties.map(duty => marked(duty, numbers)),
    mayOpen: [...heard.mayOpen, ...leads],
    people: peopleOf(stands),
    tellings: heard.tellings.map(telling => tellingOf(telling, numbers)),
    apart: setApartIn(entries),
    takenOver: takenOverOf(entries),
    nextDay: iso(heard.nextDay),
  }
}
