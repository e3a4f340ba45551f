import type { Day } from '../calendar/day.ts'
import { type Agency, findAgency, sameAgency } from '../people/service.ts'
import type { Entry } from './entry.ts'
import { thingFields } from './thing-fields.ts'

const receipts = new Set(['told', 'delivered', 'opened', 'acknowledged', 'minutes-sent'])

/** The ids of the entries and things that an agency was told of, in these entries. */
const toldTo = (entries: readonly Entry[], agency: Agency): ReadonlySet<string> => {
  const told = new Set<string>()
  for (const entry of entries) {
    if (!receipts.has(entry.kind)) continue
    if ('to' in entry && Array.isArray(entry.to) && entry.to.some(to => isTo(to, agency)))
      for (const id of idsOf(entry)) told.add(id)
  }
  return told
}

const isTo = (to: unknown, agency: Agency): boolean => {
  const named = typeof to === 'string' ? findAgency(to) : undefined
  return named !== undefined && sameAgency(named, agency)
}

const idsOf = (entry: Entry): readonly string[] =>
  'of' in entry && Array.isArray(entry.of)
    ? entry.of
    : entry.kind === 'minutes-sent' && entry.meeting !== undefined
      ? [entry.meeting]
      : []

const speaksOf = (entry: Entry, told: ReadonlySet<string>): boolean => {
  if (told.has(entry.id) || told.has(entry.root)) return true
  const fields = entry as unknown as Record<string, unknown>
  return thingFields.some(field => typeof fields[field] === 'string' && told.has(fields[field] as string))
}

const tookPart = (entry: Entry, agency: Agency): boolean =>
  'present' in entry &&
  Array.isArray(entry.present) &&
  entry.present.some(present => sameAgency(present as Agency, agency))

/** What had arrived here by the end of a day. Arrived is set by the store; in a replayed file it is what was written. */
export const knownOn = (entries: readonly Entry[], day: Day): readonly Entry[] =>
  entries.filter(entry => entry.arrived <= day)

/**
 * What an agency knew: its own entries, what it was told and received, and the meetings in which it took part.
 * Facts about who the people are, which carry no day, are known to all.
 */
export const knownTo = (entries: readonly Entry[], agency: Agency): readonly Entry[] => {
  const told = toldTo(entries, agency)
  return entries.filter(
    entry =>
      sameAgency(entry.by, agency) ||
      tookPart(entry, agency) ||
      speaksOf(entry, told) ||
      entry.kind === 'person' ||
      entry.kind === 'relationship',
  )
}
