import { serviceOfAgency } from '../../people/service.ts'
import type { Entry, Kind } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import type { Picture } from '../../record/standing.ts'
import { isOwnWord, ownNames } from './may-show.ts'
import type { WordSeen } from './seen.ts'

const words: ReadonlySet<Kind> = new Set<Kind>([
  'family-view',
  'question-asked',
  'barrier-reported',
  'miss-disputed',
  'instruction-conflict',
])

const answeredIn = (stands: Picture, entry: Entry): boolean | undefined =>
  entry.kind === 'question-asked'
    ? stands.questions.some(({ raised, answers }) => raised === entry && answers.some(one => one.understood !== false))
    : undefined

/** What a parent said, the last first. What somebody else wrote down of it is named, and its words are theirs to read out. */
export const wordsSeen = (stands: Picture, person: PersonId, places: boolean): readonly WordSeen[] => {
  const own = ownNames(stands, person)
  return stands.entries
    .filter(entry => words.has(entry.kind) && isOwnWord(entry, own))
    .filter(entry => places || serviceOfAgency(entry.by) === 'family')
    .map(entry => ({
      ...{ entry: entry.root, kind: entry.kind, day: entry.day, by: entry.by },
      text: serviceOfAgency(entry.by) === 'family' ? entry.text : undefined,
      answered: answeredIn(stands, entry),
    }))
    .toReversed()
}
