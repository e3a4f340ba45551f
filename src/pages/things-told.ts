import { html } from 'hono/html'
import type { Day, Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { once, onceForEach } from '../duties/once.ts'
import { worstFirst as inOrder, isNeverFolded, mostNow } from '../duties/ranking.ts'
import type { Duty } from '../duties/rule.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import { setApartIn } from '../record/chronology.ts'
import type { Notice, ToldOf } from '../store/notices.ts'
import { forWhom } from './duty-row.ts'
import { type FamilyOnDay, familyOnDay } from './family-on-day.ts'
import { familyInWords } from './family-words.ts'
import { details } from './kit/details.ts'
import type { Markup } from './kit/markup.ts'
import { type Owing, owingOn, owingTag, sentenceOf, worstFirst } from './owed.ts'
import { type Siblings, siblingsTogether } from './siblings.ts'

/** A notice with what its reader's own record says of it; without a look, the record is not the reader's. */
export interface NoticeRead {
  readonly notice: Notice
  readonly look: FamilyOnDay | undefined
  /** The reader's look at another of their records, for a list over several; nothing for what is not theirs. */
  readonly lookAt?: (record: string) => FamilyOnDay | undefined
  /** Who made the opening that it tells of, and when. */
  readonly opener?: { readonly name: string; readonly at: Moment } | undefined
}

/** How far the lateness of a duty had climbed when it was told: 0 at who owes it, 1 at the first rung. */
export const rungOf = (state: string): number => {
  const rung = /^late-(\d+)$/u.exec(state)?.[1]
  return rung === undefined ? 0 : Number(rung) - 1
}

interface ThingTold {
  readonly look: FamilyOnDay
  readonly siblings: Siblings
  readonly climbed: boolean
}

const byKey = onceForEach(
  (look: FamilyOnDay): ReadonlyMap<string, Duty> => new Map(look.duties.map(duty => [duty.key, duty])),
)

/** What this reader's own record raised on an earlier day: of a notice with many things, folded once. */
const raisedOn = onceForEach((look: FamilyOnDay) =>
  once((day: Day) => familyOnDay(look.family, look.settings, day).duties),
)

/**
 * A duty that this reader's own record raised on the day of the notice and raises no more: what was learnt since took it
 * back. What rested on an entry that was set apart is nowhere.
 */
const findTakenBack = (look: FamilyOnDay, key: string, told: Day): Owing | undefined => {
  const duty = raisedOn(look)(told).find(one => one.key === key)
  const apart: ReadonlySet<string> = new Set(setApartIn(look.record.entries))
  if (duty === undefined || duty.because.some(({ id, root }) => apart.has(id) || apart.has(root))) return undefined
  return { duty, state: 'superseded', daysLate: 0, workingDaysLate: 0 }
}

/** Each duty of a notice once, though it may tell at once that it is owed and that it is late. */
const thingsTold = (look: FamilyOnDay, of: readonly ToldOf[], made: Moment): readonly ThingTold[] => {
  const states = Map.groupBy(of, ({ key }) => key)
  const found = [...states.keys()].flatMap(key => {
    const duty = byKey(look).get(key)
    const owing = duty === undefined ? findTakenBack(look, key, londonDay(made)) : owingOn(duty, look.day)
    return owing ?? []
  })
  const hasClimbed = ({ duty }: Owing) => states.get(duty.key)?.some(({ state }) => rungOf(state) > 0) === true
  return siblingsTogether(worstFirst(found, look.day)).map(siblings => ({
    ...{ look, siblings, climbed: siblings.some(hasClimbed) },
  }))
}

const thing = ({ look, siblings, climbed }: ThingTold): Markup => {
  const [owing] = siblings
  return html`<li>${owingTag(owing, look.day)}
  <p><a class="govuk-link" href="${look.addresses.duty(owing.duty.key)}">${sentenceOf(owing.duty)}</a></p>
  ${forWhom(look, siblings)}
  ${climbed && html`<p class="holdfast-quiet">It was not done in time, and came up to you.</p>`}</li>`
}

const list = (things: readonly ThingTold[]): Markup => html`<ul class="holdfast-told">${things.map(thing)}</ul>`

const noMore = html`<p>No longer owed.</p>`

const isFirst = ({ look, siblings: [{ duty }] }: ThingTold, place: number): boolean =>
  place < mostNow || isNeverFolded(duty, look.day)

/** The worst things in sight, and always what is statutory or due the same day; the rest one step away. */
const folded = (things: readonly ThingTold[]): Markup => {
  const first = things.filter(isFirst)
  const more = things.filter((one, place) => !isFirst(one, place))
  return html`${list(first)}${more.length > 0 && details({ summaryText: `${more.length} more`, html: list(more) })}`
}

/** What a notice of one family tells, the worst first. */
export const thingsOf = ({ notice, look }: NoticeRead): Markup => {
  if (look === undefined) return html``
  const things = thingsTold(look, notice.of, notice.made)
  return things.length === 0 ? noMore : folded(things)
}

/** Whether a notice is a list over several families. */
export const isList = ({ template }: Notice): boolean => template.endsWith('-list')

/** What a list tells of each family of the reader's, in the order of what stands worst for them. */
const byFamily = ({ notice, lookAt }: NoticeRead): readonly (readonly ThingTold[])[] => {
  const told = [...Map.groupBy(notice.of, ({ record }) => record)].flatMap(([record, of]) => {
    const look = lookAt?.(record)
    return look === undefined ? [] : [thingsTold(look, of, notice.made)]
  })
  const worst = told.flatMap(things => (things[0] === undefined ? [] : [{ things, first: things[0] }]))
  const [one] = worst
  if (one === undefined) return []
  return inOrder(worst, ({ first }) => first.siblings[0].duty, one.first.look.day).map(({ things }) => things)
}

const ofFamily = (things: readonly ThingTold[]): Markup => {
  const [first] = things
  if (first === undefined) return html``
  const { look } = first
  return html`<p class="holdfast-duty__what"><a class="govuk-link" href="${look.addresses.page('')}">${familyInWords(look)}</a></p>${folded(things)}`
}

const ofAgencies = html`<p><a class="govuk-link" href="/agencies">What agencies owe</a></p>`

/** What a list tells, family by family; and that there is something in it of no family. */
export const thingsOfList = (read: NoticeRead): Markup => {
  const families = byFamily(read)
  const others = read.notice.of.some(({ record }) => record === agenciesRecord)
  if (families.length === 0) return others ? ofAgencies : noMore
  return html`${families.map(ofFamily)}${others && ofAgencies}`
}

/** The worst thing that a notice tells of, as it stands for its reader; nothing where it tells of none. */
export const worstTold = (read: NoticeRead): Owing | undefined => {
  const { notice, look } = read
  const things = isList(notice) ? byFamily(read)[0] : look === undefined ? [] : thingsTold(look, notice.of, notice.made)
  return things?.[0]?.siblings[0]
}
