import type { Day } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import { pairUp, type Raised } from './decision-standing.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'
import { all, childrenOf, type Picture } from './standing.ts'

/** An investigation and its result: asked, back, read by a clinician, told to the parent, understood. */
export interface ResultStanding {
  readonly id: ThingId
  readonly children: readonly PersonId[]
  readonly test: string | undefined
  readonly urgent: boolean
  /** Who asked for it, and owes the parent its result. */
  readonly agency: Agency
  readonly asked: EntryOf<'result-awaited'>
  readonly back: EntryOf<'result-back'> | undefined
  readonly read: EntryOf<'result-read'> | undefined
  /** The first time that the parent was told. */
  readonly told: EntryOf<'result-told'> | undefined
  /** The telling of which somebody wrote that it was understood. */
  readonly understood: EntryOf<'result-told'> | undefined
  /** The last telling, when it was not understood: it is told again. */
  readonly notUnderstood: EntryOf<'result-told'> | undefined
}

type Step = 'result-back' | 'result-read'

const firstOf = <K extends Step>(stands: Picture, kind: K, day: Day): ReadonlyMap<ThingId, EntryOf<K>> => {
  const pairs: readonly Raised<Entry, EntryOf<K>>[] = pairUp<Entry, EntryOf<K>>(
    all(stands, 'result-awaited'),
    all(stands, kind),
    entry => ('result' in entry ? (entry.result as ThingId | undefined) : undefined),
    entry => childrenOf(stands, entry),
  )
  const firsts = new Map<ThingId, EntryOf<K>>()
  for (const { id, raised, answers } of pairs) {
    const first = answers.find(one => one.day >= raised.day && one.day <= day)
    if (first !== undefined) firsts.set(id, first)
  }
  return firsts
}

const telling = (told: readonly EntryOf<'result-told'>[]) => {
  const last = told.at(-1)
  return {
    told: told[0],
    understood: told.find(one => one.understood === true),
    notUnderstood: last?.understood === false ? last : undefined,
  }
}

/** Whether nothing more is owed: the parent was told, and nobody wrote that it was not understood. */
export const isTold = ({ told, notUnderstood }: ResultStanding): boolean =>
  told !== undefined && notUnderstood === undefined

/** The results of a child up to a day: those of which the parent does not know first, the longest-waiting before all. */
export const resultsOf = (stands: Picture, child: PersonId, day: Day): readonly ResultStanding[] => {
  const [back, read] = [firstOf(stands, 'result-back', day), firstOf(stands, 'result-read', day)]
  return stands.results
    .filter(one => one.children.includes(child) && one.raised.day <= day)
    .map(({ id, children, raised, answers }) => ({
      id,
      children,
      test: raised.test,
      urgent: raised.urgent === true,
      agency: raised.agency ?? raised.by,
      asked: raised,
      back: back.get(id),
      read: read.get(id),
      ...telling(answers.filter(one => one.day >= raised.day && one.day <= day)),
    }))
    .toSorted((one, other) => Number(isTold(one)) - Number(isTold(other)) || one.asked.day - other.asked.day)
}
