import { attendedTo } from './attend.ts'
import { madeBorough, type Wished } from './borough.ts'
import { caseloadsOf } from './caseload.ts'
import { countBy } from './counts.ts'
import { dayByDay, type Lived } from './day-by-day.ts'
import { raisedOf } from './dropped.ts'
import { ledgerOf } from './ledger.ts'
import { loadOf, noticesOf } from './load.ts'
import { type ReadBorough, readBorough } from './read-borough.ts'
import type { Found } from './report.ts'

/** The borough of a wish, in which all is done that was not left out on purpose. */
export const boroughFor = (wished: Wished): ReadBorough => attendedTo(readBorough(madeBorough(wished)))

/** Lives through the years of a borough and says what was found; tells after each family how many are done. */
export const livedThrough = (read: ReadBorough, progress: (done: number) => void = () => undefined): Found => {
  const { from, until } = read.made.size
  const lives: Lived[] = []
  for (const life of dayByDay(read)) {
    lives.push(life)
    progress(lives.length)
  }
  const told = lives.flatMap(life => life.told)
  const tellings = countBy(
    told.filter(({ day }) => day >= from),
    ({ duty }) => duty.rule.name,
  )
  const notices = noticesOf(told, from)
  const leads = countBy([...notices.values()].flat(), ({ of: [first] }) => first?.duty.rule.name ?? '')
  return {
    load: loadOf(read, notices),
    ledger: ledgerOf(
      lives.flatMap(life => life.duties),
      from,
      { until, tellings, leads },
    ),
    raised: raisedOf(read.made.drops, told),
    caseloads: caseloadsOf(read),
    families: read.families.length,
    entries: read.families.reduce((sum, { entries }) => sum + entries.length, 0),
  }
}
