import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { all, childrenOf, type Picture } from './standing.ts'
import { takeoversIn } from './taken-over.ts'

/** A line of a record. */
type Line = Readonly<Record<string, unknown>>

/** As whom, and when, records are joined and parted: the moment, since it may be undone the same day. */
export interface Signed {
  readonly on: string
  readonly by: string
  readonly author: string
}

/** Whether an entry is about a person: as one of its children, or as the person it is of. */
export const concerns = (stands: Picture, entry: Entry, person: PersonId): boolean =>
  childrenOf(stands, entry).includes(person) || ('person' in entry && entry.person === person)

/** What a record reads of others now: the takeovers that nobody has undone. */
export const takeoversNow = (own: readonly Entry[]): readonly EntryOf<'taken-over'>[] =>
  takeoversIn(own).flatMap(word => (word.kind === 'taken-over' ? [word] : []))

/** The ids of a record that were found to be one person, and not parted since. */
export const joinedNow = (stands: Picture): readonly EntryOf<'same-person'>[] => {
  const parted = all(stands, 'not-same-person')
  const last = new Map(all(stands, 'same-person').map(word => [word.person, word]))
  return [...last.values()].filter(word => !parted.some(one => one.person === word.person && one.day >= word.day))
}

/** One record reads a child's entries of another, up to the last there is; the child goes by the id that this record has. */
export const joinLines = (
  signed: Signed,
  joined: {
    readonly otherRecord: string
    readonly person: PersonId
    readonly last: Entry
    readonly as: PersonId | undefined
  },
): readonly Line[] => {
  const { otherRecord, person, last, as } = joined
  const takes = { kind: 'taken-over', ...signed, person, otherRecord, upTo: last.id }
  return as === undefined || as === person ? [takes] : [takes, { kind: 'same-person', ...signed, person, as }]
}

/** A record no longer reads a child's entries of another. */
export const unjoinLine = (
  signed: Signed,
  { person, otherRecord, reason }: { readonly person: PersonId; readonly otherRecord: string; readonly reason: string },
): Line => ({ kind: 'taken-over-undone', ...signed, person, otherRecord, reason })

/** Two ids of a record are one person, or are two after all. */
export const personLine = (
  signed: Signed,
  kind: 'same-person' | 'not-same-person',
  { person, as }: { readonly person: PersonId; readonly as: PersonId },
): Line => ({ kind, ...signed, person, as })

const ownNames: ReadonlySet<string> = new Set(['id', 'corrects', 'record', 'subject'])

/** The first lines of a record of a child's own: who they are, and all that the record they leave says of them. */
export const partLines = (
  signed: Signed,
  {
    lines,
    person,
    otherRecord,
  }: { readonly lines: readonly Line[]; readonly person: PersonId; readonly otherRecord: string },
): readonly Line[] => [
  ...lines.map(line => ({
    ...Object.fromEntries(Object.entries(line).filter(([field]) => !ownNames.has(field))),
    subject: 'yes',
  })),
  { kind: 'taken-over', ...signed, person, otherRecord },
]
