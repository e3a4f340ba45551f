import { derive } from '../duties/derive.ts'
import { isToldOn } from '../duties/notices-of-day.ts'
import { onceForEach } from '../duties/once.ts'
import type { Duty } from '../duties/rule.ts'
import type { Settings } from '../duties/settings.ts'
import { heardBySight } from '../duties/tell-by-sight.ts'
import { agenciesRecord, isOfThemselves } from '../record/agency-record.ts'
import { setApartIn } from '../record/chronology.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import type { Picture } from '../record/standing.ts'
import { settingsIn } from './agencies.ts'
import { iso } from './duty-row.ts'
import { toTell } from './to-tell.ts'
import { type Following, type Follows, lookedAtNext, whatFollows } from './what-follows.ts'

/** The record's own entries say so by naming no record: by its name they would be taken for those of another. */
const asOwn = (entry: Entry): Entry =>
  entry.record === undefined ? entry : ({ ...entry, record: undefined } as unknown as Entry)

const foldWith =
  (settings: Settings) =>
  (seen: readonly Entry[]): { readonly stands: Picture; readonly duties: readonly Duty[] } => {
    const stands = picture(seen)
    return { stands, duties: derive(stands, settings).filter(({ suggested }) => !suggested) }
  }

/**
 * What stands in the agencies' record, and what agencies owe themselves by it, as far as somebody may see its entries; folded
 * once for each edition. That a worker is away is owed about by the families whom it touches, and by nobody here.
 */
export const agenciesOwe = onceForEach((entries: readonly Entry[]) => {
  const fold = foldWith(settingsIn(entries))
  return { stands: picture(entries.map(asOwn)), duties: fold(entries.filter(isOfThemselves).map(asOwn)).duties }
})

/**
 * Everything that follows from the agencies' own record on a day: what agencies owe themselves, and who hears of it.
 * Nobody may open it as a record, nobody is found by it, and it takes nothing over.
 */
const whatAgenciesOwe = (asked: Omit<Following, 'agencies'>): Follows => {
  const { entries, practitioners, numbers, day } = asked
  const fold = foldWith(settingsIn(entries))
  const own = entries.filter(isOfThemselves).map(asOwn)
  const heard = heardBySight({ entries: own, agencies: entries, practitioners, day, fold })
  const told = heard.tellings.filter(telling => isToldOn(telling, day))
  return {
    stands: heard.whole.stands,
    duties: heard.whole.duties,
    mayOpen: [],
    people: [],
    tellings: told.map(telling => toTell(telling, numbers, false)),
    apart: setApartIn(entries),
    takenOver: [],
    nextDay: iso(lookedAtNext(heard, told.length, day)),
  }
}

/** What follows from a record on a day: from a family's, or from that of the agencies themselves. */
export const followsOf = (record: string, asked: Following): Follows =>
  record === agenciesRecord ? whatAgenciesOwe(asked) : whatFollows(asked)
