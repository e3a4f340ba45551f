import { type Day, getDay } from '../calendar/day.ts'
import { type Due, type Limit, limitInWords } from '../calendar/limit.ts'
import type { Role } from '../people/role.ts'
import type { Agency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId, ThingId } from '../record/field.ts'
import type { Picture } from '../record/standing.ts'
import { unreadSuccessor } from './pack.ts'

/** Where a clock comes from. Only what is read in statutory guidance is statutory; a number of ours is a local setting. */
export type Label = 'statutory' | 'local procedure' | 'local setting'

/** The shapes of duties (design, section 4). */
export type Shape = 'deadline' | 'silence' | 'count' | 'if-then' | 'gate' | 'change' | 'join' | 'contradiction'

/** The countries for whose practice a rule is written. England now; the others wait for their own rules. */
export type Place = 'england' | 'wales' | 'scotland'

/**
 * When those who owe a duty hear of it: at once, where a child may come to harm today; on the next morning's list; or, where
 * nobody needs to hear of it while it is in time, not before it is late.
 */
export type Heard = 'at-once' | 'daily' | 'when-late'

/** One edition of the guidance or procedure that a rule rests on, in force from a day; the first also judges all days before it. */
export interface Edition {
  readonly from?: string
  readonly document: string
}

/** A default of an earlier Holdfast: it judges the clocks that started up to a day, for good. */
export interface Earlier {
  /** The last day on which a clock of it could start. */
  readonly until: string
  readonly limit: Limit
  /** The clock in words, where a limit could not say it. */
  readonly clock?: string
  /** Why it was changed. */
  readonly why: string
}

/** A rule: what makes duties. It is data with one function; all rules look alike. */
export interface Rule {
  /** Plain name, stable for good: `conference-held`. */
  readonly name: string
  /** The row of the catalogue that it comes from: `R-ICPC-1`. */
  readonly catalogue: string
  /** What must be done, a sentence that begins with a verb, without a full stop. */
  readonly says: string
  readonly shape: Shape
  readonly layer: 1 | 2
  readonly label: Label
  /** Editions, oldest first. */
  readonly source: readonly [Edition, ...Edition[]]
  /** The day on which the source was last checked. */
  readonly checked: string
  readonly limit: Limit
  /** The clock in words where a limit cannot say it: "five working days before the conference". */
  readonly clock?: string
  readonly owner: Role
  /** Who sees that it is late, in the order in which lateness climbs. */
  readonly ladder: readonly Role[]
  /** Who hears of it the day it opens though they do not owe it: whoever waits for it to do their own part. */
  readonly hears: readonly Role[]
  /** When those who owe it hear of it. */
  readonly heard: Heard
  /** Where it holds. */
  readonly places: readonly Place[]
  /** The last day on which a clock of it could start, for a rule that has been retired: its duties stay. */
  readonly until?: string
  /** Its earlier defaults, oldest first. */
  readonly earlier?: readonly [Earlier, ...Earlier[]]
  /** Whether it is owed though the child has died: only what a death itself asks of agencies. Never of a family. */
  readonly afterDeath: boolean
  /** What it waits for, where it starts by regulations: the name under which a partnership enters the day; silent until then. */
  readonly waitsFor?: string
  readonly find: Find
}

/** What a rule says of one duty. */
export interface Owed {
  readonly child: PersonId
  /** The thing that it is about; with rule, child and step it makes the key. Never the triggering entry's date. */
  readonly thing: ThingId | string
  readonly step?: string
  readonly because: readonly [Entry, ...Entry[]]
  /** The day on which the clock starts. */
  readonly since: Day
  /** The limit that holds for this one, where it is not the rule's own. */
  readonly limit?: Limit | undefined
  /** When it falls due, where it is not counted from `since` by the limit. */
  readonly due?: Due
  /** From when it can be done; `since` if left out. */
  readonly opens?: Day
  /** The agency whose role owes it, when known. */
  readonly agency?: Agency | undefined
  /** Another role than the rule's own, where the record says whose it is. */
  readonly owner?: Role | undefined
  /** The entry that proves it done. */
  readonly done?: Entry | undefined
  /** The day that counts for `done`, when it is not the day on which that entry happened: an outcome counts when written. */
  readonly doneOn?: Day | undefined
  /** Ended without being done: no longer owed, or asked again by a later decision. */
  readonly over?: { readonly entry: Entry; readonly how: 'no-longer' | 'overtaken' | 'set-aside' } | undefined
  /** Counted from a step before it that is not done: in the ledger, and sends no notice of its own. */
  readonly projected?: boolean
  /** Agencies that agreed it and watch it, beside the ladder. */
  readonly watchers?: readonly Agency[]
  /** Words that name the thing or person more closely, put after `says`. */
  readonly of?: string | undefined
}

/** Whether a duty was ended, by which entry and how. */
export interface Ending {
  readonly how: 'done' | 'done-elsewhere' | 'set-aside' | 'no-longer' | 'overtaken'
  readonly entry: Entry
  /** The day that counts: when it was done, not when it was written. */
  readonly day: Day
}

/** Something that a named role owes a child by a date, because of something on the record. It has no today. */
export interface Duty {
  readonly key: string
  readonly rule: Rule
  readonly child: PersonId
  readonly thing: string
  readonly step: string
  readonly owner: Role
  readonly agency: Agency | undefined
  readonly because: readonly [Entry, ...Entry[]]
  readonly since: Day
  readonly opens: Day
  readonly due: Due
  readonly limit: Limit
  /** The clock in words, where the due day is not counted by the limit. */
  readonly clock: string | undefined
  readonly ended: Ending | undefined
  /** The day on which the child died: all that was still owed stands still then. */
  readonly frozen: Day | undefined
  readonly projected: boolean
  readonly watchers: readonly Agency[]
  readonly of: string | undefined
  /** Whether it only suggests, since whose it is has not adopted its rule: not late, in no figure, told to nobody. */
  readonly suggested: boolean
}

export type Owe = (owed: Owed) => Duty | undefined

/**
 * What a rule of the second layer sees of the first: its duties, by the rule's name, those that only suggest among them; and
 * by `*` all that are owed in earnest. A rule that asks because another is late passes over what only suggests.
 */
export type FirstLayer = (rule: string) => readonly Duty[]

export type Find = (picture: Picture, owe: Owe, first: FirstLayer, limitOn: (day: Day) => Limit) => void

/** A rule as it is written down; what is alike in most rules has a default. */
export type RuleText = Omit<Rule, Usual> & Partial<Pick<Rule, Usual>>
type Usual = 'layer' | 'shape' | 'checked' | 'ladder' | 'hears' | 'heard' | 'places' | 'afterDeath'

/** Makes a rule of its text. */
export const rule = (text: RuleText): Rule => ({
  layer: 1,
  shape: 'deadline',
  checked: '2026-11-23',
  ladder: ['team-manager', 'service-manager'],
  hears: [],
  heard: 'daily',
  places: ['england'],
  afterDeath: false,
  ...text,
})

/** The statutory guidance of 2018 and 2023, by paragraph words. */
export const workingTogether = (what: string): readonly [Edition, Edition] => [
  { from: '2018-07-04', document: `Working Together to Safeguard Children 2018: ${what}` },
  { from: '2023-12-15', document: `Working Together to Safeguard Children 2023: ${what}` },
]

/** A local procedure, named by its place. */
export const procedure = (document: string): readonly [Edition] => [{ document }]

/** A default of this product: a local setting until a partnership sets its own. */
export const ownDefault = (why: string): readonly [Edition] => [{ document: `a default of Holdfast: ${why}` }]

/** How a day is judged by an edition: in force then; the earliest that we hold; or the last that was read, since when there is another. */
export type JudgedBy = 'in force' | 'earliest' | 'unconfirmed'

/** The edition by which a day is judged; before the earliest one the earliest judges, and says so (design, "Duties"). */
export const editionOn = (one: Rule, day: Day): { readonly edition: Edition; readonly judgedBy: JudgedBy } => {
  const inForce = one.source.findLast(edition => edition.from === undefined || getDay(edition.from) <= day)
  if (inForce === undefined) return { edition: one.source[0], judgedBy: 'earliest' }
  return {
    edition: inForce,
    judgedBy: unreadSuccessor(inForce.document, day) === undefined ? 'in force' : 'unconfirmed',
  }
}

/** What must be said of an edition beside its name; nothing where it was in force on the day and has been read. */
export const cautionOn = (one: Rule, day: Day): string | undefined => {
  const { edition, judgedBy } = editionOn(one, day)
  if (judgedBy === 'in force') return undefined
  if (judgedBy === 'earliest') return 'judged by the earliest guidance that we hold'
  const year = (document: string): string => /\b\d{4}\b/u.exec(document)?.[0] ?? ''
  const successor = unreadSuccessor(edition.document, day)?.cited ?? ''
  return `${year(edition.document)} text, not yet confirmed in the ${year(successor)} edition`
}

/** The earlier default of a rule that judges a clock which starts on a day; nothing where that of today does. */
export const earlierOn = ({ earlier }: Rule, day: Day): Earlier | undefined =>
  earlier?.find(({ until }) => day <= getDay(until))

/** The limit and clock of a rule for what starts on a day, by Holdfast. */
export const versionOn = (rule: Rule, day: Day): Pick<Rule, 'limit' | 'clock'> => earlierOn(rule, day) ?? rule

/** The clock of a duty in words: within 15 working days, five working days before the conference, the same day. */
export const clockInWords = ({ clock, limit }: Duty): string => clock ?? limitInWords(limit)
