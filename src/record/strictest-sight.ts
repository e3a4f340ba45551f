import type { Entry, Version } from './entry.ts'
import type { PersonId } from './field.ts'
import { sightOf } from './sight.ts'

/** Who may know what is said of several entries: the words that open each of them, and the people from whom any is hidden. */
export interface StrictestSight {
  /** Nothing when all in the network may see them all; empty when no one word opens each of them. */
  readonly sight: readonly string[] | undefined
  readonly hiddenFrom: readonly PersonId[]
}

const versionsOf = (entry: Entry): readonly Version[] => [entry, ...(entry.earlier ?? [])]

/** The words that open a version: those of its sight, and whoever wrote it. */
const opens = (version: Version): readonly string[] | undefined => {
  const sight = sightOf(version)
  return sight && [...new Set([...sight, version.by])]
}

/** The sight of something that speaks of several entries: the strictest of what it rests on (design, section 4, "Sight"). */
export const strictestSight = (entries: readonly Entry[]): StrictestSight => {
  const versions = entries.flatMap(versionsOf)
  const restricted = versions.flatMap(version => {
    const words = opens(version)
    return words === undefined ? [] : [words]
  })
  const [first, ...others] = restricted
  return {
    sight: first?.filter(word => others.every(words => words.includes(word))),
    hiddenFrom: [...new Set(versions.flatMap(({ hiddenFrom }) => hiddenFrom ?? []))],
  }
}

/** The same as an entry's own fields say it; where no one word opens everything, only the agency that writes it. */
export const sightFields = (entries: readonly Entry[], by: string): Readonly<Record<string, readonly string[]>> => {
  const { sight, hiddenFrom } = strictestSight(entries)
  return {
    ...(sight === undefined ? {} : { sight: sight.length > 0 ? sight : [by] }),
    ...(hiddenFrom.length === 0 ? {} : { hiddenFrom }),
  }
}
