import { dayInWords } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import { always } from '../../record/always.ts'
import type { Entry, Kind } from '../../record/entry.ts'
import type { ThingId } from '../../record/field.ts'
import { all, type Picture } from '../../record/standing.ts'
import type { Naming } from '../../record/wording.ts'
import { headingOf } from '../../record/words.ts'

/** Something on the record that goes on over time: its id, the entry by which it is told from others, and whether it is open. */
export interface Thing {
  readonly id: string
  readonly by: Entry
  readonly isOpen: boolean
}

const raised = (
  pairs: readonly { readonly id: string; readonly raised: Entry; readonly answers: readonly Entry[] }[],
): readonly Thing[] => pairs.map(({ id, raised, answers }) => ({ id, by: raised, isOpen: answers.every(leavesOpen) }))

/** An answer that was not understood, or does not settle it, leaves it open. */
const leavesOpen = (answer: Entry): boolean =>
  ('understood' in answer && answer.understood === false) || ('settled' in answer && answer.settled === false)

const named = <E extends Entry>(entries: readonly E[], idOf: (entry: E) => string | undefined): readonly Thing[] =>
  entries.map(entry => ({ id: idOf(entry) ?? entry.root, by: entry, isOpen: true }))

const thing = (id: string, by: Entry | undefined, isOpen: boolean): readonly Thing[] =>
  by === undefined ? [] : [{ id, by, isOpen }]

const everySort = {
  appointment: ({ appointments }) =>
    appointments.flatMap(({ id, booked, first, cancelled, attended, missed, absent }) =>
      thing(id, booked ?? first, (cancelled ?? attended ?? missed ?? absent) === undefined),
    ),
  series: ({ series }) => [...series.values()].flatMap(one => thing(one.id, one.started ?? one.importance, true)),
  referral: ({ referrals }) =>
    referrals.flatMap(({ id, made, received, acknowledged, decided, answered, accepted, declined }) =>
      thing(
        id,
        made ?? received ?? acknowledged ?? decided ?? answered ?? accepted ?? declined,
        (answered ?? accepted ?? declined) === undefined,
      ),
    ),
  enquiry: ({ enquiries }) =>
    enquiries.map(({ id, made, answered }) => ({ id, by: made, isOpen: answered === undefined })),
  discussion: ({ discussions }) => discussions.map(({ id, first }) => ({ id, by: first, isOpen: true })),
  conference: ({ conferences }) =>
    conferences.map(({ id, start, decided, held, notNeeded }) => ({
      id,
      by: decided ?? start,
      isOpen: (held ?? notNeeded) === undefined,
    })),
  assessment: ({ assessments }) =>
    assessments.flatMap(({ id, opened, covered, finished }) =>
      thing(id, opened ?? covered[0] ?? finished, finished === undefined),
    ),
  plan: ({ plans }) =>
    plans.flatMap(({ id, started, agreed, members, updates, ended }) =>
      thing(id, started ?? agreed ?? members[0] ?? updates[0], ended === undefined),
    ),
  agreedRule: stands => {
    const ended = new Set(
      all(stands, 'agreed-rule-reviewed').flatMap(one => (one.answer === 'ended' ? (one.agreedRule ?? []) : [])),
    )
    return named(all(stands, 'agreed-rule'), entry => entry.agreedRule).map(one => ({
      ...one,
      isOpen: !ended.has(one.id as ThingId),
    }))
  },
  meeting: ({ meetings }) =>
    meetings.flatMap(({ id, called, held, invitations, reports, cancelled }) =>
      thing(id, called ?? held ?? invitations[0]?.entry ?? reports[0], (held ?? cancelled) === undefined),
    ),
  decision: stands => named(all(stands, 'decision'), entry => entry.decision),
  condition: ({ conditions }) =>
    conditions.map(({ id, given, retired, actedOn, setAside }) => ({
      id,
      by: given,
      isOpen: (retired ?? actedOn ?? setAside) === undefined,
    })),
  undertaking: ({ undertakings }) =>
    undertakings.flatMap(({ id, given, accepted, kept, declined }) =>
      thing(id, given ?? accepted, (kept ?? declined) === undefined),
    ),
  question: ({ questions }) => raised(questions),
  challenge: ({ challenges }) => raised(challenges),
  result: ({ results }) => raised(results),
  incident: stands => named(all(stands, 'incident'), entry => entry.incident),
  ground: stands => {
    const ended = new Set<string>(all(stands, 'ground-ended').map(entry => entry.ground))
    return named(all(stands, 'ground'), entry => entry.ground).map(one => ({ ...one, isOpen: !ended.has(one.id) }))
  },
  finding: stands => named(all(stands, 'finding'), entry => entry.finding),
  diagnosis: stands => named(all(stands, 'diagnosis'), entry => entry.diagnosis),
  instruction: stands => named(all(stands, 'instruction'), entry => entry.instruction),
} as const satisfies Record<string, (stands: Picture) => readonly Thing[]>

export type ThingSort = keyof typeof everySort

const once = (things: readonly Thing[]): readonly Thing[] => [...new Map(things.map(one => [one.id, one])).values()]

/** The things of some sorts that stand on a record, each once: the open ones first, and of each the latest first. */
export const thingsOf = (stands: Picture, sorts: readonly ThingSort[]): readonly Thing[] =>
  once(sorts.flatMap(sort => everySort[sort](stands))).toSorted(
    (one, other) => Number(other.isOpen) - Number(one.isOpen) || other.by.day - one.by.day,
  )

/** Every thing that stands on a record. */
export const everyThing = (stands: Picture): readonly Thing[] => thingsOf(stands, Object.keys(everySort) as ThingSort[])

const receipts: ReadonlySet<Kind> = new Set<Kind>(['told', 'delivered', 'bounced', 'opened', 'acknowledged', 'reply'])

/** The latest entries of a record of which somebody may be told, or to which somebody may reply. */
export const latestEntries = (stands: Picture, most: number): readonly Thing[] =>
  stands.entries
    .filter(entry => !receipts.has(entry.kind) && entry.from > always)
    .slice(-most)
    .map(entry => ({ id: entry.root, by: entry, isOpen: true }))
    .reverse()

/** Every instruction of a record by its own entry, the latest first: a list of medicines is signed in exact words. */
export const instructionEntries = (stands: Picture): readonly Thing[] =>
  [...all(stands, 'instruction'), ...all(stands, 'instruction-settled').filter(({ dose }) => dose !== undefined)]
    .map(entry => ({ id: entry.id as string, by: entry, isOpen: true }))
    .toSorted((one, other) => other.by.day - one.by.day)

/** A thing in words: the entry that tells it from others, its day, and by whom. */
export const thingInWords = ({ by }: Thing, name: Naming): string =>
  `${headingOf(by, name)}, ${dayInWords(by.day)} (${agencyInWords(by.by)})`

/** What an id names on a record: an entry, or a thing of any sort; nothing when it names neither. */
export const findThing = (stands: Picture, id: string): Thing | undefined => {
  const entry = stands.entries.find(one => one.id === id || one.root === id)
  if (entry !== undefined) return { id, by: entry, isOpen: true }
  return everyThing(stands).find(one => one.id === id)
}
