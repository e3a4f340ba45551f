import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { readOnce } from './rounds.ts'

export type Incident = EntryOf<'incident'>

/** One incident for one child; two agencies that write of the same one, by its id, write of one incident. */
export interface Struck {
  readonly incident: Incident
  readonly child: PersonId
}

/** The name of the thing that an incident is: its id, else that of the entry. */
export const thingOf = (incident: Incident): string => incident.incident ?? incident.root

const read = (picture: Picture): readonly Struck[] => {
  const found = new Map<string, Struck>()
  for (const incident of all(picture, 'incident'))
    for (const child of childrenOf(picture, incident)) {
      const name = `${thingOf(incident)}|${child}`
      if (!found.has(name)) found.set(name, { incident, child })
    }
  return [...found.values()]
}

/** Every incident for each child whom it is about, once, in order of the day. */
export const incidentsOf = readOnce(read)

/** The domestic ones, in order of the day. */
export const domesticIncidentsOf = readOnce((picture): readonly Struck[] =>
  incidentsOf(picture).filter(({ incident }) => incident.type === 'domestic'),
)

/** The same by child. */
export const domesticByChild = readOnce(
  (picture): ReadonlyMap<PersonId, readonly Struck[]> =>
    Map.groupBy(domesticIncidentsOf(picture), ({ child }) => child),
)

/** Each domestic incident once, whatever the number of children: what is about the adults is owed once. */
export const domesticIncidentsOnce = readOnce((picture): readonly Struck[] => {
  const seen = new Set<string>()
  return domesticIncidentsOf(picture).filter(({ incident }) => {
    const thing = thingOf(incident)
    return !seen.has(thing) && seen.add(thing)
  })
})

/** Whether the writer's own words speak of something: what has a kind of its own is often only said in words. */
export const speaksOf = (entry: Entry, words: RegExp): boolean => entry.text !== undefined && words.test(entry.text)
