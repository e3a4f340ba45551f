import { addDays, type Day } from '../../src/calendar/day.ts'
import { derive } from '../../src/duties/derive.ts'
import { isToldOn } from '../../src/duties/notices-of-day.ts'
import { onceForEach } from '../../src/duties/once.ts'
import type { Duty } from '../../src/duties/rule.ts'
import { settingsFrom } from '../../src/duties/settings.ts'
import { type Recipient, recipientKey, type Telling } from '../../src/duties/tell.ts'
import { heardBySight } from '../../src/duties/tell-by-sight.ts'
import type { Practitioner } from '../../src/people/practitioner.ts'
import { withAgencies } from '../../src/record/agency-record.ts'
import type { Entry } from '../../src/record/entry.ts'
import { picture } from '../../src/record/picture.ts'
import type { Picture } from '../../src/record/standing.ts'
import { workingDayFrom } from './days.ts'
import { editionsOf, type ReadBorough, type ReadFamily } from './read-borough.ts'

/** Somebody is told something for the first time, on a day. */
export interface Told {
  readonly family: string
  readonly day: Day
  readonly telling: Telling
  readonly duty: Duty
}

/** What a family's record was like over the years: what was told when, and every duty as it stood in the end. */
export interface Lived {
  readonly told: readonly Told[]
  readonly duties: readonly Duty[]
  readonly folds: number
}

interface Around {
  readonly practitioners: readonly Practitioner[]
  readonly agencies: readonly Entry[]
  readonly agenciesBy: (day: Day) => readonly Entry[]
  readonly until: Day
}

interface Folded {
  readonly stands: Picture
  readonly duties: readonly Duty[]
}

/** The settings of an edition of the agencies' record, worked out once. */
const settingsOf = onceForEach(settingsFrom)

const nameIn = (entry: Entry): string | undefined => ('practitioner' in entry ? entry.practitioner : undefined)

const never = Number.POSITIVE_INFINITY

/** The next day on which the agencies' record grows by a word about somebody who works with the family or hears of it. */
const nextOfAgencies = ({ agencies }: Around, after: Day, names: ReadonlySet<string>): number => {
  let [low, high] = [0, agencies.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((agencies[middle]?.day ?? 0) <= after) low = middle + 1
    else high = middle
  }
  for (let at = low; at < agencies.length; at += 1) {
    const entry = agencies[at]
    const name = entry === undefined ? undefined : nameIn(entry)
    if (entry !== undefined && name !== undefined && names.has(name)) return entry.day
  }
  return never
}

/** What is folded for the same entries is the same on every day. */
const foldOnce = (agencies: () => readonly Entry[]) => {
  let known = new Map<string, Folded>()
  let length = -1
  const count = { folds: 0 }
  const fold = (seen: readonly Entry[], all: number): Folded => {
    const whole = withAgencies(seen, agencies())
    if (all !== length) known = new Map()
    length = all
    const key = seen.length === all ? `all ${whole.length}` : `${whole.length} ${seen.map(({ id }) => id).join(' ')}`
    const before = known.get(key)
    if (before !== undefined) return before
    count.folds += 1
    const stands = picture(whole)
    const duties = derive(stands, settingsOf(agencies())).filter(({ suggested }) => !suggested)
    const folded = { stands, duties }
    known.set(key, folded)
    return folded
  }
  return { fold, count }
}

const toldName = ({ key, state, to }: Telling): string => `${key}\n${state}\n${recipientKey(to)}`

const namesOf = ({ network }: Picture, tellings: readonly Telling[], nameOf: (to: Recipient) => readonly string[]) =>
  new Set([...network.flatMap(one => one.practitioner ?? []), ...tellings.flatMap(({ to }) => nameOf(to))])

/** By whom a recipient is known in the agencies' record: their name, or those of all who sit at the desk. */
const namesFor = (practitioners: readonly Practitioner[]): ((to: Recipient) => readonly string[]) => {
  const byId = new Map(practitioners.map(one => [one.id, [one.name]]))
  const byPost = Map.groupBy(
    practitioners.flatMap(({ name, posts }) => posts.map(post => ({ name, post: `${post.agency}|${post.role}` }))),
    ({ post }) => post,
  )
  return ({ practitioner, agency, role }) =>
    practitioner === undefined
      ? (byPost.get(`${agency}|${role}`) ?? []).map(({ name }) => name)
      : (byId.get(practitioner) ?? [])
}

const lived = (around: Around, { made, entries }: ReadFamily, nameOf: (to: Recipient) => readonly string[]): Lived => {
  const arriving = entries.toSorted((one, other) => one.written - other.written)
  const told: Told[] = []
  const heard = new Set<string>()
  let [at, day] = [0, (arriving.find(one => one.day > 0)?.written ?? 0) as Day]
  let agencies = around.agenciesBy(day)
  const { fold, count } = foldOnce(() => agencies)
  let duties: readonly Duty[] = []
  while (day <= around.until) {
    while (at < arriving.length && (arriving[at]?.written ?? never) <= day) at += 1
    const known = arriving.slice(0, at)
    agencies = around.agenciesBy(day)
    const result = heardBySight({
      entries: known,
      agencies,
      practitioners: around.practitioners,
      day,
      fold: seen => fold(seen, known.length),
    })
    duties = result.whole.duties
    const byKey = new Map(duties.map(duty => [duty.key, duty]))
    let waits = false
    for (const telling of result.tellings) {
      const [name, duty] = [toldName(telling), byKey.get(telling.key)]
      if (duty === undefined || heard.has(name)) continue
      if (!telling.quiet && !isToldOn(telling, day)) {
        waits = true
        continue
      }
      heard.add(name)
      if (!telling.quiet) told.push({ family: made.name, day, telling, duty })
    }
    const names = namesOf(result.whole.stands, result.tellings, nameOf)
    const next = Math.min(arriving[at]?.written ?? never, result.nextDay ?? never, nextOfAgencies(around, day, names))
    day = Math.min(next, waits ? workingDayFrom(addDays(day, 1)) : never) as Day
  }
  return { told, duties, folds: count.folds }
}

/** Runs every family of a borough through its years, looking at it only on days on which something of it changes. */
export const dayByDay = function* ({ families, agencies, practitioners, made }: ReadBorough): Generator<Lived> {
  const around: Around = { practitioners, agencies, agenciesBy: editionsOf(agencies), until: made.size.until }
  const nameOf = namesFor(practitioners)
  for (const family of families) yield lived(around, family, nameOf)
}
