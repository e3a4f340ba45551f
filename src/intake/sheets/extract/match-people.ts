import { nameKey } from '../../../people/name-key.ts'
import { type OpenChild, type Place, unmatchedName } from '../../../store/extracts.ts'
import type { PatientSaid } from '../../feeds/said.ts'

/** Whom the people of an extract are here. */
export interface Matched {
  /** By the council's own number, those who surely are on an open record. */
  readonly sure: ReadonlyMap<string, Place>
  /** Of those the ones that were found now, by NHS number and day of birth together. */
  readonly learnt: readonly (Place & { readonly number: string })[]
  /** Those who may be: somebody has to say. */
  readonly perhaps: readonly PatientSaid[]
  /** How many are on no open record. */
  readonly others: number
}

const one = <T>(found: readonly T[] | undefined): T | undefined => (found?.length === 1 ? found[0] : undefined)

const bySure = (children: readonly OpenChild[]) =>
  Map.groupBy(children, ({ nhs, born }) => (nhs === undefined || born === undefined ? '' : `${nhs}|${born}`))

interface Indexes {
  readonly sure: ReturnType<typeof bySure>
  readonly nhs: ReadonlySet<string>
  readonly named: ReadonlySet<string>
}

const indexes = (children: readonly OpenChild[]): Indexes => ({
  sure: bySure(children),
  nhs: new Set(children.flatMap(({ nhs }) => nhs ?? [])),
  named: new Set(children.map(({ nameKey: name, born }) => `${name}|${born}`)),
})

const isPerhaps = ({ nhs, named, sure }: Indexes, person: PatientSaid): boolean =>
  (person.nhs !== undefined && nhs.has(person.nhs)) ||
  (person.name !== undefined && person.born !== undefined && named.has(`${nameKey(person.name)}|${person.born}`)) ||
  (sure.get(`${person.nhs}|${person.born}`)?.length ?? 0) > 1

/**
 * Matches the people of an extract with the children on open records: by the council's number where it was learnt, else by
 * NHS number and day of birth together and nothing less. Who agrees in part is for a person to say.
 */
export const matchPeople = (
  people: ReadonlyMap<string, PatientSaid>,
  children: readonly OpenChild[],
  known: ReadonlyMap<string, Place>,
  unmatched: ReadonlySet<string> = new Set(),
): Matched => {
  const index = indexes(children)
  const sure = new Map<string, Place>()
  const learnt: (Place & { readonly number: string })[] = []
  const perhaps: PatientSaid[] = []
  for (const [number, person] of people) {
    const before = known.get(number)
    const both = person.nhs !== undefined && person.born !== undefined
    const alike = both ? one(index.sure.get(`${person.nhs}|${person.born}`)) : undefined
    // Somebody has said that this number is not that child: it is asked again, and matched by nothing else.
    const found = before ?? (alike === undefined || unmatched.has(unmatchedName(number, alike)) ? undefined : alike)
    if (found !== undefined) sure.set(number, { record: found.record, person: found.person })
    if (found !== undefined && before === undefined) learnt.push({ number, record: found.record, person: found.person })
    if (found === undefined && isPerhaps(index, person)) perhaps.push(person)
  }
  return { sure, learnt, perhaps, others: people.size - sure.size - perhaps.length }
}
