import type { EntryOf } from '../record/entry.ts'

/** Whether an injury has no explanation, or none that fits; where it is written as an incident, its words show it. */
export const isUnexplained = (entry: EntryOf<'injury' | 'incident'>): boolean =>
  entry.kind === 'injury'
    ? entry.explained === undefined
      ? entry.explanation === undefined
      : entry.explained !== 'yes'
    : isHarmDone(entry)

const mark =
  /\b(?:bruis|burn|scald|fractur|broken|bit(?:e|ten)\b|slap|hit\b|mark|swelling|scratch|graze|black eye|cut|wound|injur)/iu
const accident =
  /\b(?:fell|fall|falls|fallen|tripped|slipped|bumped|accident|collided|playground|swing|trampoline|bike|football)/iu

/**
 * Many write an injury as an incident: somebody is said to have done it, it did serious harm, or its words tell of a mark
 * and of no accident. As with an injury, an account that was given is taken for one until somebody doubts it.
 */
const isHarmDone = ({ alleged, seriousHarm, text }: EntryOf<'incident'>): boolean =>
  alleged !== undefined ||
  seriousHarm === true ||
  (text !== undefined &&
    mark.test(text) &&
    !(accident.test(text) && !/not accident|non.accident|no explanation|unexplained/iu.test(text)))
